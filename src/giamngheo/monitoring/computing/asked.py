"""What is asked of the registers: who asks, of which unit, on which day. Everything read is read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from giamngheo.accounts.permissions import Permission, require
from giamngheo.funds.queries import MatrixRow, matrix
from giamngheo.review.models import ClassPath, HouseholdClass
from giamngheo.review.queries.classes import class_counts
from giamngheo.review.reports.columns import Sets
from giamngheo.review.reports.gathering import Asked as ReportAsked
from giamngheo.review.reports.gathering import gather
from giamngheo.review.reports.homes import Living, living
from giamngheo.review.reports.place import Place, place_of
from giamngheo.territory.models import Level
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def year_of(day: date) -> int:
    """The year a value of the day closes: what is in force on 1 January is the result of the year before."""
    return day.year - 1 if (day.month, day.day) == (1, 1) else day.year


SHARED = ("place", "classes_known", "counted", "living", "sets", "money")  # the same for every village of the unit


@dataclass
class Asked:
    """One question to all registers. `village`: its key, None for the whole unit. `since`: from when people and
    households that moved are counted, 1 January by default. Not shared between people."""

    user: User
    unit: Unit
    day: date
    village: int | None = None
    since: date | None = None

    @property
    def begins(self) -> date:
        """What flows is counted from this day; money and loans always from 1 January, the day a budget year begins."""
        return self.since or date(year_of(self.day), 1, 1)

    @property
    def is_commune(self) -> bool:
        return self.unit.level == Level.COMMUNE

    def on(self, day: date) -> Asked:
        """The same of another day."""
        return Asked(self.user, self.unit, day, self.village)

    def in_village(self, village: int) -> Asked:
        """The same of one village; what was read for the whole unit is not read again."""
        made = Asked(self.user, self.unit, self.day, village, self.since)
        made.__dict__.update({name: self.__dict__[name] for name in SHARED if name in self.__dict__})
        if "before" in self.__dict__:
            made.__dict__["before"] = self.before.in_village(village)
        return made

    @cached_property
    def before(self) -> Asked:
        """The day from which what moved is counted: the result of the last year's review is in force on it."""
        return self.on(self.begins)

    @cached_property
    def place(self) -> Place:
        require(self.user, Permission.VIEW_REVIEW, self.unit)
        return place_of(self.user, self.unit, self.day)

    @cached_property
    def classes_known(self) -> bool:
        """Whether any class was in force in the unit up to the day: without one nobody knows who is poor."""
        homes = HouseholdClass.objects.filter(
            path=ClassPath.POVERTY, voided_by=None, valid_from__lte=self.day,
            household__addresses__village__in=self.place.village_ids(),
        )  # fmt: skip
        return homes.exists()

    @cached_property
    def counted(self) -> dict[tuple[str, int], tuple[int, int]]:
        """Households and people by class and village, counted by the database."""
        return class_counts(self.user, self.unit, self.day)

    @property
    def counts(self) -> dict[str, int]:
        """Households by class."""
        found: dict[str, int] = {}
        for (value, village), (homes, _people) in self.counted.items():
            if self.village in (None, village):
                found[value] = found.get(value, 0) + homes
        return found

    @cached_property
    def living(self) -> Living:
        """Everybody who lives there."""
        return living(self.place)

    def lived(self, group: str | None = None) -> int:
        """Households that live there; `group`: "minority", "kinh"."""
        return sum(
            number
            for (village, each), number in self.living.households.items()
            if self.village in (None, village) and group in (None, each)
        )

    @cached_property
    def sets(self) -> Sets:
        """Every household with a class, and what moved since 1 January."""
        require(self.user, Permission.VIEW_REVIEW, self.unit)
        return gather(self.user, ReportAsked(self.unit, self.day, self.begins))

    @cached_property
    def money(self) -> list[MatrixRow]:
        """Lines of money of the unit and what lies under it, in the day's budget year."""
        require(self.user, Permission.VIEW_FUNDS, self.unit)
        under = set(covering([self.unit.pk]).values_list("pk", flat=True))
        return [each for each in matrix(self.user, self.day.year, self.day) if each.line.unit_id in under]
