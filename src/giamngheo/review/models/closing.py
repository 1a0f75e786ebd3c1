"""What moved between two days, kept line by line when it balances."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.review.models.kinds import Movement, PovertyClass
from giamngheo.review.models.round import ReviewRound


class Closing(models.Model):
    """Movements from the end of `opening_on` to the end of `closing_on`: append-only. A later one may correct it."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="review_closings")
    round = models.ForeignKey(ReviewRound, models.PROTECT, null=True, blank=True, related_name="closings")
    opening_on = models.DateField()
    closing_on = models.DateField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-closing_on", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(closing_on__gt=models.F("opening_on")), name="closing_after_opening"),
            models.CheckConstraint(condition=Q(replaces=None) | ~Q(reason=""), name="closing_replaced_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.opening_on} - {self.closing_on}"


class MovementLine(models.Model):
    """One household in the movement of class `of_class` in a village: append-only.

    `opening`, `ending`: 1 where it counts there; `people_opening`, `people_ending`: its members then (0 where it does
    not count). `people_lost`, `people_gained`: the difference between them, as other decreases and increases or with
    the household; `people_opening - people_lost + people_gained = people_ending` holds in every line.
    """

    closing = models.ForeignKey(Closing, models.PROTECT, related_name="lines")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="+")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="+")
    of_class = models.CharField(max_length=24, choices=PovertyClass)
    movement = models.CharField(max_length=16, choices=Movement)
    opening = models.PositiveSmallIntegerField()
    ending = models.PositiveSmallIntegerField()
    people_opening = models.PositiveSmallIntegerField()
    people_lost = models.PositiveSmallIntegerField()
    people_gained = models.PositiveSmallIntegerField()
    people_ending = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("closing_id", "village_id", "id")
        indexes = (models.Index(fields=("closing", "of_class", "village"), name="movement_of_a_class"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(movement__in=Movement.values, of_class__in=("poor", "near_poor")), name="movement_known"
            ),
            models.CheckConstraint(
                condition=Q(opening=1, ending=1, movement="stayed")
                | Q(
                    opening=1,
                    ending=0,
                    movement__in=("became_poor", "became_near_poor", "exited_above", "other_decrease"),
                )
                | Q(
                    opening=0,
                    ending=1,
                    movement__in=("from_near_poor", "from_poor", "relapsed", "newly", "other_increase"),
                ),
                name="movement_counts_where_it_says",
            ),
            models.CheckConstraint(
                condition=Q(
                    people_ending=models.F("people_opening") - models.F("people_lost") + models.F("people_gained")
                ),
                name="movement_of_people_balances",
            ),
        )

    def __str__(self) -> str:
        return f"{self.closing_id}/{self.household_id}: {self.movement}"
