"""Days as spans: what overlaps, what is left."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from giamngheo.households.keeping.spans import overlap, without

START = date(2020, 1, 1)


def day(number: int) -> date:
    return START + timedelta(days=number)


def days(span, most: int = 60) -> set[int]:
    first, last = span
    return set(range((first - START).days, (most if last is None else (last - START).days) + 1))


spans = st.tuples(st.integers(0, 40), st.one_of(st.none(), st.integers(0, 15))).map(
    lambda each: (day(each[0]), None if each[1] is None else day(each[0] + each[1]))
)


@given(spans, st.lists(spans, max_size=4))
def test_what_is_left_is_every_day_nobody_took(span, taken) -> None:
    left = list(without(span, taken))
    assert set().union(*map(days, left)) == days(span) - set().union(*map(days, taken))
    assert left == sorted(left, key=lambda each: each[0])
    assert all(not overlap(one, other) for one in left for other in left if one is not other)


@given(spans, spans)
def test_spans_overlap_when_they_share_a_day(one, other) -> None:
    assert overlap(one, other) == bool(days(one) & days(other))
