"""What a household asks for in writing."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.review.models.kinds import Channel, RequestForm


class ReviewRequest(models.Model):
    """A request as it was received; never changed. `number`: running number of the commune's receipts in the year.

    `applicant`: who signed it, as written. `person`: the worker, for a low-income worker; null otherwise.
    What became of it is its case (`ReviewCase.request`), of several the one not withdrawn; a request without case, or
    only with cases of cancelled rounds, waits for a round.
    """

    form = models.CharField(max_length=24, choices=RequestForm)
    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="review_requests")
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="review_requests")
    person = models.ForeignKey(
        "households.Person", models.PROTECT, null=True, blank=True, related_name="review_requests"
    )
    applicant = models.CharField(max_length=150)
    received_on = models.DateField()
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.DIRECT)
    content = models.TextField(blank=True, default="")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-received_on", "-id")
        indexes = (models.Index(fields=("unit", "received_on"), name="request_unit_day"),)
        constraints = (
            models.UniqueConstraint(fields=("unit", "year", "number"), name="request_number_once"),
            models.CheckConstraint(condition=Q(form__in=RequestForm.values), name="request_form_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="request_channel_known"),
            models.CheckConstraint(
                condition=(Q(form="low_income_worker") & Q(person__isnull=False))
                | (~Q(form="low_income_worker") & Q(person=None)),
                name="request_person_of_its_form",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"
