"""Livelihood projects: entering one, its participants, its steps, its inputs, its follow-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import register_cited
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.support import problems_livelihood as p
from giamngheo.support.conditions import conditions
from giamngheo.support.facts import addresses_in
from giamngheo.support.following import due_day
from giamngheo.support.models import (
    LivelihoodProject,
    ProjectArea,
    ProjectFollowUp,
    ProjectForm,
    ProjectHolder,
    ProjectInput,
    ProjectParticipant,
    ProjectStep,
    Stage,
)
from giamngheo.support.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.actions import Citation
    from giamngheo.programme.models import ProgrammePeriod
    from giamngheo.support.models import SupportDelivery
    from giamngheo.territory.models import Unit


@transaction.atomic
def propose_project(
    *,
    by: User | None,
    unit: Unit,
    period: ProgrammePeriod,
    name: str,
    form: str,
    holder: str,
    holder_name: str,
    area: str,
    total: int,
    state: int,
    on: date,
    reference: str,
    direct: int | None = None,
    choosing: int | None = None,
) -> LivelihoodProject:
    """A project with its proposal, the first step. Raises Refused (SUPPORT-PROJECT-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, unit)
    name, holder_name = squeeze(nfc(name)), squeeze(nfc(holder_name))
    found = [] if name and holder_name else [p.NAME.at()]
    for value, known in ((form, ProjectForm), (holder, ProjectHolder), (area, ProjectArea)):
        if value not in known.values:
            found.append(p.CHOICE.at(value=value))
    if not (0 < state <= total < 10**15 and 0 <= (direct or 0) <= state and 0 <= (choosing or 0) <= total):
        found.append(p.MONEY.at(total=format_number(total), state=format_number(state)))
    if found:
        raise Refused(*found)
    project = LivelihoodProject.objects.create(
        unit=unit, period=period, name=name, form=form, holder=holder, holder_name=holder_name, area=area,
        total=total, state=state, direct=direct, choosing=choosing, by=by,
    )  # fmt: skip
    record(by=by, action="support.propose_project", subject=project, unit=unit, after={"total": total, "state": state})
    take_step(by=by, project=project, stage=Stage.PROPOSAL, on=on, reference=reference)
    return project


@transaction.atomic
def add_participants(
    *, by: User | None, project: LivelihoodProject, codes: Sequence[str], on: date
) -> list[ProjectParticipant]:
    """Households by their codes, those already in passed over: all or none. Raises Refused."""
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, project.unit)
    project = LivelihoodProject.objects.select_for_update(no_key=True).get(pk=project.pk)
    if project.steps.filter(stage__gte=Stage.APPROVAL).exists():
        raise refuse(p.APPROVED)
    wanted = list(dict.fromkeys(squeeze(nfc(each)) for each in codes if each.strip()))
    places = addresses_in(project.unit, on).filter(household__local_code__in=wanted).select_related("household")
    homes = {each.household.local_code: each.household for each in places}
    missing = [each for each in wanted if each not in homes]
    if missing or not wanted:
        day = format_date(on)
        raise Refused(*(p.HOUSEHOLD.at(code=each, unit=project.unit.name, day=day) for each in missing or [""]))
    there = set(project.participants.values_list("household", flat=True))
    made = ProjectParticipant.objects.bulk_create(
        [ProjectParticipant(project=project, household=homes[each]) for each in wanted if homes[each].pk not in there]
    )
    record(
        by=by, action="support.add_participants", subject=project, unit=project.unit,
        after={"households": [each.household_id for each in made]},
    )  # fmt: skip
    return made


@transaction.atomic
def take_step(
    *,
    by: User | None,
    project: LivelihoodProject,
    stage: str,
    on: date,
    reference: str,
    paper: Citation | None = None,
    note: str = "",
) -> ProjectStep:
    """The next step. Approval asks every norm first and refuses where one is broken; it needs the decision `paper`.

    Raises Refused (SUPPORT-PROJECT-*), OutOfScope, NotPermitted.
    """
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, project.unit)
    project = LivelihoodProject.objects.select_for_update(no_key=True).get(pk=project.pk)
    reference = squeeze(nfc(reference)) or (paper.symbol if paper else "")
    last = project.steps.order_by("-stage").first()
    coming = next((each for each in Stage.values if last is None or each > last.stage), None)
    label = Stage(stage).label if stage in Stage.values else stage
    if stage != coming or on > timezone.localdate() or (last is not None and on < last.on):
        raise refuse(p.ORDER, stage=label, day=format_date(on))
    if not reference or (stage == Stage.APPROVAL and paper is None):
        raise refuse(p.PAPER, stage=label)
    if stage != Stage.PROPOSAL and not project.participants.exists():
        raise refuse(p.NOBODY)
    if stage == Stage.APPROVAL:
        broken = [each for each in conditions(project, on).findings if each.severity == Severity.ERROR]
        if broken:
            raise Refused(*broken)
    document = register_cited(by=by, citations=[paper])[paper.key, paper.issued_on] if paper else None
    step = ProjectStep.objects.create(
        project=project, stage=stage, on=on, reference=reference, document=document, note=squeeze(nfc(note)), by=by
    )
    record(
        by=by, action="support.project_step", subject=step, unit=project.unit,
        after={"project": project.pk, "stage": stage, "on": on},
    )  # fmt: skip
    return step


@transaction.atomic
def count_inputs(
    *, by: User | None, project: LivelihoodProject, deliveries: Sequence[SupportDelivery]
) -> list[ProjectInput]:
    """Deliveries of the ledger counted as the project's inputs. Raises Refused, OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, project.unit)
    contract = project.steps.filter(stage=Stage.CONTRACT).first()
    homes = set(project.participants.values_list("household", flat=True))
    counted = set(ProjectInput.objects.filter(delivery__in=deliveries).values_list("delivery", flat=True))
    for each in deliveries:
        fits = each.household_id in homes and each.kind == f"livelihood_{project.form}" and each.reverses_id is None
        if contract is None or not fits or each.on < contract.on or hasattr(each, "reversed_by") or each.pk in counted:
            raise refuse(p.NOT_CONTRACTED)
    made = ProjectInput.objects.bulk_create([ProjectInput(project=project, delivery=each) for each in deliveries])
    after = {"deliveries": [each.pk for each in deliveries]}
    record(by=by, action="support.count_inputs", subject=project, unit=project.unit, after=after)
    return made


@transaction.atomic
def follow_up(
    *,
    by: User | None,
    participant: ProjectParticipant,
    months: int,
    on: date,
    income_before: int,
    income_after: int,
    running: bool,
    reason: str = "",
) -> ProjectFollowUp:
    """How a participant fares `months` after the project began to run. Raises Refused, OutOfScope, NotPermitted."""
    project = participant.project
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, project.unit)
    started = project.steps.filter(stage=Stage.RUNNING).first()
    due = due_day(started.on, months) if started and months in (6, 12, 24) else None
    twice = participant.follow_ups.filter(months=months).exists()
    if due is None or twice or not due <= on <= timezone.localdate():
        raise refuse(p.FOLLOW_UP, months=months, day=format_date(on), due=format_date(due) if due else "–")
    if not (0 <= income_before < 10**15 and 0 <= income_after < 10**15):
        raise refuse(p.INCOME)
    reason = squeeze(nfc(reason))
    if not running and not reason:
        raise refuse(p.NO_REASON)
    made = ProjectFollowUp.objects.create(
        participant=participant, months=months, on=on, income_before=income_before, income_after=income_after,
        running=running, reason=reason, by=by,
    )  # fmt: skip
    record(
        by=by, action="support.follow_up", subject=made, unit=project.unit,
        after={"project": project.pk, "months": months, "running": running},
    )  # fmt: skip
    return made
