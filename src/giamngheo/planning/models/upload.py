"""A file on its way in: what is being done with it, how far, and what was found before anything is changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class UploadState(models.TextChoices):
    """received → reading → checking → ready (a preview waits) → applied; or stopped by a person; or failed."""

    RECEIVED = "received", "received"
    READING = "reading", "reading"
    CHECKING = "checking", "checking"
    READY = "ready", "ready"
    APPLIED = "applied", "applied"
    STOPPED = "stopped", "stopped"
    FAILED = "failed", "failed"


class Upload(models.Model):
    """One upload. `result` when ready: {"findings": […], "diff": {…}, "year": …}; when failed: {"finding": {…}}.

    `base_version` is the plan's version the preview was made against: applying refuses when it moved on.
    """

    file = models.ForeignKey("documents.StoredFile", on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=255)
    unit = models.ForeignKey("territory.Unit", on_delete=models.PROTECT, related_name="uploads")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    plan = models.ForeignKey(
        "programme.AnnualPlan", null=True, blank=True, on_delete=models.PROTECT, related_name="uploads"
    )
    base_version = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=UploadState.choices, default=UploadState.RECEIVED)
    step = models.CharField(max_length=200, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    cancel_asked = models.BooleanField(default=False)
    result = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="uploads")
    at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-at",)
        constraints = (
            models.CheckConstraint(condition=Q(percent__lte=100), name="upload_percent_in_range"),
            models.CheckConstraint(condition=Q(state__in=UploadState.values), name="upload_state_known"),
            models.CheckConstraint(
                condition=~Q(state=UploadState.APPLIED) | Q(plan__isnull=False), name="upload_applied_has_plan"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.state}"
