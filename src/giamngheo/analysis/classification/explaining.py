"""The verdict with its reasons, a line a household, as JSON: the same judge as the screen's, household by household."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from giamngheo.analysis.classification.judging import ID, Task
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading import ROW


class Reasons:
    """A context over the file of reasons; it appears only when it is whole. Does nothing without a path."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._part = path.with_name(f".{path.name}.part") if path else None
        self._stream: Any = None

    def __enter__(self) -> Reasons:
        if self._part is not None:
            self._stream = self._part.open("wb")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._part is not None and self.path is not None:
            self._stream.close()
            if kind is None:
                os.replace(self._part, self.path)
            self._part.unlink(missing_ok=True)

    def add(self, engine: Engine, task: Task, tables: tuple[Any, Any], good: Any) -> None:
        """The reasons of the households `good` (a table of their ids), in the order of their ids."""
        from giamngheo.standards.verdict import encode, judge

        if self.path is None:
            return
        households = _answers(engine, task, tables[0], "household", good)
        members = groupby(_answers(engine, task, tables[1], "member", good), key=lambda each: each[0])
        next_id, group = next(members, (None, iter(())))
        for id_, answers in households:
            mine: list[Any] = []
            if next_id == id_:
                mine = [each for _, each in group]
                next_id, group = next(members, (None, iter(())))
            verdict = judge(task.standard, answers, mine)
            if verdict.household_class is None:
                by_income = judge(task.standard, answers, mine, method="income")
                verdict = by_income if by_income.household_class is not None else verdict
            self._stream.write(b'{"household_id":' + json.dumps(id_).encode() + b"," + encode(verdict)[1:] + b"\n")


def _answers(engine: Engine, task: Task, table: Any, scope: str, good: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """(household_id, answers by question) of every row, in order of the id and of the rows."""
    asked = task.asked(table, scope)
    prepared = task.prepared(table.semi_join(good, ID))
    answers = task.answers(prepared)
    wanted = prepared.select(prepared[ID], prepared[ROW], **{name: answers.value(name) for name in asked})
    for batch in engine.arrow(wanted.order_by(ID, ROW)).to_batches(max_chunksize=4096):
        for row in batch.to_pylist():
            yield row[ID], {name: row[name] for name in asked if row[name] is not None}
