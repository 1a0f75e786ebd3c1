"""What is measured."""

from django.db import models
from django.db.models import Q


class Indicator(models.Model):
    """An indicator of the catalogue. `origin`: Q programme targets, S commune plans, M poverty measurement, F finance,
    K what a plan claims about its own plan. `verified`: read in the source named in `citation`."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=40)
    formula = models.TextField(blank=True)
    level = models.CharField(max_length=60, blank=True)
    origin = models.CharField(max_length=1)
    verified = models.BooleanField()
    citation = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("order",)
        constraints = (
            models.CheckConstraint(condition=Q(origin__in=list("QSMFK")), name="indicator_origin_known"),
            models.CheckConstraint(condition=~Q(citation=""), name="indicator_has_citation"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
