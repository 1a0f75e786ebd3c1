"""Writes of the monitoring app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.monitoring import reference

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def load_indicators(*, by: User | None) -> None:
    """Load the catalogue of indicators from the packaged data; a second time changes nothing."""
    reference.load(partial(apps.get_model, "monitoring"))
    record(by=by, action="monitoring.load_indicators", subject=None)
