"""Indicators counted from the registers, by code. docs/algorithms/monitoring.md "Indicators"."""

from __future__ import annotations

from collections.abc import Callable

from giamngheo.monitoring.computing import credit, labour, money, poverty, support
from giamngheo.monitoring.computing.asked import Asked
from giamngheo.monitoring.computing.counted import Counted, Row, missing

__all__ = ["COMPUTED", "Asked", "Compute", "Counted", "Row", "missing"]

Compute = Callable[[Asked], Counted]
COMPUTED: dict[str, Compute] = {
    **poverty.COMPUTED, **labour.COMPUTED, **credit.COMPUTED, **money.COMPUTED, **support.COMPUTED,
}  # fmt: skip
