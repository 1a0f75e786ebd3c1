"""One pass over the rows: how many rows (and what weight) each group has of each pattern. Then numbers, not rows.

Survey weights become whole numbers: times the greatest power of ten, at most 10**9, with which all of them together
stay below 2**53. So sums do not depend on the order in which an engine adds: DuckDB and Spark agree to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from giamngheo.analysis.measures.cardinal import gap_sums
from giamngheo.analysis.measures.cells import Cells, Ints
from giamngheo.analysis.measures.pattern import HALF, masked, pattern, unmasked
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.question import Reading, keys

EXACT = 1 << 53
COLUMNS = 16  # indicators that may be grouped as they are; more make keys too wide


@dataclass(frozen=True)
class Counted:
    """The cells of the good rows, and how many rows there are of either kind (`bad` includes broken rows of a CSV)."""

    cells: Cells
    good: int
    bad: int


def count(engine: Engine, reading: Reading) -> Counted:
    """Run the pass. Raises what the engine raises."""
    import pyarrow as pa

    scale = weight_scale(engine, reading)
    told = engine.arrow(expression(reading, scale))
    n = _ints(told["n"])
    bad = 0
    if "bad" in told.column_names:
        wrong = told["bad"].to_numpy(zero_copy_only=False).astype(bool)
        bad = int(n[wrong].sum())
        if bad:
            told, n = told.filter(pa.array(~wrong)), n[~wrong]
    cells = _cells(told, n, reading, scale)
    return Counted(cells, int(n.sum()), bad + len(reading.opened.broken))


def expression(reading: Reading, scale: int = 1) -> Any:
    """The pass as an Ibis expression: keys, pattern, blank and bad where they can occur, n, w, w2.

    Instead of the pattern there are masked0, masked1 ... where cells may be blank, or the indicators themselves, d0, d1
    ... (`by_columns`).
    """
    bad = reading.bad()
    named = keys(reading)
    if by_columns(reading):
        named |= {f"d{at}": bit for at, bit in enumerate(reading.bits)}
    elif reading.blanks:
        named |= {f"masked{at}": each for at, each in enumerate(masked(reading.bits))}
    else:  # then only a wrong value is NULL, and its row is bad
        named["pattern"] = pattern(
            reading.bits, nullable=any(name in reading.wrong for name in reading.question.indicators)
        )
    if bad is not None:
        named["bad"] = bad
    table = reading.opened.table
    sums: dict[str, Any] = {}
    if reading.weight is not None:
        table = table.mutate(weight_=_whole(reading, scale))
        sums["w"] = table.weight_.sum()
        if not reading.question.cluster:
            sums["w2"] = (table.weight_.cast("float64") * table.weight_.cast("float64")).sum()
    if reading.bars:
        weight = None if reading.weight is None else table.weight_
        sums.update(gap_sums(reading.achievements, reading.bars, weight))
    return table.group_by(**named).aggregate(n=table.count(), **sums)


def by_columns(reading: Reading) -> bool:
    """Whether rows are grouped by the columns of indicators as they are, instead of by a pattern of them.

    A pattern is one narrow key, but to make a number of a Boolean takes long; a few Booleans are sooner grouped as they
    are, unless none is blank and groups are numbers, for then the engine counts in a plain array.
    """
    if not reading.plain or len(reading.bits) > COLUMNS:
        return False
    question, table = reading.question, reading.opened.table
    texts = any(table[name].type().is_string() for name in question.by)
    return any(bit.type().is_boolean() for bit in reading.bits) and (texts or bool(reading.blanks))


def weight_scale(engine: Engine, reading: Reading) -> int:
    """10**9 or the greatest power of ten with which the sum of all weights stays exact; 1 for whole weights."""
    if reading.weight is None or reading.opened.table[reading.question.weight].type().is_integer():
        return 1
    weight = reading.weight.fill_null(0)
    sums = reading.opened.table.aggregate(all=weight.sum(), whole=(weight != weight.round()).any())
    told = engine.arrow(sums).to_pylist()
    total, fractions = told[0]["all"] or 0.0, told[0]["whole"]
    if not fractions or not total:
        return 1
    scale = 10**9
    while scale > 1 and total * scale >= EXACT:
        scale //= 10
    return scale


def _whole(reading: Reading, scale: int) -> Any:
    """The weight as a whole number: rounded before it is cast, for casts alone round differently by engine."""
    return (reading.weight.fill_null(0) * scale).round().cast("int64")


def _cells(told: Any, n: Ints, reading: Reading, scale: int) -> Cells:
    question = reading.question
    group, groups = _labelled([told[f"by{at}"] for at in range(len(question.by))], len(n))
    survey = question.survey
    stratum = psu = None
    strata = 0
    if survey:
        stratum, labels = _labelled([told["stratum"]] if question.stratum else [], len(n))
        strata = len(labels)
    if question.cluster:
        assert stratum is not None  # noqa: S101 - a cluster is part of a design
        codes, labels = _labelled([told["psu"]], len(n))
        _, psu = np.unique(stratum * len(labels) + codes, return_inverse=True)
    names = told.column_names
    bits, blank = _patterns(told, len(question.indicators))
    return Cells(
        indicators=question.indicators, by=question.by, groups=groups, group=group, pattern=bits, n=n, blank=blank,
        w=_ints(told["w"]) if "w" in names else None,
        w2=told["w2"].to_numpy().astype(np.float64) if "w2" in names else None,
        weight_scale=scale, stratum=stratum, psu=psu, strata=strata,
        gaps=_depths(told, "gap", reading), squares=_depths(told, "square", reading), bars=reading.bars,
    )  # fmt: skip


def _patterns(told: Any, count: int) -> tuple[Ints, Ints | None]:
    """The pattern of every cell, and which of its bits are blank; None where that was not asked."""
    names = told.column_names
    if "pattern" in names:
        return _ints(told["pattern"]), None
    bits, blank = np.zeros(told.num_rows, np.int64), np.zeros(told.num_rows, np.int64)
    if "masked0" in names:
        for number, start in enumerate(range(0, count, HALF)):
            some, open_ = unmasked(_ints(told[f"masked{number}"]), min(HALF, count - start))
            bits |= some << start
            blank |= open_ << start
        return bits, blank
    for at in range(count):
        column = told[f"d{at}"]
        bits |= column.fill_null(False if str(column.type) == "bool" else 0).to_numpy().astype(np.int64) << at
        blank |= column.is_null().to_numpy().astype(np.int64) << at
    return bits, blank


def _depths(told: Any, name: str, reading: Reading) -> Any:
    """[cell, indicator] of Python's whole numbers: squares of incomes in đồng outgrow 64 bits."""
    if not reading.bars:
        return None
    columns = [[int(value) for value in told[f"{name}{at}"].to_pylist()] for at in range(len(reading.bars))]
    made = np.empty((told.num_rows, len(columns)), object)
    for at, column in enumerate(columns):
        made[:, at] = column
    return made


def _ints(column: Any) -> Ints:
    values: Ints = column.to_numpy().astype(np.int64)
    return values


def _labelled(columns: list[Any], length: int) -> tuple[Ints, tuple[tuple[Any, ...], ...]]:
    """A number for each row, and the distinct values in order (None last): 0 and () for no columns."""
    if not columns:
        return np.zeros(length, np.int64), ((),)
    code = np.zeros(length, np.int64)
    values: list[list[Any]] = []
    for column in columns:
        own, labels = _encoded(column)
        code = code * max(len(labels), 1) + own
        values.append(labels)
    sizes = [len(labels) for labels in values]
    seen = np.unique(code) if np.prod(sizes) > 1 << 22 else np.flatnonzero(np.bincount(code, minlength=1))
    places = np.unravel_index(seen, sizes) if length else [np.zeros(0, np.int64)] * len(sizes)
    found = list(zip(*([labels[at] for at in own] for labels, own in zip(values, places, strict=True)), strict=True))
    number = np.searchsorted(seen, code)
    return number.astype(np.int64), tuple(found)


def _encoded(column: Any) -> tuple[Ints, list[Any]]:
    """Codes by order of value, and the values."""
    encoded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    labels = encoded.dictionary.to_pylist()
    order = sorted(range(len(labels)), key=lambda at: (labels[at] is None, labels[at] if labels[at] is not None else 0))
    rank = np.empty(len(labels), np.int64)
    rank[order] = np.arange(len(labels))
    return rank[encoded.indices.to_numpy()], [labels[at] for at in order]
