"""Rows of monitoring: indicators, values, targets, alerts."""

from giamngheo.monitoring.models.alert import Alert, AlertKind, AlertState
from giamngheo.monitoring.models.indicator import Indicator
from giamngheo.monitoring.models.target import Comparator, Target
from giamngheo.monitoring.models.value import IndicatorValue

__all__ = ["Alert", "AlertKind", "AlertState", "Comparator", "Indicator", "IndicatorValue", "Target"]
