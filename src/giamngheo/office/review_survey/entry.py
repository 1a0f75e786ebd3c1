"""The first page of the review: the commune's rounds, and what waits."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import permissions_in
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.links import links_of_unit
from giamngheo.office.review_survey.present import ROUND_TAGS, stage_titles, stages_shown, title_of
from giamngheo.office.review_survey.ways import unit_to_review
from giamngheo.review.models import RoundState
from giamngheo.review.queries.requests import waiting_count
from giamngheo.review.queries.rounds import RoundRow, round_list


@login_required
@require_safe
def review(request: OfficeRequest) -> HttpResponse:
    """Rounds, those under way first."""
    unit = unit_to_review(request)
    if unit is None:
        return render(request, "office/review_survey/entry.html", {"no_unit": True})
    found = [_row(each) for each in round_list(request.user, unit)]
    rights = permissions_in(request.user, unit)
    context: dict[str, Any] = {
        "unit": unit,
        "under_way": [each for each in found if each["under_way"]],
        "before": [each for each in found if not each["under_way"]],
        "waiting": waiting_count(request.user, unit),
        "may_run": Permission.RUN_REVIEW in rights and unit.valid_to is None,
        "may_ask": Permission.RUN_REVIEW in rights,
        "links": links_of_unit(rights),
    }
    return render(request, "office/review_survey/entry.html", context)


def _row(found: RoundRow) -> dict[str, Any]:
    titles = stage_titles(found.round)
    return {
        "round": found.round,
        "title": title_of(found.round),
        "progress": found.progress,
        "stages": [(titles[each], getattr(found.progress, each)) for each in stages_shown(found.round)],
        "tag": ROUND_TAGS[RoundState(found.round.state)],
        "under_way": found.round.state in (RoundState.PREPARING, RoundState.OPEN),
    }
