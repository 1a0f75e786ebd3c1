"""The ledger: lines of money, accounts, entries, turnovers. docs/algorithms/ledger.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.funds.models.source import FundSource


class Stage(models.TextChoices):
    """Where money of a line stands."""

    ASSIGNED = "assigned", _("đã giao")
    ALLOCATED = "allocated", _("đã phân bổ")
    COMMITTED = "committed", _("đã ký hợp đồng")
    ADVANCED = "advanced", _("đã tạm ứng")
    DISBURSED = "disbursed", _("đã giải ngân")
    SETTLED = "settled", _("đã quyết toán")
    CANCELLED = "cancelled", _("đã hủy")


OPEN_STAGES = (Stage.ASSIGNED, Stage.ALLOCATED, Stage.COMMITTED, Stage.ADVANCED)


class EntryKind(models.TextChoices):
    """What an entry does; docs/algorithms/ledger.md says from where to where."""

    ASSIGN = "assign", _("giao vốn")
    REDUCE = "reduce", _("điều chỉnh giảm")
    ALLOCATE = "allocate", _("phân bổ")
    RETURN = "return", _("thu hồi phân bổ")
    COMMIT = "commit", _("ký hợp đồng")
    RELEASE = "release", _("giảm hợp đồng")
    ADVANCE = "advance", _("tạm ứng")
    RECOVER = "recover", _("thu hồi tạm ứng")
    DISBURSE = "disburse", _("giải ngân")
    REPAY = "repay", _("nộp lại")
    CARRY_OVER = "carry_over", _("chuyển nguồn")
    TRANSFER = "transfer", _("chuyển sang chương trình mới")
    CANCEL = "cancel", _("hủy dự toán")
    SETTLE = "settle", _("quyết toán")
    REVERSE = "reverse", _("bút toán đảo")


class FundLine(models.Model):
    """Money of a commune from one source, allocated in one year, for one node (null: not yet given to a project)."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="fund_lines")
    source = models.ForeignKey(FundSource, models.PROTECT, related_name="lines")
    year = models.PositiveSmallIntegerField()
    period = models.ForeignKey("programme.ProgrammePeriod", models.PROTECT, related_name="fund_lines")
    node = models.ForeignKey(
        "programme.ProgrammeNode", models.PROTECT, null=True, blank=True, related_name="fund_lines"
    )

    class Meta:
        ordering = ("unit_id", "year", "source_id", "node_id")
        constraints = (
            models.UniqueConstraint(fields=("unit", "source", "year", "period", "node"), name="fundline_once"),
            models.UniqueConstraint(
                fields=("unit", "source", "year", "period"), condition=Q(node=None), name="fundline_unallocated_once"
            ),
            models.CheckConstraint(condition=Q(year__gte=2016, year__lte=2100), name="fundline_year_plausible"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id}/{self.source_id}/{self.year}/{self.node_id or '-'}"


class LedgerAccount(models.Model):
    """A line in a budget year at a stage; `balance` in đồng is kept by the database's triggers alone."""

    line = models.ForeignKey(FundLine, models.PROTECT, related_name="accounts")
    budget_year = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=10, choices=Stage)
    balance = models.BigIntegerField(default=0)
    last_entry = models.BigIntegerField(default=0)  # the entry that moved it last: proof that the balance followed one

    class Meta:
        ordering = ("line_id", "budget_year", "id")
        constraints = (
            models.UniqueConstraint(fields=("line", "budget_year", "stage"), name="account_once"),
            models.CheckConstraint(condition=Q(balance__gte=0), name="account_never_below_nought"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="account_stage_known"),
        )

    def __str__(self) -> str:
        return f"{self.line_id}/{self.budget_year}/{self.stage}"


class Contract(models.Model):
    """A contract of a line's money: with whom, for what, how much, between which days. Never changed after entries."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="contracts")
    work_item = models.ForeignKey("programme.WorkItem", models.PROTECT, null=True, blank=True, related_name="contracts")
    number = models.CharField(max_length=80)
    contractor = models.CharField(max_length=300)
    content = models.TextField()
    value = models.BigIntegerField()
    signed_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-signed_on", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(value__gt=0), name="contract_value_positive"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("signed_on")), name="contract_ends_after_signed"),
            models.UniqueConstraint(fields=("unit", "number", "signed_on"), name="contract_once"),
        )

    def __str__(self) -> str:
        return self.number


class Acceptance(models.Model):
    """Work or goods accepted under a contract (biên bản nghiệm thu), by value: append-only."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="acceptances")
    on = models.DateField()
    amount = models.BigIntegerField()
    reference = models.CharField(max_length=80, blank=True, default="")
    note = models.TextField(blank=True, default="")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("contract_id", "on", "id")
        constraints = (models.CheckConstraint(condition=Q(amount__gt=0), name="acceptance_positive"),)

    def __str__(self) -> str:
        return f"{self.contract_id}: {self.amount}"


class LedgerEntry(models.Model):
    """One dated movement of whole đồng from an account to an account; null: outside. Append-only.

    `document`: the decision or treasury paper. `quantity`, `measure`: for days of work and goods beside their value.
    `sheet`: the workbook it entered with. `reverses`: the entry taken back by this one.
    """

    kind = models.CharField(max_length=10, choices=EntryKind)
    on = models.DateField()
    source_account = models.ForeignKey(LedgerAccount, models.PROTECT, null=True, blank=True, related_name="entries_out")
    target_account = models.ForeignKey(LedgerAccount, models.PROTECT, null=True, blank=True, related_name="entries_in")
    amount = models.BigIntegerField()
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, blank=True, related_name="entries")
    work_item = models.ForeignKey("programme.WorkItem", models.PROTECT, null=True, blank=True, related_name="entries")
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField(max_length=40, blank=True, default="")
    note = models.TextField(blank=True, default="")
    sheet = models.ForeignKey(
        "documents.SheetImport", models.PROTECT, null=True, blank=True, related_name="ledger_entries"
    )
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("on", "id")
        verbose_name_plural = "ledger entries"
        # With all that the matrix asks of a day inside a month, so that it reads no row of the table itself.
        indexes = (
            models.Index(fields=("target_account", "on", "kind", "amount", "reverses"), name="entry_in_on"),
            models.Index(fields=("source_account", "on", "kind", "amount", "reverses"), name="entry_out_on"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(amount__gt=0), name="entry_amount_positive"),
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="entry_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="reverse", reverses__isnull=False) | (~Q(kind="reverse") & Q(reverses=None)),
                name="entry_reverse_names_what",
            ),
            models.CheckConstraint(
                condition=Q(source_account__isnull=False) | Q(target_account__isnull=False), name="entry_moves_money"
            ),
            models.CheckConstraint(condition=~Q(source_account=F("target_account")), name="entry_between_two_accounts"),
            models.CheckConstraint(
                condition=Q(quantity=None, measure="") | (Q(quantity__gt=0) & ~Q(measure="")),
                name="entry_quantity_has_measure",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.amount} {self.on}"


class LedgerMonth(models.Model):
    """Turnover of an account in a month (YYYYMM), by kind of entry: kept by triggers, the source of the matrix."""

    account = models.ForeignKey(LedgerAccount, models.PROTECT, related_name="months")
    month = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=EntryKind)
    came_in = models.BigIntegerField(default=0)
    went_out = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("account_id", "month")
        constraints = (
            models.UniqueConstraint(fields=("account", "month", "kind"), name="turnover_once"),
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="turnover_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.account_id}/{self.month}/{self.kind}"


class LineDifficulty(models.Model):
    """What hinders a line's money, as an officer told it on a day; "" ends it. Append-only: the last one stands."""

    line = models.ForeignKey(FundLine, models.PROTECT, related_name="difficulties")
    on = models.DateField()
    text = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("line_id", "-on", "-id")
        verbose_name_plural = "line difficulties"
        indexes = (models.Index(fields=("line", "on"), name="difficulty_on"),)
        constraints = (models.CheckConstraint(condition=Q(on__gte="2016-01-01"), name="difficulty_day_plausible"),)

    def __str__(self) -> str:
        return f"{self.line_id}: {self.on}"


class YearClosing(models.Model):
    """A budget year of a commune that was closed: nothing enters it any more. Append-only."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="year_closings")
    budget_year = models.PositiveSmallIntegerField()
    on = models.DateField()
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-budget_year",)
        constraints = (models.UniqueConstraint(fields=("unit", "budget_year"), name="year_closed_once"),)

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.budget_year}"


class PeriodEnd(models.Model):
    """Until when money of a period may be moved, and into which budget year carried: dated data with its citation."""

    period = models.OneToOneField("programme.ProgrammePeriod", models.PROTECT, related_name="money_end")
    last_budget_year = models.PositiveSmallIntegerField()
    last_day = models.DateField()
    citation = models.CharField(max_length=300)
    verified = models.BooleanField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(citation=""), name="periodend_has_citation"),)

    def __str__(self) -> str:
        return f"{self.period_id}: {self.last_day}"
