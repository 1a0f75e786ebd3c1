"""Tasks given to posts, with a deadline each, and the reminders that went out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.programme.models.committee import CommitteeMeeting, Directive
from giamngheo.programme.models.posts import Post
from giamngheo.programme.models.work import WorkItem


class TaskState(models.TextChoices):
    """Where a task stands."""

    OPEN = "open", _("chưa xong")
    DONE = "done", _("đã xong")
    DROPPED = "dropped", _("thôi không làm")


class Task(models.Model):
    """What a post is to do by a day: for an item of work, by a meeting's conclusion, because a directive asks it (at
    most one of these), or for itself. `version` counts changes."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="tasks")
    title = models.CharField(max_length=500)
    item = models.ForeignKey(WorkItem, models.PROTECT, null=True, blank=True, related_name="tasks")
    meeting = models.ForeignKey(CommitteeMeeting, models.PROTECT, null=True, blank=True, related_name="conclusions")
    directive = models.ForeignKey(Directive, models.PROTECT, null=True, blank=True, related_name="asks")
    post = models.ForeignKey(Post, models.PROTECT, related_name="tasks")
    given_on = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=TaskState, default=TaskState.OPEN)
    state_note = models.TextField(blank=True, default="")
    done_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("due_on", "id")
        indexes = (models.Index(fields=("unit", "state", "due_on"), name="task_unit_state_due"),)
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="task_has_a_title"),
            models.CheckConstraint(condition=Q(due_on__gte=F("given_on")), name="task_due_after_given"),
            models.CheckConstraint(condition=Q(state__in=TaskState.values), name="task_state_known"),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False) | (~Q(state="done") & Q(done_on=None)),
                name="task_done_has_a_day",
            ),
            models.CheckConstraint(condition=~Q(state="dropped") | ~Q(state_note=""), name="task_dropped_says_why"),
            models.CheckConstraint(
                condition=Q(item=None, meeting=None) | Q(item=None, directive=None) | Q(meeting=None, directive=None),
                name="task_of_one_origin",
            ),
        )

    def __str__(self) -> str:
        return self.title


class ReminderKind(models.TextChoices):
    """What a reminder says."""

    SOON = "soon", _("sắp đến hạn")
    OVERDUE = "overdue", _("quá hạn")
    ESCALATED = "escalated", _("cấp dưới quá hạn")


class Channel(models.TextChoices):
    """How it reached the person: on their list of things to do alone, or by mail too."""

    LISTED = "listed", _("trong danh sách việc")
    MAIL = "mail", _("thư điện tử")
    FAILED = "failed", _("thư không gửi được")


class Reminder(models.Model):
    """Said once to a person about a task and its deadline; a moved deadline may be said again."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="reminders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=ReminderKind)
    due_on = models.DateField()
    on = models.DateField()
    channel = models.CharField(max_length=8, choices=Channel)

    class Meta:
        ordering = ("-on", "-id")
        constraints = (
            models.UniqueConstraint(fields=("task", "user", "kind", "due_on"), name="reminder_once"),
            models.CheckConstraint(condition=Q(kind__in=ReminderKind.values), name="reminder_kind_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="reminder_channel_known"),
        )

    def __str__(self) -> str:
        return f"{self.task_id}: {self.kind}"
