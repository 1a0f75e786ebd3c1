"""Public posting, complaints, and what is handed up after it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from giamngheo.review.models.case import Assessment, ReviewCase
from giamngheo.review.models.round import ReviewRound


class Posting(models.Model):
    """A list posted in a village and at the commune's office (income paths: the office alone): append-only.

    `starts_on`: the day it was put up; `ends_on`: its last working day, computed when it is put up.
    `after_recheck`: the second posting of what was checked again.
    """

    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="postings")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    after_recheck = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField()
    places = models.TextField()
    announced = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("round_id", "village_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("round", "village", "number"), name="posting_once"),
            models.UniqueConstraint(
                fields=("round", "number"), condition=Q(village=None), name="posting_of_the_office_once"
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="posting_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.round_id}/{self.village_id} #{self.number}"


class PostingItem(models.Model):
    """One household on a posted list, with the result that was posted."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="items")
    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="posting_items")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("posting_id", "id")
        constraints = (models.UniqueConstraint(fields=("posting", "case"), name="postingitem_once"),)

    def __str__(self) -> str:
        return f"{self.posting_id}/{self.case_id}"


class Complaint(models.Model):
    """Somebody's objection to a posted result: append-only. `answer_due`: last working day for the recheck.

    `late`: it came after the posting ended; accepted all the same, with `accepted_because`.
    """

    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="complaints")
    posting = models.ForeignKey(Posting, models.PROTECT, related_name="complaints")
    received_on = models.DateField()
    complainant = models.CharField(max_length=150)
    content = models.TextField()
    late = models.BooleanField(default=False)
    accepted_because = models.TextField(blank=True, default="")
    answer_due = models.DateField()
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("received_on", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(content=""), name="complaint_says_what"),
            models.CheckConstraint(
                condition=Q(late=False) | ~Q(accepted_because=""), name="complaint_late_says_why_accepted"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}: {self.received_on}"


class ComplaintAnswer(models.Model):
    """How a complaint was answered, after the recheck whose result is `assessment`: append-only."""

    complaint = models.OneToOneField(Complaint, models.PROTECT, related_name="answer")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")
    answered_on = models.DateField()
    upheld = models.BooleanField()
    content = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(content=""), name="complaintanswer_says_what"),)

    def __str__(self) -> str:
        return f"{self.complaint_id}: {self.answered_on}"


class Proposal(models.Model):
    """The list the committee hands to the commune's chairman after posting (Phụ lục VI): append-only."""

    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="proposals")
    number = models.PositiveSmallIntegerField(default=1)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("round_id", "number")
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="proposal_once"),)

    def __str__(self) -> str:
        return f"{self.round_id} #{self.number}"


class ProposalItem(models.Model):
    """One household on the list handed up."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="items")
    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="proposal_items")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("proposal_id", "id")
        constraints = (models.UniqueConstraint(fields=("proposal", "case"), name="proposalitem_once"),)

    def __str__(self) -> str:
        return f"{self.proposal_id}/{self.case_id}"


class HigherOpinion(models.Model):
    """The opinion of the higher level on a proposal (annual path). `asked_of`: the district, from 01/07/2025
    the province.

    `document`: our letter in the register of documents. The answer is written once; before that its fields are empty.
    """

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="opinion")
    asked_of = models.ForeignKey("territory.Unit", models.PROTECT, related_name="+")
    sent_on = models.DateField()
    due_on = models.DateField()
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField(null=True, blank=True)
    agrees = models.BooleanField(null=True, blank=True)
    answer = models.TextField(blank=True, default="")
    answer_reference = models.CharField(max_length=80, blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(answered_on=None, agrees=None) | Q(answered_on__isnull=False, agrees__isnull=False),
                name="opinion_answer_whole",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("sent_on")), name="opinion_answered_after_sent"
            ),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} → {self.asked_of_id}"
