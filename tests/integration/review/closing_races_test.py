"""Two officers close one period at the same moment: one does, the other is told who was first."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from giamngheo.review.actions.closing import close_movements
from giamngheo.review.models import Closing, MovementLine
from giamngheo.review.problems import Refused
from tests.integration.review.world import CLOSING, OPENING

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_of_two_closings_at_once_is_kept(world, leader) -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share one connection of an SQLite database in memory; PostgreSQL runs this")
    gate, told = threading.Barrier(2), []

    def close(by) -> None:
        try:
            gate.wait(20)
            closed = close_movements(by=by, unit=world.unit, opening_on=OPENING, closing_on=CLOSING)
            told.append(str(closed.closing.pk))
        except Refused as refused:
            told.append(refused.findings[0].code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=close, args=(by,)) for by in (world.officer, leader)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    kept = Closing.objects.get()
    assert sorted(told) == sorted([str(kept.pk), "REVIEW-CLOSING-STANDS"])
    assert MovementLine.objects.count() == kept.lines.count() == 23
