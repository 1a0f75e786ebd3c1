"""Every state a plan has had."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class VersionKind(models.TextChoices):
    """What made a version."""

    IMPORT = "import", "import"
    EDIT = "edit", "edit"
    RESTORE = "restore", "restore"
    ISSUE = "issue", "issue"


class PlanVersion(models.Model):
    """A whole plan at one moment. `snapshot` is `planning.content.PlanContent` as JSON; versions are never changed.
    `by` is empty for a command on the machine itself; `by_name` always says who."""

    plan = models.ForeignKey("programme.AnnualPlan", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=VersionKind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_versions"
    )
    by_name = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    snapshot = models.JSONField()
    source_file = models.ForeignKey(
        "documents.StoredFile", null=True, blank=True, on_delete=models.PROTECT, related_name="plan_versions"
    )

    class Meta:
        ordering = ("plan", "-number")
        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_counts_from_one"),
            models.CheckConstraint(condition=Q(kind__in=VersionKind.values), name="version_kind_known"),
            models.CheckConstraint(condition=~Q(by_name=""), name="version_has_author"),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} v{self.number}"
