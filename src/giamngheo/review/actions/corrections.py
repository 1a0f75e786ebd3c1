"""A correction of a signed decision is drafted: which items were wrong, what is right. It is signed as any decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.foundation.text import nfc, squeeze, without_controls
from giamngheo.households.models import Household
from giamngheo.review import problems_decisions as p
from giamngheo.review.keeping import decided
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.opening import check_households
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.unseen import sign
from giamngheo.review.models import ClassPath, Decision, DecisionItem, DecisionKind, ItemOutcome, PovertyClass
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

# What may be given in each path; NONE: no class.
CLASSES: Mapping[str, Sequence[PovertyClass]] = {
    ClassPath.POVERTY: (PovertyClass.POOR, PovertyClass.NEAR_POOR, PovertyClass.NONE),
    ClassPath.AVERAGE_LIVING_STANDARD: (PovertyClass.AVERAGE_LIVING_STANDARD, PovertyClass.NONE),
    ClassPath.LOW_INCOME_WORKER: (PovertyClass.LOW_INCOME_WORKER, PovertyClass.NONE),
}


@transaction.atomic
def draft_correction(
    *,
    by: User | None,
    decision: Decision,
    reason: str,
    changes: Mapping[int, str],
    added: Mapping[int, str] | None = None,
) -> Decision:
    """A draft that gives the items of `changes` (by key) another class, "none" for none, from the same day as before.

    `added`: household's key → class, for an opening list that left it out. Raises Refused (REVIEW-CORRECTION-...,
    REVIEW-CLASS-WRONG, REVIEW-REASON, REVIEW-DECISION-DRAFT, REVIEW-OPENING-...), OutOfScope, NotPermitted.
    """
    wrong = Decision.objects.select_for_update(no_key=True, of=("self",)).select_related("unit").get(pk=decision.pk)
    allowed(by, Permission.RUN_REVIEW, wrong.unit)
    if wrong.signed_at is None:
        raise refuse(p.CORRECTION_SIGNED)
    if not squeeze(reason):
        raise refuse(p.REASON)
    if wrong.corrections.filter(signed_at=None).exists():
        raise refuse(p.DECISION_DRAFT, kind_vi="quyết định đính chính", kind_en="correction")
    items = _changed(wrong, changes)
    items += _added(wrong, added or {})
    if not items:
        raise refuse(p.CORRECTION_NOTHING)
    correction = Decision(
        kind=DecisionKind.CORRECTION, unit=wrong.unit, round_id=wrong.round_id, corrects=wrong,
        effective_from=wrong.effective_from, reason=nfc(without_controls(reason)).strip(),
    )  # fmt: skip
    sign(correction, by)
    correction.save()
    for each in items:
        each.decision = correction
    DecisionItem.objects.bulk_create(items)
    record(by=by, action="review.draft_correction", subject=correction, unit=wrong.unit, reason=correction.reason,
           after={"corrects": wrong.pk, "items": len(items)})  # fmt: skip
    return correction


def _changed(wrong: Decision, changes: Mapping[int, str]) -> list[DecisionItem]:
    """Items that give something else than the items they correct."""
    rows = list(wrong.items.filter(pk__in=changes).order_by("pk"))
    differing = [row for row in rows if _class(changes[row.pk]) != _class(row.given)]
    names = names_of((each.household_id for each in differing), today())
    findings = [
        p.CLASS_WRONG.at(name=names[row.household_id], value=changes[row.pk])
        for row in differing
        if _class(changes[row.pk]) not in CLASSES[row.path]
    ]
    if findings:
        raise Refused(*findings)
    items = [
        DecisionItem(
            case_id=row.case_id, assessment_id=row.assessment_id, household_id=row.household_id,
            person_id=row.person_id, outcome=ItemOutcome.CORRECTED, path=row.path, before=row.given,
            given=_class(changes[row.pk]), deprivations=row.deprivations, corrects=row,
        )
        for row in differing
    ]  # fmt: skip
    twice = decided.corrected_before(items)
    if twice:
        raise Refused(*twice)
    return items


def _added(wrong: Decision, added: Mapping[int, str]) -> list[DecisionItem]:
    """Households an opening list had left out."""
    if not added:
        return []
    if wrong.kind != DecisionKind.OPENING:
        raise refuse(p.CORRECTION_NOTHING)
    homes = Household.objects.in_bulk(list(added))
    check_households(
        wrong.unit, {homes[key]: value for key, value in added.items() if key in homes}, wrong.effective_from
    )
    return [
        DecisionItem(
            household_id=key,
            outcome=ItemOutcome.CORRECTED,
            path=ClassPath.POVERTY,
            before=PovertyClass.NONE,
            given=value,
        )
        for key, value in sorted(added.items())
    ]


def _class(value: str) -> str:
    """A class given; all that gives none is "none"."""
    return PovertyClass.NONE if value in ("", PovertyClass.NOT_POOR) else value
