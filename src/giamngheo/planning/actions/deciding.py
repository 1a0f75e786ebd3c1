"""Deciding about findings."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import fold, storable
from giamngheo.planning.importing.problems import NO_FINDING, NO_REASON
from giamngheo.planning.models import Decision, FindingDecision
from giamngheo.programme.models import AnnualPlan

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def fingerprint(code: str, quote: str) -> str:
    """What a decision holds on to: the kind of finding and the words it quotes, however they are spaced."""
    return hashlib.sha256(f"{code}\0{fold(quote)}".encode()).hexdigest()


@transaction.atomic
def decide_finding(
    *, by: User, plan: AnnualPlan, code: str, quote: str, decision: Decision | str, reason: str = ""
) -> FindingDecision:
    """Accept a finding, or dismiss it for a reason; deciding again replaces the decision and leaves both in the audit.

    Raises FindingError PLAN-REASON-MISSING for a dismissal without a reason, PLAN-DECISION-UNKNOWN for another answer.
    """
    require(by, Permission.DECIDE_FINDING, plan.commune)
    quote, reason = storable(quote), storable(reason).strip()
    if decision not in Decision.values or re.fullmatch(r"[A-Z0-9-]{1,40}", code) is None:
        raise FindingError(NO_FINDING.at(code=storable(code)[:40]))
    choice = Decision(decision)
    if choice is Decision.DISMISSED and not reason:
        raise FindingError(NO_REASON.at(quote=quote))
    mark = fingerprint(code, quote)
    earlier = FindingDecision.objects.filter(plan=plan, code=code, fingerprint=mark).first()
    before = {"decision": earlier.decision, "reason": earlier.reason} if earlier else None
    decided, _ = FindingDecision.objects.update_or_create(
        plan=plan, code=code, fingerprint=mark,
        defaults={"quote": quote, "decision": choice, "reason": reason, "by": by, "at": timezone.now()},
    )  # fmt: skip
    record(
        by=by, action="planning.decide_finding", subject=plan, unit=plan.commune, reason=reason,
        before=before, after={"code": code, "quote": quote, "decision": str(choice)},
    )  # fmt: skip
    return decided


@transaction.atomic
def undo_decision(*, by: User, plan: AnnualPlan, code: str, quote: str) -> None:
    """Open the question again."""
    require(by, Permission.DECIDE_FINDING, plan.commune)
    quote = storable(quote)
    mark = fingerprint(storable(code), quote)
    found = FindingDecision.objects.filter(plan=plan, code=storable(code), fingerprint=mark).first()
    if found is None:
        return
    before = {"code": code, "quote": quote, "decision": found.decision, "reason": found.reason}
    found.delete()
    record(by=by, action="planning.undo_decision", subject=plan, unit=plan.commune, before=before)
