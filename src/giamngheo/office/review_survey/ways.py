"""How views of the review find their round or case, and how a refusal becomes a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import active_grants
from giamngheo.foundation.findings import Finding
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.review.models import ReviewCase, ReviewRound
from giamngheo.review.queries.cases import case_seen
from giamngheo.review.queries.rounds import RoundPage, round_page, round_seen
from giamngheo.territory.models import Unit

Placed = tuple[str, Finding]  # the field a finding belongs to, "" for the page as a whole


def unit_to_review(request: OfficeRequest) -> Unit | None:
    """The unit at the top, whose reviews the user may see; None: they have to choose one first.

    Raises NotPermitted for somebody who may see reviews nowhere, or not there.
    """
    unit = request.scope.unit
    if unit is not None:
        require(request.user, Permission.SEE_CASES, unit)
    elif not active_grants(request.user, permission=Permission.SEE_CASES).exists():
        raise NotPermitted(str(Permission.SEE_CASES))
    return unit


def the_round(request: OfficeRequest, pk: int) -> ReviewRound:
    """The round, or 404."""
    try:
        return round_seen(request.user, pk)
    except ReviewRound.DoesNotExist as missing:
        raise Http404 from missing


def the_round_page(request: OfficeRequest, pk: int) -> RoundPage:
    """The round with who runs it, or 404."""
    try:
        return round_page(request.user, pk)
    except ReviewRound.DoesNotExist as missing:
        raise Http404 from missing


def the_case(request: OfficeRequest, pk: int) -> ReviewCase:
    """The case, or 404."""
    try:
        return case_seen(request.user, pk)
    except ReviewCase.DoesNotExist as missing:
        raise Http404 from missing


def must_run(request: OfficeRequest, review_round: ReviewRound) -> None:
    """403 for who may only look."""
    require(request.user, Permission.RUN_REVIEW, review_round.unit)


def told(findings: Iterable[Placed]) -> list[dict[str, Any]]:
    """Findings as the page lists them: what, where, and what to do."""
    return [{**problem_of(finding), "field": name, "severity": str(finding.severity)} for name, finding in findings]


def whole(findings: Iterable[Finding]) -> list[Placed]:
    """Findings about the page as a whole."""
    return [("", each) for each in findings]
