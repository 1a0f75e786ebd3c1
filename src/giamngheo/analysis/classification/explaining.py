"""The verdict with its reasons, a line a household, as JSON: the same judge as the screen's, household by household."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from giamngheo.analysis.classification.judging import Task
from giamngheo.analysis.population.one_by_one import one_by_one
from giamngheo.analysis.runners.engines import Engine


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
        for id_, household in one_by_one(engine, task, tables, good):
            answers, members = household.answers, household.members
            verdict = judge(task.standard, answers, members)
            if verdict.household_class is None:
                by_income = judge(task.standard, answers, members, method="income")
                verdict = by_income if by_income.household_class is not None else verdict
            self._stream.write(b'{"household_id":' + json.dumps(id_).encode() + b"," + encode(verdict)[1:] + b"\n")
