"""Something that is not as it should be, found by a rule, and who does what about it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AlertKind(models.TextChoices):
    """The rule that found it; what each says and cites stands in alerts/rules.py."""

    SLOW_DISBURSEMENT = "slow_disbursement", _("giải ngân chậm")
    NOT_RECEIVED = "not_received", _("chưa nhận chế độ được hưởng")
    REVIEW_OVERDUE = "review_overdue", _("rà soát quá hạn")
    NOT_BALANCED = "not_balanced", _("số liệu biến động không khớp")
    IMPOSSIBLE = "impossible", _("số liệu không thể có")
    UNLIKE_OTHERS = "unlike_others", _("thôn khác hẳn các thôn khác")
    OVERDUE_FINDING = "overdue_finding", _("khắc phục sau kiểm tra quá hạn")


class AlertState(models.TextChoices):
    """open → acknowledged → resolved, or resolved at once."""

    OPEN = "open", _("chưa ai nhận")
    ACKNOWLEDGED = "acknowledged", _("đang xử lý")
    RESOLVED = "resolved", _("đã xong")


class Alert(models.Model):
    """One matter of one rule in a commune. `subject`: what it is about, in the rule's own words ("line:12").

    `code`: of the finding whose sentence it says with `values`; `amount`: how many or how much, for totals and order.
    `holds`: the last run still found it; a run that does not resolves it. `due_on`: the law's day where the rule knows
    one, else counted by the rule. `resolved_by` null with a time: the matter was gone at a run. `assigned_to`: to whom
    the last `AlertAssignment` gave it; null: it is of whoever holds the rule's right.
    """

    kind = models.CharField(max_length=20, choices=AlertKind)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="alerts")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    subject = models.CharField(max_length=80)
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    amount = models.BigIntegerField(default=0)
    opened_on = models.DateField()
    due_on = models.DateField()
    seen_on = models.DateField()
    holds = models.BooleanField(default=True)
    state = models.CharField(max_length=12, choices=AlertState, default=AlertState.OPEN)
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    plan = models.TextField(blank=True, default="")
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    resolved_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("due_on", "id")
        indexes = (models.Index(fields=("unit", "state", "due_on"), name="alert_of_a_unit"),)
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "unit", "subject"), condition=Q(holds=True), name="alert_one_that_holds"
            ),
            models.CheckConstraint(condition=Q(kind__in=AlertKind.values), name="alert_kind_known"),
            models.CheckConstraint(condition=Q(state__in=AlertState.values), name="alert_state_known"),
            models.CheckConstraint(
                condition=Q(state="resolved", resolved_at__isnull=False)
                | (~Q(state="resolved") & Q(resolved_at=None, resolved_by=None, holds=True)),
                name="alert_resolved_says_when",
            ),
            models.CheckConstraint(
                condition=Q(resolved_by=None) | ~Q(reason=""), name="alert_resolved_by_somebody_says_why"
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_by=None, acknowledged_at=None)
                | Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False),
                name="alert_acknowledged_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state="acknowledged") | Q(acknowledged_by__isnull=False),
                name="alert_acknowledged_by_somebody",
            ),
            models.CheckConstraint(condition=Q(seen_on__gte=models.F("opened_on")), name="alert_seen_since_opened"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.unit_id} {self.subject}"


class AlertAssignment(models.Model):
    """An alert was given to a named officer, until a day. Only added: the last one counts, the earlier say who had it.
    `reason` empty: the first, of an alert that nobody had taken."""

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="assignments")
    number = models.PositiveSmallIntegerField()
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    due_on = models.DateField()
    reason = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("alert_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("alert", "number"), name="alertassignment_once"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="alertassignment_again_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.alert_id}/{self.number}: {self.to_id}"
