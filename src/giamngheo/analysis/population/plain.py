"""The same reading without an engine: a commune's list, household by household, in plain Python.

What is good, what is set aside and why, and every row's number are those of the engines' reading; tests hold both
together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from giamngheo.analysis.population.findings import BELONGS, ID_TWICE, NO_HOUSEHOLD, NO_ID, NO_MEMBERS, TOO_MANY
from giamngheo.analysis.population.household import Answers, Household
from giamngheo.analysis.population.naming import (
    CARRIED,
    ID,
    TABLES,
    Named,
    about_columns,
    every_mapping_is_there,
    named,
)
from giamngheo.analysis.population.plain_cells import PlainCells, Refused
from giamngheo.analysis.population.setting_aside import Reason, SetAside
from giamngheo.analysis.population.sources import find, the_one
from giamngheo.analysis.runners.findings import EMPTY
from giamngheo.analysis.runners.reading.opened import FILE, ROW, Opened, no_column
from giamngheo.analysis.runners.reading.rows import Rows, rows_of, sheet_of
from giamngheo.analysis.runners.reading.workbook import open_book
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.standards.answering import limits
from giamngheo.standards.release import Question

MOST = 50_000  # households in plain Python; more are the engines' work


class Row(NamedTuple):
    """A row that came in: its cells by name, the household it names, what it answers, what is wrong with it."""

    written: dict[str, object]
    id: str | None
    answers: Answers
    reasons: list[Reason]


@dataclass
class Population:
    """The good households, how many rows came in and were set aside, and what there is to say about them."""

    households: list[Household]
    read: dict[str, int]
    set_aside: dict[str, int]
    findings: list[Finding]
    without_members: int = 0


@dataclass
class Reading:
    """How a list is to be read. `day` as YYYYMMDD; `reads` are the questions whose absence is told."""

    questions: Mapping[str, Question]
    day: int
    mapping: Mapping[str, str] = field(default_factory=dict)
    also: str = ""  # a column of households to be kept besides
    reads: tuple[str, ...] = ()
    most: int = MOST
    quote: bool = True  # whether findings repeat cells


def read(asked: Path, how: Reading, bad_rows: Path | None = None) -> Population:
    """The list behind a folder or a workbook. Raises FindingError."""
    places = find(asked)
    return _read({name: rows_of(*places[name]) for name in TABLES}, how, bad_rows)


def read_workbook(book: BinaryIO, name: str, how: Reading) -> Population:
    """The list of a workbook in memory. Raises FindingError."""
    opened = open_book(book, name)
    sheets = {each: each for each in opened.sheet_names}
    return _read({table: sheet_of(opened, the_one(table, sheets, name), name) for table in TABLES}, how, None)


def _read(tables: Mapping[str, Rows], how: Reading, bad_rows: Path | None) -> Population:
    every_mapping_is_there(how.mapping, [column for each in tables.values() for column in each.columns])
    cells = PlainCells(how.day)
    names = {table: _named(rows, table, how) for table, rows in tables.items()}
    with SetAside(bad_rows, {table: each.taken for table, each in names.items()}, quote=how.quote) as aside:
        found = {table: _rows(rows, names[table], table, how, cells) for table, rows in tables.items()}
        for table, rows in tables.items():
            aside.add_broken(table, rows.broken)
        homes, people = _apart(found["households"], found["members"], aside)
        broken = [finding for each in tables.values() for finding in _broken(each)]
        findings = [*broken, *about_columns(names.values(), how.questions, how.reads), *aside.findings()]
    households = [_household(each, people.get(each.id, []), how) for each in homes if each.id is not None]
    lonely = sum(not each.members for each in households)
    if lonely:
        findings.append(NO_MEMBERS.at(count=lonely))
    read = {name: len(found[name]) + len(tables[name].broken) for name in TABLES}
    return Population(households, read, dict(aside.counts), findings, lonely)


def _named(rows: Rows, table: str, how: Reading) -> Named:
    also = how.also if table == "households" else ""
    found = named(rows.columns, table, how.mapping, how.questions, also)
    if also and also not in found.taken:
        raise FindingError(no_column(also, rows.columns))
    return found


def _rows(rows: Rows, names: Named, table: str, how: Reading, cells: PlainCells) -> list[Row]:
    places = {name: rows.columns.index(column) for name, column in names.taken.items()}
    questions = [(how.questions[name], at) for name, at in places.items() if name in how.questions]
    found: list[Row] = []
    for number, texts in rows.rows:
        if table == "households" and len(found) >= how.most:
            raise FindingError(TOO_MANY.at(quote=rows.name, count=f"{how.most}+", most=how.most))
        answers: Answers = {}
        reasons = []
        for question, at in questions:
            try:
                answers[question.name] = cells.answer(question, texts[at])
            except Refused as refused:
                reasons.append(Reason(refused.entry, question.name, limits(question)))
        written: dict[str, object] = {name: texts[at] for name, at in places.items()}
        found.append(Row(written | {ROW: number, FILE: rows.name}, texts[places[ID]], answers, reasons))
    if not found and not rows.broken:
        raise FindingError(EMPTY.at(path=rows.name))
    return found


def _apart(homes: list[Row], people: list[Row], aside: SetAside) -> tuple[list[Row], dict[str | None, list[Row]]]:
    """The good households, and the members of each id; everything else is set aside with its reasons."""
    times = Counter(each.id for each in homes)
    wrong = {each.id for each in (*homes, *people) if each.reasons or each.id is None}
    wrong |= {id_ for id_, count in times.items() if count > 1}
    for table, rows in (("households", homes), ("members", people)):
        for row in rows:
            if row.id not in wrong and row.id in times:
                continue
            if row.id is None:
                row.reasons.insert(0, Reason(NO_ID, ID))
            elif table == "households" and times[row.id] > 1:
                row.reasons.insert(0, Reason(ID_TWICE, ID))
            elif row.id not in times:
                row.reasons.insert(0, Reason(NO_HOUSEHOLD, ID))
            aside.add(table, row.written, row.reasons or [Reason(BELONGS, ID)])
    members: dict[str | None, list[Row]] = {}
    for row in people:
        if row.id not in wrong:
            members.setdefault(row.id, []).append(row)
    return [each for each in homes if each.id not in wrong], members


def _household(home: Row, members: Iterable[Row], how: Reading) -> Household:
    carried = (*CARRIED[:3], *([how.also] if how.also and how.also not in how.questions else []))
    place = {name: str(value) for name in carried if (value := home.written.get(name)) is not None}
    return Household(str(home.id), place, home.answers, [each.answers for each in members])


def _broken(rows: Rows) -> list[Finding]:
    return Opened(None, rows.columns, rows.name, True, tuple(rows.broken)).findings()
