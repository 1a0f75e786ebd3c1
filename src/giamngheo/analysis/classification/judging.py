"""One expression from raw answers to the row that is written for a household, with a mark where it cannot be judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from giamngheo.analysis.classification.answers import RawAnswers, prepared
from giamngheo.analysis.classification.spellings import Spellings
from giamngheo.standards import nodes as n
from giamngheo.standards.engines import ibis as engine
from giamngheo.standards.engines.columns import null, whole
from giamngheo.standards.engines.over_members import REFUSED, OverMembers
from giamngheo.standards.standard import Standard

ID, STATUS, MEMBERS = "household_id", "status_", "members_"
HOUSEHOLD_REFUSED, MEMBER_REFUSED, NO_HOUSEHOLD = 1, 2, 4
CLASSES = ("household_class", "class_by_points", "class_by_income")
SCORES = ("income_score", "deprivation_score", "deprivation_count")
WORKER = "low_income_worker"


@dataclass
class Task:
    """One standard over one set of households. `provinces` are codes, or codes left out where `others` is true."""

    standard: Standard
    carried: Sequence[str] = ()
    workers: bool = False
    provinces: frozenset[str] = frozenset()
    others: bool = True
    spellings: dict[str, Spellings] = field(default_factory=dict)
    engine: str = "duckdb"
    indicators: tuple[str, ...] = ()  # the columns of indicators: the nation's, also where a province has others

    def prepared(self, table: Any, *, texts: bool = True) -> Any:
        return prepared(table, self.standard.questions, self.spellings, self.engine, texts)

    def answers(self, table: Any) -> RawAnswers:
        """The answers of a prepared table."""
        return RawAnswers(table, self.standard.questions, self.spellings, self.standard.day_number, self.engine)

    def asked(self, table: Any, scope: str) -> list[str]:
        """The questions of that scope that the table has a column for."""
        return [name for name, each in self.standard.questions.items() if each.scope == scope and name in table.columns]

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
    over = OverMembers(task.standard, engine.trees(task.standard, task.rules))
    households, members = task.prepared(households), task.prepared(members, texts=False)
    sums = _summed(task, over, members)
    joined = (households.outer_join if task.others else households.left_join)(sums, ID)
    table = joined.mutate(
        known_=joined[ID].notnull(),
        **{ID: joined[ID].fill_null(joined[f"{ID}_right"]) if task.others else joined[ID]},
        **{name: joined[name].fill_null(whole(value)) for name, value in (over.nobody | {MEMBERS: 0}).items()},
    ).drop(f"{ID}_right")  # fmt: skip
    table = _of_provinces(task, table).view()
    ruled = engine.ruled(task.standard, table, task.answers(table), over, task.rules)
    return _written(task, ruled)


def _summed(task: Task, over: OverMembers, members: Any) -> Any:
    """As engine.summed, with the number of members beside."""
    answers = task.answers(members)
    words = {f"word_{at}": over.word(at, answers, task.asked(members, "member") if at == 0 else ())
             for at in range(over.words)}  # fmt: skip
    table = members.select(**{ID: members[ID]}, **words).view()
    return table.group_by(ID).aggregate(**over.aggregates([table[name] for name in words]), **{MEMBERS: table.count()})


def _of_provinces(task: Task, table: Any) -> Any:
    if not task.provinces:
        return table
    if "province" not in table.columns:
        return table if task.others else table.limit(0)
    inside = table["province"].isin(sorted(task.provinces))
    return table.filter(inside if not task.others else ~inside.fill_null(False))


def _written(task: Task, table: Any) -> Any:
    import ibis

    standard, answers = task.standard, task.answers(table)
    bad = answers.any_refused(task.asked(table, "household"))
    status = (
        ibis.cases((bad, whole(HOUSEHOLD_REFUSED)), else_=whole(0))
        + ibis.cases(((table["word_0"] & whole(1 << REFUSED)) != whole(0), whole(MEMBER_REFUSED)), else_=whole(0))
        + ibis.cases((table["known_"], whole(0)), else_=whole(NO_HOUSEHOLD))
    )
    columns = {ID: table[ID], **{name: table[name] for name in task.carried if name in table.columns}}
    for name, short in zip(CLASSES, ("class", *CLASSES[1:]), strict=True):
        columns[short] = _word(table, name, standard).fill_null("unknown")
    for name in SCORES:
        columns[name] = table[name].cast("int64") if name in standard.rules else null("number")
    for name in task.indicators:
        columns[name] = table[name] if name in standard.rules and name in standard.indicators else null("truth")
    columns["pattern"] = _pattern(table, task)
    average = "average_living_standard"
    columns[average] = table[average] if average in standard.rules else null("truth")
    rest = (
        {name: table[name] for name in task.rules if name not in columns and name in table.columns}
        if task.workers
        else {}
    )
    return table.select(
        **columns, **{STATUS: status, MEMBERS: table[MEMBERS]}, **{f"rule_{k}": v for k, v in rest.items()}
    )


def _word(table: Any, name: str, standard: Standard) -> Any:
    return table[name] if name in standard.rules else null("word")


def _pattern(table: Any, task: Task) -> Any:
    """Bit 0 is the certificate's first indicator; unknown where one of them is."""
    if not task.indicators or task.indicators != task.standard.indicators:
        return null("number")
    total = whole(0)
    for at, name in enumerate(task.indicators):
        total = total + (table[name].cast("int64") if name in task.standard.rules else null("number")) * whole(1 << at)
    return total
