"""A population from its two tables: headings by name or label, cells turned into answers, mistakes by column."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from giamngheo.analysis.synthesis.columns import questions
from giamngheo.analysis.whatif.cells import NotAnAnswer, answer
from giamngheo.analysis.whatif.findings import EMPTY, NO_COLUMN, NO_ID, NO_MEMBERS, TOO_MANY, VALUE
from giamngheo.analysis.whatif.population import Answers, Household
from giamngheo.analysis.whatif.tables import Table, open_tables
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.foundation.text import bare
from giamngheo.standards.release import Question

ID = "household_id"
PLACES = ("province", "commune", "village")
LABELS = {  # headings of the template for what is no question
    ID: "Mã hộ", "province": "Tỉnh (mã)", "commune": "Xã (mã)", "village": "Thôn", "name": "Họ và tên",
}  # fmt: skip
M2 = " (m²)"
MOST = 50_000  # households in plain Python; more are the engines' work


@dataclass
class Read:
    """What came in, and what was wrong with it."""

    households: list[Household]
    findings: list[Finding]

    @property
    def people(self) -> int:
        return sum(each.people for each in self.households)


@dataclass
class _Columns:
    """Where each column stands: questions, and everything else by its name."""

    asked: list[tuple[int, Question]] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)


class _Told:
    """Mistakes by column: how many, and the first."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], list[Any]] = {}
        self.ids: dict[str, list[int]] = {}

    def value(self, table: str, column: str, row: int, cell: Any) -> None:
        self.values.setdefault((table, column), [0, row, str(cell)])[0] += 1

    def id(self, table: str, row: int) -> None:
        self.ids.setdefault(table, [0, row])[0] += 1

    def findings(self) -> list[Finding]:
        return [NO_ID.at(row, table=table, count=count, row=row) for table, (count, row) in self.ids.items()] + [
            VALUE.at(row, cell[:80], table=table, column=column, count=count, row=row)
            for (table, column), (count, row, cell) in self.values.items()
        ]


def read(path: Path) -> Read:
    """The population behind a folder or a workbook. Raises FindingError where nothing can be judged at all."""
    return read_tables(*open_tables(path), str(path))


def read_tables(homes: Table, people: Table, path: str, *, most: int = MOST) -> Read:
    """The same of two open tables."""
    told = _Told()
    columns = {table.name: _columns(table) for table in (homes, people)}
    for table in (homes, people):
        if ID not in columns[table.name].others:
            raise FindingError(NO_COLUMN.at(1, table=table.name, column=LABELS[ID]))
    found: dict[str, Household] = {}
    twice: set[str] = set()
    for row, cells in homes.rows:
        key = _key(cells, columns[homes.name])
        if not key or key in found:
            told.id(homes.name, row)
            twice.add(key)
            continue
        found[key] = _household(key, cells, columns[homes.name], told, homes.name, row)
        if len(found) > most:
            raise FindingError(TOO_MANY.at(quote=path, count=f"{len(found)}+", most=most))
    for key in twice:
        found.pop(key, None)
    _members(people, columns[people.name], found, twice, told)
    return _complete(found, told, path)


def _members(table: Table, columns: _Columns, found: dict[str, Household], twice: set[str], told: _Told) -> None:
    heads: dict[str, str] = {}
    for row, cells in table.rows:
        key = _key(cells, columns)
        if key not in found:
            if key not in twice or not key:
                told.id(table.name, row)
            continue
        name = _cell(cells, columns.others.get("name"))
        if name and key not in heads:
            heads[key] = str(name).strip()
        found[key].members.append(_answers(cells, columns, told, table.name, row))
    for key, name in heads.items():
        if not found[key].name:
            found[key] = found[key]._replace(name=name)


def _complete(found: dict[str, Household], told: _Told, path: str) -> Read:
    findings = told.findings()
    lonely = [key for key, each in found.items() if not each.members]
    if lonely:
        findings.append(NO_MEMBERS.at(quote=lonely[0], count=len(lonely), id=lonely[0]))
    for key in lonely:
        del found[key]
    if not found:
        raise FindingError(EMPTY.at(quote=path, path=path))
    return Read(list(found.values()), findings)


def _columns(table: Table) -> _Columns:
    scope = "household" if table.name == "households" else "member"
    by_name = {each.name: each for each in questions(scope)}
    by_label = {bare(label_of(each)): each for each in questions(scope)}
    others = {bare(label): name for name, label in LABELS.items()}
    columns = _Columns()
    seen: set[str] = set()
    for at, heading in enumerate(table.heading):
        known = by_name.get(heading) or by_label.get(bare(heading))
        if known is not None and known.name not in seen:
            seen.add(known.name)
            columns.asked.append((at, known))
        elif known is None and heading:
            columns.others.setdefault(others.get(bare(heading), heading), at)
    return columns


def label_of(question: Question) -> str:
    """The heading of a question in the template: its Vietnamese label, areas with their unit."""
    return question.label.vi + (M2 if question.kind == "area" else "")


def _household(key: str, cells: list[Any], columns: _Columns, told: _Told, table: str, row: int) -> Household:
    place = {
        name: _plain(value)
        for name, at in columns.others.items()
        if name not in (ID, "name", "synthetic") and (value := _cell(cells, at)) not in (None, "")
    }
    name = str(_cell(cells, columns.others.get("name")) or "").strip()
    return Household(key, place, _answers(cells, columns, told, table, row), [], name)


def _answers(cells: list[Any], columns: _Columns, told: _Told, table: str, row: int) -> Answers:
    found: Answers = {}
    for at, question in columns.asked:
        cell = _cell(cells, at)
        try:
            found[question.name] = answer(question, cell)
        except NotAnAnswer:
            told.value(table, question.label.vi, row, cell)
            found[question.name] = None
    return found


def _key(cells: list[Any], columns: _Columns) -> str:
    return _plain(_cell(cells, columns.others[ID]))


def _cell(cells: list[Any], at: int | None) -> Any:
    return cells[at] if at is not None and at < len(cells) else None


def _plain(cell: Any) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, (bool, float)) and float(cell).is_integer() else str(cell).strip()
