"""How it went with a child found below the line. docs/algorithms/growth.md "Who is due, and follow-up"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from giamngheo.support.growth.judging import Grade, Judged

INDICATORS = ("stunted", "underweight", "wasted")
STEP = Decimal("0.5")  # SD by which somebody is better or worse


def outcome_of(judged: Sequence[tuple[date, Judged]]) -> str:
    """Between the first finding below the line and the last plausible score of the same indicator; "" without one."""
    for place, (_on, first) in enumerate(judged):
        names = [name for name in INDICATORS if getattr(first, name) not in (None, Grade.FINE)]
        if not names:
            continue
        later = judged[place + 1 :]
        told = [_change(name, first, [each for _day, each in later]) for name in names]
        order = ("worse", "same", "not_again", "better", "recovered")
        return min(told, key=order.index)
    return ""


def _change(name: str, first: Judged, later: Sequence[Judged]) -> str:
    graded = [each for each in later if getattr(each, name) is not None]
    if not graded:
        return "not_again"
    last = graded[-1]
    if getattr(last, name) == Grade.FINE:
        return "recovered"
    score = {"stunted": "height", "underweight": "weight", "wasted": "thinness"}[name]
    before, after = getattr(first, score).counts, getattr(last, score).counts
    if before is None or after is None:
        return "same"
    return "better" if after - before >= STEP else "worse" if before - after >= STEP else "same"
