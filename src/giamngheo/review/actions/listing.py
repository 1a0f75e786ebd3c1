"""Households put on the list of a round by the committee, and taken off it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.foundation.text import squeeze, storable
from giamngheo.review.keeping.allowing import may_run
from giamngheo.review.keeping.listing import check_listing, enter, entries_of, locked_round
from giamngheo.review.keeping.many import locked_cases, step_many
from giamngheo.review.models import CaseState, ReviewCase, RoundKind
from giamngheo.review.problems import Refused, refuse
from giamngheo.review.problems_survey import REASON, WRONG_KIND

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound


@transaction.atomic
def add_households(*, by: User, review_round: ReviewRound, households: Sequence[int], reason: str) -> list[ReviewCase]:
    """The committee puts households (by key) on the list, with a reason: all of them, or none and every reason why.

    Raises REVIEW-REASON, -LISTED-ALREADY, -LISTED-ELSEWHERE, -NOT-LIVING-HERE, -WRONG-KIND (a worker needs a request);
    OutOfScope, NotPermitted.
    """
    found = locked_round(review_round)
    may_run(by, found.unit)
    check_listing(found)
    why = squeeze(storable(reason))
    if not why:
        raise refuse(REASON)
    if found.kind == RoundKind.LOW_INCOME_WORKER:
        raise refuse(WRONG_KIND, round=str(found))
    entries, findings = entries_of(by, found, households, why)
    if findings:
        raise Refused(*findings)
    made = enter(found, entries, by)
    record(
        by=by, action="review.add_households", subject=found, unit=found.unit,
        after={"households": [each.household_id for each in entries]}, reason=why,
    )  # fmt: skip
    return made


@transaction.atomic
def withdraw_cases(*, by: User, review_round: ReviewRound, seen: Mapping[int, int], reason: str) -> int:
    """Take cases off the list: `seen` is case → step as the user saw it. All of them, or none and every reason why.

    Raises REVIEW-REASON, REVIEW-STALE, REVIEW-STEP, REVIEW-ROUND-STATE; OutOfScope, NotPermitted.
    """
    found = locked_round(review_round)
    may_run(by, found.unit)
    why = squeeze(storable(reason))
    if not why:
        raise refuse(REASON)
    cases = locked_cases(found, seen)
    step_many(found, cases, CaseState.WITHDRAWN, by=by, reason=why)
    record(
        by=by, action="review.withdraw_cases", subject=found, unit=found.unit, after={"cases": sorted(seen)}, reason=why
    )
    return len(cases)
