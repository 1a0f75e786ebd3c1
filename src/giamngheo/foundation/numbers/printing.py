"""Printing numbers as Vietnamese does: "." between thousands, "," before decimals."""

from __future__ import annotations

from fractions import Fraction

from giamngheo.foundation.numbers.quantity import Number

_SCALES = ((1_000_000_000, "tỷ đồng"), (1_000_000, "triệu đồng"), (1_000, "nghìn đồng"))


def round_half_up(value: Number, decimals: int = 0) -> Fraction:
    """`value` to `decimals` places, halves away from zero (as offices round by hand)."""
    factor = 10**decimals
    scaled = abs(Fraction(value)) * factor
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, factor)


def _places(value: Fraction) -> int:
    """Decimals needed to print `value` exactly; raises ValueError when no finite number of them does (1/3)."""
    rest: int = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        raise ValueError(f"{value} has no finite decimals: say how many to print")
    return max(twos, fives)


def format_number(value: Number, decimals: int | None = None, *, digits: int = 1) -> str:
    """1234567.5 -> "1.234.567,5". Without `decimals` prints exactly (ValueError for 1/3); with, rounds half up.

    `digits`: at least so many before the comma; 2 prints 5 as "05", the way offices write small counts."""
    places = _places(Fraction(value)) if decimals is None else decimals
    rounded = round_half_up(value, places)
    printed = str(abs(rounded.numerator) * 10**places // rounded.denominator).rjust(places + 1, "0")
    whole, rest = (printed[:-places], printed[-places:]) if places else (printed, "")
    grouped = f"{int(whole):,}".replace(",", ".").rjust(digits, "0")
    return ("-" if rounded < 0 else "") + grouped + (f",{rest}" if rest else "")


def leading_digits(printed: str) -> int:
    """How many digits stand before the comma where the author put a zero in front: 2 for "05" and "01,5", else 1."""
    whole = printed.partition(",")[0]
    return len(whole) if whole.isdigit() and whole.startswith("0") and len(whole) > 1 else 1


def format_money(dong: Number, unit: str | None = None, decimals: int | None = None) -> str:
    """An amount in đồng, in `unit` ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"), exactly unless `decimals` says.

    Without `unit`: the largest of nghìn, triệu, tỷ đồng in which the amount needs at most two decimals, else đồng.
    """
    if unit == "đồng":
        return f"{format_number(dong, decimals)} đồng"
    for scale, name in _SCALES:
        if unit == name:
            return f"{format_number(Fraction(dong) / scale, decimals)} {name}"
        if unit is None and abs(Fraction(dong)) >= scale and (Fraction(dong) / scale * 100).denominator == 1:
            return f"{format_number(Fraction(dong) / scale, decimals)} {name}"
    if unit is not None:
        raise ValueError(f"not a unit of money: {unit}")
    return f"{format_number(dong, decimals)} đồng"
