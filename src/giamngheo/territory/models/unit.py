"""Units. A code is not an identity: 15889 was xã Hoằng Kim until 30/06/2025 and is xã Hoằng Phú since 01/07/2025.

Days are inclusive on both ends. `valid_from` null: since before the register begins; `valid_to` null: until today.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """District exists until 30/06/2025 only."""

    PROVINCE = "province", _("tỉnh")
    DISTRICT = "district", _("huyện")
    COMMUNE = "commune", _("xã")


class UnitKind(models.TextChoices):
    """What a unit is called in its level."""

    PROVINCE = "province", _("Tỉnh")
    MUNICIPALITY = "municipality", _("Thành phố trực thuộc trung ương")
    RURAL_DISTRICT = "rural_district", _("Huyện")
    URBAN_DISTRICT = "urban_district", _("Quận")
    TOWN = "town", _("Thị xã")
    CITY = "city", _("Thành phố")
    COMMUNE = "commune", _("Xã")
    WARD = "ward", _("Phường")
    TOWNSHIP = "township", _("Thị trấn")
    SPECIAL_ZONE = "special_zone", _("Đặc khu")


class ChangeKind(models.TextChoices):
    """How an old unit went into a new one; see docs/algorithms/territory.md."""

    MERGED = "merged", _("sáp nhập")
    SPLIT = "split", _("chia tách")
    RENAMED = "renamed", _("đổi tên")
    CONTINUED = "continued", _("giữ nguyên")


class AreaKind(models.TextChoices):
    """Rural and urban poverty lines differ; the kind of a commune on a day decides which applies."""

    RURAL = "rural", _("nông thôn")
    URBAN = "urban", _("thành thị")


class Unit(models.Model):
    """A province, district or commune as it was between two days."""

    code = models.CharField(max_length=10, db_index=True)
    level = models.CharField(max_length=10, choices=Level)
    kind = models.CharField(max_length=20, choices=UnitKind)
    name = models.CharField(max_length=100)  # "Xã Hoằng Phú"
    short_name = models.CharField(max_length=100)  # "Hoằng Phú"
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("code", "valid_from")
        constraints = (
            models.UniqueConstraint(fields=("code", "valid_from"), name="unit_code_from"),
            models.UniqueConstraint(fields=("code",), condition=Q(valid_from=None), name="unit_code_since_ever"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="unit_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="unit_level_known"),
            models.CheckConstraint(condition=Q(kind__in=UnitKind.values), name="unit_kind_known"),
            models.CheckConstraint(
                condition=Q(level=Level.PROVINCE, parent=None) | (~Q(level=Level.PROVINCE) & ~Q(parent=None)),
                name="unit_only_province_on_top",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    def exists_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class UnitChange(models.Model):
    """`old` went, wholly or in part, into `new` on a day. `is_default`: this successor keeps the old unit's records;
    a split unit has several successors and exactly one default."""

    old = models.ForeignKey(Unit, models.PROTECT, related_name="changes_out")
    new = models.ForeignKey(Unit, models.PROTECT, related_name="changes_in")
    kind = models.CharField(max_length=10, choices=ChangeKind)
    on = models.DateField()
    is_default = models.BooleanField(default=True)

    class Meta:
        ordering = ("on", "old_id", "new_id")
        constraints = (
            models.UniqueConstraint(fields=("old", "new"), name="unitchange_once"),
            models.UniqueConstraint(fields=("old",), condition=Q(is_default=True), name="unitchange_one_default"),
            models.CheckConstraint(condition=~Q(old=F("new")), name="unitchange_two_units"),
            models.CheckConstraint(condition=Q(kind__in=ChangeKind.values), name="unitchange_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id} ({self.kind}, {self.on})"


class AreaKindPeriod(models.Model):
    """Rural or urban, between two days. No row: unknown, and whoever needs it must ask an official (đặc khu)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="area_kinds")
    area_kind = models.CharField(max_length=5, choices=AreaKind)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("unit_id", "valid_from")
        constraints = (
            models.UniqueConstraint(fields=("unit", "valid_from"), name="areakind_unit_from"),
            models.UniqueConstraint(fields=("unit",), condition=Q(valid_from=None), name="areakind_since_ever"),
            models.UniqueConstraint(fields=("unit",), condition=Q(valid_to=None), name="areakind_one_open"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="areakind_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(area_kind__in=AreaKind.values), name="areakind_known"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.area_kind}"
