"""What is printed is read back, for any number and unit."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from giamngheo.foundation.numbers import find_quantities, format_money, format_number, number_words, read_words

UNITS = st.sampled_from(["hộ", "%", "triệu đồng", "tỷ đồng", "đồng", "lượt", "lao động", "điểm %", "nghìn đồng"])
DECIMALS = st.builds(
    lambda whole, places: Fraction(whole, 10**places), st.integers(0, 10**12), st.sampled_from([0, 1, 2])
)


@given(st.integers(0, 999_999_999_999))
def test_words_of_a_number_spell_it(value: int) -> None:
    assert read_words(number_words(value)) == value


@given(DECIMALS, UNITS)
def test_printed_quantity_is_read_back_exactly(value: Fraction, unit: str) -> None:
    text = f"Toàn xã có {format_number(value)} {unit} trong kỳ."
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@given(st.integers(0, 10**15))
def test_printed_money_is_read_back_in_dong(dong: int) -> None:
    (quantity,) = find_quantities(f"Kinh phí {format_money(dong)}.")
    assert quantity.amount == dong


@given(st.text(max_size=200))
def test_any_text_is_read_without_failing(text: str) -> None:
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text


@given(st.lists(st.tuples(st.integers(1, 9999), st.sampled_from(["hộ", "người", "lượt"])), max_size=8))
def test_quantities_come_in_order_without_overlap(parts: list[tuple[int, str]]) -> None:
    found = find_quantities("; ".join(f"{format_number(value)} {unit}" for value, unit in parts))
    assert [(quantity.value, quantity.unit) for quantity in found] == parts
    assert all(one.end <= other.start for one, other in pairwise(found))
