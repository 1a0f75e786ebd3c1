"""An inspection: who goes, whom the draw chose, what was answered, what was found and became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class InspectedGroup(models.TextChoices):
    """Households the draw is among, on the day of the inspection's frame."""

    POOR = "poor", _("hộ nghèo")
    NEAR_POOR = "near_poor", _("hộ cận nghèo")
    EITHER = "either", _("hộ nghèo và hộ cận nghèo")
    HELPED = "helped", _("hộ đã nhận một loại hỗ trợ")


class Answered(models.TextChoices):
    """What was said to a question."""

    YES = "yes", _("có")
    PARTLY = "partly", _("một phần")
    NO = "no", _("không")
    UNKNOWN = "unknown", _("không rõ")


class FindingState(models.TextChoices):
    """found → assigned → remedied → verified → closed; docs/algorithms/inspections.md."""

    FOUND = "found", _("mới phát hiện")
    ASSIGNED = "assigned", _("đang khắc phục")
    REMEDIED = "remedied", _("báo đã khắc phục")
    VERIFIED = "verified", _("đã kiểm tra lại")
    CLOSED = "closed", _("đã đóng")


class Inspection(models.Model):
    """`drawn_on`: the day whose register and ledger the frame is of. `villages`, `households`: the frames, as codes;
    `villages_wanted`, `households_wanted`: sizes asked for, households in each village. Never changed: a second draw is
    a second inspection."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="inspections")
    title = models.CharField(max_length=200)
    plan_paper = models.CharField(max_length=300)
    begins = models.DateField()
    ends = models.DateField()
    group = models.CharField(max_length=10, choices=InspectedGroup)
    support_kind = models.CharField(max_length=40, blank=True, default="")
    drawn_on = models.DateField()
    seed = models.CharField(max_length=60)
    villages = models.JSONField(default=list)
    households = models.JSONField(default=list)
    villages_wanted = models.PositiveSmallIntegerField()
    households_wanted = models.PositiveSmallIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-begins", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="inspection_ends_after_it_begins"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(plan_paper="") & ~Q(seed=""), name="inspection_says_what_and_by_what"
            ),
            models.CheckConstraint(condition=Q(group__in=InspectedGroup.values), name="inspection_group_known"),
            models.CheckConstraint(
                condition=(Q(group="helped") & ~Q(support_kind="")) | (~Q(group="helped") & Q(support_kind="")),
                name="inspection_helped_by_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(villages_wanted__gte=1, households_wanted__gte=1), name="inspection_draws_somebody"
            ),
        )

    def __str__(self) -> str:
        return self.title


class InspectionMember(models.Model):
    """Somebody of the team: a post, and who held it then. At most one head."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="members")
    post = models.ForeignKey("programme.Post", models.PROTECT, related_name="+")
    name = models.CharField(max_length=150, blank=True, default="")
    is_head = models.BooleanField(default=False)

    class Meta:
        ordering = ("-is_head", "id")
        constraints = (
            models.UniqueConstraint(fields=("inspection", "post"), name="inspectionmember_once"),
            models.UniqueConstraint(
                fields=("inspection",), condition=Q(is_head=True), name="inspectionmember_one_head"
            ),
        )

    def __str__(self) -> str:
        return self.name or f"{self.post_id}"


class InspectionSample(models.Model):
    """A village drawn (`household` null), or a household drawn in it. `code`: as it was in the frame."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="samples")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="+")
    household = models.ForeignKey("households.Household", models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=80)
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("inspection_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("inspection", "number"), name="inspectionsample_number_once"),
            models.UniqueConstraint(
                fields=("inspection", "household"), condition=Q(household__isnull=False),
                name="inspectionsample_household_once",
            ),
            models.UniqueConstraint(
                fields=("inspection", "village"), condition=Q(household=None), name="inspectionsample_village_once"
            ),
            models.CheckConstraint(condition=~Q(code=""), name="inspectionsample_has_a_code"),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.code


class InspectionAnswer(models.Model):
    """One answer to one question. The last counts, earlier ones stay."""

    sample = models.ForeignKey(InspectionSample, models.PROTECT, related_name="answers")
    question = models.SlugField(max_length=40)
    value = models.CharField(max_length=8, choices=Answered)
    remark = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(value__in=Answered.values), name="inspectionanswer_known"),
            models.CheckConstraint(condition=~Q(question=""), name="inspectionanswer_to_a_question"),
        )

    def __str__(self) -> str:
        return f"{self.sample_id} {self.question}: {self.value}"


class InspectionFinding(models.Model):
    """Something found, where (`sample` null: of the whole), and where its remedy stands. Changed by its steps alone."""

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings")
    sample = models.ForeignKey(InspectionSample, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.CharField(max_length=1000)
    state = models.CharField(max_length=10, choices=FindingState, default=FindingState.FOUND)
    step = models.PositiveSmallIntegerField(default=0)
    remedy = models.CharField(max_length=1000, blank=True, default="")
    post = models.ForeignKey("programme.Post", models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("state", "due_on"), name="inspectionfinding_due"),)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=FindingState.values), name="inspectionfinding_state_known"),
            models.CheckConstraint(condition=~Q(text=""), name="inspectionfinding_says"),
            models.CheckConstraint(
                condition=Q(state="found", remedy="", post=None, due_on=None)
                | (~Q(state="found") & ~Q(remedy="") & Q(post__isnull=False, due_on__isnull=False)),
                name="inspectionfinding_remedy_whole",
            ),
        )

    def __str__(self) -> str:
        return self.text[:60]


class InspectionStep(models.Model):
    """One step of a finding. `reason`: what was done, seen, or why again."""

    finding = models.ForeignKey(InspectionFinding, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=10, choices=FindingState)
    to_state = models.CharField(max_length=10, choices=FindingState)
    remedy = models.CharField(max_length=1000, blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=1000, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("finding_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("finding", "number"), name="inspectionstep_once"),
            models.CheckConstraint(
                condition=Q(from_state__in=FindingState.values) & Q(to_state__in=FindingState.values),
                name="inspectionstep_known",
            ),
            models.CheckConstraint(
                condition=Q(from_state="found", to_state="assigned") | Q(to_state="closed") | ~Q(reason=""),
                name="inspectionstep_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.finding_id}/{self.number}: {self.to_state}"
