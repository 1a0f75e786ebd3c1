"""How far an item of work has come, entry by entry, with what proves it. Append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.programme.models.work import WorkItem


class ProgressEntry(models.Model):
    """`done`: in all up to that day, in the item's measure; of an item without a quantity, per cent.

    `replaces`: an entry that was wrong; it stays, and counts no more.
    """

    item = models.ForeignKey(WorkItem, models.PROTECT, related_name="progress")
    on = models.DateField()
    done = models.DecimalField(max_digits=14, decimal_places=2)
    note = models.TextField(blank=True, default="")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("item_id", "on", "id")
        verbose_name_plural = "progress entries"
        constraints = (models.CheckConstraint(condition=Q(done__gte=0), name="progress_not_negative"),)

    def __str__(self) -> str:
        return f"{self.item_id}: {self.done}"


class Evidence(models.Model):
    """A photo or a document that shows what an entry says."""

    entry = models.ForeignKey(ProgressEntry, models.PROTECT, related_name="evidence")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("entry_id", "id")
        verbose_name_plural = "evidence"
        constraints = (models.UniqueConstraint(fields=("entry", "file"), name="evidence_once"),)

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.file_id}"
