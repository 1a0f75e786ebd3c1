"""The village meeting: who came, and how they voted on each household."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from giamngheo.review.models.case import Assessment, ReviewCase
from giamngheo.review.models.round import ReviewRound


class VillageMeeting(models.Model):
    """A meeting of a village in a round; `number` 1, 2, ... Once `held_at` is set nothing of it changes.

    `attending`: persons present, whose share decides. `invited`: households invited, for the minutes.
    `opinions`: what was said, for the minutes. `household_signers`: names of the households' representatives who sign.
    """

    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="meetings")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200)
    chair = models.CharField(max_length=150)
    chair_post = models.CharField(max_length=200, blank=True, default="")
    secretary = models.CharField(max_length=150)
    attending = models.PositiveSmallIntegerField(default=0)
    invited = models.PositiveSmallIntegerField(null=True, blank=True)
    opinions = models.TextField(blank=True, default="")
    household_signers = models.JSONField(default=list, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("round_id", "village_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("round", "village", "number"), name="meeting_once"),
            models.CheckConstraint(condition=Q(held_at=None) | Q(attending__gte=1), name="meeting_held_by_somebody"),
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="meeting_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.round_id}/{self.village_id} #{self.number}"


class MeetingAttendee(models.Model):
    """Somebody named in the minutes, with the post they came for (bí thư chi bộ, MTTQ, hội, rà soát viên, hộ)."""

    meeting = models.ForeignKey(VillageMeeting, models.PROTECT, related_name="attendees")
    name = models.CharField(max_length=150)
    post = models.CharField(max_length=200, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("meeting_id", "position", "id")
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="attendee_has_a_name"),)

    def __str__(self) -> str:
        return self.name


class MeetingVote(models.Model):
    """How the meeting voted on one household's result, as it stood in `assessment`."""

    meeting = models.ForeignKey(VillageMeeting, models.PROTECT, related_name="votes")
    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="votes")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="votes")
    agreeing = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("meeting_id", "id")
        constraints = (models.UniqueConstraint(fields=("meeting", "case"), name="vote_once"),)

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.case_id}: {self.agreeing}"
