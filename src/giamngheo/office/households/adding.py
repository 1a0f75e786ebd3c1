"""Adding a household with its members: one page, rows added with or without script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.foundation.findings import Finding
from giamngheo.households.actions import register_household
from giamngheo.households.problems import Refused
from giamngheo.households.queries.listing import villages_in
from giamngheo.households.values import Member, Place
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.acts.choosing import values
from giamngheo.office.households.fields import (
    PLACES,
    Field,
    Typed,
    person_fields,
    problems_of,
    reason_field,
    relation_or_unknown,
    show,
)
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

FIRST_ROWS, MOST_ROWS = 4, 40
_ROW = re.compile(r"o-(\d{1,2})-")
_SAID = ("full_name", "birth", "citizen_id")  # what makes a row one of somebody; choices alone do not


@login_required
def add_household(request: OfficeRequest) -> HttpResponse:
    """The form; `lam` row-add lays out one row more, show lays out what was sent; neither saves."""
    unit = request.scope.unit
    if unit is None:
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    require(request.user, Permission.EDIT_HOUSEHOLD, unit)
    post = request.POST
    count = _rows(post)
    order = post.get("lam", "")
    if order == "row-add":
        count = min(count + 1, MOST_ROWS)
    villages = villages_in(request.user, unit, request.scope.today, Permission.EDIT_HOUSEHOLD)
    fields = [
        Field("village", _("Thôn"), options=[("", "–"), *((str(each.pk), each.name) for each in villages)]),
        Field("line", _("Địa chỉ (số nhà, xóm)")),
        Field("local_code", _("Mã hộ của xã (không bắt buộc)"), most=30),
        Field(
            "on",
            _("Là hộ từ ngày"),
            _("Ngày hộ bắt đầu ở xã, không phải ngày ghi. Ví dụ 01/09/2026 hoặc 1/9."),
            most=10,
        ),
    ]
    rows = [person_fields(f"o-{number}-") for number in range(1, count + 1)]
    rows[0][1].value = "head"
    for each in (each for row in rows for each in row):
        each.help = ""  # said once above the rows
    reason = reason_field()
    context: dict[str, Any] = {
        "unit": unit, "fields": fields, "rows": rows, "reason": reason, "most": MOST_ROWS,
        "draft": draft_key(request, "household", "add", unit.pk),
    }  # fmt: skip
    findings: list[tuple[str, Finding]] = []
    if request.method == "POST" and not order:
        findings, key = _written(request, count)
        if key is not None:
            say_saved(request, _("Đã thêm hộ vào sổ."), context["draft"])
            return redirect("office:household", key)
    if request.method == "POST":
        show([*fields, reason, *(each for row in rows for each in row)], post, findings)
        context |= {"problems": problems_of(findings), "touched": True, "focus": order == "row-add"}
    return render(request, "office/households/add.html", context, status=422 if findings else 200)


def _rows(post: Mapping[str, str]) -> int:
    numbers = [int(match[1]) for name in post if (match := _ROW.match(name))]
    return max(1, min(max(numbers, default=FIRST_ROWS), MOST_ROWS))


def _written(request: OfficeRequest, count: int) -> tuple[list[tuple[str, Finding]], int | None]:
    """Register it; what is wrong, each with its field, or the new household's key."""
    typed = Typed(request.POST, request.scope.today)
    said = [number for number in range(1, count + 1) if any(typed.text(f"o-{number}-{name}") for name in _SAID)]
    members = [
        Member(values(typed, f"o-{number}-"), relation_or_unknown(typed.text(f"o-{number}-relation")))
        for number in said
    ]
    place, formed_on = Place(whole(typed.text("village")) or 0, typed.text("line")), typed.day("on")
    if not place.village_id:
        return [*_no_village(formed_on), *typed.findings], None
    if typed.findings:
        return typed.findings, None
    try:
        done = register_household(
            by=request.user, place=place, members=members, formed_on=formed_on, local_code=typed.text("local_code"),
            reason=typed.text("reason"),
        )  # fmt: skip
    except Refused as refused:
        return [(_place(finding, said), finding) for finding in refused.findings], None
    return [], done.households[0].pk


def _no_village(day: Any) -> list[tuple[str, Finding]]:
    from giamngheo.foundation.dates import format_date
    from giamngheo.households.problems import VILLAGE

    return [("village", VILLAGE.at(day=format_date(day)))]


def _place(finding: Finding, said: list[int]) -> str:
    """The field of a finding: of the member it counts, or of the household."""
    name = PLACES.get(finding.code, "")
    if finding.line is None or not name or not 0 < finding.line <= len(said):
        return name
    row = f"o-{said[finding.line - 1]}-"
    return row + ("birth" if name == "on" else name)
