"""Entering acts of communication, voiding and replacing them; questions and answers of dialogues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.support import problems_outreach as p
from giamngheo.support.models import DialogueAnswer, DialogueQuestion, OutreachEvent, OutreachKind, ReachMethod
from giamngheo.support.problems import Refused, refuse
from giamngheo.territory.models import VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.documents.models import StoredFile
    from giamngheo.programme.models import WorkItem
    from giamngheo.territory.models import Unit

_FIRST_YEAR = 2016


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it was told; fields as `OutreachEvent`, `villages` by number."""

    kind: str
    title: str
    on: date
    topics: str
    audience: str
    reach_method: str
    reach: int | None = None
    reach_target: int | None = None
    until: date | None = None
    place: str = ""
    villages: Sequence[int] = ()
    organiser: str = ""
    link: str = ""
    work_item: WorkItem | None = None
    file: StoredFile | None = None


@transaction.atomic
def enter_outreach(*, by: User | None, unit: Unit, act: Act, instead_of: OutreachEvent | None = None) -> OutreachEvent:
    """Enter an act; `instead_of`: a void one it replaces. Raises Refused (OUTREACH-*), OutOfScope, NotPermitted."""
    _may_write(by, unit)
    found = _check(act, unit)
    if instead_of is not None and (instead_of.voided_at is None or instead_of.unit_id != unit.pk):
        found.append(p.VOIDED.at())
    if found:
        raise Refused(*found)
    made = OutreachEvent.objects.create(
        unit=unit, kind=act.kind, title=_words(act.title, 250), on=act.on, until=act.until, replaces=instead_of,
        place=_words(act.place, 200), topics=_words(act.topics, 300), audience=_words(act.audience, 300),
        reach=act.reach, reach_method=act.reach_method, reach_target=act.reach_target,
        organiser=_words(act.organiser, 200), link=_words(act.link, 300), work_item=act.work_item, file=act.file, by=by,
    )  # fmt: skip
    made.villages.set(act.villages)
    after = {"kind": made.kind, "on": made.on, "reach": made.reach, "method": made.reach_method}
    record(by=by, action="outreach.enter", subject=made, unit=unit, after=after)
    return made


@transaction.atomic
def void_outreach(*, by: User | None, event: OutreachEvent, reason: str) -> OutreachEvent:
    """Mark an act void. Raises Refused (OUTREACH-VOIDED), OutOfScope, NotPermitted."""
    _may_write(by, event.unit)
    reason = _words(reason, 300)
    if event.voided_at is not None or not reason:
        raise refuse(p.VOIDED)
    event.voided_at, event.voided_by, event.void_reason = timezone.now(), by, reason
    event.save(update_fields=("voided_at", "voided_by", "void_reason"))
    record(by=by, action="outreach.void", subject=event, unit=event.unit, reason=reason)
    return event


@transaction.atomic
def ask_in_dialogue(
    *, by: User | None, event: OutreachEvent, text: str, asked_by: str = "", asked_of: str = "",
    due_on: date | None = None,
) -> DialogueQuestion:  # fmt: skip
    """Enter a question of a dialogue. Raises Refused (OUTREACH-QUESTION), OutOfScope, NotPermitted."""
    _may_write(by, event.unit)
    text = _words(text, 1000)
    early = due_on is not None and due_on < event.on
    if not text or event.kind != OutreachKind.DIALOGUE or event.voided_at is not None or early:
        raise refuse(p.QUESTION)
    made = DialogueQuestion.objects.create(
        event=event, text=text, asked_by=_words(asked_by, 150), asked_of=_words(asked_of, 150), due_on=due_on,
        entered_by=by,
    )  # fmt: skip
    record(by=by, action="outreach.question", subject=made, unit=event.unit, after={"event": event.pk})
    return made


@transaction.atomic
def answer_question(
    *, by: User | None, question: DialogueQuestion, text: str, on: date, answered_by: str = ""
) -> DialogueAnswer:
    """Enter an answer. Raises Refused (OUTREACH-ANSWER), OutOfScope, NotPermitted."""
    _may_write(by, question.event.unit)
    text = _words(text, 2000)
    if not text or not question.event.on <= on <= timezone.localdate():
        raise refuse(p.ANSWER)
    made = DialogueAnswer.objects.create(
        question=question, text=text, on=on, answered_by=_words(answered_by, 150), entered_by=by
    )
    record(by=by, action="outreach.answer", subject=made, unit=question.event.unit, after={"question": question.pk})
    return made


def _may_write(by: User | None, unit: Unit) -> None:
    if by is not None:
        require(by, Permission.EDIT_SUPPORT, unit)


def _words(text: str, most: int) -> str:
    return squeeze(nfc(text))[:most]


def _check(act: Act, unit: Unit) -> list[Finding]:
    found = []
    if not all(map(squeeze, (act.title, act.topics, act.audience))) or act.kind not in OutreachKind.values:
        found.append(p.MISSING.at())
    last = act.until or act.on
    if act.on > timezone.localdate() or act.on.year < _FIRST_YEAR or last < act.on:
        found.append(p.DAY.at(day=format_date(last if last < act.on else act.on)))
    counted = act.reach_method in (ReachMethod.COUNTED, ReachMethod.PUBLISHED, ReachMethod.ESTIMATED)
    told = act.reach is not None and 0 <= act.reach < 10**9
    none = act.reach is None and act.reach_target is None
    if (
        act.reach_method not in ReachMethod.values
        or (counted and not told)
        or (not counted and not none)
        or (act.reach_target is not None and not 0 <= act.reach_target <= (act.reach or 0))
    ):
        found.append(p.REACH.at())
    chosen = set(act.villages)
    ours = VillageMembership.objects.filter(valid_on(act.on), village__in=chosen, commune__in=covering([unit.pk]))
    if set(ours.values_list("village", flat=True)) != chosen:
        found.append(p.VILLAGE.at(unit=unit.name))
    return found
