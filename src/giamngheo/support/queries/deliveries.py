"""The list of deliveries of a commune in a year, and what one household received."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can_everywhere, scope_units
from giamngheo.households.models import Address
from giamngheo.support.facts import standing
from giamngheo.support.models import DeliveryFile, SupportDelivery
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Household
    from giamngheo.territory.models import Unit


class Listed(NamedTuple):
    """`deliveries`: not yet read, the newest first. `money`: đồng of those that stand; `households`: that received."""

    deliveries: QuerySet[SupportDelivery]
    money: int
    households: int


def deliveries_for(user: User) -> QuerySet[SupportDelivery]:
    """Deliveries of the user's units, each with what a row of a list shows."""
    units = scope_units(user, permission=Permission.VIEW_SUPPORT)
    return SupportDelivery.objects.filter(unit__in=units).select_related(
        "unit", "household", "person", "recipient", "fund_line__source", "document", "by", "reversed_by", "work_item",
        "reverses", "sheet", "file",
    )  # fmt: skip


def delivery_with_file(user: User, pk: int) -> SupportDelivery:
    """A delivery's photo or document is for who sees the whole unit: people may be on it. Raises DoesNotExist."""
    found = deliveries_for(user).get(pk=pk, file__isnull=False)
    if not can_everywhere(user, Permission.VIEW_SUPPORT, found.unit):
        raise SupportDelivery.DoesNotExist
    return found


def more_file(user: User, pk: int) -> DeliveryFile:
    """Another of its files, for the same people. Raises DoesNotExist."""
    found = DeliveryFile.objects.select_related("delivery__unit", "file").get(pk=pk, delivery__in=deliveries_for(user))
    if not can_everywhere(user, Permission.VIEW_SUPPORT, found.delivery.unit):
        raise DeliveryFile.DoesNotExist
    return found


def files_of(user: User, delivery: SupportDelivery) -> list[DeliveryFile]:
    """What shows a delivery beside its first file."""
    found = DeliveryFile.objects.filter(delivery__in=deliveries_for(user).filter(pk=delivery.pk))
    return list(found.select_related("file"))


def listing(
    user: User, unit: Unit, year: int, *, kind: str = "", village: int | None = None, line: int | None = None
) -> Listed:
    """Deliveries of a commune (or of what it was) of a year's support, of a kind, to households of a village, from a
    fund line."""
    found = deliveries_for(user).filter(unit__in=covering([unit.pk]), year=year)
    if kind:
        found = found.filter(kind=kind)
    if line is not None:
        found = found.filter(fund_line=line)
    last = Address.objects.filter(household=OuterRef("household")).order_by("-valid_from")
    found = found.annotate(village_name=Subquery(last.values("village__name")[:1]))
    if village is not None:
        found = found.filter(household__in=Address.objects.filter(village=village).values("household"))
    totals = standing(found).order_by().aggregate(money=Sum("amount"), homes=Count("household", distinct=True))
    return Listed(found.order_by("-on", "-id"), totals["money"] or 0, totals["homes"])


def received(user: User, household: Household) -> QuerySet[SupportDelivery]:
    """What a household and its people ever received and was not taken back, the newest first."""
    return standing(deliveries_for(user)).filter(household=household).order_by("-on", "-id")


def handed_over(user: User, unit: Unit, after: date, until: date) -> dict[tuple[int, int | None, str], int]:
    """How often something was handed over in a unit (and what it was) after a day, up to another, and not taken back:
    by household, person (None: to the household) and kind. One query; nothing of units the user may not see."""
    found = standing(deliveries_for(user)).filter(unit__in=covering([unit.pk]), on__gt=after, on__lte=until)
    counted = found.order_by().values_list("household", "person", "kind").annotate(Count("pk"))
    return {(household, person, kind): number for household, person, kind, number in counted}


def handed_over_days(user: User, unit: Unit, after: date, until: date, kind: str = "") -> dict[int, list[date]]:
    """Household → days on which it or one of its people received something (of the kind) after a day, up to another,
    and it was not taken back. One query. Raises OutOfScope, NotPermitted: who may not see must not read "nothing"."""
    require(user, Permission.VIEW_SUPPORT, unit)
    found = standing(deliveries_for(user)).filter(unit__in=covering([unit.pk]), on__gt=after, on__lte=until)
    if kind:
        found = found.filter(kind=kind)
    days: dict[int, list[date]] = {}
    for household, on in found.order_by("on").values_list("household", "on"):
        days.setdefault(household, []).append(on)
    return days


def received_count(user: User, household: Household) -> int:
    """How often a household and its people received something that was not taken back, ever."""
    return standing(deliveries_for(user)).filter(household=household).count()
