"""Completed years on boundary days: "Numbers and days" of docs/algorithms/standards.md."""

from datetime import date

import pytest

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import completed
from tests.unit.standards.worlds import value

ROWS = [  # birth, years, day, expected
    (20201125, 6, 20261124, False),  # the worked examples of the prose
    (20200000, 6, 20261124, None),
    (20190000, 6, 20261124, True),
    (20201124, 6, 20261124, True),  # the birthday itself
    (20201123, 6, 20261124, True),
    (20210000, 6, 20261124, False),
    (20240229, 1, 20250228, False),  # 29 February: on 1 March of a common year
    (20240229, 1, 20250301, True),
    (20240229, 4, 20280228, False),
    (20240229, 4, 20280229, True),
    (20230301, 1, 20240229, False),
    (20230228, 1, 20240229, True),
    (20250301, 1, 20260228, False),
    (20200000, 6, 20261231, True),  # on 31 December every birthday of the year has passed
    (20200000, 6, 20261230, None),
    (20200000, 6, 20260101, None),  # somebody was born on 1 January
    (20191231, 6, 20260101, True),
    (20200101, 6, 20260101, True),
    (20200102, 6, 20260101, False),
    (20261124, 0, 20261124, True),  # born today: nought years
    (20261125, 0, 20261124, False),  # not yet born
    (20260000, 0, 20261124, None),
    (19260000, 100, 20261231, True),
]


@pytest.mark.parametrize(("birth", "years", "day", "expected"), ROWS)
def test_completed_years(birth: int, years: int, day: int, expected: bool | None) -> None:
    assert completed(birth, years, day) is expected


def test_year_alone_is_unknown_exactly_while_its_birthdays_differ() -> None:
    """A year is what all its days say together: true, false, or unknown where they differ."""
    days = [20200101, 20200229, 20200630, 20201124, 20201125, 20201231]
    for day in (20251231, 20260101, 20260228, 20260301, 20261123, 20261124, 20261230, 20261231, 20270101):
        said = {completed(birth, 6, day) for birth in days}
        assert completed(20200000, 6, day) is (said.pop() if len(said) == 1 else None), day


@pytest.mark.parametrize(
    ("member", "years", "expected"),
    [
        ({"birth": 20201124}, n.Parameter("school_age"), True),
        ({"birth": 20201125}, n.Parameter("school_age"), False),
        ({}, n.Parameter("school_age"), None),
        ({"birth": 20201124}, n.Parameter("unseen_age"), None),
        ({"birth": 20201124}, n.Add((n.Parameter("school_age"), n.Constant(1))), False),
    ],
)
def test_age_of_a_member(member: dict[str, int], years: n.AnyNode, expected: bool | None) -> None:
    node = n.Any(n.AgeAtLeast(n.MemberField("birth"), years))
    assert value(node, {}, [member], day=date(2026, 11, 24)) is expected
