"""Phiếu B and the income sheet, through the database: verdicts kept and judged again, people of the day, who may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from giamngheo.households import actions as register_actions
from giamngheo.households.values import PersonValues
from giamngheo.review.actions import listing, requests
from giamngheo.review.actions.assessing import assess
from giamngheo.review.actions.committee import assign_reviewer
from giamngheo.review.judging import verdicts
from giamngheo.review.models import Assessment
from giamngheo.review.permissions import NotPermitted, OutOfScope
from giamngheo.review.values import Seen, Survey
from giamngheo.standards.scorecards import store
from tests.factories import scorecards
from tests.integration.review.rounds_test import refused
from tests.integration.review.surveying import (
    BAD_HOUSE,
    SHEET,
    asked,
    assessed,
    case_of,
    holds,
    monthly,
    seen,
    survey,
)

pytestmark = pytest.mark.django_db


def listed(officer, unit, household, kind: str = "monthly", **values):
    round_ = monthly(officer, unit, kind, **values)
    listing.add_households(by=officer, review_round=round_, households=[household.pk], reason="Lũ")
    return case_of(household)


@pytest.fixture
def case(officer, hoang_phu_new, family):
    return listed(officer, hoang_phu_new, family.household)


@pytest.mark.parametrize(
    ("home", "outcome", "deprivations"),
    [
        ({}, "near_poor", []),
        (BAD_HOUSE, "poor", ["housing_quality", "water", "toilet"]),
        ({"income_score_typed": 145}, "not_poor", []),
    ],
)
def test_survey_gives_class_scores_and_deprivations(officer, case, home, outcome, deprivations) -> None:
    done = assessed(officer, case, home=home, causes=("labour", "land"), note="ghi chú")
    kept = Assessment.objects.get()
    assert (done.case.state, done.case.assessment, kept.outcome) == ("surveyed", kept, outcome)
    assert kept.deprivations == deprivations
    assert (kept.deprivation_score, kept.income_score) == (10 * len(deprivations), home.get("income_score_typed", 120))
    assert kept.typed == ["income_score_typed"]
    assert kept.causes == ["land", "labour"]
    assert kept.verified is (outcome == "not_poor")  # decided by the line alone, which was read


def test_kept_verdict_is_judged_again_to_the_same_bytes(officer, case) -> None:
    assessed(officer, case, home=BAD_HOUSE)
    kept = Assessment.objects.get()
    assert verdicts.again(kept).decode() == kept.verdict
    assert verdicts.decoded(kept).household_class == "poor"


def test_verdict_by_a_scorecard_is_judged_again(officer, hoang_phu_new, family, settings, tmp_path) -> None:
    settings.DATA_DIR = tmp_path
    store.keep(tmp_path / "scorecards", scorecards.card())
    case = listed(officer, hoang_phu_new, family.household, scorecard="b1-thu.1")
    home = {"income_score_typed": None, "region": "nt1", "b1_size": "one", "b1_assets_car": True}
    done = assessed(officer, case, home=home)
    assert (done.assessment.income_score, done.assessment.typed) == (125, [])
    kept = Assessment.objects.get()
    assert verdicts.again(kept).decode() == kept.verdict
    assert kept.record["scorecard"]["id"] == "b1-thu"


def test_births_come_from_the_register_whatever_is_sent(officer, case, family) -> None:
    form = survey(case.household)
    members = {pk: {**answers, "birth": 19000101} for pk, answers in form.members.items()}
    assess(by=officer, case=case, seen=seen(case), survey=replace(form, members=members))
    kept = Assessment.objects.get()
    births = dict(zip(kept.members, (each.get("birth") for each in kept.record["members"]), strict=True))
    assert births[family["Bình"].pk] == 19750410
    assert births[family["An"].pk] == 20010615


def test_survey_without_a_deciding_answer_is_kept_and_waits(officer, case) -> None:
    done = assessed(officer, case, home={"income_score_typed": None})
    assert (done.case.state, done.case.assessment, done.assessment.outcome) == ("listed", None, "")
    assert [each.question for each in done.judged.said.missing] == ["income_score_typed"]
    again = assessed(officer, case)
    assert (again.assessment.number, again.case.state) == (2, "surveyed")


def test_newer_assessment_takes_the_place_of_a_surveyed_one(officer, case) -> None:
    assessed(officer, case)
    second = assessed(officer, case, home=BAD_HOUSE)
    assert (second.case.assessment, second.case.step) == (second.assessment, 2)
    assert Assessment.objects.count() == 2


def test_scores_of_a_paper_form_are_marked_as_copied(officer, case) -> None:
    form = survey(case.household, scores_only=True, deprivations=("water", "toilet", "housing_area"))
    home = {"income_score_typed": 100, "deprivation_score_typed": 30}
    done = assess(by=officer, case=case, seen=seen(case), survey=replace(form, household=home))
    kept = done.assessment
    assert (kept.outcome, kept.from_paper) == ("poor", True)
    assert kept.typed == ["income_score_typed", "deprivation_score_typed", "deprivations"]
    assert kept.deprivations == ["water", "toilet", "housing_area"]
    assert verdicts.again(kept).decode() == kept.verdict


def test_marks_that_contradict_the_copied_score_are_refused(officer, case) -> None:
    form = survey(case.household, scores_only=True, deprivations=("water",))
    home = {"income_score_typed": 100, "deprivation_score_typed": 30}
    with refused("SCORES-DISAGREE"):
        assess(by=officer, case=case, seen=seen(case), survey=replace(form, household=home))


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"home": {"income_score_typed": 121}}, "LAW-ANSWER-LIMIT"),
        ({"home": {"wall": "straw"}}, "LAW-ANSWER-OPTION"),
        ({"day": date(2099, 1, 1)}, "REVIEW-SURVEY-DAY"),
        ({"day": date(2019, 1, 1)}, "REVIEW-SURVEY-DAY"),
        ({"causes": ("luck",)}, "REVIEW-CAUSE"),
    ],
)
def test_form_that_cannot_be_is_refused_and_nothing_kept(officer, case, values, code) -> None:
    with pytest.raises(Exception, match=code):
        assessed(officer, case, **values)
    assert not Assessment.objects.exists()
    case.refresh_from_db()
    assert case.step == 0


def test_form_made_for_other_people_is_refused(officer, case, family) -> None:
    form = survey(case.household)
    register_actions.birth(
        by=officer, household=family.household, on=date(2026, 10, 1), newborn=PersonValues("Nguyễn Thị Mai")
    )
    with pytest.raises(Exception, match=r"REVIEW-SURVEY-MEMBERS.*Nguyễn Thị Mai"):
        assess(by=officer, case=case, seen=seen(case), survey=form)
    earlier = replace(form, surveyed_on=date(2026, 9, 30))
    assert assess(by=officer, case=case, seen=seen(case), survey=earlier).case.state == "surveyed"


def test_second_officer_is_told_and_the_first_form_stands(officer, leader, case) -> None:
    before = seen(case)
    assess(by=leader, case=case, seen=before, survey=survey(case.household))
    with pytest.raises(Exception, match="REVIEW-STALE: Người thử lanh-dao"):
        assess(by=officer, case=case, seen=before, survey=survey(case.household, home=BAD_HOUSE))
    assert Assessment.objects.get().by == leader


def test_incomplete_form_written_meanwhile_is_told_too(officer, leader, case) -> None:
    before = seen(case)
    assess(by=leader, case=case, seen=before, survey=survey(case.household, home={"income_score_typed": None}))
    with refused("SURVEY-STALE"):
        assess(by=officer, case=case, seen=before, survey=survey(case.household))


def test_reviewer_surveys_only_where_assigned(officer, case, make_user, hoang_phu_new, villages) -> None:
    reviewer = make_user("rs", "village_reviewer", hoang_phu_new)
    assign_reviewer(by=officer, review_round=case.round, villages=[villages[1].pk], name="RS", user=reviewer)
    with pytest.raises(NotPermitted):
        assessed(reviewer, case)
    assign_reviewer(by=officer, review_round=case.round, villages=[villages[0].pk], name="RS", user=reviewer)
    assert assessed(reviewer, case).assessment.by == reviewer


def test_others_survey_nothing_here(other_officer, province_officer, case) -> None:
    with pytest.raises(OutOfScope):
        assess(by=other_officer, case=case, seen=Seen(0, 0), survey=survey(case.household))
    with pytest.raises(NotPermitted):
        assess(by=province_officer, case=case, seen=Seen(0, 0), survey=survey(case.household))


def test_after_a_meeting_without_consensus_it_is_a_resurvey(rows, officer, family) -> None:
    case = rows.case(rows.round(), family.household, class_before="poor")
    assessed(officer, case)
    case.refresh_from_db()
    rows.meeting(case.round, {case: 4}, attending=20)
    rows.step(case, "resurvey")
    assert assessed(officer, case).assessment.purpose == "resurvey"


def test_after_a_complaint_it_is_a_recheck(rows, officer, family) -> None:
    case = rows.case(rows.round(), family.household, class_before="poor")
    assessed(officer, case)
    case.refresh_from_db()
    rows.meeting(case.round, {case: 20}, attending=20)
    rows.step(case, "agreed")
    posting = rows.posting(case)
    rows.step(case, "posted")
    rows.complaint(case, posting)
    rows.step(case, "rechecking")
    done = assessed(officer, case, home=BAD_HOUSE)
    assert (done.assessment.purpose, done.case.state) == ("recheck", "surveyed")


def test_by_the_standard_of_2027_no_class_can_be_said_yet(officer, hoang_phu_new, family) -> None:
    from giamngheo.review.actions import rounds
    from tests.integration.review.surveying import annual

    round_ = annual(officer, hoang_phu_new, judged_on=date(2027, 1, 1))
    rounds.open_round(by=officer, review_round=round_)
    listing.add_households(by=officer, review_round=round_, households=[family.household.pk], reason="Lũ")
    done = assessed(officer, case_of(family.household))
    assert (done.assessment.outcome, done.case.state) == ("", "listed")
    assert done.judged.said.refusals


def income(household, **home) -> Survey:
    form = survey(household)
    return replace(form, household=SHEET | {"farming": True} | home)


def test_average_living_standard_is_judged_by_income(officer, hoang_phu_new, family, neighbours) -> None:
    holds(neighbours.household, "poor", hoang_phu_new)  # the commune keeps its register: who is not in it is not poor
    case = listed(officer, hoang_phu_new, family.household, "average_living_standard")
    form = income(family.household, receipts_crops=90_000_000, costs_crops=10_000_000)
    kept = assess(by=officer, case=case, seen=seen(case), survey=form).assessment
    assert (kept.outcome, kept.income) == ("average_living_standard", 80_000_000 // 48)
    assert kept.record["household"]["recognised_class"] == "not_poor"
    assert verdicts.again(kept).decode() == kept.verdict


def test_without_a_register_income_says_whether_it_is_poor(officer, hoang_phu_new, family) -> None:
    case = listed(officer, hoang_phu_new, family.household, "average_living_standard")
    form = income(family.household, receipts_crops=90_000_000)
    kept = assess(by=officer, case=case, seen=seen(case), survey=form).assessment
    assert kept.outcome == "average_living_standard"
    assert "recognised_class" not in kept.record["household"]


def test_low_income_worker_is_one_person_of_the_household(officer, hoang_phu_new, family) -> None:
    request = asked(officer, hoang_phu_new, family.household, "low_income_worker", person=family["Lan"].pk)
    round_ = monthly(officer, hoang_phu_new, "low_income_worker")
    (case,) = requests.place_requests(by=officer, review_round=round_, requests=[request])
    form = income(family.household, recognised_class="not_poor", receipts_wages=60_000_000)
    done = assess(by=officer, case=case, seen=seen(case), survey=form)
    kept = done.assessment
    assert (kept.outcome, done.case.state) == ("low_income_worker", "surveyed")
    assert kept.record["member"] == kept.members.index(family["Lan"].pk)
    assert verdicts.again(kept).decode() == kept.verdict


def test_impossible_birth_of_the_register_is_told_not_judged(officer, hoang_phu_new, register) -> None:
    home = register((PersonValues("Người Rất Già", "male", 18600000), "head"))
    case = listed(officer, hoang_phu_new, home.household)
    with pytest.raises(Exception, match="LAW-ANSWER-BIRTH"):
        assessed(officer, case)


def test_child_born_after_the_day_judged_by_is_a_member_of_no_age(officer, hoang_phu_new, family) -> None:
    from giamngheo.review.actions import rounds
    from tests.integration.review.surveying import annual

    holds(family.household, "poor", hoang_phu_new)
    rounds.open_round(by=officer, review_round=annual(officer, hoang_phu_new))  # by the standard of 01/09/2026
    mai = register_actions.birth(
        by=officer, household=family.household, on=date(2026, 9, 20), newborn=PersonValues("Nguyễn Thị Mai")
    ).people[0]
    kept = assessed(officer, case_of(family.household)).assessment
    assert kept.outcome == "near_poor"
    assert kept.record["members"][kept.members.index(mai.pk)]["birth"] == 20260901
    assert verdicts.again(kept).decode() == kept.verdict
