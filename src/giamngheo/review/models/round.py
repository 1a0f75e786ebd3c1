"""A round of review, those who lead it, and who surveys where."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from giamngheo.review.models.kinds import RoundKind, RoundState


class ReviewRound(models.Model):
    """One review of a commune. `month` 1-12, 0 for the annual one; `ordinal` tells two rounds of one month apart.

    `standard`: key of the released standard ("vn-2022.1"); `judged_on`: the day it is resolved for; `province`: code of
    the unit whose layer applies, "" national; `scorecard`: key of the loaded card ("b1-2022.3"), "" none.
    `starts_on`, `ends_on`: days of the whole round as the commune's plan of the review sets them.
    """

    kind = models.CharField(max_length=24, choices=RoundKind)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="review_rounds")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField(default=0)
    ordinal = models.PositiveSmallIntegerField(default=1)
    standard = models.CharField(max_length=40)
    judged_on = models.DateField()
    province = models.CharField(max_length=10, blank=True, default="")
    scorecard = models.CharField(max_length=60, blank=True, default="")
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=10, choices=RoundState, default=RoundState.PREPARING)
    state_reason = models.TextField(blank=True, default="")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "-month", "-ordinal", "kind")
        indexes = (models.Index(fields=("unit", "year", "kind"), name="round_unit_year"),)
        constraints = (
            models.UniqueConstraint(
                fields=("unit", "kind", "year", "month", "ordinal"),
                condition=~Q(state="cancelled"),
                name="round_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=RoundKind.values), name="round_kind_known"),
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state_known"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="round_ends_after_it_starts"),
            models.CheckConstraint(
                condition=(Q(kind="annual") & Q(month=0)) | (~Q(kind="annual") & Q(month__range=(1, 12))),
                name="round_month_of_its_kind",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(state_reason=""), name="round_cancelled_says_why"
            ),
        )

    def __str__(self) -> str:
        when = f"{self.month:02}/{self.year}" if self.month else str(self.year)
        return f"{self.get_kind_display()} {when}"


class CommitteeRole(models.TextChoices):
    """Place in the steering committee of the review (Ban Chỉ đạo rà soát cấp xã)."""

    HEAD = "head", "trưởng ban"
    DEPUTY = "deputy", "phó trưởng ban"
    STANDING = "standing", "thường trực"
    MEMBER = "member", "thành viên"


class CommitteeMember(models.Model):
    """Somebody of the committee: name and post as printed; `user` where they sign in."""

    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="committee")
    role = models.CharField(max_length=10, choices=CommitteeRole)
    name = models.CharField(max_length=150)
    post = models.CharField(max_length=200, blank=True, default="")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("round_id", "position", "id")
        constraints = (
            models.UniqueConstraint(fields=("round",), condition=Q(role="head"), name="committee_one_head"),
            models.CheckConstraint(condition=Q(role__in=CommitteeRole.values), name="committee_role_known"),
            models.CheckConstraint(condition=~Q(name=""), name="committee_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name


class ReviewerAssignment(models.Model):
    """A reviewer (rà soát viên) of a village in a round. `user` null: works on paper, the office types the forms."""

    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="reviewers")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("round_id", "village_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("round", "village", "name"), name="reviewer_once"),
            models.CheckConstraint(condition=~Q(name=""), name="reviewer_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name
