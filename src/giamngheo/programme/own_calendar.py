"""Somebody's own calendar: open tasks by deadline, and meetings of the committee they attended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from giamngheo.programme.ics import CalendarEvent, calendar
from giamngheo.programme.queries import mine

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import CommitteeMeeting, Task


def calendar_of(user: User, on: date, *, host: str, address: Callable[[Task | CommitteeMeeting], str]) -> bytes:
    """As a file. `host` makes the events' names unique in the world; `address`: where each is shown."""
    found = mine(user, on)
    events = [
        CalendarEvent(
            uid=f"task-{task.pk}@{host}", on=task.due_on, summary=f"Hạn: {task.title}", changed_at=task.at,
            description=f"{task.post.name}, {task.unit.name}", url=address(task), sequence=task.version,
        )
        for task in found.tasks
    ]  # fmt: skip
    events += [
        CalendarEvent(
            uid=f"meeting-{meeting.pk}@{host}", on=meeting.on, summary=f"Họp Ban Chỉ đạo: {meeting.subject}",
            changed_at=meeting.at, description=meeting.place, url=address(meeting),
        )
        for meeting in found.meetings
    ]  # fmt: skip
    return calendar("Giảm nghèo: việc cần làm", events)
