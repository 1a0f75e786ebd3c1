"""Papers of a whole round or village made in the background: how far, and where the file waits to be fetched."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.review.models.round import ReviewRound


class PaperJobState(models.TextChoices):
    """waiting → working → ready; or stopped by a person; or failed."""

    WAITING = "waiting", _("chờ làm")
    WORKING = "working", _("đang làm")
    READY = "ready", _("đã xong")
    STOPPED = "stopped", _("đã dừng")
    FAILED = "failed", _("không làm được")


class PaperKind(models.TextChoices):
    """Papers of which there may be too many to wait for; the values are their addresses (review/papers/registry.py)."""

    CERTIFICATES = "giay-chung-nhan-dot", _("Giấy chứng nhận của cả đợt")
    SLIPS = "phieu-giai-thich-dot", _("Phiếu giải thích cho các hộ")


class PaperForm(models.TextChoices):
    """Kinds of file a paper is made as."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"


class PaperJob(models.Model):
    """`done` of `total` sheets: certificates of the round, or slips of a `village` of it. `file`: its name while it
    waits; it is removed after a day, for it shows whole ids, or what families told. `result`: {"finding": …} when it
    failed."""

    kind = models.CharField(max_length=24, choices=PaperKind, default=PaperKind.CERTIFICATES)
    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="paper_jobs")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(max_length=4, choices=PaperForm)
    state = models.CharField(max_length=8, choices=PaperJobState, default=PaperJobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField()
    cancel_asked = models.BooleanField(default=False)
    file = models.CharField(max_length=80, blank=True, default="")
    result = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=PaperJobState.values), name="paperjob_state_known"),
            models.CheckConstraint(condition=Q(kind__in=PaperKind.values), name="paperjob_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="giay-chung-nhan-dot", village=None)
                | Q(kind="phieu-giai-thich-dot", village__isnull=False),
                name="paperjob_slips_of_a_village",
            ),
            models.CheckConstraint(condition=Q(form__in=PaperForm.values), name="paperjob_form_known"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="paperjob_not_more_than_all"),
            models.CheckConstraint(condition=Q(file="") | Q(state="ready"), name="paperjob_file_is_ready"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.round_id}: {self.done}/{self.total} {self.state}"
