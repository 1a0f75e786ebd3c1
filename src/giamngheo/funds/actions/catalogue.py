"""Writes of the funds app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.funds import reference

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def load_sources(*, by: User | None) -> None:
    """Load the dictionary of fund sources from the packaged data; a second time changes nothing."""
    reference.load(partial(apps.get_model, "funds"))
    record(by=by, action="funds.load_sources", subject=None)
