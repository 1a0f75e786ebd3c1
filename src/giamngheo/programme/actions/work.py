"""Items of work: entered, changed, taken from state to state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.programme.keeping import in_order, line, own_post, tidy, words
from giamngheo.programme.models import STEPS, WorkBudget, WorkItem, WorkState
from giamngheo.programme.problems import BUDGET, CHANGED, NO_REASON, PLACE, QUANTITY, STATE, YEAR, refuse
from giamngheo.territory.models import VillageMembership
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.values import Work
    from giamngheo.territory.models import Unit

_OVERLAP = 2026  # money of 2021-2025 is carried over into it once (docs/algorithms/activities.md)
_MOST = 10**15


@transaction.atomic
def create_work_item(*, by: User, unit: Unit, work: Work) -> WorkItem:
    """A new item, planned. Raises Refused (WORK-*), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, unit)
    item = WorkItem(unit=unit, by=by, **_checked(unit, work))
    item.save()
    _relations(item, work)
    record(by=by, action="programme.create_work_item", subject=item, unit=unit, after=_told(item))
    return item


@transaction.atomic
def change_work_item(*, by: User, item: WorkItem, work: Work, seen: int) -> WorkItem:
    """The item with other words, days, quantities. `seen`: the version the user saw.

    Raises Refused (WORK-CHANGED and others), OutOfScope, NotPermitted.
    """
    require(by, Permission.EDIT_PLAN, item.unit)
    found = _locked(item)
    if found.version != seen:
        raise refuse(CHANGED, title=found.title)
    before = _told(found)
    for name, value in _checked(found.unit, work).items():
        setattr(found, name, value)
    found.version, found.by, found.at = found.version + 1, by, timezone.now()
    found.save()
    _relations(found, work)
    record(
        by=by, action="programme.change_work_item", subject=found, unit=found.unit, before=before, after=_told(found)
    )
    return found


@transaction.atomic
def set_work_state(*, by: User, item: WorkItem, state: str, reason: str = "") -> WorkItem:
    """The next state; stopping, and taking up again what was done or stopped, says why.

    Raises WORK-STATE, WORK-NO-REASON; OutOfScope, NotPermitted.
    """
    require(by, Permission.EDIT_PLAN, item.unit)
    found, reason = _locked(item), tidy(reason)
    if state not in STEPS[found.state]:
        now, then = words(WorkState(found.state)), words(WorkState(state)) if state in WorkState.values else ("?", "?")
        raise refuse(STATE, title=found.title, now_vi=now[0], now_en=now[1], next_vi=then[0], next_en=then[1])
    if not reason and (state == WorkState.STOPPED or found.state in (WorkState.DONE, WorkState.STOPPED)):
        raise refuse(NO_REASON)
    before, found.state, found.state_reason = found.state, state, reason
    found.version, found.by, found.at = found.version + 1, by, timezone.now()
    found.save()
    record(
        by=by, action="programme.set_work_state", subject=found, unit=found.unit, before={"state": before},
        after={"state": state}, reason=reason,
    )  # fmt: skip
    return found


def _locked(item: WorkItem) -> WorkItem:
    return WorkItem.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=item.pk)


def _checked(unit: Unit, work: Work) -> dict[str, Any]:
    in_order(work.starts_on, work.ends_on)
    period = work.node.period
    late = period.to_year + 1 == work.year == _OVERLAP
    if not (period.from_year <= work.year <= period.to_year or late):
        raise refuse(YEAR, node=work.node.code, period=period.code, year=work.year)
    measure = tidy(work.measure, 40)
    if (work.quantity is None) != (measure == "") or (work.quantity is not None and work.quantity <= 0):
        raise refuse(QUANTITY, text=f"{work.quantity or ''} {measure}".strip())
    own_post(work.lead, unit)
    for post in work.coordinating:
        own_post(post, unit)
    if work.village is not None and not _lay_in(work.village.pk, unit, work.starts_on, work.ends_on):
        raise refuse(PLACE, what_vi="Thôn", what_en="village")
    if work.activity is not None and work.activity.plan.commune_id not in _ids(unit):
        raise refuse(PLACE, what_vi="Hoạt động trong kế hoạch", what_en="activity of a plan")
    return {
        "node": work.node, "activity": work.activity, "year": work.year,
        "title": line(work.title, ("tên đầu việc", "name of the work")), "quantity": work.quantity, "measure": measure,
        "village": work.village, "starts_on": work.starts_on, "ends_on": work.ends_on, "budget": _budget(work),
        "lead": work.lead,
    }  # fmt: skip


def _budget(work: Work) -> int | None:
    """The sum by source where there is one. Raises WORK-BUDGET."""
    sources = [each.source for each in work.sources]
    amounts = [each.amount for each in work.sources] or ([] if work.budget is None else [work.budget])
    for amount in amounts:
        if not (0 if not sources else 1) <= amount < _MOST:
            raise refuse(BUDGET, text=amount)
    if len(set(sources)) != len(sources) or not all(sources):
        raise refuse(BUDGET, text=", ".join(sources))
    return sum(amounts) if amounts else None


def _relations(item: WorkItem, work: Work) -> None:
    item.groups.set(work.groups)
    item.coordinating.set(each for each in work.coordinating if work.lead is None or each.pk != work.lead.pk)
    WorkBudget.objects.filter(item=item).delete()
    WorkBudget.objects.bulk_create(WorkBudget(item=item, source=s, amount=a) for s, a in work.sources)


def _lay_in(village: int, unit: Unit, start: date, end: date) -> bool:
    rows = VillageMembership.objects.filter(village=village, commune__in=with_predecessors(unit))
    return any(
        (row.valid_to is None or row.valid_to >= start) and (row.valid_from is None or row.valid_from <= end)
        for row in rows
    )


def _ids(unit: Unit) -> set[int]:
    return set(with_predecessors(unit).values_list("pk", flat=True))


def _told(item: WorkItem) -> dict[str, Any]:
    names = (
        "title", "year", "quantity", "measure", "starts_on", "ends_on", "budget", "state", "node_id", "village_id",
        "lead_id",
    )  # fmt: skip
    return {name: getattr(item, name) for name in names}
