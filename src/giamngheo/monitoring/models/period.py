"""Reporting periods, and the deadlines a unit sets itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    """How long a reporting period is (NĐ 09/2019/NĐ-CP); data/periods.json says its days."""

    MONTH = "month", _("tháng")
    QUARTER = "quarter", _("quý")
    HALF_YEAR = "half_year", _("6 tháng")
    NINE_MONTHS = "nine_months", _("9 tháng")
    YEAR = "year", _("năm")


class OwnDeadline(models.Model):
    """By when the units under `unit` report to it, or the unit itself reports: set by the unit, from a day.

    `due_month`, `due_day`: the last day, of the year of the period; for a monthly report only the day of its month.
    `paper`: what sets it. Append-only: the newest in force counts.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="own_deadlines")
    kind = models.CharField(max_length=40)
    due_month = models.PositiveSmallIntegerField(null=True, blank=True)
    due_day = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    paper = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-valid_from", "-id")
        constraints = (
            models.CheckConstraint(condition=~Q(paper="") & ~Q(kind=""), name="deadline_says_by_what"),
            models.CheckConstraint(
                condition=Q(due_day__gte=1, due_day__lte=31)
                & (Q(due_month=None) | Q(due_month__gte=1, due_month__lte=12)),
                name="deadline_is_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.kind}: {self.due_day}/{self.due_month or ''}"
