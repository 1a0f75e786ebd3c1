"""A list on its way into the register, and what a commune's headings mean."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.households.lists.meaning import Meaning
from giamngheo.households.models.change import Change


class ListState(models.TextChoices):
    """received → reading → ready (a preview waits) → importing → imported; or stopped by a person; or failed."""

    RECEIVED = "received", _("đã nhận tệp")
    READING = "reading", _("đang đọc danh sách")
    READY = "ready", _("chờ xem trước")
    IMPORTING = "importing", _("đang nhập vào sổ")
    UNDOING = "undoing", _("đang hoàn tác")
    IMPORTED = "imported", _("đã nhập")
    STOPPED = "stopped", _("đã dừng")
    FAILED = "failed", _("không nhập được")


class ListImport(models.Model):
    """One list. `day`: the day it speaks of. `mapping`: heading key → meaning, as chosen for this file.

    `village`: where the rows that name none live. `new_villages`: names to be created. `result`: the preview, or what
    entered (importing/preview.py), {"finding": …} when it failed. `change`: what entered; null where nothing did.
    """

    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="list_imports")
    day = models.DateField()
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=ListState, default=ListState.RECEIVED)
    step = models.CharField(max_length=200, blank=True, default="")
    percent = models.PositiveSmallIntegerField(default=0)
    cancel_asked = models.BooleanField(default=False)
    mapping = models.JSONField(default=dict, blank=True)
    words = models.JSONField(default=dict, blank=True)
    new_villages = models.JSONField(default=list, blank=True)
    result = models.JSONField(default=dict, blank=True)
    change = models.OneToOneField(Change, models.PROTECT, null=True, blank=True, related_name="list_import")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("unit", "id"), name="listimport_unit"),)
        constraints = (
            models.CheckConstraint(condition=Q(percent__lte=100), name="listimport_percent_in_range"),
            models.CheckConstraint(condition=Q(state__in=ListState.values), name="listimport_state_known"),
            models.CheckConstraint(
                condition=Q(change=None) | Q(state__in=("imported", "undoing")), name="listimport_change_is_imported"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.state}"


class ListMapping(models.Model):
    """What a heading means in the lists of a commune; `meaning` empty: the column is left out on purpose."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="list_mappings")
    heading = models.CharField(max_length=300)  # lists.meaning.key of it
    meaning = models.CharField(max_length=20, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "heading")
        constraints = (
            models.UniqueConstraint(fields=("unit", "heading"), name="listmapping_once"),
            models.CheckConstraint(
                condition=Q(meaning__in=["", *(each.value for each in Meaning)]), name="listmapping_meaning_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.heading}: {self.meaning}"
