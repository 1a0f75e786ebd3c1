"""Job fairs: who offered work, how many came, were interviewed, were hired. docs/algorithms/courses.md."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.labour.models.placement import Placement
from giamngheo.labour.models.vacancy import Employer


class VisitorMethod(models.TextChoices):
    """How it is known how many came."""

    SIGNED = "signed", _("theo danh sách ký")
    COUNTED = "counted", _("đếm ở cửa")
    ESTIMATED = "estimated", _("ước lượng")
    NOT_COUNTED = "not_counted", _("chưa đếm")


class FairState(models.TextChoices):
    """Planned, then closed or cancelled for ever."""

    PLANNED = "planned", _("dự kiến, đang ghi")
    CLOSED = "closed", _("đã chốt")
    CANCELLED = "cancelled", _("đã hủy")


class JobFair(models.Model):
    """A day when employers and people who look for work meet. `visitors` null: not counted."""

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="job_fairs")
    title = models.CharField(max_length=200)
    on = models.DateField()
    place = models.CharField(max_length=200)
    visitors = models.PositiveIntegerField(null=True, blank=True)
    visitor_method = models.CharField(max_length=11, choices=VisitorMethod, default=VisitorMethod.NOT_COUNTED)
    state = models.CharField(max_length=9, choices=FairState, default=FairState.PLANNED)
    reason = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-id")
        indexes = (models.Index(fields=("unit", "on"), name="fair_unit_on"),)
        constraints = (
            models.CheckConstraint(condition=~Q(title="") & ~Q(place=""), name="fair_says_what"),
            models.CheckConstraint(
                condition=Q(visitor_method="not_counted", visitors=None)
                | Q(visitor_method__in=["signed", "counted", "estimated"], visitors__isnull=False),
                name="fair_visitors_say_how",
            ),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(reason="")) | Q(state__in=["planned", "closed"], reason=""),
                name="fair_cancelled_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.title


class FairEmployer(models.Model):
    """An employer at a fair: places `offered`, people `interviewed`, people `hired` on the spot."""

    fair = models.ForeignKey(JobFair, models.PROTECT, related_name="employers")
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="fairs")
    offered = models.PositiveIntegerField(default=0)
    interviewed = models.PositiveIntegerField(default=0)
    hired = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("fair_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("fair", "employer"), name="fair_employer_once"),
            models.CheckConstraint(condition=Q(hired__lte=F("interviewed")), name="fair_hired_were_interviewed"),
        )

    def __str__(self) -> str:
        return f"{self.fair_id}: {self.employer_id}"


class FairHire(models.Model):
    """A placement that came of a fair: somebody of the register among the `hired`."""

    at_fair = models.ForeignKey(FairEmployer, models.PROTECT, related_name="hires")
    placement = models.OneToOneField(Placement, models.PROTECT, related_name="fair_hire")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("at_fair_id", "id")

    def __str__(self) -> str:
        return f"{self.at_fair_id}: {self.placement_id}"
