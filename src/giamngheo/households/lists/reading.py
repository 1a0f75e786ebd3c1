"""A whole workbook as households: read once, nothing kept out silently. Used by the preview and by the import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.households.lists import grouping
from giamngheo.households.lists import problems as p
from giamngheo.households.lists.heading import Heading, find
from giamngheo.households.lists.meaning import NAMES, Meaning, guess, key
from giamngheo.households.lists.people import ListedHousehold, Reader
from giamngheo.households.lists.rows import RowKind, classify
from giamngheo.households.lists.sheets import Sheet, column_letter, open_sheets

Mapped = Mapping[str, str]  # heading key -> a Meaning's value, or "" for a column that is left out on purpose
Progress = Callable[[float, str], None]


class ReadSheet(NamedTuple):
    """One sheet: its heading, what each column means ("" none), how many rows of each kind, its households."""

    name: str
    heading: Heading | None
    meanings: tuple[str, ...]
    counts: Mapping[RowKind, int]
    households: tuple[ListedHousehold, ...]
    findings: tuple[Finding, ...]


class ReadList(NamedTuple):
    """A workbook. `mapping` is what to remember: every heading of the file with its meaning."""

    sheets: tuple[ReadSheet, ...]

    @property
    def households(self) -> tuple[ListedHousehold, ...]:
        return tuple(each for sheet in self.sheets for each in sheet.households)

    @property
    def good(self) -> tuple[ListedHousehold, ...]:
        return tuple(each for each in self.households if each.is_good)

    @property
    def bad(self) -> tuple[ListedHousehold, ...]:
        return tuple(each for each in self.households if not each.is_good)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(each for sheet in self.sheets for each in sheet.findings) + tuple(
            each for household in self.households for each in household.findings
        )

    @property
    def mapping(self) -> dict[str, str]:
        return {
            key(label): meaning
            for sheet in self.sheets
            if sheet.heading
            for label, meaning in zip(sheet.heading.labels, sheet.meanings, strict=True)
            if label
        }


def read_list(
    path: Path,
    *,
    today: date,
    mapping: Mapped | None = None,
    words: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> ReadList:
    """Every visible sheet. `words`: what ambiguous relations (cells.AMBIGUOUS) are in this list. Raises FindingError
    for what is no workbook and for one that names nobody."""
    mapping = mapping or {}
    sheets = []
    for number, sheet in enumerate(open_sheets(path), 1):
        if progress:
            progress(min(0.9, number / (number + 2)), sheet.name)
        sheets.append(_sheet(sheet, mapping, today, words))
    found = ReadList(_ids_once(tuple(sheets)))
    if not found.households:
        raise FindingError(p.EMPTY.at(name=path.name))
    return found


def _sheet(sheet: Sheet, mapping: Mapped, today: date, words: Mapping[str, str] | None) -> ReadSheet:
    heading = find(sheet, frozenset(mapping))
    if heading is None:
        empty = not any(cell != "" for row in sheet.rows for cell in row)
        findings = () if empty else (p.NO_HEADING.at(sheet=sheet.name),)
        return ReadSheet(sheet.name, None, (), {}, (), findings)
    columns, meanings, told = _columns(sheet.name, heading, mapping)
    typed = list(classify(sheet, heading, {column: meaning for meaning, column in columns.items()}))
    told.extend(p.NOT_UNDERSTOOD.at(row.number, sheet=sheet.name) for row in typed if row.kind is RowKind.UNKNOWN)
    reader = Reader(sheet.name, columns, today, words)
    people = [row for row in typed if row.kind is RowKind.PERSON]
    households = tuple(reader.household(rows) for rows in grouping.households(people))
    return ReadSheet(sheet.name, heading, tuple(meanings), Counter(row.kind for row in typed), households, tuple(told))


def _columns(sheet: str, heading: Heading, mapping: Mapped) -> tuple[dict[Meaning, int], list[str], list[Finding]]:
    """Column of each meaning, the meaning of each column, and what is told about columns."""
    columns: dict[Meaning, int] = {}
    meanings: list[str] = []
    told: list[Finding] = []
    for column, label in enumerate(heading.labels):
        meaning = _meaning(label, mapping)
        place: dict[str, Any] = {"sheet": sheet, "column": column_letter(column), "heading": label}
        if meaning is not None and meaning in columns:
            other = column_letter(columns[meaning])
            told.append(p.SAME_MEANING.at(heading.first + 1, label, other=other, **place))
            meaning = None
        elif meaning is None and label and mapping.get(key(label)) != "":
            told.append(p.UNKNOWN_COLUMN.at(heading.first + 1, label, **place))
        if meaning is not None:
            columns[meaning] = column
        meanings.append(meaning.value if meaning else "")
    return _one_name(columns), meanings, told


def _one_name(columns: dict[Meaning, int]) -> dict[Meaning, int]:
    """A list with the head's name alone lists households by their heads."""
    if Meaning.FULL_NAME not in columns and not any(each in columns for each in NAMES):
        raise AssertionError("a heading has a name")
    return columns


def _meaning(label: str, mapping: Mapped) -> Meaning | None:
    remembered = mapping.get(key(label))
    if remembered is not None:
        return Meaning(remembered) if remembered else None
    return guess(label) if label else None


def _ids_once(sheets: tuple[ReadSheet, ...]) -> tuple[ReadSheet, ...]:
    """The same sheets, a citizen id that stands twice told at both rows."""
    seen: dict[str, list[int]] = {}
    for person in (person for sheet in sheets for each in sheet.households for person in each.members):
        if person.citizen_id:
            seen.setdefault(person.citizen_id, []).append(person.row)
    twice = {number: rows for number, rows in seen.items() if len(rows) > 1}
    if not twice:
        return sheets
    return tuple(
        sheet._replace(households=tuple(_with_ids_told(sheet, each, twice) for each in sheet.households))
        for sheet in sheets
    )


def _with_ids_told(sheet: ReadSheet, household: ListedHousehold, twice: Mapping[str, list[int]]) -> ListedHousehold:
    column = sheet.meanings.index(Meaning.CITIZEN_ID.value) if Meaning.CITIZEN_ID.value in sheet.meanings else 0
    told = tuple(_twice(sheet.name, column_letter(column), household, twice))
    return household._replace(findings=household.findings + told) if told else household


def _twice(sheet: str, column: str, household: ListedHousehold, twice: Mapping[str, list[int]]) -> Iterator[Finding]:
    for person in household.members:
        rows = twice.get(person.citizen_id or "", [])
        others = [row for row in rows if row != person.row] or rows[1:]
        if others:
            yield p.CITIZEN_ID_TWICE.at(person.row, sheet=sheet, column=column, other=others[0])
