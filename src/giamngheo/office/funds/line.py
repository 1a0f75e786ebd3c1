"""A line of money: where it stands in each budget year, and every entry that moved it."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.funds.models import EntryKind, FundLine, LedgerAccount, Stage
from giamngheo.funds.queries import contracts_for, difficulties_of
from giamngheo.funds.queries import line_page as read_line
from giamngheo.funds.routes import ENTERED, ROUTES
from giamngheo.office.funds.naming import node_title
from giamngheo.office.requests import OfficeRequest
from giamngheo.programme.queries import work_items
from giamngheo.support.queries import deliveries_for

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
        "items": work_items(request.user).filter(entries__source_account__line=found.line).distinct(),
        "told": list(difficulties_of(request.user, found.line)),
        "kinds": possible(found.accounts), "may_sign": any(each.stage == Stage.ALLOCATED for each in found.accounts),
        "handed": deliveries_for(request.user).filter(fund_line=found.line, year=request.scope.year).count(),
        "may_edit": can(request.user, Permission.EDIT_FUNDS, found.line.unit),
    }  # fmt: skip
    return render(request, "office/funds/line.html", context)


def possible(accounts: Iterable[LedgerAccount]) -> list[EntryKind]:
    """What can be entered now: money of some year stands where the kind takes it from."""
    held = {account.stage for account in accounts}
    return [
        kind
        for kind in ENTERED
        if kind != EntryKind.COMMIT and (not ROUTES[kind].before or held & set(ROUTES[kind].before))
    ]
