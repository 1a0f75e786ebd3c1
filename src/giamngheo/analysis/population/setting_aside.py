"""Collects what is set aside: how often, why, the first rows, and a file of every row. Knows no engine."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.analysis.population.naming import ID, MEMBER_ID, TABLES
from giamngheo.analysis.runners.reading.opened import FILE, ROW, SHOWN, BrokenRow, reason_text, rows_text
from giamngheo.foundation.findings import Bilingual, Entry, Finding

NOTHING = "…"  # where cells are not quoted


@dataclass
class Told:
    """How often one kind of thing was wrong with one column, with the first rows and values."""

    entry: Entry
    column: str
    limits: Bilingual | None = None
    count: int = 0
    rows: list[int | None] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def finding(self, heading: str) -> Finding:
        """As a finding; `heading` is what the file calls the column."""
        values = ", ".join(dict.fromkeys(f"“{each}”"[:60] for each in self.values if each))
        found = self.entry.at(
            self.rows[0] if self.rows else None, self.values[0][:200] if self.values else "", column=heading,
            count=self.count, values=values or NOTHING, rows=rows_text(self.rows, self.count),
            limits_vi=self.limits and self.limits.vi, limits_en=self.limits and self.limits.en,
        )  # fmt: skip
        if values:
            return found
        return found._replace(message=Bilingual(*(text.replace(f" ({NOTHING})", "") for text in found.message)))


class Reason(NamedTuple):
    """Why a row is set aside: what is wrong with which column, and what the form can hold where that is it."""

    entry: Entry
    column: str
    limits: Bilingual | None = None


class SetAside:
    """Collects and writes what is set aside. A context; the file appears only when it is whole.

    `headings` are the columns of each table as their file calls them, by the names used here. Without `quote`, findings
    do not repeat what stood in the cells, for those who must not keep it.
    """

    def __init__(
        self, path: Path | None, headings: Mapping[str, Mapping[str, str]] | None = None, *, quote: bool = True
    ) -> None:
        self.path = path
        self.headings = headings or {}
        self.quote = quote
        self.counts = dict.fromkeys(TABLES, 0)
        self.told: dict[tuple[str, str, str], Told] = {}
        self._part = path.with_name(f".{path.name}.part") if path else None
        self._stream: Any = None
        self._sheet: Any = None

    def __enter__(self) -> SetAside:
        if self._part is not None:
            self._stream = self._part.open("w", encoding="utf-8-sig", newline="")
            self._sheet = csv.writer(self._stream)
            self._sheet.writerow(["table", "row", "file", ID, MEMBER_ID, "codes", "columns", "reasons", "answers"])
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._part is None or self.path is None:
            return
        self._stream.close()
        if kind is None:
            os.replace(self._part, self.path)
        self._part.unlink(missing_ok=True)

    def findings(self) -> list[Finding]:
        return [
            each.finding(self.headings.get(table, {}).get(column, column))
            for (table, _code, column), each in self.told.items()
        ]

    def add(self, table: str, row: dict[str, Any], reasons: list[Reason]) -> None:
        self.counts[table] += 1
        for reason in reasons:
            told = self.told.setdefault((table, reason.entry.code, reason.column), Told(*reason))
            told.count += 1
            if len(told.rows) < SHOWN:
                told.rows.append(row[ROW])
                told.values.append(str(_plain(row.get(reason.column, ""))) if self.quote else "")
        if self._sheet is not None:
            answers = {name: _plain(value) for name, value in row.items() if name not in (ROW, FILE)}
            self._sheet.writerow([
                table, row[ROW], row[FILE], _plain(row[ID]), _plain(row.get(MEMBER_ID, "")),
                " ".join(dict.fromkeys(each.entry.code for each in reasons)),
                " ".join(dict.fromkeys(each.column for each in reasons)),
                "; ".join(f"{each.column}: {each.entry.title.vi}" for each in reasons),
                json.dumps(answers, ensure_ascii=False),
            ])  # fmt: skip

    def add_broken(self, table: str, broken: Iterable[BrokenRow]) -> None:
        """Rows of a text file that could not even be split into columns."""
        for each in broken:
            self.counts[table] += 1
            if self._sheet is not None:
                why = reason_text([each.why]).vi
                self._sheet.writerow([table, each.row or "", each.file, "", "", "DATA-ROW", "", why, each.text.strip()])


def _plain(value: object) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool)) else "" if value is None else str(value)
