"""Phiếu B and the income sheet: judged by the round's standard, kept with their verdict for ever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import squeeze, storable
from giamngheo.review.judging.verdicts import kept
from giamngheo.review.keeping.allowing import may_assess
from giamngheo.review.keeping.forms import PURPOSES, awaits_screening, check_form
from giamngheo.review.keeping.judged import Judged, judged
from giamngheo.review.keeping.stepping import check_open, check_seen, locked, step, words
from giamngheo.review.models import Assessment, CaseState, PovertyCause, ReviewCase
from giamngheo.review.problems import STEP, Refused, refuse
from giamngheo.review.problems_survey import CAUSE, NOT_SCREENED, SURVEY_DAY, SURVEY_WHO

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.values import Seen, Survey


class Assessed(NamedTuple):
    """The assessment as kept, what the law said, and the case: surveyed, or where it was when no class can be said."""

    assessment: Assessment
    judged: Judged
    case: ReviewCase


@transaction.atomic
def assess(*, by: User, case: ReviewCase, seen: Seen, survey: Survey) -> Assessed:
    """Keep a filled-in form with its verdict. With a class the case is surveyed; without, it waits where it is.

    Raises Refused with every reason (REVIEW-STALE, -SURVEY-STALE, -STEP, -ROUND-STATE, -NOT-SCREENED, -SURVEY-DAY,
    -SURVEY-WHO, -SURVEY-MEMBERS, -SCORES-DISAGREE, -CAUSE, LAW-ANSWER-...); OutOfScope, NotPermitted.
    """
    case = locked(case)
    may_assess(by, case)
    check_open(case)
    check_seen(case, seen.step)
    last = case.assessments.order_by("number").last()
    check_form(last, seen.form)
    state = CaseState(case.state)
    if state not in PURPOSES:
        (from_vi, from_en), (to_vi, to_en) = words(state), words(CaseState.SURVEYED)
        raise refuse(STEP, from_vi=from_vi, from_en=from_en, to_vi=to_vi, to_en=to_en)
    found = judged(by, case, survey)
    if awaits_screening(case, found.standard):
        raise refuse(NOT_SCREENED)
    findings = [*_unsaid(survey), *found.findings]
    if findings:
        raise Refused(*findings)
    made = Assessment.objects.create(
        case=case, number=1 + (last.number if last else 0), purpose=PURPOSES[state], by=by, **_columns(survey, found)
    )
    if made.outcome:
        case = step(case, CaseState.SURVEYED, by=by, assessment=made)
    record(
        by=by, action="review.assess", subject=case, unit=case.round.unit,
        after={"number": made.number, "purpose": made.purpose, "outcome": made.outcome},
    )  # fmt: skip
    return Assessed(made, found, case)


def _unsaid(survey: Survey) -> Sequence[Finding]:
    """What a form must say besides its answers."""
    findings = []
    if survey.surveyed_on > timezone.localdate():
        findings.append(SURVEY_DAY.at(day=format_date(survey.surveyed_on)))
    if not squeeze(survey.reviewer):
        findings.append(SURVEY_WHO.at())
    findings += [CAUSE.at(value=each) for each in survey.causes if each not in PovertyCause.values]
    return findings


def _columns(survey: Survey, found: Judged) -> dict[str, Any]:
    said = found.said
    if said is None:  # a refusal was raised before
        raise ValueError("nothing was judged")
    data, verdict = kept(said)
    marked = survey.scores_only and survey.deprivations is not None
    return {
        "surveyed_on": survey.surveyed_on,
        "reviewer": squeeze(storable(survey.reviewer))[:150],
        "from_paper": survey.from_paper or survey.scores_only,
        "members": found.ground.people,
        "record": data,
        "verdict": verdict,
        "outcome": said.outcome,
        "income_score": said.income_score,
        "deprivation_score": said.deprivation_score,
        "income": said.income,
        "deprivations": list(survey.deprivations or ()) if marked else list(said.deprivations),
        "typed": [*said.typed, *(["deprivations"] if marked else [])],
        "verified": said.verified and not marked,
        "causes": [each for each in PovertyCause.values if each in survey.causes],
        "no_labour": survey.no_labour,
        "note": storable(survey.note).strip(),
    }
