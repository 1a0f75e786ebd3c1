"""Phiếu A: kept as it was filled in; by what the standard says of it a household is reviewed or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import squeeze, storable
from giamngheo.review.judging.asking import screening as questions_of
from giamngheo.review.judging.laws import SCREENING, standard_of
from giamngheo.review.keeping.allowing import may_assess
from giamngheo.review.keeping.forms import check_form, is_screened
from giamngheo.review.keeping.stepping import check_open, check_seen, locked, step, words
from giamngheo.review.models import CaseState, ReviewCase, Screening
from giamngheo.review.problems import STEP, Refused, refuse
from giamngheo.review.problems_survey import SCREENING_ABSENT, SCREENING_FORM, SURVEY_DAY, SURVEY_WHO
from giamngheo.standards.answering import problems_of
from giamngheo.standards.verdict import decide

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.values import Seen


class Screened(NamedTuple):
    """The screening as kept, and its case, screened out or still listed."""

    screening: Screening
    case: ReviewCase


@transaction.atomic
def screen(
    *, by: User, case: ReviewCase, seen: Seen, answers: Mapping[str, Any], screened_on: date, screened_by: str
) -> Screened:
    """Keep a filled-in Phiếu A. `answers`: question → true, false or None; what is not asked is left out.

    Raises REVIEW-SCREENING-FORM, -SCREENING-ABSENT, -STALE, -SURVEY-STALE, -SURVEY-DAY, -SURVEY-WHO, LAW-ANSWER-...,
    -STEP, -ROUND-STATE; OutOfScope, NotPermitted.
    """
    case = locked(case)
    may_assess(by, case)
    check_open(case)
    check_seen(case, seen.step)
    last = case.screenings.order_by("number").last()
    check_form(last, seen.form)
    if case.state != CaseState.LISTED:
        (from_vi, from_en), (to_vi, to_en) = words(CaseState(case.state)), words(CaseState.LISTED)
        raise refuse(STEP, from_vi=from_vi, from_en=from_en, to_vi=to_vi, to_en=to_en)
    if not is_screened(case):
        raise refuse(SCREENING_FORM)
    standard, who = standard_of(case.round), squeeze(storable(screened_by))[:150]
    asked = questions_of(standard)
    if not asked:
        raise refuse(SCREENING_ABSENT, standard=standard.key, day=format_date(standard.day))
    if screened_on > timezone.localdate():
        raise refuse(SURVEY_DAY, day=format_date(screened_on))
    if not who:
        raise refuse(SURVEY_WHO)
    given = {each.name: answers.get(each.name) for each in asked}
    problems = problems_of(standard, given)
    if problems:
        raise Refused(*(each.finding for each in problems))
    value = decide(standard, given, rule=SCREENING).value
    said = None if value is None else bool(value)
    made = Screening.objects.create(
        case=case, number=1 + (last.number if last else 0), answers=given,
        criteria=sum(value is True for value in given.values()), to_be_reviewed=said, screened_on=screened_on,
        screened_by=who, by=by,
    )  # fmt: skip
    if said is False:
        case = step(case, CaseState.SCREENED_OUT, by=by)
    record(
        by=by, action="review.screen", subject=case, unit=case.round.unit,
        after={"number": made.number, "to_be_reviewed": said},
    )  # fmt: skip
    return Screened(made, case)
