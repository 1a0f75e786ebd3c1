"""What a draft holds: the items a recognition or a refusal would decide now, taken from the cases of a round."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from giamngheo.review.keeping import class_register as classes
from giamngheo.review.keeping.outcomes import Decided, decided_of, path_of
from giamngheo.review.keeping.reasons import reason_of
from giamngheo.review.models import (
    CaseState,
    Decision,
    DecisionItem,
    DecisionKind,
    ItemOutcome,
    PovertyClass,
    ReviewCase,
    ReviewRound,
    RoundKind,
    Screening,
)

_ASKED = Q(state=CaseState.SCREENED_OUT, request__isnull=False)


class Chosen(NamedTuple):
    """A case with what would be decided of it; `before`: the class it holds now."""

    case: ReviewCase
    decided: Decided
    before: str


def effective_of(round_: ReviewRound, signed_on: date) -> date:
    """The first day of the classes a decision of the round gives."""
    return date(round_.year + 1, 1, 1) if round_.kind == RoundKind.ANNUAL else signed_on


def for_recognition(round_: ReviewRound, day: date, only: Collection[int] | None = None) -> list[Chosen]:
    """Proposed cases that would be recognised."""
    cases = _cases(round_, Q(state=CaseState.PROPOSED), only)
    return [each for each in _chosen(cases, round_, day) if each.decided.outcome == ItemOutcome.RECOGNISED]


def for_refusal(round_: ReviewRound, day: date, only: Collection[int] | None = None) -> list[Chosen]:
    """Cases to be told in writing and not told yet: proposed ones to be refused, requests kept out by Phiếu A, and
    recognised ones whose request asked for something else."""
    told = DecisionItem.objects.filter(
        case=OuterRef("pk"), decision__kind=DecisionKind.REFUSAL, decision__signed_at__isnull=False
    )
    wanted = Q(state=CaseState.PROPOSED) | _ASKED | Q(state=CaseState.RECOGNISED, request__isnull=False)
    cases = _cases(round_, wanted, only).filter(~Exists(told))
    return [each for each in _chosen(cases, round_, day) if _is_told(each)]


def items_of(decision: Decision, chosen: Iterable[Chosen]) -> list[DecisionItem]:
    """The items of a draft, not saved."""
    refusal = decision.kind == DecisionKind.REFUSAL
    wanted = list(chosen)
    screenings = _last_screenings(each.case for each in wanted if refusal)
    return [
        DecisionItem(
            decision=decision, case=each.case, assessment=each.case.assessment, household_id=each.case.household_id,
            person_id=each.case.person_id, path=path_of(each.case.round.kind), before=each.before,
            outcome=ItemOutcome.REFUSED if refusal else ItemOutcome.RECOGNISED, given=_given(each, refusal=refusal),
            deprivations=each.case.assessment.deprivations if each.case.assessment else [],
            reason=(reason_of(each.case, screenings.get(each.case.pk)) or "–") if refusal else "",
        )
        for each in wanted
    ]  # fmt: skip


def _given(chosen: Chosen, *, refusal: bool) -> str:
    """A refusal changes no class: the one held goes on."""
    if not refusal:
        return chosen.decided.given
    return chosen.before if chosen.before != PovertyClass.NOT_POOR else PovertyClass.NONE


def _is_told(chosen: Chosen) -> bool:
    if chosen.case.state == CaseState.SCREENED_OUT:
        return True
    if chosen.case.state == CaseState.RECOGNISED:
        return chosen.decided.letter
    return chosen.decided.outcome == ItemOutcome.REFUSED


def _cases(round_: ReviewRound, wanted: Q, only: Collection[int] | None) -> QuerySet[ReviewCase]:
    cases = ReviewCase.objects.filter(wanted, round=round_).select_related("round", "request", "assessment")
    return cases if only is None else cases.filter(pk__in=only)


def _chosen(cases: QuerySet[ReviewCase], round_: ReviewRound, day: date) -> list[Chosen]:
    found = list(cases.order_by("village", "pk"))
    held = _held(found, round_, day)
    return [Chosen(case, decided_of(case, case.class_before), held.get(case.pk, PovertyClass.NONE)) for case in found]


def _held(cases: list[ReviewCase], round_: ReviewRound, day: date) -> dict[int, str]:
    """The class each case's household (worker) holds on the day before the decision takes effect; one query."""
    path = path_of(round_.kind)
    probes = [DecisionItem(household_id=each.household_id, person_id=each.person_id, path=path) for each in cases]
    rows = classes.standing(probes)
    found = {}
    for case, probe in zip(cases, probes, strict=True):
        row = classes.covering(rows.get(classes.owner_of(probe), ()), day - classes.ONE_DAY)
        if row is not None:
            found[case.pk] = row.value
    return found


def _last_screenings(cases: Iterable[ReviewCase]) -> dict[int, Screening]:
    wanted = [case.pk for case in cases if case.assessment_id is None]
    rows = Screening.objects.filter(case__in=wanted).order_by("number")
    return {row.case_id: row for row in rows}
