"""Total rows, subtotal rows and total columns of tables.

Prose: docs/algorithms/check-arithmetic.md, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import show
from giamngheo.planning.check.tables import Cell, Grid, Row, add, grids

TABLE = CATALOGUE.add(
    "ARITH-TABLE",
    Severity.ERROR,
    title=("Dòng hoặc cột tổng của bảng không khớp", "A total row or column of a table does not add up"),
    message=(
        "“{label}”, cột “{column}”: ghi {stated}, cộng các {kind} được {sum}.",
        "“{label}”, column “{column}”: {stated} is printed, the parts add up to {sum}.",
    ),
    fixes=(
        ("Nếu các {kind} đúng, sửa {stated} thành {sum}.", "If the parts are right, write {sum} for {stated}."),
        ("Nếu {stated} đúng, sửa phần chênh lệch {difference} ở các {kind}.",
         "If {stated} is right, correct the {difference} among the parts."),
    ),
)  # fmt: skip
RATE = CATALOGUE.add(
    "ARITH-TABLE-RATE",
    Severity.ERROR,
    title=("Tỷ lệ trong bảng không khớp hai cột số", "A rate of a table does not fit its two columns"),
    message=(
        "“{label}”: {part} trên {whole} là {actual}, bảng ghi {stated}.",
        "“{label}”: {part} of {whole} is {actual}, the table says {stated}.",
    ),
    fixes=(
        ("Sửa tỷ lệ thành {actual}.", "Write {actual} as the rate."),
        ("Kiểm tra lại {part} và {whole} theo danh sách.", "Check {part} and {whole} against the list."),
    ),
)


@rule
def tables_add_up(context: Context) -> Iterator[Finding]:
    """All tables with figures."""
    for grid in grids(context):
        down = [finding for column in grid.summed() for finding in _rows(grid, column)]
        yield from down
        yield from _columns(grid, told=bool(down))
        yield from _rates(grid)


def _rows(grid: Grid, column: int) -> Iterator[Finding]:
    """Subtotals over the rows below them; the total over the first-order rows, or over all where there is one order."""
    rows = [row for row in grid.rows if row.cells[column] is not None]
    totals = [row for row in rows if row.depth == 0]
    parts = [row for row in rows if row.depth]
    if not parts:
        return
    if len(totals) == 1 and len(parts) >= 2 and (grid.rows[0] is totals[0] or grid.rows[-1] is totals[0]):
        top = min(row.depth for row in parts)
        first = [row for row in parts if row.depth == top]
        if _complete(grid, first, top) and len(first) >= 2:
            yield from _judge(grid, totals[0], column, first, "dòng")
    for at, row in enumerate(parts):
        below = []
        for other in parts[at + 1 :]:
            if other.depth <= row.depth:
                break
            below.append(other)
        children = [other for other in below if other.depth == min((each.depth for each in below), default=0)]
        if len(children) >= 2 and len({other.depth for other in below}) <= 2 and row.depth == 1:
            yield from _judge(grid, row, column, children, "dòng")


def _complete(grid: Grid, chosen: list[Row], depth: int) -> bool:
    """Every row of that order has a figure in the column: a gap would make the sum meaningless."""
    return len(chosen) == sum(row.depth == depth for row in grid.rows)


def _judge(grid: Grid, total: Row, column: int, parts: list[Row], kind: str) -> Iterator[Finding]:
    stated = total.cells[column]
    cells = [cell for row in parts if (cell := row.cells[column]) is not None]
    if stated is None or not cells:
        return
    added, room = add([*cells])
    room += Fraction(stated.step) / 2 if stated.step < 1 else 0
    if abs(added - stated.value) > room:
        yield _finding(grid, total, grid.headers[column], stated, added, kind)


def _finding(grid: Grid, row: Row, column: str, stated: Cell, added: Fraction, kind: str) -> Finding:
    difference = abs(added - Fraction(stated.value))
    return TABLE.at(
        grid.line, stated.text, label=row.label, column=column, stated=stated.text, kind=kind,
        sum=format_number(added), difference=format_number(difference),
    )  # fmt: skip


def _columns(grid: Grid, *, told: bool) -> Iterator[Finding]:
    """A column headed "Tổng" against the columns beside it, right or left: judged only where most rows show that it is
    their sum. `told`: a total row is found wrong already; its right end is then no second mistake."""
    for column, header in enumerate(grid.headers):
        if not header.startswith(("tổng", "cộng")):
            continue
        right = [range(column + 1, end) for end in range(len(grid.headers), column + 2, -1)]
        left = [range(start, column) for start in range(1, column - 1)]
        for group in (*right, *left):
            checked = [(row, *_across(row, column, group)) for row in grid.rows]
            known = [each for each in checked if each[1] is not None]
            fits = sum(abs(each[2]) <= each[3] for each in known)
            if len(known) >= 2 and fits * 2 > len(known):
                for row, stated, off, room in known:
                    again = told and row.depth == 0 and group.stop <= column
                    if stated is not None and abs(off) > room and not again:
                        yield _finding(grid, row, header, stated, Fraction(stated.value) + off, "cột")
                break


def _across(row: Row, column: int, group: range) -> tuple[Cell | None, Fraction, Fraction]:
    stated = row.cells[column]
    cells = [row.cells[each] for each in group]
    if stated is None or any(cell is None for cell in cells):
        return None, Fraction(0), Fraction(0)
    added, room = add([cell for cell in cells if cell is not None])
    return stated, added - stated.value, room + (Fraction(stated.step) / 2 if stated.step < 1 else 0)


def _rates(grid: Grid) -> Iterator[Finding]:
    """A column of rates against the two columns that explain most of its rows."""
    for column, header in enumerate(grid.headers):
        if "tỷ lệ" not in header and "%" not in header and "tỉ lệ" not in header:
            continue
        rows = [row for row in grid.rows if row.cells[column] is not None]
        pair = _explaining(grid, rows, column)
        if pair is None:
            continue
        for row in rows:
            part, whole, rate = row.cells[pair[0]], row.cells[pair[1]], row.cells[column]
            if part and whole and rate and whole.value and not _fits(part, whole, rate):
                places = 0 if rate.step == 1 else len(str(Fraction(rate.step).denominator)) - 1
                yield RATE.at(
                    grid.line, rate.text, label=row.label, part=part.text, whole=whole.text, stated=rate.text,
                    actual=show(Fraction(part.value) * 100 / Fraction(whole.value), "%", max(places, 1)),
                )  # fmt: skip


def _fits(part: Cell, whole: Cell, rate: Cell) -> bool:
    return abs(Fraction(part.value) * 100 / Fraction(whole.value) - rate.value) <= Fraction(rate.step) / 2


def _explaining(grid: Grid, rows: list[Row], column: int) -> tuple[int, int] | None:
    """The two columns of which the rate is the share in at least two of three rows (and three rows)."""
    numbers = [other for other in range(len(grid.headers)) if other != column and all(row.cells[other] for row in rows)]
    for part in sorted(numbers, key=lambda other: abs(other - column)):
        for whole in numbers:
            if part == whole:
                continue
            fits = sum(
                1 for row in rows if (p := row.cells[part]) and (w := row.cells[whole]) and (r := row.cells[column])
                and w.value and p.value and _fits(p, w, r)
            )  # fmt: skip
            if fits >= 3 and fits * 3 >= len(rows) * 2:
                return part, whole
    return None
