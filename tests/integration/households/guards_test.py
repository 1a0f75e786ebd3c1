"""The database refuses by itself, whichever it is and whoever writes: no verb of ours is asked here."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from giamngheo.households import triggers
from giamngheo.households.actions import birth, move_within
from giamngheo.households.models import Address, Change, History, Household, Membership, Person
from giamngheo.households.values import PersonValues, Place

pytestmark = pytest.mark.django_db
BIND = {"sqlite": "json_extract(row, '$.full_name')", "postgresql": "\"row\" ->> 'full_name'"}


def refused(statement: str, *values: object, match: str | None = None) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def change(family, hoang_phu_new) -> Change:
    """Another change, to sign rows with."""
    return Change.objects.create(kind="correction", unit=hoang_phu_new, reason="thử")


def test_row_written_without_a_new_change_is_refused(family) -> None:
    for table in triggers.TABLES[:4]:
        column = {"households_household": "local_code", "households_address": "line", "households_person": "phone",
                  "households_membership": "relation"}[table]  # fmt: skip
        refused(f"UPDATE {table} SET {column} = 'x'", match="change of its own")
    family["An"].refresh_from_db()
    assert family["An"].phone == ""


def test_signed_write_leaves_the_old_row_with_both_changes(family, change) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE households_person SET full_name = 'Khác', changed_in_id = %s WHERE id = %s",
            [change.pk, family["An"].pk],
        )
        cursor.execute(f"SELECT {BIND[connection.vendor]} FROM households_history")
        assert cursor.fetchall() == [("Nguyễn Văn An",)]
    kept = History.objects.get()
    assert (kept.row_kind, kept.row_id, kept.removed) == ("person", family["An"].pk, False)
    assert (kept.written_in, kept.replaced_in) == (family.done.change, change)
    assert kept.row["birth"] == 20010615
    assert set(kept.row) == {field.column for field in Person._meta.concrete_fields}


def test_many_rows_written_at_once_are_all_kept(family, change) -> None:
    Person.objects.update(phone="0900000001", changed_in=change)
    assert History.objects.filter(row_kind="person", replaced_in=change).count() == 4


@pytest.mark.parametrize("table", triggers.TABLES)
def test_rows_are_not_removed(family, officer, table: str, change) -> None:
    from giamngheo.households.actions import add_circumstance

    add_circumstance(by=officer, person=family["An"], kind="merit", valid_from=date(2026, 1, 1))
    refused(f"DELETE FROM {table}", match="only by an undoing")


def test_signing_as_an_undoing_is_not_enough_to_remove(family, officer, hoang_phu_new) -> None:
    """A row that the undone change had not made stays, whoever signs it."""
    done = move_within(
        by=officer,
        household=family.household,
        place=Place(family.done.households[0].addresses.get().village_id, "Nhà 5"),
        on=date(2026, 1, 1),
    )
    undoing = Change.objects.create(kind="undo", unit=hoang_phu_new, reason="thử", undoes=done.change)
    first = Address.objects.order_by("pk").first()
    Address.objects.filter(pk=first.pk).update(changed_in=undoing)
    refused("DELETE FROM households_address WHERE id = %s", first.pk, match="only by an undoing")


@pytest.mark.parametrize("table", triggers.KEPT)
@pytest.mark.parametrize("statement", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_changes_and_history_stand_for_ever(family, change, table: str, statement: str) -> None:
    Person.objects.update(phone="0900000001", changed_in=change)
    refused(statement.format(table=table), match="append-only")


@pytest.mark.parametrize("table", [*triggers.KEPT, *triggers.TABLES])
def test_nothing_is_emptied_or_replaced_past_the_triggers(family, change, table: str) -> None:
    if connection.vendor == "postgresql":
        connection.check_constraints()  # foreign keys wait for the end of the transaction, and TRUNCATE for them
        refused(f"TRUNCATE {table} CASCADE")
    elif table in {"households_change", "households_person"}:
        refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def membership(family, person: str, household, begins: str, ends: str | None, relation: str = "child") -> None:
    Membership.objects.create(
        household=household, person=family[person], relation=relation, valid_from=begins, valid_to=ends,
        left_as="split" if ends else "", changed_in=family.done.change,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("2026-01-01", None), ("2019-01-01", "2020-03-01"), ("2021-01-01", "2021-01-01"), ("2019-01-01", None)],
)
def test_person_is_in_one_household_on_any_day(family, neighbours, begins: str, ends: str | None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        membership(family, "An", neighbours.household, begins, ends)
    membership(family, "An", neighbours.household, "2019-01-01", "2020-02-29")  # the day before the family's


def test_moved_end_may_not_reach_into_the_next_household(family, neighbours, change) -> None:
    membership(family, "An", neighbours.household, "2019-01-01", "2020-02-29")
    row = Membership.objects.get(household=neighbours.household, person=family["An"])
    with pytest.raises(IntegrityError, match="one household"), transaction.atomic():
        Membership.objects.filter(pk=row.pk).update(valid_to="2020-03-01", changed_in=change)


def test_household_has_one_head_and_one_address_on_any_day(family, neighbours, villages) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(household=family.household, person=Person.objects.create(
            full_name="X", folded_name="x", bare_name="x", given_name="X", sort_key="1", changed_in=family.done.change,
        ), relation="head", valid_from="2026-01-01", changed_in=family.done.change)  # fmt: skip
    for begins, ends in (("2026-01-01", None), ("2019-01-01", "2020-03-01")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Address.objects.create(household=family.household, village=villages[0], valid_from=begins, valid_to=ends,
                                   changed_in=family.done.change)  # fmt: skip


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Person, {"citizen_id": "12345"}),
        (Person, {"citizen_id": "03807500000a"}),
        (Person, {"sex": "x"}),
        (Person, {"ethnic_group": "1"}),
        (Person, {"phone": "09 1"}),
        (Person, {"birth": 199}),
        (Person, {"full_name": ""}),
        (Person, {"citizen_id": "038075000001"}),
        (Household, {"ended_on": "2026-01-01"}),
        (Household, {"ended_as": "departed"}),
        (Household, {"ended_on": "2019-01-01", "ended_as": "departed"}),
        (Household, {"ended_on": "2026-01-01", "ended_as": "merged"}),
        (Membership, {"valid_to": "2026-01-01"}),
        (Membership, {"left_as": "died"}),
        (Membership, {"relation": "boss"}),
        (Address, {"latitude": 19}),
        (Address, {"latitude": 91, "longitude": 100}),
        (Address, {"valid_to": "2019-01-01"}),
    ],
)
def test_columns_hold_nothing_impossible(family, change, model, columns) -> None:
    pk = family["An"].pk if model is Person else model.objects.order_by("-pk").first().pk
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=pk).update(**columns, changed_in=change)


def test_two_dead_may_have_borne_one_id_but_not_two_living(family, change) -> None:
    Person.objects.filter(pk=family["Bình"].pk).update(died_on="2026-01-01", changed_in=change)
    Person.objects.filter(pk=family["An"].pk).update(citizen_id="038075000001", changed_in=change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=family["Chi"].pk).update(citizen_id="038075000001", changed_in=change)


def test_every_guard_stands(family) -> None:
    """A migration that rebuilds a table on SQLite loses its triggers; then these names are missing."""
    standing = triggers.names(connection)
    for table in triggers.TABLES:
        assert f"{table}_history" in standing
    for table in triggers.KEPT:
        assert any(name.startswith(f"{table}_no_") for name in standing)
    wanted = {"households_membership_one_person_id", "households_membership_one_household_id",
              "households_address_one_household_id"}  # fmt: skip
    assert all(any(name.startswith(each) for name in standing) for each in wanted)
    triggers.install(connection)
    assert triggers.names(connection) == standing


def test_history_keeps_every_column_of_today(family, officer, change) -> None:
    """Columns that a later migration adds must come into the triggers as well."""
    birth(by=officer, household=family.household, on=date(2026, 1, 1), newborn=PersonValues("Nguyễn Văn Út"))
    for model in (Household, Address, Person, Membership):
        model.objects.update(changed_in=change)
        row = History.objects.filter(row_kind=model._meta.model_name).first().row
        assert set(row) == {field.column for field in model._meta.concrete_fields}
