"""What a line will have spent by 31 December if it goes on as it went: an interval, or nothing of too few months.

Method and limits in docs/algorithms/ledger.md. Whole đồng, no statistics: what can be said of a dozen numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# Fewer whole months say nothing of a pace; it is also the stretch the pace is taken over.
STRETCH = 3
MONTHS = 12


class Estimate(NamedTuple):
    """Disbursed by 31 December, between the slowest and the fastest stretch of this year."""

    low: int
    high: int


def estimate(months: Sequence[int], disbursed: int, remaining: int) -> Estimate | None:
    """`months`: disbursed in each whole month since January. None: too few months.

    Never above what is left to spend, never below what was disbursed.
    """
    if len(months) < STRETCH:
        return None
    left, spent = MONTHS - len(months), sum(months)
    stretches = [sum(months[start : start + STRETCH]) for start in range(len(months) - STRETCH + 1)]
    low, high = (spent + pace * left // STRETCH for pace in (min(stretches), max(stretches)))
    most = disbursed + max(0, remaining)
    return Estimate(min(max(low, disbursed), most), min(max(high, disbursed), most))


class LastYear(NamedTuple):
    """What the same project and source was given in the budget year before, and disbursed in each of its months."""

    total: int
    months: Sequence[int]


def as_last_year(last: LastYear | None, whole: int, disbursed: int, remaining: int) -> int | None:
    """Disbursed by 31 December if the months after the `whole` ones take the share of the money that they took last
    year; None where last year's ledger has no such money. Never above what there is, never below what was disbursed.
    """
    if last is None or last.total <= 0:
        return None
    total = disbursed + max(0, remaining)
    rest = max(0, sum(last.months[whole:]))
    return min(disbursed + total * rest // last.total, total)


def falls_short(found: Estimate | None, disbursed: int, remaining: int, last: int | None = None) -> int:
    """Đồng that stay unspent even at the faster of this year's fastest pace and last year's; nought where neither is
    known."""
    known = [each for each in (found.high if found else None, last) if each is not None]
    return max(0, disbursed + remaining - max(known)) if known else 0
