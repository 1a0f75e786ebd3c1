"""One item of work: its page, its form, its progress, its states."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, can_everywhere
from giamngheo.documents.actions import file_path
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.queries import sources
from giamngheo.households.queries.listing import villages_in
from giamngheo.office.households.fields import Field
from giamngheo.office.programme.asking import LATE, LATENESS, NO_FORECAST
from giamngheo.office.programme.board import has_unit, quantity_words
from giamngheo.office.programme.forms import Asked, Form, Input, ask, options
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day, whole
from giamngheo.programme.actions import change_work_item, create_work_item, enter_progress, set_work_state
from giamngheo.programme.forecast import NoForecast, forecast, points_of
from giamngheo.programme.models import STEPS, Evidence, WorkItem, WorkState
from giamngheo.programme.queries import (
    activities_for,
    evidence_for,
    groups,
    nodes,
    posts,
    progress_of,
    standing_of,
    tasks,
    work_item_for,
)
from giamngheo.programme.values import Foreseen, Work
from giamngheo.territory.models import Unit

_REASONED = (WorkState.DONE, WorkState.STOPPED)
SOURCES = 3  # rows of money by source in the form


@login_required
@require_safe
def item_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """What it is, planned against actual, when it will end, evidence, tasks, the next states."""
    item = _found(request, pk)
    entries = progress_of(request.user, item)
    whole_unit = can_everywhere(request.user, Permission.VIEW_PLAN, item.unit)
    found = forecast(points_of(item.quantity, [(e.on, e.done) for e in entries if not hasattr(e, "replaced_by")]))
    names = {each.code: each.name for each in sources()}
    context: dict[str, Any] = {
        "item": item, "standing": standing_of(request.user, item, request.scope.today), "entries": entries,
        "quantity": quantity_words(item), "late": LATE, "words": LATENESS, "whole_unit": whole_unit,
        "forecast": None if isinstance(found, NoForecast) else found,
        "no_forecast": NO_FORECAST[found] if isinstance(found, NoForecast) else "",
        "groups": list(item.groups.all()), "coordinating": list(item.coordinating.all()),
        "budgets": [(names.get(each.source, each.source), each.amount) for each in item.budgets.all()],
        "tasks": list(tasks(request.user).filter(item=item)), "today": request.scope.today,
        "may_edit": can(request.user, Permission.EDIT_PLAN, item.unit),
        "steps": [(step, WorkState(step).label) for step in STEPS[item.state]],
        "enters": item.state in (WorkState.PLANNED, WorkState.RUNNING), "measure": item.measure or "%",
    }  # fmt: skip
    return render(request, "office/programme/item.html", context)


@login_required
def new_item(request: OfficeRequest) -> HttpResponse:
    """A new item of the commune and year at the top."""
    unit = has_unit(request)

    def act(typed: Asked) -> tuple[str, str]:
        made = create_work_item(by=request.user, unit=unit, work=_work(request, unit, typed, request.scope.year))
        return _("Đã ghi đầu việc."), reverse("office:work-item", args=[made.pk])

    return ask(request, Form(_("Thêm đầu việc"), _fields(request, unit, None), act, ("work", unit.pk), _trail()))


@login_required
def change_item(request: OfficeRequest, pk: int) -> HttpResponse:
    """The same form, filled; refused where somebody else was quicker."""
    item = _found(request, pk)
    _may(request, item)

    def act(typed: Asked) -> tuple[str, str]:
        work = _work(request, item.unit, typed, item.year)
        change_work_item(by=request.user, item=item, work=work, seen=whole(typed.text("seen")) or 0)
        return _("Đã lưu đầu việc."), reverse("office:work-item", args=[pk])

    form = Form(
        _("Sửa đầu việc"), _fields(request, item.unit, item), act, ("work-change", pk, item.version), _trail(item),
        extra={"hidden": [("seen", request.POST.get("seen", str(item.version)))]},
    )  # fmt: skip
    return ask(request, form)


@login_required
def progress(request: OfficeRequest, pk: int) -> HttpResponse:
    """What is done in all up to a day, with evidence."""
    item = _found(request, pk)
    _may(request, item)
    standing = [each for each in progress_of(request.user, item) if not hasattr(each, "replaced_by")]
    measure = item.measure or "%"
    fields: list[Field] = [
        Field("on", _("Đến ngày"), value=printed_day(request.scope.today), most=10),
        Field("done", _("Đã làm được, lũy kế (%(measure)s)") % {"measure": measure},
              _("Cộng từ đầu, không phải số làm thêm."), most=20),
        Input("note", _("Ghi chú, khó khăn (không bắt buộc)"), rows=3, most=2000),
        Input("files", _("Ảnh, văn bản minh chứng (không bắt buộc)"),
              _("JPG, PNG, WEBP, PDF, DOCX, XLSX; mỗi tệp tối đa 15 MB."), files=True),
        Field("replaces", _("Thay lần đã ghi sai (nếu có)"), options=[
            ("", _("không thay lần nào")),
            *((str(e.pk), f"{printed_day(e.on)}: {format_number(Fraction(e.done))} {measure}") for e in standing),
        ]),
    ]  # fmt: skip

    def act(typed: Asked) -> tuple[str, str]:
        on, done = typed.day("on"), typed.done("done")
        files, replaces = typed.uploads("files"), typed.one("replaces", standing)
        typed.must()
        enter_progress(
            by=request.user, item=item, on=on, done=done, note=typed.text("note"), files=files, replaces=replaces
        )
        return _("Đã ghi tiến độ."), reverse("office:work-item", args=[pk])

    form = Form(_("Ghi tiến độ"), fields, act, ("progress", pk), _trail(item), note=item.title)
    return ask(request, form)


@login_required
def state(request: OfficeRequest, pk: int, step: str) -> HttpResponse:
    """The next state, with its reason where one is asked for."""
    item = _found(request, pk)
    _may(request, item)
    if step not in STEPS[item.state]:
        raise Http404
    must = step == WorkState.STOPPED or item.state in _REASONED
    fields = [Field("reason", _("Lý do") if must else _("Ghi chú (không bắt buộc)"), most=300, required=must)]

    def act(typed: Asked) -> tuple[str, str]:
        set_work_state(by=request.user, item=item, state=step, reason=typed.text("reason"))
        return _("Đã chuyển trạng thái."), reverse("office:work-item", args=[pk])

    title = _("Chuyển sang “%(state)s”") % {"state": WorkState(step).label}
    return ask(request, Form(title, fields, act, ("work-state", pk, step), _trail(item), note=item.title))


@login_required
@require_safe
def evidence(request: OfficeRequest, pk: int) -> HttpResponse | FileResponse:
    """A photo or document, always as a download."""
    try:
        stored = evidence_for(request.user, pk).file
        content = file_path(stored.sha256).open("rb")
    except (Evidence.DoesNotExist, FileNotFoundError) as missing:
        raise Http404 from missing
    return FileResponse(content, as_attachment=True, filename=stored.name, content_type="application/octet-stream")


def _found(request: OfficeRequest, pk: int) -> WorkItem:
    try:
        return work_item_for(request.user, pk)
    except WorkItem.DoesNotExist as missing:
        raise Http404 from missing


def _may(request: OfficeRequest, item: WorkItem) -> None:
    from giamngheo.accounts.permissions import require

    require(request.user, Permission.EDIT_PLAN, item.unit)


def _trail(item: WorkItem | None = None) -> list[tuple[str, str]]:
    first = [(_("Đầu việc"), reverse("office:work"))]
    return first if item is None else [*first, (item.title[:60], reverse("office:work-item", args=[item.pk]))]


def _fields(request: OfficeRequest, unit: Unit, item: WorkItem | None) -> list[Field]:
    year = item.year if item else request.scope.year
    held = options(list(posts(request.user, unit)), _("chưa phân công"))
    money = [(each.code, f"{each.code}: {each.name}") for each in sources() if not each.is_loan]
    fields: list[Field] = [
        Field("node", _("Nội dung của chương trình"), options=_node_options(year)),
        Field("activity", _("Hoạt động trong kế hoạch (không bắt buộc)"), _("Câu của kế hoạch năm mà việc này làm."),
              options=[("", _("không theo hoạt động nào")), *_activity_options(request, unit, year)]),
        Field("title", _("Tên đầu việc"), most=300),
        Field("quantity", _("Khối lượng"), _("Không đo được thì để trống; tiến độ khi đó ghi bằng %."), most=20),
        Field("measure", _("Đơn vị tính"), _("hộ, lớp, con, km …"), most=40),
        Field("village", _("Thôn"), options=options_named(villages_in(request.user, unit, request.scope.today))),
        Input("groups", _("Đối tượng"), options=[(str(g.pk), g.name) for g in groups()], many=True),
        Field("starts_on", _("Bắt đầu"), _("Ví dụ 01/09/2026 hoặc 1/9."), most=10),
        Field("ends_on", _("Kết thúc"), most=10),
        Field("lead", _("Chủ trì"), options=held),
        Input("coordinating", _("Phối hợp"), options=held[1:], many=True),
        Field("budget", _("Kinh phí dự kiến"), _("Bằng đồng; khi chia theo nguồn ở dưới thì để trống."), most=30),
    ]  # fmt: skip
    for n in range(1, SOURCES + 1):
        fields += [
            Field(f"source{n}", _("Nguồn vốn %(n)s") % {"n": n}, options=[("", _("không")), *money]),
            Field(f"amount{n}", _("Số tiền từ nguồn %(n)s") % {"n": n}, most=30),
        ]
    if item is not None:
        _fill({each.name: each for each in fields}, item)
    return fields


def options_named(villages: list) -> list[tuple[str, str]]:
    """Villages for a choice, the whole commune first."""
    return [("", _("cả xã")), *((str(each.pk), each.name) for each in villages)]


def _node_options(year: int) -> list[tuple[str, str]]:
    """Nodes of the year's period; in 2026 of the one before too, whose money is carried over."""
    wanted = [each for each in nodes() if each.parent_id and _usable(each.period, year)]
    return [(str(each.pk), f"{each.period.code}, {each.code}: {each.name}") for each in wanted]


def _activity_options(request: OfficeRequest, unit: Unit, year: int) -> list[tuple[str, str]]:
    return [
        (str(each.pk), f"{each.node.code}: {each.words}"[:160]) for each in activities_for(request.user, unit, year)
    ]


def _usable(period: Any, year: int) -> bool:
    return period.from_year <= year <= period.to_year or period.to_year + 1 == year == 2026


def _fill(fields: dict[str, Field], item: WorkItem) -> None:
    values = {
        "node": item.node_id, "title": item.title, "measure": item.measure, "village": item.village_id or "",
        "quantity": format_number(Fraction(item.quantity)) if item.quantity is not None else "",
        "starts_on": printed_day(item.starts_on), "ends_on": printed_day(item.ends_on), "lead": item.lead_id or "",
        "activity": item.activity_id or "",
    }  # fmt: skip
    budgets = list(item.budgets.all())
    if not budgets and item.budget is not None:
        values["budget"] = format_number(item.budget)
    for n, each in enumerate(budgets[:SOURCES], 1):
        values |= {f"source{n}": each.source, f"amount{n}": format_number(each.amount)}
    for name, value in values.items():
        fields[name].value = str(value)
    for name, rows in (("groups", item.groups.all()), ("coordinating", item.coordinating.all())):
        fields[name].chosen = [str(each.pk) for each in rows]  # type: ignore[attr-defined]


def _work(request: OfficeRequest, unit: Unit, typed: Asked, year: int) -> Work:
    held = list(posts(request.user, unit))
    known = {each.code for each in sources() if not each.is_loan}
    money = [(typed.text(f"source{n}"), typed.money(f"amount{n}")) for n in range(1, SOURCES + 1)]
    for n, (source, amount) in enumerate(money, 1):
        if (source != "") != (amount is not None) or (source and source not in known):
            typed.refuse_money(f"amount{n}")
    work = Work(
        node=typed.must_one("node", list(nodes())), year=year, title=typed.text("title"),
        starts_on=typed.day("starts_on"), ends_on=typed.day("ends_on"), quantity=typed.quantity("quantity"),
        measure=typed.text("measure"),
        village=typed.one("village", villages_in(request.user, unit, request.scope.today)),
        groups=typed.several("groups", list(groups())), budget=typed.money("budget"),
        sources=[Foreseen(source, amount) for source, amount in money if source and amount],
        activity=typed.one("activity", list(activities_for(request.user, unit, year))),
        lead=typed.one("lead", held), coordinating=typed.several("coordinating", held),
    )  # fmt: skip
    typed.must()
    return work
