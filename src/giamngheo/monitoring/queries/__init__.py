"""Reads of figures, targets, reports and forms, filtered by the units a user sees."""

from giamngheo.monitoring.figures import Figure
from giamngheo.monitoring.queries.catalogue import indicators, targets_for, values_for
from giamngheo.monitoring.queries.reading import (
    Opened,
    Point,
    by_village,
    estimates,
    figures,
    opened,
    series,
    typed_values_for,
)
from giamngheo.monitoring.queries.targets import Standing, assigned_targets_for, standings

__all__ = [
    "Figure",
    "Opened",
    "Point",
    "Standing",
    "assigned_targets_for",
    "by_village",
    "estimates",
    "figures",
    "indicators",
    "opened",
    "series",
    "standings",
    "targets_for",
    "typed_values_for",
    "values_for",
]
