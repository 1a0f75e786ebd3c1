"""Small counts are not published: whoever knows the village would know the household.

THRESHOLD is our decision, not the law's; no text seen fixes one. A count of 1 to THRESHOLD - 1 is hidden, 0 is not.
Where one count of a column is hidden, or those hidden are together fewer than THRESHOLD, the total would give them
back: the next smallest is hidden with them. Rates of what is hidden are hidden. Published rates have DECIMALS decimals
of a percentage, halves away from zero.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

THRESHOLD = 5
DECIMALS = 2


def hidden(counts: Sequence[int], threshold: int = THRESHOLD) -> list[bool]:
    """Which counts of a column (parts of a published total) must not be shown."""
    return _completed(counts, [0 < count < threshold for count in counts], threshold)


def hidden_table(rows: Sequence[Sequence[int]], threshold: int = THRESHOLD) -> list[list[bool]]:
    """As hidden, for a table published with the totals of its rows and of its columns."""
    shape = [list(row) for row in rows]
    marks = [[0 < count < threshold for count in row] for row in shape]
    changed = True
    while changed:
        changed = False
        for line in _lines(len(shape), len(shape[0]) if shape else 0):
            counts = [shape[r][c] for r, c in line]
            now = [marks[r][c] for r, c in line]
            for (r, c), hide in zip(line, _completed(counts, now, threshold), strict=True):
                if hide and not marks[r][c]:
                    marks[r][c] = changed = True
    return marks


class Sum(NamedTuple):
    """A published total and the counts it is the sum of, by their names."""

    total: Hashable
    parts: tuple[Hashable, ...]


def hidden_related(
    counts: Mapping[Hashable, int], sums: Sequence[Sum], threshold: int = THRESHOLD
) -> frozenset[Hashable]:
    """Which of the counts must not be shown when every total, too, is one of them: no sum gives a hidden one back."""
    gone = {name for name, count in counts.items() if 0 < count < threshold}
    while True:
        more = [name for each in sums if (name := _to_hide(each, counts, gone, threshold)) is not None]
        if not more:
            return frozenset(gone)
        gone.add(more[0])


def _to_hide(each: Sum, counts: Mapping[Hashable, int], gone: set[Hashable], threshold: int) -> Hashable:
    """One more count to hide, so that the sum tells none of those hidden; None where it does not."""
    secret = [name for name in each.parts if name in gone]
    others = sorted((counts[name], str(name), name) for name in each.parts if name not in gone and counts[name] > 0)
    if each.total in gone:
        return others[0][2] if not secret and others else None
    if not secret or (len(secret) > 1 and sum(counts[name] for name in secret) >= threshold):
        return None
    return others[0][2] if others else each.total


def _lines(height: int, width: int) -> list[list[tuple[int, int]]]:
    across = [[(row, column) for column in range(width)] for row in range(height)]
    return across + [[(row, column) for row in range(height)] for column in range(width)]


def _completed(counts: Sequence[int], marks: Sequence[bool], threshold: int) -> list[bool]:
    """Hide the next smallest until what is hidden cannot be worked out from the total."""
    made = list(marks)
    while any(made):
        total = sum(count for count, hide in zip(counts, made, strict=True) if hide)
        others = [at for at, hide in enumerate(made) if not hide and counts[at] > 0]
        if (sum(made) > 1 and total >= threshold) or not others:
            break
        made[min(others, key=lambda at: (counts[at], at))] = True
    return made


def percentage(value: Fraction, decimals: int = DECIMALS) -> Fraction:
    """A share as a percentage with so many decimals, halves away from zero as offices round by hand."""
    scaled = abs(value) * 100 * 10**decimals
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return Fraction(whole, 10**decimals) * (1 if value >= 0 else -1)
