"""Posts (chức danh) of a commune, and who held each of them between two days."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class Post(models.Model):
    """A post that leads, coordinates, is given tasks. `chief`: the post it answers to, told when a deadline passes."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="posts")
    name = models.CharField(max_length=150)
    chief = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="under")

    class Meta:
        ordering = ("unit_id", "name")
        constraints = (
            models.UniqueConstraint(fields=("unit", "name"), name="post_once"),
            models.CheckConstraint(condition=~Q(name=""), name="post_has_a_name"),
            models.CheckConstraint(condition=Q(chief=None) | ~Q(chief=F("id")), name="post_not_its_own_chief"),
        )

    def __str__(self) -> str:
        return self.name


class PostHolder(models.Model):
    """`user` holds `post` from a day to a day, both included; `valid_to` null: until today. Never two at once."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holders")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("post_id", "-valid_from")
        constraints = (
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="holder_ends_after_it_begins"),
            models.UniqueConstraint(fields=("post",), condition=Q(valid_to=None), name="holder_one_open"),
        )

    def __str__(self) -> str:
        return f"{self.post_id}: {self.user_id}"
