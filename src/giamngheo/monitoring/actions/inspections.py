"""Inspections set out and drawn, answered; findings to their closing. docs/algorithms/inspections.md."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.inspecting import drawn
from giamngheo.monitoring.models import (
    Answered,
    FindingState,
    InspectedGroup,
    Inspection,
    InspectionAnswer,
    InspectionFinding,
    InspectionMember,
    InspectionSample,
    InspectionStep,
)
from giamngheo.monitoring.permissions import Permission, require
from giamngheo.monitoring.problems import refuse
from giamngheo.monitoring.queries.inspections import frame
from giamngheo.monitoring.questions import asked_of
from giamngheo.programme.queries import holders_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import Post
    from giamngheo.territory.models import Unit

MOST_VILLAGES, MOST_HOUSEHOLDS = 200, 100
SEED_BYTES = 8
ALLOWED = {
    FindingState.ASSIGNED: (FindingState.FOUND, FindingState.ASSIGNED, FindingState.REMEDIED),
    FindingState.REMEDIED: (FindingState.ASSIGNED,), FindingState.VERIFIED: (FindingState.REMEDIED,),
    FindingState.CLOSED: (FindingState.VERIFIED,),
}  # fmt: skip


class SetOut(NamedTuple):
    """What an inspection is. `households`: in each village drawn; `kind`: of support, of who received it; `seed`: ""
    for one of the program's."""

    title: str
    plan_paper: str
    begins: date
    ends: date
    head: Post
    team: Sequence[Post]
    group: str
    villages: int
    households: int
    kind: str = ""
    seed: str = ""


@transaction.atomic
def set_out_inspection(*, by: User, unit: Unit, plan: SetOut, today: date | None = None) -> Inspection:
    """Keep the plan and its team, and draw. Raises Refused (MONITOR-INSPECTION, MONITOR-NOBODY), OutOfScope,
    NotPermitted."""
    require(by, Permission.EDIT_MONITORING, unit)
    day = today or timezone.localdate()
    title, paper, kind = _words(plan.title, 200), _words(plan.plan_paper, 300), _kind(plan)
    sizes = 1 <= plan.villages <= MOST_VILLAGES and 1 <= plan.households <= MOST_HOUSEHOLDS
    helped = plan.group == InspectedGroup.HELPED
    if not (title and paper and sizes and plan.begins <= plan.ends and plan.group in InspectedGroup.values
            and helped == bool(kind)):  # fmt: skip
        raise refuse(p.INSPECTION)
    among = frame(by, unit, plan.group, kind, day)
    if not among:
        raise refuse(p.NOBODY, day=format_date(day), unit=unit.name)
    made = Inspection.objects.create(
        unit=unit, title=title, plan_paper=paper, begins=plan.begins, ends=plan.ends, group=plan.group,
        support_kind=kind, drawn_on=day, seed=_words(plan.seed, 60) or secrets.token_hex(SEED_BYTES),
        villages=sorted({each.village_code for each in among.values()}), households=sorted(among),
        villages_wanted=plan.villages, households_wanted=plan.households, by=by,
    )  # fmt: skip
    holders = holders_on(by, unit, plan.begins)
    for post in dict.fromkeys([plan.head, *plan.team]):
        holder = holders.get(post.pk)
        name = holder.user.full_name if holder else ""
        InspectionMember.objects.create(inspection=made, post=post, name=name, is_head=post == plan.head)
    where = {each.village_code: each.village for each in among.values()}
    InspectionSample.objects.bulk_create(
        InspectionSample(
            inspection=made, number=number, code=code, village_id=where[code.partition("/")[0]],
            household_id=among[code].household if code in among else None,
        )
        for number, code in enumerate(drawn(made), 1)
    )  # fmt: skip
    record(by=by, action="inspection.set_out", subject=made, unit=unit, after={"seed": made.seed, "frame": len(among)})
    return made


@transaction.atomic
def answer_checklist(*, by: User, sample: InspectionSample, answers: Mapping[str, tuple[str, str]]) -> int:
    """Add answers (question → value, remark) that say something new; how many. Raises Refused (MONITOR-ANSWER),
    OutOfScope, NotPermitted."""
    unit = sample.inspection.unit
    require(by, Permission.EDIT_MONITORING, unit)
    known = {each.code for each in asked_of(household=sample.household_id is not None)}
    if any(code not in known or value not in Answered.values for code, (value, _remark) in answers.items()):
        raise refuse(p.ANSWER)
    held = {each.question: (each.value, each.remark) for each in sample.answers.order_by("id")}
    said = {code: (value, _words(remark, 500)) for code, (value, remark) in answers.items()}
    new = {code: told for code, told in said.items() if held.get(code) != told}
    InspectionAnswer.objects.bulk_create(
        InspectionAnswer(sample=sample, question=code, value=value, remark=remark, by=by)
        for code, (value, remark) in new.items()
    )
    if new:
        record(by=by, action="inspection.answer", subject=sample, unit=unit, after={"questions": sorted(new)})
    return len(new)


@transaction.atomic
def add_finding(
    *, by: User, inspection: Inspection, text: str, sample: InspectionSample | None = None
) -> InspectionFinding:
    """What was found, where. Raises Refused (MONITOR-FOUND), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_MONITORING, inspection.unit)
    if not squeeze(text) or (sample is not None and sample.inspection_id != inspection.pk):
        raise refuse(p.FOUND)
    made = InspectionFinding.objects.create(inspection=inspection, sample=sample, text=_words(text, 1000), by=by)
    record(by=by, action="inspection.find", subject=made, unit=inspection.unit)
    return made


@transaction.atomic
def assign_remedy(
    *, by: User, finding: InspectionFinding, remedy: str, post: Post, due_on: date, reason: str = "",
    today: date | None = None,
) -> InspectionFinding:  # fmt: skip
    """Who does what by when; again with the reason. Raises Refused (MONITOR-REMEDY, MONITOR-FINDING-STEP), OutOfScope,
    NotPermitted."""
    held, day = _held(by, finding), today or timezone.localdate()
    again = held.state != FindingState.FOUND
    if not squeeze(remedy) or due_on < day or (again and not squeeze(reason)):
        raise refuse(p.REMEDY, day=format_date(day))
    held.remedy, held.post, held.due_on = _words(remedy, 1000), post, due_on
    return _step(by, held, FindingState.ASSIGNED, reason, assigned=True)


@transaction.atomic
def report_remedied(*, by: User, finding: InspectionFinding, told: str) -> InspectionFinding:
    """What was done. Raises Refused (MONITOR-TOLD, MONITOR-FINDING-STEP), OutOfScope, NotPermitted."""
    return _step(by, _held(by, finding), FindingState.REMEDIED, _told(told))


@transaction.atomic
def verify_remedy(*, by: User, finding: InspectionFinding, told: str) -> InspectionFinding:
    """How it was seen. Raises Refused (MONITOR-TOLD, MONITOR-FINDING-STEP), OutOfScope, NotPermitted."""
    return _step(by, _held(by, finding), FindingState.VERIFIED, _told(told))


@transaction.atomic
def close_finding(*, by: User, finding: InspectionFinding) -> InspectionFinding:
    """For ever. Raises Refused (MONITOR-FINDING-STEP), OutOfScope, NotPermitted."""
    return _step(by, _held(by, finding), FindingState.CLOSED)


def _held(by: User, finding: InspectionFinding) -> InspectionFinding:
    """The row as it stands, held until the transaction ends."""
    require(by, Permission.EDIT_MONITORING, finding.inspection.unit)
    rows = InspectionFinding.objects.select_for_update(of=("self",)).select_related("inspection__unit")
    return rows.get(pk=finding.pk)


def _step(
    by: User, finding: InspectionFinding, state: FindingState, reason: str = "", *, assigned: bool = False
) -> InspectionFinding:
    """One step of the table. `finding` is held."""
    before = finding.state
    if before not in ALLOWED[state]:
        raise refuse(p.FINDING_STEP, state=FindingState(before).label)
    finding.step += 1
    finding.state = state
    InspectionStep.objects.create(
        finding=finding, number=finding.step, from_state=before, to_state=state, reason=_words(reason, 1000), by=by,
        remedy=finding.remedy if assigned else "", due_on=finding.due_on if assigned else None,
    )  # fmt: skip
    finding.save(update_fields=("state", "step", "remedy", "post", "due_on"))
    unit = finding.inspection.unit
    record(by=by, action=f"finding.{state}", subject=finding, unit=unit, before={"state": before}, reason=reason)
    return finding


def _told(text: str) -> str:
    if not squeeze(text):
        raise refuse(p.TOLD)
    return text


def _kind(plan: SetOut) -> str:
    return _words(plan.kind, 40) if plan.group == InspectedGroup.HELPED else ""


def _words(text: str, most: int) -> str:
    return squeeze(nfc(text))[:most]
