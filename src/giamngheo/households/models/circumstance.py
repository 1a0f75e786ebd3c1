"""What decides about support besides poverty: disability, merit, social assistance of a person between two days."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from giamngheo.households.models.change import written_in
from giamngheo.households.models.person import Person


class CircumstanceKind(models.TextChoices):
    """Which circumstance; `Circumstance.detail` says the degree or the category in the paper's own words."""

    DISABILITY = "disability", _("khuyết tật")
    MERIT = "merit", _("người có công")
    SOCIAL_ASSISTANCE = "social_assistance", _("bảo trợ xã hội")


class Circumstance(models.Model):
    """A circumstance of a person between two days (inclusive)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="circumstances")
    kind = models.CharField(max_length=20, choices=CircumstanceKind)
    detail = models.CharField(max_length=200, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    changed_in = written_in()

    class Meta:
        ordering = ("person_id", "valid_from", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "kind", "detail"), condition=Q(valid_to=None), name="circumstance_once_open"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="circumstance_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(kind__in=CircumstanceKind.values), name="circumstance_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.kind}"
