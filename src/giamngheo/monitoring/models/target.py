"""What a plan wants to reach."""

from django.db import models
from django.db.models import Q

from giamngheo.monitoring.models.indicator import Indicator


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
