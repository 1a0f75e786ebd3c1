"""Sentences of papers in a unit's own words, and those a report was accepted with.

Prose: docs/algorithms/report-sentences.md.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.monitoring.models.report import PeriodReport


class ReportSentence(models.Model):
    """A version of a sentence, for the unit and what lies under it. Append-only: the newest counts.

    `key`: of data/report_papers.json. `is_default`: the unit took its own words back.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="report_sentences")
    key = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=1000, blank=True, default="")
    is_default = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "key", "number")
        constraints = (
            models.UniqueConstraint(fields=("unit", "key", "number"), name="sentence_version_once"),
            models.CheckConstraint(
                condition=Q(is_default=True, text="") | (Q(is_default=False) & ~Q(text="")), name="sentence_says"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.key} v{self.number}"


class ReportWording(models.Model):
    """The sentences a report stood in when it was accepted, by key. Append-only: later words do not touch it."""

    report = models.OneToOneField(PeriodReport, models.PROTECT, related_name="wording")
    sentences = models.JSONField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(sentences={}), name="wording_says"),)

    def __str__(self) -> str:
        return f"{self.report_id}"


class ReportGround(models.Model):
    """Why a report was made that no calendar asks for: the paper that asks, the period of the programme it looks back
    on. Append-only."""

    report = models.OneToOneField(PeriodReport, models.PROTECT, related_name="ground")
    paper = models.CharField(max_length=300)
    phase = models.ForeignKey("programme.ProgrammePeriod", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(paper=""), name="ground_says"),)

    def __str__(self) -> str:
        return self.paper[:60]
