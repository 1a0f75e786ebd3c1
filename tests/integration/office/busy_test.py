"""Who waits too long for another writer is told what is being written, not shown a lock."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from giamngheo.households.importing import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def locked(officer_client, monkeypatch):
    """Every page meets a database somebody else is writing."""

    def refuse(*_given, **_options):
        raise OperationalError("database is locked")

    monkeypatch.setattr("giamngheo.office.households.listing.listing", refuse)
    return officer_client


def test_list_being_written_is_named(locked) -> None:
    desk.begin(-1)
    try:
        answer = locked.get("/ho-dan/")
    finally:
        desk.end(-1)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    text = answer.content.decode()
    assert "Đang nhập danh sách, xin đợi" in text
    assert "những gì bạn gõ vẫn còn" in text
    assert "locked" not in text


def test_other_writers_are_told_of_too_and_a_part_of_a_page_stays_a_part(locked) -> None:
    answer = locked.get("/ho-dan/", headers={"HX-Request": "true"})
    assert answer.status_code == 503
    assert answer.headers["HX-Retarget"] == "#notices"
    assert "Hệ thống đang bận ghi" in answer.content.decode()


def test_other_mistakes_of_the_database_are_not_taken_for_it(officer_client, monkeypatch) -> None:
    def broken(*_given, **_options):
        raise OperationalError("no such table")

    monkeypatch.setattr("giamngheo.office.households.listing.listing", broken)
    with pytest.raises(OperationalError):
        officer_client.get("/ho-dan/")
