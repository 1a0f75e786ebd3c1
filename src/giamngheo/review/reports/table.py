"""A report added up: headings, rows, and a total that is checked. Pure over the computed sets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from giamngheo.review.reports.catalogue import Report
from giamngheo.review.reports.cells import HOUSEHOLDS, PEOPLE, Cell, Head, Row
from giamngheo.review.reports.columns import Column, Counting, Lived, Part, Sets, Share, Text
from giamngheo.review.reports.members import member_rows, width

_CENT = Decimal("0.01")


class Table(NamedTuple):
    """A report ready to be shown or written. `fixed`: how many columns stand before the counted ones."""

    report: Report
    title: str
    heads: list[Head]
    rows: list[Row]
    fixed: int
    width: int
    notes: list[str]

    @property
    def depth(self) -> int:
        """Rows of headings."""
        return max(head.row + head.rows for head in self.heads)


def fill(report: Report, sets: Sets) -> Table:
    """The report over the sets. Raises ArithmeticError when a total is not the sum of its rows: a mistake of ours."""
    title = str(report.title if sets.basis.official or not report.preliminary else report.preliminary)
    told = [str(each) for each in report.notes(sets)]
    if report.members:
        heads, rows = member_rows(report.members, sets)
        return Table(report, title, heads, rows, 0, width(sets), told)
    columns = list(report.columns(sets))
    fixed: list[Text] = [_("STT"), _("Địa bàn") if sets.place.of_communes else _("Thôn")]
    if report.split:
        fixed.append(_("Phân tổ"))
    heads = _heads([(word,) for word in fixed] + [column.heads for column in columns])
    return Table(report, title, heads, _rows(report, columns, sets), len(fixed), len(fixed) + len(columns), told)


def behind(column: Counting, sets: Sets, key: str) -> list[tuple[int, int, int]]:
    """Households a number was counted from, each with the households and people it gave; `key` "" for the total."""
    found: dict[int, list[int]] = {}
    rows = row_of(sets)
    for part in column.parts(sets):
        if part.household is not None and (not key or rows.get(part.village, "") == key):
            given = found.setdefault(part.household, [0, 0])
            given[0] += part.households
            given[1] += part.people
    return [(household, *given) for household, given in found.items() if any(given)]  # type: ignore[misc]


def row_of(sets: Sets) -> dict[int, str]:
    """Of each village the key of its row: its own, or its commune's."""
    communes = sets.place.of_communes
    return {key: str(each.commune_id if communes else key) for key, each in sets.villages.items()}


def percent(part: int, whole: int) -> Decimal | None:
    """Two decimals, half up; nothing of nothing."""
    return None if not whole else (Decimal(100 * part) / Decimal(whole)).quantize(_CENT, ROUND_HALF_UP)


def _rows(report: Report, columns: Sequence[Column], sets: Sets) -> list[Row]:
    rows = row_of(sets)
    counting = {id(each): each for column in columns for each in _counting(column)}
    sums = {key: _sums(each.parts(sets), rows) for key, each in counting.items()}
    titles = titles_of(sets)
    halves = (HOUSEHOLDS, PEOPLE) if report.split else ("",)
    found = [
        Row("row", str(at) if half != PEOPLE else "", title, _cells(columns, sums, key, half), key, half)
        for at, (key, title) in enumerate(titles.items(), 1)
        for half in halves
    ]
    _check(report, columns, sums, titles)
    return found + [Row("total", "", _("Tổng cộng"), _cells(columns, sums, "", half), "", half) for half in halves]


def _counting(column: Column) -> Iterable[Counting]:
    return (column.part, column.whole) if isinstance(column, Share) else (column,)


def _sums(parts: Iterable[Part], rows: dict[int, str]) -> dict[str, tuple[int, int]]:
    """Households and people by row, and of everything under ""."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for part in parts:
        for key in (rows.get(part.village, "?"), ""):
            found[key][0] += part.households
            found[key][1] += part.people
    return {key: (homes, people) for key, (homes, people) in found.items()}


def _cells(columns: Sequence[Column], sums: dict[int, dict[str, tuple[int, int]]], key: str, half: str) -> list[Cell]:
    def count(column: Counting) -> int:
        homes, people = sums[id(column)].get(key, (0, 0))
        return people if half == PEOPLE or (not half and column.people) else homes

    return [
        Cell(percent(count(column.part), count(column.whole)), "percent")
        if isinstance(column, Share)
        else Cell(count(column), "count", column.key, _opens(column))
        for column in columns
    ]


def _opens(column: Counting) -> str:
    if isinstance(column, Lived):
        return "register" if column.group is None else ""
    return "rows"


def titles_of(sets: Sets) -> dict[str, str]:
    """Rows of a table by key: villages by name, or communes; a village that left the unit since comes last."""
    if sets.place.of_communes:
        return {str(each.commune_id): each.commune for each in sets.villages.values()}
    return {str(key): each.name for key, each in sets.villages.items()}


def _check(
    report: Report, columns: Sequence[Column], sums: dict[int, dict[str, tuple[int, int]]], titles: dict[str, str]
) -> None:
    for column in columns:
        for each in _counting(column):
            of_rows = [sums[id(each)].get(key, (0, 0)) for key in titles]
            added = sum(homes for homes, _people in of_rows), sum(people for _homes, people in of_rows)
            if added != sums[id(each)].get("", (0, 0)):
                raise ArithmeticError(f"{report.slug} {each.key}: rows give {added}, all {sums[id(each)]['']}")


def _heads(paths: list[tuple[Text, ...]]) -> list[Head]:
    """Headings from their paths: what neighbours share is one cell across, a short path reaches down."""
    depth = max(len(path) for path in paths)
    found: list[Head] = []
    for level in range(depth):
        at = 0
        while at < len(paths):
            path = paths[at]
            if level >= len(path):
                at += 1
                continue
            end = at + 1
            last = level == len(path) - 1
            while not last and end < len(paths) and _same(paths[end], path, level):
                end += 1
            found.append(Head(str(path[level]), level, at, depth - level if last else 1, end - at))
            at = end
    return found


def _same(other: tuple[Text, ...], path: tuple[Text, ...], level: int) -> bool:
    upto = level + 1
    return len(other) > upto and [str(each) for each in other[:upto]] == [str(each) for each in path[:upto]]
