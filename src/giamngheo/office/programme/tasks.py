"""Tasks of a commune: the list, one of them, giving one, its steps."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.foundation.workdays import working_days_between
from giamngheo.office.households.fields import Field
from giamngheo.office.lists import link, query_of
from giamngheo.office.programme.asking import unit_of
from giamngheo.office.programme.forms import Asked, Form, Input, ask, options
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day, whole
from giamngheo.programme.actions import give_task, move_deadline, set_task_state
from giamngheo.programme.actions.tasks import may_finish
from giamngheo.programme.models import Task, TaskState, WorkItem
from giamngheo.programme.queries import directive_for, meeting_for, posts, task_for, tasks, work_item_for

PER_PAGE = 50


def _filters() -> dict[str, str]:
    return {"": _("Chưa xong"), "qua-han": _("Quá hạn"), "xong": _("Đã xong"), "het": _("Tất cả")}


@login_required
@require_safe
def tasks_page(request: OfficeRequest) -> HttpResponse:
    """Tasks by deadline, a page at a time."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/programme/tasks.html", {"no_unit": True})
    asked = {"loc": _asked(request)}
    rows = _listed(request, unit, asked["loc"])
    query = query_of(asked)
    context = {
        "unit": unit, "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("trang")), "query": query,
        "page_query": f"{query}&" if query else "", "today": request.scope.today,
        "chips": [link(title, asked, asked["loc"] == code, loc=code) for code, title in _filters().items()],
        "may_edit": can(request.user, Permission.EDIT_PLAN, unit),
    }  # fmt: skip
    return render(request, "office/programme/tasks.html", context)


@login_required
@require_safe
def tasks_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same tasks as a CSV or Excel file."""
    unit = unit_of(request)
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    header: list[Cell] = [_("Việc"), _("Người thực hiện"), _("Giao ngày"), _("Hạn"), _("Trạng thái"), _("Xong ngày")]
    rows = (
        [each.title, each.post.name, printed_day(each.given_on), printed_day(each.due_on), each.get_state_display(),
         printed_day(each.done_on)]
        for each in _listed(request, unit, _asked(request))
    )  # fmt: skip
    return as_file(form, f"viec-duoc-giao-{unit.code}", header, rows)


@login_required
@require_safe
def task_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """One task: where it comes from, what can be done with it."""
    task = _found(request, pk)
    days, today = 0, request.scope.today
    if task.state == TaskState.OPEN and task.due_on > today:
        days = working_days_between(today, task.due_on)
    context: dict[str, Any] = {
        "task": task, "days": days, "today": today, "origin": origin_of(task),
        "may_edit": can(request.user, Permission.EDIT_PLAN, task.unit), "may_finish": may_finish(request.user, task),
    }  # fmt: skip
    return render(request, "office/programme/task.html", context)


@login_required
def new_task(request: OfficeRequest) -> HttpResponse:
    """A task of its own, of an item of work, of a meeting, of a directive."""
    origin = _origin(request)
    unit = origin.unit if origin is not None else request.scope.unit
    if unit is None:
        raise Http404
    require(request.user, Permission.EDIT_PLAN, unit)
    held = list(posts(request.user, unit))
    fields: list[Field] = [
        Input("title", _("Việc phải làm"), rows=2, most=500),
        Field("post", _("Giao cho chức danh"), options=options(held, _("chọn"))),
        Field("starts_on", _("Giao ngày"), value=printed_day(request.scope.today), most=10),
        Field("ends_on", _("Hạn"), _("Ví dụ 30/11/2026. Hạn tính theo ngày; nhắc trước 2 ngày làm việc."), most=10),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        given, due, post = typed.day("starts_on"), typed.day("ends_on"), typed.must_one("post", held)
        typed.must()
        made = give_task(
            by=request.user, unit=unit, title=typed.text("title"), post=post, given_on=given, due_on=due, origin=origin
        )
        where = origin_of(made)
        return _("Đã giao việc."), where[1] if where else reverse("office:task", args=[made.pk])

    note = str(origin) if origin is not None else ""
    form = Form(_("Giao việc"), fields, act, ("task", unit.pk, request.GET.urlencode()), _trail(), note=note)
    if not held:
        form.note = _("Chưa có chức danh nào: thêm chức danh trước rồi giao việc.")
    return ask(request, form)


@login_required
def task_state(request: OfficeRequest, pk: int, step: str) -> HttpResponse:
    """Done, dropped, or open again."""
    task = _found(request, pk)
    titles = {"xong": _("Đã làm xong"), "thoi": _("Thôi không làm"), "mo-lai": _("Mở lại việc")}
    states = {"xong": TaskState.DONE, "thoi": TaskState.DROPPED, "mo-lai": TaskState.OPEN}
    if step not in states:
        raise Http404
    finish = step == "xong"
    if not (finish and may_finish(request.user, task)):
        require(request.user, Permission.EDIT_PLAN, task.unit)
    fields: list[Field] = (
        [Field("on", _("Xong ngày"), value=printed_day(request.scope.today), most=10)] if finish else []
    )
    fields.append(Field("reason", _("Kết quả (không bắt buộc)") if finish else _("Lý do"), most=300))

    def act(typed: Asked) -> tuple[str, str]:
        on = typed.day("on") if finish else request.scope.today
        typed.must()
        set_task_state(by=request.user, task=task, state=states[step], on=on, note=typed.text("reason"))
        return _("Đã ghi."), reverse("office:task", args=[pk])

    form = Form(titles[step], fields, act, ("task-state", pk, step), _trail(task), note=task.title)
    return ask(request, form)


@login_required
def task_deadline(request: OfficeRequest, pk: int) -> HttpResponse:
    """Another deadline, and why."""
    task = _found(request, pk)
    require(request.user, Permission.EDIT_PLAN, task.unit)
    fields = [
        Field("ends_on", _("Hạn mới"), value=printed_day(task.due_on), most=10),
        Field("reason", _("Lý do"), most=300),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        due = typed.day("ends_on")
        typed.must()
        move_deadline(by=request.user, task=task, due_on=due, reason=typed.text("reason"))
        return _("Đã đổi hạn."), reverse("office:task", args=[pk])

    return ask(request, Form(_("Đổi hạn"), fields, act, ("task-due", pk), _trail(task), note=task.title))


def origin_of(task: Task) -> tuple[str, str] | None:
    """What a task comes from: its title and address."""
    if task.item is not None:
        return task.item.title, reverse("office:work-item", args=[task.item.pk])
    if task.meeting is not None:
        return task.meeting.subject, reverse("office:committee-meeting", args=[task.meeting.pk])
    if task.directive is not None:
        return task.directive.subject, reverse("office:directive", args=[task.directive.pk])
    return None


def _origin(request: OfficeRequest) -> Any:
    item, meeting, directive = (whole(request.GET.get(name)) for name in ("dau-viec", "hop", "chi-dao"))
    if item is not None:
        try:
            return work_item_for(request.user, item)
        except WorkItem.DoesNotExist as missing:
            raise Http404 from missing
    for pk, find in ((meeting, meeting_for), (directive, directive_for)):
        if pk is not None:
            found = find(request.user, pk)
            if found is None:
                raise Http404
            return found
    return None


def _asked(request: OfficeRequest) -> str:
    found = request.GET.get("loc", "")
    return found if found in _filters() else ""


def _listed(request: OfficeRequest, unit: Any, asked: str) -> Any:
    found = tasks(request.user, unit)
    if asked == "":
        return found.filter(state=TaskState.OPEN)
    if asked == "qua-han":
        return found.filter(state=TaskState.OPEN, due_on__lt=request.scope.today)
    return found.filter(state=TaskState.DONE) if asked == "xong" else found


def _found(request: OfficeRequest, pk: int) -> Task:
    task = task_for(request.user, pk)
    if task is None:
        raise Http404
    return task


def _trail(task: Task | None = None) -> list[tuple[str, str]]:
    first = [(_("Việc được giao"), reverse("office:tasks"))]
    return first if task is None else [*first, (task.title[:60], reverse("office:task", args=[task.pk]))]
