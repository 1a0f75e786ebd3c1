"""Rounds: created, opened with their list, cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import squeeze, storable
from giamngheo.review.judging.laws import choices, layers, resolved, with_card
from giamngheo.review.keeping.allowing import may_run
from giamngheo.review.keeping.classes import PATHS, holders
from giamngheo.review.keeping.committee import put_committee
from giamngheo.review.keeping.listing import Entry, elsewhere, enter, here, locked_round
from giamngheo.review.keeping.many import step_many
from giamngheo.review.keeping.stepping import words
from giamngheo.review.keeping.warning import warnings_of
from giamngheo.review.models import (
    FINAL,
    CaseSource,
    CaseState,
    CommitteeRole,
    Decision,
    ReviewCase,
    ReviewRound,
    RoundKind,
    RoundState,
)
from giamngheo.review.problems import ROUND_STATE, Refused, refuse
from giamngheo.review.problems_survey import (
    NO_CLASSES,
    REASON,
    ROUND_DAYS,
    ROUND_NO_HEAD,
    ROUND_SIGNED,
    ROUND_STANDARD,
    ROUND_STANDARD_OPEN,
    ROUND_UNDER_WAY,
    ROUND_UNIT,
)
from giamngheo.review.values import Seat
from giamngheo.territory.models import Level, Unit

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Created(NamedTuple):
    """A new round and what is odd about it."""

    round: ReviewRound
    warnings: Sequence[Finding]


class Opened(NamedTuple):
    """An open round: households listed, and those passed over because they are in it or in another round already."""

    round: ReviewRound
    listed: int
    passed_over: int
    warnings: Sequence[Finding]


@transaction.atomic
def create_round(
    *,
    by: User,
    unit: Unit,
    kind: RoundKind | str,
    year: int,
    month: int = 0,
    starts_on: date,
    ends_on: date,
    judged_on: date | None = None,
    province: str = "",
    scorecard: str = "",
    committee: Sequence[Seat] = (),
) -> Created:
    """A round that is being prepared. `judged_on` None: the first day, where only one standard can be meant.

    Raises Refused with every reason found; OutOfScope, NotPermitted.
    """
    may_run(by, unit)
    # One of a unit after another: two officers creating the same round cannot both find none.
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    kind = RoundKind(kind)
    _check_unit_and_days(unit, kind, year, month, starts_on, ends_on)
    day = _judged(kind, starts_on, judged_on)
    standard = resolved(day, province)
    if province and province not in {each.province for each in layers(unit, day)}:
        raise refuse(ROUND_STANDARD, day=format_date(day))
    with_card(standard, scorecard)
    made = ReviewRound.objects.create(
        kind=kind, unit=unit, year=year, month=month, ordinal=_ordinal(unit, kind, year, month), standard=standard.key,
        judged_on=day, province=province, scorecard=scorecard, starts_on=starts_on, ends_on=ends_on, created_by=by,
    )  # fmt: skip
    put_committee(made, committee)
    after = {"kind": kind.value, "standard": made.standard, "judged_on": str(day), "scorecard": scorecard}
    record(by=by, action="review.create_round", subject=made, unit=unit, after=after)
    return Created(made, warnings_of(made))


@transaction.atomic
def open_round(*, by: User, review_round: ReviewRound) -> Opened:
    """Begin: the committee has a head; an annual round lists all who hold a class today, all or nothing.

    Raises REVIEW-ROUND-NO-HEAD, REVIEW-ROUND-STATE; OutOfScope, NotPermitted.
    """
    found = locked_round(review_round)
    may_run(by, found.unit)
    _check_state(found, RoundState.PREPARING)
    if not found.committee.filter(role=CommitteeRole.HEAD).exists():
        raise refuse(ROUND_NO_HEAD)
    warnings = warnings_of(found)
    listed = passed_over = 0
    if found.kind == RoundKind.ANNUAL:
        listed, passed_over = _list_holders(by, found)
        if not listed + passed_over:
            warnings.append(NO_CLASSES.at(unit=found.unit.name))
    found.state, found.opened_at = RoundState.OPEN, timezone.now()
    found.save(update_fields=["state", "opened_at"])
    record(
        by=by, action="review.open_round", subject=found, unit=found.unit,
        after={"listed": listed, "passed_over": passed_over},
    )  # fmt: skip
    return Opened(found, listed, passed_over, warnings)


@transaction.atomic
def list_holders(*, by: User, review_round: ReviewRound) -> Opened:
    """Put everybody who holds the path's class today on the list of a round that is under way; who is there stays.

    Raises REVIEW-ROUND-STATE; OutOfScope, NotPermitted.
    """
    found = locked_round(review_round)
    may_run(by, found.unit)
    _check_state(found, RoundState.PREPARING, RoundState.OPEN)
    listed, passed_over = _list_holders(by, found)
    record(by=by, action="review.list_holders", subject=found, unit=found.unit, after={"listed": listed})
    return Opened(found, listed, passed_over, ())


@transaction.atomic
def cancel_round(*, by: User, review_round: ReviewRound, reason: str) -> ReviewRound:
    """Give a round up, while nothing of it is signed: its unfinished cases are withdrawn, its requests wait again.

    Raises REVIEW-REASON, REVIEW-ROUND-STATE, REVIEW-ROUND-SIGNED; OutOfScope, NotPermitted.
    """
    found = locked_round(review_round)
    may_run(by, found.unit)
    _check_state(found, RoundState.PREPARING, RoundState.OPEN)
    why = squeeze(storable(reason))
    if not why:
        raise refuse(REASON)
    if Decision.objects.filter(round=found).exclude(signed_at=None).exists():
        raise refuse(ROUND_SIGNED)
    before = {"state": found.state}
    _withdraw_all(found, by, why)
    found.state, found.state_reason = RoundState.CANCELLED, why
    found.save(update_fields=["state", "state_reason"])
    record(by=by, action="review.cancel_round", subject=found, unit=found.unit, before=before, reason=why)
    return found


def _withdraw_all(found: ReviewRound, by: User, why: str) -> None:
    rows = ReviewCase.objects.filter(round=found).exclude(state__in=FINAL)
    cases = list(rows.select_for_update(no_key=True, of=("self",)).order_by("pk"))
    step_many(found, cases, CaseState.WITHDRAWN, by=by, reason=why)


def _check_unit_and_days(unit: Unit, kind: RoundKind, year: int, month: int, starts_on: date, ends_on: date) -> None:
    if unit.level != Level.COMMUNE or unit.valid_to is not None:
        raise refuse(ROUND_UNIT, unit=unit.name)
    annual = kind == RoundKind.ANNUAL
    inside = starts_on.year == year and (ends_on.year == year if annual else starts_on.month == month)
    if not inside or ends_on < starts_on or (month != 0 if annual else not 1 <= month <= 12):
        period = (f"năm {year}", f"the year {year}") if annual else (f"tháng {month:02}/{year}", f"{month:02}/{year}")
        raise refuse(
            ROUND_DAYS, starts=format_date(starts_on), ends=format_date(ends_on), period_vi=period[0],
            period_en=period[1],
        )  # fmt: skip


def _judged(kind: RoundKind, starts_on: date, judged_on: date | None) -> date:
    """The day judged by. Raises where two standards could be meant and none was chosen, or another is asked for."""
    known = choices(kind, starts_on)
    if judged_on is None:
        if len(known) > 1:
            raise refuse(ROUND_STANDARD_OPEN, first=format_date(known[-1].day))
        return starts_on
    if known and not any(each.standard.release.covers(judged_on) for each in known):
        raise refuse(ROUND_STANDARD, day=format_date(judged_on))
    return judged_on


def _ordinal(unit: Unit, kind: RoundKind, year: int, month: int) -> int:
    """1, or one more than the closed rounds of that month. Raises REVIEW-ROUND-UNDER-WAY."""
    same = ReviewRound.objects.filter(unit=unit, kind=kind, year=year, month=month).exclude(state=RoundState.CANCELLED)
    known = list(same)
    for each in known:
        if each.state != RoundState.CLOSED or kind == RoundKind.ANNUAL:
            vi, en = words(RoundState(each.state))
            raise refuse(ROUND_UNDER_WAY, round=str(each), state_vi=vi, state_en=en)
    return 1 + max((each.ordinal for each in known), default=0)


def _check_state(found: ReviewRound, *allowed: RoundState) -> None:
    if found.state not in allowed:
        vi, en = words(RoundState(found.state))
        raise Refused(ROUND_STATE.at(round=str(found), state_vi=vi, state_en=en))


def _list_holders(by: User, found: ReviewRound) -> tuple[int, int]:
    """How many were listed, and how many were there already or in another round."""
    day = timezone.localdate()
    held = holders(by, found.unit, day, PATHS[RoundKind(found.kind)])
    entries = {
        (each.household_id, each.person_id): Entry(
            each.household_id, each.village_id, CaseSource.LISTED, each.person_id, each.value
        )
        for each in held
    }
    taken = here(found).keys() | elsewhere(found, [each.household_id for each in held]).keys()
    free = [entry for key, entry in entries.items() if key not in taken]
    enter(found, free, by)
    return len(free), len(entries) - len(free)
