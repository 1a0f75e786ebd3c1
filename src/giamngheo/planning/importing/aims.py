"""Targets of a plan: what its sentence wants to reach, at least, at most or exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giamngheo.foundation.numbers import Quantity, find_quantities
from giamngheo.planning.importing.falls import find_falls
from giamngheo.planning.importing.figures import Figure, _digits, _poverty, fits

_AIMS = (
    ("Q01", ("%", "điểm %"), r"hộ nghèo.*giảm|giảm.*tỷ lệ hộ nghèo"),
    ("S02", ("%",), r"tỷ lệ hộ nghèo.*(?:còn|dưới|ở mức)"),
    ("K01", ("hộ",), r"giảm.*hộ nghèo|hộ nghèo.*giảm"),
    ("S01", ("hộ",), r"hộ nghèo.*còn"),
    ("S04", ("người", "lao động"), r"nước ngoài|xuất khẩu lao động"),
    ("S03", ("người", "lao động"), r"việc làm"),
    ("S06", ("%",), r"bao phủ|tham gia bảo hiểm y tế|tham gia bhyt"),
    ("Q12", ("%",), r"cán bộ.*(?:bồi dưỡng|tập huấn)"),
    ("Q14", ("%",), r"qua đào tạo"),
)
_ABOUT_POOR = ("Q01", "K01", "S02", "S01")
_ENDS = {"Q01": "S02", "K01": "S01"}  # a fall told in full aims at the rate or number it ends at
_TIMES = ("năm", "tháng", "tuổi", "")
_AT_LEAST = r"ít nhất|tối thiểu|không dưới|\btrên\b|≥"
_AT_MOST = r"trở xuống|không quá|tối đa|\bdưới\b|≤"


@dataclass(frozen=True, slots=True)
class Aim:
    """A target's figure in a text; `figure.indicator` is "" where none of the catalogue fits."""

    figure: Figure
    comparator: str


def find_aims(text: str, year: int) -> Iterator[Aim]:
    """The figures of a sentence in a "Mục tiêu cụ thể" or "Chỉ tiêu" section that are aimed at: of a fall told in full
    the one it ends at, not where it began nor how far it goes."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    quantities = [each for each in find_quantities(text) if fits(each) and each.unit not in _TIMES]
    falls = {at: fall for fall in find_falls(quantities, lowered) for at in range(fall.first, fall.stop)}
    for at, quantity in enumerate(quantities):
        digits, fall = _digits().match(text, quantity.start), falls.get(at)
        if digits is None or (fall and at != fall.end):
            continue
        before, after = lowered[: quantity.start], lowered[quantity.end : quantity.end + 40]
        indicator = _indicator(quantity, f"{before} {after}")
        if fall:
            start = quantities[fall.first - 1].end if fall.first else 0
            words = lowered[start : quantities[fall.first].start]
            indicator = _ENDS.get(indicator, indicator) if _of_the_poor(words, before) else ""
        elif indicator in _ABOUT_POOR and _poverty(before) == "near":
            indicator = ""
        near = before[quantities[at - 1].end if at else 0 :]
        yield Aim(Figure(indicator, quantity, digits.start(), digits.end(), year), _comparator(near, after))


def _of_the_poor(words: str, before: str) -> bool:
    """Whether a fall is one of poor households: `words` since the figure before it say so, or name nothing else."""
    if re.sub(r"\b(?:giảm|được|từ|và|tức|cụ thể)\b|[\s(),;:]", "", words):
        return _poverty(words) == "poverty"
    return _poverty(before) == "poverty"


def _indicator(quantity: Quantity, words: str) -> str:
    for indicator, units, pattern in _AIMS:
        if quantity.unit in units and re.search(pattern, words):
            return indicator
    return ""


def _comparator(before: str, after: str) -> str:
    near = before[-25:]
    if re.search(_AT_LEAST, near) or re.match(r"\s*trở lên", after):
        return "at_least"
    if re.search(_AT_MOST, near) or re.match(r"\s*trở xuống", after):
        return "at_most"
    return "equals"
