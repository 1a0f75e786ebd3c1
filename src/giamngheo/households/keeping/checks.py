"""Whether a corrected day still fits the other rows."""

from __future__ import annotations

from datetime import date

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.households.births import earliest, printed
from giamngheo.households.keeping.standing import check_day
from giamngheo.households.models import Address, Household, Membership, Person
from giamngheo.households.problems import BEFORE_BIRTH, BEFORE_HOUSEHOLD, DAY_ORDER, Refused, refuse


def birth_fits(person: Person, birth: int | None) -> list[Finding]:
    """Nobody is a member, or dies, before their birth."""
    if not birth or birth == person.birth:
        return []
    days = [*Membership.objects.filter(person=person).values_list("valid_from", flat=True), person.died_on]
    first = min((day for day in days if day is not None), default=None)
    if first is None or earliest(birth) <= first:
        return []
    return [BEFORE_BIRTH.at(day=format_date(first), name=person.full_name, birth=printed(birth))]


def formed_fits(household: Household, formed_on: date, first: Address, moves: bool) -> None:
    """A household is formed before anything of it. `moves`: its first address begins with it, and will again."""
    check_day(formed_on)
    days = [*Membership.objects.filter(household=household).values_list("valid_from", flat=True)]
    days.append((first.valid_to or formed_on) if moves else first.valid_from)
    if min(days) < formed_on:
        raise _before(household, min(days), formed_on)


def _before(household: Household, day: date, formed_on: date) -> Refused:
    return refuse(BEFORE_HOUSEHOLD, day=format_date(day), household=str(household), formed=format_date(formed_on))


def since_fits(household: Household, person: Person, since: date, until: date | None) -> None:
    """A membership begins after household and person, and before its own end."""
    check_day(since)
    if since < household.formed_on:
        raise _before(household, since, household.formed_on)
    if person.birth and earliest(person.birth) > since:
        raise refuse(BEFORE_BIRTH, day=format_date(since), name=person.full_name, birth=printed(person.birth))
    if until is not None and until < since:
        raise refuse(DAY_ORDER, day=format_date(until), since=format_date(since))


def circumstance_fits(person: Person, since: date, until: date | None) -> None:
    """A circumstance begins after its person and before its own end, neither of them to come."""
    check_day(max(since, until or since))
    if person.birth and earliest(person.birth) > since:
        raise refuse(BEFORE_BIRTH, day=format_date(since), name=person.full_name, birth=printed(person.birth))
    if until is not None and until < since:
        raise refuse(DAY_ORDER, day=format_date(until), since=format_date(since))
