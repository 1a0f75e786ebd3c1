"""The facts and circumstances of two people who are one. Prose: docs/algorithms/duplicates.md, "Merging"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from giamngheo.households.keeping.spans import overlap, touch
from giamngheo.households.models import Circumstance, Person

FACTS = ("full_name", "sex", "birth", "ethnic_group", "citizen_id", "phone", "died_on")
FIRST, SECOND, BOTH = "first", "second", "both"


class Fact(NamedTuple):
    """What both say; `clash`: both say something, and not the same; `open`: it clashes and nobody chose."""

    name: str
    first: Any
    second: Any
    result: Any
    clash: bool = False
    open: bool = False


class Bearing(NamedTuple):
    """A circumstance of the one person: the row it is made of, and its days. `shared`: made of rows of both."""

    row: Circumstance
    since: date
    until: date | None
    shared: bool = False


def facts(first: Person, second: Person, chosen: Mapping[str, str]) -> list[Fact]:
    """Every fact of the one person; `chosen`: column → "first" or "second"."""
    return [_fact(name, getattr(first, name), getattr(second, name), chosen.get(name, "")) for name in FACTS]


def _fact(name: str, first: Any, second: Any, side: str) -> Fact:
    if first == second or second in (None, ""):
        return Fact(name, first, second, first)
    if first in (None, ""):
        return Fact(name, first, second, second)
    if name == "birth" and (fuller := _fuller(first, second)):
        return Fact(name, first, second, fuller)
    if side in (FIRST, SECOND):
        return Fact(name, first, second, first if side == FIRST else second, clash=True)
    return Fact(name, first, second, None, clash=True, open=True)


def _fuller(first: int, second: int) -> int | None:
    """Of a year and a day of that year the day; None where they contradict."""
    year, day = sorted((first, second))
    return day if year % 10_000 == 0 and day // 10_000 == year // 10_000 else None


def disputed(first: Sequence[Circumstance], second: Sequence[Circumstance]) -> list[str]:
    """Kinds of which the two have different details on the same days."""
    found = {
        one.kind
        for one in first
        for other in second
        if one.kind == other.kind and one.detail != other.detail and overlap(_span(one), _span(other))
    }
    return sorted(found)


def borne(first: Sequence[Circumstance], second: Sequence[Circumstance], chosen: Mapping[str, str]) -> list[Bearing]:
    """The circumstances of the one person; `chosen`: kind → "first", "second" or "both", for those disputed."""
    kinds = set(disputed(first, second))
    rows = [each for each in first if not (each.kind in kinds and chosen.get(each.kind) == SECOND)]
    rows += [each for each in second if not (each.kind in kinds and chosen.get(each.kind) == FIRST)]
    found: list[Bearing] = []
    for row in sorted(rows, key=lambda each: (each.kind, each.detail, each.valid_from, each.pk)):
        last = found[-1] if found else None
        same = last is not None and (last.row.kind, last.row.detail) == (row.kind, row.detail)
        both = last is not None and (last.shared or last.row.person_id != row.person_id)
        if last is not None and same and both and touch((last.since, last.until), _span(row)):
            open_ended = last.until is None or row.valid_to is None
            until = None if open_ended else max(filter(None, (last.until, row.valid_to)))
            older = min(last.row, row, key=lambda each: (each.person_id, each.pk))
            found[-1] = Bearing(older, last.since, until, shared=True)
        else:
            found.append(Bearing(row, row.valid_from, row.valid_to))
    return found


def _span(row: Circumstance) -> tuple[date, date | None]:
    return row.valid_from, row.valid_to
