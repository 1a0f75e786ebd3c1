"""One person: every measurement with what it says, follow-up, pregnancy; each form on the same page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.households.births import printed
from giamngheo.households.merged import standing
from giamngheo.households.models import Person
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, reason_field, show
from giamngheo.office.nutrition.weighing import Line, read_line
from giamngheo.office.nutrition.words import OUTCOMES, age, figures, grades, score
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import asked_of, kind_title
from giamngheo.office.support.listing import goods_of
from giamngheo.office.typed import day, printed_day, whole
from giamngheo.support.actions import nutrition as verbs
from giamngheo.support.growth.judging import Judged, age_in_days
from giamngheo.support.growth.tables import available
from giamngheo.support.models import FollowUpKind, MaternityKind, NutritionMeasurement
from giamngheo.support.problems import Refused
from giamngheo.support.queries.nutrition import growth_of, maternity_for, measurements_for, person_here
from giamngheo.territory.models import Unit

PLACES = {"NUTRITION-NO-REASON": "reason", "NUTRITION-FOLLOW-UP": "next_on", "NUTRITION-MATERNITY": "since"}
Found = list[tuple[str, Finding]]
_NOT_ASKED = 10 * 365  # days: of a younger girl the page does not ask whether she is pregnant


@login_required
def growth_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """That somebody looked is recorded."""
    now = standing([pk])[pk]
    if now != pk:
        return redirect("office:nutrition-person", now)
    asked = asked_of(request)
    person = person_here(request.user, asked.unit, pk) if asked else None
    if asked is None or person is None:
        raise Http404
    forms = {"theo-doi": _follow_fields(request), "thai-san": _maternity_fields(request)}
    findings: Found = []
    act = request.POST.get("viec", "")
    if request.method == "POST":
        acts: dict[str, Callable[[], Found]] = {
            "theo-doi": lambda: _follow(request, asked.unit, person),
            "thai-san": lambda: _maternity(request, asked.unit, person), "het": lambda: _end(request),
        }  # fmt: skip
        findings = acts.get(act, list)()
        if not findings:
            say_saved(request, _("Đã ghi."), draft_key(request, act, pk))
            return redirect("office:nutrition-person", pk)
        if act in forms:
            show(forms[act], request.POST, findings)
    else:
        verbs.open_growth(by=request.user, unit=asked.unit, person=person)
    found = growth_of(request.user, asked.unit, person)
    days = age_in_days(person.birth, request.scope.today)[0]
    young = days is not None and days < _NOT_ASKED
    context: dict[str, Any] = {
        "asked": asked, "someone": person, "birth": printed(person.birth), "found": found, "no_tables": not available(),
        "age": age(days, person.birth),
        "rows": [_row(person, *each) for each in found.rows], "outcome": OUTCOMES.get(found.outcome, ""),
        "support": [(each, kind_title(each.kind), goods_of(each)) for each in found.support], "act": act,
        "follow_fields": forms["theo-doi"], "maternity_fields": forms["thai-san"], "problems": problems_of(findings),
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, asked.unit),
        "woman": person.sex == "female" and (bool(found.maternities) or not young),
        "follow_draft": draft_key(request, "theo-doi", pk), "maternity_draft": draft_key(request, "thai-san", pk),
    }  # fmt: skip
    return render(request, "office/nutrition/person.html", context, status=422 if findings else 200)


@login_required
def measurement_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """One measurement: corrected, or taken back; what was written stays in the book."""
    row = measurements_for(request.user).filter(pk=pk).first()
    if row is None:
        raise Http404
    values = figures(row)
    fields = [
        Field("kg", _("Cân nặng (kg)"), value=values["kg"], most=8),
        Field("cm", _("Chiều cao (cm)"), value=values["cm"], most=8),
        Field("tu", _("Đo nằm hay đứng"), options=[("lying", _("nằm")), ("standing", _("đứng"))],
              value=row.position or "standing"),
        Field("tay", _("Vòng cánh tay (cm)"), value=values["arm"], most=8),
        Field("phu", _("Phù"), options=[("", _("không")), ("1", _("có"))], value="1" if row.oedema else ""),
        Field("lai", _("Số này"), options=[("", _("đo một lần")), ("1", _("đã đo lại, vẫn vậy"))]),
        reason_field(must=True),
    ]  # fmt: skip
    draft, findings = draft_key(request, "measurement", pk), []
    if request.method == "POST":
        findings = _correct(request, row)
        if not findings:
            say_saved(request, _("Đã sửa; số cũ vẫn còn trong sổ."), draft)
            return redirect("office:nutrition-person", row.person_id)
        show(fields, request.POST, findings)
    stands = row.reverses_id is None and not hasattr(row, "reversed_by")
    context: dict[str, Any] = {
        "row": row, "someone": row.person, "fields": fields, "problems": problems_of(findings), "draft": draft,
        "touched": bool(findings), **values,
        "may_edit": stands and can(request.user, Permission.EDIT_SUPPORT, row.unit),
    }  # fmt: skip
    return render(request, "office/nutrition/measurement.html", context, status=422 if findings else 200)


def _correct(request: OfficeRequest, row: NutritionMeasurement) -> Found:
    reason = request.POST.get("reason", "")
    try:
        if request.POST.get("viec") == "dao":
            verbs.take_back_measurement(by=request.user, measurement=row, reason=reason)
            return []
        typed = {name: request.POST.get(name, "").strip()[:12] for name in ("kg", "cm", "tay", "tu", "phu", "lai")}
        weighed, wrong = read_line(Line(row, typed))  # type: ignore[arg-type]
        if wrong or weighed is None:
            return [("kg", each) for each in wrong] or [("kg", verbs.p.NOTHING.at())]
        verbs.correct_measurement(by=request.user, measurement=row, weighed=weighed, reason=reason)
    except Refused as refused:
        return [(PLACES.get(each.code, ""), each) for each in refused.findings]
    return []


def _follow(request: OfficeRequest, unit: Unit, person: Person) -> Found:
    typed = Typed(request.POST, request.scope.today)
    on = typed.day("on")
    next_on = typed.day("next_on") if typed.text("next_on") else None
    return typed.findings or _said(
        lambda: verbs.follow_up_nutrition(
            by=request.user, unit=unit, person=person, on=on, kind=typed.text("kind"),
            note=typed.text("note"), next_on=next_on,
        )
    )  # fmt: skip


def _maternity(request: OfficeRequest, unit: Unit, person: Person) -> Found:
    typed = Typed(request.POST, request.scope.today)
    since = typed.day("since")
    return typed.findings or _said(
        lambda: verbs.begin_maternity(
            by=request.user, unit=unit, person=person, kind=typed.text("maternity"), since=since
        )
    )


def _end(request: OfficeRequest) -> Found:
    held = maternity_for(request.user, whole(request.POST.get("ky")) or 0)
    if held is None:
        raise Http404
    on = day(request.POST.get("het_ngay"), request.scope.today) or request.scope.today
    mistaken = bool(request.POST.get("nham"))
    return _said(lambda: verbs.end_maternity(by=request.user, maternity=held, on=on, mistaken=mistaken))


def _said(act: Callable[[], object]) -> Found:
    try:
        act()
    except Refused as refused:
        return [(PLACES.get(each.code, ""), each) for each in refused.findings]
    return []


def _row(person: Person, each: NutritionMeasurement, judged: Judged | None) -> dict[str, Any]:
    gone = each.reverses_id is not None or hasattr(each, "reversed_by")
    return {
        "row": each, "state": _("dòng đảo") if each.reverses_id else _("đã đảo") if gone else "", **figures(each),
        "age": age(age_in_days(person.birth, each.on)[0], person.birth),
        "height": score(judged.height) if judged else "", "weight": score(judged.weight) if judged else "",
        "thinness": score(judged.thinness) if judged else "", "grades": [] if gone else grades(judged),
    }  # fmt: skip


def _follow_fields(request: OfficeRequest) -> list[Field]:
    return [
        Field("on", _("Ngày làm"), value=printed_day(request.scope.today), most=10),
        Field("kind", _("Việc đã làm"), options=list(FollowUpKind.choices)),
        Field("note", _("Ghi rõ (không bắt buộc)"), most=500),
        Field("next_on", _("Hẹn cân đo lại (không bắt buộc)"), _("Để trống thì theo hạn thường lệ."), most=10),
    ]


def _maternity_fields(request: OfficeRequest) -> list[Field]:
    return [
        Field("maternity", _("Đang"), options=list(MaternityKind.choices)),
        Field("since", _("Từ ngày"), value=printed_day(request.scope.today), most=10),
    ]
