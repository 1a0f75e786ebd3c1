"""Money for an activity: the norms are asked before the ledger is written. docs/algorithms/livelihood.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.funds import actions as funds
from giamngheo.funds.models import EntryKind
from giamngheo.funds.problems import Refused
from giamngheo.support import problems_livelihood as p
from giamngheo.support.models import LivelihoodProject, ProjectWork
from giamngheo.support.money import money_facts
from giamngheo.support.problems import refuse
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.funds.models import Contract, FundLine, LedgerEntry
    from giamngheo.programme.models import WorkItem

# Entries by which money is set aside for an activity or paid for it.
FOR_ACTIVITY = (EntryKind.ALLOCATE, EntryKind.DISBURSE)


@transaction.atomic
def tie_activity(*, by: User | None, project: LivelihoodProject, work_item: WorkItem) -> ProjectWork:
    """Say which activity the project is, in place of what was said before. Raises Refused (SUPPORT-PROJECT-TIED),
    OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, project.unit)
    ours = covering([project.unit_id]).filter(pk=work_item.unit_id).exists()
    if not ours or ProjectWork.objects.filter(work_item=work_item).exclude(project=project).exists():
        raise refuse(p.TIED)
    tie, _made = ProjectWork.objects.update_or_create(project=project, defaults={"work_item": work_item, "by": by})
    after = {"project": project.pk, "work_item": work_item.pk}
    record(by=by, action="support.tie_activity", subject=tie, unit=project.unit, after=after)
    return tie


@transaction.atomic
def sign_for_activity(
    *, by: User | None, line: FundLine, work_item: WorkItem, value: int, signed_on: date, **terms: Any
) -> Contract:
    """A contract for an activity. Raises funds' Refused: SUPPORT-PROJECT-NORM where it would break a norm, else
    LEDGER-*; OutOfScope, NotPermitted."""
    _ask(work_item, line, EntryKind.COMMIT, value, signed_on)
    return funds.sign_contract(by=by, line=line, work_item=work_item, value=value, signed_on=signed_on, **terms)


@transaction.atomic
def enter_for_activity(
    *, by: User | None, line: FundLine, work_item: WorkItem, kind: EntryKind, amount: int, on: date, **values: Any
) -> LedgerEntry:
    """Money allocated to an activity, or paid for it without a contract. Raises as `sign_for_activity`."""
    if kind in FOR_ACTIVITY and values.get("contract") is None:
        _ask(work_item, line, kind, amount, on)
    return funds.enter(by=by, line=line, work_item=work_item, kind=kind, amount=amount, on=on, **values)


def _ask(item: WorkItem, line: FundLine, kind: EntryKind, amount: int, on: date) -> None:
    """Whoever sees the project's row sees its money still: the row is locked until the entry is written."""
    list(LivelihoodProject.objects.select_for_update(no_key=True, of=("self",)).filter(work__work_item=item))
    if broken := money_facts(item, on, line=line, kind=kind, adding=amount).broken:
        raise Refused(*broken)
