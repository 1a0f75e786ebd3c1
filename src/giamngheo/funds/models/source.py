"""The dictionary of fund sources."""

from django.db import models
from django.db.models import Q


class CapitalKind(models.TextChoices):
    """Vốn đầu tư phát triển, vốn sự nghiệp (from 2026: kinh phí chi thường xuyên), or neither."""

    INVESTMENT = "investment", "investment"
    RECURRENT = "recurrent", "recurrent"
    OTHER = "other", "other"


class FundSource(models.Model):
    """One source of money. Loans (policy credit) are never added to grants: `is_loan` keeps them apart."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=200)
    capital_kind = models.CharField(max_length=12, choices=CapitalKind.choices)
    is_loan = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    verified = models.BooleanField()
    citation = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("order",)
        constraints = (
            models.CheckConstraint(condition=Q(capital_kind__in=CapitalKind.values), name="source_capital_known"),
            models.CheckConstraint(condition=~Q(citation=""), name="source_has_citation"),
        )

    def __str__(self) -> str:
        return self.code
