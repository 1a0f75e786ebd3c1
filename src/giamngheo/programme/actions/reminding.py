"""Reminders: worked out, written down once for ever; sending comes after (docs/algorithms/activities.md)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from giamngheo.accounts.models import User
from giamngheo.audit.actions import record
from giamngheo.foundation.workdays import working_days_between
from giamngheo.programme.models import Channel, PostHolder, Reminder, ReminderAddress, ReminderKind, Task, TaskState
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from collections.abc import Iterable

SOON = 2  # working days before the deadline


class Due(NamedTuple):
    """Who is to be told what of a task."""

    task: Task
    user: int
    kind: ReminderKind


@transaction.atomic
def remind(*, by: User | None, on: date, mail: bool) -> list[Reminder]:
    """Write down every reminder of that day that was not said before; these are the ones to send now.

    Run twice, or by two machines at once, the second writes none: a task, person, kind and deadline are unique. `mail`:
    there is a server; who gave no address finds it on their list.
    """
    found = due_reminders(on)
    said = set(
        Reminder.objects.filter(task__in={each.task.pk for each in found}).values_list(
            "task_id", "user_id", "kind", "due_on"
        )
    )
    addressed = set(ReminderAddress.objects.values_list("user_id", flat=True)) if mail else set()
    made = []
    for each in found:
        if (each.task.pk, each.user, each.kind, each.task.due_on) in said:
            continue
        channel = Channel.MAIL if each.user in addressed else Channel.LISTED
        reminder, fresh = Reminder.objects.get_or_create(
            task=each.task, user_id=each.user, kind=each.kind, due_on=each.task.due_on,
            defaults={"on": on, "channel": channel},
        )  # fmt: skip
        made += [reminder] if fresh else []
    if made:
        record(by=by, action="programme.remind", subject=None, after={"on": on, "count": len(made)})
    return made


@transaction.atomic
def mail_failed(*, by: User | None, reminders: Iterable[Reminder]) -> None:
    """These letters were refused; the reminders stay on the person's list and are not sent again."""
    pks = [each.pk for each in reminders]
    Reminder.objects.filter(pk__in=pks, channel=Channel.MAIL).update(channel=Channel.FAILED)
    record(by=by, action="programme.mail_failed", subject=None, after={"count": len(pks)})


def due_reminders(on: date) -> list[Due]:
    """Everything there is to say on a day, said before or not: in two queries."""
    tasks = list(Task.objects.filter(state=TaskState.OPEN).select_related("post", "unit"))
    active = User.objects.filter(is_active=True).values("pk")
    rows = PostHolder.objects.filter(valid_on(on), user__in=active).values_list("post_id", "user_id")
    holder = dict(rows)
    found = []
    for task in tasks:
        kind = _kind(task, on)
        if kind and task.post_id in holder:
            found.append(Due(task, holder[task.post_id], kind))
        chief = task.post.chief_id
        if kind == ReminderKind.OVERDUE and chief in holder and holder[chief] != holder.get(task.post_id):
            found.append(Due(task, holder[chief], ReminderKind.ESCALATED))
    return found


def _kind(task: Task, on: date) -> ReminderKind | None:
    if on > task.due_on:
        return ReminderKind.OVERDUE
    left = working_days_between(on, task.due_on) if (task.due_on - on).days < 30 else SOON + 1
    return ReminderKind.SOON if on >= task.given_on and left <= SOON else None
