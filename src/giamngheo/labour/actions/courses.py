"""Planning a course, who takes part, hours and results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.labour import problems as p
from giamngheo.labour.course_rules import against_marks, against_outline, among, empty, may
from giamngheo.labour.keeping import living_in, same_person
from giamngheo.labour.models import Course, CourseKind, CourseParticipant, CourseState
from giamngheo.labour.values import Marks, Outline
from giamngheo.programme.models import WorkItem

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_ENTERING = (CourseState.PLANNED, CourseState.RUNNING)


@transaction.atomic
def plan_course(*, by: User, unit: Unit, outline: Outline) -> Course:
    """A course that is to be held. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    may(by, unit)
    title, provider, content, place = (
        squeeze(nfc(each)) for each in (outline.title, outline.provider, outline.content, outline.place)
    )
    outline = replace(outline, title=title, provider=provider, content=content, place=place)
    found = against_outline(outline)
    if outline.work_item is not None:
        of_unit = WorkItem.objects.filter(unit=unit, pk=outline.work_item).values_list("pk", flat=True)
        found += among(outline.title, (outline.work_item, list(of_unit), "đầu việc", "item of work"))
    if found:
        raise p.Refused(*found)
    values = asdict(outline)
    made = Course.objects.create(unit=unit, work_item_id=values.pop("work_item"), by=by, **values)
    record(by=by, action="labour.plan_course", subject=made, unit=unit, after={"title": made.title, "kind": made.kind})
    return made


def _locked(by: User, course: Course, *states: str) -> Course:
    """The course as it is now, for writing. Raises Refused (LABOUR-COURSE-STATE), OutOfScope, NotPermitted."""
    may(by, course.unit)
    held = Course.objects.select_for_update().get(pk=course.pk)
    if held.state not in states:
        raise p.refuse(p.COURSE_STATE, title=held.title, state=held.get_state_display())
    return held


@transaction.atomic
def add_people(*, by: User, course: Course, people: Iterable[int]) -> list[CourseParticipant]:
    """Enter people of the register, as it is on the course's first day (today where that is to come): all or none.

    Raises Refused (LABOUR-*), OutOfScope, NotPermitted.
    """
    held = _locked(by, course, *_ENTERING)
    wanted = list(dict.fromkeys(people))
    day = min(held.begins_on, timezone.localdate())
    here = living_in(by, held.unit, day, wanted, Permission.EDIT_LABOUR)
    found = [p.NOT_HERE.at(who=f"#{pk}", day=format_date(day)) for pk in wanted if pk not in here]
    now = same_person(wanted)
    there = CourseParticipant.objects.filter(course=held, person__in=list(now)).values_list("person", flat=True)
    twice = {now[pk] for pk in there if pk is not None}
    found += [
        p.COURSE_TWICE.at(who=here[pk].full_name, title=held.title) for pk in wanted if pk in twice and pk in here
    ]
    if not wanted:
        found += empty(("", "người tham gia", "A participant"))
    if found:
        raise p.Refused(*found)
    rows = [CourseParticipant(course=held, person=here[pk], by=by) for pk in wanted]
    made = CourseParticipant.objects.bulk_create(rows)
    record(by=by, action="labour.add_people", subject=held, unit=held.unit, after={"people": wanted[:1000]})
    return made


@transaction.atomic
def add_officer(*, by: User, course: Course, name: str, post: str) -> CourseParticipant:
    """Enter an officer by name and post; vocational courses take none. Raises Refused (LABOUR-*)."""
    held = _locked(by, course, *_ENTERING)
    name, post = squeeze(nfc(name))[:100], squeeze(nfc(post))[:150]
    found = empty((name, "họ và tên", "The name"), (post, "chức danh", "The post"))
    if held.kind == CourseKind.VOCATIONAL:
        found.append(p.COURSE_OFFICER.at(who=name))
    if CourseParticipant.objects.filter(course=held, person=None, name=name, post=post).exists():
        found.append(p.COURSE_TWICE.at(who=name, title=held.title))
    if found:
        raise p.Refused(*found)
    made = CourseParticipant.objects.create(course=held, name=name, post=post, by=by)
    record(by=by, action="labour.add_officer", subject=held, unit=held.unit, after={"participant": made.pk})
    return made


@transaction.atomic
def remove_participant(*, by: User, participant: CourseParticipant, reason: str) -> None:
    """Take somebody off the list who was entered by mistake, before the course closes. Raises Refused (LABOUR-*)."""
    held = _locked(by, participant.course, *_ENTERING)
    reason = squeeze(nfc(reason))
    if not reason:
        raise p.refuse(p.EMPTY, field_vi="lý do", field_en="A reason")
    before = {"participant": participant.pk, "person": participant.person_id, "result": participant.result}
    participant.delete()
    record(by=by, action="labour.remove_participant", subject=held, unit=held.unit, before=before, reason=reason)


@transaction.atomic
def mark(*, by: User, course: Course, marks: Mapping[int, Marks]) -> int:
    """Write hours and results of participants (by number of the row): all or none; how many changed.

    Raises Refused (LABOUR-*), OutOfScope, NotPermitted.
    """
    held = _locked(by, course, CourseState.RUNNING)
    tidy = {
        pk: replace(each, certificate=squeeze(nfc(each.certificate)), reason=squeeze(nfc(each.reason)))
        for pk, each in marks.items()
    }
    rows = list(CourseParticipant.objects.filter(course=held, pk__in=tidy).select_related("person"))
    known = {each.pk for each in rows}
    found = [p.NOT_HERE.at(who=f"#{pk}", day=format_date(held.begins_on)) for pk in tidy if pk not in known]
    for row in rows:
        found += against_marks(row.person.full_name if row.person else row.name, held, tidy[row.pk])
    if found:
        raise p.Refused(*found)
    for row in rows:
        for name, value in asdict(tidy[row.pk]).items():
            setattr(row, name, value)
    CourseParticipant.objects.bulk_update(rows, ["attended", "result", "certificate", "reason"])
    after = {str(row.pk): row.result for row in rows[:1000]}
    record(by=by, action="labour.mark", subject=held, unit=held.unit, after=after)
    return len(rows)
