"""Rows that are set aside, one by one: which cell of which row, and why. Looked at only where a part holds any."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from giamngheo.analysis.population.asking import STATUS, Asking
from giamngheo.analysis.population.findings import BELONGS, ID_TWICE, LIMIT, NO_HOUSEHOLD, NO_ID, NUMBER, OF_KIND
from giamngheo.analysis.population.lending import ids_table, lent
from giamngheo.analysis.population.naming import ID, TABLES
from giamngheo.analysis.population.setting_aside import Reason, SetAside
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading import ROW
from giamngheo.standards.answering import limits

SORTED = 100_000  # households that are put in order of their ids
SPREAD = 8  # ids are close together when their range is not wider than so many times their number
AT_ONCE = 50_000  # households whose rows are held while they are looked at


def any_wrong(table: Any) -> bool:
    """Whether some household of the Arrow table cannot be judged."""
    import pyarrow.compute as pc

    return bool(pc.any(pc.not_equal(table[STATUS], 0)).as_py())


def parted(table: Any) -> tuple[Any, list[Any], set[Any]]:
    """The households that were judged; ids set aside; those of them that were there twice.

    Small tables come out in order of their ids; sorting millions of rows would cost more than judging them.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if table.num_rows <= SORTED:
        table = table.sort_by(ID)
    ids = table[ID].combine_chunks()
    repeated: set[Any] = set()
    if _repeats(ids):
        counted = pc.value_counts(ids)
        again = counted.field("values").filter(pc.greater(counted.field("counts"), 1))
        repeated = {each for each in again.to_pylist() if each is not None}
    bad = pc.not_equal(table[STATUS], 0)
    if repeated:
        bad = pc.or_(bad, pc.is_in(table[ID], value_set=pa.array(sorted(repeated), ids.type)))
    wrong = list(dict.fromkeys(table[ID].filter(bad).to_pylist()))
    return (table.filter(pc.invert(bad)) if wrong else table), wrong, repeated


def _repeats(ids: Any) -> bool:
    """Whether a value occurs twice. Numbers close together are marked in an array, others sorted: both beat hashing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_integer(ids.type) or ids.null_count:
        return bool(pc.count_distinct(ids, mode="all").as_py() < len(ids))
    import numpy as np

    numbers = ids.to_numpy()
    if not len(numbers):
        return False
    low, high = int(numbers.min()), int(numbers.max())
    if high - low < SPREAD * len(numbers):
        seen = np.zeros(high - low + 1, dtype=bool)
        seen[numbers - low] = True
        return int(np.count_nonzero(seen)) < len(numbers)
    ordered = np.sort(numbers)
    return bool((ordered[1:] == ordered[:-1]).any())


def set_aside(
    engine: Engine, asking: Asking, tables: tuple[Any, Any], ids: list[Any], repeated: set[Any], into: SetAside
) -> None:
    """Every row of the households `ids` (None: rows without an id), with what is wrong with it."""
    for at in range(0, len(ids), AT_ONCE):
        _set_aside(engine, asking, tables, ids[at : at + AT_ONCE], repeated, into)


def _set_aside(
    engine: Engine, asking: Asking, tables: tuple[Any, Any], ids: list[Any], repeated: set[Any], into: SetAside
) -> None:
    households, members = (list(_rows(engine, asking, table, scope, ids)) for table, scope in
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
    engine: Engine, asking: Asking, table: Any, scope: str, ids: list[Any]
) -> Iterator[tuple[dict[str, Any], list[Reason]]]:
    """Every row of those households as it was written, with the cells that cannot be used."""
    asked, names = asking.asked(table, scope), table.columns
    with lent(engine, ids_table(ids)) as wrong:
        wanted = table[ID].isin(wrong[ID])
        if None in ids:
            wanted = wanted | table[ID].isnull()
        kept = table.filter(wanted).mutate(**{f"raw_{name}": table[name] for name in asked})
        answers = asking.answers(asking.prepared(kept))
        flags = {f"why_{at}": answers.refused(name) for at, name in enumerate(asked)}
        bounded = {name: limits(asking.standard.questions[name]) for name in asked}
        flags |= {f"outside_{at}": answers.outside(name) for at, name in enumerate(asked) if bounded[name]}
        written = {name: answers.table[f"raw_{name}" if name in asked else name] for name in names}
        found = engine.arrow(answers.table.select(**written, **flags).order_by(ROW)).to_pylist()
    for told in found:
        row = {name: told[name] for name in names}
        yield (
            row,
            [
                Reason(LIMIT, name, bounded[name])
                if told.get(f"outside_{at}")
                else Reason(OF_KIND.get(asking.standard.questions[name].kind, NUMBER), name)
                for at, name in enumerate(asked)
                if told[f"why_{at}"]
            ],
        )


def strange_texts(engine: Engine, asking: Asking, tables: tuple[Any, Any]) -> dict[str, list[str]]:
    """By question: texts of chosen answers that no spelling explains yet."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for name, spellings in asking.spellings.items():
            if name in table.columns and table[name].type().is_string():
                column = table[name]
                texts = table.filter(column.notin(list(spellings.known))).select(text_=column).distinct()
                found[name] = [row["text_"] for row in engine.arrow(texts).to_pylist() if row["text_"] is not None]
    return {name: texts for name, texts in found.items() if texts}
