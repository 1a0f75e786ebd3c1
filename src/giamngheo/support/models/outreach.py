"""Communication: events, articles, contests, dialogues, how many were reached. docs/algorithms/outreach.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutreachKind(models.TextChoices):
    """What was done."""

    EVENT = "event", _("buổi truyền thông")
    ARTICLE = "article", _("tin, bài, phát thanh")
    CONTEST = "contest", _("cuộc thi")
    DIALOGUE = "dialogue", _("đối thoại")


class ReachMethod(models.TextChoices):
    """How it is known how many were reached."""

    COUNTED = "counted", _("đếm theo danh sách, điểm danh")
    PUBLISHED = "published", _("theo số liệu của báo, đài, trang mạng")
    ESTIMATED = "estimated", _("ước lượng")
    NOT_COUNTED = "not_counted", _("chưa đếm")


class OutreachEvent(models.Model):
    """One act. Nothing of it is changed: a wrong one is voided with a reason, its right form `replaces` it.

    `villages`: where, none: the whole commune. `reach_target`: of the reached, people of the target households.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="outreach_events")
    kind = models.CharField(max_length=10, choices=OutreachKind)
    title = models.CharField(max_length=250)
    on = models.DateField()
    until = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True, default="")
    villages = models.ManyToManyField("territory.Village", blank=True, related_name="+")
    topics = models.CharField(max_length=300)
    audience = models.CharField(max_length=300)
    reach = models.PositiveIntegerField(null=True, blank=True)
    reach_method = models.CharField(max_length=12, choices=ReachMethod)
    reach_target = models.PositiveIntegerField(null=True, blank=True)
    organiser = models.CharField(max_length=200, blank=True, default="")
    link = models.CharField(max_length=300, blank=True, default="")
    work_item = models.ForeignKey("programme.WorkItem", models.PROTECT, null=True, blank=True, related_name="+")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    voided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    voided_at = models.DateTimeField(null=True, blank=True)
    void_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ("-on", "-id")
        indexes = (models.Index(fields=("unit", "on"), name="outreach_unit_on"),)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=OutreachKind.values), name="outreach_kind_known"),
            models.CheckConstraint(
                condition=Q(reach_method="not_counted", reach=None, reach_target=None)
                | Q(reach_method__in=("counted", "published", "estimated"), reach__isnull=False),
                name="outreach_reach_says_how",
            ),
            models.CheckConstraint(
                condition=Q(reach_target=None) | Q(reach_target__lte=F("reach")), name="outreach_target_within_reach"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("on")), name="outreach_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(topics="") & ~Q(audience=""), name="outreach_says_what"),
            models.CheckConstraint(
                condition=Q(voided_at=None, void_reason="") | (Q(voided_at__isnull=False) & ~Q(void_reason="")),
                name="outreach_void_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.title


class DialogueQuestion(models.Model):
    """Asked in a dialogue. Open until it has an answer; `due_on`: when one was promised for."""

    event = models.ForeignKey(OutreachEvent, models.PROTECT, related_name="questions")
    text = models.CharField(max_length=1000)
    asked_by = models.CharField(max_length=150, blank=True, default="")
    asked_of = models.CharField(max_length=150, blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="dialogue_question_asks"),)

    def __str__(self) -> str:
        return self.text[:60]


class DialogueAnswer(models.Model):
    """One answer; a later one stands beside it."""

    question = models.ForeignKey(DialogueQuestion, models.PROTECT, related_name="answers")
    on = models.DateField()
    text = models.CharField(max_length=2000)
    answered_by = models.CharField(max_length=150, blank=True, default="")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("on", "id")
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="dialogue_answer_says"),)

    def __str__(self) -> str:
        return self.text[:60]
