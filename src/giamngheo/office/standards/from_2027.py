"""What 01/01/2027 does to the commune: two standards side by side, the officer's list before both, nothing kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from giamngheo.accounts.permissions import OutOfScope, Permission, require
from giamngheo.analysis.population.plain import Population
from giamngheo.analysis.whatif.question import sides
from giamngheo.foundation.findings import FindingError
from giamngheo.office.planning.findings import problem_from, problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.standards import asked, costs, present, workbook
from giamngheo.office.standards.asked import Form
from giamngheo.office.standards.kept import drop, keep, kept
from giamngheo.office.standards.sample import sample_of
from giamngheo.office.tables import Cell, as_file
from giamngheo.review.judging.laws import layers
from giamngheo.territory.models import Unit

PER_PAGE = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _unit(request: OfficeRequest) -> Unit:
    """The commune at the top, if the user may ask about it."""
    unit = request.scope.unit
    if unit is None:
        raise OutOfScope
    require(request.user, Permission.TRY_STANDARD, unit)
    return unit


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: OfficeRequest) -> HttpResponse:
    """The form with both standards, and the last result above it; a list that is sent is judged and not kept."""
    if request.scope.unit is None:
        return render(request, "office/standards/no_unit.html", status=200 if request.method != "POST" else 409)
    _unit(request)
    if request.method != "POST":
        return _shown(request, Form())
    form = Form.of(request.POST)
    if problems := form.problems():
        return _shown(request, form, problems=problems)
    file = request.FILES.get("file")
    if file is None:
        return _shown(
            request,
            form,
            problem={"message": _("Chưa chọn tệp."), "fixes": [_("Chọn danh sách đã điền theo mẫu Excel.")]},
        )
    if (file.size or 0) > asked.MAX_BYTES:
        return _shown(
            request,
            form,
            problem={
                "message": _("Tệp quá lớn."),
                "fixes": [_("Bỏ ảnh, màu và trang tính thừa, chỉ giữ hai trang của mẫu.")],
            },
        )
    name, content = file.name or "", file.read()
    today = request.scope.today
    return _judged(request, form, lambda: asked.from_upload(name, content, form, today), sample=False)


@login_required
@require_POST
def try_sample(request: OfficeRequest) -> HttpResponse:
    """The same with the demonstration commune's invented households."""
    folder = sample_of(_unit(request))
    if folder is None:
        raise Http404
    form = Form.of(request.POST)
    if problems := form.problems():
        return _shown(request, form, problems=problems)
    return _judged(request, form, lambda: asked.from_folder(folder, form, request.scope.today), sample=True)


def _judged(request: OfficeRequest, form: Form, reading: Callable[[], Population], *, sample: bool) -> HttpResponse:
    try:
        population = reading()
        outcome = asked.answered(population, form, request.scope.today)
    except FindingError as error:
        return _shown(request, form, problem=problem_of(asked.on_screen(error.finding)))
    keep(request, outcome, population.findings, sample=sample, form=asdict(form))
    return redirect(f"{reverse('office:from-2027')}#ket-qua")


@login_required
@require_POST
def forget(request: OfficeRequest) -> HttpResponse:
    """Take the result out of the session."""
    _unit(request)
    drop(request)
    return redirect("office:from-2027")


@login_required
@require_safe
def template(request: OfficeRequest) -> HttpResponse:
    """The empty list to fill in."""
    _unit(request)
    response = HttpResponse(workbook.workbook(), content_type=XLSX)
    response.headers["Content-Disposition"] = 'attachment; filename="mau-danh-sach-ho.xlsx"'
    return response


@login_required
@require_safe
def table(request: OfficeRequest, form: str) -> HttpResponse:
    """The households that change, as they are filtered, as a CSV or Excel file."""
    _unit(request)
    found = kept(request)
    if found is None:
        raise Http404
    header = [_("Mã hộ"), _("Thôn"), _("Số người"), _("Hôm nay"), _("Từ 01/01/2027"), _("Lý do")]
    rows = (_cells(each) for each in present.listed(found, request.GET.get("doi", "")))
    return as_file(form, "ho-doi-loai-tu-2027", header, rows)


def _cells(each: dict[str, Any]) -> list[Cell]:
    reasons = "; ".join(each["reasons"])
    return [each["id"], each["village"], each["people"], str(each["before"]), str(each["after"]), reasons]


def _shown(
    request: OfficeRequest, form: Form, *, problem: dict[str, Any] | None = None, problems: dict[str, Any] | None = None
) -> HttpResponse:
    found = None if problem or problems else kept(request)
    context = {
        "form": Form(**found["form"]) if found else form,
        "problem": problem,
        "problems": problems or {},
        "sample": sample_of(request.scope.unit) is not None,
        "max_megabytes": asked.MAX_BYTES // (1024 * 1024),
        "standards": _standards(request),
        "local": _local(request),
        **(_result(request, found) if found else {}),
    }
    return render(request, "office/standards/from_2027.html", context, status=422 if problem or problems else 200)


def _local(request: OfficeRequest) -> list[dict[str, str]]:
    """Provinces' own standards that may apply to the commune: what of them is not loaded."""
    unit = request.scope.unit
    found = layers(unit, asked.question(Form(), request.scope.today).on) if unit else ()
    return [
        {name: present.in_language({"vi": text.vi, "en": text.en}) if text else "" for name, text in told}
        for told in ((("title", each.title), ("open", each.open)) for each in found)
    ]


def _standards(request: OfficeRequest) -> list[dict[str, Any]]:
    """Both standards in force, side by side: day, title, lines with their article, what makes a household poor."""
    found = sides(asked.question(Form(), request.scope.today))
    return [
        {
            "title": present.in_language({"vi": each.release.title.vi, "en": each.release.title.en}),
            "day": each.day,
            "line": each.parameters["income_line"],
            "line_article": each.held["income_line"].entry.citation.text(),
            "poor": each.parameters["poor_deprivations"],
            "poor_article": each.held["poor_deprivations"].entry.citation.text(),
            "indicators": len(each.indicators),
            "average": each.parameters.get("average_living_line"),
        }
        for each in (found.base, found.other)
    ]


def _result(request: OfficeRequest, found: dict[str, Any]) -> dict[str, Any]:
    moved = request.GET.get("doi", "")
    columns, rows = present.matrix(found)
    page = Paginator(present.chosen(found, moved), PER_PAGE).get_page(request.GET.get("trang"))
    return {
        "found": found,
        "source": _("dữ liệu giả của xã mẫu") if found["sample"] else _("danh sách đã tải lên"),
        "sentences": present.sentences(found),
        "columns": columns,
        "rows": rows,
        "villages": present.villages(found),
        "chips": present.chips(found, moved),
        "page": page,
        "listed": present.rows(list(page.object_list)),
        "common": present.common(present.chosen(found, moved)),
        "page_query": f"doi={moved}&" if moved else "",
        "unknowns": present.unknowns(found),
        "costs": costs.costs(found),
        "layers": [
            {**each, "open": dict.fromkeys(present.in_language(side["open"]) for side in sides if side["open"])}
            for each in found["layers"]
            for sides in [(each["base"], each["other"])]
        ],
        "assumed": [present.in_language(each) for each in found["assumed"]],
        "average_unknown": _average(found),
        "unverified": [present.in_language(each) for each in found["unverified"]],
        "findings": [problem_from(each) for each in found["findings"] if each["severity"] != "info"],
        "remarks": [problem_from(each) for each in found["findings"] if each["severity"] == "info"],
        "set_aside": found["rows"]["households"]["set_aside"],
    }


def _average(found: dict[str, Any]) -> str:
    text = found["average_living_standard"]["unknown"]
    return present.in_language(text) if text else ""
