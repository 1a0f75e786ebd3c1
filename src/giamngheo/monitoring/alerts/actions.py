"""Writes of alerts: the daily run, giving one to somebody, taking one, resolving one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import require
from giamngheo.accounts.queries import can_everywhere, users_who_may
from giamngheo.audit.actions import record
from giamngheo.foundation.text import squeeze
from giamngheo.monitoring.alerts.finding import FINDERS
from giamngheo.monitoring.alerts.queries import may_be_given
from giamngheo.monitoring.alerts.rules import OF_KIND, RULES, Raised, Rule
from giamngheo.monitoring.models import Alert, AlertAssignment, AlertState

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Run(NamedTuple):
    """What a run found: alerts opened, those that hold on, how many were gone and are resolved."""

    opened: Sequence[Alert]
    holding: int
    gone: int


class NoReason(ValueError):  # noqa: N818 reads as what happened
    """An alert is closed, given to another or put off by somebody only with a reason."""


class NotTheirs(ValueError):  # noqa: N818 reads as what happened
    """An alert is given to somebody of the unit who may handle it."""


class DayBehind(ValueError):  # noqa: N818 reads as what happened
    """A deadline that somebody sets lies ahead."""


@transaction.atomic
def find_alerts(*, by: User | None, unit: Unit, on: date) -> Run:
    """Ask every rule about the commune. A second run on a day changes nothing.

    Each rule reads as `by`, or as somebody of the unit who may see what it looks at: a rule nobody there may read is
    left out, and so are its alerts. A matter somebody resolved stays resolved for as long as it goes on; one that was
    gone and comes back is opened anew.
    """
    opened: list[Alert] = []
    holding = gone = 0
    for rule in RULES:
        reader = _reader(by, rule, unit)
        if reader is None:
            continue
        found = {each.subject: each for each in FINDERS[rule.kind](reader, unit, on)}
        standing = {each.subject: each for each in Alert.objects.filter(kind=rule.kind, unit=unit, holds=True)}
        for subject, alert in standing.items():
            if subject in found:
                holding += 1
                _still(alert, found[subject], on)
            else:
                gone += 1
                _gone(alert)
        fresh = [_alert(rule, unit, raised, on) for subject, raised in found.items() if subject not in standing]
        opened += Alert.objects.bulk_create(fresh)
    if opened or gone:
        after = {"on": on, "opened": len(opened), "gone": gone}
        record(by=by, action="monitoring.find_alerts", subject=unit, unit=unit, after=after)
    return Run(opened, holding, gone)


@transaction.atomic
def assign(*, by: User, alert: Alert, to: User, due_on: date | None = None, reason: str = "") -> Alert:
    """Give it to a named officer, until a day; who had it before has it no more, and whoever has it takes it anew.

    A reason is asked where somebody had it already, and for a later day. Raises NoReason, NotTheirs, DayBehind,
    NotPermitted.
    """
    require(by, OF_KIND[alert.kind].handles, alert.unit)
    if not may_be_given(by, alert).filter(pk=to.pk).exists():
        raise NotTheirs
    held, words = Alert.objects.select_for_update().get(pk=alert.pk), squeeze(reason)[:500]
    if held.state == AlertState.RESOLVED:
        return held
    if due_on and due_on != held.due_on and due_on < timezone.localdate():
        raise DayBehind
    had = held.assigned_to_id or held.acknowledged_by_id
    if not words and (had or (due_on and due_on > held.due_on)):
        raise NoReason
    before = {"assigned_to": held.assigned_to_id, "acknowledged_by": held.acknowledged_by_id, "due_on": held.due_on}
    held.assigned_to, held.due_on = to, due_on or held.due_on
    held.state, held.acknowledged_by, held.acknowledged_at, held.plan = AlertState.OPEN, None, None, ""
    held.save(update_fields=["assigned_to", "due_on", "state", "acknowledged_by", "acknowledged_at", "plan"])
    number = held.assignments.count() + 1  # the alert's row is held: nobody gives it meanwhile
    AlertAssignment.objects.create(alert=held, number=number, to=to, due_on=held.due_on, reason=words, by=by)
    after = {"assigned_to": to.pk, "due_on": held.due_on}
    record(
        by=by, action="monitoring.assign_alert", subject=held, unit=held.unit, before=before, after=after, reason=words
    )
    return held


@transaction.atomic
def acknowledge(*, by: User, alert: Alert, plan: str, due_on: date | None = None) -> Alert:
    """Take it: who does becomes its owner; `plan`: what will be done, `due_on`: by when. Raises NotPermitted."""
    require(by, OF_KIND[alert.kind].handles, alert.unit)
    held = Alert.objects.select_for_update().get(pk=alert.pk)
    if held.state == AlertState.RESOLVED:
        return held
    held.state, held.acknowledged_by, held.acknowledged_at = AlertState.ACKNOWLEDGED, by, timezone.now()
    held.plan = squeeze(plan)[:1000]
    held.due_on = due_on or held.due_on
    held.save(update_fields=["state", "acknowledged_by", "acknowledged_at", "plan", "due_on"])
    record(by=by, action="monitoring.acknowledge_alert", subject=held, unit=held.unit, after={"due_on": held.due_on})
    return held


@transaction.atomic
def resolve(*, by: User, alert: Alert, reason: str) -> Alert:
    """Close it with a reason; the rule does not open it again while the matter goes on. Raises NoReason."""
    require(by, OF_KIND[alert.kind].handles, alert.unit)
    words = squeeze(reason)[:1000]
    if not words:
        raise NoReason
    held = Alert.objects.select_for_update().get(pk=alert.pk)
    if held.state != AlertState.RESOLVED:
        held.state, held.resolved_by, held.resolved_at, held.reason = AlertState.RESOLVED, by, timezone.now(), words
        held.save(update_fields=["state", "resolved_by", "resolved_at", "reason"])
        record(by=by, action="monitoring.resolve_alert", subject=held, unit=held.unit)
    return held


def _reader(by: User | None, rule: Rule, unit: Unit) -> User | None:
    """Somebody of the unit, else of the one above it. Where nobody may see it, nobody would be told either."""
    if by is not None:
        return by if can_everywhere(by, rule.sees, unit) else None
    above: Unit | None = unit
    while above is not None:
        for each in users_who_may(rule.sees, above):
            if can_everywhere(each, rule.sees, unit):
                return each
        above = above.parent
    return None


def _alert(rule: Rule, unit: Unit, raised: Raised, on: date) -> Alert:
    return Alert(
        kind=rule.kind, unit=unit, village_id=raised.village, subject=raised.subject, code=raised.code,
        values=raised.values, amount=raised.amount, opened_on=on, seen_on=on,
        due_on=raised.due_on or on + timedelta(days=rule.days),
    )  # fmt: skip


def _still(alert: Alert, raised: Raised, on: date) -> None:
    now = (raised.code, raised.values, raised.amount)
    if (alert.code, alert.values, alert.amount) != now or alert.seen_on < on:
        alert.code, alert.values, alert.amount = now
        alert.seen_on = max(alert.seen_on, on)
        alert.save(update_fields=["code", "values", "amount", "seen_on"])


def _gone(alert: Alert) -> None:
    alert.holds = False
    if alert.state != AlertState.RESOLVED:
        alert.state, alert.resolved_at = AlertState.RESOLVED, timezone.now()
    alert.save(update_fields=["holds", "state", "resolved_at"])
