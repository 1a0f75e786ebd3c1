"""Writes of the programme app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.programme import reference

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def load_tree(*, by: User | None) -> None:
    """Load the programme trees and beneficiary groups from the packaged data; a second time changes nothing."""
    reference.load(partial(apps.get_model, "programme"))
    record(by=by, action="programme.load_tree", subject=None)
