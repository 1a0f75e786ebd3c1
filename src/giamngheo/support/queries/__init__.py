"""Reads of help, each asked by somebody and filtered by the units in which they may see it."""

from giamngheo.support.queries.candidates import Candidate, candidates, fund_lines_for
from giamngheo.support.queries.deliveries import (
    Listed,
    deliveries_for,
    delivery_with_file,
    files_of,
    handed_over,
    handed_over_days,
    listing,
    more_file,
    received,
    received_count,
)
from giamngheo.support.queries.entitlements import EntitlementList, Line, NotDue, Received, due_in
from giamngheo.support.queries.livelihood import (
    Due,
    ProjectFacts,
    due_follow_ups,
    participants_for,
    periods_of_money,
    project_facts,
    projects_for,
    projects_in,
)
from giamngheo.support.queries.money import activity_money, counterpart_of, ties_for
from giamngheo.support.queries.preview import Preview, preview
from giamngheo.support.queries.sheets import judge_deliveries
from giamngheo.support.queries.statement import HouseholdStatement, StatementRow, statement

__all__ = [
    "Candidate",
    "Due",
    "EntitlementList",
    "HouseholdStatement",
    "Line",
    "Listed",
    "NotDue",
    "Preview",
    "ProjectFacts",
    "Received",
    "StatementRow",
    "activity_money",
    "candidates",
    "counterpart_of",
    "deliveries_for",
    "delivery_with_file",
    "due_follow_ups",
    "due_in",
    "files_of",
    "fund_lines_for",
    "handed_over",
    "handed_over_days",
    "judge_deliveries",
    "listing",
    "more_file",
    "participants_for",
    "periods_of_money",
    "preview",
    "project_facts",
    "projects_for",
    "projects_in",
    "received",
    "received_count",
    "statement",
    "ties_for",
]
