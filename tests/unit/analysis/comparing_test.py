"""Changes between rounds, agreement of orders, published identities, and what may be published."""

from __future__ import annotations

import math
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.analysis.measures.changes import Estimate, change
from giamngheo.analysis.measures.disclosure import THRESHOLD, hidden, hidden_table, percentage
from giamngheo.analysis.measures.robustness import dominance, kendall_tau


@pytest.mark.parametrize(
    ("mpi", "incidence", "intensity"), [(".0077", "1.9191", "40.2757"), (".0194", "4.9269", "39.2882")]
)
def test_published_index_is_incidence_times_intensity(mpi, incidence, intensity) -> None:
    """OPHI, Viet Nam 2020-21 and 2013-14, within the rounding of what is printed."""
    assert abs(F(incidence) * F(intensity) / 10_000 - F(mpi)) <= F(1, 20_000)


def test_change_of_the_published_index() -> None:
    found = change(Estimate(0.0194), Estimate(0.0077), 7)
    assert found.absolute == pytest.approx(-0.0117)
    assert found.relative == pytest.approx(0.0077 / 0.0194 - 1)
    assert found.annual_absolute == pytest.approx(-0.0117 / 7)
    assert (1 + found.annual_relative) ** 7 == pytest.approx(0.0077 / 0.0194)
    assert found.absolute_error is None
    assert found.p_value is None


def test_change_between_samples_is_tested() -> None:
    found = change(Estimate(0.2, 0.03, 50), Estimate(0.1, 0.04, 50), 2)
    assert found.absolute_error == pytest.approx(0.05)
    assert found.statistic == pytest.approx(-2)
    assert found.p_value == pytest.approx(0.04821, abs=1e-4)  # Student's t, 100 degrees of freedom
    assert found.relative_error == pytest.approx(math.sqrt(0.04**2 + 0.25 * 0.03**2) / 0.2)
    alike = change(Estimate(0.2, 0.03, 50), Estimate(0.1, 0.04, 50), 2, covariance=0.001)
    assert alike.absolute_error < found.absolute_error
    assert change(Estimate(0.0, 0.0, 5), Estimate(0.1, 0.1, 5), 1).relative is None
    with pytest.raises(ValueError, match="years"):
        change(Estimate(0.2), Estimate(0.1), 0)


def test_kendall_counts_pairs_and_ties() -> None:
    ranks = [F(each) for each in (1, 2, 3, 4)]
    assert kendall_tau(ranks, ranks) == 1
    assert kendall_tau(ranks, ranks[::-1]) == -1
    assert kendall_tau(ranks, [F(each) for each in (1, 2, 4, 3)]) == pytest.approx(4 / 6)
    assert kendall_tau(ranks, [F(each) for each in (1, 1, 2, 3)]) == pytest.approx(5 / math.sqrt(30))
    assert kendall_tau(ranks, [F(1)] * 4) is None


def test_dominance_needs_the_same_order_everywhere() -> None:
    assert dominance([[F(1), F(2), F(3)], [F(1), F(3), F(2)]]) == (2, 3)
    assert dominance([[F(1), F(1)], [F(1), F(1)]]) == (0, 1)
    assert dominance([[F(1), F(1)], [F(1), F(2)]]) == (1, 1)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=6))
def test_hidden_counts_cannot_be_worked_out(counts) -> None:
    """Whoever knows the shown counts, the total and the rule finds more than one possibility for each hidden count."""
    marks = hidden(counts)
    assert all(mark for count, mark in zip(counts, marks, strict=True) if 0 < count < THRESHOLD)
    assert not any(mark for count, mark in zip(counts, marks, strict=True) if count == 0)
    secret = [count for count, mark in zip(counts, marks, strict=True) if mark]
    if secret and any(count > 0 and not mark for count, mark in zip(counts, marks, strict=True)):
        assert len(secret) > 1
        assert sum(secret) >= THRESHOLD


def test_totals_of_a_table_give_no_cell_back() -> None:
    table = [[3, 40, 50], [30, 45, 60], [20, 70, 80]]
    marks = hidden_table(table)
    assert marks[0][0]
    for line in [*marks, *zip(*marks, strict=True)]:
        assert sum(line) != 1
    small = [[2, 9], [8, 30]]
    assert hidden_table(small) == [[True, True], [True, True]]
    assert hidden_table([[10, 0], [7, 9]]) == [[False, False], [False, False]]


def test_percentages_round_halves_away_from_zero() -> None:
    assert [percentage(F(n, d)) for n, d in ((1, 3), (2, 3), (1, 20_000), (-1, 20_000))] == [
        F("33.33"), F("66.67"), F("0.01"), F("-0.01")]  # fmt: skip
