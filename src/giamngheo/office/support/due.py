"""Who is due what: each line with its rule, against what was received; on the screen and as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.numbers import format_number
from giamngheo.office.lists import link, query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of, kinds, said
from giamngheo.office.support.listing import goods_of
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import money, printed_day
from giamngheo.support.catalogue import Kind, Value
from giamngheo.support.judging import Prices
from giamngheo.support.queries import EntitlementList, Line, NotDue, Received, due_in

PER_PAGE = 50
STATES: dict[str, str | Promise] = {
    "": gettext_lazy("Tất cả"),
    "chua": gettext_lazy("Chưa nhận"),
    "mot-phan": gettext_lazy("Nhận một phần"),
    "du": gettext_lazy("Đã nhận"),
    "can-xem": gettext_lazy("Cần xem"),
    "khong-thuoc-dien": gettext_lazy("Đã nhận, không thấy thuộc diện"),
}
RECEIVED = {Received.NOT_YET: "chua", Received.PARTLY: "mot-phan", Received.WHOLE: "du"}
CLASSES: dict[str, str | Promise] = {
    "poor": gettext_lazy("hộ nghèo"),
    "near_poor": gettext_lazy("hộ cận nghèo"),
    "newly_exited": gettext_lazy("hộ mới thoát nghèo"),
    "average_living_standard": gettext_lazy("hộ có mức sống trung bình"),
    "low_income_worker": gettext_lazy("người lao động có thu nhập thấp"),
}


@login_required
@require_safe
def due_page(request: OfficeRequest) -> HttpResponse:
    """Lines by village and household, a page at a time."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/support/due.html", {"no_unit": True})
    found, typed = _found(request, asked), _typed(request, asked)
    state = typed["loc"]
    rows = _rows(found, state, asked)
    counts = _counts(found)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(typed)
    context: dict[str, Any] = {
        "asked": asked, "page": page, "kinds": kinds(), "typed": typed, "day": printed_day(asked.day),
        "chips": [(link(STATES[name], typed, state == name, loc=name), counts[name]) for name in STATES],
        "query": query, "page_query": f"{query}&" if query else "",
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, asked.unit),
        "sum": sum(row["worth"] for row in rows if row["worth"] is not None),
        "unpriced": sum(row["worth"] is None for row in rows),
    }  # fmt: skip
    return render(request, "office/support/due.html", context)


@login_required
@require_safe
def due_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same lines as a CSV or Excel file, each with its rule."""
    asked = asked_of(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    header: list[Cell] = [
        _("Thôn"), _("Chủ hộ"), _("Người"), _("Loại hộ"), _("Loại hỗ trợ"), _("Mức"), _("Số tiền một năm (đồng)"),
        _("Tình trạng"), _("Cần xem"), _("Căn cứ"),
    ]  # fmt: skip
    rows = _rows(_found(request, asked), _typed(request, asked)["loc"], asked)
    cells = (
        [
            row["village"], row["head"], row["person"], row["class"], row["kind"], row["much"],
            row["worth"] if row["worth"] is not None else row["missing"], str(STATES[row["state"]]),
            "; ".join(row["asks"]), row["rule"],
        ]
        for row in rows
    )  # fmt: skip
    return as_file(form, f"thuoc-dien-{asked.unit.code}-{asked.day:%Y-%m-%d}", header, cells)


def _found(request: OfficeRequest, asked: Asked) -> EntitlementList:
    prices = Prices(money(request.GET.get("muc-dong")), money(request.GET.get("gia-dien")))
    kind = asked.kind.code if asked.kind else ""
    return due_in(request.user, asked.unit, asked.day, kind=kind, village=asked.village, prices=prices)


def _typed(request: OfficeRequest, asked: Asked) -> dict[str, str]:
    state = request.GET.get("loc", "")
    return {
        "loai": asked.kind.code if asked.kind else "", "thon": str(asked.village or ""),
        "ngay": printed_day(asked.day) if request.GET.get("ngay") else "",
        "muc-dong": request.GET.get("muc-dong", "").strip()[:20],
        "gia-dien": request.GET.get("gia-dien", "").strip()[:20], "loc": state if state in STATES else "",
    }  # fmt: skip


def _counts(found: EntitlementList) -> dict[str, int]:
    counts = dict.fromkeys(STATES, 0)
    for line in found.lines:
        counts[RECEIVED[line.received]] += 1
        counts["can-xem"] += not line.entitlement.certain
    counts[""] = len(found.lines)
    counts["khong-thuoc-dien"] = len(found.not_due)
    return counts


def _rows(found: EntitlementList, state: str, asked: Asked) -> list[dict[str, Any]]:
    if state == "khong-thuoc-dien":
        return [_not_due(each) for each in found.not_due]
    lines = found.lines
    if state == "can-xem":
        lines = [each for each in lines if not each.entitlement.certain]
    elif state:
        lines = [each for each in lines if RECEIVED[each.received] == state]
    return [_line(each, asked) for each in lines]


def _line(line: Line, asked: Asked) -> dict[str, Any]:
    due = line.entitlement
    person = due.person.person if due.person else None
    asks = [] if due.certain else [due.value]
    return {
        "home": due.home.pk, "head": due.home.head, "village": due.home.village,
        "person": person.full_name if person else "", "kind": said(due.kind.title), "much": much(due.kind, due.value),
        "class": _class(line, asked), "worth": line.worth.dong,
        "missing": said(line.worth.missing) if line.worth.missing else "", "state": RECEIVED[line.received],
        "asks": list(dict.fromkeys(_question(due.kind, each, bool(asks)) for each in asks or due.questions)),
        "rule": rule_of(due.value), "verified": due.value.verified,
        "note": said(due.value.note) if due.value.note else "",
        "delivery": line.deliveries[-1] if line.deliveries else None,
    }  # fmt: skip


def _not_due(each: NotDue) -> dict[str, Any]:
    delivery = each.delivery
    what = goods_of(delivery) or f"{format_number(delivery.amount or 0)} {_('đồng')}"
    return {
        "home": each.home.pk, "head": each.home.head, "village": each.home.village, "class": "",
        "person": each.person.person.full_name if each.person else "", "kind": said(each.kind.title), "much": what,
        "worth": None, "missing": "", "state": "khong-thuoc-dien", "asks": [], "verified": True, "note": "",
        "rule": "; ".join(dict.fromkeys(rule_of(value) for value in each.kind.on(delivery.on))), "delivery": delivery,
    }  # fmt: skip


def _class(line: Line, asked: Asked) -> str:
    due = line.entitlement
    held = due.home.classes(asked.day, due.person.person.pk if due.person else None)
    return ", ".join(str(title) for code, title in CLASSES.items() if code in held)


def _question(kind: Kind, value: Value, alone: bool) -> str:
    asks = said(value.who.asks) if value.who.asks else _("Tuổi hoặc dân tộc chưa ghi trong sổ hộ")
    return asks if alone else _("%(much)s nếu: %(asks)s") % {"much": much(kind, value), "asks": asks}


def much(kind: Kind, value: Value) -> str:
    """A value's amount in the unit of its kind."""
    number = format_number(value.amount or 0)
    words = {
        "premium_percent": _("%(number)s %% mức đóng"),
        "kwh_month": _("%(number)s kWh một tháng"),
        "pupil_month": _("%(number)s đồng một tháng, %(months)s tháng"),
        "tuition_percent": _("miễn %(number)s %% học phí"),
    }[kind.measure] % {"number": number, "months": value.months}
    return _("ít nhất %(much)s") % {"much": words} if value.at_least else words


def rule_of(value: Value) -> str:
    """The text a value stands in, and whether it was read."""
    text = value.citation.text()
    return text if value.verified else _("%(text)s (chưa kiểm chứng)") % {"text": text}
