"""What the screen of the opening list shows: households of a village, or those of an Excel list, with their class."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.text import squeeze
from giamngheo.households.models import Household, Membership
from giamngheo.households.queries import households_in, search
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.opening_reading import Row, read_opening
from giamngheo.review.models import ClassPath, DecisionKind, HouseholdClass
from giamngheo.review.permissions import Permission, require
from giamngheo.review.queries.decisions import decisions_for
from giamngheo.territory.models import Unit, Village
from giamngheo.territory.queries import valid_on, with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Choice(NamedTuple):
    """A household to choose a class for. `held`: the class it has already, which leaves nothing to choose."""

    household: int
    name: str
    code: str
    address: str
    held: HouseholdClass | None
    value: str = ""


class FromList(NamedTuple):
    """An Excel list: the households found, and the rows left out."""

    choices: Sequence[Choice]
    left_out: Sequence[Row]


def choices_of(user: User, unit: Unit, village: Village, day: date) -> list[Choice]:
    """Households of a village on a day, by the names of their heads; two queries."""
    homes = list(households_in(user, unit, day, village))
    held = _held([home.pk for home in homes])
    return [_choice(home, held) for home in homes]


def homes_of(user: User, unit: Unit, keys: Sequence[int]) -> list[Household]:
    """Households by key that live in the unit today, with `head_name`, by the heads' names."""
    return list(households_in(user, unit, today()).filter(pk__in=keys))


def homes_named(user: User, unit: Unit, words: str) -> list[Household]:
    """Households that live in the unit today of whom a member's name has these words, by the heads' names."""
    people = [each.pk for each in search(user, words, unit)]  # a search entry's key is its person's
    here = Membership.objects.filter(valid_on(today()), person__in=people).values("household")
    return list(households_in(user, unit, today()).filter(pk__in=here))


def choices_named(user: User, unit: Unit, keys: Sequence[int], day: date) -> list[Choice]:
    """The same households as choices."""
    homes = list(households_in(user, unit, day).filter(pk__in=keys))
    held = _held(keys)
    return [_choice(home, held) for home in homes]


def from_list(user: User, unit: Unit, path: Path, day: date) -> FromList:
    """Raises FindingError for what is no list; OutOfScope, NotPermitted."""
    require(user, Permission.RUN_REVIEW, unit)
    rows = read_opening(unit, path, day)
    taken = [row for row in rows if row.household is not None]
    keys = [row.household for row in taken if row.household is not None]
    held, names = _held(keys), names_of(keys, day)
    codes = dict(Household.objects.filter(pk__in=keys).values_list("pk", "local_code"))
    choices = [
        Choice(
            row.household,
            names[row.household],
            codes[row.household],
            squeeze(row.village),
            held.get(row.household),
            row.value,
        )
        for row in taken
        if row.household is not None
    ]
    return FromList(choices, [row for row in rows if row.household is None])


def may_open(user: User, unit: Unit) -> bool:
    """Whether an opening list may still be entered: nothing recognised was signed here yet."""
    signed = decisions_for(user).filter(unit=unit, kind=DecisionKind.RECOGNITION, signed_at__isnull=False)
    return not signed.exists()


def issuers_of(user: User, unit: Unit) -> list[Unit]:
    """Who may have issued the decision: the unit, and the communes it was made of."""
    require(user, Permission.VIEW_REVIEW, unit)
    return sorted(with_predecessors(unit).filter(level=unit.level), key=lambda each: (each.pk != unit.pk, each.name))


def _held(keys: Sequence[int]) -> dict[int, HouseholdClass]:
    rows = HouseholdClass.objects.filter(household__in=keys, path=ClassPath.POVERTY, voided_by=None)
    return {row.household_id: row for row in rows.order_by("valid_from")}


def _choice(home: Household, held: dict[int, HouseholdClass]) -> Choice:
    name = home.head_name or str(home)  # type: ignore[attr-defined]
    return Choice(home.pk, name, home.local_code, home.address_line or "", held.get(home.pk))  # type: ignore[attr-defined]
