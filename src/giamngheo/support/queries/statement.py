"""The household statement: what the treasury asks for of each who received (Thông tư 60/2026/TT-BTC Điều 3 khoản 3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation import citizen_id
from giamngheo.households.models import Address
from giamngheo.support.catalogue import Kind, kind_of
from giamngheo.support.facts import standing
from giamngheo.support.models import SupportDelivery
from giamngheo.support.problems import KIND, refuse
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class StatementRow(NamedTuple):
    """One delivery. `name`, `id`, `address`: of who received it; `for_whom`: the person it was for, where another."""

    delivery: SupportDelivery
    name: str
    id: str
    address: str
    village: str
    for_whom: str


class HouseholdStatement(NamedTuple):
    """`total`: đồng. `goods`: how much of each item by its measure."""

    unit: Unit
    kind: Kind
    year: int
    rows: Sequence[StatementRow]
    total: int
    goods: dict[tuple[str, str], Decimal]


def statement(
    user: User, unit: Unit, kind: str, year: int, village: int | None = None, *, whole_ids: bool = False
) -> HouseholdStatement:
    """Standing deliveries of a kind in a year, by village and name; ids masked unless `whole_ids`, which is asked for
    by the recorded verb alone. Raises OutOfScope, NotPermitted; Refused (SUPPORT-KIND)."""
    require(user, Permission.VIEW_SUPPORT, unit)
    known = kind_of(kind)
    if known is None or not known.is_delivered:
        raise refuse(KIND, kind=kind)
    found = standing(SupportDelivery.objects.filter(unit__in=covering([unit.pk]), kind=kind, year=year))
    found = found.select_related("recipient", "person", "fund_line__source", "document")
    deliveries = list(found)
    places = _places(deliveries)
    rows = [
        _row(each, places.get((each.household_id, each.pk)), whole_ids)
        for each in deliveries
        if village is None or _in(places.get((each.household_id, each.pk)), village)
    ]
    rows.sort(key=lambda row: (row.village, row.delivery.recipient.sort_key, row.delivery.on, row.delivery.pk))
    goods: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.delivery.quantity is not None:
            goods[row.delivery.item, row.delivery.measure] += row.delivery.quantity  # type: ignore[assignment]
    total = sum(row.delivery.amount or 0 for row in rows)
    return HouseholdStatement(unit, known, year, rows, total, dict(goods))  # type: ignore[arg-type]


def _places(deliveries: Sequence[SupportDelivery]) -> dict[tuple[int, int], Address]:
    """Where each household lived on the day of each delivery; one query."""
    addresses: dict[int, list[Address]] = {}
    homes = {each.household_id for each in deliveries}
    for place in Address.objects.filter(household__in=homes).select_related("village").order_by("valid_from"):
        addresses.setdefault(place.household_id, []).append(place)
    found = {}
    for each in deliveries:
        for place in addresses.get(each.household_id, []):
            if place.valid_from <= each.on and (place.valid_to is None or each.on <= place.valid_to):
                found[each.household_id, each.pk] = place
    return found


def _in(place: Address | None, village: int) -> bool:
    return place is not None and place.village_id == village


def _row(each: SupportDelivery, place: Address | None, whole_ids: bool) -> StatementRow:
    number = each.recipient.citizen_id
    other = each.person is not None and each.person_id != each.recipient_id
    address = ", ".join(part for part in (place.line, place.village.name) if part) if place else ""
    return StatementRow(
        each, each.recipient.full_name, citizen_id.grouped(number) if whole_ids else citizen_id.mask(number), address,
        place.village.name if place else "", each.person.full_name if each.person is not None and other else "",
    )  # fmt: skip
