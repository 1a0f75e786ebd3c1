"""An alert in words: the sentence of its code with its own values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.monitoring.alerts.problems import CATALOGUE

if TYPE_CHECKING:
    from giamngheo.foundation.findings import Finding
    from giamngheo.monitoring.models import Alert


class Waiting(NamedTuple):
    """An alert with its sentence; `late`: its day lies behind; `may_handle`: by the user."""

    alert: Alert
    finding: Finding
    late: bool
    may_handle: bool


def spoken(alert: Alert, on: date, *, may_handle: bool = False) -> Waiting:
    """With its sentence in both languages."""
    return Waiting(alert, CATALOGUE.entries[alert.code].at(**alert.values), alert.due_on < on, may_handle)
