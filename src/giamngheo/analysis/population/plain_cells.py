"""Texts as answers without an engine: what `cells`, `answers` and `spellings` say of a column, said of one cell.

The patterns are those of `cells`; tests hold both to the same answers.
"""

from __future__ import annotations

import re

from giamngheo.analysis.population import cells
from giamngheo.analysis.population.findings import LIMIT, NUMBER, OF_KIND
from giamngheo.analysis.population.household import Value
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.foundation.findings import Entry
from giamngheo.standards.answering import MOST, is_birth, oldest, within
from giamngheo.standards.release import Question

_DIGITS, _AREA, _DAY_FIRST, _YEAR_FIRST, _RUN, _YEAR = (
    re.compile(pattern)
    for pattern in (cells.DIGITS, cells.AREA, cells.DAY_FIRST, cells.YEAR_FIRST, cells.RUN, cells.YEAR)
)
_GROUPED = re.compile(cells.THOUSANDS.replace(r"\x{a0}", "\u00a0"))


class Refused(Exception):  # noqa: N818 reads as what it is
    """The cell is not empty and cannot be used; `entry` says why."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry


class PlainCells:
    """Reads the cells of the questions on a day (YYYYMMDD). `spellings` may be shared with an engine's reading."""

    def __init__(self, day: int) -> None:
        self.day = day
        self.spellings: dict[str, Spellings] = {}

    def answer(self, question: Question, text: str | None) -> Value:
        """What the cell answers; None where it is empty. Raises Refused."""
        if text is None or not text.strip():
            return None
        if question.kind in ("yes_no", "option"):
            known = self.spellings.setdefault(question.name, Spellings(question))
            if not known.understands(text):
                raise Refused(OF_KIND[question.kind])
            return known.answer(text)
        read = {"birth": self._birth, "area": _area}.get(question.kind, _number)
        value = read(text.strip())
        if value is None:
            raise Refused(OF_KIND.get(question.kind, NUMBER))
        if question.kind != "birth" and not within(question, value):
            raise Refused(LIMIT)
        return value

    def _birth(self, text: str) -> int | None:
        value = _written(text)
        if value is None or not is_birth(value) or not oldest(self.day) <= value <= self.day:
            return None
        return value


def _number(text: str) -> int | None:
    digits = text.partition(".")[0] if _DIGITS.search(text) else re.sub("[^0-9]", "", text)
    if not (_DIGITS.search(text) or _GROUPED.search(text)) or len(digits) > len(str(MOST)):
        return None
    return int(digits)


def _area(text: str) -> int | None:
    found = _AREA.search(text)
    return int(found[1]) * 100 + int(((found[3] or "") + "00")[:2]) if found else None


def _written(text: str) -> int | None:
    if _YEAR.search(text):
        return int(text) * 10000
    if _RUN.search(text):
        return int(text)
    for pattern, places in ((_DAY_FIRST, (3, 2, 1)), (_YEAR_FIRST, (1, 2, 3))):
        if (found := pattern.search(text)) is not None:
            year, month, day = (int(found[at]) for at in places)
            return year * 10000 + month * 100 + day if month and day else None
    return None
