"""One act upon the register: who, when, about which unit, why. Never changed, never removed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ActKind(models.TextChoices):
    """What happened; docs/algorithms/register.md says what each writes."""

    REGISTERED = "registered", _("ghi hộ vào sổ")
    BIRTH = "birth", _("sinh")
    DEATH = "death", _("mất")
    ARRIVAL = "arrival", _("chuyển đến")
    DEPARTURE = "departure", _("chuyển đi")
    SPLIT = "split", _("tách hộ")
    MERGE = "merge", _("nhập hộ")
    CHANGE_OF_HEAD = "change_of_head", _("đổi chủ hộ")
    MOVE = "move", _("chuyển chỗ ở")
    CORRECTION = "correction", _("đính chính")
    CIRCUMSTANCE = "circumstance", _("ghi hoàn cảnh")
    LOCATION = "location", _("ghi vị trí")
    IMPORT = "import", _("nhập từ danh sách")
    MERGE_PEOPLE = "merge_people", _("gộp người trùng")
    UNDO = "undo", _("hoàn tác")


class Change(models.Model):
    """`on`: the day it happened (null: a correction, an import). `by` null: the system itself. `unit`: the commune.

    `undoes`: the change whose rows this one took back; a change is undone once.
    """

    kind = models.CharField(max_length=16, choices=ActKind)
    on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="register_changes")
    reason = models.TextField(blank=True, default="")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    undoes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="undone_by_change")

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("unit", "id"), name="change_unit"),)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=ActKind.values), name="change_kind_known"),
            models.CheckConstraint(
                condition=(Q(kind="undo") & Q(undoes__isnull=False)) | (~Q(kind="undo") & Q(undoes=None)),
                name="change_undo_names_what",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("correction", "undo")) | ~Q(reason=""), name="change_correction_has_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on or ''}".strip()


def written_in() -> models.ForeignKey:
    """The field every row of the register carries: the change that last wrote it."""
    return models.ForeignKey(Change, models.PROTECT, related_name="+", db_index=True)
