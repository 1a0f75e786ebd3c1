"""Sums as officers type them."""

import pytest

from giamngheo.office.typed import money


@pytest.mark.parametrize(("typed", "dong"), [
    ("1500000", 1_500_000), ("1.500.000", 1_500_000), ("1 500 000", 1_500_000), ("1.500.000 đồng", 1_500_000),
    ("1,5 triệu", 1_500_000), ("300 triệu đồng", 300_000_000), ("2 tỷ", 2_000_000_000), ("1.040 triệu", 1_040_000_000),
    ("", None), ("ba trăm", None), ("1.50", None), ("1,5", None), ("-5", None), ("300 hộ", None), ("12.34.567", None),
    ("9" * 16, None), ("0,0000001 triệu", None),
])  # fmt: skip
def test_money_is_read_whole_or_not_at_all(typed, dong) -> None:
    assert money(typed) == dong
