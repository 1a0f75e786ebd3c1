"""Gifts to a commune's funds: donors, what came, what was used, what is left. docs/algorithms/gifts.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DonorKind(models.TextChoices):
    """Who gives."""

    PERSON = "person", _("cá nhân")
    ORGANISATION = "organisation", _("tổ chức, doanh nghiệp")
    ANONYMOUS = "anonymous", _("không để lại tên")


class GiftForm(models.TextChoices):
    """What is given."""

    MONEY = "money", _("tiền")
    GOODS = "goods", _("hiện vật")
    WORK = "work", _("ngày công")


class GiftKind(models.TextChoices):
    """What an entry does."""

    RECEIVE = "receive", _("tiếp nhận")
    USE = "use", _("sử dụng")
    REVERSE = "reverse", _("bút toán đảo")


class GiftFund(models.Model):
    """A fund that a commune reports on: its Fund for the Poor, or another; `keeper`: who keeps its money."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="gift_funds")
    name = models.CharField(max_length=200)
    keeper = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "name"), name="giftfund_once"),
            models.CheckConstraint(condition=~Q(name="") & ~Q(keeper=""), name="giftfund_is_named"),
        )

    def __str__(self) -> str:
        return self.name


class Donor(models.Model):
    """Who gave to the funds of a commune. `published`: agreed to be named in publications."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="donors")
    kind = models.CharField(max_length=12, choices=DonorKind)
    name = models.CharField(max_length=200, blank=True, default="")
    published = models.BooleanField(default=False)

    class Meta:
        ordering = ("unit_id", "kind", "name")
        constraints = (
            models.UniqueConstraint(fields=("unit", "kind", "name", "published"), name="donor_once"),
            models.CheckConstraint(condition=Q(kind__in=DonorKind.values), name="donor_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="anonymous", name="", published=False) | (~Q(kind="anonymous") & ~Q(name="")),
                name="donor_named_unless_anonymous",
            ),
        )

    def __str__(self) -> str:
        return self.name or str(DonorKind.ANONYMOUS.label)


class GiftAccount(models.Model):
    """What a fund holds of one thing for one purpose; kept by the database's triggers alone.

    `earmark`: the purpose the donor named, "" in general. `hundredths`: of the measure, of goods and days of work.
    """

    fund = models.ForeignKey(GiftFund, models.PROTECT, related_name="accounts")
    form = models.CharField(max_length=5, choices=GiftForm)
    what = models.CharField(max_length=120, blank=True, default="")
    measure = models.CharField(max_length=40, blank=True, default="")
    earmark = models.CharField(max_length=200, blank=True, default="")
    balance = models.BigIntegerField(default=0)
    hundredths = models.BigIntegerField(default=0)
    last_entry = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("fund_id", "form", "what", "earmark")
        constraints = (
            models.UniqueConstraint(fields=("fund", "form", "what", "measure", "earmark"), name="giftaccount_once"),
            models.CheckConstraint(condition=Q(form__in=GiftForm.values), name="giftaccount_form_known"),
            models.CheckConstraint(
                condition=Q(form="money", what="", measure="") | (~Q(form="money") & ~Q(what="") & ~Q(measure="")),
                name="giftaccount_says_what",
            ),
            models.CheckConstraint(
                condition=Q(balance__gte=0, hundredths__gte=0), name="giftaccount_never_below_nought"
            ),
            models.CheckConstraint(
                condition=Q(form="money") | Q(hundredths__gt=0) | Q(balance=0), name="giftaccount_no_value_of_nothing"
            ),
        )

    def __str__(self) -> str:
        return f"{self.fund_id}: {self.form} {self.what}"


class GiftClosing(models.Model):
    """A year of a fund that was closed, with every year before it: no entry is of it any more. Append-only.

    `opening`, `received`, `used`: đồng of money in it; `carried`: what the next year begins with; `valued`: estimated
    đồng of goods and work that go on beside it.
    """

    fund = models.ForeignKey(GiftFund, models.PROTECT, related_name="closings")
    year = models.PositiveSmallIntegerField()
    opening = models.BigIntegerField()
    received = models.BigIntegerField()
    used = models.BigIntegerField()
    carried = models.BigIntegerField()
    valued = models.BigIntegerField()
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("fund_id", "-year")
        constraints = (
            models.UniqueConstraint(fields=("fund", "year"), name="giftclosing_once"),
            models.CheckConstraint(condition=Q(year__gte=2016, year__lte=2100), name="giftclosing_year_plausible"),
            models.CheckConstraint(
                condition=Q(carried=F("opening") + F("received") - F("used"), carried__gte=0, valued__gte=0),
                name="giftclosing_adds_up",
            ),
        )

    def __str__(self) -> str:
        return f"{self.fund_id}: {self.year}"


class GiftEntry(models.Model):
    """What came into an account, or went to whom. Append-only; `reverses`: the entry taken back by this one.

    `paper`: number of the receipt or of the minutes of handing over.
    """

    kind = models.CharField(max_length=7, choices=GiftKind)
    on = models.DateField()
    account = models.ForeignKey(GiftAccount, models.PROTECT, related_name="entries")
    amount = models.BigIntegerField()
    hundredths = models.BigIntegerField(default=0)
    donor = models.ForeignKey(Donor, models.PROTECT, null=True, blank=True, related_name="gifts")
    household = models.ForeignKey("households.Household", models.PROTECT, null=True, blank=True, related_name="+")
    work_item = models.ForeignKey("programme.WorkItem", models.PROTECT, null=True, blank=True, related_name="+")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    paper = models.CharField(max_length=80, blank=True, default="")
    note = models.TextField(blank=True, default="")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("on", "id")
        verbose_name_plural = "gift entries"
        indexes = (models.Index(fields=("account", "on"), name="gift_on"),)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=GiftKind.values), name="gift_kind_known"),
            models.CheckConstraint(
                condition=Q(amount__gte=0, hundredths__gte=0) & (Q(amount__gt=0) | Q(hundredths__gt=0)),
                name="gift_of_something",
            ),
            models.CheckConstraint(
                condition=Q(kind="receive", donor__isnull=False) | (~Q(kind="receive") & Q(donor=None)),
                name="gift_receipt_has_donor",
            ),
            models.CheckConstraint(
                condition=Q(kind="use", household__isnull=False, work_item=None, village=None)
                | Q(kind="use", household=None, work_item__isnull=False, village=None)
                | Q(kind="use", household=None, work_item=None, village__isnull=False)
                | (~Q(kind="use") & Q(household=None, work_item=None, village=None)),
                name="gift_use_has_one_recipient",
            ),
            models.CheckConstraint(
                condition=(Q(kind="reverse", reverses__isnull=False) & ~Q(note=""))
                | (~Q(kind="reverse") & Q(reverses=None)),
                name="gift_reverse_names_what",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.on}"
