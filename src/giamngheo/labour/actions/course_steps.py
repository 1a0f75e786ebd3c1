"""The steps of a course, and asking after those who completed a vocational one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.labour import problems as p
from giamngheo.labour.course_rules import among, empty, may
from giamngheo.labour.keeping import MONTHS
from giamngheo.labour.models import (
    Course,
    CourseFollowUp,
    CourseKind,
    CourseOutcome,
    CourseParticipant,
    CourseResult,
    CourseState,
)

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def start_course(*, by: User, course: Course) -> Course:
    """Planned → running, from its first day. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    held = _held(by, course, CourseState.PLANNED)
    if held.begins_on > timezone.localdate():
        raise p.refuse(p.DAY, day=format_date(held.begins_on))
    return _step(by, held, CourseState.RUNNING)


@transaction.atomic
def close_course(*, by: User, course: Course) -> Course:
    """Running → closed, from its last day, when everybody has a result. Raises Refused (LABOUR-*)."""
    held = _held(by, course, CourseState.RUNNING)
    results = list(CourseParticipant.objects.filter(course=held).values_list("result", flat=True))
    if not results or "" in results:
        raise p.refuse(p.COURSE_OPEN, count=results.count(""), all=len(results))
    if held.ends_on > timezone.localdate():
        raise p.refuse(p.DAY, day=format_date(held.ends_on))
    return _step(by, held, CourseState.CLOSED)


@transaction.atomic
def cancel_course(*, by: User, course: Course, reason: str) -> Course:
    """Planned or running → cancelled, with a reason. Raises Refused (LABOUR-*), OutOfScope, NotPermitted."""
    held = _held(by, course, CourseState.PLANNED, CourseState.RUNNING)
    held.reason = squeeze(nfc(reason))[:300]
    if not held.reason:
        raise p.Refused(*empty((held.reason, "lý do", "A reason")))
    return _step(by, held, CourseState.CANCELLED)


def _held(by: User, course: Course, *states: str) -> Course:
    may(by, course.unit)
    held = Course.objects.select_for_update().get(pk=course.pk)
    if held.state not in states:
        raise p.refuse(p.COURSE_STATE, title=held.title, state=held.get_state_display())
    return held


def _step(by: User, held: Course, state: CourseState) -> Course:
    before, held.state = held.state, state
    held.save()
    record(
        by=by, action="labour.course_step", subject=held, unit=held.unit, before={"state": before},
        after={"state": state}, reason=held.reason,
    )  # fmt: skip
    return held


@transaction.atomic
def follow_up_course(
    *, by: User, participant: CourseParticipant, months: int, on: date, outcome: str, note: str = ""
) -> CourseFollowUp:
    """Enter what somebody does 3 or 12 months after a vocational course. Raises Refused (LABOUR-*)."""
    course = participant.course
    may(by, course.unit)
    done = course.state == CourseState.CLOSED and participant.result == CourseResult.COMPLETED
    if course.kind != CourseKind.VOCATIONAL or not done:
        raise p.refuse(p.COURSE_STATE, title=course.title, state=course.get_state_display())
    found = among(
        course.title, (months, MONTHS, "số tháng", "months"), (outcome, CourseOutcome.values, "kết quả", "outcome")
    )
    if not course.ends_on <= on <= timezone.localdate():
        found.append(p.DAY.at(day=format_date(on)))
    if found:
        raise p.Refused(*found)
    made = CourseFollowUp.objects.create(
        participant=participant, months=months, on=on, outcome=outcome, note=squeeze(nfc(note))[:300], by=by
    )
    record(by=by, action="labour.follow_up_course", subject=made, unit=course.unit, after={"outcome": outcome})
    return made
