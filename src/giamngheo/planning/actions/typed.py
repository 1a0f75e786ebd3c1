"""A document's number and day as an officer types them."""

from __future__ import annotations

import re
from datetime import date

from giamngheo.foundation.findings import FindingError
from giamngheo.planning.importing.problems import BAD_DAY, BAD_NUMBER

_NUMBER = re.compile(r"\d{1,6}")
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?")


def read_number(typed: str) -> str:
    """A document number as typed, "" while there is none. Raises FindingError PLAN-NUMBER-UNREADABLE."""
    number = typed.strip()
    if number and (not _NUMBER.fullmatch(number) or not int(number)):
        raise FindingError(BAD_NUMBER.at(text=typed))
    return number


def read_day(typed: str, year: int) -> date | None:
    """A day typed as 01/09/2026 or 1/9 (of `year`), None when blank. Raises FindingError PLAN-DAY-UNREADABLE."""
    if not typed.strip():
        return None
    match = _DAY.fullmatch(typed.strip())
    try:
        if match is None:
            raise ValueError
        return date(int(match[3] or year), int(match[2]), int(match[1]))
    except ValueError:
        raise FindingError(BAD_DAY.at(text=typed)) from None
