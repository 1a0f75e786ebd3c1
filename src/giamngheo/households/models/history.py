"""Old rows of the register, kept by triggers of the database (households/triggers): nobody writes here by hand."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from giamngheo.households.models.change import Change


class RowKind(models.TextChoices):
    """The tables whose rows have a history."""

    HOUSEHOLD = "household", "household"
    ADDRESS = "address", "address"
    PERSON = "person", "person"
    MEMBERSHIP = "membership", "membership"
    CIRCUMSTANCE = "circumstance", "circumstance"


class History(models.Model):
    """A row as it was: written in one change, replaced or (`removed`) taken out in another. `row`: its columns.

    What the register says of the row now stands in the row itself, with the change that wrote it.
    """

    row_kind = models.CharField(max_length=12, choices=RowKind)
    row_id = models.BigIntegerField()
    row = models.JSONField()
    removed = models.BooleanField(default=False)
    written_in = models.ForeignKey(Change, models.PROTECT, related_name="rows_written_then")
    replaced_in = models.ForeignKey(Change, models.PROTECT, related_name="rows_replaced")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("row_kind", "row_id"), name="history_row"),)
        constraints = (
            models.CheckConstraint(condition=Q(row_kind__in=RowKind.values), name="history_row_kind_known"),
            models.CheckConstraint(
                condition=Q(removed=True) | ~Q(written_in=models.F("replaced_in")), name="history_of_two_changes"
            ),
        )

    def __str__(self) -> str:
        return f"{self.row_kind} {self.row_id}"
