"""The whole work: part after part judged, wrong households set aside, results written, everything counted."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from giamngheo import standards
from giamngheo.analysis.classification.asked import Asked
from giamngheo.analysis.classification.explaining import Reasons
from giamngheo.analysis.classification.judging import SCORES, WORKER, Task, judged, verified
from giamngheo.analysis.classification.writing import Output
from giamngheo.analysis.population.asking import MEMBERS, STATUS
from giamngheo.analysis.population.findings import NO_MEMBERS, NO_STANDARD
from giamngheo.analysis.population.lending import lent
from giamngheo.analysis.population.naming import CARRIED, ID
from giamngheo.analysis.population.parts import Parts
from giamngheo.analysis.population.refusing import any_wrong, parted, set_aside, strange_texts
from giamngheo.analysis.population.setting_aside import SetAside
from giamngheo.analysis.population.sources import Sources, open_sources
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.analysis.runners.engines import Engine
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.standards.engines import ibis as nodes
from giamngheo.standards.standard import Standard

EXPLAINED = 20_000  # households a part when reasons are written: they are told one by one anyway


@dataclass
class Summary:
    """What was done. `classes` counts households by class; `set_aside` rows by table."""

    standard: str
    verified: bool
    classes: Counter[str] = field(default_factory=Counter)
    judged: dict[str, int] = field(default_factory=lambda: {"households": 0, "members": 0})
    set_aside: dict[str, int] = field(default_factory=dict)
    without_members: int = 0
    workers: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def standard_for(asked: Asked, province: str = "") -> Standard:
    """Raises FindingError (CLASSIFY-NO-STANDARD)."""
    try:
        if asked.standard:
            return standards.by_key(asked.standard, asked.day, province)
        return standards.on(asked.day, province)
    except standards.NoStandardError as error:
        keys = "|".join(each.key for each in standards.released())
        raise FindingError(NO_STANDARD.at(asked=asked.standard, day=f"{asked.day:%d/%m/%Y}", keys=keys)) from error


def tasks(asked: Asked, engine: Engine, sources: Sources) -> list[Task]:
    """One for all provinces that follow the nation, and one for each that has a layer of its own on that day."""
    nation = standard_for(asked)
    codes = {entry.province for each in nation.release.concepts for entry in each.entries if entry.province}
    layered = [code for code in sorted(codes) if standard_for(asked, code).held != nation.held]
    if "province" not in sources.households.columns:
        layered = []
    spellings: dict[str, Spellings] = {}
    carried = [name for name in CARRIED[:3] if name in sources.households.columns]
    common: dict[str, Any] = {"carried": carried, "workers": asked.workers is not None, "spellings": spellings,
                              "engine": engine.name, "indicators": nation.indicators}  # fmt: skip
    made = [Task(nation, provinces=frozenset(layered), others=True, **common)]
    return made + [
        Task(standard_for(asked, code), provinces=frozenset([code]), others=False, **common) for code in layered
    ]


class Work:
    """One run over `sources`; `tell` is called with the share done."""

    def __init__(self, engine: Engine, asked: Asked, tell: Callable[[float], None] = lambda share: None) -> None:
        self.engine = engine
        self.asked = asked
        self.tell = tell
        nation = standard_for(asked)
        self.sources = open_sources(engine, asked.path, asked.mapping, nation.questions)
        self.tasks = tasks(asked, engine, self.sources)
        self.summary = Summary(nation.key, verified(nation))
        self.parts = Parts(engine, self.sources, EXPLAINED if asked.reasons else asked.size)
        self._queries: dict[int, str] = {}

    def run(self) -> Summary:
        """Everything. What is written appears only when all of it is there."""
        asked = self.asked
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="giamngheo-", dir=asked.out.parent)))
            aside = stack.enter_context(SetAside(asked.bad_rows, self.sources.headings))
            out = stack.enter_context(Output(asked.out))
            workers = stack.enter_context(Output(asked.workers)) if asked.workers else None
            reasons = stack.enter_context(Reasons(asked.reasons))
            for name in ("households", "members"):
                aside.add_broken(name, getattr(self.sources, name).opened.broken)
            ranges = self.parts.prepare(folder)
            for at in self.parts.each(ranges):
                self.tell(at.share)
                for number, task in enumerate(self.tasks):
                    self._task(number, task, out, workers, reasons, aside)
        return self._finished(aside)

    def _task(
        self, number: int, task: Task, out: Output, workers: Output | None, reasons: Reasons, aside: SetAside
    ) -> None:
        table = self._judged(number, task)
        if any_wrong(table) and self._learned(task):
            self._queries.clear()
            table = self._judged(number, task)
        good, ids, repeated = parted(table)
        if ids:
            set_aside(self.engine, task, self.parts.tables, ids, repeated, aside)
        self._count(good)
        out.put(good, partial(_finished_columns, task))
        if workers is not None or self.asked.reasons is not None:
            with lent(self.engine, good) as told:
                reasons.add(self.engine, task, self.parts.tables, told)
                if workers is not None:
                    workers.put(self._workers(task, told))

    def _judged(self, number: int, task: Task) -> Any:
        if number not in self._queries:
            self._queries[number] = str(self.engine.ibis.compile(judged(task, *self.parts.tables)))
        with self.engine.in_any_order():
            told = self.engine.raw.sql(self._queries[number])
            return told.toArrow() if self.engine.name == "spark" else told.to_arrow_table()

    def _learned(self, task: Task) -> bool:
        strange = strange_texts(self.engine, task, self.parts.tables)
        return max([task.spellings[name].learn(texts) for name, texts in strange.items()], default=False)

    def _count(self, good: Any) -> None:
        import pyarrow.compute as pc

        for pair in pc.value_counts(good["class"]).to_pylist():
            self.summary.classes[pair["values"]] += pair["counts"]
        self.summary.judged["households"] += good.num_rows
        self.summary.judged["members"] += pc.sum(good[MEMBERS]).as_py() or 0
        self.summary.without_members += pc.sum(pc.equal(good[MEMBERS], 0)).as_py() or 0

    def _workers(self, task: Task, told: Any) -> Any:
        """household_id, member_id and whether the member is a low-income worker."""
        households = told.rename(
            {name.removeprefix("rule_"): name for name in told.columns if name.startswith("rule_")}
        )
        members = task.prepared(self.parts.tables[1].semi_join(told, ID))
        answers = task.answers(members)
        values = members.mutate(**{name: answers.value(name) for name in task.asked(members, "member")}).view()
        kept = [name for name in (ID, "member_id") if name in members.columns]
        table = self.engine.arrow(nodes.persons(task.standard, values, households, WORKER).select(*kept, WORKER))
        for value in table[WORKER].to_pylist():
            self.summary.workers[{True: "true", False: "false", None: "unknown"}[value]] += 1
        return table

    def _finished(self, aside: SetAside) -> Summary:
        summary, nation = self.summary, self.tasks[0]
        read = (
            sorted(
                {name for rule in nation.rules for name in nation.standard.reads(rule) if rule in nation.standard.rules}
            )
            if nation.standard.rules
            else []
        )
        summary.findings += self.sources.findings(nation.standard.questions, read)
        summary.findings += aside.findings()
        if summary.without_members:
            summary.findings.append(NO_MEMBERS.at(count=summary.without_members))
        summary.set_aside = dict(aside.counts)
        return summary


def _finished_columns(task: Task, table: Any) -> Any:
    """What is written: without our own marks, with the pattern and the standard's key."""
    import pyarrow as pa

    after = table.column_names.index(task.indicators[-1] if task.indicators else SCORES[-1]) + 1
    table = table.add_column(after, "pattern", _pattern(task, table))
    kept = [name for name in table.column_names if name not in (STATUS, MEMBERS) and not name.startswith("rule_")]
    table = table.select(kept)
    for at, column in enumerate(table.schema):  # a column of unknowns alone would be narrower
        kind = {"deprivation_count": pa.int32(), "pattern": pa.int32()}.get(column.name, pa.int64())
        if (
            column.name != ID
            and pa.types.is_integer(column.type)
            and column.type != kind
            and column.name not in CARRIED
        ):
            table = table.set_column(at, column.name, table[column.name].cast(kind))
    count = table.num_rows
    key = pa.repeat(pa.scalar(task.standard.key), count)
    if task.standard.province:
        key = pa.repeat(pa.scalar(f"{task.standard.key}/{task.standard.province}"), count)
    return table.append_column("standard", key).append_column(
        "verified", pa.repeat(pa.scalar(verified(task.standard)), count)
    )


def _pattern(task: Task, table: Any) -> Any:
    """Bit 0 is the certificate's first indicator; unknown where one of them is.

    Here and not in the query: whole columns of bits are joined ten times faster than an engine adds them row by row.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if not task.indicators or task.indicators != task.standard.indicators:
        return pa.nulls(table.num_rows, pa.int32())
    pattern, known = np.zeros(table.num_rows, np.int32), pa.scalar(True)
    for at, name in enumerate(task.indicators):
        truths = table[name].combine_chunks().cast(pa.uint8())
        pattern |= np.frombuffer(truths.buffers()[1], np.uint8, table.num_rows, truths.offset).astype(np.int32) << at
        known = pc.and_(known, truths.is_valid())
    return pa.array(pattern, mask=pc.invert(known).to_numpy(zero_copy_only=False))
