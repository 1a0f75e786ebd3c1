"""Nobody changes what was recorded, on whichever database this runs."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from giamngheo.accounts.models import User
from giamngheo.audit.actions import record
from giamngheo.audit.models import Event
from giamngheo.audit.snapshot import as_dict, changes

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    return record(
        by=None, action="test.something", subject=None, after={"on": date(2025, 7, 1), "sum": Decimal("1.50")}
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET action = 'other'",
        "DELETE FROM audit_event",
        "DELETE FROM audit_event WHERE id < 0 OR true",
    ],
)
def test_database_refuses_to_change_events(event: Event, statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    event.refresh_from_db()
    assert event.action == "test.something"


def test_database_refuses_to_empty_the_table(event: Event) -> None:
    empty = "TRUNCATE audit_event" if connection.vendor == "postgresql" else "DELETE FROM audit_event"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(empty)


def test_database_refuses_to_overwrite_a_row(event: Event) -> None:
    replaced = Event(pk=event.pk, action="other")
    with pytest.raises(DatabaseError), transaction.atomic():
        Event.objects.bulk_create([replaced], update_conflicts=True, unique_fields=["id"], update_fields=["action"])
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"{verb} INTO audit_event (id, actor_name, action, subject_type, subject_id, unit_code, reason)"
            " VALUES (%s, '', 'other', '', '', '', '')",
            [event.pk],
        )
    event.refresh_from_db()
    assert event.action == "test.something"


def test_orm_cannot_get_round_the_triggers(event: Event) -> None:
    event.reason = "rewritten"
    for attempt in (event.save, event.delete, Event.objects.all().delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attempt()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.update(actor_name="somebody else")


def test_dates_and_decimals_survive_as_text(event: Event) -> None:
    event.refresh_from_db()
    assert event.after == {"on": "2025-07-01", "sum": "1.50"}
    assert event.at is not None


def test_event_falls_with_its_act() -> None:
    with transaction.atomic():
        record(by=None, action="test.undone", subject=None)
        transaction.set_rollback(True)
    assert not Event.objects.filter(action="test.undone").exists()


def test_snapshot_leaves_the_password_out() -> None:
    user = User(username="an", full_name="Người thử An", password="not to be copied")
    assert "password" not in as_dict(user)
    assert as_dict(user, "username", "password") == {"username": "an"}


def test_changes_keep_only_what_differs() -> None:
    assert changes({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}) == ({"b": 2, "c": None}, {"b": 3, "c": 4})
