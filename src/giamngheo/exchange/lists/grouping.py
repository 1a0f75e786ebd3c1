"""Which rows are one household: by its number, by the relation to the head, by the head's name, or each its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from giamngheo.exchange.lists import cells
from giamngheo.exchange.lists.meaning import Meaning
from giamngheo.exchange.lists.rows import Typed
from giamngheo.exchange.lists.sheets import text_of
from giamngheo.foundation.text import bare, squeeze

Starts = Callable[[Typed, Typed | None], bool]  # whether a row begins a household, given the row before it


def households(rows: Sequence[Typed]) -> list[list[Typed]]:
    """The persons' rows of one sheet, parted into households."""
    starts = _way(rows)
    found: list[list[Typed]] = []
    before: Typed | None = None
    for row in rows:
        if before is None or row.village != before.village or starts(row, before):
            found.append([])
        found[-1].append(row)
        before = row
    return found


def _text(row: Typed, meaning: Meaning) -> str:
    return squeeze(text_of(row.cells.get(meaning, "")))


def _some(rows: Iterable[Typed], meaning: Meaning) -> int:
    return sum(bool(_text(row, meaning)) for row in rows)


def _is_head(row: Typed) -> bool:
    return cells.relation(row.cells.get(Meaning.RELATION, "")).value == "head"


def _way(rows: Sequence[Typed]) -> Starts:
    """The way this sheet tells its households apart. A number on every row that never repeats numbers rows only."""
    heads = sum(_is_head(row) for row in rows)
    for meaning in (Meaning.HOUSEHOLD_NUMBER, Meaning.HOUSEHOLD_CODE, Meaning.ROW_NUMBER):
        numbers = [number for row in rows if (number := _text(row, meaning))]
        parts = 0 < len(numbers) < len(rows) or len(set(numbers)) < len(numbers)
        if numbers and (parts or (meaning is not Meaning.ROW_NUMBER and not heads)):
            return _by_number(meaning)
    if heads:
        return lambda row, before: _is_head(row)
    if _some(rows, Meaning.HEAD_NAME) > 0 and _some(rows, Meaning.FULL_NAME):
        return _by_head_name
    return lambda row, before: True


def _by_number(meaning: Meaning) -> Starts:
    def starts(row: Typed, before: Typed | None) -> bool:
        number = _text(row, meaning)
        return bool(number) and (before is None or number != _text(before, meaning))

    return starts


def _by_head_name(row: Typed, before: Typed | None) -> bool:
    name = bare(_text(row, Meaning.HEAD_NAME))
    return bool(name) and (before is None or name != bare(_text(before, Meaning.HEAD_NAME)))
