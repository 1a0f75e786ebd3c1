"""Decisions of the commune's chairman, the classes they give and take, certificates."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from giamngheo.review.models.case import Assessment, ReviewCase
from giamngheo.review.models.kinds import HELD, ClassPath, DecisionKind, ItemOutcome, PovertyClass
from giamngheo.review.models.round import ReviewRound


class Decision(models.Model):
    """A decision (list by Mẫu 02), a refusal in writing, a correction, or the list that stood before the system.

    A draft until `signed_at`; then nothing of it or its items changes. `document`: its entry in the register of
    documents, whence its number; several opening lists may be entered of one document. `effective_from`: the first day
    of the classes it gives.
    `without_opinion`: why it was signed before the higher level answered (annual path); "" where it answered.
    """

    kind = models.CharField(max_length=12, choices=DecisionKind)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="review_decisions")
    round = models.ForeignKey(ReviewRound, models.PROTECT, null=True, blank=True, related_name="decisions")
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    effective_from = models.DateField()
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    reason = models.TextField(blank=True, default="")
    without_opinion = models.TextField(blank=True, default="")
    signer = models.CharField(max_length=150, blank=True, default="")
    signer_post = models.CharField(max_length=200, blank=True, default="")
    signed_on = models.DateField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="decision_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="opening") | Q(kind="correction") | Q(round__isnull=False),
                name="decision_of_a_round",
            ),
            models.CheckConstraint(
                condition=(Q(kind="correction") & Q(corrects__isnull=False) & ~Q(reason=""))
                | (~Q(kind="correction") & Q(corrects=None)),
                name="decision_correction_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None) | (Q(document__isnull=False) & Q(signed_on__isnull=False) & ~Q(signer="")),
                name="decision_signed_whole",
            ),
            models.UniqueConstraint(
                fields=("document",), condition=~Q(kind="opening"), name="decision_of_its_own_document"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class DecisionItem(models.Model):
    """What a decision says of one household (or worker). `given`: the class from the decision's day; "none" or
    "not_poor": no class. `reason`: of a refusal, in words for the household; empty otherwise.

    `case` null: an item of the opening list. `corrects`: the item this one puts right.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="items")
    case = models.ForeignKey(ReviewCase, models.PROTECT, null=True, blank=True, related_name="decision_items")
    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, blank=True, related_name="+")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="decision_items")
    person = models.ForeignKey("households.Person", models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=ItemOutcome)
    path = models.CharField(max_length=24, choices=ClassPath)
    before = models.CharField(max_length=24, choices=PovertyClass, default=PovertyClass.NONE)
    given = models.CharField(max_length=24, choices=PovertyClass)
    deprivations = models.JSONField(default=list, blank=True)
    reason = models.TextField(blank=True, default="")
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrected_by")

    class Meta:
        ordering = ("decision_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("decision", "case"), name="item_case_once"),
            models.CheckConstraint(condition=Q(outcome__in=ItemOutcome.values), name="item_outcome_known"),
            models.CheckConstraint(condition=Q(path__in=ClassPath.values), name="item_path_known"),
            models.CheckConstraint(
                condition=Q(given__in=PovertyClass.values, before__in=PovertyClass.values), name="item_class_known"
            ),
            models.CheckConstraint(condition=~Q(outcome="refused") | ~Q(reason=""), name="item_refused_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.decision_id}/{self.household_id}: {self.given}"


class HouseholdClass(models.Model):
    """A class held between two days (inclusive), by items of signed decisions; not held where `voided_by` a correction.

    It counts on a day only while the household is one and lives in the commune: the register says that, not this row.
    """

    household = models.ForeignKey("households.Household", models.PROTECT, related_name="classes")
    person = models.ForeignKey("households.Person", models.PROTECT, null=True, blank=True, related_name="classes")
    path = models.CharField(max_length=24, choices=ClassPath)
    value = models.CharField(max_length=24, choices=[(each.value, each.label) for each in HELD])
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey(DecisionItem, models.PROTECT, related_name="began")
    ended_by = models.ForeignKey(DecisionItem, models.PROTECT, null=True, blank=True, related_name="ended")
    voided_by = models.ForeignKey(DecisionItem, models.PROTECT, null=True, blank=True, related_name="voided")

    class Meta:
        ordering = ("household_id", "valid_from")
        indexes = (models.Index(fields=("path", "value", "valid_from"), name="class_on_a_day"),)
        constraints = (
            models.UniqueConstraint(
                fields=("household", "path"),
                condition=Q(valid_to=None, person=None, voided_by=None),
                name="class_one_open",
            ),
            models.UniqueConstraint(
                fields=("person", "path"),
                condition=Q(valid_to=None, person__isnull=False, voided_by=None),
                name="class_one_open_of_a_person",
            ),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="class_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(path__in=ClassPath.values), name="class_path_known"),
            models.CheckConstraint(
                condition=Q(path="poverty", value__in=("poor", "near_poor"), person=None)
                | Q(path="average_living_standard", value="average_living_standard", person=None)
                | Q(path="low_income_worker", value="low_income_worker", person__isnull=False),
                name="class_of_its_path",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None, ended_by=None) | Q(valid_to__isnull=False, ended_by__isnull=False),
                name="class_end_says_by_what",
            ),
        )

    def __str__(self) -> str:
        return f"{self.household_id}: {self.value} {self.valid_from}"


class Certificate(models.Model):
    """Giấy chứng nhận hộ nghèo, hộ cận nghèo (Mẫu 03, QĐ 24/2021/QĐ-TTg). `number` runs within commune and year.

    A household keeps one certificate for the period of the standard; each year has its block.
    `replaces`: the certificate that was lost or worn out.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="certificates")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="certificates")
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    issued_on = models.DateField()
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaced_because = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "year", "number")
        constraints = (
            models.UniqueConstraint(fields=("unit", "year", "number"), name="certificate_number_once"),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaced_because=""), name="certificate_replaced_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class CertificateYear(models.Model):
    """One year's block of a certificate: append-only. `item`: the decision's item it prints."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField()
    item = models.ForeignKey(DecisionItem, models.PROTECT, related_name="certificate_years")
    signed_on = models.DateField()
    signer = models.CharField(max_length=150)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("certificate_id", "year", "id")
        constraints = (models.UniqueConstraint(fields=("certificate", "year", "item"), name="certificateyear_once"),)

    def __str__(self) -> str:
        return f"{self.certificate_id}: {self.year}"
