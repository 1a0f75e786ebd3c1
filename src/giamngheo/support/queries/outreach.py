"""Acts of communication of a commune in a year, their totals, the questions that wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.support.models import DialogueQuestion, OutreachEvent, OutreachKind, ReachMethod
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

COUNTED = (ReachMethod.COUNTED, ReachMethod.PUBLISHED, ReachMethod.ESTIMATED)


class Sum(NamedTuple):
    """Acts under one heading. `reach`: by its method, never added together; `uncounted`: acts without a number."""

    title: str
    acts: int
    reach: dict[str, int]
    target: int
    uncounted: int


class Totals(NamedTuple):
    """Of a year: by kind, by village (acts of the whole commune under ""), and all."""

    kinds: Sequence[Sum]
    villages: Sequence[Sum]
    all: Sum


def outreach_for(user: User) -> QuerySet[OutreachEvent]:
    """Acts of the user's units, each with what a row of a list shows."""
    units = scope_units(user, permission=Permission.VIEW_SUPPORT)
    rows = OutreachEvent.objects.filter(unit__in=units).select_related("unit", "file", "by", "replaces", "work_item")
    return (
        rows.select_related("replaced_by", "voided_by")
        .prefetch_related("villages")
        .annotate(
            asked=Count("questions", distinct=True),
            waiting=Count("questions", filter=Q(questions__answers=None), distinct=True),
        )
    )


def outreach_list(
    user: User, unit: Unit, year: int, *, kind: str = "", village: int | None = None
) -> QuerySet[OutreachEvent]:
    """Of a commune in a year, the newest first; a village's with those of the whole commune left out."""
    require(user, Permission.VIEW_SUPPORT, unit)
    found = outreach_for(user).filter(unit__in=covering([unit.pk]), on__year=year)
    if kind:
        found = found.filter(kind=kind)
    if village is not None:
        ids = OutreachEvent.villages.through.objects.filter(village=village).values("outreachevent")
        found = found.filter(pk__in=ids)
    return found.order_by("-on", "-id")


def outreach_totals(user: User, unit: Unit, year: int) -> Totals:
    """What stands, added up. Raises OutOfScope, NotPermitted."""
    acts = [each for each in outreach_list(user, unit, year) if each.voided_at is None]
    by_kind: dict[str, list[OutreachEvent]] = {kind: [] for kind in OutreachKind.values}
    by_village: dict[str, list[OutreachEvent]] = defaultdict(list)
    for each in acts:
        by_kind[each.kind].append(each)
        names = [village.name for village in each.villages.all()]
        for name in names or [""]:
            by_village[name].append(each)
    return Totals(
        [_sum(str(OutreachKind(kind).label), rows) for kind, rows in by_kind.items()],
        [_sum(name, by_village[name]) for name in sorted(by_village)], _sum("", acts),
    )  # fmt: skip


def open_questions(user: User, unit: Unit, year: int) -> QuerySet[DialogueQuestion]:
    """Questions of the year's dialogues without an answer, those promised first before the others."""
    events = outreach_list(user, unit, year).filter(voided_at=None)
    rows = DialogueQuestion.objects.filter(event__in=events.values("pk"), answers=None).select_related("event")
    return rows.order_by("due_on", "id")


def questions_of(user: User, event: OutreachEvent) -> QuerySet[DialogueQuestion]:
    """Of one dialogue, with their answers. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_SUPPORT, event.unit)
    return DialogueQuestion.objects.filter(event=event).select_related("event__unit").prefetch_related("answers")


def _sum(title: str, acts: Iterable[OutreachEvent]) -> Sum:
    rows = list(acts)
    reach = {str(method): sum(each.reach or 0 for each in rows if each.reach_method == method) for method in COUNTED}
    uncounted = sum(each.reach is None for each in rows)
    return Sum(title, len(rows), reach, sum(each.reach_target or 0 for each in rows), uncounted)
