"""M1 and M2 against exact arithmetic on the four persons of Alkire and Foster (2011)."""

from __future__ import annotations

from fractions import Fraction as F

import ibis
import pyarrow as pa
import pytest

from giamngheo.analysis.measures.cardinal import gap_cells, gap_histogram, m_alpha
from giamngheo.analysis.measures.weights import Weighting

CUTOFFS = {"a": 13, "b": 12, "c": 3, "d": 1}
ROWS = [(13.1, 14, 4, 1), (15.2, 7, 5, 0), (12.5, 10, 1, 0), (20.0, 11, 3, 1)]
EXPECTED = {
    1: (F(7, 16), F(263, 1248), F(32297, 194688)), 2: (F(3, 8), F(171, 832), F(21475, 129792)),
    3: (F(1, 4), F(73, 624), F(4483, 48672)), 4: (F(1, 4), F(73, 624), F(4483, 48672)),
}  # fmt: skip


def table_of(engine, data):
    name = engine.fresh_name()
    engine.raw.register(name, data)
    return engine.ibis.table(name)


def cells(engine, rows):
    columns = {name: [row[at] for row in rows] for at, name in enumerate(CUTOFFS)}
    table = table_of(engine, pa.table(columns))
    return gap_cells(engine.arrow(gap_histogram(table, CUTOFFS, scale=10)), (), 4)


@pytest.mark.parametrize("count", EXPECTED)
def test_gaps_of_the_four_persons(duck, count) -> None:
    found, weighting = cells(duck, ROWS), Weighting.equal(tuple(CUTOFFS))
    told = [m_alpha(found, list(CUTOFFS.values()), weighting, F(count, 4), alpha, scale=10) for alpha in (0, 1, 2)]
    assert tuple(told) == EXPECTED[count]


def test_person_without_an_answer_is_left_out(duck) -> None:
    found = cells(duck, [*ROWS, (None, 1, 1, 0)])
    assert sum(cell.n for cell in found if cell.pattern is None) == 1
    assert m_alpha(found, list(CUTOFFS.values()), Weighting.equal(tuple(CUTOFFS)), F(1, 2), 1, scale=10) == F(171, 832)


def test_incomes_in_dong_do_not_overflow(duck) -> None:
    table = table_of(duck, pa.table({"x": pa.array([0] * 4000, pa.int64())}))
    found = gap_cells(duck.arrow(gap_histogram(table, {"x": 10**9})), (), 1)
    assert found[0].squares == (4000 * 10**18,)


def test_cutoff_must_be_whole_at_the_scale() -> None:
    table = ibis.table({"x": "float64"}, name="t")
    for cutoff in (F(1, 3), 0):
        with pytest.raises(ValueError, match="cut-off"):
            gap_histogram(table, {"x": cutoff}, scale=10)
