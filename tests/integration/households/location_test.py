"""Where a house stands: taken, doubted, taken out; its history; and that few may see it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from giamngheo.audit.models import Event
from giamngheo.households import actions, queries
from giamngheo.households.models import Address, History, Household
from giamngheo.households.permissions import OutOfScope
from giamngheo.households.problems import Refused
from giamngheo.households.queries.pages import household_page
from giamngheo.households.values import Location, Place

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
HERE = Location(Decimal("19.8123456"), Decimal("105.8712344"), 12, "device", AT)


@pytest.fixture
def located(officer, family) -> Address:
    row = Address.objects.get(household=family.household)
    actions.locate(by=officer, address=row, seen=row.changed_in_id, location=HERE)
    row.refresh_from_db()
    return row


def test_location_is_kept_to_the_decimetre_with_how_and_when(located) -> None:
    assert (located.latitude, located.longitude) == (Decimal("19.812346"), Decimal("105.871234"))
    assert (located.accuracy, located.located_as, located.located_at) == (12, "device", AT)


@pytest.mark.parametrize(
    ("latitude", "longitude", "doubt"),
    [
        ("19.81", "105.87", []), ("8.6", "111.9", []), ("8.56", "104.84", []), ("23.39", "105.32", []),
        ("105.87", "19.81", None), ("48.85", "2.35", ["REGISTER-LOCATION-OUTSIDE"]),
        ("-19.81", "105.87", ["REGISTER-LOCATION-OUTSIDE"]), ("19.81", "10.58", ["REGISTER-LOCATION-OUTSIDE"]),
    ],
)  # fmt: skip
def test_what_can_hardly_be_is_told_and_kept(officer, family, latitude, longitude, doubt) -> None:
    row = Address.objects.get(household=family.household)
    given = Location(Decimal(latitude), Decimal(longitude))
    if doubt is None:  # no such latitude on the globe
        with pytest.raises(Refused):
            actions.locate(by=officer, address=row, seen=row.changed_in_id, location=given)
        return
    done = actions.locate(by=officer, address=row, seen=row.changed_in_id, location=given)
    assert [each.code for each in done.warnings] == doubt
    row.refresh_from_db()
    assert (row.latitude, row.located_as) == (Decimal(latitude), "typed")
    assert row.located_at <= timezone.now()


def test_clock_ahead_of_ours_is_not_believed(officer, family) -> None:
    row = Address.objects.get(household=family.household)
    ahead = timezone.now() + timedelta(days=400)
    actions.locate(
        by=officer, address=row, seen=row.changed_in_id,
        location=Location(Decimal(19), Decimal(105), located_as="device", located_at=ahead),
    )  # fmt: skip
    row.refresh_from_db()
    assert row.located_at <= timezone.now()


def test_it_is_taken_out_undone_and_remembered(officer, family, located) -> None:
    done = actions.locate(by=officer, address=located, seen=located.changed_in_id, location=None, reason="nhầm nhà")
    located.refresh_from_db()
    assert (located.latitude, located.accuracy, located.located_as, located.located_at) == (None, None, "", None)
    said = queries.said_on(officer, "address", located.pk, done.change.at - timedelta(microseconds=1))
    assert said.columns["longitude"] == Decimal("105.871234")
    actions.undo(by=officer, change=done.change, reason="đúng nhà")
    located.refresh_from_db()
    assert located.latitude == Decimal("19.812346")


def test_location_belongs_to_the_address_not_to_the_household(officer, family, villages, located) -> None:
    actions.move_within(
        by=officer, household=family.household, place=Place(villages[1].pk, "Nhà 9"), on=date(2026, 6, 1)
    )
    assert queries.household_on(officer, family.household.pk, date(2026, 6, 1)).address.latitude is None
    assert queries.household_on(officer, family.household.pk, date(2026, 5, 31)).address.latitude is not None


def test_trail_says_that_and_never_where(located) -> None:
    event = Event.objects.get(action="households.location")
    assert "19.8" not in str(event.after) + str(event.before)
    assert History.objects.filter(row_kind="address").exists()


def test_only_those_who_may_see_what_is_sensitive_see_it(make_user, hoang_phu_new, family, located, officer) -> None:
    reader = make_user("kiem-tra", "auditor", hoang_phu_new)
    assert household_page(officer, family.household.pk, date(2026, 6, 1)).sensitive
    page = household_page(reader, family.household.pk, date(2026, 6, 1))
    assert not page.sensitive
    told = [each.columns for rows in page.versions.values() for each in rows]
    assert told
    assert not [columns for columns in told if "latitude" in columns or "located_at" in columns]


def test_another_commune_locates_nothing(other_officer, family) -> None:
    row = Address.objects.get(household=family.household)
    with pytest.raises(OutOfScope):
        actions.locate(by=other_officer, address=row, seen=row.changed_in_id, location=HERE)


@pytest.mark.parametrize(
    "columns",
    [{"located_as": "typed"}, {"accuracy": 3}, {"latitude": 19, "longitude": 105, "located_as": "stars"}],
)
def test_database_refuses_half_a_location(officer, family, villages, columns) -> None:
    home = Household.objects.get(pk=family.household.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Address.objects.create(
            household=home, village=villages[0], valid_from="2010-01-01", valid_to="2010-02-01",
            changed_in=family.done.change, **columns,
        )  # fmt: skip
