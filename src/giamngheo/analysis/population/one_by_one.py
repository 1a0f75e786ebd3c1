"""Chosen households with their members as the reference engine takes them, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from giamngheo.analysis.population.asking import Asking
from giamngheo.analysis.population.household import Household
from giamngheo.analysis.population.naming import ID
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading import ROW

CHUNK = 4096


def one_by_one(
    engine: Engine, asking: Asking, tables: tuple[Any, Any], chosen: Any, carried: Sequence[str] = ()
) -> Iterator[tuple[Any, Household]]:
    """(household_id as it is in the table, household) of each id of the table `chosen`; answers without the blanks.

    `carried` are columns of the place.
    """
    homes, people = tables
    kept = [name for name in carried if name in homes.columns]
    members = groupby(_answers(engine, asking, people, "member", chosen), key=lambda each: each[0])
    next_id, group = next(members, (None, iter(())))
    for id_, answers, place in _answers(engine, asking, homes, "household", chosen, kept):
        mine: list[Any] = []
        if next_id == id_:
            mine = [each for _, each, _ in group]
            next_id, group = next(members, (None, iter(())))
        yield id_, Household(str(id_), place, answers, mine)


def _answers(
    engine: Engine, asking: Asking, table: Any, scope: str, chosen: Any, carried: Sequence[str] = ()
) -> Iterator[tuple[Any, dict[str, Any], dict[str, str]]]:
    """(household_id, answers by question, place) of every row, in order of the id and of the rows."""
    asked = asking.asked(table, scope)
    prepared = asking.prepared(table.semi_join(chosen, ID))
    answers = asking.answers(prepared)
    place = {f"place_{at}": prepared[name].cast("string") for at, name in enumerate(carried)}
    wanted = prepared.select(prepared[ID], prepared[ROW], **{name: answers.value(name) for name in asked}, **place)
    for batch in engine.arrow(wanted.order_by(ID, ROW)).to_batches(max_chunksize=CHUNK):
        for row in batch.to_pylist():
            told = {name: row[f"place_{at}"] for at, name in enumerate(carried)}
            yield (
                row[ID],
                {name: row[name] for name in asked if row[name] is not None},
                {name: value for name, value in told.items() if value is not None},
            )
