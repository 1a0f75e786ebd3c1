"""Livelihood projects of the user's units: the list, one project, what is due to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, F, Max, QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.programme.models import ProgrammePeriod
from giamngheo.support.conditions import Conditions, conditions
from giamngheo.support.facts import HouseholdFacts, gather, standing
from giamngheo.support.following import TIMES, Outcome, Seen, due_day, outcome
from giamngheo.support.models import (
    LivelihoodProject,
    ProjectFollowUp,
    ProjectParticipant,
    ProjectStep,
    Stage,
    SupportDelivery,
)
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_POVERTY = {"poor", "near_poor"}


class Due(NamedTuple):
    """A follow-up of a household that is not entered yet."""

    project: LivelihoodProject
    participant: ProjectParticipant
    months: int
    on: date
    head: str


class ProjectFacts(NamedTuple):
    """One project on a day. `uncounted`: deliveries that could be counted as its inputs."""

    steps: Sequence[ProjectStep]
    participants: Sequence[ProjectParticipant]
    homes: dict[int, HouseholdFacts]
    conditions: Conditions
    inputs: Sequence[SupportDelivery]
    uncounted: Sequence[SupportDelivery]
    follow_ups: Sequence[ProjectFollowUp]
    due: Sequence[Due]
    outcome: Outcome


def periods_of_money() -> list[ProgrammePeriod]:
    """Periods whose money may pay a project; known to everybody."""
    return list(ProgrammePeriod.objects.all())


def projects_for(user: User) -> QuerySet[Any]:
    """Projects of the user's units, each with its last `stage` and the number of its `households`."""
    units = scope_units(user, permission=Permission.VIEW_SUPPORT)
    return (
        LivelihoodProject.objects.filter(unit__in=units)
        .select_related("unit", "period")
        .annotate(stage=Max("steps__stage"), households=Count("participants", distinct=True))
    )


def projects_in(user: User, unit: Unit, *, stage: str = "", form: str = "") -> QuerySet[Any]:
    """Projects of a commune (or of what it was)."""
    found = projects_for(user).filter(unit__in=covering([unit.pk]))
    if stage:
        found = found.filter(stage=stage)
    return found.filter(form=form) if form else found


def participants_for(user: User) -> QuerySet[ProjectParticipant]:
    """Participants of the projects the user may see."""
    units = scope_units(user, permission=Permission.VIEW_SUPPORT)
    return ProjectParticipant.objects.filter(project__unit__in=units).select_related("project__unit", "household")


def due_follow_ups(user: User, unit: Unit, day: date) -> list[Due]:
    """Follow-ups whose day has come and that are not entered, the longest waiting first."""
    rows = list(
        participants_for(user)
        .filter(project__unit__in=covering([unit.pk]), project__steps__stage=Stage.RUNNING)
        .annotate(started=F("project__steps__on"))
        .prefetch_related("follow_ups")
    )
    homes = gather(unit, day, only=[each.household_id for each in rows]) if rows else {}
    found = [one for each in rows for one in _due(each, each.started, day, homes)]
    return sorted(found, key=lambda each: (each.on, each.participant.pk))


def project_facts(user: User, project: LivelihoodProject, day: date) -> ProjectFacts:
    """All that a project's page shows, for a project the user may see; a constant number of queries."""
    steps = list(project.steps.select_related("document", "by"))
    rows = list(participants_for(user).filter(project=project).prefetch_related("follow_ups"))
    ids = [each.household_id for each in rows]
    homes = gather(project.unit, day, only=ids) if ids else {}
    contract = next((each for each in steps if each.stage == Stage.CONTRACT), None)
    running = next((each for each in steps if each.stage == Stage.RUNNING), None)
    ledger = SupportDelivery.objects.select_related("recipient", "project_input")
    of_kind = standing(ledger).filter(household__in=ids, kind=f"livelihood_{project.form}", project_input=None)
    follow_ups = [one for each in rows for one in each.follow_ups.all()]
    due = [one for each in rows for one in _due(each, running.on, day, homes)] if running else []
    return ProjectFacts(
        steps, rows, homes, conditions(project, day),
        list(ledger.filter(project_input__project=project, reversed_by=None).order_by("on", "id")),
        list(of_kind.filter(on__gte=contract.on).order_by("on", "id")) if contract else [],
        follow_ups, due, outcome(project.state, _seen(rows, homes, steps[0].on) if steps else []),
    )  # fmt: skip


def _due(each: ProjectParticipant, started: date, day: date, homes: dict[int, HouseholdFacts]) -> list[Due]:
    entered = {one.months for one in each.follow_ups.all()}
    head = homes[each.household_id].head if each.household_id in homes else each.household.local_code
    return [
        Due(each.project, each, months, on, head)
        for months in TIMES
        if months not in entered and (on := due_day(started, months)) <= day
    ]


def _seen(rows: Sequence[ProjectParticipant], homes: dict[int, HouseholdFacts], proposed: date) -> list[Seen]:
    found = []
    for each in rows:
        last = max(each.follow_ups.all(), key=lambda one: one.months, default=None)
        if last is None:
            continue
        home = homes.get(each.household_id)
        left = bool(home and home.classes(proposed) & _POVERTY and not home.classes(last.on) & _POVERTY)
        found.append(Seen(last.income_before, last.income_after, last.running, left))
    return found
