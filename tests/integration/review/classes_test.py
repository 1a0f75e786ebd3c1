"""Which class counts on a day: only where the household is one that day, lives here, and nothing voided it."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households import actions as register
from giamngheo.review.models import HouseholdClass
from giamngheo.review.queries.classes import class_on, classes_in
from giamngheo.review.queries.life import review_life
from tests.integration.review.world import CLOSING, OPENING, World

pytestmark = pytest.mark.django_db


def numbers(world: World, day: date, **asked) -> dict[int, str]:
    keys = {home.pk: number for number, home in world.homes.items()}
    return {keys[each.household]: each.value for each in classes_in(world.officer, world.unit, day, **asked)}


def test_class_counts_while_the_household_is_one_and_lives_here(world) -> None:
    opening = numbers(world, OPENING)
    assert sorted(number for number, value in opening.items() if value == "poor") == [1, 2, 3, 4, 5, 6, 14, 16, 21]
    assert 5 in numbers(world, date(2026, 5, 5))  # the day its last member died
    assert not {4, 5, 14, 21} & numbers(world, date(2026, 7, 2)).keys()
    assert numbers(world, CLOSING)[10] == "poor"
    assert 10 not in numbers(world, date(2026, 12, 31))


def test_class_is_counted_in_the_village_of_the_day(world) -> None:
    village = world.villages[1].pk
    assert 6 not in numbers(world, OPENING, village=village)
    assert numbers(world, CLOSING, village=village) == {6: "poor", 19: "near_poor"}


def test_voided_class_was_never_held(world) -> None:
    row = HouseholdClass.objects.get(household=world.homes[16], value="poor")
    row.voided_by = world.item(16, "none", OPENING, kind="correction", outcome="corrected", corrects=row.begun_by)
    row.save()
    assert 16 not in numbers(world, OPENING)
    life = review_life(world.officer, world.homes[16])
    assert [each.pk for each in life.classes] == [row.pk]
    assert life.held_on(CLOSING) == []


def test_workers_class_goes_where_the_worker_lives(world, officer) -> None:
    worker = world.people[15][1]
    item = world.item(15, "low_income_worker", date(2026, 2, 1), path="low_income_worker", person=worker)
    HouseholdClass.objects.create(
        household=world.homes[15], person=worker, path="low_income_worker", value="low_income_worker",
        valid_from=date(2026, 2, 1), begun_by=item,
    )  # fmt: skip
    asked = {"path": "low_income_worker"}
    [found] = classes_in(officer, world.unit, date(2026, 3, 1), **asked)
    assert (found.person, found.household, found.since) == (worker.pk, world.homes[15].pk, date(2026, 2, 1))
    assert class_on(officer, world.unit, date(2026, 3, 1), person=worker) == {"low_income_worker": found}
    register.departure(by=officer, household=world.homes[15], people=[worker], on=date(2026, 9, 1),
                       left_as="other_province")  # fmt: skip
    assert classes_in(officer, world.unit, date(2026, 10, 1), **asked) == []


def test_class_of_one_household_by_path(world, officer) -> None:
    found = class_on(officer, world.unit, CLOSING, household=world.homes[22])
    assert {path: each.value for path, each in found.items()} == {"average_living_standard": "average_living_standard"}
    assert class_on(officer, world.unit, CLOSING, household=world.homes[3]) == {}


def test_another_commune_asks_in_vain(world, other_officer) -> None:
    with pytest.raises(OutOfScope):
        classes_in(other_officer, world.unit, CLOSING)
    assert review_life(other_officer, world.homes[1]).empty


def test_whole_commune_in_a_constant_number_of_questions(world, officer, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(6):
        assert len(classes_in(officer, world.unit, CLOSING)) == 13
