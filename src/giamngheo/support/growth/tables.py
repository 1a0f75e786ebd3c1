"""WHO's tables as `tools/build_growth.py` left them: L, M, S by sex and age or height. Absent where not built."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec


class Coefficients(NamedTuple):
    """Box-Cox power, median, coefficient of variation."""

    power: float
    median: float
    spread: float


@cache
def _loaded() -> dict[str, Any] | None:
    file = files("giamngheo.support.growth") / "data" / "growth.json"
    try:
        return dict(msgspec.json.decode(file.read_bytes()))
    except FileNotFoundError:
        return None


def available() -> bool:
    """Whether the tables were built into this installation."""
    return _loaded() is not None


def coefficients(table: str, sex: str, key: Fraction) -> Coefficients | None:
    """Of a table at a day, a month or a height in cm, interpolated between two rows; None outside the table."""
    held = _loaded()
    if held is None:
        return None
    rows = held[table][sex]
    place = (key - Fraction(rows["first"])) / Fraction(rows["step"])
    at, part = int(place), float(place - int(place))
    last = len(rows["m"]) - 1
    if place < 0 or place > last:
        return None
    upper = min(at + 1, last)
    power, median, spread = (
        (rows[letter][at] + part * (rows[letter][upper] - rows[letter][at])) / scale
        for letter, scale in (("l", 10_000), ("m", 10_000), ("s", 100_000))
    )
    return Coefficients(power, median, spread)
