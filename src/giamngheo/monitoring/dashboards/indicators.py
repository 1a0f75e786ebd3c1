"""Names and words of the deprivation indicators of a day's standard."""

from __future__ import annotations

from datetime import date

from giamngheo import standards
from giamngheo.standards.wording.values import Language, say


def indicators_on(day: date, language: Language) -> dict[str, str]:
    """Name → title, in the standard's order; empty where no standard is known or its list is not loaded: another
    standard's would be a guess."""
    try:
        standard = standards.on(day)
    except standards.NoStandardError:
        return {}
    return {name: say(standard.held[name].concept.title, language) for name in standard.indicators}
