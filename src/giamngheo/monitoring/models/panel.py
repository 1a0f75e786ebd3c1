"""A survey of a panel: its design, the households drawn, its waves, what each answered in a wave."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PanelGroup(models.TextChoices):
    """Households the panel is drawn from, on the day of the frame."""

    POOR = "poor", _("hộ nghèo")
    NEAR_POOR = "near_poor", _("hộ cận nghèo")
    EITHER = "either", _("hộ nghèo và hộ cận nghèo")
    EVERY = "every", _("mọi hộ trong sổ")


class WaveKind(models.TextChoices):
    """When in the programme a wave is made."""

    BASELINE = "baseline", _("đầu kỳ")
    MID_TERM = "mid_term", _("giữa kỳ")
    END = "end", _("cuối kỳ")


class ResponseSource(models.TextChoices):
    """Where a response comes from; `NONE`: there is none, and why."""

    VISIT = "visit", _("hỏi trực tiếp")
    REVIEW = "review", _("lấy từ rà soát")
    NONE = "none", _("không trả lời")


class NoResponse(models.TextChoices):
    """Why a household of the panel gave no answers."""

    MOVED = "moved", _("đã chuyển đi")
    AWAY = "away", _("đến nhiều lần không gặp")
    REFUSED = "refused", _("từ chối")
    ENDED = "ended", _("hộ không còn")
    OTHER = "other", _("lý do khác")


class PanelSurvey(models.Model):
    """`frame`: codes of the households of `drawn_on`; `standard`: whose indicators (`questions`) are asked. Never
    changed: a second draw is a second survey."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="surveys")
    title = models.CharField(max_length=200)
    plan_paper = models.CharField(max_length=300)
    group = models.CharField(max_length=10, choices=PanelGroup)
    drawn_on = models.DateField()
    seed = models.CharField(max_length=60)
    frame = models.JSONField()
    households_wanted = models.PositiveSmallIntegerField()
    standard = models.CharField(max_length=40)
    questions = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-drawn_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(plan_paper="") & ~Q(seed="") & ~Q(standard=""),
                name="panelsurvey_says_what_and_by_what",
            ),
            models.CheckConstraint(condition=Q(group__in=PanelGroup.values), name="panelsurvey_group_known"),
            models.CheckConstraint(condition=Q(households_wanted__gte=1), name="panelsurvey_draws_somebody"),
        )

    def __str__(self) -> str:
        return self.title


class PanelHousehold(models.Model):
    """A household of the panel. `code`: as it was in the frame; `village`: its stratum, for every wave."""

    survey = models.ForeignKey(PanelSurvey, models.PROTECT, related_name="panel")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="+")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="+")
    code = models.CharField(max_length=80)
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("survey_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("survey", "number"), name="panelhousehold_number_once"),
            models.UniqueConstraint(fields=("survey", "household"), name="panelhousehold_once"),
            models.CheckConstraint(condition=~Q(code=""), name="panelhousehold_has_a_code"),
        )

    def __str__(self) -> str:
        return self.code


class PanelWave(models.Model):
    """The panel asked between two days. `finished_at`: since when nothing of it changes."""

    survey = models.ForeignKey(PanelSurvey, models.PROTECT, related_name="waves")
    kind = models.CharField(max_length=10, choices=WaveKind)
    begins = models.DateField()
    ends = models.DateField()
    finished_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("survey_id", "begins", "id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=WaveKind.values), name="panelwave_kind_known"),
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="panelwave_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=("survey",), condition=Q(kind="baseline"), name="panelwave_one_baseline"
            ),
            models.UniqueConstraint(fields=("survey",), condition=Q(finished_at=None), name="panelwave_one_open"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.survey_id}: {self.kind}"


class PanelResponse(models.Model):
    """What came of a household in a wave, on a day. The last counts, earlier ones stay."""

    wave = models.ForeignKey(PanelWave, models.PROTECT, related_name="responses")
    member = models.ForeignKey(PanelHousehold, models.PROTECT, related_name="responses")
    source = models.CharField(max_length=8, choices=ResponseSource)
    why_none = models.CharField(max_length=8, choices=NoResponse, blank=True, default="")
    remark = models.CharField(max_length=500, blank=True, default="")
    assessment = models.ForeignKey("review.Assessment", models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("wave", "member"), name="panelresponse_of"),)
        constraints = (
            models.CheckConstraint(condition=Q(source__in=ResponseSource.values), name="panelresponse_source_known"),
            models.CheckConstraint(condition=Q(why_none__in=["", *NoResponse.values]), name="panelresponse_why_known"),
            models.CheckConstraint(
                condition=(Q(source="none") & ~Q(why_none="")) | (~Q(source="none") & Q(why_none="")),
                name="panelresponse_none_says_why",
            ),
            models.CheckConstraint(
                condition=Q(source="review", assessment__isnull=False) | (~Q(source="review") & Q(assessment=None)),
                name="panelresponse_of_the_review_names_it",
            ),
        )

    def __str__(self) -> str:
        return f"{self.wave_id} {self.member_id}: {self.source}"


class PanelAnswer(models.Model):
    """One answer: 1 deprived, 0 not; of income đồng a person a month. What is not known has no row."""

    response = models.ForeignKey(PanelResponse, models.PROTECT, related_name="answers")
    question = models.SlugField(max_length=40)
    value = models.BigIntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("response", "question"), name="panelanswer_once"),
            models.CheckConstraint(condition=~Q(question="") & Q(value__gte=0), name="panelanswer_to_a_question"),
        )

    def __str__(self) -> str:
        return f"{self.response_id} {self.question}: {self.value}"
