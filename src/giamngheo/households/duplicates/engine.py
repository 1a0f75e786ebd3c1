"""Pairs of people who may be one: splink's Fellegi-Sunter weights on an in-memory DuckDB.

splink, DuckDB and Arrow are an extra of the package (`giamngheo[duplicates]`) and are imported only here, when asked.
The same people give the same pairs: nothing is trained here and nothing is drawn by lot.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, NamedTuple

from giamngheo.households.duplicates.levels import BLOCKS, COMPARISONS, NEAR_NUMBERS, Comparison, Level
from giamngheo.households.duplicates.records import Record

EXTRA = "giamngheo[duplicates]"
TWICE = 0.01  # the part of people whom a register is expected to hold twice: the prior
PARTS = 8  # slices of the work, between which somebody may stop it
MEMORY = "2GB"
Said = Callable[[float], None]


class Scored(NamedTuple):
    """Two people, `first < second`. `weight`: log2 of the odds; `levels` and `weights` by comparison (None: not
    compared)."""

    first: int
    second: int
    weight: float
    probability: float
    levels: Mapping[str, str | None]
    weights: Mapping[str, float]


def available() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) is not None for name in ("splink", "duckdb", "pyarrow"))


@cache
def weights() -> Mapping[str, Any]:
    """data/duplicate_weights.json: m and u by comparison and level. Made by tools/duplicate_weights.py."""
    text = (files("giamngheo.households") / "data" / "duplicate_weights.json").read_text("utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found


def scored(records: Sequence[Record], *, least: float, said: Said = lambda part: None) -> Iterator[Scored]:
    """Pairs with a probability of at least `least`. `said` hears the part done and may raise to stop."""
    if len(records) < 2:
        return
    connection = connected()
    try:
        linker = linked(connection, records, settings(len(records)))
        for part in range(PARTS):
            said(part / PARTS)
            found = linker.inference.predict_chunk(
                left_chunk=(part + 1, PARTS), threshold_match_probability=least, warning_mode="never"
            )
            yield from _pairs(connection, found.physical_name)
            found.drop_table_from_database_and_remove_from_cache()
        said(1.0)
    finally:
        connection.close()


def connected() -> Any:
    """A DuckDB in memory that never writes to disk what it knows of people."""
    import duckdb

    connection = duckdb.connect(":memory:", config={"memory_limit": MEMORY, "temp_directory": "", "threads": 2})
    connection.execute("SET enable_progress_bar = false")
    return connection


def settings(people: int, levels: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What splink is told: the comparisons with their weights, the blocks, and the prior of so many people."""
    held = levels if levels is not None else weights()["levels"]
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "key",
        "probability_two_random_records_match": min(0.5, 2 * TWICE / max(people - 1, 1)),
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
        "blocking_rules_to_generate_predictions": [
            *({"blocking_rule": each, "sql_dialect": "duckdb"} for each in BLOCKS),
            {"blocking_rule": NEAR_NUMBERS, "sql_dialect": "duckdb", "arrays_to_explode": ["without_one"]},
        ],
        "comparisons": [_comparison(each, held[each.name]) for each in COMPARISONS],
    }


def _comparison(comparison: Comparison, held: Mapping[str, Any]) -> dict[str, Any]:
    unknown = {"sql_condition": comparison.unknown, "label_for_charts": "unknown", "is_null_level": True}
    levels = [*comparison.levels, Level(comparison.rest, "ELSE")]
    return {
        "output_column_name": comparison.name,
        "comparison_levels": [unknown, *(_level(each, held[each.code]) for each in levels)],
    }


def _level(level: Level, held: Mapping[str, float]) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": level.condition, "label_for_charts": level.code}
    if held:
        told |= {"m_probability": held["m"], "u_probability": held["u"]}
    if level.frequency:
        told |= {"tf_adjustment_column": level.frequency, "disable_tf_exact_match_detection": True}
    return told


def linked(connection: Any, records: Iterable[Record], told: Mapping[str, Any]) -> Any:
    """splink's linker over these people."""
    from splink import DuckDBAPI, Linker

    api = DuckDBAPI(connection)
    return Linker(api.register(_table(records), dataset_display_name="people"), dict(told), log_level=logging.ERROR)


def _table(records: Iterable[Record]) -> Any:
    """An Arrow table of the columns that conditions and blocks name."""
    import pyarrow

    text, whole, texts = pyarrow.string(), pyarrow.int64(), pyarrow.list_(pyarrow.string())
    kinds = {
        "key": whole, "written": text, "folded": text, "bare": text, "unaccented": pyarrow.bool_(), "surname": text,
        "given": text, "core": text, "tail": text, "turned": text, "middle": texts, "first_letters": text,
        "initials": pyarrow.bool_(), "sex": text, "year": whole, "day": text, "swapped": text, "day_month": text,
        "number": text, "village": whole, "household": whole, "head": text, "without_one": texts,
    }  # fmt: skip
    columns = list(zip(*(_row(each) for each in records), strict=True))
    return pyarrow.table(
        [pyarrow.array(column, kind) for column, kind in zip(columns, kinds.values(), strict=True)], names=list(kinds)
    )


def _row(record: Record) -> tuple[Any, ...]:
    birth, number = record.birth, record.number
    without_one = sorted({number[:at] + number[at + 1 :] for at in range(len(number))}) if number else None
    return (
        record.key, *record.name, record.sex or None, birth.year, birth.day, birth.swapped, birth.day_month,
        number, record.village, record.household, record.head, without_one,
    )  # fmt: skip


def _pairs(connection: Any, table: str) -> Iterator[Scored]:
    names = [each.name for each in COMPARISONS]
    columns = [f"gamma_{name}" for name in names]
    parts = [f"mw_{name}" for name in names] + [f"mw_tf_adj_{name}" for name in names if _adjusted(name)]
    query = f"SELECT key_l, key_r, match_weight, match_probability, {', '.join(columns + parts)} FROM {table}"  # noqa: S608
    cursor = connection.execute(query)
    while rows := cursor.fetchmany(10_000):
        for left, right, weight, probability, *rest in rows:
            gammas, mws = rest[: len(names)], dict(zip(parts, rest[len(names) :], strict=True))
            yield Scored(
                min(left, right), max(left, right), weight, probability,
                {each.name: _code(each, gamma) for each, gamma in zip(COMPARISONS, gammas, strict=True)},
                {name: mws[f"mw_{name}"] + mws.get(f"mw_tf_adj_{name}", 0.0) for name in names},
            )  # fmt: skip


def _adjusted(name: str) -> bool:
    return any(level.frequency for each in COMPARISONS if each.name == name for level in each.levels)


def _code(comparison: Comparison, gamma: int) -> str | None:
    return None if gamma < 0 else comparison.codes[len(comparison.codes) - 1 - gamma]
