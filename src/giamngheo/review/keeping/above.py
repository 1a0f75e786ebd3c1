"""The unit whose opinion is asked: the district until 30/06/2025, the province after; territory knows which."""

from __future__ import annotations

from datetime import date

from giamngheo.territory.models import Unit
from giamngheo.territory.queries import successor_on, valid_on, with_predecessors


def unit_above(unit: Unit, day: date) -> Unit | None:
    """The parent, on that day, of the commune, of what keeps its records then, or of all it was made of since; None
    where nobody knows, or where those lay in several districts."""
    above = {each.parent_id for each in _communes(unit, day) if each.parent_id is not None}
    found = Unit.objects.filter(pk__in=above)[:2]
    return found[0] if len(found) == 1 and found[0].exists_on(day) else None


def _communes(unit: Unit, day: date) -> list[Unit]:
    """What the commune was, or is, on that day: a round of 2024 may stand under the commune of today."""
    there = unit if unit.exists_on(day) else successor_on(unit, day)
    return [there] if there is not None else list(with_predecessors(unit).filter(valid_on(day), level=unit.level))
