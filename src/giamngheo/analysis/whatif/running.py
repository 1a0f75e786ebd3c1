"""The question put to any number of households: verdicts by an engine, part after part, and only what has to be told in
words is judged one by one. Numbers are those of `asking.ask`; of the households that change, `LISTED` are kept.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.analysis.population.asking import MEMBERS, Asking
from giamngheo.analysis.population.findings import NO_MEMBERS
from giamngheo.analysis.population.household import Household
from giamngheo.analysis.population.lending import ids_table, lent
from giamngheo.analysis.population.naming import CARRIED, ID, TABLES
from giamngheo.analysis.population.one_by_one import one_by_one
from giamngheo.analysis.population.parts import SIZE, Parts
from giamngheo.analysis.population.refusing import any_wrong, parted, set_aside, strange_texts
from giamngheo.analysis.population.setting_aside import SetAside
from giamngheo.analysis.population.sources import open_sources
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.synthesis.columns import every_question
from giamngheo.analysis.whatif.asking import begun, compared, ended, read_by
from giamngheo.analysis.whatif.judging import KNOWN, Compared
from giamngheo.analysis.whatif.outcome import Moves, Outcome
from giamngheo.analysis.whatif.question import Question
from giamngheo.analysis.whatif.states import INCOME, LAYER, NO_INDICATORS, Place, insured, then, today
from giamngheo.analysis.whatif.support import AVERAGE, NO_RULE, Prices
from giamngheo.foundation.findings import Finding

LISTED = 1000
BATCH = 20_000
SIDES = ("base", "other")
BASE, OTHER = "whatif_base", "whatif_other"  # names of what is lent to the engine for a part: queries are written once


@dataclass(frozen=True)
class Asked:
    """What is put to which list. `mapping` is {question: column of the file}; paths that are None are not written."""

    path: Path
    question: Question
    by: str = ""
    prices: Prices = field(default_factory=Prices)
    mapping: dict[str, str] = field(default_factory=dict)
    bad_rows: Path | None = None
    scratch: Path | None = None  # where tables are sorted that are not in order of household_id
    size: int = SIZE


class Task(NamedTuple):
    """Households of one place before their two standards."""

    base: Asking
    other: Asking
    place: Place


class Work:
    """One question put to one list. `told` is called with every household that changes, in order of ids; `tell` with
    the share done. Raises FindingError.
    """

    def __init__(
        self,
        engine: Engine,
        asked: Asked,
        tell: Callable[[float], None] = lambda share: None,
        told: Callable[[Compared], None] | None = None,
    ) -> None:
        self.engine, self.asked, self.tell, self.told = engine, asked, tell, told
        self.outcome = begun(asked.question, asked.by, asked.prices)
        self.questions = every_question()
        self.sources = open_sources(engine, asked.path, asked.mapping, self.questions, asked.by)
        self.tasks = list(self._tasks())
        self.asking = self.tasks[0].base  # how cells are read is the same in all
        self.parts = Parts(engine, self.sources, asked.size)
        self.without_members = 0
        self._queries: dict[tuple[str, str], str] = {}

    def _tasks(self) -> Iterator[Task]:
        """One pair of standards for all who follow the nation, and one for each province with values of its own."""
        sides, spellings = self.outcome.sides, dict[str, Spellings]()
        listed = "province" in self.sources.households.columns
        own, known = (tuple(names) if listed else () for names in (sides.own, sides.provinces))
        for code in ("", *own):
            base, other = (
                Asking(each.changed({}, self.questions.values()), self.engine.name, spellings)
                for each in sides.of(code)
            )
            yield Task(base, other, Place(code, own, known))

    def run(self) -> tuple[Outcome, list[Finding]]:
        """The outcome, and what there is to say about the list."""
        with ExitStack() as stack:
            aside = stack.enter_context(SetAside(self.asked.bad_rows, self.sources.headings))
            scratch = tempfile.TemporaryDirectory(prefix="giamngheo-", dir=self.asked.scratch)
            folder = Path(stack.enter_context(scratch))
            for name in TABLES:
                aside.add_broken(name, getattr(self.sources, name).opened.broken)
            for at in self.parts.each(self.parts.prepare(folder)):
                self.tell(at.share)
                self._part(aside)
            findings = [*self.sources.findings(self.questions, read_by(self.outcome)), *aside.findings()]
        if self.without_members:
            findings.append(NO_MEMBERS.at(count=self.without_members))
        self.outcome.rows = {
            name: (judged, aside.counts[name])
            for name, judged in zip(TABLES, (self.outcome.households, self.outcome.people), strict=True)
        }
        return ended(self.outcome), findings

    def _part(self, aside: SetAside) -> None:
        import pyarrow as pa

        goods = [self._good(task, aside) for task in self.tasks]
        good = goods[0] if len(goods) == 1 else pa.concat_tables(goods, promote_options="permissive")
        if not good.num_rows:
            return
        with lent(self.engine, good, BASE) as today_, lent(self.engine, self._other(), OTHER) as then_:
            joined = today_.inner_join(then_, ID)
            table = joined.drop(*(name for name in joined.columns if name == f"{ID}_right")).view()
            for row in self.engine.arrow(_counted(table)).to_pylist():
                _add(self.outcome, row)
                self.without_members += row["without_members"]
            self._causes(table)
            self._changes(table)

    def _good(self, task: Task, aside: SetAside) -> Any:
        """The households of a task that can be judged, under today's standard; the others are set aside."""
        base = self._base(task)
        if any_wrong(base) and self._learned():
            self._queries.clear()
            base = self._base(task)
        good, ids, repeated = parted(base)
        if ids:
            set_aside(self.engine, task.base, self.parts.tables, ids, repeated, aside)
        return good

    def _run(self, side: str, task: Task, make: Callable[[], Any]) -> Any:
        """The Arrow table of a query that is written once and run for every part."""
        key = side, task.place.province
        if key not in self._queries:
            self._queries[key] = str(self.engine.ibis.compile(make()))
        told = self.engine.raw.sql(self._queries[key])
        return told.toArrow() if self.engine.name == "spark" else told.to_arrow_table()

    def _base(self, task: Task) -> Any:
        return self._run("base", task, lambda: today(task.base, *self.parts.tables, self.asked.by, task.place))

    def _other(self) -> Any:
        import pyarrow as pa

        told = [self._then(task) for task in self.tasks]
        return told[0] if len(told) == 1 else pa.concat_tables(told, promote_options="permissive")

    def _then(self, task: Task) -> Any:
        def make() -> Any:
            homes, people = self.parts.tables
            classes = self.asked.question.insured
            if classes:
                people = insured(people, self.engine.ibis.table(BASE), classes)
            return then(task.other, homes, people, task.place)

        return self._run("other", task, make)

    def _learned(self) -> bool:
        strange = strange_texts(self.engine, self.asking, self.parts.tables)
        spellings = self.asking.spellings
        return max([spellings[name].learn(texts) for name, texts in strange.items()], default=False)

    def _causes(self, table: Any) -> None:
        """Why households have no class. Where an absent text or the income decides, households with the same blanks
        have the same cause and one of them is asked; where answers about indicators are open, each is."""
        import ibis

        for side in SIDES:
            sides = self.outcome.sides
            open_ = table.filter(~table[f"{side}_state"].isin(KNOWN))
            places = [
                code for code in ("", *sides.provinces) if "enough_deprivations" in getattr(sides.of(code), side).rules
            ]
            alone = ((open_[f"{side}_open"] == NO_INDICATORS) & open_[LAYER].isin(places)) if places else None
            nobody = open_[ID].nullif(open_[ID])
            key = nobody if alone is None else ibis.cases((alone, open_[ID]), else_=nobody)
            lonely = open_[MEMBERS] == 0
            open_ = open_.mutate(key_=key, lonely_=lonely).view()
            grouped = open_.group_by(["key_", "lonely_", LAYER, f"{side}_open", *(f"blank_{name}" for name in INCOME)])
            found = self.engine.arrow(grouped.aggregate(first_=open_[ID].min(), count_=open_.count())).to_pylist()
            counts = {row["first_"]: row["count_"] for row in found}
            for id_, household in self._chosen(sorted(counts)):
                verdict = getattr(compared(self.outcome, household)[0], side)
                if verdict.cause is not None:
                    self.outcome.unknown[side][verdict.cause] += counts[id_]

    def _changes(self, table: Any) -> None:
        """Households that change with their reasons: the first LISTED are kept, `told` gets everybody."""
        wanted = None if self.told is not None else LISTED - len(self.outcome.changes)
        if wanted == 0:
            return
        changed = table.filter(table.base_state != table.other_state).order_by(ID).select(ID)
        ids = self.engine.arrow(changed if wanted is None else changed.limit(wanted)).column(0).to_pylist()
        for _id, household in self._chosen(ids):
            each = compared(self.outcome, household)[0]
            if len(self.outcome.changes) < LISTED:
                self.outcome.changes.append(each)
            if self.told is not None:
                self.told(each)

    def _chosen(self, ids: list[Any]) -> Iterator[tuple[Any, Household]]:
        carried = [*CARRIED[:3], *([self.asked.by] if self.asked.by not in (*self.questions, *CARRIED, "") else [])]
        for at in range(0, len(ids), BATCH):
            with lent(self.engine, ids_table(ids[at : at + BATCH])) as chosen:
                yield from one_by_one(self.engine, self.asking, self.parts.tables, chosen, carried)


def _counted(table: Any) -> Any:
    keys = ["base_state", "other_state", "base_way", "other_way", "base_average", "other_average", LAYER]
    keys += ["group"] if "group" in table.columns else []
    differs = (
        table.recognised_class.notnull() & table.base_state.isin(KNOWN) & (table.recognised_class != table.base_state)
    )
    table = table.mutate(differs=differs.fill_null(False)).view()
    return table.group_by([*keys, "differs"]).aggregate(
        households=table.count(), people=table[MEMBERS].sum(), pupils=table.pupils.sum(),
        without_members=(table[MEMBERS] == 0).sum(),
    )  # fmt: skip


def _add(outcome: Outcome, row: dict[str, Any]) -> None:
    counted = row["households"], int(row["people"]), int(row["pupils"])
    cell = (row["base_state"], row["other_state"])
    outcome.layers[row[LAYER]] += counted[0]
    every = [outcome.moves]
    if outcome.by:
        every.append(outcome.groups.setdefault(row["group"], Moves.none()))
    for moves in every:
        moves.households[cell] += counted[0]
        moves.people[cell] += counted[1]
    outcome.differs += counted[0] if row["differs"] else 0
    for side in SIDES:
        outcome.ways[side, row[f"{side}_way"]] += counted[0]
        outcome.counts[side].add_many(row[f"{side}_state"], *counted)
        if row[f"{side}_average"]:
            outcome.average[side] += counted[0]
            outcome.counts[side].add_many(AVERAGE, *counted)
        elif row[f"{side}_average"] is None:
            outcome.counts[side].add_many(NO_RULE, *counted)
