"""H, A, M0 and their parts are exact: against fractions row by row, whatever the weights, k and order."""

from __future__ import annotations

from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.analysis.measures.alkire_foster import measure
from giamngheo.analysis.measures.cells import Cells, margin, settle_blanks
from giamngheo.analysis.measures.weights import Weighting, share
from tests.unit.analysis.reference import naive, told


def cells_of(rows, groups=None, sizes=None, blanks=None) -> Cells:
    """Cells of a few rows, one cell a row."""
    groups = groups or [0] * len(rows)
    labels = sorted(set(groups)) or [0]
    names = tuple(f"i{at}" for at in range(len(rows[0]) if rows else 1))
    return Cells(
        indicators=names, by=("g",), groups=tuple((label,) for label in labels),
        group=np.array([labels.index(g) for g in groups], np.int64),
        pattern=np.array([sum(bit << at for at, bit in enumerate(row)) for row in rows], np.int64),
        n=np.ones(len(rows), np.int64), w=None if sizes is None else np.array(sizes, np.int64),
        blank=None if blanks is None else np.array(blanks, np.int64),
    )  # fmt: skip


def overall(rows, weights, k, sizes=None):
    cells = margin(cells_of(rows, sizes=sizes), ())
    weighting = Weighting.of(cells.indicators, weights)
    ((group,),) = (result.groups for result in measure(cells, [weighting], [k]))
    return group


@st.composite
def tables(draw, most=12):
    width = draw(st.integers(1, most))
    rows = draw(st.lists(st.lists(st.integers(0, 1), min_size=width, max_size=width), min_size=1, max_size=30))
    parts = draw(st.lists(st.integers(0, 7), min_size=width, max_size=width).filter(any))
    k = F(draw(st.integers(1, 24)), 24)
    sizes = draw(st.lists(st.integers(0, 9), min_size=len(rows), max_size=len(rows)))
    return rows, [F(part, sum(parts)) for part in parts], k, sizes


@given(tables())
def test_measures_equal_fractions_row_by_row(table) -> None:
    rows, weights, k, sizes = table
    assert told(overall(rows, weights, k)) == naive(rows, weights, k)
    assert told(overall(rows, weights, k, sizes)) == naive(rows, weights, k, sizes)


@given(tables(most=40))
@settings(max_examples=40)
def test_many_indicators_are_as_exact(table) -> None:
    rows, weights, k, _ = table
    assert told(overall(rows, weights, k)) == naive(rows, weights, k)


@given(tables())
def test_adjusted_headcount_is_incidence_times_intensity(table) -> None:
    rows, weights, k, _ = table
    group = overall(rows, weights, k)
    assert group.H * (group.A or 0) == group.M0
    contributions = [group.contribution(at) for at in range(len(weights))]
    assert contributions == [None] * len(weights) or sum(contributions) == 1
    assert sum(group.absolute_contribution(at) for at in range(len(weights))) == group.M0


@given(tables(), st.data())
def test_groups_add_up_to_everybody(table, data) -> None:
    rows, weights, k, sizes = table
    groups = data.draw(st.lists(st.sampled_from("abc"), min_size=len(rows), max_size=len(rows)))
    cells = cells_of(rows, groups, sizes)
    weighting = Weighting.of(cells.indicators, weights)
    parts = measure(cells, [weighting], [k])[0].groups
    whole = overall(rows, weights, k, sizes)
    assert sum(part.population for part in parts) == whole.population
    assert sum(part.n for part in parts) == whole.n
    if whole.population:
        assert sum(part.population * (part.M0 or 0) for part in parts) == whole.population * whole.M0
        assert sum(part.population * (part.H or 0) for part in parts) == whole.population * whole.H


@settings(deadline=None)
@given(tables(), st.randoms())
def test_order_of_rows_and_indicators_changes_nothing(table, random) -> None:
    rows, weights, k, _ = table
    order = list(range(len(weights)))
    random.shuffle(order)
    mixed = [[row[at] for at in order] for row in rows]
    random.shuffle(mixed)
    one, other = overall(rows, weights, k), overall(mixed, [weights[at] for at in order], k)
    assert (one.H, one.A, one.M0) == (other.H, other.A, other.M0)
    assert [one.contribution(at) for at in order] == [other.contribution(at) for at in range(len(order))]


@pytest.mark.parametrize("count", range(1, 13))
def test_score_that_equals_the_cutoff_is_poor(count) -> None:
    """Sums of twelve floats of 1/12 miss k = count/12 for half of the counts."""
    rows = [[1] * count + [0] * (12 - count), [1] * (count - 1) + [0] * (13 - count)]
    group = overall(rows, [F(1, 12)] * 12, F(count, 12))
    assert (F(1, 2), F(count, 12), F(count, 24)) == (group.H, group.A, group.M0)


def test_figures_of_the_four_persons_of_2011() -> None:
    """Alkire and Foster (2011): y against z = (13, 12, 3, 1)."""
    rows = [[0, 0, 0, 0], [0, 1, 0, 1], [1, 1, 1, 1], [0, 1, 0, 0]]
    expected = {
        1: (F(3, 4), F(7, 12), F(7, 16)), 2: (F(1, 2), F(3, 4), F(3, 8)),
        3: (F(1, 4), F(1), F(1, 4)), 4: (F(1, 4), F(1), F(1, 4)),
    }  # fmt: skip
    for count, figures in expected.items():
        group = overall(rows, [F(1, 4)] * 4, F(count, 4))
        assert figures == (group.H, group.A, group.M0)
    two = overall(rows, [F(1, 4)] * 4, F(2, 4))
    assert [two.contribution(at) for at in range(4)] == [F(1, 6), F(1, 3), F(1, 6), F(1, 3)]


def test_huge_denominators_stay_exact() -> None:
    rows = [[1, 0], [1, 1], [0, 1]]
    weights = [F(1, 3**45), 1 - F(1, 3**45)]
    assert told(overall(rows, weights, F(1, 2), [10**6] * 3)) == naive(rows, weights, F(1, 2), [10**6] * 3)


def test_nobody_has_no_rate() -> None:
    group = overall([[1, 0]], [F(1, 2)] * 2, F(1))
    assert (group.H, group.A, group.contribution(0)) == (0, None, None)
    empty = overall([[1, 0]], [F(1, 2)] * 2, F(1), [0])
    assert (empty.H, empty.M0, empty.headcount(0)) == (None, None, None)


def test_vulnerable_and_severe_poverty() -> None:
    rows = [[1] * count + [0] * (10 - count) for count in range(11)]
    group = overall(rows, [F(1, 10)] * 10, F(1, 3))
    assert (group.poor, group.vulnerable, group.severe) == (7, 2, 6)  # 4..10; 2 and 3; 5..10


def test_missing_answers_by_policy() -> None:
    rows, blanks = [[1, 0, 0], [0, 0, 1], [1, 1, 0]], [0b010, 0b100, 0]
    cells = cells_of(rows, blanks=blanks)
    kept, told_blanks = settle_blanks(cells, {})
    assert (kept.rows, told_blanks.left_out, told_blanks.by_indicator) == (1, 2, {"i1": 1, "i2": 1})
    kept, told_blanks = settle_blanks(cells, {"i1": "deprived", "i2": "not-deprived"})
    assert (kept.pattern.tolist(), told_blanks.left_out) == ([0b011, 0b100, 0b011], 0)
    kept, told_blanks = settle_blanks(cells, {"i1": "not-deprived"})
    assert (kept.rows, told_blanks.left_out) == (2, 1)
    with pytest.raises(ValueError, match="settle_blanks"):
        measure(cells, [Weighting.equal(cells.indicators)], [F(1, 3)])


def test_shares_are_read_exactly() -> None:
    assert [share(text) for text in ("4/12", "33%", "0.33", "1", " 12.5 % ")] == [
        F(1, 3), F(33, 100), F(33, 100), 1, F(1, 8)]  # fmt: skip
    for text in ("", "x", "1/0", "1/2/3"):
        with pytest.raises(ValueError):  # noqa: PT011 - Fraction words it
            share(text)


def test_weights_by_dimension_share_the_whole() -> None:
    made = Weighting.by_dimension({"health": ["a"], "education": ["b", "c"]})
    assert [made.weight(at) for at in range(3)] == [F(1, 2), F(1, 4), F(1, 4)]
    made = Weighting.by_dimension({"health": ["a"], "education": ["b", "c"]}, [F(1, 5), F(4, 5)])
    assert [made.weight(at) for at in range(3)] == [F(1, 5), F(2, 5), F(2, 5)]
    assert made.reordered(["c", "d", "a", "b"]).numerators == (2, 0, 1, 2)
    for wrong in ([1], [0, 0], [1, -1]):
        with pytest.raises(ValueError, match="weights"):
            Weighting.of(["a", "b"], wrong)


def test_threshold_is_the_least_score_that_reaches_k() -> None:
    twelve = Weighting.equal([f"i{at}" for at in range(12)])
    assert [twelve.threshold(F(c, 12)) for c in (1, 5, 12)] == [1, 5, 12]
    assert twelve.threshold(F(33, 100)) == 4
    assert twelve.threshold(F(34, 100)) == 5
    for k in (F(0), F(13, 12)):
        with pytest.raises(ValueError, match="k must be"):
            twelve.threshold(k)
