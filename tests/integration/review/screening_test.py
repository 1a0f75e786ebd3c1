"""Phiếu A: the standard's own rule decides; who is on the list already is never asked."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from giamngheo import standards
from giamngheo.review.actions import listing, requests
from giamngheo.review.actions.screening import screen
from giamngheo.review.models import Screening
from giamngheo.review.permissions import NotPermitted
from giamngheo.review.values import Seen
from tests.integration.review.rounds_test import refused
from tests.integration.review.surveying import DAY, asked, assessed, case_of, holds, monthly

pytestmark = pytest.mark.django_db
NAMES = sorted(standards.by_key("vn-2022.1", DAY).reads("to_be_reviewed"))


@pytest.fixture
def case(officer, hoang_phu_new, family):
    request = asked(officer, hoang_phu_new, family.household)
    round_ = monthly(officer, hoang_phu_new)
    return requests.place_requests(by=officer, review_round=round_, requests=[request])[0]


def filled(holding: int, **values) -> dict:
    return {name: place < holding for place, name in enumerate(NAMES)} | values


def screened(officer, case, answers, form: int = 0):
    return screen(
        by=officer, case=case, seen=Seen(case.step, form), answers=answers, screened_on=DAY, screened_by="Rà Soát Giả"
    )


@pytest.mark.parametrize(
    ("holding", "said", "state"), [(0, True, "listed"), (3, True, "listed"), (4, False, "screened_out")]
)
def test_count_of_criteria_is_judged_by_the_standard(officer, case, holding, said, state) -> None:
    done = screened(officer, case, filled(holding))
    assert (done.screening.to_be_reviewed, done.screening.criteria, done.case.state) == (said, holding, state)


def test_missing_answers_that_decide_leave_it_open(officer, case) -> None:
    done = screened(officer, case, filled(3, **{NAMES[8]: None}))
    assert (done.screening.to_be_reviewed, done.case.state) == (None, "listed")
    with refused("NOT-SCREENED"):
        assessed(officer, case)
    screened(officer, case, filled(3), form=1)
    assert assessed(officer, case).case.state == "surveyed"


def test_missing_answers_that_decide_nothing_do_not(officer, case) -> None:
    assert screened(officer, case, filled(2, **{NAMES[8]: None})).screening.to_be_reviewed is True


def test_household_that_asked_is_not_surveyed_before_its_screening(officer, case) -> None:
    with refused("NOT-SCREENED"):
        assessed(officer, case)


def test_screened_out_household_is_surveyed_no_more(officer, case) -> None:
    screened(officer, case, filled(9))
    with refused("STEP"):
        assessed(officer, case)


def test_screening_stands_once_written(officer, case) -> None:
    screened(officer, case, filled(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Screening.objects.update(criteria=0)


def test_second_screening_written_meanwhile_is_told(officer, leader, case) -> None:
    screened(leader, case, filled(1))
    with pytest.raises(Exception, match="REVIEW-SURVEY-STALE: Người thử lanh-dao"):
        screened(officer, case, filled(9))
    assert case.screenings.count() == 1


def test_who_holds_a_class_or_was_added_is_never_screened(officer, hoang_phu_new, family, neighbours) -> None:
    holds(family.household, "near_poor", hoang_phu_new)
    round_ = monthly(officer, hoang_phu_new)
    requests.place_requests(
        by=officer, review_round=round_, requests=[asked(officer, hoang_phu_new, family.household, "exit")]
    )
    listing.add_households(by=officer, review_round=round_, households=[neighbours.household.pk], reason="Lũ")
    for home in (family, neighbours):
        with refused("SCREENING-FORM"):
            screened(officer, case_of(home.household), filled(9))
        assert assessed(officer, case_of(home.household)).case.state == "surveyed"


def test_reviewer_screens_in_the_villages_assigned(officer, case, make_user, hoang_phu_new, villages) -> None:
    from giamngheo.review.actions.committee import assign_reviewer

    reviewer = make_user("rs", "village_reviewer", hoang_phu_new)
    with pytest.raises(NotPermitted):
        screened(reviewer, case, filled(1))
    assign_reviewer(by=officer, review_round=case.round, villages=[villages[0].pk], name="RS", user=reviewer)
    assert screened(reviewer, case, filled(1)).screening.by == reviewer
