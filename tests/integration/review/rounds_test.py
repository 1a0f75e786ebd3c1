"""Rounds: created by the law of the day, opened with their list in one go, cancelled with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.households.actions import departure
from giamngheo.households.values import PersonValues
from giamngheo.review.actions import committee, listing, rounds
from giamngheo.review.models import CaseStep, CommitteeMember, ReviewCase, ReviewRound
from giamngheo.review.permissions import NotPermitted, OutOfScope
from giamngheo.review.problems import Refused
from giamngheo.review.values import Seat
from tests.integration.review.surveying import HEAD, annual, asked, case_of, holds, monthly

pytestmark = pytest.mark.django_db


def refused(code: str):
    return pytest.raises(Refused, match=f"REVIEW-{code}:")


def create(officer, unit, **values):
    plan = {
        "kind": "monthly", "year": 2026, "month": 10, "starts_on": date(2026, 10, 15), "ends_on": date(2026, 10, 30)
    } | values  # fmt: skip
    return rounds.create_round(by=officer, unit=unit, **plan)


def test_round_takes_the_standard_of_its_day(officer, hoang_phu_new) -> None:
    made, warnings = create(officer, hoang_phu_new)
    assert (made.standard, made.judged_on, made.state) == ("vn-2022.1", date(2026, 10, 15), "preparing")
    assert [each.code for each in warnings] == []


def test_autumn_of_2026_asks_which_standard(officer, hoang_phu_new) -> None:
    days = {"kind": "annual", "month": 0, "starts_on": date(2026, 9, 1), "ends_on": date(2026, 12, 14)}
    with refused("ROUND-STANDARD-OPEN"):
        create(officer, hoang_phu_new, **days)
    assert not ReviewRound.objects.exists()
    made, warnings = create(officer, hoang_phu_new, **days, judged_on=date(2027, 1, 1))
    assert made.standard == "vn-2027.1"
    assert [each.code for each in warnings] == ["REVIEW-ROUND-STANDARD-UNSETTLED", "REVIEW-ROUND-NO-RULE"]


def test_annual_round_of_an_ordinary_year_asks_nothing(officer, hoang_phu_new) -> None:
    made, warnings = create(
        officer,
        hoang_phu_new,
        kind="annual",
        month=0,
        year=2025,
        starts_on=date(2025, 9, 1),
        ends_on=date(2025, 12, 14),
    )
    assert (made.standard, list(warnings)) == ("vn-2022.1", [])


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"starts_on": date(2026, 10, 14)}, "REVIEW-ROUND-EARLY"),
        ({"kind": "annual", "month": 0, "judged_on": date(2026, 10, 15), "ends_on": date(2026, 12, 20)},
         "REVIEW-ROUND-OUTSIDE"),
    ],
)  # fmt: skip
def test_days_outside_of_the_law_are_warned_about(officer, hoang_phu_new, values, code) -> None:
    assert code in [each.code for each in create(officer, hoang_phu_new, **values).warnings]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"starts_on": date(2026, 9, 15)}, "ROUND-DAYS"),
        ({"ends_on": date(2026, 10, 1)}, "ROUND-DAYS"),
        ({"month": 13}, "ROUND-DAYS"),
        ({"judged_on": date(2035, 1, 1)}, "ROUND-STANDARD"),
        ({"province": "75"}, "ROUND-STANDARD"),
        ({"scorecard": "b1-khong-co.1"}, "ROUND-SCORECARD"),
        ({"committee": (Seat("", "head"),)}, "COMMITTEE-NAME"),
        ({"committee": (Seat("A", "head"), Seat("B", "head"))}, "ROUND-NO-HEAD"),
    ],
)
def test_round_that_cannot_be_is_refused_whole(officer, hoang_phu_new, values, code) -> None:
    with refused(code):
        create(officer, hoang_phu_new, **values)
    assert not ReviewRound.objects.exists()


def test_second_round_of_a_month_only_after_the_first_is_over(officer, hoang_phu_new) -> None:
    first = create(officer, hoang_phu_new, committee=HEAD).round
    with refused("ROUND-UNDER-WAY"):
        create(officer, hoang_phu_new)
    rounds.open_round(by=officer, review_round=first)
    ReviewRound.objects.filter(pk=first.pk).update(state="closed")
    assert create(officer, hoang_phu_new).round.ordinal == 2


def test_merged_commune_gets_no_round(officer, hoang_phu_old) -> None:
    with refused("ROUND-UNIT"):
        create(officer, hoang_phu_old)


def test_round_is_the_officers_of_the_commune_alone(
    officer, other_officer, province_officer, make_user, hoang_phu_new
) -> None:
    with pytest.raises(OutOfScope):
        create(other_officer, hoang_phu_new)
    for nobody in (province_officer, make_user("rs", "village_reviewer", hoang_phu_new)):
        with pytest.raises(NotPermitted):
            create(nobody, hoang_phu_new)


def test_opening_lists_everybody_who_holds_a_class_and_lives_here(
    officer, hoang_phu_new, family, neighbours, register
) -> None:
    gone, other = register((PersonValues("Hộ Đã Đi"), "head")), register((PersonValues("Hộ Thường"), "head"))
    for home, value in ((family, "poor"), (neighbours, "near_poor"), (gone, "poor")):
        holds(home.household, value, hoang_phu_new)
    departure(by=officer, household=gone.household, people=[gone["Đi"]], on=date(2026, 3, 1), left_as="abroad")
    opened = rounds.open_round(by=officer, review_round=annual(officer, hoang_phu_new))
    assert (opened.listed, opened.passed_over, opened.round.state) == (2, 0, "open")
    cases = {case.household_id: case for case in ReviewCase.objects.all()}
    assert {pk: case.class_before for pk, case in cases.items()} == {
        family.household.pk: "poor", neighbours.household.pk: "near_poor"
    }  # fmt: skip
    case = cases[family.household.pk]
    assert (case.source, case.state, case.step, case.listed_by) == ("listed", "listed", 0, officer)
    assert other.household.pk not in cases


def test_opening_passes_over_who_is_there_already(officer, hoang_phu_new, family, neighbours) -> None:
    holds(family.household, "poor", hoang_phu_new)
    round_ = annual(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=round_, households=[family.household.pk], reason="Cháy nhà")
    opened = rounds.open_round(by=officer, review_round=round_)
    assert (opened.listed, opened.passed_over) == (0, 1)
    assert [each.code for each in opened.warnings] == ["REVIEW-ROUND-STANDARD-UNSETTLED"]


def test_opening_without_any_class_says_what_is_missing(officer, hoang_phu_new, family) -> None:
    opened = rounds.open_round(by=officer, review_round=annual(officer, hoang_phu_new))
    assert opened.listed == 0
    assert opened.warnings[-1].code == "REVIEW-NO-CLASSES"


def test_opening_needs_a_head_and_happens_once(officer, hoang_phu_new) -> None:
    round_ = annual(officer, hoang_phu_new, committee=HEAD[1:])
    with refused("ROUND-NO-HEAD"):
        rounds.open_round(by=officer, review_round=round_)
    committee.set_committee(by=officer, review_round=round_, members=HEAD)
    rounds.open_round(by=officer, review_round=round_)
    with refused("ROUND-STATE"):
        rounds.open_round(by=officer, review_round=round_)


def test_opening_takes_as_many_queries_for_many_as_for_few(officer, hoang_phu_new, register) -> None:
    def opened(count: int, year: int) -> int:
        for number in range(count):
            home = register((PersonValues(f"Hộ Số {year} {number}"), "head"))
            holds(home.household, "poor", hoang_phu_new)
        made = rounds.create_round(
            by=officer, unit=hoang_phu_new, kind="annual", year=year, starts_on=date(year, 9, 1),
            ends_on=date(year, 12, 14), committee=HEAD,
        ).round  # fmt: skip
        with CaptureQueriesContext(
            connection,
        ) as asked_for:
            listed = rounds.open_round(by=officer, review_round=made).listed
        assert listed >= count
        rounds.cancel_round(by=officer, review_round=made, reason="đợt thử")
        return len(asked_for)

    few = opened(2, 2024)
    assert opened(30, 2025) <= few + 1


def test_power_off_while_opening_leaves_nothing(officer, hoang_phu_new, family, monkeypatch) -> None:
    holds(family.household, "poor", hoang_phu_new)
    round_ = annual(officer, hoang_phu_new)

    def off(**_values) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rounds, "record", off)
    with pytest.raises(KeyboardInterrupt):
        rounds.open_round(by=officer, review_round=round_)
    round_.refresh_from_db()
    assert (round_.state, round_.opened_at) == ("preparing", None)
    assert not ReviewCase.objects.exists()


def test_cancelling_withdraws_cases_and_lets_requests_wait_again(officer, hoang_phu_new, family) -> None:
    from giamngheo.review.actions import requests

    request = asked(officer, hoang_phu_new, family.household)
    first = monthly(officer, hoang_phu_new)
    requests.place_requests(by=officer, review_round=first, requests=[request])
    with refused("REASON"):
        rounds.cancel_round(by=officer, review_round=first, reason="  ")
    rounds.cancel_round(by=officer, review_round=first, reason="Bão lũ")
    assert case_of(family.household).state == "withdrawn"
    assert CaseStep.objects.get().reason == "Bão lũ"
    again = monthly(officer, hoang_phu_new, month=11)
    requests.place_requests(by=officer, review_round=again, requests=[request])
    assert [case.state for case in request.cases.order_by("pk")] == ["withdrawn", "listed"]


def test_round_with_a_signed_decision_is_not_cancelled(rows, officer, family) -> None:
    round_ = rows.round()
    case = rows.case(round_, family.household)
    rows.step(case, "surveyed", assessment=rows.assessment(case))
    rows.decision(case)
    with refused("ROUND-SIGNED"):
        rounds.cancel_round(by=officer, review_round=round_, reason="nhầm")


def test_committee_that_changed_meanwhile_is_not_overwritten(officer, leader, hoang_phu_new) -> None:
    round_ = annual(officer, hoang_phu_new)
    mine = committee.committee_mark(committee.seats(round_))
    committee.set_committee(by=leader, review_round=round_, members=HEAD[:1], seen=mine)
    with refused("COMMITTEE-CHANGED"):
        committee.set_committee(by=officer, review_round=round_, members=HEAD, seen=mine)
    assert CommitteeMember.objects.count() == 1


def test_reviewer_is_assigned_to_villages_of_the_commune(
    officer, hoang_phu_new, villages, elsewhere, other_officer, make_user
) -> None:
    round_ = annual(officer, hoang_phu_new)
    reviewer = make_user("rs", "village_reviewer", hoang_phu_new)
    pks = [each.pk for each in villages]
    committee.assign_reviewer(by=officer, review_round=round_, villages=pks, name="Rà Soát Giả", user=reviewer)
    assert round_.reviewers.count() == 2
    with refused("REVIEWER-TWICE"):
        committee.assign_reviewer(by=officer, review_round=round_, villages=pks[:1], name="Rà Soát Giả")
    for wrong in ({"villages": [elsewhere.pk]}, {"villages": []}, {"name": " "}, {"user": other_officer}):
        with refused("REVIEWER"):
            committee.assign_reviewer(
                by=officer, review_round=round_, **{"villages": pks, "name": "Người Khác", "user": None} | wrong
            )
    committee.remove_reviewer(by=officer, assignment=round_.reviewers.first())
    assert round_.reviewers.count() == 1


def test_committee_adds_households_with_a_reason_all_or_none(
    officer, hoang_phu_new, family, neighbours, stranger_household
) -> None:
    round_ = monthly(officer, hoang_phu_new)
    both = [family.household.pk, neighbours.household.pk]
    with refused("REASON"):
        listing.add_households(by=officer, review_round=round_, households=both, reason="")
    with refused("NOT-LIVING-HERE"):
        listing.add_households(by=officer, review_round=round_, households=[*both, stranger_household.pk], reason="Lũ")
    assert not ReviewCase.objects.exists()
    listing.add_households(by=officer, review_round=round_, households=both, reason="Lũ cuốn trôi nhà")
    assert {case.listed_because for case in ReviewCase.objects.all()} == {"Lũ cuốn trôi nhà"}
    with refused("LISTED-ALREADY"):
        listing.add_households(by=officer, review_round=round_, households=both[:1], reason="Lũ")


def test_household_is_under_review_in_one_round_of_a_path(officer, hoang_phu_new, family) -> None:
    month, year = monthly(officer, hoang_phu_new), annual(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    with refused("LISTED-ELSEWHERE"):
        listing.add_households(by=officer, review_round=year, households=[family.household.pk], reason="Lũ")
    other_path = monthly(officer, hoang_phu_new, "average_living_standard")
    listing.add_households(by=officer, review_round=other_path, households=[family.household.pk], reason="Lũ")


def test_withdrawing_many_says_why_and_needs_what_was_seen(officer, hoang_phu_new, family, neighbours) -> None:
    round_ = monthly(officer, hoang_phu_new)
    pks = [family.household.pk, neighbours.household.pk]
    cases = listing.add_households(by=officer, review_round=round_, households=pks, reason="Lũ")
    with refused("REASON"):
        listing.withdraw_cases(by=officer, review_round=round_, seen={cases[0].pk: 0}, reason="")
    listing.withdraw_cases(by=officer, review_round=round_, seen={cases[0].pk: 0}, reason="Chuyển đi")
    with refused("STALE"):
        listing.withdraw_cases(by=officer, review_round=round_, seen={each.pk: 0 for each in cases}, reason="Đi")
    assert [each.state for each in ReviewCase.objects.order_by("pk")] == ["withdrawn", "listed"]
    listing.add_households(by=officer, review_round=round_, households=pks[:1], reason="Rút nhầm")


def test_holders_of_the_average_living_standard_are_listed_when_asked(officer, hoang_phu_new, family) -> None:
    holds(family.household, "average_living_standard", hoang_phu_new, path="average_living_standard")
    round_ = monthly(officer, hoang_phu_new, "average_living_standard")
    assert not ReviewCase.objects.exists()
    assert rounds.list_holders(by=officer, review_round=round_).listed == 1
    assert rounds.list_holders(by=officer, review_round=round_).passed_over == 1
