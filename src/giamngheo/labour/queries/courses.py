"""Reads of courses: the list with its counts, one course's people with their class, follow-ups that are due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Q, QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.merged import standing
from giamngheo.households.models import Membership
from giamngheo.labour.ages import months_after
from giamngheo.labour.keeping import MONTHS, homes_seen_ever
from giamngheo.labour.models import Course, CourseFollowUp, CourseParticipant
from giamngheo.programme.models import WorkItem
from giamngheo.review.queries.classes import classes_in
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

TARGETS = ("poor", "near_poor")


class Sheet(NamedTuple):
    """People of a course the user sees. `classes`: of the household on the first day, by participant, None: not the
    user's to see. `hidden`: how many of villages the user does not see."""

    people: list[CourseParticipant]
    classes: dict[int, str] | None
    hidden: int

    @property
    def targets(self) -> int:
        """How many are of poor and near-poor households."""
        return sum(each in TARGETS for each in (self.classes or {}).values())


class CourseDue(NamedTuple):
    """A follow-up of a vocational course that is due."""

    participant: CourseParticipant
    months: int
    day: date


def courses_for(
    user: User, unit: Unit, *, year: int | None = None, kind: str = "", state: str = ""
) -> QuerySet[Course]:
    """Courses of the commune, the newest first, each with `people`, `completed`, `left`, `open`."""
    units = scope_units(user, permission=Permission.VIEW_LABOUR)
    found = Course.objects.filter(unit__in=units).filter(unit__in=covering([unit.pk]))
    if year is not None:
        found = found.filter(begins_on__lte=date(year, 12, 31), ends_on__gte=date(year, 1, 1))
    found = found.filter(**{name: value for name, value in (("kind", kind), ("state", state)) if value})

    def number(**of: str) -> Count:
        return Count("participants", filter=Q(**{f"participants__{name}": value for name, value in of.items()}))

    return found.select_related("unit", "work_item").annotate(
        people=Count("participants"), completed=number(result="completed"), left=number(result="left"),
        not_completed=number(result="not_completed"), open=number(result=""),
    )  # fmt: skip


def work_items_for(user: User, unit: Unit, year: int) -> QuerySet[WorkItem]:
    """Items of work of the year a course may be paid from."""
    units = scope_units(user, permission=Permission.VIEW_LABOUR)
    return WorkItem.objects.filter(unit__in=units, year=year).filter(unit=unit).order_by("title", "id")


def course_sheet(user: User, course: Course, day: date) -> Sheet:
    """Who takes part; people of the register only where the user sees a village they live or lived in."""
    every = CourseParticipant.objects.filter(course=course).select_related("person")
    seen = Membership.objects.filter(household__in=homes_seen_ever(user, course.unit)).values("person")
    if not can(user, Permission.VIEW_LABOUR, course.unit):
        return Sheet([], None, every.count())
    people = list(every.filter(Q(person=None) | Q(person__in=seen)))
    hidden = every.count() - len(people)
    if not can(user, Permission.VIEW_REVIEW, course.unit):
        return Sheet(people, None, hidden)
    return Sheet(people, _classes(user, course, min(course.begins_on, day), people), hidden)


def _classes(user: User, course: Course, day: date, people: list[CourseParticipant]) -> dict[int, str]:
    by_home = {each.household: each.value for each in classes_in(user, course.unit, day)}
    persons = [each.person_id for each in people if each.person_id is not None]
    rows = Membership.objects.filter(valid_on(day), person__in=persons).values_list("person", "household")
    homes = dict(rows)
    return {
        each.pk: by_home.get(homes[each.person_id], "") for each in people if each.person_id and each.person_id in homes
    }


def completed_for(user: User, unit: Unit) -> QuerySet[CourseParticipant]:
    """Who completed a closed vocational course of the commune, of villages the user sees."""
    units = scope_units(user, permission=Permission.VIEW_LABOUR)
    seen = Membership.objects.filter(household__in=homes_seen_ever(user, unit)).values("person")
    found = CourseParticipant.objects.filter(course__unit__in=units, person__in=seen, result="completed")
    found = found.filter(course__unit__in=covering([unit.pk]), course__kind="vocational", course__state="closed")
    return found.select_related("person", "course__unit").order_by("course__ends_on", "id")


def due_course_follow_ups(user: User, unit: Unit, day: date) -> list[CourseDue]:
    """Follow-ups due by `day` that nobody answered, the longest waiting first."""
    rows = list(completed_for(user, unit))
    done: dict[tuple[int, int], str] = {}
    for each in CourseFollowUp.objects.filter(participant__in=rows).order_by("id"):
        done[each.participant_id, each.months] = each.outcome
    found = [
        CourseDue(each, months, on)
        for each in rows
        for months in MONTHS
        if (on := months_after(each.course.ends_on, months)) <= day
        and done.get((each.pk, months), "not_reached") == "not_reached"
    ]
    return sorted(found, key=lambda each: (each.day, each.participant.pk, each.months))


def course_outcomes(user: User, unit: Unit, year: int) -> dict[tuple[int, str], int]:
    """How many of those who completed in a year had which outcome after which months, by the newest follow-up."""
    people = [each.pk for each in completed_for(user, unit).filter(course__ends_on__year=year)]
    newest: dict[tuple[int, int], str] = {}
    for each in CourseFollowUp.objects.filter(participant__in=people).order_by("id"):
        newest[each.participant_id, each.months] = each.outcome
    found: dict[tuple[int, str], int] = {}
    for (_pk, months), outcome in newest.items():
        found[months, outcome] = found.get((months, outcome), 0) + 1
    return found


def in_course(user: User, course: Course) -> set[int]:
    """Numbers of people of the register who take part, as they are now."""
    if not can(user, Permission.VIEW_LABOUR, course.unit):
        return set()
    rows = CourseParticipant.objects.filter(course=course, person__isnull=False).values_list("person", flat=True)
    return set(standing([each for each in rows if each is not None]).values())
