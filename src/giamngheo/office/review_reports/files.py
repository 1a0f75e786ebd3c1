"""Reports and lists as files; who took what is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_reports.asking import Question, question
from giamngheo.office.review_reports.help import with_help
from giamngheo.office.review_reports.pages import no_unit, opened_or_404
from giamngheo.office.tables import Cell, as_file
from giamngheo.review.actions.exporting import record_export
from giamngheo.review.queries.reports import whole_set
from giamngheo.review.reports.catalogue import BY_SLUG, REPORTS, Report
from giamngheo.review.reports.workbook import Heading, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def report_file(request: OfficeRequest, slug: str) -> HttpResponse:
    """One report as a workbook."""
    if slug not in BY_SLUG:
        raise Http404
    return _file(request, [BY_SLUG[slug]], slug)


@login_required
@require_safe
def whole_set_file(request: OfficeRequest) -> HttpResponse:
    """All of them in one workbook."""
    return _file(request, REPORTS, "ca-bo")


@login_required
@require_safe
def households_file(request: OfficeRequest, slug: str, form: str) -> HttpResponse:
    """The households behind a number, all pages of them, as a CSV or Excel file."""
    asked = question(request)
    if asked is None or form not in ("csv", "xlsx"):
        raise Http404
    found = opened_or_404(request, asked, slug)
    header: list[Cell] = [_("Chủ hộ"), _("Thôn"), _("Số hộ"), _("Nhân khẩu")]
    rows: list[list[Cell]] = [
        [each.head or _("Chưa có chủ hộ"), each.village, each.households, each.people] for each in found.households
    ]
    _recorded(request, asked, [f"{slug}:{found.column.key}:{found.row}"], len(rows), form)
    return as_file(form, _name(asked, f"{slug}-{found.column.key}"), header, rows)


def _file(request: OfficeRequest, reports: Sequence[Report], name: str) -> HttpResponse:
    asked = question(request)
    if asked is None:
        return no_unit(request)
    with translation.override("vi"):
        tables = whole_set(request.user, with_help(request.user, asked.asked, reports), reports)
        content = workbook(tables, Heading(asked.organ, asked.days, asked.basis))
    rows = sum(len(table.rows) for table in tables)
    _recorded(request, asked, [each.slug for each in reports], rows, "xlsx")
    response = HttpResponse(content, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(asked, name)}.xlsx"'
    return response


def _recorded(request: OfficeRequest, asked: Question, reports: list[str], rows: int, form: str) -> None:
    what = asked.asked
    told = {
        "opening_on": f"{what.opening_on}",
        "basis": "preliminary" if what.preliminary else "official",
        "round": str(what.round.pk) if what.round else "",
    }
    record_export(by=request.user, unit=what.unit, reports=reports, rows=rows, day=what.day, form=form, asked=told)


def _name(asked: Question, what: str) -> str:
    """ "ra-soat-r2-15889-2027-01-01", with "so-bo" where preliminary."""
    told = "-so-bo" if asked.asked.preliminary else ""
    return f"ra-soat-{what}-{asked.asked.unit.code}-{asked.asked.day:%Y-%m-%d}{told}"
