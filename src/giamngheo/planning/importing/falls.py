"""A fall told in several figures: where it began, how far it goes, where it ends (docs/algorithms/import.md, 5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from giamngheo.foundation.numbers import Quantity

_YEAR = r"[\s(]*(?:(?:cuối |đầu )?năm 20\d\d)?[\s),]*"  # "1,12% (năm 2023) xuống"
_TO = _YEAR + r"(?:giảm )?(?:xuống(?: còn)?|còn)(?: ở)?(?: mức)?(?: dưới| không quá| tối đa| khoảng)?\s*"
_FROM = r"[\s,;:(]*(?:tức |cụ thể )?(?:giảm )?từ\s*"
_DIFFERENCE = r"[\s,;(]*(?:tức |tương ứng )?(?:mức )?giảm(?: được)?\s*"
_BEGINS, _BY = r"\btừ\s*$", r"\bgiảm(?: được)?\s*$"


class Fall(NamedTuple):
    """Places in a list of quantities: the figures from `first` up to, not with, `stop` are of one fall to `end`."""

    first: int
    end: int
    stop: int


def find_falls(quantities: Sequence[Quantity], lowered: str) -> list[Fall]:
    """The falls that `lowered`, a text in lower case, tells with an end and at least one figure before it."""
    falls = []
    for end in range(1, len(quantities)):
        first = end
        if _tied(quantities, lowered, end, _TO, _BEGINS):
            first = end - 1
            first -= _tied(quantities, lowered, first, _FROM, _BY)
        elif _tied(quantities, lowered, end, _TO, _BY):
            first = end - 1
        if first < end:
            falls.append(Fall(first, end, end + 1 + _difference_behind(quantities, lowered, end)))
    return falls


def _tied(quantities: Sequence[Quantity], lowered: str, at: int, between: str, lead: str) -> bool:
    """Whether nothing but `between` stands between a figure and the one before it, which `lead` leads in."""
    if not at or not _of_one_kind(quantities[at - 1], quantities[at]):
        return False
    before, here = quantities[at - 1], quantities[at]
    words = re.fullmatch(between, lowered[before.end : here.start])
    return bool(words and re.search(lead, lowered[: before.start]))


def _difference_behind(quantities: Sequence[Quantity], lowered: str, end: int) -> bool:
    """ "… xuống 0,77%, giảm 0,35 điểm %", unless that begins a fall of its own."""
    if end + 1 >= len(quantities) or not _of_one_kind(quantities[end], quantities[end + 1]):
        return False
    words = lowered[quantities[end].end : quantities[end + 1].start]
    own = re.match(r"[^,;.]*\b(?:từ|xuống|còn)\b", lowered[quantities[end + 1].end :])
    return bool(re.fullmatch(_DIFFERENCE, words) and not own)


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= {"%", "điểm %", "điểm"}
