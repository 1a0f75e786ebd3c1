"""The register of labour: the list with its share of agriculture, as a file, and entry village by village."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.models import Screen
from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.foundation.numbers import format_number
from giamngheo.households.births import printed
from giamngheo.households.queries.listing import villages_in
from giamngheo.labour.actions import tell
from giamngheo.labour.ages import lower_age
from giamngheo.labour.models import Industry, LabourStatus, Occupation, Skill, WorkPlace
from giamngheo.labour.problems import VALUE, Refused
from giamngheo.labour.queries import Entry, register_on, shares
from giamngheo.labour.sheet import WORKERS, worker_cells
from giamngheo.labour.values import Told
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.lists import asked_columns, query_of, shown_columns
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.saved import forget, keep, offered
from giamngheo.office.sheets.files import sheet_file
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import money, printed_day, whole

PER_PAGE = 50
ROWS = 20  # people of one form of entry
COLUMNS: dict[str, str | Promise] = {
    "thon": gettext_lazy("Thôn"), "tinh-trang": gettext_lazy("Tình trạng"), "nghe": gettext_lazy("Nghề"),
    "trinh-do": gettext_lazy("Trình độ"), "mong-muon": gettext_lazy("Mong muốn"), "ngay": gettext_lazy("Ngày khai"),
}  # fmt: skip
_ALWAYS = "ho-ten"
CHOICES: dict[str, list[tuple[Any, Any]]] = {
    "status": LabourStatus.choices, "industry": [("", "–"), *Industry.choices],
    "occupation": [("", "–"), *Occupation.choices], "skill": Skill.choices,
    "wish_occupation": [("", "–"), *Occupation.choices], "wish_place": [("", "–"), *WorkPlace.choices],
}  # fmt: skip


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Who is listed, a page at a time, and the share of agricultural labour by village."""
    unit = request.scope.unit
    if unit is None:
        return render(request, "office/labour/list.html", {"no_unit": True})
    require(request.user, Permission.VIEW_LABOUR, unit)
    rows, asked, villages = _found(request)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(asked)
    context: dict[str, Any] = {
        "unit": unit, "page": page, "asked": asked, "villages": villages, "statuses": LabourStatus.choices,
        "shares": [(each, _percent(each.hundredths)) for each in shares(request.user, unit, request.scope.today)],
        "query": query, "page_query": f"{query}&" if query else "", "age": lower_age(), "query_now": query,
        "columns": COLUMNS, "shown": shown_columns(asked, COLUMNS), "always": _ALWAYS,
        "filtered": bool(asked["thon"] or asked["loc"]), **offered(request, Screen.LABOUR),
        "may_edit": can(request.user, Permission.EDIT_LABOUR, unit), "total": len(rows),
    }  # fmt: skip
    return render(request, "office/labour/list.html", context)


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same rows as a CSV or Excel file, a form of our own; the Excel one can be filled and sent back."""
    unit = request.scope.unit
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    require(request.user, Permission.VIEW_LABOUR, unit)
    rows, _asked, _villages = _found(request)
    name = f"lao-dong-{unit.code}-{request.scope.today:%Y-%m-%d}"
    if form == "xlsx":  # the one that comes back
        return sheet_file(WORKERS, map(worker_cells, rows), name)
    return as_file(form, name, [str(each.title) for each in WORKERS], map(_cells, rows))


def _cells(each: Entry) -> list[Cell]:
    return [printed_day(cell) if isinstance(cell, date) else cell or "" for cell in worker_cells(each)]


def _found(request: OfficeRequest) -> tuple[list[Entry], dict[str, str], list]:
    unit = request.scope.unit
    if unit is None:
        raise Http404
    villages = villages_in(request.user, unit, request.scope.today, Permission.VIEW_LABOUR)
    village = whole(request.GET.get("thon"))
    village = village if village in {each.pk for each in villages} else None
    state = request.GET.get("loc", "")
    rows = register_on(request.user, unit, request.scope.today, village)
    if state in LabourStatus.values:
        rows = [each for each in rows if each.record is not None and each.record.status == state]
    elif state == "chua-hoi":
        rows = [each for each in rows if each.record is None]
    else:
        state = ""
    columns = asked_columns(request, (_ALWAYS, *COLUMNS))
    return rows, {"thon": str(village or ""), "loc": state, "cot": columns}, villages


@login_required
@require_POST
def save_view(request: OfficeRequest) -> HttpResponse:
    """Keep the list as it stands under a name."""
    _rows, asked, _villages = _found(request)
    return keep(request, Screen.LABOUR, query_of(asked), "office:labour")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    return forget(request, Screen.LABOUR, pk, "office:labour")


def _percent(hundredths: int | None) -> str:
    return "" if hundredths is None else f"{hundredths // 100},{hundredths % 100:02} %"


@login_required
def enter(request: OfficeRequest) -> HttpResponse:
    """What people of a village tell, many at once; only rows that were changed are written."""
    unit = request.scope.unit
    if unit is None:
        return redirect("office:labour")
    require(request.user, Permission.EDIT_LABOUR, unit)
    rows, asked, villages = _found(request)
    if not asked["thon"]:
        return render(request, "office/labour/enter.html", {"villages": villages, "unit": unit})
    page = Paginator(rows, ROWS).get_page(request.GET.get("trang"))
    draft = draft_key(request, "labour", asked["thon"], asked["loc"], page.number)
    findings: list = []
    if request.method == "POST":
        told, findings = _told(request, page.object_list)
        if not findings:
            try:
                made = tell(by=request.user, unit=unit, on=request.scope.today, told=told)
            except Refused as refused:
                findings = [("", each) for each in refused.findings]
            else:
                words = ngettext("Đã ghi %(number)s người.", "Đã ghi %(number)s người.", len(made))
                say_saved(request, words % {"number": len(made)}, draft)
                return redirect(f"{reverse('office:labour-enter')}?{query_of(asked, trang=str(page.number))}")
    query = query_of(asked)
    context = {
        "unit": unit, "villages": villages, "page": page, "asked": asked, "draft": draft,
        "place": next(each.name for each in villages if str(each.pk) == asked["thon"]), "touched": bool(findings),
        "rows": [_row(request, each) for each in page.object_list], "problems": problems_of(findings),
        "page_query": f"{query}&", "query": query_of(asked, trang=str(page.number)),
    }  # fmt: skip
    return render(request, "office/labour/enter.html", context, status=422 if findings else 200)


def _held(each: Entry) -> dict[str, str]:
    names = (*CHOICES, "wish_wage")
    if each.record is None:
        return dict.fromkeys(names, "") | {"skill": "0"}
    held = {name: "" if (value := getattr(each.record, name)) is None else str(value) for name in names}
    return held | {"wish_wage": format_number(each.record.wish_wage) if each.record.wish_wage else ""}


def _row(request: OfficeRequest, each: Entry) -> dict[str, Any]:
    held = _held(each)
    sent = {name: request.POST.get(f"{name}-{each.person.pk}", value) for name, value in held.items()}
    labels = {
        "status": _("Tình trạng"), "industry": _("Nhóm ngành"), "occupation": _("Nghề"), "skill": _("Trình độ"),
        "wish_occupation": _("Nghề mong muốn"), "wish_place": _("Nơi mong muốn"),
    }  # fmt: skip
    choices = {**CHOICES, "status": [("", _("chưa hỏi")), *LabourStatus.choices]}
    fields = [
        (f"{name}-{each.person.pk}", label, [(str(value), title) for value, title in choices[name]], sent[name])
        for name, label in labels.items()
    ]
    return {"entry": each, "birth": printed(each.person.birth), "fields": fields, "wage": sent["wish_wage"]}


def _told(request: OfficeRequest, entries: Any) -> tuple[dict[int, Told], list]:
    told: dict[int, Told] = {}
    findings: list = []
    for each in entries:
        held = _held(each)
        sent = {name: request.POST.get(f"{name}-{each.person.pk}", value).strip() for name, value in held.items()}
        if sent == held:
            continue
        wage = money(sent["wish_wage"]) if sent["wish_wage"] else None
        if sent["wish_wage"] and wage is None:
            finding = VALUE.at(
                who=each.person.full_name, value=sent["wish_wage"], field_vi="lương mong muốn", field_en="wished wage"
            )
            findings.append((f"wish_wage-{each.person.pk}", finding))
            continue
        skill = whole(sent["skill"])
        told[each.person.pk] = Told(
            sent["status"], sent["industry"], sent["occupation"], -1 if skill is None else skill,
            sent["wish_occupation"], whole(sent["wish_place"]), wage,
        )  # fmt: skip
    return told, findings
