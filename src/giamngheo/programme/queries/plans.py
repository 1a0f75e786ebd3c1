"""Reads of the programme, filtered by the units a user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.programme.models import (
    Activity,
    AnnualPlan,
    BeneficiaryGroup,
    NodeCrosswalk,
    ProgrammeNode,
    ProgrammePeriod,
)
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def plans_for(user: User, year: int | None = None) -> QuerySet[AnnualPlan]:
    """Plans of the user's units (and of what those were before a merger) in which they may see plans."""
    plans = AnnualPlan.objects.filter(commune__in=scope_units(user, permission="view_plan"))
    plans = plans.select_related("commune__parent", "period")
    return plans if year is None else plans.filter(year=year)


def plan_for(user: User, pk: int) -> AnnualPlan:
    """One plan of theirs; raises AnnualPlan.DoesNotExist for others', as if it were not there."""
    return plans_for(user).get(pk=pk)


def activities_for(user: User, unit: Unit, year: int) -> QuerySet[Activity]:
    """What the year's plans of a unit, or of what it was before a merger, promise, in their order."""
    plans = plans_for(user, year).filter(commune__in=with_predecessors(unit))
    return Activity.objects.filter(plan__in=plans.order_by()).select_related("text", "node").order_by("plan", "order")


def period_of_year(year: int) -> ProgrammePeriod | None:
    """The period a year belongs to."""
    return ProgrammePeriod.objects.filter(from_year__lte=year, to_year__gte=year).first()


def periods() -> QuerySet[ProgrammePeriod]:
    """The periods, the newest first."""
    return ProgrammePeriod.objects.order_by("-from_year")


def nodes() -> QuerySet[ProgrammeNode]:
    """The nodes of every period, each with its period."""
    return ProgrammeNode.objects.select_related("period").order_by("period__from_year", "order")


def nodes_of(period: ProgrammePeriod) -> QuerySet[ProgrammeNode]:
    """The period's tree, parents before children."""
    return period.nodes.select_related("parent").order_by("order")


def continues_as(node: ProgrammeNode) -> QuerySet[NodeCrosswalk]:
    """Where a node's work goes on in the next period; a row without `new` says that nobody knows."""
    return node.continues_as.select_related("new")


def crosswalk() -> QuerySet[NodeCrosswalk]:
    """Every step from an old node to a new one, in the order of the old tree."""
    return NodeCrosswalk.objects.select_related("old", "new").order_by("old__order", "new__order")


def groups() -> QuerySet[BeneficiaryGroup]:
    """The groups of people and bodies the programme helps."""
    return BeneficiaryGroup.objects.order_by("order")
