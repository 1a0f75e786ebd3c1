"""Versions: every change of a plan leaves one, and any of them can come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import storable
from giamngheo.planning.content import PlanContent, from_json, to_json
from giamngheo.planning.difference import difference
from giamngheo.planning.importing.problems import ISSUED, STALE
from giamngheo.planning.keeping.load import load
from giamngheo.planning.keeping.store import store
from giamngheo.planning.models import PlanVersion, VersionKind
from giamngheo.programme.models import AnnualPlan, PlanStatus

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile


def locked(plan: AnnualPlan, *, by: User | None, permission: Permission, based_on: int | None) -> AnnualPlan:
    """The plan's row, locked for this transaction, after every question: right, scope, not issued, not stale.

    `by` None is a command on the machine itself. Raises OutOfScope, NotPermitted, FindingError PLAN-ISSUED, PLAN-STALE.
    """
    if by is not None:
        require(by, permission, plan.commune)
    held = AnnualPlan.objects.select_for_update(of=("self",)).select_related("commune", "period").get(pk=plan.pk)
    if held.status == PlanStatus.ISSUED:
        raise FindingError(ISSUED.at())
    if based_on is not None and based_on != held.version:
        raise FindingError(STALE.at(now=held.version, based=based_on))
    return held


def add_version(
    plan: AnnualPlan,
    *,
    by: User | None,
    kind: VersionKind,
    before: PlanContent | None,
    action: str,
    reason: str = "",
    file: StoredFile | None = None,
) -> PlanVersion:
    """Number the state the rows are in now, and say in the audit what changed. Inside the caller's transaction."""
    now, reason = load(plan), storable(reason).strip()
    plan.version += 1
    plan.save(update_fields=["version", "changed_at"])
    version = PlanVersion.objects.create(
        plan=plan, number=plan.version, kind=kind, at=timezone.now(), by=by,
        by_name=(by.full_name or by.get_username()) if by else _("Lệnh trên máy chủ"),
        reason=reason, snapshot=to_json(now), source_file=file,
    )  # fmt: skip
    changes = difference(before, now)
    brief = changes if before is not None else {"count": changes["count"]}
    record(
        by=by, action=action, subject=plan, unit=plan.commune, reason=reason,
        before={"version": plan.version - 1}, after={"version": plan.version, "changes": brief},
    )  # fmt: skip
    return version


@transaction.atomic
def new_version(*, by: User, plan: AnnualPlan, based_on: int, reason: str) -> PlanVersion:
    """Mark the present state as a version of its own, with a reason ("bản trình lãnh đạo")."""
    held = locked(plan, by=by, permission=Permission.EDIT_PLAN, based_on=based_on)
    return add_version(
        held, by=by, kind=VersionKind.EDIT, before=load(held), action="planning.new_version", reason=reason
    )


@transaction.atomic
def restore_version(*, by: User, plan: AnnualPlan, number: int, based_on: int, reason: str = "") -> PlanVersion:
    """Bring an earlier version back, as a new one: history only grows. Raises PlanVersion.DoesNotExist."""
    held = locked(plan, by=by, permission=Permission.EDIT_PLAN, based_on=based_on)
    wanted = from_json(held.versions.get(number=number).snapshot)
    before = load(held)
    store(held, wanted, by=by)
    return add_version(
        held, by=by, kind=VersionKind.RESTORE, before=before, action="planning.restore_version", reason=reason
    )
