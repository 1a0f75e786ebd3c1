"""A number with its unit as it stands in a text."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

Number = int | Fraction


def exact(value: Number) -> Number:
    """The same value, as int where it is whole."""
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


class Quantity(NamedTuple):
    """`text` is `source[start:end]`, number and unit; `value` is what is printed, in `unit`.

    `unit`  normalised: "hộ", "lượt", "%", "điểm %", "triệu đồng", "triệu đồng/hộ", "nghìn hộ"; "" where none stands.
    `scale` what one `unit` is in its base unit: 1_000_000 for "triệu đồng" (base "đồng"), 1 for "hộ".
    `base`  the base unit: "đồng" for every money, "hộ" for "nghìn hộ".
    `step`  size of the last printed digit, in `unit`: 1 for "33", 1/100 for "2,22". Printed is true to half a step.
    `upper` the upper end of a range ("1,0-1,5 %"), else None.   `out_of` the whole in "15/22 hộ", else None.
    `other` the second way of reading a number whose separator is misused ("1,500"), else None.
    `spelled` the number given again in words, "22 (hai mươi hai) hộ", else None.
    `rough` the text says khoảng, gần, hơn, trên ... before the number.
    """

    value: Number
    unit: str
    start: int
    end: int
    text: str
    scale: int = 1
    base: str = ""
    step: Number = 1
    upper: Number | None = None
    out_of: Number | None = None
    other: Number | None = None
    spelled: int | None = None
    rough: bool = False

    @property
    def amount(self) -> Number:
        """Value in the base unit: đồng for money."""
        return exact(self.value * self.scale)

    @property
    def grain(self) -> Number:
        """Size of the last printed digit in the base unit."""
        return exact(self.step * self.scale)

    @property
    def is_share(self) -> bool:
        return self.unit in ("%", "điểm %")

    @property
    def is_money(self) -> bool:
        return self.base == "đồng"

    @property
    def is_count(self) -> bool:
        """Something that is counted in whole things: households, people, loans."""
        from giamngheo.foundation.numbers.units import COUNTED

        return self.base in COUNTED
