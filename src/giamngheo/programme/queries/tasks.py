"""Tasks: of a unit, of a person; what was said to them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.programme.models import (
    CalendarFeed,
    CommitteeMeeting,
    PostHolder,
    Reminder,
    ReminderAddress,
    Task,
    TaskState,
)
from giamngheo.territory.queries import valid_on, with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Mine(NamedTuple):
    """What somebody is to do, by deadline; what is overdue under them; meetings of committees they sit in."""

    tasks: list[Task]
    below: list[Task]
    meetings: list[CommitteeMeeting]
    posts: list[str]


def tasks(user: User, unit: Unit | None = None) -> QuerySet[Task]:
    """Tasks of the user's units, by deadline."""
    found = Task.objects.filter(unit__in=scope_units(user, permission="view_plan"))
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    return found.select_related(
        "unit", "post__chief", "item", "meeting", "directive__document", "by"
    ).order_by("due_on", "pk")  # fmt: skip


def task_for(user: User, pk: int) -> Task | None:
    """One of theirs."""
    return tasks(user).filter(pk=pk).first()


def mine(user: User, on: date) -> Mine:
    """By the posts they hold on that day, in the units they see; four queries."""
    held = list(PostHolder.objects.filter(valid_on(on), user=user).select_related("post"))
    posts = [each.post_id for each in held]
    seen = tasks(user).filter(state=TaskState.OPEN)
    below = seen.filter(post__chief__in=posts, due_on__lt=on).exclude(post__in=posts)
    meetings = CommitteeMeeting.objects.filter(
        Q(chair__user=user) | Q(attending__user=user), unit__in=scope_units(user, permission="view_plan")
    )
    return Mine(
        list(seen.filter(post__in=posts)), list(below), list(meetings.distinct()[:50]),
        [each.post.name for each in held],
    )  # fmt: skip


def reminders_of(user: User, on: date) -> list[Reminder]:
    """What was said to them of tasks that are still open, the newest first."""
    found = Reminder.objects.filter(user=user, on__lte=on, task__in=tasks(user).filter(state=TaskState.OPEN))
    return list(found.select_related("task").order_by("-on", "-pk")[:50])


def feed_of(user: User) -> CalendarFeed | None:
    """Their calendar's address in force; one's own alone, whatever `scope_units` says."""
    if not scope_units(user).exists():
        return None
    return CalendarFeed.objects.filter(user=user, revoked_at=None).first()


def address_of(user: User) -> str:
    """Where their reminders go; only one's own is ever asked."""
    if not scope_units(user).exists():
        return ""
    found = ReminderAddress.objects.filter(user=user).first()
    return found.address if found else ""
