"""The list of plans: of the unit at the top with what it was before a merger, or of all the user's units."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts import actions as accounts
from giamngheo.accounts.models import Screen
from giamngheo.accounts.queries import active_grants, saved_views
from giamngheo.accounts.roles import Permission
from giamngheo.foundation.alphabet import alphabetical
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.lists import Link, asked_columns, link, query_of, shown_columns
from giamngheo.office.planning.findings import from_query
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import whole
from giamngheo.office.words import plan_status, unit_label
from giamngheo.planning import actions as planning
from giamngheo.planning import queries
from giamngheo.planning.models import UploadState
from giamngheo.programme.models import AnnualPlan
from giamngheo.territory.queries import with_predecessors

PER_PAGE = 20
_SHOWN = 5  # waiting files named above the list
SORTS: dict[str, tuple[str, str | Promise]] = {  # name in templates: (name in addresses, words)
    "year": ("", gettext_lazy("Kế hoạch")),
    "unit": ("don-vi", gettext_lazy("Đơn vị")),
    "changed": ("sua", gettext_lazy("Sửa lần cuối")),
}
COLUMNS: dict[str, str | Promise] = {  # the plan's own column always stands
    "don-vi": gettext_lazy("Đơn vị"),
    "trang-thai": gettext_lazy("Trạng thái"),
    "sai": gettext_lazy("Sai"),
    "xem-lai": gettext_lazy("Nên xem lại"),
    "sua": gettext_lazy("Sửa lần cuối"),
}
WAITING = (UploadState.RECEIVED, UploadState.READING, UploadState.CHECKING, UploadState.READY)


@login_required
@require_safe
def plan_list(request: OfficeRequest) -> HttpResponse:
    """Plans, a page at a time; findings are counted after the page stands."""
    asked = _asked(request)
    found = _filtered(request, asked)
    page = Paginator(_sorted(found, asked["xep"]), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "query_now": query_of(asked),
        "page_query": f"{query_of(asked)}&" if any(asked.values()) else "",
        "asked": asked,
        "shown": _columns(asked),
        "columns": COLUMNS,
        "view_draft": draft_key(request, "view"),
        "saved": saved_views(request.user, Screen.PLANS),
        "places": _places(request, asked),
        "years": _years(request, asked),
        "sorts": {name: link(title, asked, asked["xep"] == value, xep=value) for name, (value, title) in SORTS.items()},
        **waiting_for(request),
    }
    return render(request, "office/planning/list.html", context)


def _asked(request: OfficeRequest) -> dict[str, str]:
    """What the address asks of the list; `cot` names the columns to show, all of them when it is absent."""
    asked = {name: request.GET.get(name, "") for name in ("pham-vi", "loc-nam", "xep")}
    return {**asked, "cot": asked_columns(request, ("ke-hoach", *COLUMNS))}


def _columns(asked: dict[str, str]) -> set[str]:
    return shown_columns(asked, COLUMNS)


def waiting_for(request: OfficeRequest) -> dict[str, Any]:
    """Whether the user may bring plans in, and the files of theirs that wait for them."""
    may_import = active_grants(request.user, permission=Permission.IMPORT_PLAN).exists()
    mine = queries.uploads_for(request.user).filter(by=request.user, state__in=WAITING)
    waiting = list(mine[:_SHOWN]) if may_import else []
    if any(planning.is_dead(upload) for upload in waiting):
        planning.bury_abandoned(by=None)
        waiting = list(mine[:_SHOWN])
    return {"may_import": may_import, "waiting": waiting}


def _filtered(request: OfficeRequest, asked: dict[str, str]) -> QuerySet[AnnualPlan]:
    unit = request.scope.unit
    plans = queries.plans_for(request.user)
    if asked["pham-vi"] != "tat-ca" and unit is not None:
        plans = plans.filter(commune__in=with_predecessors(unit))
    year = whole(asked["loc-nam"])
    if year is not None:
        plans = plans.filter(year=year)
    return plans


def _sorted(plans: QuerySet[AnnualPlan], by: str) -> Any:
    if by == "don-vi":  # no database orders Vietnamese names as a Vietnamese does
        return sorted(plans, key=lambda plan: (alphabetical(plan.commune.short_name), -plan.year))
    return plans.order_by("-changed_at" if by == "sua" else "-year", "commune__short_name", "pk")


def _places(request: OfficeRequest, asked: dict[str, str]) -> list[Link]:
    scope = request.scope
    if scope.unit is None or len(scope.units) < 2:
        return []
    everything = asked["pham-vi"] == "tat-ca"
    return [
        link(scope.unit.name, asked, not everything, **{"pham-vi": ""}),
        link(_("Mọi đơn vị của tôi"), asked, everything, **{"pham-vi": "tat-ca"}),
    ]


def _years(request: OfficeRequest, asked: dict[str, str]) -> list[Link]:
    plans = _filtered(request, {**asked, "loc-nam": ""})
    years = plans.order_by("-year").values_list("year", flat=True).distinct()
    links = [link(_("Mọi năm"), asked, not asked["loc-nam"], **{"loc-nam": ""})]
    links += [
        link(_("Năm %(year)s") % {"year": year}, asked, asked["loc-nam"] == str(year), **{"loc-nam": str(year)})
        for year in years
    ]
    return links if len(links) > 2 or asked["loc-nam"] else []


@login_required
@require_safe
def plan_table(request: OfficeRequest, form: str) -> HttpResponse:
    """The list as it is filtered, sorted and cut to columns, all pages of it, as a CSV or Excel file."""
    asked = _asked(request)
    shown = [name for name in COLUMNS if name in _columns(asked)]
    rows = (_row(request, plan, shown) for plan in _sorted(_filtered(request, asked), asked["xep"]))
    return as_file(form, "ke-hoach-giam-ngheo", [_("Năm"), *(COLUMNS[name] for name in shown)], rows)


def _row(request: OfficeRequest, plan: AnnualPlan, shown: list[str]) -> list[Cell]:
    found = open_findings(request, plan) if {"sai", "xem-lai"} & set(shown) else {"error": 0, "warning": 0}
    cells: dict[str, Cell] = {
        "don-vi": unit_label(plan.commune),
        "trang-thai": str(plan_status(plan)),
        "sai": found["error"],
        "xem-lai": found["warning"],
        "sua": timezone.localtime(plan.changed_at).strftime("%d/%m/%Y %H:%M"),
    }
    return [plan.year, *(cells[name] for name in shown)]


@login_required
@require_POST
def save_view(request: OfficeRequest) -> HttpResponse:
    """Keep the list as it stands under a name; a name that cannot be kept is said, and the list stays as it was."""
    query = query_of(_asked(request))
    try:
        accounts.save_view(by=request.user, screen=Screen.PLANS, name=request.POST.get("name", ""), query=query)
    except ValidationError:
        messages.error(request, _("Chưa lưu được cách xem: đặt tên từ 1 đến 60 chữ."))
    else:
        say_saved(request, _("Đã lưu cách xem."), draft_key(request, "view"))
    return redirect(f"{reverse('office:plans')}?{query}")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    accounts.remove_view(by=request.user, view=get_object_or_404(saved_views(request.user, Screen.PLANS), pk=pk))
    messages.success(request, _("Đã bỏ cách xem."))
    return redirect("office:plans")


@login_required
@require_safe
def counts(request: OfficeRequest) -> HttpResponse:
    """Open findings of the plans on one page of the list, which asks for them when it stands."""
    asked = [pk for text in request.GET.getlist("id")[:PER_PAGE] if (pk := whole(text)) is not None]
    rows = [(plan, open_findings(request, plan)) for plan in queries.plans_for(request.user).filter(pk__in=asked)]
    totals = {severity: sum(found[severity] for _plan, found in rows) for severity in ("error", "warning")}
    return render(
        request, "office/planning/counts.html", {"rows": rows, "totals": totals, "shown": _columns(_asked(request))}
    )


def open_findings(request: OfficeRequest, plan: AnnualPlan) -> dict[str, int]:
    """How many findings of each severity nobody has decided about."""
    found = [from_query(number, view) for number, view in enumerate(queries.findings(request.user, plan))]
    waiting = [finding.severity for finding in found if not finding.decision]
    return {severity: waiting.count(severity) for severity in ("error", "warning", "info")}
