"""Tasks given, their deadlines moved, done or dropped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.audit.actions import record
from giamngheo.programme.keeping import has_come, in_order, line, own_post, tidy, words
from giamngheo.programme.models import CommitteeMeeting, Directive, PostHolder, Task, TaskState, WorkItem
from giamngheo.programme.problems import NO_REASON, PLACE, STATE, refuse
from giamngheo.territory.queries import valid_on, with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import Post
    from giamngheo.territory.models import Unit

_STEPS = {
    TaskState.OPEN: (TaskState.DONE, TaskState.DROPPED),
    TaskState.DONE: (TaskState.OPEN,),
    TaskState.DROPPED: (TaskState.OPEN,),
}


@transaction.atomic
def give_task(
    *,
    by: User,
    unit: Unit,
    title: str,
    post: Post,
    given_on: date,
    due_on: date,
    origin: WorkItem | CommitteeMeeting | Directive | None = None,
) -> Task:
    """`post` is to do it by that day. Raises WORK-EMPTY, WORK-DATES, WORK-PLACE; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, unit)
    own_post(post, unit)
    in_order(given_on, due_on)
    if origin is not None and not with_predecessors(unit).filter(pk=origin.unit_id).exists():
        raise refuse(PLACE, what_vi="Nơi giao việc", what_en="origin of the task")
    task = Task.objects.create(
        unit=unit, title=line(title, ("việc phải làm", "task"), most=500), post=post, given_on=given_on,
        due_on=due_on, by=by, item=origin if isinstance(origin, WorkItem) else None,
        meeting=origin if isinstance(origin, CommitteeMeeting) else None,
        directive=origin if isinstance(origin, Directive) else None,
    )  # fmt: skip
    after = {"title": task.title, "post": post.name, "due": due_on}
    record(by=by, action="programme.give_task", subject=task, unit=unit, after=after)
    return task


@transaction.atomic
def set_task_state(*, by: User, task: Task, state: str, on: date, note: str = "") -> Task:
    """Done on a day, dropped, or open again. By who may edit the plan; whoever holds the post may say it is done.

    Raises WORK-STATE, WORK-NO-REASON, WORK-FUTURE, WORK-DATES; OutOfScope, NotPermitted.
    """
    if not (state == TaskState.DONE and may_finish(by, task)):
        require(by, Permission.EDIT_PLAN, task.unit)
    found, note = _locked(task), tidy(note)
    if state not in _STEPS[TaskState(found.state)]:
        now, then = words(TaskState(found.state)), words(TaskState(state)) if state in TaskState.values else ("?", "?")
        raise refuse(STATE, title=found.title, now_vi=now[0], now_en=now[1], next_vi=then[0], next_en=then[1])
    if state != TaskState.DONE and not note:
        raise refuse(NO_REASON)
    if state == TaskState.DONE:
        has_come(on)
        in_order(found.given_on, on)
    before, found.state, found.state_note = found.state, state, note
    found.done_on = on if state == TaskState.DONE else None
    _save(by, found)
    record(
        by=by, action="programme.set_task_state", subject=found, unit=found.unit, before={"state": before},
        after={"state": state, "on": on}, reason=note,
    )  # fmt: skip
    return found


@transaction.atomic
def move_deadline(*, by: User, task: Task, due_on: date, reason: str) -> Task:
    """Another day, and why. Raises WORK-NO-REASON, WORK-DATES, WORK-STATE; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, task.unit)
    found, reason = _locked(task), tidy(reason)
    if found.state != TaskState.OPEN:
        vi, en = words(TaskState(found.state))
        raise refuse(STATE, title=found.title, now_vi=vi, now_en=en, next_vi="hạn mới", next_en="a new deadline")
    if not reason:
        raise refuse(NO_REASON)
    in_order(found.given_on, due_on)
    before, found.due_on = found.due_on, due_on
    _save(by, found)
    record(
        by=by, action="programme.move_deadline", subject=found, unit=found.unit, before={"due": before},
        after={"due": due_on}, reason=reason,
    )  # fmt: skip
    return found


def may_finish(user: User, task: Task) -> bool:
    """Whether they hold the post today, or may edit the plan."""
    today = timezone.localdate()
    holds = PostHolder.objects.filter(valid_on(today), post=task.post_id, user=user.pk).exists()
    return holds or can(user, Permission.EDIT_PLAN, task.unit)


def _locked(task: Task) -> Task:
    return Task.objects.select_for_update(of=("self",), no_key=True).select_related("unit").get(pk=task.pk)


def _save(by: User, task: Task) -> None:
    task.version, task.by, task.at = task.version + 1, by, timezone.now()
    task.save()
