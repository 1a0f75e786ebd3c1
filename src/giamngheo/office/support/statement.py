"""The household statement: looked at, and taken away as Excel, Word or PDF; whole ids only when asked for, recorded."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of, said
from giamngheo.office.support.listing import goods_of
from giamngheo.office.tables import as_file
from giamngheo.paperwork.writers import write
from giamngheo.support.actions import print_statement
from giamngheo.support.papers import document, sheet
from giamngheo.support.problems import Refused
from giamngheo.support.queries import HouseholdStatement, statement

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
SHOWN = 100


@login_required
@require_safe
def statement_page(request: OfficeRequest, kind: str) -> HttpResponse:
    """The first rows, and the files."""
    asked = asked_of(request)
    if asked is None:
        raise Http404
    found = _masked(request, asked, kind)
    context: dict[str, Any] = {
        "asked": asked, "found": found, "title": said(found.kind.title), "kind": kind,
        "rows": [(row, goods_of(row.delivery)) for row in found.rows[:SHOWN]], "more": len(found.rows) - SHOWN,
        "may_reveal": can(request.user, Permission.SEE_CITIZEN_ID, asked.unit),
    }  # fmt: skip
    return render(request, "office/support/statement.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def statement_file(request: OfficeRequest, kind: str, form: str) -> HttpResponse:
    """The statement as a file; asked for by POST it has whole ids, and who took it is recorded."""
    asked = asked_of(request)
    if asked is None or form not in ("xlsx", *MEDIA_TYPES):
        raise Http404
    if request.method == "POST":
        found = print_statement(by=request.user, unit=asked.unit, kind=kind, year=asked.year, village=asked.village)
    else:
        found = _masked(request, asked, kind)
    name = f"bang-ke-{kind.replace('_', '-')}-{asked.unit.code}-{asked.year}"
    if form == "xlsx":
        cells = sheet(found)
        return as_file(form, name, cells.header, cells.rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bang-ke.{form}"
        write(document(found), path, form)
        response = HttpResponse(path.read_bytes(), content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _masked(request: OfficeRequest, asked: Asked, kind: str) -> HouseholdStatement:
    try:
        return statement(request.user, asked.unit, kind, asked.year, asked.village)
    except Refused as refused:
        raise Http404 from refused
