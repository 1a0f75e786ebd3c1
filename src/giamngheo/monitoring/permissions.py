"""Rights the monitoring app asks for; what a role may do stands in accounts/roles.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from giamngheo.accounts.permissions import NotPermitted, OutOfScope, Permission, require
from giamngheo.accounts.queries import active_grants
from giamngheo.territory.queries import successor_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

__all__ = ["NotPermitted", "OutOfScope", "Permission", "makes_reports", "require"]


def makes_reports(user: User, unit: Unit) -> bool:
    """Reports of a unit are made by its own people (of one that is no more by those of its successor), not by whoever
    stands above it."""
    successor = successor_on(unit, timezone.localdate())
    theirs = [unit.pk, *([successor.pk] if successor else [])]
    return active_grants(user, None, Permission.EDIT_MONITORING).filter(unit__in=theirs).exists()
