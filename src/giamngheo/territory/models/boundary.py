"""Boundaries of units and villages, as somebody loaded them, between two days."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from giamngheo.territory.models.unit import Unit
from giamngheo.territory.models.village import Village


class Boundary(models.Model):
    """The area of a unit or a village between two days (inclusive), thinned for the screen. A later one ends the one
    before.

    `polygons`: rings of (longitude, latitude) in degrees (WGS 84); `places`: how many the file had. `source`,
    `licence`: in the words of who loaded it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="boundaries")
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="boundaries")
    polygons = models.JSONField()
    places = models.PositiveIntegerField()
    source = models.CharField(max_length=300)
    licence = models.CharField(max_length=300)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "village_id", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=("unit",), condition=Q(valid_to=None, unit__isnull=False), name="boundary_one_open_of_a_unit"
            ),
            models.UniqueConstraint(
                fields=("village",), condition=Q(valid_to=None, village__isnull=False),
                name="boundary_one_open_of_a_village",
            ),
            models.CheckConstraint(
                condition=Q(unit__isnull=False, village=None) | Q(unit=None, village__isnull=False),
                name="boundary_of_a_unit_or_a_village",
            ),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="boundary_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(source="") & ~Q(licence=""), name="boundary_says_whose"),
            models.CheckConstraint(condition=Q(places__gte=4), name="boundary_has_places"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.unit_id or self.village_id} {self.valid_from}"
