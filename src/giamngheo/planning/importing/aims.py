"""Targets of a plan: what its sentence wants to reach, at least, at most or exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giamngheo.foundation.numbers import Quantity, find_quantities
from giamngheo.planning.importing.figures import Figure, _digits, fits

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
_AT_LEAST = r"ít nhất|tối thiểu|không dưới|\btrên\b|≥"
_AT_MOST = r"trở xuống|không quá|tối đa|\bdưới\b|≤"


@dataclass(frozen=True, slots=True)
class Aim:
    """A target's figure in a text; `figure.indicator` is "" where none of the catalogue fits."""

    figure: Figure
    comparator: str


def find_aims(text: str, year: int) -> Iterator[Aim]:
    """The figures of a sentence in a "Mục tiêu cụ thể" or "Chỉ tiêu" section."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    done = 0
    for quantity in find_quantities(text):
        digits = _digits().match(text, quantity.start)
        if digits is None or not fits(quantity) or quantity.unit in ("năm", "tháng", "tuổi", ""):
            continue
        before, after = lowered[done : quantity.start], lowered[quantity.end : quantity.end + 40]
        indicator = _indicator(quantity, lowered[: quantity.start] + " " + after)
        figure = Figure(indicator, quantity, digits.start(), digits.end(), year)
        yield Aim(figure, _comparator(before, after))
        done = quantity.end


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
