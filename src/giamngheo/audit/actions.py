"""The one way to write an event. Called inside the transaction of the act it records: both stand or neither does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from django.db import models, transaction

from giamngheo.audit.models import Event


class Actor(Protocol):
    """Whoever acts: a user, seen from a room that does not know users."""

    @property
    def pk(self) -> Any: ...

    def get_username(self) -> str: ...


class InUnit(Protocol):
    """The unit an act concerns, seen from a room that does not know units."""

    @property
    def code(self) -> str: ...
    @property
    def valid_from(self) -> date | None: ...


@transaction.atomic
def record(
    *,
    by: Actor | None,
    action: str,
    subject: models.Model | None,
    unit: InUnit | None = None,
    unit_code: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> Event:
    """Add an event. `by` None means the system itself or nobody signed in; `subject` None means no single record.

    Give the `unit` itself: a bare `unit_code` does not say which of two units that bore the code in turn is meant.
    `before` and `after` hold what changed (see `audit.snapshot`); values must be JSON, dates and decimals included.
    """
    return Event.objects.create(
        actor_id=None if by is None else by.pk,
        actor_name="" if by is None else by.get_username(),
        action=action,
        subject_type="" if subject is None else subject._meta.label,
        subject_id="" if subject is None else str(subject.pk),
        unit_code=unit_code if unit is None else unit.code,
        unit_from=None if unit is None else unit.valid_from,
        before=None if before is None else dict(before),
        after=None if after is None else dict(after),
        reason=reason,
    )
