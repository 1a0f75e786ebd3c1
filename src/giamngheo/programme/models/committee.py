"""The steering committee, its meetings, and directives that ask something of the commune or of others."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SteeringRole(models.TextChoices):
    """Who somebody is in the steering committee."""

    HEAD = "head", _("Trưởng ban")
    DEPUTY = "deputy", _("Phó Trưởng ban")
    STANDING = "standing", _("Ủy viên thường trực")
    MEMBER = "member", _("Ủy viên")


class SteeringMember(models.Model):
    """A seat in the committee between two days, both included. `post`: what the person is otherwise."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="steering_members")
    name = models.CharField(max_length=150)
    post = models.CharField(max_length=150, blank=True, default="")
    role = models.CharField(max_length=8, choices=SteeringRole)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="steering_has_a_name"),
            models.CheckConstraint(condition=Q(role__in=SteeringRole.values), name="steering_role_known"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="steering_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=("unit",), condition=Q(valid_to=None, role="head"), name="steering_one_head"
            ),
        )

    def __str__(self) -> str:
        return self.name


class CommitteeMeeting(models.Model):
    """A meeting that was held. Its conclusions are tasks; `document`: the minutes once they have a number."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="committee_meetings")
    on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200)
    subject = models.CharField(max_length=300)
    chair = models.ForeignKey(SteeringMember, models.PROTECT, related_name="+")
    secretary = models.CharField(max_length=150)
    attending = models.ManyToManyField(SteeringMember, related_name="meetings")
    guests = models.TextField(blank=True, default="")
    opinions = models.TextField(blank=True, default="")
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-id")
        constraints = (
            models.CheckConstraint(condition=~Q(subject=""), name="committeemeeting_has_a_subject"),
            models.CheckConstraint(condition=~Q(place=""), name="committeemeeting_has_a_place"),
        )

    def __str__(self) -> str:
        return self.subject


class Direction(models.TextChoices):
    """Whether a directive came or went."""

    RECEIVED = "received", _("văn bản đến")
    ISSUED = "issued", _("văn bản đi")


class Directive(models.Model):
    """A document of the register that asks something, seen from a commune; what it asks, and by when, are tasks."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="directives")
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="directives")
    direction = models.CharField(max_length=8, choices=Direction)
    subject = models.CharField(max_length=300)
    arrived_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-arrived_on", "-id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "document"), name="directive_once"),
            models.CheckConstraint(condition=Q(direction__in=Direction.values), name="directive_direction_known"),
            models.CheckConstraint(condition=~Q(subject=""), name="directive_has_a_subject"),
        )

    def __str__(self) -> str:
        return self.subject
