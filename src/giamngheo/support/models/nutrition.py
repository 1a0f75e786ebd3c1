"""Measurements of children and mothers, and what was done for them. Append-only. docs/algorithms/growth.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MaternityKind(models.TextChoices):
    """Why a woman is of the target group."""

    PREGNANT = "pregnant", _("mang thai")
    NURSING = "nursing", _("cho con bú")


class Position(models.TextChoices):
    """How height was measured."""

    LYING = "lying", _("nằm")
    STANDING = "standing", _("đứng")


class FollowUpKind(models.TextChoices):
    """What was done for somebody found below the line."""

    ADVICE = "advice", _("tư vấn dinh dưỡng")
    HEALTH_STATION = "health_station", _("chuyển trạm y tế")
    HOME_VISIT = "home_visit", _("thăm tại nhà")
    OTHER = "other", _("việc khác")


class Maternity(models.Model):
    """Pregnant, or nursing, between two days. `mistaken`: entered in error, counts for nothing."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="maternities")
    kind = models.CharField(max_length=10, choices=MaternityKind)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    mistaken = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-valid_from", "-id")
        verbose_name_plural = "maternities"
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=MaternityKind.values), name="maternity_kind_known"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="maternity_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None, mistaken=False, ended_at=None)
                | Q(valid_to__isnull=False, ended_at__isnull=False),
                name="maternity_end_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.person_id}"


class NutritionMeasurement(models.Model):
    """One time on the scale. Grams and millimetres as read; no score is stored. `reverses`: the row taken back."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="nutrition_measurements")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="+")
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="nutrition_measurements")
    on = models.DateField()
    weight_g = models.PositiveIntegerField(null=True, blank=True)
    height_mm = models.PositiveIntegerField(null=True, blank=True)
    position = models.CharField(max_length=8, choices=Position, blank=True, default="")
    arm_mm = models.PositiveIntegerField(null=True, blank=True)
    oedema = models.BooleanField(default=False)
    repeated = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True, default="")
    reason = models.TextField(blank=True, default="")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-id")
        indexes = (
            models.Index(fields=("unit", "on"), name="nutrition_unit_on"),
            models.Index(fields=("person", "on"), name="nutrition_person_on"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(weight_g__isnull=False) | Q(height_mm__isnull=False) | Q(arm_mm__isnull=False),
                name="nutrition_something_measured",
            ),
            models.CheckConstraint(
                condition=(Q(weight_g=None) | Q(weight_g__gte=500, weight_g__lte=250_000))
                & (Q(height_mm=None) | Q(height_mm__gte=250, height_mm__lte=2_300))
                & (Q(arm_mm=None) | Q(arm_mm__gte=50, arm_mm__lte=600)),
                name="nutrition_of_a_person",
            ),
            models.CheckConstraint(
                condition=Q(position="") | Q(position__in=Position.values, height_mm__isnull=False),
                name="nutrition_position_of_a_height",
            ),
            models.CheckConstraint(condition=Q(reverses=None) | ~Q(reason=""), name="nutrition_reversed_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.on}"


class NutritionFollowUp(models.Model):
    """What was done for somebody, and the day of the next look where one was agreed."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="nutrition_follow_ups")
    on = models.DateField()
    kind = models.CharField(max_length=16, choices=FollowUpKind)
    note = models.CharField(max_length=500, blank=True, default="")
    next_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=FollowUpKind.values), name="nutrition_follow_up_kind_known"),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gt=F("on")), name="nutrition_follow_up_looks_ahead"
            ),
            models.CheckConstraint(
                condition=~Q(kind="other") | ~Q(note=""), name="nutrition_follow_up_other_says_what"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
