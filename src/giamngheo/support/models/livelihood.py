"""Livelihood projects: steps, participants, inputs, outcomes. docs/algorithms/livelihood.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProjectForm(models.TextChoices):
    """By which form of support; the same codes as data/norms.yaml."""

    CHAIN = "chain", _("liên kết chuỗi giá trị")
    COMMUNITY = "community", _("cộng đồng")
    TASK = "task", _("theo nhiệm vụ")


class ProjectHolder(models.TextChoices):
    """Who carries it out."""

    GROUP = "group", _("nhóm hộ, tổ hợp tác")
    COOPERATIVE = "cooperative", _("hợp tác xã")
    ENTERPRISE = "enterprise", _("doanh nghiệp")


class ProjectArea(models.TextChoices):
    """Where, as the norms tell areas apart."""

    ESPECIALLY_DIFFICULT = "especially_difficult", _("đặc biệt khó khăn")
    DIFFICULT = "difficult", _("khó khăn")
    OTHER = "other", _("địa bàn khác")


class Stage(models.TextChoices):
    """Steps in the order they are taken; none is skipped."""

    PROPOSAL = "1_proposal", _("đề nghị")
    APPRAISAL = "2_appraisal", _("thẩm định")
    APPROVAL = "3_approval", _("phê duyệt")
    CONTRACT = "4_contract", _("ký hợp đồng")
    RUNNING = "5_running", _("bàn giao xong, đi vào hoạt động")


class LivelihoodProject(models.Model):
    """One project. Money in whole đồng: `total` of it, `state` paid by the state, `direct` of that to production,
    `choosing` spent on choosing it; null: not known yet. Its figures stand still once it is approved."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="livelihood_projects")
    name = models.CharField(max_length=200)
    form = models.CharField(max_length=10, choices=ProjectForm)
    holder = models.CharField(max_length=12, choices=ProjectHolder)
    holder_name = models.CharField(max_length=200)
    area = models.CharField(max_length=24, choices=ProjectArea)
    period = models.ForeignKey("programme.ProgrammePeriod", models.PROTECT, related_name="+")
    total = models.BigIntegerField()
    state = models.BigIntegerField()
    direct = models.BigIntegerField(null=True, blank=True)
    choosing = models.BigIntegerField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(form__in=ProjectForm.values), name="project_form_known"),
            models.CheckConstraint(condition=Q(holder__in=ProjectHolder.values), name="project_holder_known"),
            models.CheckConstraint(condition=Q(area__in=ProjectArea.values), name="project_area_known"),
            models.CheckConstraint(
                condition=Q(total__gt=0, state__gt=0, state__lte=F("total")), name="project_state_within_total"
            ),
            models.CheckConstraint(
                condition=Q(direct=None) | Q(direct__gte=0, direct__lte=F("state")), name="project_direct_within_state"
            ),
            models.CheckConstraint(
                condition=Q(choosing=None) | Q(choosing__gte=0, choosing__lte=F("total")),
                name="project_choosing_within_total",
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(holder_name=""), name="project_is_named"),
        )

    def __str__(self) -> str:
        return self.name


class ProjectParticipant(models.Model):
    """A household of the register that takes part; its class is asked of the register, never kept here."""

    project = models.ForeignKey(LivelihoodProject, models.PROTECT, related_name="participants")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("project", "household"), name="project_household_once"),)

    def __str__(self) -> str:
        return f"{self.project_id}: {self.household_id}"


class ProjectStep(models.Model):
    """A step that was taken: when, by which paper, entered by whom. Append-only, each once, in order."""

    project = models.ForeignKey(LivelihoodProject, models.PROTECT, related_name="steps")
    stage = models.CharField(max_length=12, choices=Stage)
    on = models.DateField()
    reference = models.CharField(max_length=80)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("stage",)
        constraints = (
            models.UniqueConstraint(fields=("project", "stage"), name="project_step_once"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="project_stage_known"),
            models.CheckConstraint(condition=~Q(reference=""), name="project_step_has_paper"),
            models.CheckConstraint(
                condition=~Q(stage=Stage.APPROVAL) | Q(document__isnull=False), name="project_approval_has_decision"
            ),
        )

    def __str__(self) -> str:
        return f"{self.project_id}: {self.stage}"


class ProjectInput(models.Model):
    """A delivery of the ledger handed over for a project. Append-only."""

    project = models.ForeignKey(LivelihoodProject, models.PROTECT, related_name="inputs")
    delivery = models.OneToOneField("support.SupportDelivery", models.PROTECT, related_name="project_input")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.project_id}: {self.delivery_id}"


class ProjectFollowUp(models.Model):
    """How a participant fared after 6, 12 or 24 months: income a month of the household in đồng. Append-only."""

    participant = models.ForeignKey(ProjectParticipant, models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    on = models.DateField()
    income_before = models.BigIntegerField()
    income_after = models.BigIntegerField()
    running = models.BooleanField()
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("months", "id")
        constraints = (
            models.UniqueConstraint(fields=("participant", "months"), name="project_follow_up_once"),
            models.CheckConstraint(condition=Q(months__in=(6, 12, 24)), name="project_follow_up_months"),
            models.CheckConstraint(
                condition=Q(income_before__gte=0, income_after__gte=0), name="project_income_not_negative"
            ),
            models.CheckConstraint(condition=Q(running=True) | ~Q(reason=""), name="project_failed_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.months}"
