"""What is done under the programme, whatever a plan's text says of it: items of work of a commune."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.programme.models.activities import BeneficiaryGroup
from giamngheo.programme.models.tree import ProgrammeNode


class WorkState(models.TextChoices):
    """Where an item of work stands."""

    PLANNED = "planned", _("chưa bắt đầu")
    RUNNING = "running", _("đang thực hiện")
    DONE = "done", _("đã xong")
    STOPPED = "stopped", _("đã dừng")


# The steps the database allows (docs/algorithms/activities.md); to each its reason where one is asked for.
STEPS: dict[str, tuple[str, ...]] = {
    WorkState.PLANNED: (WorkState.RUNNING, WorkState.STOPPED),
    WorkState.RUNNING: (WorkState.DONE, WorkState.STOPPED),
    WorkState.DONE: (WorkState.RUNNING,),
    WorkState.STOPPED: (WorkState.RUNNING,),
}


class WorkItem(models.Model):
    """An item of work (đầu việc) under a node in a year: what, how much, where, for whom, from when to when.

    `activity`: the plan's text it carries out, null where the plan names none or was written anew. `quantity` in
    `measure` ("hộ", "lớp", "con"). `village` null: the whole commune. `budget`: đồng foreseen, null where not said.
    """

    unit = models.ForeignKey("territory.Unit", models.PROTECT, related_name="work_items")
    node = models.ForeignKey(ProgrammeNode, models.PROTECT, related_name="work_items")
    activity = models.ForeignKey(
        "programme.Activity", models.SET_NULL, null=True, blank=True, related_name="work_items"
    )
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.CharField(max_length=40, blank=True, default="")
    village = models.ForeignKey("territory.Village", models.PROTECT, null=True, blank=True, related_name="+")
    groups = models.ManyToManyField(BeneficiaryGroup, blank=True, related_name="work_items")
    starts_on = models.DateField()
    ends_on = models.DateField()
    budget = models.BigIntegerField(null=True, blank=True)
    lead = models.ForeignKey("programme.Post", models.PROTECT, null=True, blank=True, related_name="led")
    coordinating = models.ManyToManyField("programme.Post", blank=True, related_name="coordinated")
    state = models.CharField(max_length=8, choices=WorkState, default=WorkState.PLANNED)
    state_reason = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("unit_id", "year", "node_id", "id")
        indexes = (models.Index(fields=("unit", "year"), name="workitem_unit_year"),)
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="workitem_has_a_title"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="workitem_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(state__in=WorkState.values), name="workitem_state_known"),
            models.CheckConstraint(condition=Q(budget=None) | Q(budget__gte=0), name="workitem_budget_not_negative"),
            models.CheckConstraint(
                condition=Q(quantity=None, measure="") | (Q(quantity__gt=0) & ~Q(measure="")),
                name="workitem_quantity_has_measure",
            ),
            models.CheckConstraint(
                condition=~Q(state="stopped") | ~Q(state_reason=""), name="workitem_stopped_says_why"
            ),
        )

    def __str__(self) -> str:
        return self.title


class WorkBudget(models.Model):
    """Đồng foreseen for an item from one source of money, by the source's code in the dictionary of funds
    (docs/adr/0018): money that was really given stands in the ledger."""

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="budgets")
    source = models.CharField(max_length=8)
    amount = models.BigIntegerField()

    class Meta:
        ordering = ("item_id", "id")
        constraints = (
            models.UniqueConstraint(fields=("item", "source"), name="workbudget_source_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="workbudget_positive"),
            models.CheckConstraint(condition=~Q(source=""), name="workbudget_names_a_source"),
        )

    def __str__(self) -> str:
        return f"{self.item_id}: {self.source}"
