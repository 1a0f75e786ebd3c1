"""A number and what it was counted from. Pure: the value is folded from what the rows give, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.numbers.printing import round_half_up

RATE_DECIMALS = 2


class Fold(StrEnum):
    """How rows become a value: Σ above; 100 × Σ above ÷ Σ below."""

    SUM = "sum"
    SHARE = "share"


class Row(NamedTuple):
    """What one row of a register gives. `url_name`: a page of it, with its arguments and the question behind "?"."""

    title: str
    detail: str = ""
    above: Fraction | int = 0
    below: Fraction | int = 0
    url_name: str = ""
    url_args: tuple[object, ...] = ()
    url_query: Mapping[str, str] = {}


def _nothing() -> list[Row]:
    return []


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as the registers give it. `above`, `below`: the sums of the rows, counted first and listed on demand.

    `why_missing`: why there is no value; `note`: what to know of one that is there.
    """

    as_of: date
    fold: Fold = Fold.SUM
    above: Fraction | int | None = None
    below: Fraction | int = 0
    decimals: int = 0
    source: str = ""
    why_missing: str = ""
    note: str = ""
    rows: Callable[[], list[Row]] = field(default=_nothing)

    @property
    def value(self) -> Decimal | None:
        """Rounded once, half up; None where nothing is known, and for a share of nothing."""
        return None if self.above is None else fold(self.fold, self.above, self.below, self.decimals)


def fold(how: Fold, above: Fraction | int, below: Fraction | int, decimals: int) -> Decimal | None:
    """The value of the sums."""
    if how == Fold.SUM:
        return decimal_of(Fraction(above), decimals)
    return decimal_of(100 * Fraction(above) / Fraction(below), decimals) if below else None


def folded(how: Fold, rows: Iterable[Row], decimals: int) -> Decimal | None:
    """The value of listed rows, to hold against the counted one."""
    listed = list(rows)
    above = sum((Fraction(each.above) for each in listed), Fraction())
    return fold(how, above, sum((Fraction(each.below) for each in listed), Fraction()), decimals)


def decimal_of(value: Fraction, decimals: int) -> Decimal:
    """Half up, as decisions print."""
    rounded = round_half_up(value, decimals)
    return Decimal(rounded.numerator * 10**decimals // rounded.denominator).scaleb(-decimals)


def missing(day: date, why: str, source: str = "") -> Counted:
    """No value, and why."""
    return Counted(day, why_missing=why, source=source)
