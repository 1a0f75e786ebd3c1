"""What moves between two days balances, whatever the registers say; and each kind of movement lands in its column."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.review.movements import (
    CLASSES,
    DECREASES,
    INCREASES,
    Facts,
    Held,
    Line,
    balances,
    movements,
    together,
)

PEOPLE = st.frozensets(st.integers(1, 12), max_size=6)
HELD = st.builds(Held, st.integers(1, 3), st.sampled_from(CLASSES), PEOPLE, st.none() | st.integers(0, 8))
NOW = st.builds(Held, st.integers(1, 3), st.sampled_from(CLASSES), PEOPLE, st.none())
SOME = st.frozensets(st.sampled_from(CLASSES))
FACTS = st.builds(Facts, SOME, st.booleans(), st.booleans(), st.booleans(), st.booleans(), SOME)
KEYS = st.integers(1, 12)
WORLDS = st.tuples(
    st.dictionaries(KEYS, HELD, max_size=8), st.dictionaries(KEYS, NOW, max_size=8), st.dictionaries(KEYS, FACTS)
)

CALMLY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no finding


@CALMLY
@given(WORLDS)
def test_opening_less_decreases_and_increases_is_closing(world) -> None:
    before, after, facts = world
    lines = movements(before, after, facts).lines
    for balance in (*balances(lines).values(), *(together(lines, value) for value in CLASSES)):
        assert balance.balances


@CALMLY
@given(WORLDS)
def test_both_ends_are_what_the_registers_count(world) -> None:
    before, after, facts = world
    found = balances(movements(before, after, facts).lines)
    for value in CLASSES:
        for village in (1, 2, 3):
            balance = found.get((value, village))
            old = [each for each in before.values() if (each.value, each.village) == (value, village)]
            new = [each for each in after.values() if (each.value, each.village) == (value, village)]
            if balance is None:
                assert not old
                assert not new
                continue
            assert (balance.opening, balance.closing) == (len(old), len(new))
            assert balance.people_opening == sum(each.number for each in old)
            assert balance.people_closing == sum(len(each.people) for each in new)


@CALMLY
@given(WORLDS)
def test_the_two_tables_say_the_same_of_who_changed_class(world) -> None:
    lines = movements(*world).lines

    def count(of_class: str, movement: str) -> int:
        return sum((line.of_class, line.movement) == (of_class, movement) for line in lines)

    assert count("poor", "became_near_poor") == count("near_poor", "from_poor")
    assert count("near_poor", "became_poor") == count("poor", "from_near_poor")
    assert not [
        line for line in lines if line.movement in {f"became_{line.of_class}", f"from_{line.of_class}"}
    ]  # nobody becomes what they are


@CALMLY
@given(WORLDS)
def test_every_line_keeps_what_the_database_demands(world) -> None:
    for line in movements(*world).lines:
        assert line.people_ending == line.people_opening - line.people_lost + line.people_gained
        assert min(line[4:]) >= 0
        expected = (1, 0) if line.movement in DECREASES else (0, 1) if line.movement in INCREASES else (1, 1)
        assert (line.opening, line.ending) == expected


@CALMLY
@given(WORLDS)
def test_nobody_stands_twice_on_one_side_of_a_class(world) -> None:
    lines = movements(*world).lines
    for side in ("opening", "ending"):
        counted = [(line.household, line.of_class) for line in lines if getattr(line, side)]
        assert len(counted) == len(set(counted))


def people(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


POOR, NEAR = Held(1, "poor", people(1, 2, 3)), Held(1, "near_poor", people(1, 2, 3))


@pytest.mark.parametrize(
    ("old", "new", "facts", "expected"),
    [
        (POOR, POOR, Facts(), ["poor stayed"]),
        (POOR, Held(2, "poor", people(1, 2, 3)), Facts(), ["poor other_decrease", "poor other_increase"]),
        (POOR, NEAR, Facts(), ["poor became_near_poor", "near_poor from_poor"]),
        (NEAR, POOR, Facts(), ["near_poor became_poor", "poor from_near_poor"]),
        (POOR, Held(2, "near_poor", people(1)), Facts(), ["poor became_near_poor", "near_poor from_poor"]),
        (POOR, None, Facts(taken=True), ["poor exited_above"]),
        (POOR, None, Facts(taken=True, gone=True), ["poor exited_above"]),
        (POOR, None, Facts(gone=True), ["poor other_decrease"]),
        (None, POOR, Facts(), ["poor newly"]),
        (None, POOR, Facts(earlier=frozenset({"poor"})), ["poor relapsed"]),
        (None, POOR, Facts(earlier=frozenset({"near_poor"})), ["poor newly"]),
        (None, NEAR, Facts(earlier=frozenset({"poor"})), ["near_poor relapsed"]),
        (None, NEAR, Facts(earlier=frozenset({"near_poor"})), ["near_poor relapsed"]),
        (None, POOR, Facts(came_with=True), ["poor other_increase"]),
        (None, POOR, Facts(elsewhere=True, earlier=frozenset({"poor"})), ["poor other_increase"]),
        (None, POOR, Facts(split_from=frozenset({"poor"})), ["poor other_increase"]),
        (None, POOR, Facts(split_from=frozenset({"near_poor"})), ["poor newly"]),
    ],
)
def test_each_movement_lands_in_its_column(old, new, facts, expected) -> None:
    found = movements({7: old} if old else {}, {7: new} if new else {}, {7: facts})
    assert [f"{line.of_class} {line.movement}" for line in found.lines] == expected
    assert not found.unexplained


def test_a_class_that_ended_and_nobody_says_why_is_told() -> None:
    assert movements({7: POOR}, {}, {}).unexplained == [7]


def test_members_lost_and_gained_by_who_stayed() -> None:
    now = Held(1, "poor", people(2, 3, 8, 9))
    assert movements({7: POOR}, {7: now}, {}).lines == [Line(7, 1, "poor", "stayed", 1, 1, 3, 1, 2, 4)]


@pytest.mark.parametrize(("counted", "lost", "gained"), [(5, 2, 0), (2, 0, 1)])
def test_what_was_learned_since_a_kept_closing_is_lost_or_gained(counted, lost, gained) -> None:
    """The register now says three; the kept closing had said otherwise."""
    [line] = movements({7: POOR._replace(counted=counted)}, {7: POOR}, {}).lines
    assert line[6:] == (counted, lost, gained, 3)
