"""Addresses under which somebody's own calendar can be read without signing in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class CalendarFeed(models.Model):
    """One address of one person; it is signed and never stored. Revoked, it answers nothing for ever."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = (models.UniqueConstraint(fields=("user",), condition=Q(revoked_at=None), name="feed_one_open"),)

    def __str__(self) -> str:
        return f"{self.user_id}"


class ReminderAddress(models.Model):
    """Where somebody wants reminders sent, besides the list of things to do; nobody without one gets mail."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    address = models.EmailField(max_length=254)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "reminder addresses"
        constraints = (models.CheckConstraint(condition=~Q(address=""), name="reminderaddress_not_empty"),)

    def __str__(self) -> str:
        return f"{self.user_id}"
