"""Tests that need real transactions empty the database afterwards; the trail's guard must stand again after that."""

import pytest
from django.db import DatabaseError

from giamngheo.audit.actions import record
from giamngheo.audit.models import Event
from giamngheo.programme.models import ProgrammeNode
from giamngheo.territory.models import Unit, Village

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("round_number", [1, 2])
def test_triggers_stand_again_after_a_flush(round_number: int) -> None:
    assert not Event.objects.filter(action="test.flushed").exists()
    event = record(by=None, action="test.flushed", subject=None)
    with pytest.raises(DatabaseError, match="append-only"):
        event.delete()


@pytest.mark.usefixtures("units_loaded")
@pytest.mark.parametrize("round_number", [1, 2])
def test_reference_data_survives_a_flush(round_number: int) -> None:
    assert Unit.objects.count() == 14_149
    assert ProgrammeNode.objects.exists()
    assert not Village.objects.exists()
    Village.objects.create(code="x", name="Thôn Thử")
