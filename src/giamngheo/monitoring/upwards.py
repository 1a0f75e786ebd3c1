"""The line a unit reports along."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit


def upwards(unit: Unit) -> list[int]:
    """Keys of the unit and of those above it, the nearest first."""
    found: list[int] = []
    current: Unit | None = unit
    while current is not None:
        found.append(current.pk)
        current = current.parent
    return found
