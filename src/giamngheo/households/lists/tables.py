"""A table read by the columns its room names: heading, rows, what each became. docs/algorithms/tables.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import override

from giamngheo.foundation.findings import Finding, FindingError, Severity
from giamngheo.foundation.text import bare, nfc, squeeze
from giamngheo.households.lists import tables_problems as p
from giamngheo.households.lists.corrected import REASON
from giamngheo.households.lists.heading import numbers_columns
from giamngheo.households.lists.rows import RowKind, without_data
from giamngheo.households.lists.sheets import Cell, Row, Sheet, open_sheets, text_of

LOOKED_AT = 40  # rows in which the heading is looked for
MOST = 5_000  # rows of one file
_PASSED_OVER = {bare(each) for each in (*REASON.values(), "stt", "tt", "so thu tu", "ghi chu", "no.", "note")}
Words = str | Promise


class Choices(dict[Any, Words]):
    """What a cell may hold: words by value."""

    @cached_property
    def values_of(self) -> dict[str, Any]:
        """Values by their words in either language, without accents; worked out once, not for every cell."""
        return {word: value for value, title in self.items() for word in in_both(title)}


class Column(NamedTuple):
    """`title`: of the template and the export. `words`: what else it is called, without accents. `choices`: the words
    a cell may hold, by value. `help`: for the second sheet of the template. `is_text`: digits that are no number."""

    name: str
    title: Words
    words: tuple[str, ...] = ()
    must: bool = False
    choices: Choices | None = None
    help: Words = ""
    width: int = 18
    is_text: bool = False


class TableRow(NamedTuple):
    """`number` as Excel counts; `village`: of the heading row of a village above it."""

    number: int
    cells: Mapping[str, Cell]
    raw: Row
    village: str = ""


class Table(NamedTuple):
    """What was read. `labels`: the heading as it stands; `titles`: by name, of the columns found."""

    sheet: str
    labels: tuple[str, ...]
    titles: Mapping[str, str]
    rows: Sequence[TableRow]
    findings: Sequence[Finding]


class JudgedRow(NamedTuple):
    """A row judged by its room. `who`, `shown`: for the preview; `value`: what the verb takes, None where nothing
    would be written (as with a row that says what stands already)."""

    row: TableRow
    who: str
    shown: Sequence[str]
    value: Any
    findings: Sequence[Finding]

    @property
    def is_good(self) -> bool:
        return not any(each.severity == Severity.ERROR for each in self.findings)


class Judged(NamedTuple):
    """A whole table judged. `findings`: of the file."""

    table: Table
    rows: Sequence[JudgedRow]
    findings: Sequence[Finding]

    @property
    def entering(self) -> list[JudgedRow]:
        """Rows that would be written."""
        return [each for each in self.rows if each.is_good and each.value is not None]

    @property
    def left_out(self) -> list[JudgedRow]:
        """Rows with an error."""
        return [each for each in self.rows if not each.is_good]


def in_both(words: Words) -> tuple[str, ...]:
    """The words in Vietnamese and in English, without accents."""
    found = []
    for language in ("vi", "en"):
        with override(language):
            found.append(bare(str(words)))
    return tuple(dict.fromkeys(found))


def read_table(path: Path, columns: Sequence[Column]) -> Table:
    """The first sheet with a heading. Raises FindingError for no workbook, no heading, a missing or double column, too
    many rows, none."""
    known = {word: each.name for each in columns for word in (*in_both(each.title), *each.words)}
    must = {each.name for each in columns if each.must}
    for sheet in open_sheets(path):
        for number, row in enumerate(sheet.rows[:LOOKED_AT]):
            found = {name for cell in row if (name := known.get(bare(text_of(cell))))}
            if len(found) >= min(2, len(columns)) and found & must:
                return _rows(sheet, number, columns, known)
    raise FindingError(p.HEADING.at(columns=", ".join(str(each.title) for each in columns if each.must)))


def _rows(sheet: Sheet, heading: int, columns: Sequence[Column], known: Mapping[str, str]) -> Table:
    labels = tuple(squeeze(nfc(text_of(cell))) for cell in sheet.rows[heading])
    places, other = _places(labels, known)
    for each in columns:
        if each.must and each.name not in places:
            raise FindingError(p.COLUMN.at(heading + 1, column=each.title))
    rows, village = [], ""
    for number, row in enumerate(sheet.rows[heading + 1 :], heading + 2):
        kind, told = without_data(row)
        if kind is RowKind.SECTION:
            village = told
        cells = {name: row[place] if place < len(row) else "" for name, place in places.items()}
        # Somebody may be called like a total, or sought as an accountant: a whole row is no total and no signature.
        is_whole = all(text_of(cells[each.name]) for each in columns if each.must)
        if (kind is not None and not is_whole) or (number == heading + 2 and numbers_columns(row)):
            continue
        rows.append(TableRow(number, cells, row, village))
    if not rows:
        raise FindingError(p.EMPTY.at())
    if len(rows) > MOST:
        raise FindingError(p.TOO_MANY.at(count=len(rows), most=MOST))
    findings = [p.UNKNOWN.at(heading + 1, columns=", ".join(other))] if other else []
    return Table(sheet.name, labels, {name: labels[place] for name, place in places.items()}, rows, findings)


def _places(labels: Iterable[str], known: Mapping[str, str]) -> tuple[dict[str, int], list[str]]:
    places: dict[str, int] = {}
    said: dict[str, str] = {}
    other: list[str] = []
    for place, label in enumerate(labels):
        name = known.get(bare(label))
        if name is None:
            other += [label] if label and bare(label) not in _PASSED_OVER else []
        elif name in places:
            raise FindingError(p.SAME.at(one=said[name], other=label))
        else:
            places[name], said[name] = place, label
    return places, other
