"""What the review holds about some households, counted: for who is about to make one of two."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Q

from giamngheo.accounts.queries import scope_units
from giamngheo.review.models import CertificateYear, HouseholdClass, ReviewCase, RoundState
from giamngheo.review.models.kinds import FINAL
from giamngheo.review.permissions import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Touched(NamedTuple):
    """Of one household. `cases`: in all rounds; `under_way`: those of open rounds not yet at their end; `classes`: that
    hold on the day; `certificates`: blocks of years."""

    cases: int
    under_way: list[ReviewCase]
    classes: list[HouseholdClass]
    certificates: int


def touching(user: User, households: Collection[int], day: date) -> dict[int, Touched]:
    """Four queries, however many; only what lies in rounds and decisions of units whose review the user sees."""
    units = scope_units(user, permission=Permission.VIEW_REVIEW)
    cases = ReviewCase.objects.filter(household__in=households, round__unit__in=units)
    counted = dict(cases.order_by().values("household").annotate(n=Count("pk")).values_list("household", "n"))
    going = cases.filter(round__state=RoundState.OPEN).exclude(state__in=FINAL).select_related("round").order_by("pk")
    under_way = list(going)
    holds = Q(valid_from__lte=day, voided_by=None) & (Q(valid_to=None) | Q(valid_to__gte=day))
    decided = HouseholdClass.objects.filter(holds, household__in=households, begun_by__decision__unit__in=units)
    classes = list(decided.order_by("path", "pk"))
    blocks = CertificateYear.objects.filter(certificate__household__in=households, item__decision__unit__in=units)
    printed = blocks.order_by().values("certificate__household").annotate(n=Count("pk"))
    years = dict(printed.values_list("certificate__household", "n"))
    return {
        key: Touched(
            counted.get(key, 0), [each for each in under_way if each.household_id == key],
            [each for each in classes if each.household_id == key], years.get(key, 0),
        )
        for key in households
    }  # fmt: skip
