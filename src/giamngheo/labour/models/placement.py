"""Work somebody took, and what became of it: append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.labour.models.vacancy import Vacancy


class PlacementKind(models.TextChoices):
    """At home, or abroad under contract."""

    HOME = "home", _("trong nước")
    ABROAD = "abroad", _("nước ngoài theo hợp đồng")


class Placement(models.Model):
    """A person in work from `valid_from`. `deposit`: đồng; `reverses`: the row this one takes back, with `reason`."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="placements")
    person = models.ForeignKey("households.Person", models.PROTECT, related_name="placements")
    kind = models.CharField(max_length=6, choices=PlacementKind)
    vacancy = models.ForeignKey(Vacancy, models.PROTECT, null=True, blank=True, related_name="placements")
    company = models.CharField(max_length=200)
    country = models.CharField(max_length=80, blank=True, default="")
    contract_number = models.CharField(max_length=80, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    wage = models.BigIntegerField(null=True, blank=True)
    deposit = models.BigIntegerField(null=True, blank=True)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-valid_from", "-id")
        indexes = (models.Index(fields=("unit", "valid_from"), name="placement_unit_from"),)
        constraints = (
            models.CheckConstraint(
                condition=(Q(kind="abroad") & ~Q(country="") & ~Q(contract_number=""))
                | Q(kind="home", country="", deposit=None),
                name="placement_kind_whole",
            ),
            models.CheckConstraint(condition=~Q(company=""), name="placement_has_a_company"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="placement_ends_after"
            ),
            models.CheckConstraint(condition=Q(wage__isnull=True) | Q(wage__gt=0), name="placement_wage_positive"),
            models.CheckConstraint(
                condition=Q(deposit__isnull=True) | Q(deposit__gt=0), name="placement_deposit_positive"
            ),
            models.CheckConstraint(condition=Q(reverses=None) | ~Q(reason=""), name="placement_reversed_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.company}"


class FollowUpOutcome(models.TextChoices):
    """How it was with somebody when they were asked after."""

    WORKING = "working", _("còn làm")
    LEFT = "left", _("đã nghỉ việc")
    RETURNED = "returned", _("đã về nước")
    NOT_REACHED = "not_reached", _("chưa liên lạc được")


class FollowUp(models.Model):
    """What became of a placement after 3 or 12 months. Append-only: the newest written counts."""

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    on = models.DateField()
    outcome = models.CharField(max_length=11, choices=FollowUpOutcome)
    note = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(months__in=[3, 12]), name="followup_months_known"),
            models.CheckConstraint(condition=Q(outcome__in=FollowUpOutcome.values), name="followup_outcome_known"),
        )

    def __str__(self) -> str:
        return f"{self.placement_id} +{self.months}: {self.outcome}"
