"""The list of what was handed over in the year at the top: on the screen, and as a file."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.models import Screen
from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.numbers import format_number
from giamngheo.office.lists import asked_columns, query_of, shown_columns
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.saved import forget, keep, offered
from giamngheo.office.support.asking import Asked, asked_of, kind_title, kinds, source_of
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day, whole
from giamngheo.support.models import SupportDelivery
from giamngheo.support.queries import Listed, listing

PER_PAGE = 50
COLUMNS: dict[str, str | Promise] = {
    "ngay": gettext_lazy("Ngày"), "thon": gettext_lazy("Thôn"), "loai-ho-tro": gettext_lazy("Loại hỗ trợ"),
    "tien": gettext_lazy("Số tiền (đồng)"), "hien-vat": gettext_lazy("Hiện vật"), "nguon": gettext_lazy("Nguồn"),
}  # fmt: skip
_ALWAYS = "nguoi-nhan"


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Deliveries, the newest first, a page at a time."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/support/list.html", {"no_unit": True})
    found = _listed(request, asked)
    page = Paginator(found.deliveries, PER_PAGE).get_page(request.GET.get("trang"))
    words = _query(request, asked)
    query = query_of(words)
    context: dict[str, Any] = {
        "asked": asked, "found": found, "page": page, "rows": [shown(each) for each in page.object_list],
        "kinds": kinds(), "query": query, "query_now": query,
        "filtered": any(words[name] for name in ("loai", "thon", "dong")),
        "asked_words": words, "columns": COLUMNS, "shown": shown_columns(words, COLUMNS), "always": _ALWAYS,
        **offered(request, Screen.SUPPORT), "page_query": f"{query}&" if query else "",
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, asked.unit), "line": _line(request),
    }  # fmt: skip
    return render(request, "office/support/list.html", context)


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same list, all pages of it, as a CSV or Excel file; rows taken back are marked."""
    asked = asked_of(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    titles: list[tuple[str, Cell]] = [
        ("ngay", _("Ngày")), ("", _("Người nhận")), ("", _("Hỗ trợ cho")), ("thon", _("Thôn")),
        ("loai-ho-tro", _("Loại hỗ trợ")), ("loai-ho-tro", _("Đợt trong năm")), ("tien", _("Số tiền (đồng)")),
        ("hien-vat", _("Hiện vật")), ("nguon", _("Nguồn")), ("", _("Tình trạng")),
    ]  # fmt: skip
    wanted = shown_columns(_query(request, asked), COLUMNS) | {""}
    kept = [at for at, (name, _title) in enumerate(titles) if name in wanted]
    cells = (_cells(shown(each)) for each in _listed(request, asked).deliveries.iterator(2000))
    rows = ([row[at] for at in kept] for row in cells)
    return as_file(form, f"ho-tro-{asked.unit.code}-{asked.year}", [titles[at][1] for at in kept], rows)


@login_required
@require_POST
def save_view(request: OfficeRequest) -> HttpResponse:
    """Keep the list as it stands under a name."""
    asked = asked_of(request)
    return keep(request, Screen.SUPPORT, query_of(_query(request, asked)) if asked else "", "office:support")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    return forget(request, Screen.SUPPORT, pk, "office:support")


def shown(each: SupportDelivery) -> dict[str, Any]:
    """A row in words."""
    state = ""
    if each.reverses_id is not None:
        state = _("dòng đảo")
    elif hasattr(each, "reversed_by"):
        state = _("đã đảo")
    return {
        "row": each, "kind": kind_title(each.kind), "source": source_of(each), "goods": goods_of(each), "state": state,
        "instalment": _("cả năm") if each.instalment == 0 else str(each.instalment),
        "village": getattr(each, "village_name", "") or "",
        "for_whom": each.person.full_name if each.person and each.person_id != each.recipient_id else "",
    }  # fmt: skip


def goods_of(each: SupportDelivery) -> str:
    """Goods with their quantity; blank for money."""
    return "" if each.quantity is None else f"{each.item}, {format_number(Fraction(each.quantity))} {each.measure}"


def _listed(request: OfficeRequest, asked: Asked) -> Listed:
    kind = asked.kind.code if asked.kind else ""
    return listing(request.user, asked.unit, asked.year, kind=kind, village=asked.village, line=_line(request))


def _line(request: OfficeRequest) -> int | None:
    """The fund line whose deliveries are asked for, from its page."""
    return whole(request.GET.get("dong"))


def _query(request: OfficeRequest, asked: Asked) -> dict[str, str]:
    kind = asked.kind.code if asked.kind else ""
    return {
        "loai": kind,
        "thon": str(asked.village or ""),
        "dong": str(_line(request) or ""),
        "cot": asked_columns(request, (_ALWAYS, *COLUMNS)),
    }


def _cells(row: dict[str, Any]) -> list[Cell]:
    each = row["row"]
    return [
        printed_day(each.on), each.recipient.full_name, row["for_whom"], row["village"], row["kind"],
        row["instalment"], each.amount if each.amount is not None else "", row["goods"], row["source"], row["state"],
    ]  # fmt: skip
