"""A household (or worker) in a round, its steps, its screening and its assessments."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.review.models.kinds import AssessmentPurpose, CaseSource, CaseState, PovertyClass
from giamngheo.review.models.request import ReviewRequest
from giamngheo.review.models.round import ReviewRound


class ReviewCase(models.Model):
    """One household in a round; `person` the worker in a round about workers.

    `village`: where the household lived when listed. `class_before`: its class of this path on that day.
    `assessment`: the last one. `step`: number of the last `CaseStep`; the database lets no change pass without one, but
    that a case without request gets the household's. `listed_because`: why the committee put it on the list.
    """

    round = models.ForeignKey(ReviewRound, models.PROTECT, related_name="cases")
    household = models.ForeignKey("households.Household", models.PROTECT, related_name="review_cases")
    person = models.ForeignKey("households.Person", models.PROTECT, null=True, blank=True, related_name="review_cases")
    village = models.ForeignKey("territory.Village", models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=CaseSource)
    request = models.ForeignKey(ReviewRequest, models.PROTECT, null=True, blank=True, related_name="cases")
    class_before = models.CharField(max_length=24, choices=PovertyClass, default=PovertyClass.NONE)
    state = models.CharField(max_length=12, choices=CaseState, default=CaseState.LISTED)
    assessment = models.ForeignKey("review.Assessment", models.PROTECT, null=True, blank=True, related_name="+")
    step = models.PositiveSmallIntegerField(default=0)
    listed_because = models.TextField(blank=True, default="")
    listed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    listed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("round_id", "village_id", "id")
        indexes = (models.Index(fields=("round", "village", "state"), name="case_board"),)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "household"),
                condition=Q(person=None) & ~Q(state="withdrawn"),
                name="case_household_once",
            ),
            models.UniqueConstraint(
                fields=("request",), condition=~Q(state="withdrawn"), name="case_of_a_request_once"
            ),
            models.UniqueConstraint(
                fields=("round", "person"),
                condition=Q(person__isnull=False) & ~Q(state="withdrawn"),
                name="case_person_once",
            ),
            models.CheckConstraint(condition=Q(state__in=CaseState.values), name="case_state_known"),
            models.CheckConstraint(condition=Q(source__in=CaseSource.values), name="case_source_known"),
            models.CheckConstraint(condition=Q(class_before__in=PovertyClass.values), name="case_class_known"),
            models.CheckConstraint(
                condition=~Q(source="request") | Q(request__isnull=False), name="case_of_a_request_names_it"
            ),
            models.CheckConstraint(
                condition=~Q(source="committee") | ~Q(listed_because=""), name="case_of_the_committee_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.round_id}/{self.household_id}: {self.state}"


class CaseStep(models.Model):
    """One step of a case: append-only. `by` null: the system (a deadline), never a change of class."""

    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField()
    from_state = models.CharField(max_length=12, choices=CaseState)
    to_state = models.CharField(max_length=12, choices=CaseState)
    reason = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("case_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="casestep_once"),
            models.CheckConstraint(
                condition=Q(from_state__in=CaseState.values, to_state__in=CaseState.values), name="casestep_known"
            ),
            models.CheckConstraint(
                condition=~Q(to_state__in=("withdrawn",)) | ~Q(reason=""), name="casestep_withdrawn_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id}.{self.number}: {self.from_state} → {self.to_state}"


class Screening(models.Model):
    """Phiếu A of a case: append-only, the last counts. `answers`: question → bool or null; `criteria`: how many hold.

    `to_be_reviewed` is what the standard says of them; null where an answer is missing that decides it.
    """

    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="screenings")
    number = models.PositiveSmallIntegerField()
    answers = models.JSONField()
    criteria = models.PositiveSmallIntegerField(null=True, blank=True)
    to_be_reviewed = models.BooleanField(null=True)
    screened_on = models.DateField()
    screened_by = models.CharField(max_length=150)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("case_id", "number")
        constraints = (models.UniqueConstraint(fields=("case", "number"), name="screening_once"),)

    def __str__(self) -> str:
        return f"{self.case_id}.{self.number}: {self.criteria}"


class Assessment(models.Model):
    """Phiếu B (or the income survey) of a case on a day, and the verdict: append-only.

    `members`: ids of the people surveyed, in the order of `record["members"]`. `record`: `standards.verdict.Record` as
    data; `verdict`: the verdict's bytes as text, `standards.verdict.encode` (a `Decision` in the income paths).
    `outcome`: the class it says; the trigger lets no case go on with one that is not known.
    `income_score`, `deprivation_score`: B1, B2. `income`: đồng a person a month, in the income paths.
    `typed`: which scores were copied from paper. `causes`: values of PovertyCause. `no_labour`: nobody able to work.
    `members_listed`: number of people judged as the household.
    """

    case = models.ForeignKey(ReviewCase, models.PROTECT, related_name="assessments")
    number = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=8, choices=AssessmentPurpose, default=AssessmentPurpose.SURVEY)
    surveyed_on = models.DateField()
    reviewer = models.CharField(max_length=150)
    from_paper = models.BooleanField(default=False)
    members = models.JSONField(default=list)
    record = models.JSONField()
    verdict = models.TextField()
    outcome = models.CharField(max_length=24, choices=PovertyClass, blank=True, default="")
    income_score = models.SmallIntegerField(null=True, blank=True)
    deprivation_score = models.SmallIntegerField(null=True, blank=True)
    income = models.BigIntegerField(null=True, blank=True)
    deprivations = models.JSONField(default=list)
    typed = models.JSONField(default=list)
    verified = models.BooleanField(default=False)
    causes = models.JSONField(default=list)
    no_labour = models.BooleanField(default=False)
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("case_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("case", "number"), name="assessment_once"),
            models.CheckConstraint(condition=Q(purpose__in=AssessmentPurpose.values), name="assessment_purpose_known"),
            models.CheckConstraint(condition=Q(outcome__in=["", *PovertyClass.values]), name="assessment_class_known"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}.{self.number}: {self.outcome}"
