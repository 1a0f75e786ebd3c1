"""Which activity of the programme a livelihood project is: by it the money of the one is judged with the other."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class ProjectWork(models.Model):
    """One activity is one livelihood project, and the other way."""

    project = models.OneToOneField("support.LivelihoodProject", models.PROTECT, related_name="work")
    work_item = models.OneToOneField("programme.WorkItem", models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.project_id}: {self.work_item_id}"
