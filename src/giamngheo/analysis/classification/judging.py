"""One expression from raw answers to the row that is written for a household, with a mark where it cannot be judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from giamngheo.analysis.population.asking import MEMBERS, STATUS, Asking, ruled
from giamngheo.analysis.population.naming import ID
from giamngheo.standards import nodes as n
from giamngheo.standards.engines import ibis as engine
from giamngheo.standards.engines.columns import null
from giamngheo.standards.standard import Standard

CLASSES = ("household_class", "class_by_points", "class_by_income")
SCORES = ("income_score", "deprivation_score", "deprivation_count")
WORKER = "low_income_worker"


@dataclass
class Task(Asking):
    """One standard over one set of households. `provinces` are codes, or codes left out where `others` is true."""

    carried: Sequence[str] = ()
    workers: bool = False
    provinces: frozenset[str] = frozenset()
    others: bool = True
    indicators: tuple[str, ...] = ()  # the columns of indicators: the nation's, also where a province has others

    @property
    def rules(self) -> list[str]:
        wanted = [*CLASSES, *SCORES, "average_living_standard", *self.indicators]
        if self.workers:
            wanted += [name for name in engine.reads_of(self.standard, WORKER) if name not in self.standard.questions]
        return list(dict.fromkeys(wanted))


def verified(standard: Standard) -> bool:
    """Whether nothing that the class stands on is only remembered."""
    names: set[str] = set()
    for tree in engine.trees(standard, CLASSES):
        names |= {each.name for each in n.walk(tree) if isinstance(each, n.Parameter | n.Ref)}
    return all(standard.held[name].entry.verified for name in (*names, *CLASSES) if name in standard.held)


def judged(task: Task, households: Any, members: Any) -> Any:
    """The households of both tables: what is written, and STATUS and MEMBERS. Members of nobody are rows too."""
    table = ruled(
        task, task.rules, households, members, strangers=task.others, where=lambda each: _of_provinces(task, each)
    )
    return _written(task, table)


def _of_provinces(task: Task, table: Any) -> Any:
    if not task.provinces:
        return table
    if "province" not in table.columns:
        return table if task.others else table.limit(0)
    inside = table["province"].isin(sorted(task.provinces))
    return table.filter(inside if not task.others else ~inside.fill_null(False))


def _written(task: Task, table: Any) -> Any:
    standard = task.standard
    columns = {ID: table[ID], **{name: table[name] for name in task.carried if name in table.columns}}
    for name, short in zip(CLASSES, ("class", *CLASSES[1:]), strict=True):
        columns[short] = _word(table, name, standard).fill_null("unknown")
    for name in SCORES:
        columns[name] = table[name].cast("int64") if name in standard.rules else null("number")
    for name in task.indicators:
        columns[name] = table[name] if name in standard.rules and name in standard.indicators else null("truth")
    average = "average_living_standard"
    columns[average] = table[average] if average in standard.rules else null("truth")
    rest = (
        {name: table[name] for name in task.rules if name not in columns and name in table.columns}
        if task.workers
        else {}
    )
    return table.select(
        **columns, **{STATUS: table[STATUS], MEMBERS: table[MEMBERS]}, **{f"rule_{k}": v for k, v in rest.items()}
    )


def _word(table: Any, name: str, standard: Standard) -> Any:
    return table[name] if name in standard.rules else null("word")
