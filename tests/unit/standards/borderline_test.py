"""How near a household stands to another class."""

from __future__ import annotations

from giamngheo import standards
from giamngheo.standards.borderline import Change, Distance, borderline
from tests.unit.standards.verdict_test import CHILD, DAY, HOUSE, MOTHER

STANDARD = standards.on(DAY)


def test_distance_is_told_for_each_line_of_the_class() -> None:
    found = borderline(STANDARD, HOUSE, [MOTHER, CHILD])
    assert set(found.distances) == {
        Distance("income_score_line", 120, 140, -20),
        Distance("poor_deprivations", 4, 3, 1),
    }


def test_household_on_the_edge_hangs_on_each_of_its_deprivations() -> None:
    found = borderline(STANDARD, {**HOUSE, "toilet_kind": "septic"}, [MOTHER, CHILD])
    assert Change("insured", False, True, "near_poor", 0) in found.changes
    assert Change("roof", "non_durable", "durable", "near_poor") in found.changes
    assert Change("uses_internet", False, True, "near_poor", 1) in found.changes
    assert Change("income_score_typed", 120, 145, "not_poor") in found.changes
    assert all(each.question != "wall" for each in found.changes)  # a third bad structure changes nothing


def test_household_far_from_the_edge_hangs_on_its_score_alone() -> None:
    found = borderline(STANDARD, HOUSE, [MOTHER, CHILD])
    assert found.changes == (Change("income_score_typed", 120, 145, "not_poor"),)


def test_floor_area_turns_at_the_first_value_that_does() -> None:
    household = {**HOUSE, "toilet_kind": "septic", "roof": "durable", "dwelling_area": 1500}
    found = borderline(STANDARD, household, [MOTHER, CHILD])
    assert Change("dwelling_area", 1500, 1600, "near_poor") in found.changes


def test_unknown_class_has_distances_but_no_changes() -> None:
    found = borderline(STANDARD, {**HOUSE, "area": None}, [MOTHER, CHILD])
    assert found.changes == ()
    assert [each.concept for each in found.distances] == ["poor_deprivations"]
