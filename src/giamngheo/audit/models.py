"""The append-only record of who did what, when, to what, and what it was before and after.

Rows are never changed or removed: triggers in the database refuse UPDATE, DELETE and TRUNCATE (audit/triggers.py).
The actor is kept by id and name, not by a foreign key: this room stands below `accounts`, and events outlive actors.
"""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Now


class Event(models.Model):
    """One act. `subject_type` is "app.Model"; `before`/`after` hold only what changed, never a SENSITIVE field."""

    at = models.DateTimeField(db_default=Now())
    actor_id = models.BigIntegerField(null=True, blank=True)  # null: the system itself, or nobody signed in
    actor_name = models.CharField(max_length=150, blank=True, default="")
    action = models.CharField(max_length=100)
    subject_type = models.CharField(max_length=100, blank=True, default="")
    subject_id = models.CharField(max_length=64, blank=True, default="")
    unit_code = models.CharField(max_length=10, blank=True, default="")
    unit_from = models.DateField(null=True, blank=True)  # first day of that unit: codes were reused on 01/07/2025
    before = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, blank=True, encoder=DjangoJSONEncoder)
    reason = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=("subject_type", "subject_id"), name="audit_event_subject"),
            models.Index(fields=("unit_code", "id"), name="audit_event_unit"),
        )
        constraints = (models.CheckConstraint(condition=~models.Q(action=""), name="audit_event_says_what"),)

    def __str__(self) -> str:
        return f"{self.at} {self.actor_name or '-'} {self.action} {self.subject_type}:{self.subject_id}"
