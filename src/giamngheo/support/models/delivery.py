"""The ledger of deliveries: append-only, taken back by counter-rows. docs/algorithms/support.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Confirmation(models.TextChoices):
    """How receipt was confirmed (Thông tư 60/2026/TT-BTC Điều 3 khoản 3)."""

    SIGNATURE = "signature", _("ký nhận")
    FINGERPRINT = "fingerprint", _("điểm chỉ")
    PAYMENT = "payment", _("xác nhận của dịch vụ thanh toán")


class SupportDelivery(models.Model):
    """One handing over to a household, or to a `person` of it. Append-only; `reverses`: the row taken back by this one.

    `kind`: code of data/catalogue.yaml; `content`: what "the same content" is, of that kind (and item).
    `instalment`: 0 the whole year, else its number in the year. `amount`: whole đồng, null for goods: `quantity` in
    `measure` of `item`. Source: `fund_line`, or `donor` in words. `recipient`: who received it for them.
    `reference`: of the payment's confirmation. `sheet`: the workbook it entered with. `reason`: why beside the same
    content, or why taken back.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="support_deliveries")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="support_deliveries")
    person = models.ForeignKey(
        "households.Person", models.PROTECT, null=True, blank=True, related_name="support_deliveries"
    )
    recipient = models.ForeignKey("households.Person", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    content = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    instalment = models.PositiveSmallIntegerField(default=0)
    on = models.DateField()
    amount = models.BigIntegerField(null=True, blank=True)
    item = models.CharField(max_length=150, blank=True, default="")
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField(max_length=40, blank=True, default="")
    specification = models.CharField(max_length=200, blank=True, default="")
    brand = models.CharField(max_length=100, blank=True, default="")
    maker = models.CharField(max_length=150, blank=True, default="")
    fund_line = models.ForeignKey(
        "funds.FundLine", models.PROTECT, null=True, blank=True, related_name="support_deliveries"
    )
    donor = models.CharField(max_length=200, blank=True, default="")
    work_item = models.ForeignKey(
        "programme.WorkItem", models.PROTECT, null=True, blank=True, related_name="support_deliveries"
    )
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    confirmation = models.CharField(max_length=12, choices=Confirmation)
    reference = models.CharField(max_length=80, blank=True, default="")
    delivered_by = models.CharField(max_length=150, blank=True, default="")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    sheet = models.ForeignKey(
        "documents.SheetImport", models.PROTECT, null=True, blank=True, related_name="support_deliveries"
    )
    reason = models.TextField(blank=True, default="")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-id")
        verbose_name_plural = "support deliveries"
        indexes = (
            models.Index(fields=("unit", "year", "kind"), name="delivery_unit_year"),
            models.Index(fields=("household", "year", "content"), name="delivery_household"),
            models.Index(
                fields=("person", "year", "content"), name="delivery_person", condition=Q(person__isnull=False)
            ),
        )
        constraints = (
            models.CheckConstraint(
                # Said in full: what is compared with NULL is unknown, and a check lets the unknown pass.
                condition=Q(amount__isnull=False, amount__gt=0, quantity=None)
                & Q(item="", measure="", specification="", brand="", maker="")
                | (Q(amount=None, quantity__gt=0, quantity__isnull=False) & ~Q(item="") & ~Q(measure="")),
                name="delivery_money_or_goods",
            ),
            models.CheckConstraint(
                condition=(Q(fund_line__isnull=False) & Q(donor="")) | (Q(fund_line=None) & ~Q(donor="")),
                name="delivery_has_one_source",
            ),
            models.CheckConstraint(
                condition=Q(confirmation__in=Confirmation.values), name="delivery_confirmation_known"
            ),
            models.CheckConstraint(condition=~Q(kind="") & ~Q(content=""), name="delivery_has_a_kind"),
            models.CheckConstraint(condition=Q(instalment__lte=12), name="delivery_instalment_of_a_year"),
            models.CheckConstraint(condition=Q(year__gte=2016, year__lte=2100), name="delivery_year_plausible"),
            models.CheckConstraint(condition=Q(reverses=None) | ~Q(reason=""), name="delivery_reversed_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.household_id}"


class DeliveryFile(models.Model):
    """Another photo or document that shows a delivery, beside the first one. Append-only, as the delivery."""

    delivery = models.ForeignKey(SupportDelivery, models.PROTECT, related_name="more_files")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")

    class Meta:
        ordering = ("delivery_id", "id")
        constraints = (models.UniqueConstraint(fields=("delivery", "file"), name="deliveryfile_once"),)

    def __str__(self) -> str:
        return f"{self.delivery_id}: {self.file_id}"
