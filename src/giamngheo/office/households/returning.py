"""A household that left whole comes to live in the unit: first which one, then with whom and where."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.foundation.findings import Finding
from giamngheo.households import actions
from giamngheo.households.actions import Departed
from giamngheo.households.problems import NOT_DEPARTED, Refused
from giamngheo.households.queries.listing import villages_in
from giamngheo.households.values import Place
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import (
    Field,
    Typed,
    day_and_reason,
    placed,
    problems_of,
    relation_or_unknown,
    relations,
    show,
)
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.territory.models import Unit


@never_cache
@login_required
def take_in(request: OfficeRequest) -> HttpResponse:
    """`lam` = find asks which household; = write takes it in. Nothing about a household stands in an address."""
    unit = request.scope.unit
    if unit is None:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    require(request.user, Permission.EDIT_HOUSEHOLD, unit)
    if request.method != "POST":
        return _ask(request, unit)
    typed = Typed(request.POST, request.scope.today)
    try:
        found = actions.seek_departed(
            by=request.user, unit=unit, code=typed.text("code"), number=typed.text("number"),
            full_name=typed.text("full_name"),
        )  # fmt: skip
    except Refused as refused:
        return _ask(request, unit, placed(refused.findings))
    if found is None:
        return _ask(request, unit, [("", NOT_DEPARTED.at())])
    return _write(request, unit, found, typed if typed.text("lam") == "write" else None)


def _ask(request: OfficeRequest, unit: Unit, findings: list[tuple[str, Finding]] | None = None) -> HttpResponse:
    fields = [
        Field("code", _("Mã chuyển hộ"), _("Xã cũ in hoặc đọc cho hộ, ví dụ 12-3K7QD-W9RXA."), most=30),
        Field("number", _("Hoặc: số định danh của chủ hộ"), _("Đủ số trên thẻ của chủ hộ."), most=20),
        Field("full_name", _("và họ tên chủ hộ"), _("Đúng như trên thẻ."), most=100),
    ]
    if findings:
        show(fields, request.POST, findings)
    context = {"unit": unit, "fields": fields, "problems": problems_of(findings or [])}
    return render(request, "office/households/return_ask.html", context, status=422 if findings else 200)


def _write(request: OfficeRequest, unit: Unit, found: Departed, typed: Typed | None) -> HttpResponse:
    villages = [
        (str(each.pk), each.name)
        for each in villages_in(request.user, unit, request.scope.today, Permission.EDIT_HOUSEHOLD)
    ]
    coming = [("", _("không về cùng")), *relations()]
    fields = [
        *(
            Field(f"n-{row.person_id}", row.person.full_name, options=coming, value=row.relation)
            for row in found.members
        ),
        Field("village", _("Thôn"), options=[("", "–"), *villages]),
        Field("line", _("Địa chỉ (số nhà, xóm)")),
        Field("local_code", _("Mã hộ của xã (không bắt buộc)"), most=30),
        *day_and_reason(_("Về ở từ ngày")),
    ]
    context: dict[str, Any] = {
        "unit": unit, "found": found, "fields": fields,
        "draft": draft_key(request, "household", "return", found.household.pk),
    }  # fmt: skip
    if typed is None:
        return render(request, "office/households/return_write.html", context)
    findings = _done(request, found, typed)
    if not findings:
        say_saved(request, _("Đã nhận hộ về."), context["draft"])
        return redirect(reverse("office:household", args=[found.household.pk]))
    show(fields, request.POST, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, "office/households/return_write.html", context, status=422)


def _done(request: OfficeRequest, found: Departed, typed: Typed) -> list[tuple[str, Finding]]:
    """Take it in; what is wrong, each with its field."""
    on, village = typed.day("on"), whole(typed.text("village"))
    if village is None:
        return [("village", _no_village(typed)), *typed.findings]
    if typed.findings:
        return typed.findings
    answers = {row.person_id: typed.text(f"n-{row.person_id}") for row in found.members}
    given = {person: relation_or_unknown(answer) for person, answer in answers.items() if answer}
    try:
        actions.arrival_of_departed(
            by=request.user, code=found.code, place=Place(village, typed.text("line")), relations=given, on=on,
            local_code=typed.text("local_code"), reason=typed.text("reason"),
        )  # fmt: skip
    except Refused as refused:
        return placed(refused.findings)
    return []


def _no_village(typed: Typed) -> Finding:
    from giamngheo.foundation.dates import format_date
    from giamngheo.households.problems import VILLAGE

    return VILLAGE.at(day=format_date(typed.day("on")))
