"""Reads of alerts, each as far as the user may see what its rule looks at."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet, Sum

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, scope_units, users_who_may
from giamngheo.monitoring.alerts.rules import OF_KIND, RULES
from giamngheo.monitoring.alerts.saying import Waiting, spoken
from giamngheo.monitoring.models import Alert, AlertKind, AlertState
from giamngheo.territory.models import Level, Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def alerts_for(user: User, unit: Unit | None = None) -> QuerySet[Alert]:
    """Alerts of the user's units (of one, everything under it and what it was), of rules whose matter they may see."""
    kinds: dict[Permission, list[str]] = defaultdict(list)
    for rule in RULES:
        kinds[rule.sees].append(rule.kind)
    seen = Q()
    for sees, of_right in kinds.items():
        seen |= Q(kind__in=of_right, unit__in=scope_units(user, permission=sees).values("pk"))
    found = Alert.objects.filter(seen)
    if unit is not None:
        found = found.filter(unit__in=covering([unit.pk]).values("pk"))
    return found.select_related("unit", "village", "assigned_to", "acknowledged_by", "resolved_by")


def communes_watched(day: date) -> QuerySet[Unit]:
    """Communes of the day that have villages, whose registers a run looks at."""
    lying = VillageMembership.objects.filter(valid_on(day)).values("commune")
    return Unit.objects.filter(valid_on(day), level=Level.COMMUNE, pk__in=lying).order_by("code")


def alert_for(user: User, pk: int) -> Alert:
    """One of theirs; raises Alert.DoesNotExist for any other."""
    return alerts_for(user).get(pk=pk)


def waiting(user: User, unit: Unit, on: date) -> list[Waiting]:
    """What is not resolved, the most urgent first: late ones, then by the rule's urgency, day and amount."""
    rows = alerts_for(user, unit).exclude(state=AlertState.RESOLVED)
    rights = {each: can(user, each, unit) for each in {rule.handles for rule in RULES}}
    handled = {each.kind for each in RULES if rights[each.handles]}
    found = [spoken(each, on, may_handle=each.kind in handled) for each in rows]
    return sorted(found, key=_urgency)


def resolved(user: User, unit: Unit) -> QuerySet[Alert]:
    """The latest first."""
    return alerts_for(user, unit).filter(state=AlertState.RESOLVED).order_by("-resolved_at", "-pk")


def may_handle(user: User, alert: Alert) -> bool:
    """Whether the user may take or close it."""
    return can(user, OF_KIND[AlertKind(alert.kind)].handles, alert.unit)


def may_be_given(user: User, alert: Alert) -> QuerySet[User]:
    """Officers of the alert's unit to whom it can be given, by name; nobody for who may not handle it."""
    rule = OF_KIND[AlertKind(alert.kind)]
    found = users_who_may(rule.handles, alert.unit, everywhere=True)
    return found if can(user, rule.handles, alert.unit) else found.none()


def given_to(user: User, on: date) -> list[Waiting]:
    """What was given to the user by name and is not resolved, the most urgent first; one query where nothing was."""
    rows = Alert.objects.filter(assigned_to=user).exclude(state=AlertState.RESOLVED)
    if not rows.exists():
        return []
    rows = alerts_for(user).filter(pk__in=rows.values("pk"))
    return sorted((spoken(each, on, may_handle=True) for each in rows), key=_urgency)


def by_commune(user: User, unit: Unit) -> dict[int, dict[str, tuple[int, int]]]:
    """Commune → kind → how many are not resolved, and their amounts. One aggregate: what a province's page shows of
    matters that are too dear to compute for every commune at once."""
    rows = alerts_for(user, unit).exclude(state=AlertState.RESOLVED).order_by()
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for commune, kind, number, amount in rows.values_list("unit", "kind").annotate(Count("pk"), Sum("amount")):
        found.setdefault(commune, {})[kind] = (number, amount or 0)
    return found


def last_run(user: User, unit: Unit) -> date | None:
    """The day of the last run that found anything."""
    return alerts_for(user, unit).order_by("-seen_on").values_list("seen_on", flat=True).first()


def _urgency(each: Waiting) -> tuple[object, ...]:
    rule = OF_KIND[each.alert.kind]
    # Households and đồng have no common order: by kind first, then the most of it.
    return not each.late, rule.urgency, each.alert.due_on, RULES.index(rule), -each.alert.amount, each.alert.pk
