"""Opening less what left plus what came is closing: tables of the movement of poor households.

Prose: docs/algorithms/check-arithmetic.md, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.tables import Cell, Grid, grids

FLOW = CATALOGUE.add(
    "ARITH-FLOW",
    Severity.ERROR,
    title=("Số cuối kỳ không bằng số đầu kỳ trừ giảm cộng tăng", "Opening, decrease, increase and closing do not fit"),
    message=(
        "“{label}”: {terms} = {actual}, bảng ghi cuối kỳ {stated}.",
        "“{label}”: {terms} = {actual}, the table says {stated} at the end.",
    ),
    fixes=(
        ("Nếu số đầu kỳ, giảm, tăng đúng, sửa số cuối kỳ thành {actual}.", "If the rest is right, write {actual}."),
        ("Nếu số cuối kỳ {stated} đúng, sửa phần chênh lệch {difference} ở số giảm hoặc số tăng.",
         "If {stated} is right, correct the {difference} among the decreases and increases."),
    ),
)  # fmt: skip
_OPENING = ("đầu năm", "đầu kỳ", "đầu giai đoạn", "năm trước chuyển sang")
_CLOSING = ("cuối năm", "cuối kỳ", "cuối giai đoạn")
_LESS = ("giảm", "thoát nghèo", "thoát cận nghèo", "chuyển đi")
_MORE = ("tăng", "phát sinh", "tái nghèo", "chuyển đến")
_RATES = ("%", "tỷ lệ", "tỉ lệ", "bình quân", "so với")


class _Parts(NamedTuple):
    """Positions (of columns or of rows) that play each part."""

    opening: int
    less: tuple[int, ...]
    more: tuple[int, ...]
    closing: int


def _parts(labels: Sequence[str]) -> _Parts | None:
    """None unless there is one opening, one closing and something between them."""
    found: dict[str, list[int]] = {"opening": [], "closing": [], "less": [], "more": []}
    for at, label in enumerate(labels):
        lower = label.lower()
        if any(word in lower for word in _RATES):
            continue
        for part, words in (("less", _LESS), ("more", _MORE), ("opening", _OPENING), ("closing", _CLOSING)):
            if any(word in lower for word in words):
                found[part].append(at)
                break
    if len(found["opening"]) != 1 or len(found["closing"]) != 1 or not found["less"] + found["more"]:
        return None
    return _Parts(found["opening"][0], tuple(found["less"]), tuple(found["more"]), found["closing"][0])


@rule
def movements_lead_from_opening_to_closing(context: Context) -> Iterator[Finding]:
    """By columns and by rows. Certain where two lines of the table or more fit, a warning for a line that is alone."""
    for grid in grids(context):
        across = _parts(grid.headers)
        if across:
            yield from _judge(grid, across, [(row.label, row.cells) for row in grid.rows])
            continue
        down = _parts([row.label for row in grid.rows])
        if down:
            columns = [
                (header, tuple(row.cells[at] for row in grid.rows)) for at, header in enumerate(grid.headers) if at
            ]
            summed = set(grid.summed())
            yield from _judge(grid, down, [each for at, each in enumerate(columns, start=1) if at in summed])


def _judge(grid: Grid, parts: _Parts, lines: list[tuple[str, tuple[Cell | None, ...]]]) -> Iterator[Finding]:
    whole = [(label, cells) for label, cells in lines if all(cells[at] is not None for at in _positions(parts))]
    wrong = [each for each in whole if not _fits(parts, each[1])]
    fitting = len(whole) - len(wrong)
    if not wrong or (len(whole) > 1 and fitting * 2 < len(whole)):
        return
    severity = Severity.ERROR if fitting >= 2 else Severity.WARNING
    for label, cells in wrong:
        actual, stated = _closing(parts, cells), _at(cells, parts.closing)
        terms = _at(cells, parts.opening).text
        terms += "".join(f" − {_at(cells, at).text}" for at in parts.less)
        terms += "".join(f" + {_at(cells, at).text}" for at in parts.more)
        yield FLOW.at(
            grid.line, stated.text, severity=severity, label=label, terms=terms, actual=format_number(actual),
            stated=stated.text, difference=format_number(abs(actual - stated.value)),
        )  # fmt: skip


def _positions(parts: _Parts) -> tuple[int, ...]:
    return (parts.opening, *parts.less, *parts.more, parts.closing)


def _at(cells: tuple[Cell | None, ...], at: int) -> Cell:
    """The cell at a position; only lines with all their figures are judged."""
    return cells[at] or Cell(0, 1, "")


def _closing(parts: _Parts, cells: tuple[Cell | None, ...]) -> Fraction:
    less = sum((Fraction(_at(cells, at).value) for at in parts.less), Fraction(0))
    more = sum((Fraction(_at(cells, at).value) for at in parts.more), Fraction(0))
    return Fraction(_at(cells, parts.opening).value) - less + more


def _fits(parts: _Parts, cells: tuple[Cell | None, ...]) -> bool:
    """As printed, or where the first decrease (increase) is the sum of those behind it."""
    stated = _at(cells, parts.closing).value
    ways = [
        parts._replace(less=less, more=more)
        for less in (parts.less, parts.less[:1])
        for more in (parts.more, parts.more[:1])
    ]
    return any(_closing(way, cells) == stated for way in ways)
