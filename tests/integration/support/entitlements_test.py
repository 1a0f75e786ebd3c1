"""Who is due what, computed by hand: classes on a day, ages, groups, what no register knows, what was received."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.households.actions import add_circumstance
from giamngheo.households.values import PersonValues
from giamngheo.support.facts import months_before
from giamngheo.support.judging import Prices
from giamngheo.support.queries import due_in
from tests.integration.support.conftest import DAY, row

pytestmark = pytest.mark.django_db


def named(due) -> str:
    return due.person.person.given_name if due.person else ""


@pytest.fixture
def lines(officer, hoang_phu_new):
    def read(day: date = DAY, **options):
        found = due_in(officer, hoang_phu_new, day, **options)
        return [
            (due.kind.code, named(due), due.value.amount, due.certain, str(each.received))
            for each in found.lines
            for due in (each.entitlement,)
        ]

    return read


def test_a_poor_household_of_four(lines, family, classes) -> None:
    """Bình 50, Lan about 48, An 24, Chi 16: insurance for all; electricity; study costs asked for Chi alone."""
    classes.give(family.household, "poor")
    assert lines() == [
        *(("health_insurance", name, 100, True, "not_yet") for name in ("Bình", "Lan", "An", "Chi")),
        ("electricity", "", 30, True, "not_yet"),
        ("study_costs", "Chi", 150_000, False, "not_yet"),
        *(("tuition", name, 100, False, "not_yet") for name in ("An", "Chi")),
    ]


def test_a_near_poor_household_with_minority_members(lines, register, classes, officer, hoang_phu_new) -> None:
    """The worked example: 70 % for three, a question of 100 %; tuition asked for the 16-year-old of the Mường alone."""
    home = register(
        (PersonValues("Bùi Văn Mạnh", "male", 19700101, "01"), "head"),
        (PersonValues("Bùi Thị Na", "female", 20100101, "06"), "child"),
        (PersonValues("Bùi Văn Ông", "male", 19530101, "01"), "parent"),
    )
    classes.give(home.household, "near_poor")
    assert lines() == [
        ("health_insurance", "Ông", 70, True, "not_yet"),
        ("health_insurance", "Mạnh", 70, True, "not_yet"),
        ("health_insurance", "Na", 70, True, "not_yet"),
        ("tuition", "Na", 100, False, "not_yet"),
    ]
    found = due_in(officer, hoang_phu_new, DAY, kind="health_insurance", prices=Prices(premium=1_000_000))
    assert [each.worth.dong for each in found.lines] == [700_000] * 3
    questions = [[value.who.ages for value in each.entitlement.questions] for each in found.lines]
    assert questions == [[None, (70, 74)], [None], [None]]  # Ông is 73


def test_amounts_are_refused_where_no_text_was_read(officer, hoang_phu_new, family, classes) -> None:
    classes.give(family.household, "poor")
    found = due_in(officer, hoang_phu_new, DAY)
    worth = {each.entitlement.kind.code: each.worth for each in found.lines}
    assert worth["health_insurance"].dong is None
    assert "bảo hiểm xã hội" in worth["health_insurance"].missing.vi
    assert worth["electricity"].dong is None
    assert worth["study_costs"].dong == 1_350_000
    priced = due_in(officer, hoang_phu_new, DAY, kind="electricity", prices=Prices(electricity=2_000))
    assert [each.worth.dong for each in priced.lines] == [720_000]


def test_classes_count_between_their_days_only(lines, family, classes) -> None:
    held = classes.give(family.household, "poor", date(2026, 1, 1))
    classes.end(held, date(2026, 2, 28))
    assert lines(date(2025, 12, 31)) == []
    assert len(lines(date(2026, 2, 28))) == 8
    assert lines(date(2026, 3, 1)) == []


def test_average_living_standard_takes_its_share(lines, family, classes) -> None:
    classes.give(family.household, "average_living_standard")
    assert {line[:3:2] for line in lines()} == {("health_insurance", 30)}


def test_social_assistance_asks_for_the_meter(lines, family, officer, classes) -> None:
    add_circumstance(by=officer, person=family["Lan"], kind="social_assistance", valid_from=date(2026, 1, 5))
    assert lines() == [("electricity", "", 30, False, "not_yet")]
    classes.give(family.household, "poor")
    assert ("electricity", "", 30, True, "not_yet") in lines()


def test_received_partly_and_whole(lines, family, classes, hoang_phu_new) -> None:
    classes.give(family.household, "poor")
    electricity = lambda: [line[4] for line in lines(kind="electricity")]  # noqa: E731 one word for one question
    row(family, unit=hoang_phu_new, instalment=1)
    assert electricity() == ["partly"]
    for quarter in (2, 3, 4):
        row(family, unit=hoang_phu_new, instalment=quarter)
    assert electricity() == ["whole"]


def test_who_received_what_they_are_not_due(officer, hoang_phu_new, family, neighbours, classes) -> None:
    """Judged on the day of the delivery: poor then, so due, though no longer poor now."""
    held = classes.give(family.household, "poor", date(2026, 1, 1))
    row(family, unit=hoang_phu_new)
    row(neighbours, unit=hoang_phu_new)
    classes.end(held, date(2026, 4, 1))
    found = due_in(officer, hoang_phu_new, date(2026, 5, 1))
    assert [(each.home.head, each.kind.code) for each in found.not_due] == [("Lê Văn Dũng", "electricity")]


def test_newly_exited_for_thirty_six_months(officer, hoang_phu_new, family, classes) -> None:
    from giamngheo.support.facts import gather

    held = classes.give(family.household, "near_poor", date(2022, 1, 1))
    classes.end(held, date(2023, 3, 1))
    for day, expected in ((date(2026, 3, 1), {"newly_exited"}), (date(2026, 3, 2), set())):
        home = gather(hoang_phu_new, day, only=[family.household.pk])[family.household.pk]
        assert home.classes(day) == expected
    assert months_before(date(2028, 2, 29), 36) == date(2025, 2, 28)


def test_others_see_nothing(other_officer, hoang_phu_new, family, classes) -> None:
    classes.give(family.household, "poor")
    with pytest.raises(OutOfScope):
        due_in(other_officer, hoang_phu_new, DAY)


def test_list_takes_the_same_number_of_queries_whatever_its_length(
    officer, hoang_phu_new, family, neighbours, classes
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            due_in(officer, hoang_phu_new, DAY)
        return len(captured)

    classes.give(family.household, "poor")
    before = count()
    classes.give(neighbours.household, "near_poor")
    row(neighbours, unit=hoang_phu_new)
    assert count() == before <= 8
