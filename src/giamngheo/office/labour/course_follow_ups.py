"""Who completed a vocational course: follow-ups that are due, what was said, and the form to enter one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can_everywhere
from giamngheo.labour import actions
from giamngheo.labour.keeping import MONTHS
from giamngheo.labour.models import CourseOutcome
from giamngheo.labour.queries.courses import completed_for, course_outcomes, due_course_follow_ups
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.labour.course_forms import Found, shown, unit_of, write
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day, whole


@login_required
def page(request: OfficeRequest) -> HttpResponse:
    """The due ones first, outcomes of the year below, the form last."""
    unit, today = unit_of(request), request.scope.today
    due = due_course_follow_ups(request.user, unit, today)
    known = list(completed_for(request.user, unit))
    names = [(str(each.pk), f"{each.person}, {each.course.title}") for each in known]
    fields = [
        Field("participant", _("Người học"), options=names, value=str(due[0].participant.pk) if due else ""),
        Field("months", _("Sau mấy tháng"), options=[(str(each), str(each)) for each in MONTHS],
              value=str(due[0].months) if due else ""),
        Field("outcome", _("Kết quả"), options=CourseOutcome.choices),
        Field("on", _("Ngày hỏi"), value=printed_day(today), most=10),
        Field("note", _("Ghi chú (không bắt buộc)"), most=300),
    ]  # fmt: skip
    draft, findings = draft_key(request, "course-follow-up"), Found()
    if request.method == "POST":
        typed = Typed(request.POST, today)
        chosen = next((each for each in known if each.pk == whole(typed.text("participant"))), None)
        if chosen is None:
            raise Http404
        on = typed.day("on")
        findings = write(
            request, typed.findings,
            lambda: actions.follow_up_course(
                by=request.user, participant=chosen, months=whole(typed.text("months")) or 0, on=on,
                outcome=typed.text("outcome"), note=typed.text("note"),
            ), _("Đã ghi kết quả."), draft,
        )  # fmt: skip
        show(fields, request.POST, findings)
    counted = course_outcomes(request.user, unit, request.scope.year)
    context: dict[str, Any] = {
        "unit": unit, "due": due, "fields": fields, "problems": problems_of(findings), "draft": draft,
        "touched": bool(findings), "year": request.scope.year, "known": len(known),
        "outcomes": [
            (label, [counted.get((months, value), 0) for months in MONTHS]) for value, label in CourseOutcome.choices
        ],
        "of_year": sum(each.course.ends_on.year == request.scope.year for each in known),
        "may_edit": bool(known) and can_everywhere(request.user, Permission.EDIT_LABOUR, unit),
    }  # fmt: skip
    return shown(request, "course_follow_ups", context, findings, ("office:course-follow-ups",))
