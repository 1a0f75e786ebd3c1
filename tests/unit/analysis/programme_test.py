"""Rates, movements, transitions and targeting as the programme counts them."""

from __future__ import annotations

from fractions import Fraction as F

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.analysis.measures.disclosure import percentage
from giamngheo.analysis.measures.movement import PEOPLE, Movement, movement
from giamngheo.analysis.measures.rates import CLASSES, NEAR_POOR, NOT_POOR, POOR, class_counts, rates
from giamngheo.analysis.measures.targeting import agreement_table, targeting
from giamngheo.analysis.measures.transitions import ABSENT, flow_table, flows, transition_matrix

HOUSEHOLD = {
    "id": pa.string(),
    "unit": pa.string(),
    "class": pa.string(),
    "members": pa.int32(),
    "relapsed": pa.bool_(),
}


def round_of(rows):
    """rows: (id, unit, class, members[, relapsed])."""
    full = [(*row, *(() if len(row) > 4 else (False,))) for row in rows]
    columns = {name: pa.array([row[at] for row in full], kind) for at, (name, kind) in enumerate(HOUSEHOLD.items())}
    return ibis.memtable(pa.table(columns))


def flows_of(duck, before, after, by=()):
    table = flow_table(
        round_of(before),
        round_of(after),
        id="id",
        household_class="class",
        members="members",
        relapsed="relapsed",
        by=by,
    )
    return flows(duck.ibis.to_pyarrow(table), by)


def test_rates_of_households_and_people(duck) -> None:
    rows = [("1", "A", POOR, 5), ("2", "A", NEAR_POOR, 3), ("3", "A", NOT_POOR, 2), ("4", "B", NOT_POOR, 4)]
    told = duck.ibis.to_pyarrow(class_counts(round_of(rows), "class", "members", by=["unit"]))
    found = rates(told, by=["unit"])
    assert found[("A",)].poor_rate == F(1, 3)
    assert found[("A",)].multidimensional_rate == F(2, 3)
    assert found[("B",)].poor_rate == 0
    people = rates(told, by=["unit"], unit="people")[("A",)]
    assert (people.total, people.poor_rate, people.near_poor_rate) == (10, F(1, 2), F(3, 10))
    unknown = duck.ibis.to_pyarrow(class_counts(round_of([("1", "A", "rich", 1)]), "class", "members"))
    with pytest.raises(ValueError, match="rich"):
        rates(unknown)


# Quyết định 134/QĐ-BLĐTBXH, 31/01/2024: results of the review of 2023, households and printed rates.
PUBLISHED = [
    (815_101, 771_235, 1_586_336, "2.93", "2.78", "5.71"),
    (311_981, 159_590, 471_571, "31.72", "16.22", "47.94"),
    (10_220, 6_568, 16_788, "6.84", "4.39", "11.23"),
]


@pytest.mark.parametrize("figures", PUBLISHED)
def test_published_rates_of_2023_follow_from_their_counts(figures) -> None:
    """The number of all households is not printed: some number of them gives all three printed rates."""
    poor, near_poor, both, *printed = figures
    assert poor + near_poor == both
    low, high = 0, 10**9
    for count, text in zip((poor, near_poor, both), printed, strict=True):
        low = max(low, F(count * 100) / (F(text) + F(1, 200)))
        high = min(high, F(count * 100) / (F(text) - F(1, 200)))
    assert low < high, "no number of households explains the printed rates"
    total = int((low + high) / 2)
    from giamngheo.analysis.measures.rates import Rates

    found = Rates(total, poor, near_poor)
    told = (found.poor_rate, found.near_poor_rate, found.multidimensional_rate)
    assert [percentage(rate) for rate in told] == [F(text) for text in printed]


def test_movement_of_poor_households_has_every_column(duck) -> None:
    before = [
        ("1", "A", POOR, 4), ("2", "A", POOR, 3), ("3", "A", POOR, 2), ("4", "A", POOR, 6), ("5", "A", NEAR_POOR, 5),
        ("6", "A", NOT_POOR, 1), ("7", "A", NOT_POOR, 2),
    ]  # fmt: skip
    after = [
        ("1", "A", NEAR_POOR, 4), ("2", "A", NOT_POOR, 2), ("4", "A", POOR, 7), ("5", "A", POOR, 5),
        ("6", "A", POOR, 1, True), ("7", "A", POOR, 2), ("8", "A", POOR, 9),
    ]  # fmt: skip
    (found,) = flows_of(duck, before, after).values()
    assert movement(found) == Movement(4, 1, 1, 1, 1, 1, 1, 1, 5)
    people = movement(found, unit=PEOPLE)
    assert people == Movement(15, 4, 3, 2, 5, 1, 2, 9 + 1, 24)
    assert people.balance == 0
    near = movement(found, of=NEAR_POOR)
    assert near == Movement(1, 1, 0, 0, 1, 0, 0, 0, 1)
    assert transition_matrix(found)[(NOT_POOR, POOR)] == 2
    assert transition_matrix(found)[(POOR, ABSENT)] == 1


def test_household_that_moves_leaves_one_unit_and_enters_the_other(duck) -> None:
    found = flows_of(duck, [("1", "A", POOR, 4)], [("1", "B", POOR, 4)], by=["unit"])
    assert movement(found[("A",)]) == Movement(1, 0, 0, 1, 0, 0, 0, 0, 0)
    assert movement(found[("B",)]) == Movement(0, 0, 0, 0, 0, 0, 0, 1, 1)
    (together,) = flows_of(duck, [("1", "A", POOR, 4)], [("1", "B", POOR, 4)]).values()
    assert movement(together) == Movement(1, 0, 0, 0, 0, 0, 0, 0, 1)


households = st.dictionaries(
    st.integers(1, 12).map(str),
    st.tuples(st.sampled_from("AB"), st.sampled_from(CLASSES), st.integers(1, 9), st.booleans()),
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(before=households, after=households)
def test_every_movement_balances(duck, before, after) -> None:
    found = flows_of(duck, [(k, *v) for k, v in before.items()], [(k, *v) for k, v in after.items()], by=["unit"])
    for (unit,), told in found.items():
        for of in (POOR, NEAR_POOR):
            opening = [v for v in before.values() if v[:2] == (unit, of)]
            closing = [v for v in after.values() if v[:2] == (unit, of)]
            households_row, people_row = movement(told, of), movement(told, of, PEOPLE)
            assert households_row.balance == people_row.balance == 0
            assert (households_row.opening, households_row.closing) == (len(opening), len(closing))
            assert people_row.opening == sum(v[2] for v in opening)
            assert people_row.closing == sum(v[2] for v in closing)


def test_exclusion_and_inclusion_errors(duck) -> None:
    listed = ibis.memtable(pa.table({"id": ["1", "2", "3", "4", "5"], "poor": [True, True, True, False, True]}))
    survey = ibis.memtable(pa.table({"id": ["1", "2", "3", "4", "9"], "poor": [True, True, False, True, True]}))
    table = agreement_table(listed, survey, id="id", listed_poor="poor", truly_poor="poor")
    ((found, apart),) = targeting(duck.ibis.to_pyarrow(table)).values()
    assert (found.exclusion_error, found.inclusion_error, apart) == (F(1, 3), F(1, 3), 2)
    ((none, _),) = targeting(duck.ibis.to_pyarrow(table.filter(table.listed.isnull()))).values()
    assert none.exclusion_error is None
