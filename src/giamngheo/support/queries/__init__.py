"""Reads of help, each asked by somebody and filtered by the units in which they may see it."""

from giamngheo.support.queries.deliveries import Listed, deliveries_for, listing, received
from giamngheo.support.queries.entitlements import EntitlementList, Line, NotDue, due_in
from giamngheo.support.queries.preview import Preview, preview
from giamngheo.support.queries.statement import HouseholdStatement, StatementRow, statement

__all__ = [
    "EntitlementList",
    "HouseholdStatement",
    "Line",
    "Listed",
    "NotDue",
    "Preview",
    "StatementRow",
    "deliveries_for",
    "due_in",
    "listing",
    "preview",
    "received",
    "statement",
]
