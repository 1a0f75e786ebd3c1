"""A workbook whose rows entered a book, so that all of them can be found, and undone, together."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class SheetImport(models.Model):
    """One file taken in. `kind`: the book, as its room calls it. `entered`: rows that entered. `left_out`: the others,
    [{"row", "reasons": [{"vi", "en"}]}]. The rows point here; a `reason` stands where the whole was undone."""

    kind = models.CharField(max_length=20)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="sheet_imports")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    entered = models.PositiveIntegerField()
    left_out = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("unit", "kind", "-id"), name="sheet_import_unit"),)
        constraints = (
            models.CheckConstraint(condition=Q(entered__gte=1) & ~Q(kind=""), name="sheet_import_of_something"),
            models.CheckConstraint(
                condition=Q(undone_by=None, undone_at=None, reason="") | (Q(undone_at__isnull=False) & ~Q(reason="")),
                name="sheet_import_undone_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"
