"""What a part of a gift is worth: nothing is lost, nothing is made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giamngheo.funds.gifts import quantity, value_of


def test_worked_example_of_the_prose() -> None:
    assert value_of(40_00, 2_400_000, 150_00) == 640_000
    assert value_of(110_00, 1_760_000, 110_00) == 1_760_000
    assert (value_of(1, 1, 2), value_of(1, 5, 300)) == (1, 0), "half a đồng is one"
    assert quantity(12_50, "kg") == "12,5 kg"


@given(st.integers(0, 10**15), st.lists(st.integers(1, 10**6), min_size=1, max_size=8))
def test_parts_add_up_to_the_whole(balance, parts) -> None:
    left, value = sum(parts), balance
    for part in parts:
        taken = value_of(part, value, left)
        assert 0 <= taken <= value
        left, value = left - part, value - taken
    assert (left, value) == (0, 0)
