"""The same question to a nation: verdicts in DuckDB, and only what has to be told in words is judged one by one.

A folder with households.parquet and members.parquet, columns by the names of the questions (`giamngheo synth` writes
such). Numbers are those of `asking.ask`; the list of households that change is cut to the first `LISTED` by id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from giamngheo.analysis.classification.cells import WRONG, area
from giamngheo.analysis.runners.engines import Engine, open_engine
from giamngheo.analysis.synthesis.columns import questions
from giamngheo.analysis.whatif.asking import begun, compared, ended
from giamngheo.analysis.whatif.findings import NO_COLUMN, NO_ID, UNREADABLE
from giamngheo.analysis.whatif.judging import KNOWN, Compared
from giamngheo.analysis.whatif.outcome import Moves, Outcome
from giamngheo.analysis.whatif.population import Household
from giamngheo.analysis.whatif.question import Question
from giamngheo.analysis.whatif.states import ID, judged
from giamngheo.analysis.whatif.support import AVERAGE, PUPILS, Prices
from giamngheo.foundation.findings import FindingError

LISTED = 1000
BATCH = 20_000
SIDES = ("base", "other")


def is_large(folder: Path, most: int) -> bool:
    """Whether the folder holds Parquet files with more households than plain Python takes."""
    file = folder / "households.parquet"
    if not file.is_file():
        return False
    try:
        import pyarrow.parquet as pq

        return int(pq.read_metadata(file).num_rows) > most
    except (ImportError, OSError, ValueError):
        return False


def ask_large(
    folder: Path,
    question: Question,
    *,
    prices: Prices,
    by: str = "",
    memory: str = "",
    say: Callable[[str], None] = lambda text: None,
    told: Callable[[Compared], None] | None = None,
) -> Outcome:
    """The outcome; `told` is called with every household that changes, in order of ids, `say` before each step.

    Raises FindingError WHATIF-OPTION, WHATIF-COLUMN, WHATIF-ID, WHATIF-UNREADABLE, DATA-ENGINE.
    """
    outcome = begun(question, by, prices)
    with open_engine("duckdb", memory=memory) as engine, _in_our_words(folder):
        homes, people = (
            engine.ibis.read_parquet(str(folder / f"{name}.parquet")) for name in ("households", "members")
        )
        _whole(homes, people, by)
        homes = _in_hundredths(homes)
        say("xếp loại theo hai chuẩn / judging by both standards")
        table = _judged(engine, outcome, homes, people)
        say("đếm / counting")
        for row in _counted(table).to_pyarrow().to_pylist():
            _add(outcome, row)
        say("tìm lý do chưa xếp được / why some are not classed")
        _causes(engine, outcome, table, homes, people)
        say("lý do của các hộ đổi loại / reasons of those that change")
        for each in _changed(engine, outcome, table, homes, people, everybody=told is not None):
            if len(outcome.changes) < LISTED:
                outcome.changes.append(each)
            if told is not None:
                told(each)
    return ended(outcome)


@contextmanager
def _in_our_words(folder: Path) -> Iterator[None]:
    """What the engine says of files and columns it cannot use, as a finding; its word for Ctrl+C as Python's."""
    try:
        yield
    except (FindingError, OSError):
        raise
    except Exception as error:
        if type(error).__name__ == "InterruptException" or str(error) == "Query interrupted":
            raise KeyboardInterrupt from error
        why = (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
        raise FindingError(UNREADABLE.at(quote=str(folder), path=folder, why=why)) from error


def _in_hundredths(homes: Any) -> Any:
    """Areas, which files hold in m², as the standards count them; what is none counts as no answer."""
    areas = [each.name for each in questions("household") if each.kind == "area" and each.name in homes.columns]
    return homes.mutate(**{name: area(homes[name]).nullif(WRONG) for name in areas}).view() if areas else homes


def _whole(homes: Any, people: Any, by: str) -> None:
    """Both tables can be joined, and no household stands twice: a join would count it double."""
    for name, table in (("households", homes), ("members", people)):
        if ID not in table.columns:
            raise FindingError(NO_COLUMN.at(1, table=name, column=ID))
    if by and by not in homes.columns:
        raise FindingError(NO_COLUMN.at(1, table="households", column=by))
    rows, different = homes.aggregate(rows=homes.count(), ids=homes[ID].nunique()).to_pyarrow().to_pylist()[0].values()
    if rows != different:
        raise FindingError(NO_ID.at(quote=ID, table="households", count=rows - different, row="?"))


def _judged(engine: Engine, outcome: Outcome, homes: Any, people: Any) -> Any:
    """A row a household: both states, people, pupils, and the column it is grouped by."""
    sides = outcome.sides
    recognised = homes.select(ID, "recognised_class") if "recognised_class" in homes.columns else _nobody(homes)
    base = engine.ibis.create_table(
        engine.fresh_name(), judged(sides.base, homes, people, recognised, decided=True, side="base"), temp=True
    )
    insured = _insured(outcome.question, people, base)
    other = engine.ibis.create_table(
        engine.fresh_name(), judged(sides.other, homes, insured, recognised, decided=False, side="other"), temp=True
    )
    sizes = people.group_by(ID).aggregate(people=people.count(), pupils=_pupils(people).sum())
    group = _word(homes[outcome.by]) if outcome.by else None
    told = homes.select(**{ID: homes[ID]}, **({"group": group} if group is not None else {}))
    table = told
    for each in (base, other, recognised, sizes):
        inner = each is sizes  # a household without members is set apart
        joined = (table.inner_join if inner else table.left_join)(each, ID)
        table = joined.drop(*(name for name in joined.columns if name == f"{ID}_right")).view()
    return engine.ibis.create_table(engine.fresh_name(), table, temp=True)


def _nobody(homes: Any) -> Any:
    from giamngheo.standards.engines.columns import null

    return homes.select(**{ID: homes[ID], "recognised_class": null("word")})


def _insured(question: Question, people: Any, base: Any) -> Any:
    import ibis

    if not question.insured:
        return people
    if "all" in question.insured:
        return people.mutate(insured=ibis.literal(True))
    joined = people.left_join(base.select(ID, "base_state"), ID).drop(f"{ID}_right")
    chosen = joined.base_state.isin(question.insured)
    answered = joined.insured if "insured" in joined.columns else ibis.null("boolean")
    return joined.mutate(insured=ibis.cases((chosen, ibis.literal(True)), else_=answered)).drop("base_state").view()


def _pupils(people: Any) -> Any:
    import ibis

    if "attends" not in people.columns:
        return ibis.literal(0)
    return ibis.cases((people.attends.isin(PUPILS), 1), else_=0)


def _word(column: Any) -> Any:
    kind = column.type()
    text = column.cast("int8").cast("string") if kind.is_boolean() else column.cast("string")
    return text.nullif("").fill_null("–")


def _counted(table: Any) -> Any:
    keys = ["base_state", "other_state", "base_way", "other_way", "base_average", "other_average"]
    keys += ["group"] if "group" in table.columns else []
    differs = (
        table.recognised_class.notnull() & table.base_state.isin(KNOWN) & (table.recognised_class != table.base_state)
    )
    table = table.mutate(differs=differs.fill_null(False)).view()
    return table.group_by([*keys, "differs"]).aggregate(
        households=table.count(), people=table.people.sum(), pupils=table.pupils.sum()
    )


def _add(outcome: Outcome, row: dict[str, Any]) -> None:
    counted = row["households"], row["people"], row["pupils"]
    cell = (row["base_state"], row["other_state"])
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


def _causes(engine: Engine, outcome: Outcome, table: Any, homes: Any, people: Any) -> None:
    """Why households have no class. Where an absent text or the income decides, households with the same blanks have
    the same cause and one of them is asked; where answers about indicators are open, each is."""
    import ibis

    blanks = [name for name in ("income_per_person", "income_12_months", "area") if name in homes.columns]
    for side in SIDES:
        standard = getattr(outcome.sides, side)
        open_ = table.filter(~table[f"{side}_state"].isin(KNOWN)).left_join(
            homes.select(**{ID: homes[ID]}, **{f"blank_{name}": homes[name].isnull() for name in blanks}), ID
        )
        open_ = open_.drop(*(name for name in open_.columns if name == f"{ID}_right"))
        alone = open_[f"{side}_cause"] == 2 if "enough_deprivations" in standard.rules else ibis.literal(False)
        open_ = open_.mutate(key_=ibis.cases((alone, open_[ID]), else_=-1)).view()
        grouped = open_.group_by(["key_", f"{side}_cause", *(f"blank_{name}" for name in blanks)])
        found = grouped.aggregate(first=open_[ID].min(), count=open_.count()).to_pyarrow().to_pylist()
        counts = {row["first"]: row["count"] for row in found}
        for household in _fetched(engine, homes, people, sorted(counts)):
            verdict = getattr(compared(outcome, household)[0], side)
            if verdict.cause is not None:
                outcome.unknown[side][verdict.cause] += counts[int(household.id)]


def _changed(
    engine: Engine, outcome: Outcome, table: Any, homes: Any, people: Any, *, everybody: bool
) -> Iterator[Compared]:
    """Households that change with their reasons, the first LISTED or everybody."""
    changed = table.filter(table.base_state != table.other_state).order_by(ID).select(ID)
    ids = (changed if everybody else changed.limit(LISTED)).to_pyarrow().column(0).to_pylist()
    for household in _fetched(engine, homes, people, ids):
        yield compared(outcome, household)[0]


def _fetched(engine: Engine, homes: Any, people: Any, ids: list[int]) -> Iterator[Household]:
    """Those households with their members, in the order of `ids`."""
    for at in range(0, len(ids), BATCH):
        some = ids[at : at + BATCH]
        members: dict[int, list[dict[str, Any]]] = {}
        for row in _rows(engine, people, some):
            members.setdefault(row[ID], []).append(row)
        rows = {row[ID]: row for row in _rows(engine, homes, some)}
        for number in some:
            yield _household(rows[number], members.get(number, []))


def _rows(engine: Engine, table: Any, ids: list[int]) -> list[dict[str, Any]]:
    import ibis

    wanted = ibis.memtable({ID: ids}, schema={ID: "int64"})
    order = [ID, *(["member_id"] if "member_id" in table.columns else [])]
    found: list[dict[str, Any]] = table.semi_join(wanted, ID).order_by(order).to_pyarrow().to_pylist()
    return found


def _household(row: dict[str, Any], members: Iterable[dict[str, Any]]) -> Household:
    asked = {scope: {each.name for each in questions(scope)} for scope in ("household", "member")}
    place = {
        name: str(int(value)) if isinstance(value, bool) else str(value)
        for name, value in row.items()
        if name not in asked["household"] and name not in (ID, "name") and value is not None
    }
    answers = {name: row[name] for name in row if name in asked["household"]}
    people = [{name: each[name] for name in each if name in asked["member"]} for each in members]
    return Household(str(row[ID]), place, answers, people)
