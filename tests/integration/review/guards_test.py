"""The database refuses by itself, whichever it is and whoever writes: no verb of ours is asked here."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from giamngheo.review import triggers
from giamngheo.review.models import HouseholdClass, MeetingVote, ReviewCase, Screening
from giamngheo.review.triggers import cases, kept
from tests.integration.review.conftest import DAY

pytestmark = pytest.mark.django_db


class refused:
    """What stands in the block is refused by the database with `message`."""

    def __init__(self, message: str) -> None:
        self.raises, self.block = pytest.raises(IntegrityError, match=message), transaction.atomic()

    def __enter__(self) -> None:
        self.raises.__enter__()
        self.block.__enter__()

    def __exit__(self, *error) -> bool | None:
        self.block.__exit__(*error)
        return self.raises.__exit__(*error)


@pytest.fixture
def case(rows, family) -> ReviewCase:
    return rows.case(rows.round(), family.household, class_before="poor")


def surveyed(rows, case, **values) -> ReviewCase:
    return rows.step(case, "surveyed", assessment=rows.assessment(case, **values))


def posted(rows, case):
    surveyed(rows, case)
    rows.meeting(case.round, {case: 10}, attending=20)
    rows.step(case, "agreed")
    posting = rows.posting(case)
    rows.step(case, "posted")
    return posting


def test_whole_annual_path_passes(rows, case) -> None:
    posted(rows, case)
    rows.proposal(case)
    rows.step(case, "proposed")
    item = rows.decision(case)
    rows.step(case, "recognised")
    HouseholdClass.objects.create(
        household=case.household, path="poverty", value="poor", valid_from=date(2027, 1, 1), begun_by=item
    )
    case.round.state = "closed"
    case.round.save()
    assert [each.to_state for each in case.steps.all()] == ["surveyed", "agreed", "posted", "proposed", "recognised"]


def test_every_step_of_the_table_and_no_other(rows, case) -> None:
    """From listed, without any evidence, nothing but withdrawing passes."""
    for to in ("screened_out", "surveyed", "resurvey", "agreed", "posted", "rechecking", "proposed", "recognised"):
        with refused(cases.NOT_ALLOWED):
            rows.step(case, to)
    rows.step(case, "withdrawn", reason="Cả hộ chuyển đi")
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "listed")


def test_state_without_a_step_is_refused(rows, case) -> None:
    surveyed(rows, case)
    with refused(cases.UNKNOWN_STEP):
        ReviewCase.objects.filter(pk=case.pk).update(state="agreed")
    with refused(cases.UNKNOWN_STEP):
        ReviewCase.objects.filter(pk=case.pk).update(state="agreed", step=2)


def test_case_keeps_what_it_is_about(rows, case, neighbours) -> None:
    with refused(cases.FIXED):
        rows.step(case, "withdrawn", reason="nhầm", household=neighbours.household)


def test_assessment_without_a_class_is_no_survey(rows, case) -> None:
    with refused(cases.NOT_ALLOWED):
        surveyed(rows, case, outcome="")


def test_assessment_of_another_case_is_no_survey(rows, case, neighbours) -> None:
    other = rows.assessment(rows.case(case.round, neighbours.household))
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "surveyed", assessment=other)


@pytest.mark.parametrize(("agreeing", "attending", "goes_to"), [(10, 20, "agreed"), (10, 21, "resurvey")])
def test_meeting_decides_by_half_of_those_attending(rows, case, agreeing, attending, goes_to) -> None:
    surveyed(rows, case)
    rows.meeting(case.round, {case: agreeing}, attending=attending)
    with refused(cases.NOT_ALLOWED):
        rows.step(case, {"agreed": "resurvey", "resurvey": "agreed"}[goes_to])
    rows.step(case, goes_to)
    assert case.state == goes_to


def test_vote_counts_only_once_the_meeting_was_held(rows, case) -> None:
    surveyed(rows, case)
    rows.meeting(case.round, {case: 20}, attending=20, held=False)
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "agreed")


def test_vote_on_an_older_assessment_does_not_count(rows, case) -> None:
    surveyed(rows, case)
    rows.meeting(case.round, {case: 20}, attending=20)
    surveyed(rows, case, outcome="near_poor")
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "agreed")


def test_after_a_meeting_without_consensus_comes_a_new_survey(rows, case) -> None:
    surveyed(rows, case)
    rows.meeting(case.round, {case: 1}, attending=20)
    rows.step(case, "resurvey")
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "surveyed")
    surveyed(rows, case, purpose="resurvey")
    assert case.state == "surveyed"


def test_nothing_is_proposed_before_the_posting_is_over(rows, case) -> None:
    posting = posted(rows, case)
    rows.proposal(case, on=posting.ends_on)
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "proposed")


def test_complaint_leads_to_a_recheck_and_a_second_posting(rows, case) -> None:
    posting = posted(rows, case)
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "rechecking")
    complaint = rows.complaint(case, posting)
    rows.proposal(case)
    with refused(cases.NOT_ALLOWED):  # the complaint is open
        rows.step(case, "proposed")
    rows.step(case, "rechecking")
    with refused(cases.NOT_ALLOWED):  # a recheck is not an ordinary survey
        surveyed(rows, case)
    surveyed(rows, case, purpose="recheck")
    rows.answer(complaint, case.assessment)
    with refused(cases.NOT_ALLOWED):  # in the poverty paths it is posted again
        rows.step(case, "proposed")
    rows.posting(case, ends_on=date(2026, 10, 1))
    rows.step(case, "posted")
    rows.proposal(case, on=date(2026, 10, 2))
    rows.step(case, "proposed")


def test_recheck_leads_past_the_meeting_only_after_rechecking(rows, case) -> None:
    with refused(cases.NOT_ALLOWED):
        surveyed(rows, case, purpose="recheck")
    surveyed(rows, case)
    with refused(cases.NOT_ALLOWED):
        surveyed(rows, case, purpose="recheck")


def test_result_of_a_recheck_is_put_right_by_another(rows, case) -> None:
    posting = posted(rows, case)
    rows.complaint(case, posting)
    rows.step(case, "rechecking")
    surveyed(rows, case, purpose="recheck")
    assert surveyed(rows, case, purpose="recheck", outcome="near_poor").state == "surveyed"


def test_income_path_has_no_meeting_and_no_second_posting(rows, family) -> None:
    case = rows.case(rows.round("average_living_standard"), family.household)
    surveyed(rows, case, outcome="average_living_standard")
    posting = rows.posting(case)
    rows.step(case, "posted")
    complaint = rows.complaint(case, posting)
    rows.step(case, "rechecking")
    surveyed(rows, case, purpose="recheck", outcome="none")
    rows.answer(complaint, case.assessment)
    rows.proposal(case)
    rows.step(case, "proposed")
    assert case.state == "proposed"


def test_poverty_path_cannot_skip_the_meeting(rows, case) -> None:
    surveyed(rows, case)
    rows.posting(case)
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "posted")


@pytest.mark.parametrize(("source", "before", "passes"), [
    ("request", "none", True), ("listed", "none", False), ("request", "poor", False),
])  # fmt: skip
def test_screening_keeps_out_only_who_asked_and_is_on_no_list(rows, family, source, before, passes) -> None:
    from giamngheo.review.models import ReviewRequest

    asked = ReviewRequest.objects.create(
        form="review", unit=rows.unit, number=1, year=2026, household=family.household, applicant="A Giả",
        received_on=DAY,
    )  # fmt: skip
    case = rows.case(rows.round(), family.household, source=source, request=asked, class_before=before)
    Screening.objects.create(
        case=case, number=1, answers={}, criteria=5, to_be_reviewed=False, screened_on=DAY, screened_by="B Giả"
    )
    if passes:
        assert rows.step(case, "screened_out").state == "screened_out"
    else:
        with refused(cases.NOT_ALLOWED):
            rows.step(case, "screened_out")


def proposed(rows, case) -> None:
    posted(rows, case)
    rows.proposal(case)
    rows.step(case, "proposed")


def test_unsigned_decision_decides_nothing(rows, case) -> None:
    proposed(rows, case)
    item = rows.decision(case, signed=False)
    with refused(cases.NOT_ALLOWED):
        rows.step(case, "recognised")
    with refused(kept.OF_SIGNED):
        HouseholdClass.objects.create(
            household=case.household, path="poverty", value="poor", valid_from=DAY, begun_by=item
        )


def test_what_was_signed_stands(rows, case) -> None:
    proposed(rows, case)
    item = rows.decision(case)
    for statement in (
        "UPDATE review_decision SET signer = 'Người khác'",
        "DELETE FROM review_decision",
        "UPDATE review_decisionitem SET given = 'near_poor'",
        "DELETE FROM review_decisionitem",
    ):
        with refused(kept.SIGNED), connection.cursor() as cursor:
            cursor.execute(statement)
    with refused(kept.SIGNED):
        item.decision.items.create(household=case.household, outcome="recognised", path="poverty", given="poor")


def test_held_meeting_stands(rows, case) -> None:
    surveyed(rows, case)
    meeting = rows.meeting(case.round, {case: 10}, attending=20)
    with refused(kept.HELD):
        MeetingVote.objects.update(agreeing=1)
    with refused(kept.HELD):
        type(meeting).objects.filter(pk=meeting.pk).update(attending=30)


@pytest.mark.parametrize("table", kept.APPEND_ONLY)
def test_append_only_tables_refuse_change_and_removal(rows, case, table) -> None:
    posting = posted(rows, case)
    complaint = rows.complaint(case, posting)
    rows.answer(complaint, case.assessment)
    rows.proposal(case)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM review_{table}")
        if not cursor.fetchone()[0]:
            assert f"review_{table}_kept_update" in triggers.names(connection)
            return
    for statement in (f"UPDATE review_{table} SET id = id", f"DELETE FROM review_{table}"):
        with refused(kept.KEPT), connection.cursor() as cursor:
            cursor.execute(statement)


def test_one_class_of_a_path_a_day(rows, case) -> None:
    proposed(rows, case)
    item = rows.decision(case)

    def held(**values):
        return HouseholdClass.objects.create(
            household=case.household, path="poverty", **{"value": "poor", "begun_by": item, **values}
        )

    held(valid_from=date(2027, 1, 1), valid_to=date(2027, 12, 31), ended_by=item)
    with refused(kept.TWO_CLASSES):
        held(valid_from=date(2027, 12, 31))
    open_class = held(valid_from=date(2028, 1, 1), value="near_poor")
    with refused(kept.CLASS_FIXED):
        HouseholdClass.objects.filter(pk=open_class.pk).update(value="poor")
    HouseholdClass.objects.filter(pk=open_class.pk).update(valid_to=date(2028, 12, 31), ended_by=item)
    with refused(kept.CLASS_FIXED):
        HouseholdClass.objects.filter(pk=open_class.pk).update(valid_to=date(2029, 12, 31))


def test_round_opens_with_a_head_and_closes_when_nothing_is_left(rows, family) -> None:
    made = rows.round(state="preparing")
    with refused(kept.ROUND_STEP):
        type(made).objects.filter(pk=made.pk).update(state="open")
    made.committee.create(role="head", name="Trưởng Giả")
    made.state = "open"
    made.save()
    with refused(kept.ROUND_FIXED):
        type(made).objects.filter(pk=made.pk).update(standard="vn-2027.1")
    case = rows.case(made, family.household)
    with refused(kept.ROUND_STEP):
        type(made).objects.filter(pk=made.pk).update(state="closed")
    rows.step(case, "withdrawn", reason="chuyển đi")
    made.state = "closed"
    made.save()
    with refused(cases.ROUND_NOT_OPEN):
        rows.step(case, "listed")


def test_every_guard_stands() -> None:
    wanted = {f"{guard.table}_{guard.name}_{guard.verb.lower()}" for guard in triggers.GUARDS}
    assert wanted <= triggers.names(connection)
