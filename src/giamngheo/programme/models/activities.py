"""What a plan promises: activities, for whom, and who does it."""

import re

from django.db import models

from giamngheo.programme.models.plan import AnnualPlan
from giamngheo.programme.models.sections import PlanSection, PlanText
from giamngheo.programme.models.tree import ProgrammeNode

_KEPT = re.compile(r"\{\w+:\d+\}")


class Activity(models.Model):
    """One item of a project's support content, standing in one text of the plan."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.CASCADE, related_name="activities")
    section = models.ForeignKey(PlanSection, on_delete=models.CASCADE, related_name="activities")
    node = models.ForeignKey(ProgrammeNode, on_delete=models.PROTECT, related_name="activities")
    text = models.OneToOneField(PlanText, on_delete=models.CASCADE, related_name="activity")
    order = models.PositiveIntegerField()

    class Meta:
        ordering = ("plan", "order")
        verbose_name_plural = "activities"

    def __str__(self) -> str:
        return f"{self.node_id}: {self.text_id}"

    @property
    def words(self) -> str:
        """Its text as one reads it; what the plan keeps elsewhere (a number, a document) is left out."""
        return " ".join((self.text.source_text or _KEPT.sub("…", self.text.template)).split()).strip(" -+;")


class BeneficiaryGroup(models.Model):
    """A group of people or bodies the programme helps, by the programme's own words."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("order",)

    def __str__(self) -> str:
        return self.name


class PlanBeneficiary(models.Model):
    """A project of a plan is for this group."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.CASCADE, related_name="beneficiaries")
    section = models.ForeignKey(PlanSection, on_delete=models.CASCADE, related_name="beneficiaries")
    group = models.ForeignKey(BeneficiaryGroup, on_delete=models.PROTECT, related_name="in_plans")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("section", "group"), name="beneficiary_once_per_section"),)

    def __str__(self) -> str:
        return f"{self.section_id}: {self.group_id}"


class Assignment(models.Model):
    """Who leads a project and who coordinates, as the plan's text says it; `lead_post` is a post, not a person."""

    plan = models.ForeignKey(AnnualPlan, on_delete=models.CASCADE, related_name="assignments")
    section = models.ForeignKey(PlanSection, on_delete=models.CASCADE, related_name="assignments")
    text = models.OneToOneField(PlanText, on_delete=models.CASCADE, related_name="assignment")
    lead_post = models.CharField(max_length=300)
    coordinating = models.TextField(blank=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(lead_post=""), name="assignment_has_lead"),)

    def __str__(self) -> str:
        return self.lead_post
