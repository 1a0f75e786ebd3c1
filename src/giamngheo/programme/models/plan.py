"""A commune's plan of a year: the head of everything that is kept of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from giamngheo.programme.models.tree import ProgrammePeriod


class PlanStatus(models.TextChoices):
    """A draft may change; an issued plan is what was signed."""

    DRAFT = "draft", "draft"
    ISSUED = "issued", "issued"


class AnnualPlan(models.Model):
    """The plan of one commune for one year. `version` counts its states: every edit is made against one of them.

    `number` and `issued_on` are empty until the plan is issued; `date_parts` keeps what a half-filled date line says
    ({"day": null, "month": null, "year": 2024}).
    """

    commune = models.ForeignKey("territory.Unit", on_delete=models.PROTECT, related_name="annual_plans")
    year = models.PositiveSmallIntegerField()
    period = models.ForeignKey(ProgrammePeriod, on_delete=models.PROTECT, related_name="plans")
    status = models.CharField(max_length=8, choices=PlanStatus.choices, default=PlanStatus.DRAFT)
    version = models.PositiveIntegerField(default=0)
    number = models.CharField(max_length=20, blank=True)
    symbol = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    date_parts = models.JSONField(default=dict, blank=True)
    subject = models.TextField(blank=True)
    signer_authority = models.JSONField(default=list, blank=True)  # lines of box 7a as printed
    signer_name = models.CharField(max_length=120, blank=True)
    document = models.OneToOneField(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="annual_plan"
    )
    source_file = models.ForeignKey(
        "documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="annual_plans"
    )
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="issued_plans"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-year", "commune")
        constraints = (
            models.UniqueConstraint(fields=("commune", "year"), name="plan_once_per_commune_and_year"),
            models.CheckConstraint(condition=Q(year__gte=2000, year__lte=2100), name="plan_year_plausible"),
            models.CheckConstraint(condition=Q(status__in=PlanStatus.values), name="plan_status_known"),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True, issued_by__isnull=True)
                | Q(issued_at__isnull=False, issued_by__isnull=False),
                name="plan_issued_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(status=PlanStatus.DRAFT) | Q(issued_at__isnull=False), name="plan_issued_has_when"
            ),
        )

    def __str__(self) -> str:
        return f"{self.commune_id}/{self.year}"
