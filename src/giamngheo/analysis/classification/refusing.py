"""Rows that are set aside, one by one: which cell of which row, and why. Looked at only where a part holds any."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.analysis.classification.findings import BELONGS, ID_TWICE, LIMIT, NO_HOUSEHOLD, NO_ID, NUMBER, OF_KIND
from giamngheo.analysis.classification.judging import ID, Task
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading import FILE, ROW
from giamngheo.analysis.runners.reading.opened import SHOWN, rows_text
from giamngheo.foundation.findings import Bilingual, Entry, Finding
from giamngheo.standards.answering import limits

TABLES = ("households", "members")


@dataclass
class Told:
    """How often one kind of thing was wrong with one column, with the first rows and values."""

    entry: Entry
    column: str
    limits: Bilingual | None = None
    count: int = 0
    rows: list[int | None] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def finding(self) -> Finding:
        values = ", ".join(dict.fromkeys(f"“{each}”"[:60] for each in self.values))
        return self.entry.at(
            self.rows[0] if self.rows else None, self.values[0][:200] if self.values else "", column=self.column,
            count=self.count, values=values or "…", rows=rows_text(self.rows, self.count),
            limits_vi=self.limits and self.limits.vi, limits_en=self.limits and self.limits.en,
        )  # fmt: skip


class Reason(NamedTuple):
    """Why a row is set aside: what is wrong with which column, and what the form can hold where that is it."""

    entry: Entry
    column: str
    limits: Bilingual | None = None


class SetAside:
    """Collects and writes what is set aside. A context; the file appears only when it is whole."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.counts = dict.fromkeys(TABLES, 0)
        self.told: dict[tuple[str, str, str], Told] = {}
        self._part = path.with_name(f".{path.name}.part") if path else None
        self._stream: Any = None
        self._sheet: Any = None

    def __enter__(self) -> SetAside:
        if self._part is not None:
            self._stream = self._part.open("w", encoding="utf-8-sig", newline="")
            self._sheet = csv.writer(self._stream)
            self._sheet.writerow(["table", "row", "file", ID, "member_id", "codes", "columns", "reasons", "answers"])
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._part is None or self.path is None:
            return
        self._stream.close()
        if kind is None:
            os.replace(self._part, self.path)
        self._part.unlink(missing_ok=True)

    def findings(self) -> list[Finding]:
        return [each.finding() for each in self.told.values()]

    def add(self, table: str, row: dict[str, Any], reasons: list[Reason]) -> None:
        self.counts[table] += 1
        for reason in reasons:
            told = self.told.setdefault((table, reason.entry.code, reason.column), Told(*reason))
            told.count += 1
            if len(told.rows) < SHOWN:
                told.rows.append(row[ROW])
                told.values.append(str(_plain(row.get(reason.column, ""))))
        if self._sheet is not None:
            answers = {name: _plain(value) for name, value in row.items() if name not in (ROW, FILE)}
            self._sheet.writerow([
                table, row[ROW], row[FILE], _plain(row[ID]), _plain(row.get("member_id", "")),
                " ".join(dict.fromkeys(each.entry.code for each in reasons)),
                " ".join(dict.fromkeys(each.column for each in reasons)),
                "; ".join(f"{each.column}: {each.entry.title.vi}" for each in reasons),
                json.dumps(answers, ensure_ascii=False),
            ])  # fmt: skip

    def add_broken(self, table: str, broken: Iterable[Any]) -> None:
        """Rows of a text file that could not even be split into columns."""
        for each in broken:
            self.counts[table] += 1
            if self._sheet is not None:
                self._sheet.writerow(
                    [table, each.row or "", each.file, "", "", "DATA-ROW", "", each.why, each.text.strip()]
                )


def _plain(value: object) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool)) else "" if value is None else str(value)


def set_aside(
    engine: Engine, task: Task, tables: tuple[Any, Any], ids: list[Any], repeated: set[Any], into: SetAside
) -> None:
    """Every row of the households `ids` (None: rows without an id), with what is wrong with it."""
    households, members = (list(_rows(engine, task, table, scope, ids)) for table, scope in
                           zip(tables, ("household", "member"), strict=True))  # fmt: skip
    known = {row[ID] for row, _ in households}
    for table, rows in zip(TABLES, (households, members), strict=True):
        for row, reasons in rows:
            if row[ID] is None:
                reasons.insert(0, Reason(NO_ID, ID))
            elif table == "households" and row[ID] in repeated:
                reasons.insert(0, Reason(ID_TWICE, ID))
            elif table == "members" and row[ID] not in known:
                reasons.insert(0, Reason(NO_HOUSEHOLD, ID))
            into.add(table, row, reasons or [Reason(BELONGS, ID)])


def _rows(
    engine: Engine, task: Task, table: Any, scope: str, ids: list[Any]
) -> Iterator[tuple[dict[str, Any], list[Reason]]]:
    """Every row of those households as it was written, with the cells that cannot be used."""
    asked, names = task.asked(table, scope), table.columns
    wanted = table[ID].isin(loaded(engine, ids)[ID])
    if None in ids:
        wanted = wanted | table[ID].isnull()
    kept = table.filter(wanted).mutate(**{f"raw_{name}": table[name] for name in asked})
    answers = task.answers(task.prepared(kept))
    flags = {f"why_{at}": answers.refused(name) for at, name in enumerate(asked)}
    bounded = {name: limits(task.standard.questions[name]) for name in asked}
    flags |= {f"outside_{at}": answers.outside(name) for at, name in enumerate(asked) if bounded[name]}
    written = {name: answers.table[f"raw_{name}" if name in asked else name] for name in names}
    for told in engine.arrow(answers.table.select(**written, **flags).order_by(ROW)).to_pylist():
        row = {name: told[name] for name in names}
        yield (
            row,
            [
                Reason(LIMIT, name, bounded[name])
                if told.get(f"outside_{at}")
                else Reason(OF_KIND.get(task.standard.questions[name].kind, NUMBER), name)
                for at, name in enumerate(asked)
                if told[f"why_{at}"]
            ],
        )


def loaded(engine: Engine, ids: list[Any]) -> Any:
    """A table of one column of ids."""
    import pyarrow as pa

    known = [each for each in ids if each is not None]
    kind = pa.int64() if known and isinstance(known[0], int) else pa.string()
    return put(engine, pa.table({ID: pa.array(known, kind)}))


def put(engine: Engine, table: Any) -> Any:
    """An Arrow table where the engine reads it."""
    name = engine.fresh_name()
    if engine.name == "duckdb":
        engine.raw.register(name, table)
    else:
        engine.raw.createDataFrame(table).createOrReplaceTempView(name)
    return engine.ibis.table(name)


def strange_texts(engine: Engine, task: Task, tables: tuple[Any, Any]) -> dict[str, list[str]]:
    """By question: texts of chosen answers that no spelling explains yet."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for name, spellings in task.spellings.items():
            if name in table.columns and table[name].type().is_string():
                column = table[name]
                texts = table.filter(column.notin(list(spellings.known))).select(text_=column).distinct()
                found[name] = [row["text_"] for row in engine.arrow(texts).to_pylist() if row["text_"] is not None]
    return {name: texts for name, texts in found.items() if texts}
