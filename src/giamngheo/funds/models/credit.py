"""Policy credit as the bank reports it: loans of other people, never added to grants. docs/algorithms/credit.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CreditSource(models.TextChoices):
    """How the figures came."""

    TYPED = "typed", _("gõ tay")
    FILE = "file", _("từ tệp của ngân hàng")


class CreditReport(models.Model):
    """Policy credit of a commune in a month, with the totals the bank states (null: not stated), in whole đồng.

    Append-only: a correction is a newer report that `replaces` it, with its reason. It has exactly `row_count` rows;
    a correction with none withdraws the report.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="credit_reports")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    stated_turnover = models.BigIntegerField(null=True, blank=True)
    stated_count = models.IntegerField(null=True, blank=True)
    stated_outstanding = models.BigIntegerField(null=True, blank=True)
    row_count = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=5, choices=CreditSource)
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "year", "month", "id")
        constraints = (
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="credit_month_known"),
            models.CheckConstraint(condition=Q(year__gte=2016, year__lte=2100), name="credit_year_plausible"),
            models.CheckConstraint(condition=Q(source__in=CreditSource.values), name="credit_source_known"),
            models.CheckConstraint(
                condition=Q(source="file", file__isnull=False) | Q(source="typed", file=None),
                name="credit_file_where_from_file",
            ),
            models.CheckConstraint(
                condition=(Q(stated_turnover=None) | Q(stated_turnover__gte=0))
                & (Q(stated_count=None) | Q(stated_count__gte=0))
                & (Q(stated_outstanding=None) | Q(stated_outstanding__gte=0)),
                name="credit_stated_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(replaces=None, reason="") | (Q(replaces__isnull=False) & ~Q(reason="")),
                name="credit_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(row_count__gt=0) | Q(replaces__isnull=False), name="credit_only_a_correction_is_empty"
            ),
            models.UniqueConstraint(
                fields=("unit", "year", "month"), condition=Q(replaces=None), name="credit_month_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.month:02}/{self.year}"


class CreditRow(models.Model):
    """One line of a report: a programme by code (data/credit_programmes.yaml) or in the bank's own words; append-only.

    `outstanding`, `overdue`: null where the list does not say.
    """

    report = models.ForeignKey(CreditReport, models.PROTECT, related_name="rows")
    position = models.PositiveSmallIntegerField()
    programme = models.CharField(max_length=8, blank=True, default="")
    name = models.CharField(max_length=200, blank=True, default="")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    turnover = models.BigIntegerField()
    count = models.IntegerField()
    outstanding = models.BigIntegerField(null=True, blank=True)
    overdue = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("report_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("report", "position"), name="credit_row_once"),
            models.CheckConstraint(
                condition=(~Q(programme="") & Q(name="")) | (Q(programme="") & ~Q(name="")),
                name="credit_row_names_one_programme",
            ),
            models.CheckConstraint(
                condition=Q(turnover__gte=0, count__gte=0)
                & (Q(outstanding=None) | Q(outstanding__gte=0))
                & (Q(overdue=None) | Q(overdue__gte=0)),
                name="credit_row_not_negative",
            ),
            models.CheckConstraint(condition=Q(position__gte=1), name="credit_row_counted"),
        )

    def __str__(self) -> str:
        return f"{self.report_id}/{self.position}"
