"""Standard errors are those of the definition, row by row; intervals say which they are."""

from __future__ import annotations

import math
from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.analysis.measures.cells import Cells
from giamngheo.analysis.measures.intervals import LOGIT, WALD, interval
from giamngheo.analysis.measures.survey import Design
from giamngheo.analysis.measures.weights import Weighting
from tests.unit.analysis.reference import naive_variance

WIDTH = 3
WEIGHTS = [F(1, 2), F(1, 4), F(1, 4)]


def design_cells(rows, *, clusters: bool) -> Cells:
    """Rows are (group, stratum, psu, weight, bits); a cell a row."""
    group, stratum, psu, weight, bits = (list(part) for part in zip(*rows, strict=True))
    places = {pair: at for at, pair in enumerate(dict.fromkeys(zip(stratum, psu, strict=True)))}
    w = np.array(weight, np.int64)
    return Cells(
        indicators=("a", "b", "c"), by=("g",), groups=tuple((g,) for g in range(max(group) + 1)),
        group=np.array(group), pattern=np.array([sum(bit << at for at, bit in enumerate(row)) for row in bits]),
        n=np.ones(len(rows), np.int64), w=w, w2=w.astype(float) ** 2, stratum=np.array(stratum),
        psu=np.array([places[pair] for pair in zip(stratum, psu, strict=True)]) if clusters else None,
        strata=max(stratum) + 1,
    )  # fmt: skip


def by_definition(rows, group, top, bottom, *, clusters: bool) -> tuple[float, float]:
    """Estimate and standard error of a ratio, by the text of docs/algorithms/measures.md."""
    inside = [row[0] == group for row in rows]
    x = [float(top(row[4])) * here for row, here in zip(rows, inside, strict=True)]
    y = [float(bottom(row[4])) * here for row, here in zip(rows, inside, strict=True)]
    weights = [row[3] for row in rows]
    total_x, total_y = (sum(w * v for w, v in zip(weights, values, strict=True)) for values in (x, y))
    if not total_y:
        return math.nan, math.nan
    ratio = total_x / total_y
    z = [(a - ratio * b) / total_y for a, b in zip(x, y, strict=True)]
    units = [(row[1], row[2] if clusters else at, row[3]) for at, row in enumerate(rows)]
    return ratio, math.sqrt(naive_variance(units, z))


bit_rows = st.lists(st.integers(0, 1), min_size=WIDTH, max_size=WIDTH)
samples = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 3), st.integers(1, 5), bit_rows),
    min_size=2,
    max_size=25,
)


@pytest.mark.parametrize("clusters", [True, False])
@given(rows=samples, count=st.integers(1, 4))
@settings(max_examples=60)
def test_errors_equal_their_definition(clusters, rows, count) -> None:
    k = F(count, 4)

    def score(bits):
        return sum((w for w, bit in zip(WEIGHTS, bits, strict=True) if bit), F(0))

    def poor(bits):
        return score(bits) >= k

    ratios = {
        "H": (poor, lambda bits: 1),
        "A": (lambda bits: score(bits) * poor(bits), poor),
        "M0": (lambda bits: score(bits) * poor(bits), lambda bits: 1),
        "headcount:1": (lambda bits: bits[1], lambda bits: 1),
        "censored:2": (lambda bits: bits[2] * poor(bits), lambda bits: 1),
        "contribution:0": (lambda bits: WEIGHTS[0] * bits[0] * poor(bits), lambda bits: score(bits) * poor(bits)),
    }
    errors = Design(design_cells(rows, clusters=clusters)).errors(Weighting.of(("a", "b", "c"), WEIGHTS), k)
    for group in range(len(errors.freedom)):
        for name, (top, bottom) in ratios.items():
            estimate, error = by_definition(rows, group, top, bottom, clusters=clusters)
            at = errors.names.index(name)
            assert errors.estimate[group, at] == pytest.approx(estimate, nan_ok=True)
            assert errors.error[group, at] == pytest.approx(error, nan_ok=True, abs=1e-7)


def test_degrees_of_freedom_are_psus_minus_strata_of_the_group() -> None:
    rows = [(0, 0, 0, 1, [1, 0, 0]), (0, 0, 1, 1, [0, 0, 0]), (0, 1, 2, 1, [1, 1, 1]), (1, 1, 3, 1, [0, 0, 0])]
    design = Design(design_cells(rows, clusters=True))
    errors = design.errors(Weighting.equal(("a", "b", "c")), F(1, 3))
    assert errors.freedom.tolist() == [1, 0]
    assert design.lone == 0
    assert Design(design_cells([*rows, (0, 2, 9, 1, [0, 0, 0])], clusters=True)).lone == 1


def test_simple_sample_has_the_textbook_error() -> None:
    """Without strata, clusters and weights the error of a share is sqrt(p(1-p)/(n-1))."""
    rows = [(0, 0, at, 1, [1, 1, 1] if at < 3 else [0, 0, 0]) for at in range(10)]
    for clusters in (True, False):
        errors = Design(design_cells(rows, clusters=clusters)).errors(Weighting.equal(("a", "b", "c")), F(1, 3))
        assert errors.error[0, 0] == pytest.approx(math.sqrt(0.3 * 0.7 / 9))
        assert errors.freedom.tolist() == [9]


def test_intervals_of_a_share() -> None:
    """p = 0.3, se = 0.1, 9 degrees of freedom: t = 2.26216."""
    share, error, freedom = np.array([0.3]), np.array([0.1]), np.array([9.0])
    low, high = interval(WALD, share, error, freedom)
    assert (low[0], high[0]) == pytest.approx((0.0737843, 0.5262157), abs=1e-6)
    low, high = interval(LOGIT, share, error, freedom)
    half = 2.2621572 * 0.1 / 0.21
    ends = [1 / (1 + math.exp(-(math.log(3 / 7) + sign * half))) for sign in (-1, 1)]
    assert (low[0], high[0]) == pytest.approx(tuple(ends), abs=1e-6)


def test_interval_that_cannot_be_had_is_none() -> None:
    for method, share, freedom in ((LOGIT, 0.0, 9.0), (LOGIT, 1.0, 9.0), (LOGIT, 0.5, 0.0), (WALD, 0.5, 0.0)):
        low, high = interval(method, np.array([share]), np.array([0.1]), np.array([freedom]))
        assert np.isnan(low[0])
        assert np.isnan(high[0])
