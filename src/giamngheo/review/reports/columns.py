"""What a column counts, as data. Every number is the sum of what single rows give it, so a number can name its rows.

A column gives `Part`s: village, household (None: people nobody lists by name), households and people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.functional import Promise

from giamngheo.review.movements import Line
from giamngheo.review.reports.homes import Basis, Home, Living, Overlay, group_of

if TYPE_CHECKING:
    from giamngheo.review.models import Closing
    from giamngheo.review.reports.place import Place, VillageAt

Text = str | Promise


class Part(NamedTuple):
    """What one row of the data gives to a column."""

    village: int
    household: int | None
    households: int
    people: int


class Beside(NamedTuple):
    """Further columns of the lists of members, counted by who stands above the review and may read more than it.

    `given`: by household, by person (None: the household itself), a number for each of `titles`. `note`: how counted.
    """

    head: Text
    titles: tuple[Text, ...]
    given: Mapping[int, Mapping[int | None, Sequence[int]]]
    note: Text


@dataclass(frozen=True, slots=True)
class Sets:
    """Everything the tables of a unit on a day are added up from.

    `villages`: of the place, and those that lay in it on `opening_on` and left. `lines`: movements since `opening_on`;
    `closings`: where they were kept. `indicators`: of the `standard` (its title), by name, in order; `no_indicators`:
    why there are none. `ethnic_groups`: code → name. `beside`: what only the lists of members show.
    """

    place: Place
    villages: dict[int, VillageAt]
    basis: Basis
    laid: Overlay
    homes: dict[int, Home]
    living: Living
    lines: list[Line]
    opening_on: date
    closings: list[Closing] = field(default_factory=list)
    indicators: dict[str, str] = field(default_factory=dict)
    standard: str = ""
    no_indicators: str = ""
    ethnic_groups: dict[str, str] = field(default_factory=dict)
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Households (and their people) of which `where` holds. `weight`: what a household gives instead of 1, its people
    included. `people`: in a table without split, people are shown."""

    key: str
    heads: tuple[Text, ...]
    where: Callable[[Home], bool]
    people: bool = False
    weight: Callable[[Home], int] | None = None

    def parts(self, sets: Sets) -> Iterator[Part]:
        for home in sets.homes.values():
            if self.where(home):
                if self.weight is None:
                    yield Part(home.village, home.pk, 1, home.people)
                elif given := self.weight(home):
                    yield Part(home.village, home.pk, given, given)


@dataclass(frozen=True, slots=True)
class Lived:
    """Everybody who lives there; `group`: "kinh", "minority", or None for all. Its rows are the register's own list."""

    key: str
    heads: tuple[Text, ...]
    group: str | None = None
    people: bool = False

    def parts(self, sets: Sets) -> Iterator[Part]:
        for (village, group), number in sets.living.households.items():
            if self.group in (None, group):
                yield Part(village, None, number, 0)
        for (village, group), number in sets.living.people.items():
            if self.group in (None, group):
                yield Part(village, None, 0, number)


@dataclass(frozen=True, slots=True)
class Moved:
    """Movements of one class: `side` "opening", "ending", or a movement; people of who stayed go with `stayed`."""

    key: str
    heads: tuple[Text, ...]
    of_class: str
    side: str
    people: bool = False

    def parts(self, sets: Sets) -> Iterator[Part]:
        for line in sets.lines:
            if line.of_class == self.of_class:
                households, people = self.gives(line)
                if households or people:
                    yield Part(line.village, line.household, households, people)

    def gives(self, line: Line) -> tuple[int, int]:
        """Households and people of one line in this column."""
        if self.side == "opening":
            return line.opening, line.people_opening
        if self.side == "ending":
            return line.ending, line.people_ending
        if line.movement == "stayed":
            changed = {"other_decrease": line.people_lost, "other_increase": line.people_gained}
            return 0, changed.get(self.side, 0)
        return (1, line.people_lost + line.people_gained) if line.movement == self.side else (0, 0)


@dataclass(frozen=True, slots=True)
class OfGroup:
    """People of households of which `where` holds, counted by their own ethnic group."""

    key: str
    heads: tuple[Text, ...]
    where: Callable[[Home], bool]
    group: str
    people: bool = True

    def parts(self, sets: Sets) -> Iterator[Part]:
        for home in sets.homes.values():
            if self.where(home):
                number = sum(group_of(each.ethnic_group) == self.group for each in home.members)
                if number:
                    yield Part(home.village, home.pk, 0, number)


Counting = Counted | Lived | Moved | OfGroup


@dataclass(frozen=True, slots=True)
class Share:
    """100 × part / whole, two decimals. Either is any column that counts; they need not stand in the table."""

    key: str
    heads: tuple[Text, ...]
    part: Counting
    whole: Counting


Column = Counting | Share
