"""Saved views: a list as somebody likes to see it, under a name of their own."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.models.user import User


class Screen(models.TextChoices):
    """Lists that can be saved."""

    PLANS = "plans", _("kế hoạch")
    HOUSEHOLDS = "households", _("hộ dân")
    REVIEW = "review", _("hộ trong đợt rà soát")
    SUPPORT = "support", _("lần hỗ trợ")
    LABOUR = "labour", _("sổ lao động")
    FUNDS = "funds", _("sổ vốn")


class SavedView(models.Model):
    """`query` is the address's question part: filters, order and columns, never a page number. The user's alone."""

    user = models.ForeignKey(User, models.PROTECT, related_name="saved_views")
    screen = models.CharField(max_length=20, choices=Screen)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("screen", "name")
        constraints = (
            models.UniqueConstraint(fields=("user", "screen", "name"), name="savedview_name_once"),
            models.CheckConstraint(condition=Q(screen__in=Screen.values), name="savedview_screen_known"),
            models.CheckConstraint(condition=~Q(name=""), name="savedview_has_a_name"),
        )

    def __str__(self) -> str:
        return f"{self.screen}: {self.name}"
