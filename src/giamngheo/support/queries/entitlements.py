"""Who is due what on a day, who has received it, and who received what they are not due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.accounts.permissions import Permission, require
from giamngheo.support.catalogue import Kind, catalogue, kind_of
from giamngheo.support.facts import HouseholdFacts, PersonFacts, gather, standing
from giamngheo.support.judging import Entitlement, Prices, Worth, entitlements, is_due, worth
from giamngheo.support.models import SupportDelivery

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

Key = tuple[str, int, int | None]


class Received(StrEnum):
    """How far what is due was handed over in the year."""

    NOT_YET = "not_yet"
    PARTLY = "partly"
    WHOLE = "whole"


class Line(NamedTuple):
    """An entitlement, what it comes to in a year, and how far it was received. `deliveries`: those that stand."""

    entitlement: Entitlement
    worth: Worth
    received: Received
    deliveries: Sequence[SupportDelivery]


class NotDue(NamedTuple):
    """Something received by somebody who meets no condition of its kind on the day of the delivery."""

    delivery: SupportDelivery
    kind: Kind
    home: HouseholdFacts
    person: PersonFacts | None


class EntitlementList(NamedTuple):
    """Lines by village and head's name, in the catalogue's order; what was received and is not due."""

    lines: Sequence[Line]
    not_due: Sequence[NotDue]


def due_in(
    user: User, unit: Unit, day: date, *, kind: str = "", village: int | None = None, prices: Prices | None = None
) -> EntitlementList:
    """Everything due in the commune on a day, against what was handed over in its year up to that day.

    A constant number of queries. Raises OutOfScope, NotPermitted.
    """
    require(user, Permission.VIEW_SUPPORT, unit)
    kinds = [each for each in catalogue() if not kind or each.code == kind]
    homes = gather(unit, day, village=village)
    deliveries = _deliveries(unit, day, kinds, homes)
    ordered = sorted(homes.values(), key=lambda each: (each.village, each.head_key, each.pk))
    lines = [_line(due, deliveries, prices or Prices()) for home in ordered for due in entitlements(home, day, kinds)]
    return EntitlementList(lines, list(_not_due(homes, deliveries)))


def _deliveries(
    unit: Unit, day: date, kinds: Sequence[Kind], homes: dict[int, HouseholdFacts]
) -> dict[Key, list[SupportDelivery]]:
    rows = standing(SupportDelivery.objects.filter(unit=unit, year=day.year, on__lte=day))
    rows = rows.filter(kind__in=[each.code for each in kinds]).order_by("on", "id")
    found: dict[Key, list[SupportDelivery]] = defaultdict(list)
    for each in rows:
        if each.household_id in homes:
            found[each.kind, each.household_id, each.person_id].append(each)
    return found


def _line(due: Entitlement, deliveries: dict[Key, list[SupportDelivery]], prices: Prices) -> Line:
    person = due.person.person.pk if due.person else None
    held = deliveries.get((due.kind.code, due.home.pk, person), [])
    return Line(due, worth(due.kind, due.value, prices), _received(due.kind, held), held)


def _received(kind: Kind, held: Sequence[SupportDelivery]) -> Received:
    if not held:
        return Received.NOT_YET
    instalments = {each.instalment for each in held}
    return Received.WHOLE if 0 in instalments or len(instalments) >= kind.instalments else Received.PARTLY


def _not_due(homes: dict[int, HouseholdFacts], deliveries: dict[Key, list[SupportDelivery]]) -> list[NotDue]:
    found = []
    for (code, pk, person_pk), held in deliveries.items():
        kind, home = kind_of(code), homes[pk]
        person = next((each for each in home.people if each.person.pk == person_pk), None)
        if kind is None or (person is None) != (person_pk is None):
            continue
        found += [NotDue(each, kind, home, person) for each in held if is_due(home, person, kind, each.on) is False]
    return sorted(found, key=lambda each: (each.home.village, each.home.head_key, each.delivery.pk))
