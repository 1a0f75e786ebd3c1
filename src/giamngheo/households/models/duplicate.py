"""Pairs of people who may be one, the runs that found them, and what officers said of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.households.models.change import Change
from giamngheo.households.models.person import Person


class RunState(models.TextChoices):
    """waiting → looking → done; or stopped by a person; or failed."""

    WAITING = "waiting", _("đang chờ")
    LOOKING = "looking", _("đang tìm")
    DONE = "done", _("đã tìm xong")
    STOPPED = "stopped", _("đã dừng")
    FAILED = "failed", _("không tìm được")


class DuplicateRun(models.Model):
    """A search for duplicates among the people of a commune. `change`: only pairs with somebody that change brought.

    `result`: {"people", "pairs", "new", "gone"} when done, {"finding": …} when failed. `by` null: the command line.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="duplicate_runs")
    change = models.ForeignKey(Change, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=8, choices=RunState, default=RunState.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    cancel_asked = models.BooleanField(default=False)
    result = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("unit", "id"), name="duplicaterun_unit"),)
        constraints = (
            models.CheckConstraint(condition=Q(percent__lte=100), name="duplicaterun_percent_in_range"),
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="duplicaterun_state_known"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.state}"


class PairState(models.TextChoices):
    """What was said of a pair."""

    SUGGESTED = "suggested", _("cần xem")
    MERGED = "merged", _("đã gộp")
    DISTINCT = "distinct", _("không phải một người")


class DuplicatePair(models.Model):
    """Two people who may be one, `first` the lower number. `weight`: log2 of the odds.

    `reasons`: {"levels": {comparison: level or null}, "weights": {comparison: number}, "cautions": [...]}, see
    duplicates/levels.py. `run`: the last that found it. `by`, `at`, `reason`, `change`: of the last decision.
    """

    first = models.ForeignKey(Person, models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, models.PROTECT, related_name="+")
    weight = models.FloatField()
    probability = models.FloatField()
    reasons = models.JSONField(default=dict)
    run = models.ForeignKey(DuplicateRun, models.PROTECT, related_name="pairs")
    state = models.CharField(max_length=9, choices=PairState, default=PairState.SUGGESTED)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    change = models.ForeignKey(Change, models.PROTECT, null=True, blank=True, related_name="duplicate_pairs")

    class Meta:
        ordering = ("-probability", "-weight", "id")
        indexes = (models.Index(fields=("state", "-probability", "-weight", "id"), name="duplicatepair_order"),)
        constraints = (
            models.UniqueConstraint(fields=("first", "second"), name="duplicatepair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="duplicatepair_lower_first"),
            models.CheckConstraint(condition=Q(probability__range=(0, 1)), name="duplicatepair_probability_in_range"),
            models.CheckConstraint(condition=Q(state__in=PairState.values), name="duplicatepair_state_known"),
            models.CheckConstraint(
                condition=Q(state="suggested", at=None, by=None, change=None, reason="")
                | Q(state="merged", at__isnull=False, change__isnull=False)
                | (Q(state="distinct", at__isnull=False, change=None) & ~Q(reason="")),
                name="duplicatepair_decision_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first_id} = {self.second_id}?"


def pair_of(people: Iterable[int]) -> Q:
    """Pairs with one of these people."""
    numbers = list(people)
    return Q(first__in=numbers) | Q(second__in=numbers)


class DuplicateDecision(models.Model):
    """What was said of a pair, each time: `state` it got; suggested: the decision before was taken back."""

    pair = models.ForeignKey(DuplicatePair, models.CASCADE, related_name="decisions")
    state = models.CharField(max_length=9, choices=PairState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True, default="")
    change = models.ForeignKey(Change, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=PairState.values), name="duplicatedecision_state_known"),
        )

    def __str__(self) -> str:
        return f"{self.pair_id}: {self.state}"
