"""Inspections a user may see: the frame of a draw, the list, one with everything in it, findings, overdue first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, F, Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.queries import households_in
from giamngheo.monitoring.framing import Framed, coded
from giamngheo.monitoring.inspecting import drawn, is_overdue
from giamngheo.monitoring.models import (
    FindingState,
    InspectedGroup,
    Inspection,
    InspectionAnswer,
    InspectionFinding,
    InspectionSample,
)
from giamngheo.monitoring.questions import asked_of
from giamngheo.review.queries.classes import classes_in
from giamngheo.support.queries import handed_over
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

YEAR = timedelta(days=365)
_POVERTY: Mapping[str, tuple[str, ...]] = {
    InspectedGroup.POOR: ("poor",), InspectedGroup.NEAR_POOR: ("near_poor",),
    InspectedGroup.EITHER: ("poor", "near_poor"),
}  # fmt: skip


class SamplePage(NamedTuple):
    """What was drawn with its answers by question. `who`: its head's name, "" for who may not see the register."""

    sample: InspectionSample
    who: str
    answers: dict[str, InspectionAnswer]

    @property
    def whole(self) -> bool:
        return all(each.code in self.answers for each in asked_of(household=self.sample.household_id is not None))


class InspectionPage(NamedTuple):
    """`same`: whether the draw made again from seed and frame gives the list that stands."""

    inspection: Inspection
    samples: list[SamplePage]
    findings: list[InspectionFinding]
    same: bool


def frame(user: User, unit: Unit, group: str, kind: str, day: date) -> dict[str, Framed]:
    """Households of the group in the unit on the day, by code: who may be drawn. A constant number of queries."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    if group == InspectedGroup.HELPED:
        require(user, Permission.VIEW_SUPPORT, unit)
        wanted = {home for home, _person, given in handed_over(user, unit, day - YEAR, day) if given == kind}
    else:
        wanted = {each.household for each in classes_in(user, unit, day) if each.value in _POVERTY[group]}
    return coded(each for each in households_in(user, unit, day) if each.pk in wanted)


def inspections_for(user: User) -> QuerySet[Inspection]:
    """Inspections of the user's units, the last first."""
    units = scope_units(user, permission=Permission.VIEW_MONITORING)
    return Inspection.objects.filter(unit__in=units).select_related("unit", "by")


def inspections_in(user: User, unit: Unit) -> QuerySet[Inspection]:
    """Those of a unit and of what it was, each with `homes`, `open_findings`."""
    still = ~Q(findings__state=FindingState.CLOSED) & Q(findings__isnull=False)
    return inspections_for(user).filter(unit__in=covering([unit.pk])).annotate(
        homes=Count("samples", filter=Q(samples__household__isnull=False), distinct=True),
        open_findings=Count("findings", filter=still, distinct=True),
    )  # fmt: skip


def findings_for(user: User) -> QuerySet[InspectionFinding]:
    """Findings of the user's units, each with where it was found and who remedies it."""
    units = scope_units(user, permission=Permission.VIEW_MONITORING)
    found = InspectionFinding.objects.filter(inspection__unit__in=units)
    return found.select_related("inspection__unit", "sample__village", "sample__household", "post", "by")


def open_findings(user: User, unit: Unit, today: date) -> list[InspectionFinding]:
    """Findings of a unit not closed, overdue ones first, then by deadline, then those nobody was given."""
    open_ones = findings_for(user).filter(inspection__unit__in=covering([unit.pk])).exclude(state=FindingState.CLOSED)
    rows = list(open_ones.order_by(F("due_on").asc(nulls_last=True), "pk"))
    return sorted(rows, key=lambda each: not is_overdue(each, today))


def overdue_findings(user: User, unit: Unit, today: date) -> QuerySet[InspectionFinding]:
    """Those whose remedy's deadline lies behind and of which nobody said it was done."""
    late = findings_for(user).filter(inspection__unit__in=covering([unit.pk]), due_on__lt=today)
    return late.filter(state=FindingState.ASSIGNED).order_by("due_on", "pk")


def overdue_number(user: User, unit: Unit, today: date) -> int:
    """How many, counted by the database for pages that only point to the list."""
    return overdue_findings(user, unit, today).count()


def inspection_page(user: User, pk: int) -> InspectionPage:
    """One of those, with everything. Raises Inspection.DoesNotExist."""
    inspection = inspections_for(user).prefetch_related("members__post").get(pk=pk)
    samples = list(inspection.samples.select_related("village", "household").prefetch_related("answers"))
    names = _names(user, inspection, samples)
    pages = [
        SamplePage(each, names.get(each.household_id or 0, ""), {one.question: one for one in each.answers.all()})
        for each in samples
    ]
    found = list(findings_for(user).filter(inspection=inspection).prefetch_related("steps__by"))
    return InspectionPage(inspection, pages, found, drawn(inspection) == [each.code for each in samples])


def _names(user: User, inspection: Inspection, samples: Sequence[InspectionSample]) -> dict[int, str]:
    """Heads of the households drawn, as they were on the day of the draw."""
    if not can(user, Permission.VIEW_HOUSEHOLD, inspection.unit):
        return {}
    wanted = [each.household_id for each in samples if each.household_id]
    homes = households_in(user, inspection.unit, inspection.drawn_on).filter(pk__in=wanted)
    return {each.pk: each.head_name or "" for each in homes}  # type: ignore[attr-defined]
