"""The gift funds of a commune: the list, a fund's book, and what it publishes, on the screen and as files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.funds.gifts import quantity
from giamngheo.funds.models import GiftEntry, GiftForm, GiftKind
from giamngheo.funds.queries import (
    GiftSums,
    Published,
    gift_accounts,
    gift_closings,
    gift_entries_for,
    gift_publication,
    gift_years,
)
from giamngheo.office.funds.asking import Days, days_of, unit_of
from giamngheo.office.funds.gift_entering import fund_or_404
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day

PER_PAGE = 50


@login_required
@require_safe
def gifts_page(request: OfficeRequest) -> HttpResponse:
    """Every fund with its money in the year at the top."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/funds/gifts.html", {"no_unit": True})
    days = days_of(request)
    context = {
        "unit": unit, "year": request.scope.year, "days": days,
        "funds": gift_years(request.user, unit, days.since, days.until),
        "may_edit": can(request.user, Permission.EDIT_FUNDS, unit),
    }  # fmt: skip
    return render(request, "office/funds/gifts.html", context)


@login_required
@require_safe
def gift_fund_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """What a fund holds, and its book, a page at a time."""
    fund = fund_or_404(request, pk)
    entries = gift_entries_for(request.user).filter(account__fund=fund)
    held = [
        (each, quantity(each.hundredths, each.measure) if each.form != GiftForm.MONEY else "")
        for each in gift_accounts(request.user, fund)
    ]
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("trang"))
    closings = gift_closings(request.user, fund)
    context = {
        "fund": fund, "held": held, "page": page, "page_query": "",
        "closings": closings, "closed_until": closings[0].year if closings else 0,
        "may_close": can(request.user, Permission.CLOSE_FUNDS, fund.unit),
        "rows": [(each, quantity(each.hundredths, each.account.measure), _whom(each)) for each in page.object_list],
        "may_edit": can(request.user, Permission.EDIT_FUNDS, fund.unit),
    }  # fmt: skip
    return render(request, "office/funds/gift_fund.html", context)


@login_required
@require_safe
def gift_fund_file(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The fund's whole book as a file, for its officers alone."""
    fund = fund_or_404(request, pk)
    if form not in ("csv", "xlsx"):
        raise Http404
    header: list[Cell] = [
        _("Ngày"), _("Việc"), _("Bằng"), _("Nội dung"), _("Số lượng"), _("Đơn vị tính"), _("Số tiền, giá trị (đồng)"),
        _("Người ủng hộ, nơi nhận"), _("Chỉ dùng vào việc"), _("Chứng từ"), _("Ghi chú"),
    ]  # fmt: skip
    rows: Iterator[list[Cell]] = (
        [
            printed_day(each.on), each.get_kind_display(), each.account.get_form_display(), each.account.what,
            quantity(each.hundredths, "") if each.hundredths else "", each.account.measure, each.amount,
            _whom(each), each.account.earmark, each.paper, each.note,
        ]
        for each in gift_entries_for(request.user).filter(account__fund=fund).order_by("on", "id")
    )  # fmt: skip
    return as_file(form, f"so-quy-{fund.pk}", header, rows)


def _whom(entry: GiftEntry) -> str:
    """Who gave, or for whom it was used, by the household's code."""
    if entry.donor is not None:
        return entry.donor.name or _("không để lại tên")
    if entry.household is not None:
        return _("Hộ %(code)s") % {"code": entry.household.local_code}
    return str(entry.work_item or entry.village or "")


@login_required
@require_safe
def publication_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """What is posted: received, used, remaining by day, of nobody poor by name."""
    fund, days = fund_or_404(request, pk), days_of(request)
    found = gift_publication(request.user, fund, days.since, days.until)
    context: dict[str, Any] = {
        "fund": fund, "days": days, "found": found, "rows": [_row(each) for each in found.rows],
        "typed": {"tu": printed_day(days.since), "den": printed_day(days.until)},
        "closed": next((each for each in gift_closings(request.user, fund) if _is_year(days, each.year)), None),
    }  # fmt: skip
    return render(request, "office/funds/gift_publication.html", context)


def _is_year(days: Days, year: int) -> bool:
    return (days.since, days.until) == (date(year, 1, 1), date(year, 12, 31))


def _row(each: Published) -> dict[str, Any]:
    number = quantity(each.hundredths, each.measure) if each.hundredths else ""
    return {"each": each, "received": each.kind == GiftKind.RECEIVE, "who": _public(each),
            "what": " ".join(filter(None, (number, each.what))) or _("Tiền")}  # fmt: skip


def _public(each: Published) -> str:
    if each.kind == GiftKind.RECEIVE:
        return each.who or _("người ủng hộ không nêu tên")
    return _("một hộ dân") if each.household else each.who


@login_required
@require_safe
def publication_file(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The same list as a file."""
    fund, days = fund_or_404(request, pk), days_of(request)
    if form not in ("csv", "xlsx"):
        raise Http404
    found = gift_publication(request.user, fund, days.since, days.until)
    header: list[Cell] = [
        _("Ngày"), _("Người ủng hộ, nơi nhận"), _("Nội dung"), _("Chỉ dùng vào việc"), _("Tiếp nhận (đồng)"),
        _("Sử dụng (đồng)"), _("Tiền còn lại (đồng)"),
    ]  # fmt: skip
    name = f"cong-khai-quy-{fund.pk}-{days.since:%Y-%m-%d}-{days.until:%Y-%m-%d}"
    rows = [*_published_rows(found.money, found.rows), *_closing(found.money, found.valued)]
    return as_file(form, name, header, rows)


def _published_rows(money: GiftSums, rows: Any) -> Iterator[list[Cell]]:
    yield [_("Tiền đầu kỳ"), "", "", "", "", "", money.opening]
    for each in rows:
        row = _row(each)
        sums: list[Cell] = [each.amount, ""] if row["received"] else ["", each.amount]
        left = "" if each.left is None else each.left
        yield [printed_day(each.on), row["who"], row["what"], each.earmark, *sums, left]


def _closing(money: GiftSums, valued: GiftSums) -> Iterator[list[Cell]]:
    yield [_("Cộng tiền"), "", "", "", money.received, money.used, money.remaining]
    yield [_("Hiện vật, ngày công (giá trị ước tính)"), "", "", "", valued.received, valued.used, valued.remaining]
