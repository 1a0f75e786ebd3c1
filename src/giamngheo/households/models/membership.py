"""Who is a member of which household, from when to when, and how related to its head."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from giamngheo.households.models.change import written_in
from giamngheo.households.models.household import Household
from giamngheo.households.models.person import Person


class Relation(models.TextChoices):
    """To the head of the household. UNKNOWN is asked again, never guessed."""

    HEAD = "head", _("chủ hộ")
    SPOUSE = "spouse", _("vợ, chồng")
    CHILD = "child", _("con")
    CHILD_IN_LAW = "child_in_law", _("con dâu, con rể")
    PARENT = "parent", _("bố, mẹ")
    GRANDPARENT = "grandparent", _("ông, bà")
    GRANDCHILD = "grandchild", _("cháu nội, cháu ngoại")
    SIBLING = "sibling", _("anh, chị, em")
    OTHER_KIN = "other_kin", _("họ hàng khác")
    NOT_KIN = "not_kin", _("không họ hàng")
    UNKNOWN = "unknown", _("chưa rõ")


class LeftAs(models.TextChoices):
    """Why a membership ended; the last four are the departures."""

    DIED = "died", _("mất")
    SPLIT = "split", _("tách hộ")
    MERGED = "merged", _("nhập hộ")
    REGROUPED = "regrouped", _("quan hệ với chủ hộ thay đổi")
    MERGED_PEOPLE = "merged_people", _("gộp người trùng")
    OTHER_COMMUNE = "other_commune", _("chuyển đi xã khác trong tỉnh")
    OTHER_PROVINCE = "other_province", _("chuyển đi tỉnh khác")
    ABROAD = "abroad", _("ra nước ngoài")
    ELSEWHERE = "elsewhere", _("chuyển đi, chưa rõ nơi đến")


DEPARTURES = (LeftAs.OTHER_COMMUNE, LeftAs.OTHER_PROVINCE, LeftAs.ABROAD, LeftAs.ELSEWHERE)


class Membership(models.Model):
    """A person in a household between two days (inclusive), with the relation to the head.

    `left_as`: why the row ended, where to; empty while it is open.
    """

    household = models.ForeignKey(Household, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    relation = models.CharField(max_length=12, choices=Relation)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    left_as = models.CharField(max_length=14, choices=LeftAs, blank=True, default="")
    left_to = models.CharField(max_length=200, blank=True, default="")  # the place as told
    changed_in = written_in()

    class Meta:
        ordering = ("household_id", "valid_from", "id")
        constraints = (
            models.UniqueConstraint(fields=("person",), condition=Q(valid_to=None), name="membership_one_open"),
            models.UniqueConstraint(
                fields=("household",), condition=Q(valid_to=None, relation="head"), name="membership_one_open_head"
            ),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="membership_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(relation__in=Relation.values),
                name="membership_relation_known",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None, left_as="", left_to="")
                | Q(
                    valid_to__isnull=False,
                    left_as__in=LeftAs.values,
                ),
                name="membership_end_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} in {self.household_id} ({self.relation})"
