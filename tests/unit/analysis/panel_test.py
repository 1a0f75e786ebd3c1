"""Panel estimates: worked by hand, held to the survey measures, to scipy, and to a regression."""

from __future__ import annotations

import math
from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from giamngheo.analysis.measures.changes import Estimate
from giamngheo.analysis.measures.intervals import LOGIT, WALD, interval
from giamngheo.analysis.measures.panel import Row, contrast, mean, p_value, plain_interval, share_interval
from giamngheo.analysis.measures.student import quantile, two_sided
from giamngheo.analysis.measures.survey import Design
from giamngheo.analysis.measures.weights import Weighting
from tests.unit.analysis.survey_test import design_cells

HAND = [*(Row("A", v) for v in (1, 0, 0, 1)), *(Row("B", v) for v in (1, 1, 0))]
SIZES = {"A": 10, "B": 20}


def test_example_of_the_prose_comes_out() -> None:
    found = mean(HAND, SIZES)
    assert found.value == pytest.approx((2.5 * 2 + 20 / 3 * 2) / 30)
    by_hand = (10 / 30) ** 2 * (1 - 4 / 10) / 4 / 3 + (20 / 30) ** 2 * (1 - 3 / 20) / 3 / 3
    assert (found.error, found.freedom) == (pytest.approx(math.sqrt(by_hand)), 5)
    assert round(found.error, 5) == 0.21802


def test_stratum_taken_whole_adds_no_error_and_one_alone_stands_in() -> None:
    assert mean(HAND[:4], {"A": 4}).error == 0
    alone = mean([*HAND[:4], Row("C", 1)], {"A": 10, "C": 10}, finite=False)
    value = (2.5 * 2 + 10) / 20
    first = (10 / 20) ** 2 / 4 / 3
    assert alone.error**2 == pytest.approx(first + (10 * (1 - value) / 20) ** 2)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.booleans()), min_size=2, max_size=30),
    st.lists(st.integers(1, 5), min_size=3, max_size=3),
)
def test_without_correction_errors_are_those_of_the_survey_measures(answers, factors) -> None:
    """A frame of `factor` households for each one drawn: weights are whole numbers, and each group is a domain."""
    drawn = {each: sum(1 for stratum, *_ in answers if stratum == each) for each in range(3)}
    sizes = {each: drawn[each] * factors[each] for each in range(3)}
    rows = [Row(stratum, float(value), inside) for stratum, value, inside in answers]
    cells = design_cells(
        [(int(inside), stratum, at, factors[stratum], [int(value), 0, 0])
         for at, (stratum, value, inside) in enumerate(answers)],
        clusters=False,
    )  # fmt: skip
    errors = Design(cells).errors(Weighting.of(("a", "b", "c"), [F(1, 2), F(1, 4), F(1, 4)]), F(1, 2))
    column = errors.names.index("headcount:0")
    both = contrast(rows, sizes)
    for group, ours in ((0, both.outside), (1, both.inside)):
        if ours is not None:
            assert ours.value == pytest.approx(errors.estimate[group, column])
            assert ours.error == pytest.approx(errors.error[group, column], abs=1e-9)


def test_difference_of_two_groups_is_the_one_of_a_regression() -> None:
    """One stratum, equal weights: the linearised error is White's, with n/(n − 1)."""
    rng = np.random.default_rng(7)
    y, inside = rng.normal(size=60), np.arange(60) % 3 == 0
    rows = [Row("A", float(v), bool(d)) for v, d in zip(y, inside, strict=True)]
    found = contrast(rows, {"A": 60})
    x = np.column_stack([np.ones(60), inside])
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ y
    u = y - x @ beta
    white = inverse @ (x.T * u**2) @ x @ inverse * 60 / 59
    assert found.difference.value == pytest.approx(beta[1])
    assert found.difference.error == pytest.approx(math.sqrt(white[1, 1]))
    assert (found.inside_number, found.outside_number) == (20, 40)


def test_paired_change_of_one_stratum_is_the_paired_t_test() -> None:
    before, after = np.array([3.0, 5, 2, 8, 6, 4]), np.array([2.0, 5, 1, 6, 6, 1])
    found = mean([Row("A", float(v)) for v in after - before], {"A": 100}, finite=False)
    test = stats.ttest_rel(after, before)
    ends = test.confidence_interval(0.95)
    assert p_value(found) == pytest.approx(test.pvalue)
    assert plain_interval(found) == pytest.approx((ends.low, ends.high))


@given(st.floats(-40, 40), st.integers(1, 400))
def test_student_is_that_of_scipy(t, freedom) -> None:
    assert two_sided(t, freedom) == pytest.approx(2 * stats.t.sf(abs(t), freedom), rel=1e-8, abs=1e-13)
    assert quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-9)


def test_intervals_are_those_of_the_analysis() -> None:
    for share, error, freedom in ((0.3, 0.05, 12), (0.92, 0.1, 3)):
        given_ = Estimate(share, error, freedom)
        for method, ours in ((LOGIT, share_interval), (WALD, plain_interval)):
            low, high = interval(method, *(np.array([v]) for v in (share, error, freedom)))
            assert ours(given_) == pytest.approx((low[0], high[0]))
    assert share_interval(Estimate(1.0, 0.0, 5)) is None
    assert plain_interval(Estimate(0.5, 0.1, 0)) is None
    assert p_value(Estimate(0.5, 0.0, 4)) is None


def test_group_of_nobody_has_no_difference() -> None:
    found = contrast(HAND, SIZES)
    assert (found.outside, found.difference, found.outside_number) == (None, None, 0)
    assert mean([], SIZES) is None
