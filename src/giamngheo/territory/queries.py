"""Reads of the territory. Units are public, so nothing here asks who is asking; scope is `accounts.queries`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from giamngheo.territory.models import AreaKind, AreaKindPeriod, Boundary, Unit, Village

# Down the tree, and back through mergers: a unit stands for its children and for those whose default successor it is.
# `UNION` (not ALL) ends the walk, which has no depth limit. The two databases need it said differently to use their
# indexes: PostgreSQL allows one recursive branch, SQLite copies a joined UNION ALL at every step. A province takes
# under 5 ms on either.
_START = "WITH RECURSIVE covered(id) AS (SELECT id FROM territory_unit WHERE id IN ({start})"
_CHILDREN = "SELECT unit.id FROM covered JOIN territory_unit AS unit ON unit.parent_id = covered.id"
_FORMER = (
    "SELECT change.old_id FROM covered JOIN territory_unitchange AS change ON change.new_id = covered.id"
    " WHERE change.is_default"
)
_STEPS = """SELECT step.id FROM covered JOIN (
    SELECT parent_id AS up, id, true AS follow FROM territory_unit
    UNION ALL SELECT new_id, old_id, is_default FROM territory_unitchange
  ) AS step ON step.up = covered.id AND step.follow"""
_WITH_FORMER = {"sqlite": f"{_CHILDREN} UNION {_FORMER}", "postgresql": _STEPS}


def valid_on(day: date, prefix: str = "") -> Q:
    """Condition "was valid on that day" for rows with `valid_from`/`valid_to`, or behind a relation (`unit__`)."""
    begun = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": day})
    return begun & (Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day}))


def unit_on(code: str, day: date) -> Unit | None:
    """What bore that code on that day: ("15889", 30/06/2025) is xã Hoằng Kim, a day later xã Hoằng Phú."""
    return Unit.objects.select_related("parent__parent").filter(valid_on(day), code=code).first()


def units_on(day: date, level: str | None = None) -> QuerySet[Unit]:
    """All units of a day, or those of one level."""
    units = Unit.objects.filter(valid_on(day))
    return units if level is None else units.filter(level=level)


def became(unit: Unit) -> QuerySet[Unit]:
    """The direct successors, the default one first. A former district had none; its communes have."""
    default_first = Case(When(changes_in__is_default=True, then=Value(0)), default=Value(1))
    return Unit.objects.filter(changes_in__old=unit).order_by(default_first, "code")


def came_from(unit: Unit) -> QuerySet[Unit]:
    """What the unit was made of, wholly or in part."""
    return Unit.objects.filter(changes_out__new=unit).order_by("code")


def successor_on(unit: Unit, day: date) -> Unit | None:
    """The unit that keeps this unit's records on a later day: itself, or along the default successors."""
    current: Unit | None = unit
    while current is not None and not current.exists_on(day):
        current = Unit.objects.filter(changes_in__old=current, changes_in__is_default=True).first()
    return current


def covered_units(unit: Unit, day: date) -> QuerySet[Unit]:
    """The unit and everything under it on that day."""
    return _walk([unit.pk], former=False).filter(valid_on(day))


def with_predecessors(unit: Unit) -> QuerySet[Unit]:
    """The unit, everything under it, and what all of these were before a merger."""
    return covering([unit.pk])


def covering(unit_ids: Iterable[int]) -> QuerySet[Unit]:
    """The same for several units, in one query. A unit that was split counts for its default successor only."""
    return _walk(unit_ids, former=True)


def area_kind_on(unit: Unit, day: date) -> AreaKind | None:
    """Rural or urban on that day; None: not known (đặc khu), and must not be guessed."""
    kind = AreaKindPeriod.objects.filter(valid_on(day), unit=unit).values_list("area_kind", flat=True).first()
    return None if kind is None else AreaKind(kind)


def villages_of(commune: Unit, day: date) -> QuerySet[Village]:
    """Villages that belonged to the commune on that day."""
    return Village.objects.filter(valid_on(day, "memberships__"), memberships__commune=commune).distinct()


def village_named(pk: int) -> Village | None:
    """A village by its number."""
    return Village.objects.filter(pk=pk).first()


def boundaries_held() -> list[dict[str, Any]]:
    """What was loaded, by source, licence and day: how many units, how many villages. One query."""
    rows = Boundary.objects.order_by("-valid_from", "source").values("source", "licence", "valid_from", "valid_to")
    return [dict(each) for each in rows.annotate(units=Count("unit"), villages=Count("village"))]


def _walk(unit_ids: Iterable[int], *, former: bool) -> QuerySet[Unit]:
    ids = list(unit_ids)
    if not ids:
        return Unit.objects.none()
    steps = _WITH_FORMER[connection.vendor] if former else _CHILDREN
    # Constants and placeholders only; every value is bound.
    sql = f"{_START} UNION {steps}) SELECT id FROM covered".format(start=", ".join(["%s"] * len(ids)))  # noqa: S608
    return Unit.objects.filter(pk__in=RawSQL(sql, ids))  # noqa: S611
