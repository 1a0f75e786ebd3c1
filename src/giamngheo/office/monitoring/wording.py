"""The sentences of papers: all of them, and one of them put in other words, looked at with real figures, taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring.actions.wording import reset_sentence, sentence_findings, write_sentence
from giamngheo.monitoring.models import PeriodReport
from giamngheo.monitoring.papers.texts import Sentence, catalogue, texts
from giamngheo.monitoring.papers.wording import words_of
from giamngheo.monitoring.permissions import makes_reports
from giamngheo.monitoring.printed import printed_cells
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.previewing import preview, samples
from giamngheo.monitoring.queries.reports import report_page
from giamngheo.monitoring.queries.wording import Standing, cells_of, sentences_of, versions_of
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.lists import link
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.asking import Asked, asked_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.territory.models import Unit

SHARED = "chung"
GROUPS: dict[str, str | Promise] = {
    "giam-sat": gettext_lazy("Báo cáo giám sát"),
    "danh-gia": gettext_lazy("Báo cáo đánh giá hằng năm"),
    "danh-gia-giai-doan": gettext_lazy("Đánh giá đầu kỳ, giữa kỳ, kết thúc, đột xuất"),
    SHARED: gettext_lazy("Câu dùng chung cho mọi báo cáo"),
}
_VALUE = re.compile(r"(\{[^{}]*\})")


@login_required
@require_safe
def sentence_list(request: OfficeRequest) -> HttpResponse:
    """Every sentence of a paper, and whose words it is in."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring/sentences.html", {"no_unit": True})
    group = request.GET.get("nhom", "")
    group = group if group in GROUPS else "giam-sat"
    level = {"cap": asked.level} if asked.level else {}
    standing = sentences_of(request.user, asked.unit)
    rows = [
        {"key": key, "title": said(each), "parts": parts_of(standing[key].text), "whose": _whose(standing[key], asked)}
        for key, each in catalogue().items()
        if (each.paper or SHARED) == group
    ]
    chips = [link(words, level, code == group, nhom=code) for code, words in GROUPS.items()]
    context: dict[str, Any] = {
        "asked": asked, "rows": rows, "groups": chips, "tab": "sentences", "levels": asked.levels(),
        "query": asked.query, "group": GROUPS[group],
    }  # fmt: skip
    return render(request, "office/monitoring/sentences.html", context)


@login_required
def sentence_page(request: OfficeRequest, key: str) -> HttpResponse:
    """One sentence. A POST looks (`viec` "xem"), saves ("luu"), takes back ("mac-dinh"); `them` puts a value in."""
    asked, sentence = asked_of(request), catalogue().get(key)
    if asked is None or sentence is None:
        raise Http404
    findings: list[Finding] = []
    standing = sentences_of(request.user, asked.unit)[key]
    text = standing.text
    if request.method == "POST":
        text = request.POST.get("text", "")[:4000]
        if added := request.POST.get("them", ""):
            text = f"{text.rstrip()} {{{added[:120]}}}"
        elif request.POST.get("viec") == "xem":
            findings = sentence_findings(request.user, asked.unit, key, text)
        else:
            findings = _do(request, asked.unit, key, text)
            if not findings:
                return redirect(f"{present.url_of('office:monitoring-sentence', (key,))}?{asked.query}")
    context = _context(request, asked, sentence, text, standing)
    context |= {"problems": problems_of([("text", each) for each in findings]), "touched": request.method == "POST"}
    return render(request, "office/monitoring/sentence.html", context, status=422 if findings else 200)


def _do(request: OfficeRequest, unit: Unit, key: str, text: str) -> list[Finding]:
    based_on = whole(request.POST.get("ban")) or 0
    try:
        if request.POST.get("viec") == "mac-dinh":
            reset_sentence(by=request.user, unit=unit, key=key, based_on=based_on)
            say_saved(request, _("Đã bỏ câu riêng; câu mặc định được dùng lại."), _draft(request, unit, key))
        elif request.POST.get("viec") == "luu":
            write_sentence(by=request.user, unit=unit, key=key, text=text, based_on=based_on)
            say_saved(request, _("Đã lưu câu; báo cáo chưa được nhận sẽ dùng câu này."), _draft(request, unit, key))
        else:
            raise Http404
    except Refused as refused:
        return list(refused.findings)
    return []


def _context(request: OfficeRequest, asked: Asked, sentence: Sentence, text: str, standing: Standing) -> dict[str, Any]:
    user, unit, key = request.user, asked.unit, sentence.key
    reports = list(samples(user, unit, key)[:12])
    chosen = whole(request.POST.get("bao-cao") or request.GET.get("bao-cao"))
    report = next((each for each in reports if each.pk == chosen), reports[0] if reports else None)
    versions = list(versions_of(user, unit, key)[:50])
    return {
        "asked": asked, "sentence": sentence, "title": said(sentence), "text": text, "query": asked.query,
        "group": GROUPS[sentence.paper or SHARED], "whose": _whose(standing, asked), "default": sentence.text,
        "default_parts": parts_of(sentence.text), "based_on": versions[0].number if versions else 0,
        "versions": [{"row": each, "parts": parts_of(each.text)} for each in versions],
        "is_own": bool(versions) and not versions[0].is_default, "values": list(_values(sentence)),
        "cells": _cells(request, unit, sentence, report), "report": report,
        "reports": [(each.pk, f"{present.kind_title(each.kind)}, {present.period_of(each)}") for each in reports],
        "seen": preview(user, report, key, text, request.scope.today) if report else [],
        "may_edit": can(user, Permission.EDIT_MONITORING, unit) and makes_reports(user, unit),
        "draft": _draft(request, unit, key), "tab": "sentences",
    }  # fmt: skip


def _values(sentence: Sentence) -> Iterable[dict[str, Any]]:
    known, vi = texts().values, get_language() == "vi"
    for word, name in words_of(sentence).items():
        yield {"word": word, "meaning": known[name].vi if vi else known[name].en, "needed": name in sentence.needs}


def _cells(request: OfficeRequest, unit: Unit, sentence: Sentence, report: PeriodReport | None) -> list[dict[str, str]]:
    if not sentence.cells:
        return []
    now = printed_cells(report_page(request.user, report.pk)) if report else {}
    named = cells_of(request.user, unit)
    return [{"word": each, "name": name, "value": now.get(each, "")} for each, name in named.items()]


def parts_of(text: str) -> list[dict[str, Any]]:
    """Words and values of a text, in order."""
    return [
        {"words": each.strip("{}") if each.startswith("{") else each, "value": each.startswith("{")}
        for each in _VALUE.split(text)
        if each
    ]


def said(sentence: Sentence) -> str:
    """Its title in the language of the screen."""
    return sentence.title["vi" if get_language() == "vi" else "en"]


def _whose(standing: Standing, asked: Asked) -> dict[str, str]:
    if standing.of is None:
        return {"words": _("mặc định"), "look": ""}
    if standing.of == asked.unit:
        return {"words": _("câu riêng"), "look": "info"}
    return {"words": _("của %(unit)s") % {"unit": standing.of.name}, "look": "info"}


def _draft(request: OfficeRequest, unit: Unit, key: str) -> str:
    return draft_key(request, "sentence", unit.pk, key)
