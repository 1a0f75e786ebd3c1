"""How a figure is printed where it stands: the third part of its token, `{value:S03.2023:z2}`.

    z2      at least two digits before the comma: 1 is printed 01, as the author wrote it
    e6d1    the row holds đồng, the place prints triệu đồng (10 to the 6th) with at least one decimal

Both together are e6d1z2, "" is neither. The form says nothing about the value: two plans that differ in it alone say
the same (docs/algorithms/compose.md, guarantee 3).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from giamngheo.foundation.numbers import format_number, leading_digits


class Form(NamedTuple):
    """`digits` before the comma at least; `scale`: the place counts in 10**scale of the row's unit, with at least
    `decimals`."""

    digits: int = 1
    scale: int = 0
    decimals: int = 0

    @property
    def style(self) -> str:
        """As it stands in a token."""
        scaled = f"e{self.scale}d{self.decimals}" if self.scale else ""
        return scaled + (f"z{self.digits}" if self.digits > 1 else "")


@cache
def form_of(style: str) -> Form:
    """The form a token's style names; what is no form is the plain one."""
    match = re.fullmatch(r"(?:e(\d{1,2})d(\d))?(?:z(\d))?", style)
    if match is None:
        return Form()
    return Form(int(match[3] or 1), int(match[1] or 0), int(match[2] or 0))


def form_typed(printed: str, decimals: int, scale: int = 0) -> Form:
    """The form in which somebody wrote a figure: "05" is z2; `decimals` as read from it."""
    return Form(leading_digits(printed), scale, decimals if scale else 0)


def print_figure(value: str, decimals: int, style: str) -> str:
    """A row's value (a decimal number with a point) as the place prints it; a scaled one is never rounded."""
    form = form_of(style)
    if not form.scale:
        return format_number(Fraction(value), decimals, digits=form.digits)
    scaled, places = Fraction(value) / 10**form.scale, form.decimals
    while (scaled * 10**places).denominator != 1:
        places += 1
    return format_number(scaled, places, digits=form.digits)


def decimal_text(value: Fraction, decimals: int) -> str:
    """Fraction(111, 50), 2 -> "2.22"; `value` has no more decimals than that."""
    digits = str(abs(int(value * 10**decimals))).rjust(decimals + 1, "0")
    return ("-" if value < 0 else "") + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)
