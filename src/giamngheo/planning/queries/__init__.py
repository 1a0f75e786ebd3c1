"""Reads of planning: everything asks who is asking, and shows nothing outside their units."""

from giamngheo.planning.queries.findings import FindingView, findings
from giamngheo.planning.queries.history import diff, history, version_content
from giamngheo.planning.queries.plans import composed, plan_for_commune, plans_for, uploads_for
from giamngheo.planning.queries.results import Preview, preview_results
from giamngheo.planning.queries.tree import PlanView, SectionView, TextView, plan_tree

__all__ = [
    "FindingView",
    "PlanView",
    "Preview",
    "SectionView",
    "TextView",
    "composed",
    "diff",
    "findings",
    "history",
    "plan_for_commune",
    "plan_tree",
    "plans_for",
    "preview_results",
    "uploads_for",
    "version_content",
]
