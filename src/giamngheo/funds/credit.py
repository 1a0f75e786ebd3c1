"""Figures of policy credit: what is added up, what does not agree. Pure; docs/algorithms/credit.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.funds import problems_credit as p

MOST_ROWS = 1000
WORDS = {
    "turnover": ("doanh số cho vay", "turnover"), "count": ("số lượt vay", "loans"),
    "outstanding": ("dư nợ", "outstanding"),
    "overdue": ("nợ quá hạn", "overdue"),
}  # fmt: skip
STATED = ("turnover", "count", "outstanding")


class Part(NamedTuple):
    """One line: a programme by code, or `name` in the bank's words; sums in đồng, None: not said."""

    programme: str
    turnover: int
    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks
    outstanding: int | None = None
    overdue: int | None = None
    name: str = ""
    village: int | None = None


class Figures(NamedTuple):
    """Totals, stated or added up; None: not said, or not by every line."""

    turnover: int | None = None
    count: int | None = None  # type: ignore[assignment]
    outstanding: int | None = None
    overdue: int | None = None


def summed(parts: Sequence[Part]) -> Figures:
    """The sums of lines; what one line does not say has no sum."""
    return Figures(*(_sum(getattr(each, name) for each in parts) for name in WORDS)) if parts else Figures()


def _sum(values: Iterable[int | None]) -> int | None:
    total = 0
    for each in values:
        if each is None:
            return None
        total += each
    return total


def disagreements(parts: Sequence[Part], stated: Figures, title: dict[str, str] | None = None) -> list[Finding]:
    """What does not agree: totals with their parts, overdue with outstanding, turnover with loans."""
    names = title or {}
    found = list(_totals(parts, stated))
    for line, each in enumerate(parts, 1):
        programme = each.name or names.get(each.programme, each.programme)
        if each.overdue is not None and each.outstanding is not None and each.overdue > each.outstanding:
            overdue, outstanding = format_number(each.overdue), format_number(each.outstanding)
            found.append(p.OVERDUE.at(line, programme=programme, overdue=overdue, outstanding=outstanding))
        if each.turnover and not each.count:
            found.append(p.NO_LOANS.at(line, programme=programme, turnover=format_number(each.turnover)))
    return found


def _totals(parts: Sequence[Part], stated: Figures) -> Iterator[Finding]:
    sums = summed(parts)
    for name in STATED:
        wanted, got = getattr(stated, name), getattr(sums, name)
        if wanted is None or got is None or wanted == got:
            continue
        unit = ("lượt", "loans") if name == "count" else ("đồng", "đồng")
        vi, en = WORDS[name]
        yield p.TOTAL.at(
            what_vi=vi.capitalize(), what_en=en.capitalize(), unit_vi=unit[0], unit_en=unit[1],
            stated=format_number(wanted), parts=format_number(got), difference=format_number(abs(wanted - got)),
        )  # fmt: skip
