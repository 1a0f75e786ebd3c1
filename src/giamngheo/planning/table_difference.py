"""What changed between two states of a table, as people read it: which cell, which row, which column.

docs/algorithms/edit-tables.md says how rows and columns find their partners. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

Table = Sequence[Sequence[str]]
Pair = tuple[int | None, int | None]  # a place on the left, its partner on the right
Pick = Callable[[range, range], list[tuple[int, int]]]


class TableChange(NamedTuple):
    """One difference. `kind`: cell, row or column; `row` counts printed rows from 1, 0 is the header; `name` says what
    the row is about ("" unknown), `column` the header of the column, or its number. Of a row or column that came,
    `before` is ""; of one that went, `after`."""

    kind: str
    row: int
    name: str
    column: str
    before: str
    after: str


def as_text(table: Table) -> str:
    """A table on lines, cells between bars."""
    return "\n".join(_row_text(row) for row in table)


def table_changes(old: Table, new: Table) -> list[TableChange]:
    """Changes in the order of the new table, columns first; equal tables give none."""
    left, right = _squared(old), _squared(new)
    columns = _columns(left, right)
    found = [_column_change(left, right, pair) for pair in columns if None in pair]
    shared = [(a, b) for a, b in columns if a is not None and b is not None]
    for a, b in _rows(left, right, shared):
        if a is None and b is not None:
            found.append(TableChange("row", b, _name(right[b]), "", "", _words(right[b])))
        elif b is None and a is not None:
            found.append(TableChange("row", a, _name(left[a]), "", _words(left[a]), ""))
        elif a is not None and b is not None:
            found += [
                TableChange("cell", b, _name(right[b]), _label(right, y), left[a][x], right[b][y])
                for x, y in shared
                if left[a][x] != right[b][y]
            ]
    return found


def _squared(table: Table) -> list[list[str]]:
    width = max((len(row) for row in table), default=0)
    return [[*row, *[""] * (width - len(row))] for row in table]


def _row_text(row: Sequence[str]) -> str:
    return " | ".join(" ".join(cell.split()) for cell in row)


def _words(cells: Sequence[str]) -> str:
    """Cells that have words, as one line: what came or went."""
    return _row_text([cell for cell in cells if cell.strip()])


def _name(row: Sequence[str]) -> str:
    """The words a row is called by: its first cell that is more than an ordinal."""
    words = (" ".join(cell.split()) for cell in row)
    found = next((each for each in words if any(char.isalpha() for char in each) and len(each) > 2), "")
    return f"{found[:59]}…" if len(found) > 60 else found


def _label(table: list[list[str]], column: int) -> str:
    return " ".join(table[0][column].split()) or str(column + 1)


def _columns(left: list[list[str]], right: list[list[str]]) -> list[Pair]:
    """Columns by their header, in order; what stands between two matches pairs from left to right."""
    return list(_paired(_heads(left), _heads(right), lambda one, other: list(zip(one, other, strict=False))))


def _heads(table: list[list[str]]) -> list[str]:
    width = len(table[0]) if table else 0
    return [next((row[at] for row in table if row[at].strip()), "") for at in range(width)]


def _column_change(left: list[list[str]], right: list[list[str]], pair: Pair) -> TableChange:
    side, at = (left, pair[0]) if pair[0] is not None else (right, pair[1] or 0)
    words = _words([row[at] for row in side])
    before, after = (words, "") if side is left else ("", words)
    return TableChange("column", 0, "", _label(side, at), before, after)


def _rows(left: list[list[str]], right: list[list[str]], shared: list[tuple[int, int]]) -> Iterator[Pair]:
    """The header is the header's partner; other rows by their cells in the columns both have."""
    one = [tuple(row[x] for x, _ in shared) for row in left]
    other = [tuple(row[y] for _, y in shared) for row in right]
    if left and right:
        yield 0, 0

    def pick(here: range, there: range) -> list[tuple[int, int]]:
        if len(here) == len(there):
            return list(zip(here, there, strict=True))
        found, start = [], 0
        for a in here:
            like = next((at for at in range(start, len(there)) if _alike(one[a + 1], other[there[at] + 1])), None)
            if like is not None:
                found.append((a, there[like]))
                start = like + 1
        return found

    for a, b in _paired(one[1:], other[1:], pick):
        yield (None if a is None else a + 1), (None if b is None else b + 1)


def _paired(left: Sequence[Hashable], right: Sequence[Hashable], pick: Pick) -> Iterator[Pair]:
    """Equal ones in order; of what stands between, the pairs `pick` finds; the rest alone."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        here, there = range(a1, a2), range(b1, b2)
        pairs = list(zip(here, there, strict=True)) if kind == "equal" else pick(here, there)
        by_left, by_right = dict(pairs), {b: a for a, b in pairs}
        waiting = list(there)
        for a in here:
            if a not in by_left:
                yield a, None
                continue
            while waiting and waiting[0] not in by_right:
                yield None, waiting.pop(0)
            yield a, by_left[a]
            waiting.pop(0)
        yield from ((None, b) for b in waiting)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    same = sum(a == b for a, b in zip(one, other, strict=True))
    if 2 * same >= len(one):
        return True
    matcher = SequenceMatcher(None, "".join(one), "".join(other), autojunk=False)
    return matcher.real_quick_ratio() >= 0.5 and matcher.ratio() >= 0.5
