"""Training and vocational courses, who takes part, what became of them. docs/algorithms/courses.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.labour.models.record import Occupation


class CourseKind(models.TextChoices):
    """Whom a course is for."""

    OFFICERS = "officers", _("tập huấn cán bộ")
    VILLAGERS = "villagers", _("tập huấn người dân")
    VOCATIONAL = "vocational", _("lớp đào tạo nghề")


class CourseState(models.TextChoices):
    """Planned, running, then closed or cancelled for ever."""

    PLANNED = "planned", _("dự kiến")
    RUNNING = "running", _("đang học")
    CLOSED = "closed", _("đã kết thúc")
    CANCELLED = "cancelled", _("đã hủy")


class Course(models.Model):
    """A course of `hours` for `places` people. `occupation`: the trained one, of vocational courses only."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="courses")
    kind = models.CharField(max_length=10, choices=CourseKind)
    title = models.CharField(max_length=200)
    content = models.CharField(max_length=500, blank=True, default="")
    occupation = models.CharField(max_length=11, choices=Occupation, blank=True, default="")
    provider = models.CharField(max_length=200)
    place = models.CharField(max_length=200, blank=True, default="")
    begins_on = models.DateField()
    ends_on = models.DateField()
    hours = models.PositiveSmallIntegerField()
    places = models.PositiveIntegerField()
    work_item = models.ForeignKey("programme.WorkItem", models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=9, choices=CourseState, default=CourseState.PLANNED)
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-begins_on", "-id")
        indexes = (models.Index(fields=("unit", "begins_on"), name="course_unit_begins"),)
        constraints = (
            models.CheckConstraint(condition=~Q(title="") & ~Q(provider=""), name="course_says_what"),
            models.CheckConstraint(condition=Q(kind__in=CourseKind.values), name="course_kind_known"),
            models.CheckConstraint(
                condition=(Q(kind="vocational") & ~Q(occupation="") & Q(occupation__in=Occupation.values))
                | (~Q(kind="vocational") & Q(occupation="")),
                name="course_vocational_trains_for",
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("begins_on")), name="course_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(hours__gte=1, places__gte=1), name="course_for_somebody"),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(reason="")) | Q(state__in=CourseState.values[:3], reason=""),
                name="course_cancelled_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.title


class CourseResult(models.TextChoices):
    """How a course went for somebody."""

    COMPLETED = "completed", _("hoàn thành")
    NOT_COMPLETED = "not_completed", _("không hoàn thành")
    LEFT = "left", _("bỏ học")


class CourseParticipant(models.Model):
    """A person of the register, or an officer by name and post. `attended`: hours; `result` "": not known yet."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="participants")
    person = models.ForeignKey("households.Person", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=100, blank=True, default="")
    post = models.CharField(max_length=150, blank=True, default="")
    attended = models.PositiveSmallIntegerField(null=True, blank=True)
    result = models.CharField(max_length=13, choices=CourseResult, blank=True, default="")
    certificate = models.CharField(max_length=80, blank=True, default="")
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("course_id", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("course", "person"), condition=Q(person__isnull=False), name="participant_person_once"
            ),
            models.UniqueConstraint(
                fields=("course", "name", "post"), condition=Q(person=None), name="participant_officer_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, name="", post="") | (Q(person=None) & ~Q(name="") & ~Q(post="")),
                name="participant_person_or_officer",
            ),
            models.CheckConstraint(
                condition=Q(result="", certificate="", reason="")
                | Q(result="completed", reason="", attended__gte=1)
                | (Q(result__in=["not_completed", "left"], certificate="") & ~Q(reason="")),
                name="participant_result_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.course_id}: {self.person_id or self.name}"


class CourseOutcome(models.TextChoices):
    """What somebody does 3 or 12 months after a vocational course."""

    TRAINED = "trained", _("có việc đúng nghề đã học")
    OTHER_WORK = "other_work", _("có việc, nghề khác")
    NO_WORK = "no_work", _("chưa có việc")
    NOT_REACHED = "not_reached", _("chưa liên lạc được")


class CourseFollowUp(models.Model):
    """What became of somebody who completed a vocational course. Append-only: the newest written counts."""

    participant = models.ForeignKey(CourseParticipant, models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    on = models.DateField()
    outcome = models.CharField(max_length=11, choices=CourseOutcome)
    note = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(months__in=[3, 12]), name="course_followup_months_known"),
            models.CheckConstraint(condition=Q(outcome__in=CourseOutcome.values), name="course_followup_outcome"),
        )

    def __str__(self) -> str:
        return f"{self.participant_id} +{self.months}: {self.outcome}"
