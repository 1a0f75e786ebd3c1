"""Requests: numbered within commune and year, received even where odd, never twice, put into a round."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.review.actions import listing, requests, rounds
from giamngheo.review.actions.requests import Paper
from giamngheo.review.keeping.receipts import due, proposed
from giamngheo.review.models import ReviewCase, ReviewRequest
from giamngheo.review.permissions import NotPermitted, OutOfScope
from tests.integration.review.rounds_test import refused
from tests.integration.review.surveying import DAY, annual, asked, case_of, holds, monthly

pytestmark = pytest.mark.django_db


def test_numbers_run_within_commune_and_year(officer, other_officer, hoang_phu_new, other_commune, family, neighbours,
                                             stranger) -> None:  # fmt: skip
    first = asked(officer, hoang_phu_new, family.household)
    second = asked(officer, hoang_phu_new, neighbours.household)
    other = asked(other_officer, other_commune, stranger.household)
    older = asked(officer, hoang_phu_new, family.household, "average_living_standard", date(2025, 12, 30))
    assert [(each.number, each.year) for each in (first, second, other, older)] == [
        (1, 2026), (2, 2026), (1, 2026), (1, 2025)
    ]  # fmt: skip


def test_second_request_of_a_path_is_refused_and_the_first_named(officer, hoang_phu_new, family) -> None:
    asked(officer, hoang_phu_new, family.household)
    with pytest.raises(Exception, match=r"REQUEST-DOUBLE.*số 1/2026, nhận ngày 05/10/2026"):
        asked(officer, hoang_phu_new, family.household, "exit")
    asked(officer, hoang_phu_new, family.household, "average_living_standard")
    assert ReviewRequest.objects.count() == 2


def test_household_may_ask_again_once_the_first_is_settled(officer, hoang_phu_new, family) -> None:
    round_ = monthly(officer, hoang_phu_new)
    (case,) = requests.place_requests(
        by=officer, review_round=round_, requests=[asked(officer, hoang_phu_new, family.household)]
    )
    with refused("REQUEST-DOUBLE"):
        asked(officer, hoang_phu_new, family.household)
    listing.withdraw_cases(by=officer, review_round=round_, seen={case.pk: 0}, reason="Rút đơn")
    assert asked(officer, hoang_phu_new, family.household).number == 2


@pytest.mark.parametrize(
    ("form", "held", "code"),
    [("review", "poor", "REVIEW-REQUEST-HOLDS-CLASS"), ("exit", "", "REVIEW-REQUEST-NO-CLASS"), ("exit", "poor", "")],
)
def test_odd_request_is_warned_about_and_received(officer, hoang_phu_new, family, form, held, code) -> None:
    if held:
        holds(family.household, held, hoang_phu_new)
    got = requests.receive_request(
        by=officer, unit=hoang_phu_new, form=form, household=family.household.pk, applicant="Bình", received_on=DAY
    )
    assert [each.code for each in got.warnings] == ([code] if code else [])
    assert ReviewRequest.objects.get() == got.request


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"received_on": date(2099, 1, 1)}, "REQUEST-DAY"),
        ({"applicant": "  "}, "REQUEST-WHO"),
        ({"form": "low_income_worker"}, "REQUEST-WHO"),
        ({"received_on": date(2019, 1, 1)}, "NOT-LIVING-HERE"),
    ],
)
def test_request_that_cannot_be_is_refused(officer, hoang_phu_new, family, values, code) -> None:
    given = {
        "form": "review", "household": family.household.pk, "applicant": "Bình", "received_on": DAY
    } | values  # fmt: skip
    with refused(code):
        requests.receive_request(by=officer, unit=hoang_phu_new, **given)
    assert not ReviewRequest.objects.exists()


def test_worker_is_a_member_of_the_household(officer, hoang_phu_new, family, neighbours) -> None:
    with refused("REQUEST-WHO"):
        asked(officer, hoang_phu_new, family.household, "low_income_worker", person=neighbours["Dũng"].pk)
    request = asked(officer, hoang_phu_new, family.household, "low_income_worker", person=family["Bình"].pk)
    round_ = monthly(officer, hoang_phu_new, "low_income_worker")
    (case,) = requests.place_requests(by=officer, review_round=round_, requests=[request])
    assert (case.person, case.household) == (family["Bình"], family.household)


def test_household_of_another_commune_asks_there(officer, hoang_phu_new, stranger) -> None:
    with refused("NOT-LIVING-HERE"):
        asked(officer, hoang_phu_new, stranger.household)


def test_scan_is_kept_with_the_request(officer, hoang_phu_new, family, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    request = asked(officer, hoang_phu_new, family.household, paper=Paper("don.pdf", b"%PDF-gia", "application/pdf"))
    assert request.file.name == "don.pdf"


@pytest.mark.parametrize(
    ("day", "month", "begins", "decide_by"),
    [
        (date(2026, 10, 5), (2026, 10), date(2026, 10, 15), date(2026, 10, 30)),
        (date(2026, 10, 15), (2026, 10), date(2026, 10, 15), date(2026, 10, 30)),
        (date(2026, 10, 16), (2026, 11), date(2026, 11, 15), date(2026, 11, 30)),
        (date(2026, 12, 16), (2027, 1), date(2027, 1, 15), date(2027, 1, 30)),
    ],
)
def test_request_is_due_fifteen_days_after_its_review_begins(day, month, begins, decide_by) -> None:
    found = due("review", day)
    assert ((found.year, found.month), found.begins_on, found.decide_by) == (month, begins, decide_by)


def test_annual_round_is_proposed_while_its_days_run_else_the_month(officer, hoang_phu_new) -> None:
    year, month = annual(officer, hoang_phu_new), monthly(officer, hoang_phu_new)
    assert proposed("review", DAY, [month, year]) == year
    assert proposed("review", DAY, [month]) == month
    assert proposed("review", date(2026, 8, 20), [month, year]) is None
    assert proposed("average_living_standard", DAY, [month, year]) is None


def test_placed_requests_open_cases_with_the_class_of_the_day(officer, hoang_phu_new, family, neighbours) -> None:
    holds(family.household, "poor", hoang_phu_new)
    both = [
        asked(officer, hoang_phu_new, family.household, "exit"),
        asked(officer, hoang_phu_new, neighbours.household),
    ]
    round_ = monthly(officer, hoang_phu_new)
    requests.place_requests(by=officer, review_round=round_, requests=both)
    assert {(case.household_id, case.source, case.class_before) for case in ReviewCase.objects.all()} == {
        (family.household.pk, "request", "poor"), (neighbours.household.pk, "request", "none")
    }  # fmt: skip


def test_request_of_a_listed_household_goes_to_its_case(officer, hoang_phu_new, family) -> None:
    holds(family.household, "poor", hoang_phu_new)
    round_ = rounds.open_round(by=officer, review_round=annual(officer, hoang_phu_new)).round
    request = asked(officer, hoang_phu_new, family.household, "exit")
    requests.place_requests(by=officer, review_round=round_, requests=[request])
    case = case_of(family.household)
    assert (case.request, case.source, case.step) == (request, "listed", 0)
    with refused("REQUEST-PLACED"):
        requests.place_requests(by=officer, review_round=round_, requests=[request])


def test_requests_are_placed_all_or_none(officer, hoang_phu_new, family, neighbours) -> None:
    right = asked(officer, hoang_phu_new, family.household)
    wrong = asked(officer, hoang_phu_new, neighbours.household, "average_living_standard")
    round_ = monthly(officer, hoang_phu_new)
    with refused("WRONG-KIND"):
        requests.place_requests(by=officer, review_round=round_, requests=[right, wrong])
    assert not ReviewCase.objects.exists()


def test_requests_are_the_officers_of_the_commune(
    officer, other_officer, province_officer, hoang_phu_new, family
) -> None:
    with pytest.raises(OutOfScope):
        asked(other_officer, hoang_phu_new, family.household)
    with pytest.raises(NotPermitted):
        asked(province_officer, hoang_phu_new, family.household)
