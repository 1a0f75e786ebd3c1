"""Decisions of the chairman: drafted from the cases of a round, signed with a number, never changed after.

Signing is one transaction: number, decision, steps, classes. docs/algorithms/review-deciding.md
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.documents.actions import register_own
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze, without_controls
from giamngheo.review import problems_decisions as p
from giamngheo.review.deciding_values import Signing
from giamngheo.review.keeping import class_register as classes
from giamngheo.review.keeping import decided, drafting
from giamngheo.review.keeping.days import check_past, today
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.rounds import locked_round
from giamngheo.review.keeping.stepping_many import locked_all, step_all
from giamngheo.review.keeping.subjects import subject_of
from giamngheo.review.keeping.unseen import sign
from giamngheo.review.models import (
    CaseState,
    Decision,
    DecisionItem,
    DecisionKind,
    ItemOutcome,
    PovertyClass,
    ReviewRound,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_SIGNED = ("Ngày ký", "The day signed")
_KINDS = {
    DecisionKind.RECOGNITION: ("quyết định công nhận", "recognition"),
    DecisionKind.REFUSAL: ("văn bản không công nhận", "refusal"),
}


@transaction.atomic
def draft_decision(*, by: User | None, round_: ReviewRound, kind: str, only: Collection[int] | None = None) -> Decision:
    """A draft with an item for every case that would be recognised (refused) now, or for those of `only`.

    Raises Refused (REVIEW-DECISION-NONE, REVIEW-DECISION-DRAFT), OutOfScope, NotPermitted.
    """
    held = locked_round(round_)
    allowed(by, Permission.RUN_REVIEW, held.unit)
    vi, en = _KINDS[DecisionKind(kind)]
    if Decision.objects.filter(round=held, kind=kind, signed_at=None).exists():
        raise refuse(p.DECISION_DRAFT, kind_vi=vi, kind_en=en)
    effective = drafting.effective_of(held, today())
    choose = drafting.for_refusal if kind == DecisionKind.REFUSAL else drafting.for_recognition
    chosen = choose(held, effective, only)
    if not chosen:
        raise refuse(p.DECISION_NONE, kind_vi=vi, kind_en=en)
    decision = Decision(kind=kind, unit=held.unit, round=held, effective_from=effective)
    sign(decision, by)
    decision.save()
    DecisionItem.objects.bulk_create(drafting.items_of(decision, chosen))
    record(by=by, action="review.draft_decision", subject=decision, unit=held.unit,
           after={"kind": kind, "items": len(chosen)})  # fmt: skip
    return decision


@transaction.atomic
def amend_draft(
    *,
    by: User | None,
    decision: Decision,
    seen: datetime | None = None,
    remove: Collection[int] = (),
    reasons: Mapping[int, str] | None = None,
) -> Decision:
    """Take items out of a draft (by key), and write their reasons anew.

    Raises Refused (REVIEW-DECISION-SIGNED, REVIEW-CHANGED), OutOfScope, NotPermitted.
    """
    held = decided.draft(by, decision, Permission.RUN_REVIEW, seen)
    held.items.filter(pk__in=remove).delete()
    rows = {item.pk: item for item in held.items.filter(pk__in=reasons or {})}
    for key, text in (reasons or {}).items():
        if key in rows:
            rows[key].reason = nfc(without_controls(text)).strip() or "–"
    DecisionItem.objects.bulk_update(rows.values(), ["reason"])
    sign(held, by)
    held.save(update_fields=["by", "at"])
    record(by=by, action="review.amend_draft", subject=held, unit=held.unit,
           after={"removed": len(remove), "reasons": len(rows)})  # fmt: skip
    return held


@transaction.atomic
def discard_draft(*, by: User | None, decision: Decision, seen: datetime | None = None) -> None:
    """Put a draft away. Raises Refused (REVIEW-DECISION-SIGNED, REVIEW-CHANGED), OutOfScope, NotPermitted."""
    held = decided.draft(by, decision, Permission.RUN_REVIEW, seen)
    record(by=by, action="review.discard_draft", subject=held, unit=held.unit,
           before={"kind": held.kind, "items": held.items.count()})  # fmt: skip
    held.items.all().delete()
    held.delete()


@transaction.atomic
def sign_decision(*, by: User | None, decision: Decision, signing: Signing, seen: datetime | None = None) -> Decision:
    """Sign a draft: it takes a number and stands for ever, its cases step, its classes begin and end.

    Raises Refused (REVIEW-DECISION-..., REVIEW-CLASS-LATER, REVIEW-HOUSEHOLD-ENDED, REVIEW-CHANGED, REVIEW-STEP,
    REVIEW-ROUND-STATE), FindingError (DOCUMENT-...), OutOfScope, NotPermitted. Nothing is written then.
    """
    held = decided.draft(by, decision, Permission.SIGN_REVIEW, seen)
    check_past(signing.signed_on, _SIGNED)
    if not squeeze(signing.signer):
        raise refuse(p.DECISION_SIGNER)
    items = decided.items_of(held)
    if not items:
        vi, en = _KINDS.get(DecisionKind(held.kind), ("quyết định", "decision"))
        raise refuse(p.DECISION_NONE, kind_vi=vi, kind_en=en)
    if held.round is not None and held.kind != DecisionKind.CORRECTION:
        plan = _sign_round(held, held.round, items, signing, by)
    else:
        plan = _sign_correction(held, items, signing, by)
    classes.write(plan)
    record(by=by, action="review.sign_decision", subject=held, unit=held.unit,
           after={"kind": held.kind, "symbol": str(held.document), "signed_on": held.signed_on, "items": len(items),
                  "begun": len(plan.begun), "ended": len(plan.ending), "voided": len(plan.voided)},
           reason=held.reason or held.without_opinion)  # fmt: skip
    return held


def _sign_correction(held: Decision, items: list[DecisionItem], signing: Signing, by: User | None) -> classes.Plan:
    """A correction: checked, put down. Returns what becomes of the classes."""
    decided.lock_corrected(held)
    classes.hold(item.household_id for item in items)
    findings = decided.corrected_before(items)
    corrected = held.corrects.signed_on if held.corrects else None
    if corrected is not None and signing.signed_on < corrected:
        findings.append(p.DECISION_DAY.at(day=format_date(signing.signed_on), earlier=format_date(corrected)))
    if findings:
        raise Refused(*findings)
    plan = classes.put_right(items, held.effective_from)
    _put_down(held, items, signing, by)
    return plan


def _sign_round(
    held: Decision, round_: ReviewRound, items: list[DecisionItem], signing: Signing, by: User | None
) -> classes.Plan:
    """A decision about cases: checked, put down, its cases stepped. Returns what becomes of the classes."""
    cases = {case.pk: case for case in locked_all(item.case_id for item in items if item.case_id)}
    homes = classes.hold(item.household_id for item in items)
    findings = decided.wrong(held, items, cases, homes, signing)
    held.effective_from = drafting.effective_of(round_, signing.signed_on)
    given = [item for item in items if item.outcome == ItemOutcome.RECOGNISED]
    plan = classes.follow(given, held.effective_from)
    findings += decided.in_the_way(plan.later, items, held.effective_from)
    if findings:
        raise Refused(*findings)
    _put_down(held, items, signing, by)
    proposed = [each for each in items if each.case_id and cases[each.case_id].state == CaseState.PROPOSED]
    for outcome, state in ((ItemOutcome.RECOGNISED, CaseState.RECOGNISED), (ItemOutcome.REFUSED, CaseState.REFUSED)):
        keys = {each.case_id for each in proposed if each.outcome == outcome}
        step_all([cases[key] for key in sorted(key for key in keys if key)], state, by=by)
    return plan


def _put_down(held: Decision, items: list[DecisionItem], signing: Signing, by: User | None) -> None:
    """Number, signer, day; the class each held before as it stands now. From here nothing of it changes."""
    _write_before(items, held)
    held.document = register_own(
        by=by, issuer=held.unit, sign=signing.sign, day=signing.signed_on, subject=subject_of(held),
        serial=signing.serial,
    )  # fmt: skip
    held.signer, held.signer_post = squeeze(nfc(signing.signer)), squeeze(nfc(signing.signer_post))
    held.without_opinion = squeeze(nfc(signing.without_opinion))
    held.signed_on, held.signed_at, held.signed_by = signing.signed_on, timezone.now(), by
    held.save()


def _write_before(items: list[DecisionItem], held: Decision) -> None:
    rows = classes.standing(items)
    changed = []
    for item in items:
        row = classes.covering(rows.get(classes.owner_of(item), ()), held.effective_from - classes.ONE_DAY)
        before = row.value if row is not None else PovertyClass.NONE
        if item.before != before:
            item.before = before
            changed.append(item)
    DecisionItem.objects.bulk_update(changed, ["before"])
