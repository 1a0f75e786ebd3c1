"""Households, their classes and movements of all days asked for, in one question. Prose: docs/algorithms/dashboards.md.

Written as SQL, so that what is counted three ways is joined once. Days of a row are told by two numbers: the first of
the days asked for on which it counts, and the first on which it no longer does. Own words, whole numbers and days alone
stand in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

HOMES, CLASSES, MOVED = "homes", "classes", "moved"
NONE, AWAY = "none", "away"
_BEGINS, _ENDS = ("a.valid_from", "h.formed_on"), ("a.valid_to", "h.ended_on")
_LIVING = "households_household h JOIN households_address a ON a.household_id = h.id"


class Counted(NamedTuple):
    """`what`: HOMES of `village` on each day; CLASSES: those of the class `one`; MOVED: from the state `one` of the
    last day but one to the state `other` of the last, their number first."""

    what: str
    village: int
    one: str
    other: str
    numbers: Sequence[int]


def counted(days: Sequence[date], lying: Mapping[int, Sequence[bool]], *, moves: bool = False) -> list[Counted]:
    """One query. `days`: ascending, two at least for movements. `lying`: village → whether it counts on each day; that
    is minded in movements alone, homes and classes are told of every day."""
    if not lying:
        return []
    sums = ", ".join(
        f"CAST(SUM(CASE WHEN since <= {at} AND until > {at} THEN n ELSE 0 END) AS BIGINT)" for at in range(len(days))
    )
    parts = [_homes(days, lying, sums), _classes(sums), *([_moved(len(days), lying)] if moves else [])]
    with connection.cursor() as cursor:
        cursor.execute(f"WITH held AS ({_held(days, lying)}) {' UNION ALL '.join(parts)}")
        return [Counted(what, village, one, other, rest) for what, village, one, other, *rest in cursor.fetchall()]


def _homes(days: Sequence[date], villages: Iterable[int], sums: str) -> str:
    return (
        f"SELECT '{HOMES}', village, '', '', {sums} FROM ("  # noqa: S608 own words, numbers and days
        f"SELECT a.village_id AS village, {_first(_BEGINS, days)} AS since, {_end(_ENDS, days)} AS until, COUNT(*) AS n"
        f" FROM {_LIVING} WHERE a.village_id IN ({_list(villages)}) GROUP BY 1, 2, 3) AS lived GROUP BY village"
    )


def _held(days: Sequence[date], villages: Iterable[int]) -> str:
    """Each class in each home that its household had: the days of both together, and of the home alone."""
    begins, ends = (*_BEGINS, "c.valid_from"), (*_ENDS, "c.valid_to")
    return (
        f"SELECT h.id AS household, a.village_id AS village, c.value AS value,"  # noqa: S608 own words, numbers and days
        f" {_first(begins, days)} AS since, {_end(ends, days)} AS until,"
        f" {_first(_BEGINS, days)} AS lived_since, {_end(_ENDS, days)} AS lived_until"
        f" FROM {_LIVING} JOIN review_householdclass c ON c.household_id = h.id"
        " WHERE c.path = 'poverty' AND c.person_id IS NULL AND c.voided_by_id IS NULL"
        f" AND c.valid_from <= '{days[-1]}' AND (c.valid_to IS NULL OR c.valid_to >= '{days[0]}')"
        f" AND a.village_id IN ({_list(villages)})"
    )


def _classes(sums: str) -> str:
    return (
        f"SELECT '{CLASSES}', village, value, '', {sums} FROM (SELECT village, value, since, until, COUNT(*) AS n"  # noqa: S608 own words
        " FROM held GROUP BY 1, 2, 3, 4) AS told GROUP BY village, value"
    )


def _moved(days: int, lying: Mapping[int, Sequence[bool]]) -> str:
    """Of every household that has a class on one of the two days."""
    ends, states = [], []
    for name, at in (("before", days - 2), ("after", days - 1)):
        beyond = [village for village, inside in lying.items() if not inside[at]]
        here = f" AND village NOT IN ({_list(beyond)})" if beyond else ""
        ends.append(f"MAX(CASE WHEN since <= {at} AND until > {at}{here} THEN value END) AS {name}")
        ends.append(f"MAX(CASE WHEN lived_since <= {at} AND lived_until > {at}{here} THEN 1 ELSE 0 END) AS at_{name}")
        states.append(f"COALESCE({name}, CASE at_{name} WHEN 1 THEN '{NONE}' ELSE '{AWAY}' END) AS state_{name}")
    return (
        f"SELECT '{MOVED}', 0, state_before, state_after, COUNT(*){', 0' * (days - 1)} FROM (SELECT {', '.join(states)}"  # noqa: S608 own words
        f" FROM (SELECT {', '.join(ends)} FROM held GROUP BY household) AS ends"
        " WHERE before IS NOT NULL OR after IS NOT NULL) AS told GROUP BY state_before, state_after"
    )


def _first(columns: Sequence[str], days: Sequence[date]) -> str:
    """Number of the first day on or after all of the columns."""
    tests = (" AND ".join(f"{each} <= '{day}'" for each in columns) for day in days)
    return f"CASE {' '.join(f'WHEN {test} THEN {at}' for at, test in enumerate(tests))} ELSE {len(days)} END"


def _end(columns: Sequence[str], days: Sequence[date]) -> str:
    """Number of the first day after one of the columns, which are null while nothing has ended."""
    tests = (" OR ".join(f"{each} < '{day}'" for each in columns) for day in days)
    never = " AND ".join(f"{each} IS NULL" for each in columns)
    ends = " ".join(f"WHEN {test} THEN {at}" for at, test in enumerate(tests))
    return f"CASE WHEN {never} THEN {len(days)} {ends} ELSE {len(days)} END"


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(each)) for each in numbers)
