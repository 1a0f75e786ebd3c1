"""Whom a delivery may be entered for: those who are due it, those with a class, or everybody of a village."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.models import FundLine
from giamngheo.support.catalogue import Kind
from giamngheo.support.facts import HouseholdFacts, PersonFacts, addresses_in, gather
from giamngheo.support.queries.entitlements import Line, Received, due_in

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Candidate(NamedTuple):
    """Somebody it may be entered for. `line`: what they are due; None where nothing says so."""

    home: HouseholdFacts
    person: PersonFacts | None
    line: Line | None

    @property
    def key(self) -> str:
        return f"{self.home.pk}:{self.person.person.pk if self.person else ''}"


def candidates(
    user: User, unit: Unit, day: date, kind: Kind, *, village: int | None = None, household: int | None = None,
    everyone: bool = False,
) -> Sequence[Candidate]:  # fmt: skip
    """By village and head's name. Without `everyone`: who is due the kind and did not receive all of it; of a kind that
    a project decides, households with a class. With it: all of the village (or the one household).

    Raises OutOfScope, NotPermitted.
    """
    require(user, Permission.EDIT_SUPPORT, unit)
    due = due_in(user, unit, day, kind=kind.code, village=village).lines
    if kind.values and not everyone and household is None:
        waiting = [each for each in due if each.received != Received.WHOLE]
        return [Candidate(each.entitlement.home, each.entitlement.person, each) for each in waiting]
    homes = _homes(unit, day, village, household, everyone=everyone)
    lines = {_key(each.entitlement.home, each.entitlement.person): each for each in due}
    return [
        Candidate(home, person, lines.get(_key(home, person)))
        for home in sorted(homes, key=lambda each: (each.village, each.head_key, each.pk))
        for person in _subjects(home, kind)
    ]


def fund_lines_for(user: User, unit: Unit) -> QuerySet[FundLine]:
    """Lines of money help may come from, the newest first."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    lines = FundLine.objects.filter(unit=unit, unit__in=units).select_related("source", "node")
    return lines.order_by("-year", "source__order", "node__code")


def _homes(
    unit: Unit, day: date, village: int | None, household: int | None, *, everyone: bool
) -> list[HouseholdFacts]:
    if household is not None:
        return list(gather(unit, day, only=[household]).values())
    if everyone and village is not None:
        living = addresses_in(unit, day).filter(village=village).values_list("household", flat=True)
        return list(gather(unit, day, only=list(living)).values())
    return [each for each in gather(unit, day, village=village).values() if each.classes(day)]


def _subjects(home: HouseholdFacts, kind: Kind) -> Iterator[PersonFacts | None]:
    if kind.subject == "household":
        yield None
    else:
        yield from (each for each in home.people if each.here)


def _key(home: HouseholdFacts, person: PersonFacts | None) -> tuple[int, int | None]:
    return home.pk, person.person.pk if person else None
