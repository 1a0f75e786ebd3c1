"""Drafts and signed decisions: of a round, of a unit, and one of them with all it says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, QuerySet

from giamngheo.accounts.queries import permissions_in, scope_units
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.decided import without_opinion
from giamngheo.review.keeping.drafting import effective_of, for_recognition, for_refusal
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.models import (
    CaseState,
    Decision,
    DecisionItem,
    DecisionKind,
    ReviewRound,
    RoundKind,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.deciding import round_to_decide
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class ToDecide(NamedTuple):
    """How many cases a draft of each kind would hold now."""

    recognition: int
    refusal: int


class ItemRow(NamedTuple):
    """What a decision says of one household (worker). `corrected`: the signed item that put it right, or None.

    `stale`: the case no longer stands as a draft says.
    """

    item: DecisionItem
    name: str
    village: str
    corrected: DecisionItem | None
    stale: bool


class DecisionPage(NamedTuple):
    """A decision. `unanswered`: households whose list the higher level has not answered today (annual path)."""

    decision: Decision
    rows: Sequence[ItemRow]
    unanswered: int
    rights: frozenset[Permission]

    @property
    def is_draft(self) -> bool:
        return self.decision.signed_at is None

    @property
    def may_run(self) -> bool:
        return Permission.RUN_REVIEW in self.rights

    @property
    def may_sign(self) -> bool:
        return Permission.SIGN_REVIEW in self.rights


def decisions_for(user: User, unit: Unit | None = None) -> QuerySet[Decision]:
    """Decisions of the units whose reviews the user may see (of one and what it was): drafts, then the latest first."""
    found = Decision.objects.filter(unit__in=scope_units(user, permission=Permission.VIEW_REVIEW))
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    found = found.select_related("document", "round", "unit", "by", "signed_by", "corrects__document")
    return found.annotate(households=Count("items")).order_by("-signed_at", "-pk")


def drafts_to_sign(user: User, unit: Unit) -> QuerySet[Decision]:
    """Drafts of the unit that wait for its leader, the oldest first; none for who may not sign there."""
    if Permission.SIGN_REVIEW not in permissions_in(user, unit):
        return Decision.objects.none()
    return decisions_for(user, unit).filter(signed_at=None).order_by("at")


def decisions_of(user: User, round_: ReviewRound) -> QuerySet[Decision]:
    """Those of a round."""
    return decisions_for(user).filter(round=round_.pk)


def to_decide(user: User, round_: ReviewRound) -> ToDecide:
    """What could be drafted now."""
    found = round_to_decide(user, round_.pk)
    effective = effective_of(found, today())
    return ToDecide(len(for_recognition(found, effective)), len(for_refusal(found, effective)))


def decision_page(user: User, pk: int) -> DecisionPage:
    """Raises Decision.DoesNotExist for others'; a constant number of queries."""
    decision = decisions_for(user).get(pk=pk)
    items = list(
        decision.items.select_related("case__village", "person", "assessment").order_by("case__village__code", "pk")
    )
    names = names_of((item.household_id for item in items), today())
    villages = _villages(items, decision.effective_from)
    corrected = {
        each.corrects_id: each
        for each in DecisionItem.objects.filter(corrects__decision=decision, decision__signed_at__isnull=False)
        .select_related("decision__document")
        .order_by("pk")
    }
    draft = decision.signed_at is None
    rows = [
        ItemRow(
            item,
            item.person.full_name if item.person else names[item.household_id],
            item.case.village.name if item.case else villages.get(item.household_id, ""),
            corrected.get(item.pk),
            draft and _is_stale(decision, item),
        )
        for item in items
    ]
    return DecisionPage(decision, rows, _unanswered(decision, items), permissions_in(user, decision.unit))


def _unanswered(decision: Decision, items: Sequence[DecisionItem]) -> int:
    if decision.signed_at is not None or decision.round is None or decision.round.kind != RoundKind.ANNUAL:
        return 0
    if decision.kind == DecisionKind.CORRECTION:
        return 0
    proposed = [each.case.pk for each in items if each.case and each.case.state == CaseState.PROPOSED]
    return without_opinion(proposed, today()) if proposed else 0


def _is_stale(decision: Decision, item: DecisionItem) -> bool:
    if item.case is None or decision.kind == DecisionKind.CORRECTION:
        return False
    told = (CaseState.PROPOSED, CaseState.SCREENED_OUT, CaseState.RECOGNISED)
    states = told if decision.kind == DecisionKind.REFUSAL else (CaseState.PROPOSED,)
    return item.case.state not in states or item.case.assessment_id != item.assessment_id


def _villages(items: Sequence[DecisionItem], day: date) -> dict[int, str]:
    """Where households without a case live: on the first day of the class, else today."""
    from giamngheo.households.models import Address
    from giamngheo.territory.queries import valid_on

    wanted = [item.household_id for item in items if item.case_id is None]
    if not wanted:
        return {}
    rows = Address.objects.filter(valid_on(day) | valid_on(today()), household__in=wanted).order_by("-valid_from")
    return dict(rows.values_list("household", "village__name"))
