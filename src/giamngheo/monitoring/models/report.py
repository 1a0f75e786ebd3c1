"""A report of a unit for a period: its sheets, cells, steps, comments. docs/algorithms/monitoring.md "A report"."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.monitoring.models.form import FormVersion
from giamngheo.monitoring.models.period import PeriodKind


class ReportState(models.TextChoices):
    """Where a report stands."""

    DRAFT = "draft", _("đang lập")
    SUBMITTED = "submitted", _("đã gửi")
    RETURNED = "returned", _("bị trả lại")
    ACCEPTED = "accepted", _("đã nhận")
    LOCKED = "locked", _("đã khóa")


EDITABLE = (ReportState.DRAFT, ReportState.RETURNED)
SENT = (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.LOCKED)


class PeriodReport(models.Model):
    """One report: of a unit, or a village of it, for a period, a version. It changes by its steps alone.

    `kind`: of data/report_kinds.json. `begins`, `ends`: the window of its data; `due_on` null: no deadline is set.
    `receiver`: to whom it goes by the reporting line of the day it was begun; of a village its commune; null: nobody.
    `corrects`: the locked version that this one puts right, and why.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="period_reports")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=40)
    period = models.CharField(max_length=12, choices=PeriodKind)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(default=1)
    begins = models.DateField()
    ends = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    receiver = models.ForeignKey("territory.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")
    correction_reason = models.CharField(max_length=500, blank=True, default="")
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.DRAFT)
    step = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-year", "kind", "-number", "unit_id", "village_id", "-version")
        indexes = (models.Index(fields=("kind", "year", "number", "state"), name="report_calendar"),)
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "kind", "year", "number", "version"), condition=Q(village=None), name="report_once"
            ),
            models.UniqueConstraint(
                fields=("unit", "village", "kind", "year", "number", "version"), condition=Q(village__isnull=False),
                name="report_of_a_village_once",
            ),
            models.CheckConstraint(condition=Q(state__in=ReportState.values), name="report_state_known"),
            models.CheckConstraint(condition=Q(period__in=PeriodKind.values), name="report_period_known"),
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="report_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(version=1, corrects=None, correction_reason="")
                | (Q(version__gt=1, corrects__isnull=False) & ~Q(correction_reason="")),
                name="report_correction_says_why",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.number}/{self.year} {self.unit_id}: {self.state}"


class ReportSheet(models.Model):
    """One form of a report."""

    report = models.ForeignKey(PeriodReport, models.PROTECT, related_name="sheets")
    form = models.ForeignKey(FormVersion, models.PROTECT, related_name="sheets")

    class Meta:
        ordering = ("report_id", "id")
        constraints = (models.UniqueConstraint(fields=("report", "form"), name="sheet_once"),)

    def __str__(self) -> str:
        return f"{self.report_id}/{self.form_id}"


class ReportCell(models.Model):
    """A cell: what the registers or the parts give (`computed`, as of a day) beside what somebody typed (`typed`).

    Neither is written over the other; what was typed is shown, with the difference. `of`, `missing`: of a sum, how many
    parts it should have and how many it lacks.
    """

    sheet = models.ForeignKey(ReportSheet, models.PROTECT, related_name="cells")
    row = models.SlugField(max_length=40)
    column = models.SlugField(max_length=40)
    computed = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    as_of = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=300, blank=True, default="")
    typed = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    typed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("sheet_id", "id")
        constraints = (models.UniqueConstraint(fields=("sheet", "row", "column"), name="cell_once"),)

    def __str__(self) -> str:
        return f"{self.row}.{self.column}"


class ReportStep(models.Model):
    """One step of a report: append-only."""

    report = models.ForeignKey(PeriodReport, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=10, choices=ReportState)
    to_state = models.CharField(max_length=10, choices=ReportState)
    reason = models.CharField(max_length=1000, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("report_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="reportstep_once"),
            models.CheckConstraint(
                condition=Q(from_state__in=ReportState.values, to_state__in=ReportState.values),
                name="reportstep_known",
            ),
            models.CheckConstraint(
                condition=~Q(to_state="returned") | ~Q(reason=""), name="reportstep_returned_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}: {self.to_state}"


class ReportComment(models.Model):
    """A remark on a report, or on a cell of it ("form!row.column"): append-only."""

    report = models.ForeignKey(PeriodReport, models.PROTECT, related_name="comments")
    cell = models.CharField(max_length=130, blank=True, default="")
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="reportcomment_says"),)

    def __str__(self) -> str:
        return self.text[:60]
