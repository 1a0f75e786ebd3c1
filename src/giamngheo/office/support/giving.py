"""Entering what was handed over: choose the kind, those who received it, look at the batch, enter it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of, kinds, said
from giamngheo.office.support.due import much
from giamngheo.office.support.evidence import NAME, Kept, evidence_of
from giamngheo.office.support.fields import PLACES, fields_of, handing_of
from giamngheo.office.typed import whole
from giamngheo.programme.queries import work_items
from giamngheo.support.actions import deliver
from giamngheo.support.catalogue import Kind
from giamngheo.support.problems import Refused
from giamngheo.support.queries import Candidate, Preview, candidates, fund_lines_for, preview
from giamngheo.support.values import Checked, Handing, To

SHOWN = 500  # who is offered at once; more are reached village by village
_NAMES = ("loai", "thon", "ngay", "ho", "ai", "chon-het")


@dataclass(slots=True)
class Form:
    """The form as it stands: fields, who is chosen, what is wrong with it."""

    fields: list[Field]
    chosen: list[str] = field(default_factory=list)
    findings: list[tuple[str, Finding]] = field(default_factory=list)
    evidence: list[Kept] = field(default_factory=list)


@login_required
def give(request: OfficeRequest) -> HttpResponse:
    """Without a kind: which. With one: the form; what it sends is looked at first, and entered from there."""
    asked = asked_of(request, Permission.EDIT_SUPPORT)
    if asked is None:
        return redirect("office:support")
    if asked.kind is None:
        query = "".join(f"&{name}={request.GET[name]}" for name in ("ho", "thon") if whole(request.GET.get(name)))
        return render(request, "office/support/kinds.html", {"kinds": kinds(), "query": query, "asked": asked})
    works = list(work_items(request.user, asked.unit, asked.year))
    form = Form(fields_of(asked, asked.kind, list(fund_lines_for(request.user, asked.unit)), works))
    if request.method != "POST":
        if request.GET.get("chon-het"):
            form.chosen = [each.key for each in _offered(request, asked, asked.kind)[:SHOWN]]
        return _form_page(request, asked, asked.kind, form)
    return _sent(request, asked, asked.kind, form)


def _sent(request: OfficeRequest, asked: Asked, kind: Kind, form: Form) -> HttpResponse:
    form.chosen = request.POST.getlist("chon")
    lines, works = fund_lines_for(request.user, asked.unit), work_items(request.user, asked.unit, asked.year)
    handing, form.findings = handing_of(request.POST, asked, kind, lines, works)
    form.evidence, wrong = evidence_of(request, asked.unit)
    form.findings += wrong
    handing = replace(handing, files=tuple(each.file for each in form.evidence))
    act = request.POST.get("viec", "xem")
    if act == "sua" or form.findings:
        show(form.fields, request.POST, form.findings)
        return _form_page(request, asked, kind, form)
    to = [each for key in dict.fromkeys(form.chosen) if (each := _to(key)) is not None]
    if act == "ghi":
        try:
            made = deliver(by=request.user, unit=asked.unit, handing=handing, to=to)
        except Refused as refused:
            form.findings = [(PLACES.get(each.code, ""), each) for each in refused.findings]
            show(form.fields, request.POST, form.findings)
            return _form_page(request, asked, kind, form)
        words = ngettext("Đã ghi %(number)s lần hỗ trợ.", "Đã ghi %(number)s lần hỗ trợ.", len(made))
        say_saved(request, words % {"number": len(made)}, _draft(request, kind))
        return redirect(f"{reverse('office:support')}?loai={kind.code}")
    return _preview_page(request, asked, kind, form, preview(request.user, asked.unit, handing, to), handing)


def _form_page(request: OfficeRequest, asked: Asked, kind: Kind, form: Form) -> HttpResponse:
    offered = _offered(request, asked, kind)
    chosen = set(form.chosen)
    for each in form.fields:
        if each.name == "instalment" and request.method != "POST":
            each.value = str(_next(offered, kind))
    context: dict[str, Any] = {
        "asked": asked, "kind": kind.code, "title": said(kind.title), "fields": form.fields, "chosen": chosen,
        "rows": [_row(each, asked) for each in offered[:SHOWN]], "more": max(0, len(offered) - SHOWN),
        "problems": problems_of(form.findings), "draft": _draft(request, kind), "touched": bool(form.findings),
        "query": _query(request), "everyone": request.GET.get("ai") == "tat-ca", "of_household": request.GET.get("ho"),
        "is_person": kind.subject == "person", "by_project": not kind.values, "evidence": form.evidence,
        "evidence_errors": [problem_of(each)["message"] for name, each in form.findings if name == NAME],
    }  # fmt: skip
    return render(request, "office/support/give.html", context, status=422 if form.findings else 200)


def _preview_page(
    request: OfficeRequest, asked: Asked, kind: Kind, form: Form, seen: Preview, handing: Handing
) -> HttpResponse:
    if seen.findings:
        form.findings = [(PLACES.get(each.code, ""), each) for each in seen.findings]
        show(form.fields, request.POST, form.findings)
        return _form_page(request, asked, kind, form)
    rows = [_judged(each) for each in seen.rows]
    kept = [row for row in rows if not row["refused"]]
    context: dict[str, Any] = {
        "asked": asked, "kind": kind.code, "title": said(kind.title), "rows": rows, "kept": kept, "handing": handing,
        "refused": len(rows) - len(kept), "total": sum(row["checked"].amount or 0 for row in kept),
        "sent": [(each.name, request.POST.get(each.name, "")) for each in form.fields], "query": _query(request),
        "is_person": kind.subject == "person", "evidence": form.evidence,
    }  # fmt: skip
    return render(request, "office/support/preview.html", context)


def _judged(each: Checked) -> dict[str, Any]:
    return {
        "checked": each,
        "key": _key(each.to),
        "refused": any(one.severity == Severity.ERROR for one in each.findings),
        "findings": [problem_of(one) | {"source": one.source} for one in each.findings],
        "village": each.address.village.name if each.address else "",
    }


def _offered(request: OfficeRequest, asked: Asked, kind: Kind) -> Sequence[Candidate]:
    return candidates(
        request.user, asked.unit, asked.day, kind, village=asked.village, household=whole(request.GET.get("ho")),
        everyone=request.GET.get("ai") == "tat-ca",
    )  # fmt: skip


def _row(each: Candidate, asked: Asked) -> dict[str, Any]:
    due = each.line.entitlement if each.line else None
    return {
        "key": each.key, "head": each.home.head, "village": each.home.village, "code": each.home.code,
        "person": each.person.person.full_name if each.person else "",
        "due": much(due.kind, due.value) if due else "", "certain": bool(due and due.certain),
        "received": each.line.received if each.line else "",
        "instalments": ", ".join(str(each) for each in _had(each)),
    }  # fmt: skip


def _had(each: Candidate) -> list[int]:
    """Instalments already received."""
    return sorted({one.instalment for one in each.line.deliveries}) if each.line else []


def _next(offered: Sequence[Candidate], kind: Kind) -> int:
    """The instalment most of them wait for: what the form proposes."""
    waiting = Counter(
        number for each in offered for number in range(1, kind.instalments + 1) if number not in _had(each)
    )
    return min(waiting, key=lambda number: (-waiting[number], number), default=1)


def _to(key: str) -> To | None:
    household, _colon, person = key.partition(":")
    number = whole(household)
    return None if number is None else To(number, whole(person))


def _key(to: To) -> str:
    return f"{to.household}:{to.person or ''}"


def _query(request: OfficeRequest) -> str:
    kept = request.GET.copy()
    for name in list(kept):
        if name not in _NAMES or name == "chon-het":
            del kept[name]
    return kept.urlencode()


def _draft(request: OfficeRequest, kind: Kind) -> str:
    return draft_key(request, "support", kind.code)
