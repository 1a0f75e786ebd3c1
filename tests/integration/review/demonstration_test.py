"""The demonstration's review: made by the verbs, every screen has something to show, and once is enough."""

from __future__ import annotations

import pytest

from giamngheo.households import demonstration as people
from giamngheo.review import demonstration
from giamngheo.review.judging import verdicts
from giamngheo.review.models import Assessment, HouseholdClass, ReviewCase, ReviewRequest, ReviewRound

pytestmark = pytest.mark.django_db


def test_first_half_of_an_annual_review_stands(officer, hoang_phu_new, villages, make_user) -> None:
    reviewer = make_user("rs", "village_reviewer", hoang_phu_new)
    people.prepare(by=officer, commune=hoang_phu_new, villages=villages, households=60)
    made = demonstration.prepare(by=officer, unit=hoang_phu_new, villages=villages, reviewer=reviewer)
    states = set(ReviewCase.objects.values_list("state", flat=True))
    assert {"listed", "surveyed", "screened_out"} <= states
    assert HouseholdClass.objects.count() == demonstration.POOR + demonstration.NEAR_POOR
    assert made.surveyed > made.listed // 2
    assert ReviewRequest.objects.filter(cases=None).count() == 2
    assert {"poor", "near_poor", "not_poor"} == set(Assessment.objects.values_list("outcome", flat=True))
    kept = Assessment.objects.first()
    assert verdicts.again(kept).decode() == kept.verdict
    again = demonstration.prepare(by=officer, unit=hoang_phu_new, villages=villages)
    assert again == (0, 0, 0)
    assert ReviewRound.objects.count() == 1
