"""The same step of many cases at once: two writes however many they are. The database checks every one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F

from giamngheo.foundation.findings import Finding
from giamngheo.review.keeping.stepping import check_open, stale_of, words
from giamngheo.review.models import CaseState, CaseStep, ReviewCase, RoundState
from giamngheo.review.permissions import OutOfScope
from giamngheo.review.problems import STEP, Refused, refuse
from giamngheo.review.triggers import cases as guards

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound


def locked_cases(review_round: ReviewRound, seen: Mapping[int, int]) -> list[ReviewCase]:
    """Cases of the round, locked in the order of their keys, each at the step somebody saw (case → step).

    Raises REVIEW-STALE for every one that went on meanwhile; OutOfScope where one is not of the round.
    """
    rows = ReviewCase.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=list(seen), round=review_round)
    found = list(rows.order_by("pk"))
    if len(found) != len(seen):
        raise OutOfScope("case")
    moved = [each for each in found if each.step != seen[each.pk]]
    if moved:
        steps = CaseStep.objects.filter(case__in=moved, number=F("case__step")).select_related("by")
        findings: list[Finding] = [stale_of(each) for each in steps]
        raise Refused(*findings)
    return found


def step_many(
    review_round: ReviewRound, found: Sequence[ReviewCase], to: CaseState, *, by: User | None, reason: str = ""
) -> None:
    """Move locked cases of one round on, inside the caller's transaction, their evidence written before.

    Raises REVIEW-ROUND-STATE, and REVIEW-STEP where the table or the evidence of one does not allow it."""
    if not found:
        return
    found[0].round = review_round
    if not (to == CaseState.WITHDRAWN and review_round.state == RoundState.PREPARING):
        check_open(found[0])
    CaseStep.objects.bulk_create(
        CaseStep(case=each, number=each.step + 1, from_state=each.state, to_state=to, by=by, reason=reason)
        for each in found
    )
    try:
        with transaction.atomic():
            ReviewCase.objects.filter(pk__in=[each.pk for each in found]).update(step=F("step") + 1, state=to)
    except IntegrityError as error:
        if guards.NOT_ALLOWED not in str(error):
            raise
        states = {CaseState(each.state) for each in found}
        (from_vi, from_en), (to_vi, to_en) = _all(states), words(to)
        raise refuse(STEP, from_vi=from_vi, from_en=from_en, to_vi=to_vi, to_en=to_en) from error


def _all(states: set[CaseState]) -> tuple[str, str]:
    told = [words(each) for each in sorted(states)]
    return ", ".join(vi for vi, _en in told), ", ".join(en for _vi, en in told)
