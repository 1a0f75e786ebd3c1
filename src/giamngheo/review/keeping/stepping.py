"""One step of a case: the only way its state changes. The database checks the evidence again (triggers/cases.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import TextChoices
from django.utils import timezone, translation

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.review.models import CaseState, CaseStep, ReviewCase, RoundState
from giamngheo.review.problems import ROUND_STATE, STALE, STEP, Refused, refuse
from giamngheo.review.triggers import cases

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import Assessment


def locked(case: ReviewCase | int) -> ReviewCase:
    """The case as it is now, locked until the transaction ends. Lock several in the order of their keys."""
    pk = case if isinstance(case, int) else case.pk
    return ReviewCase.objects.select_for_update(no_key=True, of=("self",)).select_related("round").get(pk=pk)


def check_seen(case: ReviewCase, seen: int) -> None:
    """Raises REVIEW-STALE when somebody stepped since step `seen` was read. `case` is locked."""
    if case.step == seen:
        return
    raise Refused(stale_of(CaseStep.objects.select_related("by").get(case=case, number=case.step)))


def stale_of(last: CaseStep) -> Finding:
    """That somebody took this step meanwhile."""
    who = str(last.by) if last.by else "–"
    when = f"{timezone.localtime(last.at):%H:%M %d/%m/%Y}"
    vi, en = words(CaseState(last.to_state))
    return STALE.at(who=who, when=when, state_vi=vi, state_en=en)


def step(
    case: ReviewCase,
    to: CaseState,
    *,
    by: User | None,
    reason: str = "",
    seen: int | None = None,
    assessment: Assessment | None = None,
) -> ReviewCase:
    """Move a case on, inside the caller's transaction, its evidence written before. `seen`: the step the user saw.

    Raises REVIEW-STALE, REVIEW-ROUND-STATE, REVIEW-STEP where the table or the evidence does not allow it.
    """
    case = locked(case)
    if seen is not None:
        check_seen(case, seen)
    check_open(case)
    before = CaseState(case.state)
    CaseStep.objects.create(
        case=case, number=case.step + 1, from_state=before, to_state=to, by=by, reason=squeeze(nfc(reason))
    )
    case.step, case.state = case.step + 1, to
    if assessment is not None:
        case.assessment = assessment
    try:
        with transaction.atomic():
            case.save(update_fields=["step", "state", "assessment"])
    except IntegrityError as error:
        if cases.NOT_ALLOWED not in str(error):
            raise
        (from_vi, from_en), (to_vi, to_en) = words(before), words(to)
        raise refuse(STEP, from_vi=from_vi, from_en=from_en, to_vi=to_vi, to_en=to_en) from error
    return case


def check_open(case: ReviewCase) -> None:
    """Raises REVIEW-ROUND-STATE."""
    if case.round.state != RoundState.OPEN:
        vi, en = words(RoundState(case.round.state))
        raise refuse(ROUND_STATE, round=str(case.round), state_vi=vi, state_en=en)


def words(value: TextChoices) -> tuple[str, str]:
    """A label in both languages."""
    with translation.override("vi"):
        vi = str(value.label)
    with translation.override("en"):
        return vi, str(value.label)
