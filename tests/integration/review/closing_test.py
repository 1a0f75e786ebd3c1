"""Movements of a commune in which everything happened: counted by hand, kept whole or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.households import actions as register
from giamngheo.review.actions.closing import close_movements
from giamngheo.review.models import Closing, HouseholdClass, MovementLine
from giamngheo.review.movements import together
from giamngheo.review.problems import Refused
from giamngheo.review.queries.closings import closings_for, draft
from tests.integration.review.world import CLOSING, OPENING

pytestmark = pytest.mark.django_db
POOR = {
    1: "stayed", 2: "became_near_poor", 3: "exited_above", 4: "other_decrease", 5: "other_decrease",
    6: "other_decrease", 7: "from_near_poor", 10: "relapsed", 11: "newly", 14: "other_decrease", 16: "stayed",
    17: "other_increase", 18: "from_near_poor", 21: "other_decrease",
}  # fmt: skip
NEAR = {
    2: "from_poor", 7: "became_poor", 8: "stayed", 9: "exited_above", 12: "newly", 13: "relapsed",
    18: "became_poor", 19: "other_increase",
}  # fmt: skip


def close(world, **values):
    asked = {"by": world.officer, "unit": world.unit, "opening_on": OPENING, "closing_on": CLOSING}
    return close_movements(**{**asked, **values})


def test_every_household_moves_as_planned(world, officer) -> None:
    lines = draft(officer, world.unit, OPENING, CLOSING).lines
    numbers = {home.pk: number for number, home in world.homes.items()}
    for of_class, planned in (("poor", POOR), ("near_poor", NEAR)):
        found = {numbers[line.household]: line.movement for line in lines if line.of_class == of_class}
        assert found == planned | ({6: "other_increase"} if of_class == "poor" else {})


def test_households_and_people_are_those_counted_by_hand(world, officer) -> None:
    lines = draft(officer, world.unit, OPENING, CLOSING).lines
    assert together(lines, "poor") == (9, 7, 6, 8, 23, 18, 18, 23)
    assert together(lines, "near_poor") == (4, 3, 4, 5, 12, 10, 10, 12)


def test_closing_keeps_every_line_and_says_who(world) -> None:
    kept = close(world, round=world.round)
    assert MovementLine.objects.filter(closing=kept.closing).count() == len(kept.draft.lines) == 23
    event = Event.objects.get(action="review.close_movements")
    assert (event.actor_name, event.subject_id, event.after["lines"]) == ("can-bo", str(kept.closing.pk), 23)


def test_power_cut_in_the_middle_leaves_nothing(world, monkeypatch) -> None:
    """The third part of the lines never arrives."""
    real, parts = MovementLine.objects.bulk_create, []

    def cut(lines, **options):
        real(list(lines)[:7], batch_size=3)
        parts.append(MovementLine.objects.count())
        raise ConnectionError("power cut")

    monkeypatch.setattr(type(MovementLine.objects), "bulk_create", lambda self, lines, **options: cut(lines))
    with pytest.raises(ConnectionError):
        close(world)
    assert parts == [7]
    assert not Closing.objects.exists()
    assert not MovementLine.objects.exists()
    assert not Event.objects.filter(action="review.close_movements").exists()


def test_a_class_broken_off_without_reason_is_refused_by_name(world) -> None:
    """It ended by an item that gives the very class, and nothing follows."""
    row = HouseholdClass.objects.get(household=world.homes[8], valid_to=None)
    world.end(row, date(2026, 6, 1), world.item(8, "near_poor", date(2026, 6, 2), kind="recognition"))
    with pytest.raises(Refused) as refused:
        close(world)
    [finding] = refused.value.findings
    assert finding.code == "REVIEW-CLOSING-UNEXPLAINED"
    assert "H-08" in finding.message.vi
    assert not Closing.objects.exists()


def test_lines_that_do_not_agree_with_a_second_count_are_refused(world, monkeypatch) -> None:
    from giamngheo.review.queries import closings

    real = closings.moved
    monkeypatch.setattr(closings, "moved", lambda *args: real(*args)._replace(lines=real(*args).lines[1:]))
    with pytest.raises(Refused) as refused:
        close(world)
    assert {each.code for each in refused.value.findings} == {"REVIEW-CLOSING-UNBALANCED"}


def test_period_is_closed_once_and_again_only_with_a_reason(world) -> None:
    first = close(world).closing
    for values, code in (
        ({}, "STANDS"), ({"replaces": first}, "REASON"), ({"replaces": first, "reason": "  "}, "REASON"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            close(world, **values)
        assert refused.value.findings[0].code == f"REVIEW-CLOSING-{code}"
    register.death(by=world.officer, person=world.people[7][4], on=date(2026, 10, 1))
    second = close(world, replaces=first, reason="Khai tử muộn").closing
    people = {
        each.pk: sum(line.people_ending for line in each.lines.filter(of_class="poor")) for each in (first, second)
    }
    assert people == {first.pk: 23, second.pk: 22}
    with pytest.raises(Refused):
        close(world, replaces=first, reason="lần nữa")
    assert list(closings_for(world.officer, world.unit)) == [second, first]


def test_what_was_reported_is_what_the_next_period_opens_with(world, officer) -> None:
    """Told late: a death before the closing, and a class voided by a correction. The kept closing stays."""
    middle = date(2026, 6, 30)
    close(world, closing_on=middle)
    counted = together(draft(officer, world.unit, middle, CLOSING).lines, "poor")
    register.death(by=officer, person=world.people[7][4], on=date(2026, 6, 15))  # near-poor then
    row = HouseholdClass.objects.get(household=world.homes[16], value="poor")
    row.voided_by = world.item(16, "none", OPENING, kind="correction", outcome="corrected", corrects=row.begun_by)
    row.save()
    found = draft(officer, world.unit, middle, CLOSING)
    poor, near = together(found.lines, "poor"), together(found.lines, "near_poor")
    assert (poor.opening, poor.people_opening) == (counted.opening, counted.people_opening)
    assert (poor.closing, near.opening, near.people_opening) == (counted.closing - 1, 4, 12)
    [line] = [each for each in found.lines if each.household == world.homes[16].pk]
    assert (line.movement, line.people_lost) == ("other_decrease", 4)
    assert {each.code for each in found.warnings} == {"REVIEW-CLOSING-DIFFERS"}
    assert not found.refusals
    close(world, opening_on=middle)


def test_end_told_after_the_closing_that_counted_it_is_an_other_decrease(world, officer) -> None:
    """Signed late, in force before the day that was closed: no movement of the new period, and nothing unexplained."""
    middle = date(2026, 8, 31)
    close(world, closing_on=middle)
    row = HouseholdClass.objects.get(household=world.homes[8], valid_to=None)
    world.end(row, date(2026, 5, 31), world.item(8, "not_poor", date(2026, 6, 1), kind="recognition"))
    found = draft(officer, world.unit, middle, CLOSING)
    [line] = [each for each in found.lines if each.household == world.homes[8].pk]
    assert line.movement == "other_decrease"
    assert not found.refusals


@pytest.mark.parametrize(("opening", "closing"), [(CLOSING, CLOSING), (CLOSING, OPENING), (OPENING, date(2099, 1, 2))])
def test_days_that_make_no_period_are_refused(world, opening, closing) -> None:
    with pytest.raises(Refused) as refused:
        close(world, opening_on=opening, closing_on=closing)
    assert refused.value.findings[0].code == "REVIEW-CLOSING-DAYS"


def test_round_of_workers_does_not_fit(world, rows) -> None:
    with pytest.raises(Refused) as refused:
        close(world, round=rows.round("low_income_worker"))
    assert refused.value.findings[0].code == "REVIEW-CLOSING-ROUND"


def test_closing_is_the_communes_officers(world, province_officer, other_officer) -> None:
    with pytest.raises(NotPermitted):
        close(world, by=province_officer)
    with pytest.raises(OutOfScope):
        close(world, by=other_officer)


def test_a_closing_takes_as_many_questions_for_many_as_for_few(world, officer, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(23) as few:
        draft(officer, world.unit, OPENING, CLOSING)
    for number in range(30, 36):
        world.home(number, 2)
        world.give(number, "poor", CLOSING, kind="recognition")
    with django_assert_max_num_queries(len(few)):
        assert together(draft(officer, world.unit, OPENING, CLOSING).lines, "poor").closing == 14
