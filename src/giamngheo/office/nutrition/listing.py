"""The list of the target group, filtered; as a file, recorded; rates by village."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.numbers import format_number
from giamngheo.households.births import printed
from giamngheo.office.lists import link, query_of
from giamngheo.office.nutrition.words import STATES, age, figures, grades, score, states_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of
from giamngheo.office.support.due import CLASSES
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day
from giamngheo.support.actions.nutrition import export_nutrition
from giamngheo.support.growth.outcome import INDICATORS
from giamngheo.support.growth.tables import available
from giamngheo.support.models import MaternityKind
from giamngheo.support.queries.nutrition import Rate, Subject, growth_list, prevalence

PER_PAGE = 50


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Everybody of the target group, a page at a time; who may not see names gets the rates."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/nutrition/list.html", {"no_unit": True})
    if not can(request.user, Permission.SEE_SENSITIVE, asked.unit):
        return redirect("office:nutrition-rates")
    subjects = growth_list(request.user, asked.unit, asked.day, village=asked.village)
    typed = _typed(request, asked)
    counts = dict.fromkeys(STATES, 0)
    for each in subjects:
        for state in states_of(each, asked.day):
            counts[state] += 1
    page = Paginator(_chosen(subjects, typed["loc"], asked), PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(typed)
    context: dict[str, Any] = {
        "asked": asked, "page": page, "rows": [shown(each, asked) for each in page.object_list], "typed": typed,
        "chips": [(link(STATES[name], typed, typed["loc"] == name, loc=name), counts[name]) for name in STATES],
        "query": query, "page_query": f"{query}&" if query else "", "day": printed_day(asked.day),
        "any": bool(subjects),
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, asked.unit), "no_tables": not available(),
        "measured": sum(each.last is not None for each in subjects),
    }  # fmt: skip
    return render(request, "office/nutrition/list.html", context)


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same rows, all pages, as a CSV or Excel file; recorded."""
    asked = asked_of(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    typed = _typed(request, asked)
    rows = _chosen(growth_list(request.user, asked.unit, asked.day, village=asked.village), typed["loc"], asked)
    export_nutrition(by=request.user, unit=asked.unit, form=form, rows=len(rows), asked={"filter": typed})
    header: list[Cell] = [
        _("Thôn"), _("Chủ hộ"), _("Họ và tên"), _("Ngày sinh"), _("Giới tính"), _("Loại hộ"), _("Ngày cân đo"),
        _("Cân nặng (kg)"), _("Chiều cao (cm)"), _("Vòng cánh tay (cm)"), _("Chiều cao/tuổi (SD)"),
        _("Cân nặng/tuổi (SD)"), _("Cân nặng/chiều cao (SD)"), _("Tình trạng"), _("Hạn cân đo lại"),
    ]  # fmt: skip
    return as_file(
        form, f"dinh-duong-{asked.unit.code}-{asked.day:%Y-%m-%d}", header, (_cells(each, asked) for each in rows)
    )


@login_required
@require_safe
def rates_page(request: OfficeRequest) -> HttpResponse:
    """How many are below the line, by village, with what they are out of."""
    asked = asked_of(request)
    if asked is None:
        return redirect("office:nutrition")
    found = prevalence(request.user, asked.unit, asked.day)
    context: dict[str, Any] = {
        "asked": asked, "rates": [_rate(each, frozenset()) for each in found.villages], "no_tables": not available(),
        "total": _rate(found.total, found.hidden), "day": printed_day(asked.day), "names": bool(found.villages),
        "may_see": can(request.user, Permission.SEE_SENSITIVE, asked.unit),
    }  # fmt: skip
    return render(request, "office/nutrition/rates.html", context)


@login_required
@require_safe
def rates_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same as a file: numerators, denominators, percentages."""
    asked = asked_of(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    found = prevalence(request.user, asked.unit, asked.day)
    header: list[Cell] = [_("Thôn"), _("Trẻ thuộc đối tượng"), _("Đã cân đo trong 12 tháng")]
    for name in (_("Thấp còi"), _("Nhẹ cân"), _("Gầy còm")):
        header += [name, _("%(name)s: số trẻ tính được") % {"name": name}, _("%(name)s (%%)") % {"name": name}]
    rows = [_rate_cells(each, frozenset()) for each in found.villages] + [_rate_cells(found.total, found.hidden)]
    return as_file(form, f"ty-le-dinh-duong-{asked.unit.code}-{asked.day:%Y-%m-%d}", header, rows)


def shown(each: Subject, asked: Asked) -> dict[str, Any]:
    """A row in words."""
    judged, last = each.judged, each.last
    held = each.home.classes(asked.day, each.person.pk)
    return {
        "person": each.person, "head": each.home.head, "village": each.home.village, "home": each.home.pk,
        "age": age(each.days, each.person.birth),
        "maternity": MaternityKind(each.maternity).label if each.maternity else "",
        "class": ", ".join(str(title) for code, title in CLASSES.items() if code in held), "last": last,
        **figures(last), "height": score(judged.height) if judged else "",
        "weight": score(judged.weight) if judged else "", "thinness": score(judged.thinness) if judged else "",
        "grades": grades(judged), "unsure": each.unsure,
        "due_on": each.due_on, "due": each.is_due(asked.day), "odd": judged is not None and judged.implausible,
    }  # fmt: skip


def _typed(request: OfficeRequest, asked: Asked) -> dict[str, str]:
    state = request.GET.get("loc", "")
    day = printed_day(asked.day) if request.GET.get("ngay") else ""
    return {"thon": str(asked.village or ""), "ngay": day, "loc": state if state in STATES else ""}


def _chosen(subjects: list[Subject], state: str, asked: Asked) -> list[Subject]:
    return [each for each in subjects if state in states_of(each, asked.day)]


def _cells(each: Subject, asked: Asked) -> list[Cell]:
    row = shown(each, asked)
    return [
        row["village"], row["head"], each.person.full_name, printed(each.person.birth), each.person.get_sex_display(),
        row["class"], printed_day(each.last.on if each.last else None), row["kg"], row["cm"], row["arm"], row["height"],
        row["weight"], row["thinness"], "; ".join(filter(None, [row["maternity"], *row["grades"]])),
        printed_day(each.due_on) or _("chưa cân đo lần nào"),
    ]  # fmt: skip


def _rate(each: Rate, hidden: frozenset[str]) -> dict[str, Any]:
    return {
        "rate": each,
        "found": [
            {
                "below": each.found[name][0], "judged": each.found[name][1], "hidden": name in hidden,
                "percent": "" if (percent := each.percent(name)) is None else format_number(Fraction(percent)),
                "small": each.is_small(name) and each.found[name][1] > 0,
            }
            for name in INDICATORS
        ],
    }  # fmt: skip


def _rate_cells(each: Rate, hidden: frozenset[str]) -> list[Cell]:
    cells: list[Cell] = [each.village or _("Cả xã"), each.children, each.measured]
    for name in INDICATORS:
        percent = each.percent(name)
        below: Cell = _("dưới 5") if name in hidden else each.found[name][0]
        cells += [
            below,
            each.found[name][1],
            "" if percent is None or name in hidden else format_number(Fraction(percent)),
        ]
    return cells
