"""What a plan wants to reach."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.monitoring.models.indicator import Indicator
from giamngheo.monitoring.models.period import PeriodKind


class Comparator(models.TextChoices):
    """ "từ … trở lên" is at least, "không quá" at most, "đạt" equals."""

    AT_LEAST = "at_least", "at_least"
    AT_MOST = "at_most", "at_most"
    EQUALS = "equals", "equals"


class Target(models.Model):
    """A target of a plan. `value` is empty where the sentence gives none, `indicator` where the catalogue has none."""

    plan = models.ForeignKey("programme.AnnualPlan", on_delete=models.CASCADE, related_name="targets")
    key = models.CharField(max_length=40)
    commune = models.ForeignKey("territory.Unit", on_delete=models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="targets")
    text = models.TextField()
    value = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    comparator = models.CharField(max_length=10, choices=Comparator.choices, default=Comparator.EQUALS)
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("plan", "id")
        constraints = (
            models.UniqueConstraint(fields=("plan", "key"), name="target_key_once_per_plan"),
            models.CheckConstraint(condition=Q(comparator__in=Comparator.values), name="target_comparator_known"),
            models.CheckConstraint(condition=~Q(text=""), name="target_has_text"),
        )

    def __str__(self) -> str:
        return self.text[:80]


class AssignedTarget(models.Model):
    """A target given to a unit, or a village of it, for a period, by a paper. Append-only: a later one `replaces`
    it."""

    unit = models.ForeignKey("territory.Unit", on_delete=models.PROTECT, related_name="assigned_targets")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="assigned_targets")
    year = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=12, choices=PeriodKind, default=PeriodKind.YEAR)
    number = models.PositiveSmallIntegerField(default=1)
    value = models.DecimalField(max_digits=20, decimal_places=6)
    comparator = models.CharField(max_length=10, choices=Comparator.choices)
    paper = models.CharField(max_length=300)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("year", "indicator", "village_id", "period", "number", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(comparator__in=Comparator.values), name="assigned_target_comparator_known"
            ),
            models.CheckConstraint(condition=Q(period__in=PeriodKind.values), name="assigned_target_period_known"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=12), name="assigned_target_number_fits"),
            models.CheckConstraint(condition=~Q(paper=""), name="assigned_target_names_a_paper"),
            models.CheckConstraint(condition=Q(replaces=None) | ~Q(reason=""), name="assigned_target_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.indicator_id} {self.year}: {self.comparator} {self.value}"
