"""Villages (thôn, bản, tổ dân phố). A village is not an administrative unit: it has no national code, and it survives
the merger of its commune with its people and its records; only its membership changes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from giamngheo.territory.models.unit import Unit


class Village(models.Model):
    """A village; `code` is ours: code of the commune where it was first recorded, a dash and a serial number."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ("code",)
        constraints = (models.CheckConstraint(condition=~Q(name=""), name="village_has_a_name"),)

    def __str__(self) -> str:
        return self.name


class VillageMembership(models.Model):
    """The commune a village belongs to, between two days (inclusive)."""

    village = models.ForeignKey(Village, models.PROTECT, related_name="memberships")
    commune = models.ForeignKey(Unit, models.PROTECT, related_name="village_memberships")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("village_id", "valid_from")
        constraints = (
            models.UniqueConstraint(fields=("village", "valid_from"), name="villagemembership_from"),
            models.UniqueConstraint(
                fields=("village",), condition=Q(valid_from=None), name="villagemembership_since_ever"
            ),
            models.UniqueConstraint(fields=("village",), condition=Q(valid_to=None), name="villagemembership_one_open"),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="villagemembership_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"{self.village_id} in {self.commune_id}"
