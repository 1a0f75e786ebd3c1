"""All papers of a round on one page, in the order of its steps."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.office.requests import OfficeRequest
from giamngheo.review.models import ReviewRound, RoundKind
from giamngheo.review.papers import jobs
from giamngheo.review.queries.papers import papers_of_round


@login_required
@require_safe
def round_papers(request: OfficeRequest, pk: int) -> HttpResponse:
    """What of the round can be printed now."""
    return page_of(request, pk)


def page_of(
    request: OfficeRequest, pk: int, *, problem: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page, with why something was not begun."""
    try:
        found = papers_of_round(request.user, pk)
    except ReviewRound.DoesNotExist as missing:
        raise Http404 from missing
    context = {
        "found": found,
        "round": found.round,
        "asks_opinion": found.round.kind == RoundKind.ANNUAL,
        "most": jobs.WAIT_FOR,
        "problem": problem,
    }
    return render(request, "office/review_papers/round.html", context, status=status)
