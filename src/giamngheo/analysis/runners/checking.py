"""Rows that cannot be counted: how many, why, which ones, and a file that holds them. Asked only if there are any."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.findings import BLANK, ID_TWICE, NUMBER, VALUE
from giamngheo.analysis.runners.question import Question, Reading
from giamngheo.analysis.runners.reading import FILE, ROW, Opened
from giamngheo.analysis.runners.reading.opened import SHOWN, rows_text
from giamngheo.foundation.findings import Entry, Finding


def ids_twice(engine: Engine, opened: Opened, question: Question) -> tuple[Any, int]:
    """The condition for rows whose id occurs more than once (None when all are unique), and how many ids do."""
    if not question.id:
        return None, 0
    ids = opened.table.select(key_=opened.table[question.id])
    ids = ids.filter(ids.key_.notnull())
    repeated = ids.group_by("key_").aggregate(n_=ids.count())
    repeated = repeated.filter(repeated.n_ > 1).select("key_")
    count = int(engine.arrow(repeated.aggregate(n_=repeated.count()))["n_"][0].as_py())
    if not count:
        return None, 0
    name = engine.fresh_name()
    kept = engine.ibis.create_table(name, repeated, temp=True) if engine.name == "duckdb" else repeated
    return opened.table[question.id].isin(kept.key_), count


def bad_findings(engine: Engine, reading: Reading, ids: int) -> list[Finding]:
    """One finding for each reason and column, with its count, its first rows and some of the values."""
    question = reading.question
    conditions: list[tuple[str, str, Any]] = [("wrong", name, each) for name, each in reading.wrong.items()]
    conditions += [("blank", name, each) for name, each in reading.blank.items()]
    if reading.twice is not None:
        conditions.append(("twice", question.id, reading.twice))
    table = reading.opened.table
    counts = table.aggregate(**{f"c{at}": each.sum() for at, (_, _, each) in enumerate(conditions)})
    told = engine.arrow(counts).to_pylist()[0]
    findings = []
    for at, (reason, name, condition) in enumerate(conditions):
        if count := int(told[f"c{at}"] or 0):
            findings.append(_finding(engine, table.filter(condition), reason, name, count, reading, ids))
    return findings


def _finding(engine: Engine, rows: Any, reason: str, name: str, count: int, reading: Reading, ids: int) -> Finding:
    first = rows.select(row_=rows[ROW], value_=rows[name].cast("string")).order_by("row_", "value_").limit(SHOWN)
    told = engine.arrow(first).to_pylist()
    numbers = [each["row_"] for each in told]
    values = ", ".join(dict.fromkeys(f"“{each['value_']}”"[:60] for each in told))
    where: dict[str, Any] = {"line": numbers[0] if numbers else None, "column": name, "count": count}
    where["rows"] = rows_text(numbers, count)
    if reason == "blank":
        return BLANK.at(**where)
    quote = str(told[0]["value_"])[:200] if told else ""
    if reason == "twice":
        return ID_TWICE.at(quote=quote, ids=ids, values=values, **where)
    return _kind(reading, name).at(quote=quote, values=values, **where)


def _kind(reading: Reading, name: str) -> Entry:
    """What a wrong cell of a column is called."""
    question = reading.question
    usual = VALUE if name in question.indicators and not question.cutoffs else NUMBER
    return reading.kinds.get(name, usual)


def write_bad_rows(engine: Engine, readings: Sequence[Reading], path: Path) -> int:
    """Write the rows left out, with file, row and reasons, as CSV; returns how many. It appears only when whole."""
    columns = list(dict.fromkeys(name for each in readings for name in each.opened.columns))
    part = path.with_name(path.name + ".part")
    count = 0
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as stream:
            sheet = csv.writer(stream)
            sheet.writerow(["file", "row", "reasons", *columns])
            for reading in readings:
                for broken in reading.opened.broken:
                    sheet.writerow([broken.file, broken.row or "", f"DATA-ROW {broken.text.strip()}"])
                    count += 1
                bad = reading.bad()
                for row in _bad_rows(engine, reading, bad, columns) if bad is not None else ():
                    sheet.writerow(row)
                    count += 1
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _bad_rows(engine: Engine, reading: Reading, bad: Any, columns: Sequence[str]) -> Iterator[list[Any]]:
    table, own = reading.opened.table, reading.opened.columns
    told = _reasons(reading)
    reasons = {f"why{at}_": each for at, (_, each) in enumerate(told)}
    wanted = table.filter(bad).select(FILE, ROW, *own, **reasons)
    for file, number, *cells in engine.rows(wanted):
        why = zip((label for label, _ in told), cells[len(own) :], strict=True)
        row = dict(zip(own, cells, strict=False))
        said = ["" if (cell := row.get(name)) is None else cell for name in columns]
        yield [file, "" if number is None else number, "; ".join(label for label, given in why if given), *said]


def _reasons(reading: Reading) -> list[tuple[str, Any]]:
    told = [(f"{_kind(reading, name).code} {name}", each) for name, each in reading.wrong.items()]
    told += [(f"DATA-BLANK {name}", each) for name, each in reading.blank.items()]
    return told + ([(f"DATA-ID-TWICE {reading.question.id}", reading.twice)] if reading.twice is not None else [])
