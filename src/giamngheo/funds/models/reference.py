"""A plan leans on a decision that gives money."""

from django.db import models
from django.db.models import Q


class FundingReference(models.Model):
    """A funding decision named in a plan for a node (or for the whole plan). `amount` in đồng is empty where the plan
    names the decision and no sum: the gap is kept as a gap."""

    plan = models.ForeignKey("programme.AnnualPlan", on_delete=models.CASCADE, related_name="funding_references")
    section = models.ForeignKey(
        "programme.PlanSection", null=True, blank=True, on_delete=models.CASCADE, related_name="funding_references"
    )
    node = models.ForeignKey(
        "programme.ProgrammeNode", null=True, blank=True, on_delete=models.PROTECT, related_name="funding_references"
    )
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="funding_references")
    amount = models.DecimalField(max_digits=18, decimal_places=0, null=True, blank=True)
    year = models.PositiveSmallIntegerField()  # the year whose money is meant
    note = models.TextField(blank=True)
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("plan", "id")
        constraints = (
            models.UniqueConstraint(fields=("plan", "section", "document"), name="funding_once_per_section"),
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | Q(amount__gte=0), name="funding_amount_not_negative"
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.document_id}"
