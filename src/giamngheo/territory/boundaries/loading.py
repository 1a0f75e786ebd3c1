"""Which place of the register each shape of a file is, and what stands there already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.territory.boundaries import problems as p
from giamngheo.territory.boundaries.reading import Shape
from giamngheo.territory.models import Boundary, Unit, VillageMembership
from giamngheo.territory.queries import valid_on

_BATCH = 500


class Placed(NamedTuple):
    """A shape and its place: the key of a unit or of a village."""

    shape: Shape
    unit: int | None
    village: int | None


def placed(shapes: Sequence[Shape], day: date, within: Collection[int] | None) -> tuple[list[Placed], list[Finding]]:
    """Shapes that a place of the day takes. `within`: units the user may load for; None: all. A constant number of
    queries for every five hundred shapes."""
    units, villages = _known(sorted({each.code for each in shapes if each.code}), day, within)
    held = _held(units.values(), villages.values(), day)
    found: list[Placed] = []
    findings = []
    for each in shapes:
        one = Placed(each, units.get(each.code), None if each.code in units else villages.get(each.code))
        if one.unit is None and one.village is None:
            findings.append(p.CODE.at(number=each.number, code=each.code or "–", day=format_date(day)))
        elif one[1:] in held:
            findings.append(p.TWICE.at(number=each.number, code=each.code))
        else:
            held.add(one[1:])
            found.append(one)
    return found, findings


def _known(codes: list[str], day: date, within: Collection[int] | None) -> tuple[dict[str, int], dict[str, int]]:
    units: dict[str, int] = {}
    villages: dict[str, int] = {}
    for start in range(0, len(codes), _BATCH):
        some = codes[start : start + _BATCH]
        of_units = Unit.objects.filter(valid_on(day), code__in=some).values_list("code", "pk")
        units |= {code: pk for code, pk in of_units if within is None or pk in within}
        lying = VillageMembership.objects.filter(valid_on(day), village__code__in=some)
        rows = lying.values_list("village__code", "village", "commune")
        villages |= {code: village for code, village, commune in rows if within is None or commune in within}
    return units, villages


def _held(units: Collection[int], villages: Collection[int], day: date) -> set[tuple[int | None, int | None]]:
    """Places with a boundary from that day or a later one."""
    later = Boundary.objects.filter(valid_from__gte=day).values_list("unit", "village")
    mine = {*((unit, None) for unit in units), *((None, village) for village in villages)}
    return mine & set(later)


def areas_on(day: date, *, units: Collection[int] = (), villages: Collection[int] = ()) -> dict[int, Boundary]:
    """Boundaries of units, or of villages, on a day, by the place's key. One query."""
    of = Boundary.objects.filter(valid_on(day))
    if units:
        return {each.unit_id: each for each in of.filter(unit__in=list(units)) if each.unit_id}
    return {each.village_id: each for each in of.filter(village__in=list(villages)) if each.village_id}
