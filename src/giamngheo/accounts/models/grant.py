"""Grants: a role, in a unit and all units under it, or in some of its villages, between two days."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from giamngheo.accounts.models.user import User
from giamngheo.accounts.roles import Role
from giamngheo.territory.models import Unit, Village


class Grant(models.Model):
    """`unit` null: the whole country. Never deleted; taken back by `revoked_at` and `revoked_by`, at once.

    `by_village`: only in `villages` of the unit, and without the rights over the unit itself (roles.BY_VILLAGE). It is
    said here, so that a grant whose villages were lost gives nothing instead of everything.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="grants")
    by_village = models.BooleanField(default=False)
    villages: models.ManyToManyField[Village, GrantVillage] = models.ManyToManyField(
        Village, through="GrantVillage", related_name="grants"
    )
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    granted_at = models.DateTimeField(auto_now_add=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")  # null: the system
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(role__in=Role.values), name="grant_role_known"),
            models.CheckConstraint(
                condition=Q(by_village=False) | Q(unit__isnull=False), name="grant_village_of_a_unit"
            ),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="grant_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(granted_by=None) | ~Q(granted_by=F("user")), name="grant_not_by_its_own_user"
            ),
            models.CheckConstraint(
                condition=Q(revoked_by=None) | Q(revoked_at__isnull=False), name="grant_revoked_by_with_at"
            ),
            models.UniqueConstraint(
                fields=("user", "role", "unit"), condition=Q(revoked_at=None, valid_to=None), name="grant_once_open"
            ),
            models.UniqueConstraint(
                fields=("user", "role"),
                condition=Q(revoked_at=None, valid_to=None, unit=None),
                name="grant_once_open_everywhere",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id or '*'}"


class GrantVillage(models.Model):
    """A village of a grant limited to villages. Written with the grant and never changed: for others, another grant."""

    grant = models.ForeignKey(Grant, models.PROTECT, related_name="+")
    village = models.ForeignKey(Village, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("grant_id", "village_id")
        constraints = (models.UniqueConstraint(fields=("grant", "village"), name="grantvillage_once"),)

    def __str__(self) -> str:
        return f"{self.grant_id}: {self.village_id}"
