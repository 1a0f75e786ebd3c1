"""What several papers list: households with what was found, by village; counts of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.paperwork.document import Node
from giamngheo.review.papers.making import missing, table
from giamngheo.review.papers.words import Matter, capital


class Listed(NamedTuple):
    """A household (or worker) on a list. `name` "": nobody is head. `people`: members; None unknown.

    `before`, `after`: classes; `income_score`, `deprivation_score`: B1, B2; `income`: đồng a person a month;
    `deprivations`: numbers of the indicators in the certificate's order. `why`: why it is on the list.
    """

    name: str
    address: str = ""
    people: int | None = None
    before: str = "none"
    after: str = ""
    income_score: int | None = None
    deprivation_score: int | None = None
    income: int | None = None
    deprivations: tuple[int, ...] = ()
    why: str = ""

    @property
    def shown(self) -> str:
        return self.name or missing("chủ hộ")


class Group(NamedTuple):
    """The households of one village."""

    village: str
    households: tuple[Listed, ...]


class Signer(NamedTuple):
    """Who signs: name and post; "" where nobody is known."""

    name: str
    post: str = ""


Column = tuple[str, Callable[[Listed], str]]


def total(groups: Iterable[Group]) -> int:
    """How many are listed."""
    return sum(len(group.households) for group in groups)


def every(groups: Iterable[Group]) -> list[Listed]:
    """All that are listed, village by village."""
    return [each for group in groups for each in group.households]


def named_apart(households: Sequence[Listed]) -> list[str]:
    """The names; those that stand twice with their address, so that neighbours know who is meant."""
    twice = {name for name, count in Counter(each.name for each in households).items() if count > 1}
    return [
        f"{each.shown} ({each.address})" if each.name in twice and each.address else each.shown for each in households
    ]


def list_table(matter: Matter, households: Sequence[Listed], columns: Sequence[Column]) -> Node:
    """A table: running number, name, the columns asked for."""
    rows = [("STT", matter.name_column, *(title for title, _ in columns))]
    names = named_apart(households)
    for at, (name, each) in enumerate(zip(names, households, strict=True), 1):
        rows.append((str(at), name, *(show(each) for _, show in columns)))
    return table(rows)


def counts_table(matter: Matter, groups: Sequence[Group], counted: str) -> Node:
    """How many of each result in each village, and together."""
    outcomes = _occurring(matter, every(groups))
    rows = [("Thôn", counted, *(capital(matter.of_class(each)) for each in outcomes))]
    for name, households in (*groups, ("Cộng", tuple(every(groups)))):
        found = Counter(_result(each.after, matter.outcomes) for each in households)
        rows.append((name, format_number(len(households)), *(format_number(found[each]) for each in outcomes)))
    return table(rows)


def _occurring(matter: Matter, households: Sequence[Listed]) -> tuple[str, ...]:
    """The outcomes that have a column: all of poverty, of the income paths those that occur."""
    found = {_result(each.after, matter.outcomes) for each in households}
    return tuple(each for each in matter.outcomes if matter.of_poverty or each in found)


def change_table(matter: Matter, households: Sequence[Listed]) -> Node:
    """From which class to which: rows before, columns after, and together."""
    outcomes = matter.outcomes
    rows = [("Trước rà soát", *(capital(matter.of_class(each)) for each in outcomes), "Cộng")]
    found = Counter((_result(each.before, outcomes), _result(each.after, outcomes)) for each in households)
    for before in outcomes:
        row = [found[before, after] for after in outcomes]
        name = matter.was("" if before == outcomes[-1] else before)
        rows.append((name, *map(format_number, row), format_number(sum(row))))
    sums = [sum(found[before, after] for before in outcomes) for after in outcomes]
    rows.append(("Cộng", *map(format_number, sums), format_number(sum(sums))))
    return table(rows)


def count_of(matter: Matter, households: Iterable[Listed]) -> str:
    """ "5 hộ nghèo; 3 hộ cận nghèo; 2 hộ không thuộc hộ nghèo, hộ cận nghèo": results that occur, in their order."""
    found = Counter(_result(each.after, matter.outcomes) for each in households)
    return "; ".join(
        f"{format_number(found[each])} {_counted(matter, each)}" for each in matter.outcomes if found[each]
    )


def _counted(matter: Matter, value: str) -> str:
    words = matter.of_class(value)
    return words if words.startswith(matter.counted) else f"{matter.counted} {words}"


def _result(value: str, outcomes: Sequence[str]) -> str:
    """A class as one of the outcomes: what is none of them is the last, "not"."""
    return value if value in outcomes else outcomes[-1]
