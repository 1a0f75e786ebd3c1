"""What the review found of given households in a year, for whoever asks them again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from giamngheo.accounts.permissions import require
from giamngheo.review.models import Assessment, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.rounds import cases_for

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

POVERTY = (RoundKind.ANNUAL, RoundKind.MONTHLY)


class Assessed(NamedTuple):
    """The last assessment on poverty of a household. `open`: indicators its answers leave open."""

    assessment: int
    on: date
    standard: str
    deprived: frozenset[str]
    open: frozenset[str]


class _Left(msgspec.Struct):
    undetermined: tuple[str, ...] = ()


def last_assessments(user: User, unit: Unit, households: Collection[int], year: int) -> dict[int, Assessed]:
    """Household → its last assessment on poverty surveyed in the year, in rounds the user sees; one query. Raises
    OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_REVIEW, unit)
    rows = Assessment.objects.filter(
        case__in=cases_for(user), case__household__in=households, case__round__kind__in=POVERTY,
        surveyed_on__year=year,
    )  # fmt: skip
    columns = ("case__household", "pk", "surveyed_on", "record__standard", "deprivations", "verdict", "typed")
    found = {}
    for home, pk, day, standard, deprived, verdict, typed in rows.order_by("surveyed_on", "pk").values_list(*columns):
        marked = "deprivations" in typed  # all the paper form's marks were copied
        left = () if marked else msgspec.json.decode(verdict, type=_Left).undetermined
        found[home] = Assessed(pk, day, standard or "", frozenset(deprived), frozenset(left))
    return found
