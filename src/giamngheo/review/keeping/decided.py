"""A decision held still, and all that must be true of it on the day it is signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Max

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import squeeze
from giamngheo.households.models import Household
from giamngheo.review import problems_decisions as p
from giamngheo.review.deciding_values import Signing
from giamngheo.review.keeping.class_register import Later
from giamngheo.review.keeping.days import clock, today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.unseen import check_unchanged
from giamngheo.review.models import (
    CaseState,
    Decision,
    DecisionItem,
    DecisionKind,
    ItemOutcome,
    ProposalItem,
    ReviewCase,
    RoundKind,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_TOLD = (CaseState.PROPOSED, CaseState.SCREENED_OUT, CaseState.RECOGNISED)  # states in which a refusal is written


def draft(by: User | None, decision: Decision, permission: Permission, seen: datetime | None) -> Decision:
    """The decision as it is now, locked. Raises REVIEW-DECISION-SIGNED, REVIEW-CHANGED, OutOfScope, NotPermitted."""
    rows = Decision.objects.select_for_update(no_key=True, of=("self",))
    held = rows.select_related("unit", "round__unit", "document", "signed_by", "by", "corrects").get(pk=decision.pk)
    allowed(by, permission, held.unit)
    if held.signed_at is not None:
        who = str(held.signed_by) if held.signed_by else "–"
        raise refuse(p.DECISION_SIGNED, who=who, when=clock(held.signed_at), symbol=str(held.document))
    check_unchanged(held, seen)
    return held


def items_of(decision: Decision) -> list[DecisionItem]:
    """The items of a draft, by household."""
    rows = decision.items.select_related("assessment", "corrects__decision__document")
    return list(rows.order_by("household", "pk"))


def wrong(
    decision: Decision,
    items: Sequence[DecisionItem],
    cases: Mapping[int, ReviewCase],
    homes: Mapping[int, Household],
    signing: Signing,
) -> list[Finding]:
    """Everything that keeps a decision of a round from being signed; `cases` and `homes` are locked."""
    names = names_of((each.household_id for each in items), today())
    findings = [
        p.DECISION_STALE.at(name=names[item.household_id]) for item in items if _is_stale(decision, item, cases)
    ]
    findings += [
        p.DECISION_REASON.at(name=names[item.household_id])
        for item in items
        if item.outcome == ItemOutcome.REFUSED and len(squeeze(item.reason)) < 2
    ]
    findings += _ended(decision, items, homes, names)
    proposed = [case.pk for case in cases.values() if case.state == CaseState.PROPOSED]
    last = ProposalItem.objects.filter(case__in=proposed).aggregate(Max("proposal__on"))["proposal__on__max"]
    if last is not None and signing.signed_on < last:
        findings.append(p.DECISION_DAY.at(day=format_date(signing.signed_on), earlier=format_date(last)))
    if _annual(decision) and not squeeze(signing.without_opinion):
        count = without_opinion(proposed, signing.signed_on)
        if count:
            findings.append(p.DECISION_OPINION.at(count=count))
    return findings


def without_opinion(cases: Iterable[int], day: date) -> int:
    """How many of these cases are of a last proposal the higher level had not answered by that day."""
    rows = ProposalItem.objects.filter(case__in=list(cases)).order_by("proposal__number")
    last: dict[int, date | None] = dict(rows.values_list("case", "proposal__opinion__answered_on"))
    return sum(answered is None or answered > day for answered in last.values())


def in_the_way(later: Mapping[int, Later], items: Sequence[DecisionItem], day: date) -> list[Finding]:
    """Findings for items whose class something later forbids."""
    names = names_of((each.household_id for each in items if each.pk in later), today())
    return [
        p.CLASS_LATER.at(
            name=names[item.household_id], since=format_date(found.since), day=format_date(day), symbol=found.symbol,
        )
        for item in items
        if (found := later.get(item.pk)) is not None
    ]  # fmt: skip


def _annual(decision: Decision) -> bool:
    """Whether the higher level is asked first."""
    kinds = (DecisionKind.RECOGNITION, DecisionKind.REFUSAL)
    return decision.round is not None and decision.round.kind == RoundKind.ANNUAL and decision.kind in kinds


def _is_stale(decision: Decision, item: DecisionItem, cases: Mapping[int, ReviewCase]) -> bool:
    case = cases.get(item.case_id or 0)
    if case is None:
        return True
    allowed_states = _TOLD if decision.kind == DecisionKind.REFUSAL else (CaseState.PROPOSED,)
    return case.state not in allowed_states or case.assessment_id != item.assessment_id


def _ended(
    decision: Decision, items: Sequence[DecisionItem], homes: Mapping[int, Household], names: Mapping[int, str]
) -> list[Finding]:
    if decision.kind != DecisionKind.RECOGNITION:
        return []
    ended = {key: home.ended_on for key, home in homes.items() if home.ended_on is not None}
    return [
        p.HOUSEHOLD_ENDED.at(name=names[each.household_id], ended=format_date(ended[each.household_id]))
        for each in items
        if each.household_id in ended
    ]


def lock_corrected(decision: Decision) -> None:
    """Hold what a correction corrects, so that of two corrections of one item the second sees the first."""
    Decision.objects.select_for_update(no_key=True, of=("self",)).get(pk=decision.corrects_id or 0)


def corrected_before(items: Iterable[DecisionItem]) -> list[Finding]:
    """Findings for items of a correction whose items were corrected by a signed one already."""
    wanted = {item.corrects_id: item for item in items if item.corrects_id}
    rows = DecisionItem.objects.filter(corrects__in=wanted, decision__signed_at__isnull=False)
    rows = rows.select_related("decision__document")
    names = names_of((each.household_id for each in rows), today())
    return [p.CORRECTION_TWICE.at(name=names[each.household_id], symbol=str(each.decision.document)) for each in rows]
