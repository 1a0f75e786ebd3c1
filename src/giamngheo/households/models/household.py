"""Households and where they live."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from giamngheo.households.models.change import written_in


class EndedAs(models.TextChoices):
    """How a household ended."""

    MERGED = "merged", _("nhập vào hộ khác")
    DEPARTED = "departed", _("cả hộ chuyển đi")
    EXTINCT = "extinct", _("không còn ai")


class Household(models.Model):
    """People living and spending together, as the commune lists them. `ended_on`: the last day it was one.

    `local_code` is the commune's own number of the household, as its lists write it.
    """

    local_code = models.CharField(max_length=30, blank=True, default="")
    formed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=10, choices=EndedAs, blank=True, default="")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")
    changed_in = written_in()

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=("local_code",), name="household_local_code"),)
        constraints = (
            models.CheckConstraint(condition=Q(ended_on__gte=F("formed_on")), name="household_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(ended_as__in=["", *EndedAs.values]), name="household_end_known"),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_as="") | (Q(ended_on__isnull=False) & ~Q(ended_as="")),
                name="household_end_says_how",
            ),
            models.CheckConstraint(
                condition=(Q(ended_as="merged") & Q(merged_into__isnull=False))
                | (~Q(ended_as="merged") & Q(merged_into=None)),
                name="household_merged_names_into",
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="household_not_merged_into_itself"),
        )

    def __str__(self) -> str:
        return self.local_code or f"#{self.pk}"


class LocatedAs(models.TextChoices):
    """How a location came into the register."""

    TYPED = "typed", _("gõ tay")
    DEVICE = "device", _("đo bằng thiết bị")


class Address(models.Model):
    """A household in a village between two days (inclusive). `line`: house, hamlet, as written.

    `latitude`, `longitude`: degrees (WGS 84), both or neither; `accuracy`: metres within which it lies as the device
    says, null unknown; `located_as`, `located_at`: how and when it was taken.
    """

    household = models.ForeignKey(Household, models.PROTECT, related_name="addresses")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="addresses")
    line = models.CharField(max_length=200, blank=True, default="")
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    accuracy = models.PositiveIntegerField(null=True, blank=True)
    located_as = models.CharField(max_length=6, choices=LocatedAs, blank=True, default="")
    located_at = models.DateTimeField(null=True, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    changed_in = written_in()

    class Meta:
        ordering = ("household_id", "valid_from")
        constraints = (
            models.UniqueConstraint(fields=("household",), condition=Q(valid_to=None), name="address_one_open"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="address_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                # Said in full: a range of NULL is unknown, and a check lets the unknown pass.
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="address_on_the_globe",
            ),
            models.CheckConstraint(
                condition=Q(located_as__in=["", *LocatedAs.values]), name="address_located_as_known"
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=False) | Q(accuracy=None, located_as="", located_at=None),
                name="address_nothing_of_no_location",
            ),
        )

    def __str__(self) -> str:
        return self.line or f"{self.village_id}"
