"""A line of money: where it stands in each budget year, and every entry that moved it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.funds.models import EntryKind, FundLine
from giamngheo.funds.queries import contracts_for
from giamngheo.funds.queries import line_page as read_line
from giamngheo.funds.routes import ENTERED
from giamngheo.office.funds.matrix import node_title
from giamngheo.office.requests import OfficeRequest

PER_PAGE = 50


@login_required
@require_safe
def line_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """Balances by budget year and stage; entries, a page at a time; what can be done."""
    try:
        found = read_line(request.user, pk)
    except FundLine.DoesNotExist as missing:
        raise Http404 from missing
    years: dict[int, list] = {}
    for account in found.accounts:
        years.setdefault(account.budget_year, []).append(account)
    entries = Paginator(found.entries, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "line": found.line, "title": node_title(found.line), "years": years, "page": entries, "page_query": "",
        "contracts": contracts_for(request.user).filter(entries__source_account__line=found.line).distinct(),
        "kinds": [kind for kind in ENTERED if kind != EntryKind.COMMIT],
        "may_edit": can(request.user, Permission.EDIT_FUNDS, found.line.unit),
    }  # fmt: skip
    return render(request, "office/funds/line.html", context)
