"""A form as data: rows, columns, what fills a cell, checks. docs/algorithms/monitoring.md "Forms"."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class FormVersion(models.Model):
    """One version of a form. `unit`: whose form it is, and of everybody under it; null: comes with the software.

    `report_kinds`: codes of data/report_kinds.json. `official`: its columns were copied from the Công báo, which
    `citation` names. `body`: see `forms.definition`. Once published nothing of it changes; a new version takes its
    place from its `valid_from`.
    """

    code = models.SlugField(max_length=40)
    number = models.PositiveSmallIntegerField()
    unit = models.ForeignKey("territory.Unit", models.PROTECT, null=True, blank=True, related_name="report_forms")
    title = models.CharField(max_length=300)
    report_kinds = models.JSONField()
    official = models.BooleanField(default=False)
    citation = models.CharField(max_length=300, blank=True, default="")
    valid_from = models.DateField()
    body = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("code", "number")
        constraints = (
            models.UniqueConstraint(fields=("code", "number"), name="form_version_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(code=""), name="form_is_named"),
            models.CheckConstraint(condition=Q(official=False) | ~Q(citation=""), name="form_official_is_cited"),
        )

    def __str__(self) -> str:
        return f"{self.code} v{self.number}"
