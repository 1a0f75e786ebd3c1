"""What is measured."""

from django.db import models
from django.db.models import Q

from giamngheo.monitoring.models.period import PeriodKind


class Indicator(models.Model):
    """An indicator of the catalogue. `origin`: Q programme targets, S commune plans, M poverty measurement, F finance,
    K what a plan claims about its own plan. `verified`: read in the source named in `citation`.

    `sums_up`: whether a higher unit's value is the sum of the lower ones. `better`: which way is. `rule_*`: the target
    of the programme, by `rule_by` or every year. `frequency`: how often it is asked for.
    """

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=40)
    formula = models.TextField(blank=True)
    level = models.CharField(max_length=60, blank=True)
    origin = models.CharField(max_length=1)
    verified = models.BooleanField()
    citation = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField()
    decimals = models.PositiveSmallIntegerField(default=0)
    sums_up = models.CharField(max_length=4, default="none")
    better = models.CharField(max_length=4, blank=True, default="")
    disaggregations = models.JSONField(default=list, blank=True)
    frequency = models.CharField(max_length=12, choices=PeriodKind, default=PeriodKind.YEAR)
    rule_comparator = models.CharField(max_length=10, blank=True, default="")
    rule_value = models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)
    rule_by = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("order",)
        constraints = (
            models.CheckConstraint(condition=Q(origin__in=list("QSMFK")), name="indicator_origin_known"),
            models.CheckConstraint(condition=~Q(citation=""), name="indicator_has_citation"),
            models.CheckConstraint(condition=Q(sums_up__in=("sum", "none")), name="indicator_sums_up_known"),
            models.CheckConstraint(condition=Q(better__in=("", "less", "more")), name="indicator_better_known"),
            models.CheckConstraint(condition=Q(frequency__in=PeriodKind.values), name="indicator_frequency_known"),
            models.CheckConstraint(
                condition=Q(rule_comparator="", rule_value=None)
                | Q(rule_comparator__in=("at_least", "at_most", "equals"), rule_value__isnull=False),
                name="indicator_rule_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
