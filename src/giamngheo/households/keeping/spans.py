"""Days as spans: from the first to the last, both inclusive; no last day: open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
Span = tuple[date, date | None]


def overlap(one: Span, other: Span) -> bool:
    """Whether they share a day."""
    return (other[1] is None or one[0] <= other[1]) and (one[1] is None or other[0] <= one[1])


def touch(earlier: Span, later: Span) -> bool:
    """Whether `later` begins no later than the day after `earlier` ends."""
    return earlier[1] is None or later[0] <= earlier[1] + ONE_DAY


def without(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of a span after the days of others, in order."""
    since: date = span[0]
    for first, last in sorted((each for each in taken if overlap(span, each)), key=lambda each: each[0]):
        if first > since:
            yield since, first - ONE_DAY
        if last is None:
            return
        since = max(since, last + ONE_DAY)
    if span[1] is None or since <= span[1]:
        yield since, span[1]
