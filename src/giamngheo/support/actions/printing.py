"""A statement with whole citizen ids: who took it, of which commune, is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.support.queries.statement import HouseholdStatement, statement

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


@transaction.atomic
def print_statement(*, by: User, unit: Unit, kind: str, year: int, village: int | None = None) -> HouseholdStatement:
    """The statement with citizen ids whole. Raises OutOfScope, NotPermitted; Refused for a kind that is not known."""
    require(by, Permission.SEE_CITIZEN_ID, unit)
    made = statement(by, unit, kind, year, village, whole_ids=True)
    after = {"kind": kind, "year": year, "village": village, "rows": len(made.rows)}
    record(by=by, action="support.statement_printed", subject=None, unit=unit, after=after)
    return made
