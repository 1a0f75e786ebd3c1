"""Revolving money: pots of groups, loans, entries. docs/algorithms/revolving.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RevolvingKind(models.TextChoices):
    """What an entry does."""

    CAPITAL = "capital", _("nhận vốn")
    LEND = "lend", _("cho vay")
    REPAY = "repay", _("thu nợ gốc")
    WRITE_OFF = "write_off", _("xóa nợ")
    REVERSE = "reverse", _("bút toán đảo")


class RevolvingPot(models.Model):
    """The revolving money of one group; `available`: what can be lent now, kept by the database's triggers alone."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="revolving_pots")
    name = models.CharField(max_length=200)
    available = models.BigIntegerField(default=0)
    last_entry = models.BigIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "name"), name="pot_once"),
            models.CheckConstraint(condition=~Q(name=""), name="pot_is_named"),
            models.CheckConstraint(condition=Q(available__gte=0), name="pot_never_below_nought"),
        )

    def __str__(self) -> str:
        return self.name


class RevolvingLoan(models.Model):
    """Principal lent to a household or a group, in `count` instalments every `months` months from `first_due`.

    `outstanding` is kept by the database's triggers alone; the rest never changes.
    """

    pot = models.ForeignKey(RevolvingPot, models.PROTECT, related_name="loans")
    household = models.ForeignKey("households.Household", models.PROTECT, null=True, blank=True, related_name="+")
    group = models.CharField(max_length=200, blank=True, default="")
    principal = models.BigIntegerField()
    on = models.DateField()
    count = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField()
    first_due = models.DateField()
    paper = models.CharField(max_length=80, blank=True, default="")
    outstanding = models.BigIntegerField(default=0)
    last_entry = models.BigIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pot_id", "on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(household__isnull=False, group="") | (Q(household=None) & ~Q(group="")),
                name="loan_has_one_borrower",
            ),
            models.CheckConstraint(
                condition=Q(principal__gt=0, count__gte=1, count__lte=120, months__gte=1, months__lte=12),
                name="loan_schedule_plausible",
            ),
            models.CheckConstraint(condition=Q(principal__gte=F("count")), name="loan_instalment_of_something"),
            models.CheckConstraint(condition=Q(first_due__gt=F("on")), name="loan_due_after_lent"),
            models.CheckConstraint(
                condition=Q(outstanding__gte=0, outstanding__lte=F("principal")), name="loan_never_below_nought"
            ),
        )

    def __str__(self) -> str:
        return f"{self.pot_id}: {self.principal} {self.on}"


class RevolvingEntry(models.Model):
    """One movement of whole đồng of a pot. Append-only; capital names the entry it came from, the others their loan."""

    kind = models.CharField(max_length=9, choices=RevolvingKind)
    on = models.DateField()
    pot = models.ForeignKey(RevolvingPot, models.PROTECT, related_name="entries")
    loan = models.ForeignKey(RevolvingLoan, models.PROTECT, null=True, blank=True, related_name="entries")
    amount = models.BigIntegerField()
    ledger_entry = models.ForeignKey(
        "funds.LedgerEntry", models.PROTECT, null=True, blank=True, related_name="revolving"
    )
    gift_entry = models.ForeignKey("funds.GiftEntry", models.PROTECT, null=True, blank=True, related_name="revolving")
    paper = models.CharField(max_length=80, blank=True, default="")
    note = models.TextField(blank=True, default="")
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("on", "id")
        verbose_name_plural = "revolving entries"
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=RevolvingKind.values), name="revolving_kind_known"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="revolving_amount_positive"),
            models.CheckConstraint(
                condition=Q(kind="capital", loan=None, ledger_entry__isnull=False, gift_entry=None)
                | Q(kind="capital", loan=None, ledger_entry=None, gift_entry__isnull=False)
                | (~Q(kind="capital") & Q(ledger_entry=None, gift_entry=None)),
                name="revolving_capital_names_source",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("lend", "repay", "write_off")) | Q(loan__isnull=False),
                name="revolving_of_a_loan",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("write_off", "reverse")) | ~Q(note=""), name="revolving_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(kind="reverse", reverses__isnull=False) | (~Q(kind="reverse") & Q(reverses=None)),
                name="revolving_reverse_names_what",
            ),
            models.UniqueConstraint(fields=("loan",), condition=Q(kind="lend"), name="loan_lent_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.on}"
