"""The dates of every line, found once and shared by the rules about dates."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from giamngheo.foundation.dates import DateMention, find_dates
from giamngheo.planning.check.engine import Context, Passage
from giamngheo.planning.check.record import Record


@cache
def _reference() -> re.Pattern[str]:
    """The symbol right before a date: "số 06/2022/NQ-HĐND ngày ", "Kế hoạch số 85/KH-UBND ngày "."""
    return re.compile(r"(?P<symbol>\d+[a-z]?/(?:(?P<year>20\d\d|19\d\d)/)?[^\s,;()]+),?\s*(?:ra\s+)?ngày\s*$")


class Dated(Record):
    """A date in a line. `symbol` is the reference it dates ("06/2022/NQ-HĐND"), with `symbol_year` and `start` of the
    reference; "" where the date dates no reference."""

    passage: Passage
    date: DateMention
    symbol: str = ""
    symbol_year: int | None = None
    start: int = 0

    @property
    def quote(self) -> str:
        """Reference and date as they stand in the line; the date alone where there is no reference."""
        return self.passage.text[self.start : self.date.end]


def dates(context: Context) -> tuple[Dated, ...]:
    """Every full date of the document, header included; read once per check."""
    known = context.memo.get("dates")
    if known is None:
        known = tuple(_dated(each, mention) for each in context.everything for mention in find_dates(each.text))
        context.memo["dates"] = known
    return cast("tuple[Dated, ...]", known)


def _dated(passage: Passage, mention: DateMention) -> Dated:
    lead = passage.text[max(0, mention.start - 60) : mention.start]
    match = _reference().search(lead) if "ngày" in lead else None
    if match is None:
        return Dated(passage, mention, start=mention.start)
    year = int(match["year"]) if match["year"] else None
    return Dated(passage, mention, match["symbol"], year, mention.start - len(lead) + match.start())
