"""Forms: which there are, one of them as it looks, and the designer: rows, columns, formulas and checks as plain lines.

A line of the designer is fields between "|" or tabs, so that a table copied out of a spreadsheet can be pasted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import bare
from giamngheo.monitoring.actions import forms as verbs
from giamngheo.monitoring.forms.definition import FormBody, FormShapeError, read_body
from giamngheo.monitoring.models import FormVersion
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.forms import forms_for
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.asking import asked_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import printed_day, whole

_SPLIT = re.compile(r"\s*[|\t]\s*")
ROW = ("key", "number", "title", "indicator", "formula", "depth")
COLUMN = ("key", "title", "unit", "reads", "formula", "decimals")
CHECK = ("title", "left", "relation", "right", "severity")
READS = {
    "thực tế": "actual", "ước": "estimate", "chỉ tiêu": "target", "kỳ trước": "previous",
    "kết quả rà soát": "result", "kết quả rà soát năm trước": "result_before", "đầu kỳ": "opening",
}  # fmt: skip
MOST = 60_000  # characters of a box


@login_required
@require_safe
def form_list(request: OfficeRequest) -> HttpResponse:
    """Every version of every form, the newest of each first."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring/forms.html", {"no_unit": True})
    rows = [
        {"form": each, "kinds": [present.kind_title(code) for code in each.report_kinds]}
        for each in forms_for(request.user).order_by("code", "-number")
    ]
    context = {"asked": asked, "rows": rows, "tab": "forms", "levels": asked.levels(), "query": asked.query,
               "may_edit": can(request.user, Permission.EDIT_FORM, asked.unit)}  # fmt: skip
    return render(request, "office/monitoring/forms.html", context)


@login_required
def form_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """A version as it looks; a draft of the user's unit is published or thrown away here."""
    form = forms_for(request.user).filter(pk=pk).first()
    if form is None:
        raise Http404
    findings: list[Finding] = []
    if request.method == "POST":
        try:
            if request.POST.get("viec") == "ban-hanh":
                verbs.publish_form(by=request.user, form=form)
                say_saved(request, _("Đã ban hành biểu mẫu."), draft_key(request, "form", form.code))
                return redirect("office:monitoring-form", pk)
            verbs.discard_form(by=request.user, form=form)
            say_saved(request, _("Đã bỏ bản nháp."), draft_key(request, "form", form.code))
            return redirect("office:monitoring-forms")
        except Refused as refused:
            findings = list(refused.findings)
    waiting = form.published_at is None
    shown = findings or (verbs.form_findings(form) if waiting else [])
    context = {
        "form": form, "body": read_body(form.body), "kinds": [present.kind_title(code) for code in form.report_kinds],
        "problems": problems_of([("", each) for each in shown]), "waiting": waiting, "tab": "forms",
        "may_edit": form.unit is not None and can(request.user, Permission.EDIT_FORM, form.unit),
        "lines": lines_of(read_body(form.body)),
    }  # fmt: skip
    return render(request, "office/monitoring/form.html", context, status=422 if findings else 200)


@login_required
def design(request: OfficeRequest) -> HttpResponse:
    """The designer: a new form, or `?tu=` the next version of one (of a form of the software: a copy of one's own)."""
    asked = asked_of(request, Permission.EDIT_FORM)
    if asked is None:
        raise Http404
    former = forms_for(request.user).filter(pk=whole(request.GET.get("tu")) or 0).first()
    given = _given(former, printed_day(request.scope.today))
    findings: list[Finding] = []
    draft = draft_key(request, "form", former.code if former else "")
    if request.method == "POST":
        given = {name: request.POST.get(name, "")[:MOST] for name in given}
        given_kinds = request.POST.getlist("loai")
        valid_from = read_day(given["valid_from"], request.scope.today)
        body = body_of(given)
        try:
            made = verbs.draft_form(
                by=request.user, unit=asked.unit, code=given["code"].strip(), title=given["title"],
                report_kinds=given_kinds, valid_from=valid_from or request.scope.today, body=body,
                official=bool(given["official"]), citation=given["citation"],
            )  # fmt: skip
            say_saved(request, _("Đã lưu bản nháp của biểu mẫu."), draft)
            return redirect("office:monitoring-form", made.pk)
        except Refused as refused:
            findings = list(refused.findings)
    else:
        given_kinds = list(former.report_kinds) if former else []
    context: dict[str, Any] = {
        "asked": asked, "given": given, "former": former, "problems": problems_of([("", each) for each in findings]),
        "kinds": [(code, present.kind_title(code), code in given_kinds) for code in kinds()], "draft": draft,
        "touched": bool(findings), "tab": "forms", "query": asked.query, "preview": _preview(given),
    }  # fmt: skip
    return render(request, "office/monitoring/design.html", context, status=422 if findings else 200)


def _given(former: FormVersion | None, today: str) -> dict[str, str]:
    if former is None:
        return {"code": "", "title": "", "valid_from": today, "official": "", "citation": "", "rows": "", "columns": "",
                "cells": "", "checks": "", "note": ""}  # fmt: skip
    return {
        "code": former.code if former.unit is not None else f"{former.code}-rieng", "title": former.title,
        "valid_from": today, "official": "1" if former.official else "", "citation": former.citation,
        **lines_of(read_body(former.body)),
    }  # fmt: skip


def lines_of(body: FormBody) -> dict[str, str]:
    """A form as the lines of the designer."""
    spoken = {value: word for word, value in READS.items()} | {"": ""}
    rows = [
        (
            "#" if each.heading else each.key,
            each.number,
            each.title,
            each.indicator,
            each.formula,
            str(each.depth or ""),
        )
        for each in body.rows
    ]
    columns = [
        (each.key, each.title, each.unit, spoken[each.reads], each.formula,
         "" if each.decimals is None else str(each.decimals))
        for each in body.columns
    ]  # fmt: skip
    checks = [
        (each.title, each.left, each.relation, each.right, "cảnh báo" if each.severity == "warning" else "")
        for each in body.checks
    ]
    return {
        "rows": _joined(rows), "columns": _joined(columns), "checks": _joined(checks),
        "cells": "\n".join(f"{cell} = {formula}" for cell, formula in body.cells.items()), "note": body.note,
    }  # fmt: skip


def _joined(lines: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(" | ".join(fields).rstrip(" |") for fields in lines)


def body_of(given: Mapping[str, str]) -> dict[str, Any]:
    """What the lines say, as a body; what they say wrongly is judged there."""
    rows = [_row(fields, at) for at, fields in enumerate(_lines(given["rows"], ROW), 1)]
    columns = [_column(fields) for fields in _lines(given["columns"], COLUMN)]
    checks = [
        {**fields, "severity": "warning" if bare(fields["severity"]).startswith("canh") else "error"}
        for fields in _lines(given["checks"], CHECK)
    ]
    cells = {}
    for line in given["cells"].splitlines():
        cell, _equals, formula = line.partition("=")
        if cell.strip():
            cells[cell.strip()] = formula.strip()
    return {"rows": rows, "columns": columns, "checks": checks, "cells": cells, "note": given["note"].strip()}


def _lines(text: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    found = []
    for line in text.splitlines():
        if line.strip():
            fields = _SPLIT.split(line.strip("\n "))
            found.append(dict(zip(names, [*fields, *[""] * len(names)], strict=False)))
    return found


def _row(fields: dict[str, str], at: int) -> dict[str, Any]:
    heading = fields["key"] == "#"
    depth = whole(fields["depth"]) or 0
    return {**fields, "key": f"muc_{at}" if heading else fields["key"], "heading": heading, "depth": min(depth, 5)}


def _column(fields: dict[str, str]) -> dict[str, Any]:
    words = fields["reads"].lower()
    decimals = whole(fields["decimals"])
    return {**fields, "reads": READS.get(words, words), "decimals": min(decimals, 6) if decimals is not None else None}


def _preview(given: Mapping[str, str]) -> FormBody | None:
    try:
        body = read_body(body_of(given))
    except FormShapeError:
        return None
    return body if body.rows and body.columns else None
