"""Rows of monitoring: indicators, values, targets."""

from giamngheo.monitoring.models.indicator import Indicator
from giamngheo.monitoring.models.target import Comparator, Target
from giamngheo.monitoring.models.value import IndicatorValue

__all__ = ["Comparator", "Indicator", "IndicatorValue", "Target"]
