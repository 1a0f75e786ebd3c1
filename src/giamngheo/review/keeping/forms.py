"""Forms of a case: which it needs, and whether somebody wrote one meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.review.judging.laws import SCREENING, has_rule
from giamngheo.review.models import (
    AssessmentPurpose,
    CaseSource,
    CaseState,
    PovertyClass,
    RequestForm,
    ReviewCase,
    RoundKind,
)
from giamngheo.review.problems import refuse
from giamngheo.review.problems_survey import SURVEY_STALE

if TYPE_CHECKING:
    from giamngheo.review.models import Assessment, Screening
    from giamngheo.standards.standard import Standard

PURPOSES = {
    CaseState.LISTED: AssessmentPurpose.SURVEY,
    CaseState.SURVEYED: AssessmentPurpose.SURVEY,
    CaseState.RESURVEY: AssessmentPurpose.RESURVEY,
    CaseState.RECHECKING: AssessmentPurpose.RECHECK,
}


def check_form(last: Assessment | Screening | None, seen: int) -> None:
    """Raises REVIEW-SURVEY-STALE when a form was kept after the one somebody saw (0: none). The case is locked."""
    if last is None or last.number == seen:
        return
    who, when = str(last.by) if last.by else "–", f"{timezone.localtime(last.at):%H:%M %d/%m/%Y}"
    raise refuse(SURVEY_STALE, who=who, when=when)


def is_screened(case: ReviewCase) -> bool:
    """Whether Phiếu A is for the household: it asked for a review (Mẫu 01) and holds no class."""
    asked = case.request is not None and case.request.form == RequestForm.REVIEW
    return (
        RoundKind(case.round.kind).judges_poverty
        and case.source == CaseSource.REQUEST
        and asked
        and case.class_before not in (PovertyClass.POOR, PovertyClass.NEAR_POOR)
    )


def awaits_screening(case: ReviewCase, standard: Standard) -> bool:
    """Whether Phiếu A has yet to say that the household is to be reviewed."""
    if case.state != CaseState.LISTED or not is_screened(case) or not has_rule(standard, SCREENING):
        return False
    last = case.screenings.order_by("number").last()
    return last is None or last.to_be_reviewed is not True
