"""The list of livelihood projects of a commune, on the screen and as a file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.support.models import ProjectForm, Stage
from giamngheo.support.queries import projects_in

PER_PAGE = 50


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Projects, the newest first, a page at a time."""
    unit = request.scope.unit
    if unit is None:
        return render(request, "office/livelihood/list.html", {"no_unit": True})
    require(request.user, Permission.VIEW_SUPPORT, unit)
    typed = _typed(request)
    rows = list(projects_in(request.user, unit, stage=typed["buoc"], form=typed["hinh-thuc"]))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(typed)
    context: dict[str, Any] = {
        "unit": unit, "page": page, "typed": typed, "query": query, "page_query": f"{query}&" if query else "",
        "rows": [(each, Stage(each.stage).label if each.stage else "") for each in page.object_list],
        "stage": typed["buoc"], "form": typed["hinh-thuc"], "stages": Stage.choices, "forms": ProjectForm.choices,
        "count": len(rows), "total": sum(each.total for each in rows), "state": sum(each.state for each in rows),
        "households": sum(each.households for each in rows),
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, unit),
    }  # fmt: skip
    return render(request, "office/livelihood/list.html", context)


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same list, all pages of it, as a CSV or Excel file."""
    unit = request.scope.unit
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    require(request.user, Permission.VIEW_SUPPORT, unit)
    typed = _typed(request)
    header: list[Cell] = [
        _("Dự án"), _("Hình thức"), _("Đơn vị thực hiện"), _("Bước"), _("Số hộ"), _("Tổng kinh phí (đồng)"),
        _("Nhà nước hỗ trợ (đồng)"),
    ]  # fmt: skip
    rows = (
        [
            each.name, each.get_form_display(), each.holder_name, Stage(each.stage).label if each.stage else "",
            each.households, each.total, each.state,
        ]
        for each in projects_in(request.user, unit, stage=typed["buoc"], form=typed["hinh-thuc"])
    )  # fmt: skip
    return as_file(form, f"sinh-ke-{unit.code}", header, rows)


def _typed(request: OfficeRequest) -> dict[str, str]:
    stage, form = request.GET.get("buoc", ""), request.GET.get("hinh-thuc", "")
    return {
        "buoc": stage if stage in Stage.values else "", "hinh-thuc": form if form in ProjectForm.values else "",
    }  # fmt: skip
