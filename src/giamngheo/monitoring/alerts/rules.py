"""The rules as data: who may see and who handles what each finds, and in how many days. Pure."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from giamngheo.accounts.permissions import Permission
from giamngheo.monitoring.models import AlertKind


class Raised(NamedTuple):
    """A matter a rule found. `code`: of the catalogue; `due_on`: the law's day, None: counted by the rule."""

    subject: str
    code: str
    values: dict[str, Any]
    amount: int = 0
    village: int | None = None
    due_on: date | None = None


class Rule(NamedTuple):
    """`days`: to handle it in, our own number. `urgency`: 0 first. `sees`, `handles`: rights over the whole unit,
    never over some of its villages: an alert tells of all of it."""

    kind: AlertKind
    sees: Permission
    handles: Permission
    days: int
    urgency: int


RULES = (
    Rule(AlertKind.REVIEW_OVERDUE, Permission.VIEW_REVIEW, Permission.RUN_REVIEW, 3, 0),
    Rule(AlertKind.NOT_BALANCED, Permission.VIEW_REVIEW, Permission.RUN_REVIEW, 7, 0),
    Rule(AlertKind.IMPOSSIBLE, Permission.VIEW_REVIEW, Permission.EDIT_HOUSEHOLD, 7, 0),
    Rule(AlertKind.NOT_RECEIVED, Permission.VIEW_SUPPORT, Permission.EDIT_SUPPORT, 15, 1),
    Rule(AlertKind.SLOW_DISBURSEMENT, Permission.VIEW_FUNDS, Permission.EDIT_FUNDS, 15, 1),
    Rule(AlertKind.OVERDUE_FINDING, Permission.VIEW_MONITORING, Permission.EDIT_MONITORING, 7, 1),
    Rule(AlertKind.UNLIKE_OTHERS, Permission.VIEW_REVIEW, Permission.RUN_REVIEW, 30, 2),
)
OF_KIND: dict[str, Rule] = {each.kind: each for each in RULES}
