"""Households put on the list of a round by the committee, and taken off it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import squeeze, storable
from giamngheo.households.queries.villages import addresses_seen
from giamngheo.review.keeping.allowing import may_run
from giamngheo.review.keeping.classes import PATHS, values_of
from giamngheo.review.keeping.listing import Entry, called, enter, in_the_way, locked_round
from giamngheo.review.keeping.many import locked_cases, step_many
from giamngheo.review.keeping.stepping import words
from giamngheo.review.models import CaseSource, CaseState, PovertyClass, ReviewCase, RoundKind, RoundState
from giamngheo.review.problems import ROUND_STATE, Refused, refuse
from giamngheo.review.problems_survey import NOT_LIVING_HERE, REASON, WRONG_KIND

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


def check_listing(found: ReviewRound) -> None:
    """Raises REVIEW-ROUND-STATE where nobody can be listed any more."""
    if found.state not in (RoundState.PREPARING, RoundState.OPEN):
        vi, en = words(RoundState(found.state))
        raise refuse(ROUND_STATE, round=str(found), state_vi=vi, state_en=en)


def entries_of(
    by: User, found: ReviewRound, households: Sequence[int], because: str
) -> tuple[list[Entry], list[Finding]]:
    """What would be listed, and why something cannot be: for the verb and for its preview; five reads."""
    day = timezone.localdate()
    wanted = list(dict.fromkeys(households))
    living = dict(
        addresses_seen(by, day, found.unit).filter(household__in=wanted).values_list("household_id", "village_id")
    )
    before = values_of(wanted, day, PATHS[RoundKind(found.kind)])
    gone = [each for each in wanted if each not in living]
    names = called(gone)
    findings: list[Finding] = [
        NOT_LIVING_HERE.at(who=names.get(each, "–"), unit=found.unit.name, day=format_date(day)) for each in gone
    ]
    entries = [
        Entry(
            each, living[each], CaseSource.COMMITTEE, None, before.get((each, None), PovertyClass.NONE), None, because
        )
        for each in wanted
        if each in living
    ]
    in_way = in_the_way(found, entries)
    findings += in_way.values()
    return [each for each in entries if each.key not in in_way], findings
