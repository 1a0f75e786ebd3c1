"""Closing a period: what would be kept and what speaks against it, and the closings that were kept."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from giamngheo.foundation.findings import Finding
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_reports.asking import Question, question
from giamngheo.office.review_reports.pages import context_of, no_unit
from giamngheo.review.actions.closing import close_movements
from giamngheo.review.models import Closing
from giamngheo.review.movements import Balance, Line, together
from giamngheo.review.problems import Refused
from giamngheo.review.queries.closings import closings_for, draft, may_close

SHOWN = 20  # findings of one kind a page lists


@login_required
@require_safe
def of_round(request: OfficeRequest, pk: int) -> HttpResponse:
    """The period of one round."""
    return redirect(f"{reverse('office:review-closings')}?round={pk}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def closings(request: OfficeRequest) -> HttpResponse:
    """The draft of a period; a POST keeps it, or says why not."""
    asked = question(request)
    if asked is None or asked.of_province:
        return no_unit(request)
    kept = list(closings_for(request.user, asked.asked.unit))
    stands = _stands(kept, asked)
    key = draft_key(request, "closing", asked.asked.unit.pk, asked.asked.opening_on, asked.asked.day)
    refused: list[Finding] = []
    if request.method == "POST":
        try:
            close_movements(
                by=request.user, unit=asked.asked.unit, round=asked.asked.round, opening_on=asked.asked.opening_on,
                closing_on=asked.asked.day, replaces=stands, reason=request.POST.get("reason", ""),
            )  # fmt: skip
        except Refused as error:
            refused = list(error.findings)
        else:
            say_saved(request, _("Đã chốt số liệu."), key)
            return redirect(f"{reverse('office:review-closings')}?{asked.query}")
    found = draft(request.user, asked.asked.unit, asked.asked.opening_on, asked.asked.day)
    findings = refused or found.refusals
    context = context_of(asked) | {
        "balances": _balances(found.lines),
        "refused": [problem_of(each) for each in findings[:SHOWN]],
        "more": max(0, len(findings) - SHOWN),
        "tried": bool(refused),
        "warnings": [problem_of(each) for each in found.warnings],
        "stands": stands,
        "kept": kept,
        "may_close": may_close(request.user, asked.asked.unit),
        "draft": key,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "office/review_reports/closings.html", context, status=422 if refused else 200)


def _stands(kept: list[Closing], asked: Question) -> Closing | None:
    """The closing of these very days that nothing replaced."""
    days = asked.asked.opening_on, asked.asked.day
    for each in kept:
        same = each.unit_id == asked.asked.unit.pk and (each.opening_on, each.closing_on) == days
        if same and getattr(each, "replaced_by", None) is None:
            return each
    return None


def _balances(lines: list[Line]) -> list[dict[str, Any]]:
    titles = {"poor": _("Hộ nghèo"), "near_poor": _("Hộ cận nghèo")}
    slugs = {"poor": "r2", "near_poor": "r3"}
    return [{"title": title, "slug": slugs[key], **_halves(together(lines, key))} for key, title in titles.items()]


def _halves(balance: Balance) -> dict[str, tuple[int, ...]]:
    return {"households": tuple(balance[:4]), "people": tuple(balance[4:])}
