"""What a dashboard shows is what plain counting of the registers gives, household by household."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households.actions import locate
from giamngheo.households.values import Location
from giamngheo.monitoring.dashboards.days import year_points
from giamngheo.monitoring.dashboards.queries import Numbers, counts, counts_and_flows, deprivations, located, place_seen
from giamngheo.review.reports.gathering import Asked, gather
from tests.integration.review.world import CLOSING, OPENING

pytestmark = pytest.mark.django_db
DAYS = [date(2024, 1, 1), OPENING, date(2026, 7, 1), CLOSING]


def counted(world, officer, day: date) -> dict[int, tuple[int, int, int]]:
    """Village → households, poor, near-poor: through the reports' own sets, one household after another."""
    sets = gather(officer, Asked(world.unit, day, OPENING))
    found = {}
    for village in sets.villages:
        homes = sum(number for (each, _group), number in sets.living.households.items() if each == village)
        classes = Counter(home.value for home in sets.homes.values() if home.village == village)
        found[village] = (homes, classes["poor"], classes["near_poor"])
    return found


def test_counts_by_village_are_those_of_the_reports_on_every_day(world, officer) -> None:
    found = counts(officer, world.unit, DAYS)
    for at, day in enumerate(DAYS):
        plain = {village: numbers for village, numbers in counted(world, officer, day).items() if any(numbers)}
        assert {village: tuple(each[at]) for village, each in found.of.items() if any(each[at])} == plain, day
    assert found.whole()[-1] == (18, 8, 5)


def test_flows_add_up_to_both_ends(world, officer) -> None:
    told, moved = counts_and_flows(officer, world.unit, [OPENING, CLOSING])
    assert told == counts(officer, world.unit, [OPENING, CLOSING])
    found = {(each.before, each.after): each.households for each in moved}
    opening, closing = told.whole()
    for value, before, after in (("poor", opening.poor, closing.poor), ("near_poor", opening.near, closing.near)):
        assert sum(number for (began, _ended), number in found.items() if began == value) == before
        assert sum(number for (_began, ended), number in found.items() if ended == value) == after
    sets = gather(officer, Asked(world.unit, CLOSING, OPENING))
    of = Counter((line.of_class, line.movement) for line in sets.lines)
    assert found["poor", "near_poor"] == of["poor", "became_near_poor"] == of["near_poor", "from_poor"]
    assert found["near_poor", "poor"] == of["near_poor", "became_poor"]
    assert found["poor", "away"] > 0
    assert ("none", "none") not in found


def test_deprivations_by_village_are_those_of_the_homes(world, officer) -> None:
    place = place_seen(officer, world.unit, CLOSING)
    sets = gather(officer, Asked(world.unit, CLOSING, OPENING))
    names = list(sets.indicators) or ["water", "toilet", "nutrition", "telecom", "area", "housing_area", "employment"]
    plain: dict[int, Counter] = {}
    for home in sets.homes.values():
        if home.value:
            plain.setdefault(home.village, Counter()).update(home.deprivations)
    assert deprivations(officer, place, names) == {
        village: {name: lacks[name] for name in names} for village, lacks in plain.items()
    }
    assert sum(sum(lacks.values()) for lacks in plain.values()) > 10


def test_a_village_is_placed_by_three_households_or_not_at_all(world, officer, province_officer) -> None:
    place = place_seen(officer, world.unit, CLOSING)
    village = world.villages[0].pk
    homes = list(place.addresses().filter(village=village).order_by("pk")[:3])
    for number, home in enumerate(homes):
        assert located(officer, place) == {}
        locate(by=officer, address=home, seen=home.changed_in_id, location=Location(Decimal(19 + number), Decimal(105)))
    assert located(officer, place) == {village: (20.0, 105.0, 3)}
    assert located(province_officer, place) == {}


def test_series_ends_today_and_is_asked_in_one_aggregate(world, officer) -> None:
    points = year_points(2026, date(2026, 11, 23))
    assert [(each.year, each.day) for each in points[-2:]] == [(2025, OPENING), (2026, date(2026, 11, 23))]
    assert [each.standard for each in points[:2]] == ["vn-2016", "vn-2022"]
    with CaptureQueriesContext(connection) as captured:
        counts_and_flows(officer, world.unit, [each.day for each in points])
    assert sum("COUNT" in each["sql"] for each in captured) == 1


def test_figures_of_another_commune_are_nobodys(world, other_officer) -> None:
    with pytest.raises(OutOfScope):
        counts(other_officer, world.unit, [CLOSING])
    with pytest.raises(OutOfScope):
        counts_and_flows(other_officer, world.unit, [OPENING, CLOSING])


def test_a_village_that_came_later_is_counted_from_its_day_alone(world, officer) -> None:
    """Its households were none of the unit's before: "away" then, and no homes."""
    moved = world.villages[1].memberships.get(commune=world.unit)
    lay = counts(officer, world.unit, [OPENING, CLOSING])
    moved.valid_from = CLOSING
    moved.save()
    later, flows = counts_and_flows(officer, world.unit, [OPENING, CLOSING])
    assert lay.of[world.villages[1].pk][0].homes > 0
    assert later.of[world.villages[1].pk] == [Numbers(), lay.of[world.villages[1].pk][1]]
    stayed = {(each.before, each.after): each.households for each in flows}
    assert stayed["away", "poor"] > 0
    assert sum(number for (began, _e), number in stayed.items() if began == "poor") == later.whole()[0].poor
