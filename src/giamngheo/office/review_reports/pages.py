"""The list of reports, one report, and the households behind a number."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_reports import present
from giamngheo.office.review_reports.asking import Question, question
from giamngheo.office.review_reports.help import with_help
from giamngheo.office.typed import printed_day
from giamngheo.review.queries.closings import may_close
from giamngheo.review.queries.reports import Opened, opened, report
from giamngheo.review.reports.catalogue import BY_SLUG, REPORTS

PER_PAGE = 200
LINES = 300  # of a list of members


@login_required
@require_safe
def of_round(request: OfficeRequest, pk: int) -> HttpResponse:
    """The list of reports, of one round."""
    return redirect(f"{reverse('office:review-reports')}?round={pk}")


@login_required
@require_safe
def index(request: OfficeRequest) -> HttpResponse:
    """Every report by its title, and what they are about."""
    asked = question(request)
    if asked is None:
        return no_unit(request)
    context = context_of(asked) | {
        "reports": [(each, title(each, asked)) for each in REPORTS],
        "may_close": not asked.of_province and may_close(request.user, asked.asked.unit),
    }
    return render(request, "office/review_reports/index.html", context)


@login_required
@require_safe
def one(request: OfficeRequest, slug: str) -> HttpResponse:
    """One report as a table."""
    asked = question(request)
    if slug not in BY_SLUG:
        raise Http404
    if asked is None:
        return no_unit(request)
    table = report(request.user, with_help(request.user, asked.asked, [BY_SLUG[slug]]), slug)
    rows = table.rows
    page = None
    if table.report.members:
        page = Paginator(rows, LINES).get_page(request.GET.get("trang"))
        rows = list(page.object_list)
    at = next(number for number, each in enumerate(REPORTS) if each.slug == slug)
    context = context_of(asked) | {
        "table": table,
        "heads": present.head_rows(table),
        "body": present.body(table, rows, asked),
        "page": page,
        "before": REPORTS[at - 1] if at else None,
        "after": REPORTS[at + 1] if at + 1 < len(REPORTS) else None,
    }
    return render(request, "office/review_reports/report.html", context)


@login_required
@require_safe
def households(request: OfficeRequest, slug: str) -> HttpResponse:
    """The households a number was counted from, a page at a time."""
    asked = question(request)
    if asked is None:
        return no_unit(request)
    found = opened_or_404(request, asked, slug)
    day = asked.asked.day if asked.asked.day <= request.scope.today else request.scope.today
    query = query_of({**asked.typed, "cot": found.column.key, "dong": request.GET.get("dong", "")})
    context = context_of(asked) | {
        "report": BY_SLUG[slug],
        "found": found,
        "headings": [str(each) for each in found.column.heads],
        "page": Paginator(found.households, PER_PAGE).get_page(request.GET.get("trang")),
        "page_query": f"{query}&",
        "day_query": "" if day == request.scope.today else f"?ngay={printed_day(day)}",
        "sums": (sum(each.households for each in found.households), sum(each.people for each in found.households)),
    }
    return render(request, "office/review_reports/households.html", context)


def opened_or_404(request: OfficeRequest, asked: Question, slug: str) -> Opened:
    """What the address's column and row open; raises Http404 for what no table has."""
    try:
        return opened(request.user, asked.asked, slug, request.GET.get("cot", ""), request.GET.get("dong", ""))
    except KeyError as missing:
        raise Http404 from missing


def context_of(asked: Question) -> dict[str, Any]:
    """What every page of this part shows on top."""
    query = asked.query
    return {
        "question": asked,
        "unit": asked.asked.unit,
        "query": query,
        "page_query": f"{query}&" if query else "",
    }


def title(each: Any, asked: Question) -> Any:
    """The title of a report, by what the numbers are."""
    return each.preliminary if asked.asked.preliminary and each.preliminary else each.title


def no_unit(request: OfficeRequest) -> HttpResponse:
    """Somebody with many communes chooses one first."""
    return render(request, "office/review_reports/no_unit.html")
