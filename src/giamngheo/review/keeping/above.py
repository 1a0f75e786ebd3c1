"""The unit whose opinion is asked: the district until 30/06/2025, the province after; territory knows which."""

from __future__ import annotations

from datetime import date

from giamngheo.territory.models import Unit
from giamngheo.territory.queries import successor_on


def unit_above(unit: Unit, day: date) -> Unit | None:
    """The parent, on that day, of the commune or of what keeps its records then; None where nobody knows."""
    commune = unit if unit.exists_on(day) else successor_on(unit, day)
    if commune is None or commune.parent_id is None:
        return None
    above = Unit.objects.get(pk=commune.parent_id)
    return above if above.exists_on(day) else None
