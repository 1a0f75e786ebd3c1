"""People. A name is kept as written; beside it stand the keys under which it is matched, searched and sorted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from giamngheo.households.models.change import written_in


class Sex(models.TextChoices):
    """As the papers say; empty where they do not."""

    MALE = "male", _("nam")
    FEMALE = "female", _("nữ")


class Person(models.Model):
    """Somebody who is or was a member of a household.

    `birth`: YYYYMMDD, or YYYY0000 where only the year is known; null unknown. `ethnic_group`: code of
    data/ethnic_groups.json. `citizen_id`: 12 or 9 digits. The keys are made by `households.names`, never typed.
    `merged_into`: the person this one turned out to be; such a row is in no household and only keeps references whole.
    """

    full_name = models.CharField(max_length=100)
    folded_name = models.CharField(max_length=250)
    bare_name = models.CharField(max_length=100)
    surname = models.CharField(max_length=100, blank=True, default="")
    middle_name = models.CharField(max_length=100, blank=True, default="")
    given_name = models.CharField(max_length=100)
    sort_key = models.CharField(max_length=500)
    sex = models.CharField(max_length=6, choices=Sex, blank=True, default="")
    birth = models.PositiveIntegerField(null=True, blank=True)
    ethnic_group = models.CharField(max_length=2, blank=True, default="")
    citizen_id = models.CharField(max_length=12, blank=True, default="")
    phone = models.CharField(max_length=15, blank=True, default="")
    died_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="absorbed")
    changed_in = written_in()

    class Meta:
        ordering = ("sort_key", "id")
        indexes = (
            models.Index(fields=("citizen_id",), condition=~Q(citizen_id=""), name="person_citizen_id"),
            models.Index(fields=("birth", "bare_name"), name="person_born_and_called"),
        )  # of the dead as well
        constraints = (
            models.UniqueConstraint(
                fields=("citizen_id",),
                condition=~Q(citizen_id="") & Q(died_on=None, merged_into=None),
                name="person_one_living_per_id",
            ),
            models.CheckConstraint(condition=~Q(merged_into=models.F("id")), name="person_not_merged_into_itself"),
            models.CheckConstraint(condition=~Q(full_name=""), name="person_has_a_name"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="person_sex_known"),
            models.CheckConstraint(
                condition=Q(citizen_id__regex=r"^([0-9]{9}|[0-9]{12})?$"), name="person_citizen_id_digits"
            ),
            models.CheckConstraint(condition=Q(ethnic_group__regex=r"^([0-9]{2})?$"), name="person_ethnic_group_code"),
            models.CheckConstraint(condition=Q(phone__regex=r"^([0-9]{8,15})?$"), name="person_phone_digits"),
            models.CheckConstraint(condition=Q(birth__range=(18500000, 21991231)), name="person_birth_in_our_time"),
        )

    def __str__(self) -> str:
        return self.full_name
