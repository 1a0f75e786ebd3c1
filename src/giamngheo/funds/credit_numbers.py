"""One figure as a list or a form writes it: a cell or words, in the unit the list is in. docs/algorithms/credit.md."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import find_quantities, format_number
from giamngheo.foundation.numbers.reading import read_numeral
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems_credit as p
from giamngheo.funds.credit import WORDS

UNITS = {"dong": 1, "nghin": 1_000, "trieu": 1_000_000}
MOST = {"count": 10**7}  # of one line; sums below 10**15 đồng
_MOST_MONEY = 10**15
_NUMERAL = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?")
_NONE = ("", "-", "–", "—", "0")


class Read(NamedTuple):
    """`value` None: not said, or `finding` tells why it cannot be read."""

    value: int | None
    finding: Finding | None = None


def read_figure(cell: object, what: str, unit: int, *, programme: str, line: int | None = None) -> Read:
    """A figure of a column (`what`: turnover, count, outstanding, overdue). `unit`: đồng in one, of sums."""
    text = squeeze(nfc(str(cell)))
    scale = 1 if what == "count" else unit
    if text in _NONE:
        return Read(None if text == "" else 0)
    vi, en = WORDS[what]
    place: dict[str, Any] = {"programme": programme, "what_vi": vi, "what_en": en, "text": text[:40]}
    if isinstance(cell, bool):
        return Read(None, p.NUMBER.at(line, **place))
    if isinstance(cell, int | float):
        # A cell holds 1040.1 as the nearest double: six decimals of what it prints are what was typed.
        value: Fraction | None = Fraction(str(round(cell, 6))) if abs(cell) < _MOST_MONEY else None
    else:
        value, other = _of_text(text, what, scale)
        if other is not None and value is not None:
            one, two = format_number(value), format_number(other)
            return Read(None, p.TWO_WAYS.at(line, one=one, other=two, **place))
        if what != "count" and _has_unit(text):
            scale = 1
    amount = value * scale if value is not None else None
    if amount is None or amount.denominator != 1 or not 0 <= amount < MOST.get(what, _MOST_MONEY):
        return Read(None, p.NUMBER.at(line, **place))
    return Read(int(amount))


def _of_text(text: str, what: str, scale: int) -> tuple[Fraction | None, Fraction | None]:
    """The value, and the other one it may be. "1,040" of a count is 1040: loans are whole."""
    if what != "count" and _has_unit(text):
        found = find_quantities(text)[0]
        return Fraction(found.value * found.scale), None if found.other is None else Fraction(found.other * found.scale)
    digits = text.replace(" ", ".") if _SPACED.fullmatch(text) else text
    read = read_numeral(digits) if _NUMERAL.fullmatch(digits) else None
    if read is None:
        return None, None
    value, other = Fraction(read[0]), read[2]
    if other is None or "," not in digits:  # 1.040: the point separates thousands
        return value, None
    if what == "count" or (value * scale).denominator != 1:
        return Fraction(other), None
    return value, Fraction(other)


def _has_unit(text: str) -> bool:
    """Words that bring their own unit: "300 triệu"."""
    found = find_quantities(text)
    return len(found) == 1 and found[0].text == text and found[0].is_money and found[0].upper is None
