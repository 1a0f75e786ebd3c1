"""A figure: what, where, of which year, as of which day, actual or estimate."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from giamngheo.monitoring.models.indicator import Indicator


class IndicatorValue(models.Model):
    """A value of an indicator for a unit. An actual and an estimate of the same thing are two rows; one never
    overwrites the other. `as_of` is the day the figure holds for; `as_of_inferred` says that the source did not print
    the day and it follows from the year reported. `decimals` is how precisely it was given ("94,50" is 2).

    `within` names the village, project or group of the unit that a figure is of, as the plan's table names it; "" is
    the whole unit, and only such figures are the unit's own.

    `plan` and `key` tie a figure to the plan that states it; the same figure stated by two plans is two rows.

    A figure without plan was typed in, with `source` and `evidence`, `by` somebody; `village`: of one village. It is
    never changed: a right one `replaces` it and gives the `reason`.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="values")
    unit = models.ForeignKey("territory.Unit", on_delete=models.PROTECT, related_name="indicator_values")
    period_year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=6)
    decimals = models.PositiveSmallIntegerField(default=0)
    as_of = models.DateField(null=True, blank=True)
    as_of_inferred = models.BooleanField(default=False)
    is_estimate = models.BooleanField(default=False)
    within = models.CharField(max_length=120, blank=True, default="")
    plan = models.ForeignKey(
        "programme.AnnualPlan", null=True, blank=True, on_delete=models.CASCADE, related_name="values"
    )
    key = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=300, blank=True)
    source_line = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("period_year", "indicator", "as_of")
        constraints = (
            models.UniqueConstraint(
                fields=("plan", "key"), condition=Q(plan__isnull=False), name="value_key_once_per_plan"
            ),
            models.CheckConstraint(condition=Q(plan__isnull=True) | ~Q(key=""), name="value_of_plan_has_key"),
            models.CheckConstraint(condition=Q(decimals__lte=6), name="value_decimals_fit"),
            models.CheckConstraint(
                condition=Q(as_of__isnull=False) | Q(as_of_inferred=False), name="value_inferred_day_is_a_day"
            ),
            models.CheckConstraint(condition=Q(replaces=None) | ~Q(reason=""), name="value_replaced_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period_year}: {self.value}"
