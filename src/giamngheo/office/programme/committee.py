"""The steering committee, its meetings with minutes and conclusions; directives and what they ask."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.documents.queries import next_number
from giamngheo.funds.problems import NO_PAPER
from giamngheo.office.funds.fields import MoneyTyped
from giamngheo.office.households.fields import Field
from giamngheo.office.planning.output import MEDIA_TYPES
from giamngheo.office.programme.asking import unit_of
from giamngheo.office.programme.board import has_unit
from giamngheo.office.programme.forms import Asked, Form, Input, ask
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.paperwork.writers import write
from giamngheo.programme.actions import end_seat, hold_meeting, number_minutes, register_directive, seat_member
from giamngheo.programme.minutes import SIGN, minutes_of
from giamngheo.programme.models import CommitteeMeeting, SteeringRole
from giamngheo.programme.queries import (
    directive_for,
    directives,
    meeting_for,
    meetings,
    members,
    members_on,
    tasks,
    who_may_hold,
)
from giamngheo.programme.values import Held


@login_required
@require_safe
def committee_page(request: OfficeRequest) -> HttpResponse:
    """Who sits in it, who sat; meetings with what is still open of them."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/programme/committee.html", {"no_unit": True})
    context = {
        "unit": unit, "members": members(request.user, unit), "meetings": list(meetings(request.user, unit)[:100]),
        "may_edit": can(request.user, Permission.EDIT_PLAN, unit),
    }  # fmt: skip
    return render(request, "office/programme/committee.html", context)


@login_required
def new_member(request: OfficeRequest) -> HttpResponse:
    """Somebody sits in the committee from a day."""
    unit = has_unit(request)
    people = list(who_may_hold(request.user, unit))
    fields = [
        Field("name", _("Họ và tên"), most=150),
        Field("post", _("Chức vụ"), most=150),
        Field("role", _("Trong Ban Chỉ đạo"), options=SteeringRole.choices, value="member"),
        Field("user", _("Tài khoản (nếu có)"), _("Để lịch họp có trong lịch riêng của người ấy."),
              options=[("", _("không có")), *((str(p.pk), p.full_name) for p in people)]),
        Field("starts_on", _("Từ ngày"), value=printed_day(request.scope.today), most=10),
    ]  # fmt: skip

    def act(typed: Asked) -> tuple[str, str]:
        start, user = typed.day("starts_on"), typed.one("user", people)
        typed.must()
        seat_member(
            by=request.user, unit=unit, name=typed.text("name"), role=typed.text("role"), post=typed.text("post"),
            valid_from=start, user=user,
        )  # fmt: skip
        return _("Đã thêm thành viên."), reverse("office:committee")

    return ask(request, Form(_("Thêm thành viên"), fields, act, ("seat", unit.pk), _trail()))


@login_required
def end_member(request: OfficeRequest, pk: int) -> HttpResponse:
    """The last day of a seat."""
    unit = has_unit(request)
    member = next((each for each in members(request.user, unit) if each.pk == pk), None)
    if member is None:
        raise Http404
    fields = [Field("ends_on", _("Ngày cuối cùng"), value=printed_day(request.scope.today), most=10)]

    def act(typed: Asked) -> tuple[str, str]:
        last = typed.day("ends_on")
        typed.must()
        end_seat(by=request.user, member=member, valid_to=last)
        return _("Đã ghi ngày thôi tham gia."), reverse("office:committee")

    return ask(request, Form(_("Thôi tham gia Ban Chỉ đạo"), fields, act, ("end-seat", pk), _trail(), note=member.name))


@login_required
def new_meeting(request: OfficeRequest) -> HttpResponse:
    """A meeting that was held; its conclusions are given on its page."""
    unit = has_unit(request)
    sitting = members_on(request.user, unit, request.scope.today)
    named = [(str(each.pk), f"{each.name}, {each.get_role_display()}") for each in sitting]
    fields: list[Field] = [
        Field("on", _("Ngày họp"), value=printed_day(request.scope.today), most=10),
        Field("starts", _("Giờ bắt đầu (không bắt buộc)"), _("Ví dụ 8:00."), most=5),
        Field("place", _("Nơi họp"), most=200),
        Field("subject", _("Nội dung họp"), most=300),
        Field("chair", _("Chủ trì"), options=named or [("", _("chưa có thành viên"))]),
        Field("secretary", _("Thư ký"), most=150),
        Input("attending", _("Thành viên dự họp"), options=named, many=True, chosen=[pk for pk, _name in named]),
        Input("guests", _("Khách mời (không bắt buộc)"), rows=2, most=2000),
        Input("opinions", _("Ý kiến tại cuộc họp (mỗi ý một dòng)"), rows=5, most=5000),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        on, chair, starts = typed.day("on"), typed.must_one("chair", sitting), _hour(typed)
        typed.must()
        held = Held(
            on, typed.text("place"), typed.text("subject"), chair, typed.text("secretary"),
            typed.several("attending", sitting), starts, typed.text("guests"), typed.text("opinions"),
        )  # fmt: skip
        made = hold_meeting(by=request.user, unit=unit, held=held)
        return _("Đã ghi cuộc họp."), reverse("office:committee-meeting", args=[made.pk])

    note = "" if sitting else _("Thêm thành viên Ban Chỉ đạo trước khi ghi cuộc họp.")
    return ask(request, Form(_("Ghi cuộc họp"), fields, act, ("meeting", unit.pk), _trail(), note=note))


@login_required
@require_safe
def meeting_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The meeting, its conclusions followed up, its minutes."""
    meeting = _meeting(request, pk)
    context = {
        "meeting": meeting, "attending": list(meeting.attending.all()), "today": request.scope.today,
        "tasks": list(tasks(request.user).filter(meeting=meeting)),
        "may_edit": can(request.user, Permission.EDIT_PLAN, meeting.unit),
    }  # fmt: skip
    return render(request, "office/programme/meeting.html", context)


@login_required
@require_safe
def minutes_file(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The minutes to take away: Word or PDF."""
    meeting = _meeting(request, pk)
    if form not in ("docx", "pdf"):
        raise Http404
    made = minutes_of(meeting, list(meeting.attending.all()), list(tasks(request.user).filter(meeting=meeting)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"bien-ban.{form}"
        write(made, path)
        content = path.read_bytes()
    response = HttpResponse(content, content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="bien-ban-hop-{pk}.{form}"'
    response.headers["Cache-Control"] = "no-store"
    return response


@login_required
def number(request: OfficeRequest, pk: int) -> HttpResponse:
    """The minutes take a number of the register."""
    meeting = _meeting(request, pk)
    require(request.user, Permission.EDIT_PLAN, meeting.unit)
    following = next_number(request.user, meeting.unit, SIGN, meeting.on.year)
    fields = [
        Field("paper", _("Ký hiệu"), value=SIGN, most=40),
        Field("serial", _("Số (để trống: %(n)s)") % {"n": following}, most=6),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        serial = typed.serial("serial")
        typed.must()
        number_minutes(by=request.user, meeting=meeting, sign=typed.text("paper"), serial=serial)
        return _("Biên bản đã vào sổ văn bản."), reverse("office:committee-meeting", args=[pk])

    note = _("Vào sổ rồi thì cuộc họp không sửa được nữa; việc được giao vẫn theo dõi tiếp.")
    return ask(request, Form(_("Lấy số biên bản"), fields, act, ("minutes", pk), _trail(meeting), note=note))


@login_required
@require_safe
def directives_page(request: OfficeRequest) -> HttpResponse:
    """Directives received and issued, with how much of what each asks is open."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/programme/directives.html", {"no_unit": True})
    context = {
        "unit": unit, "directives": list(directives(request.user, unit)[:200]),
        "may_edit": can(request.user, Permission.EDIT_PLAN, unit),
    }  # fmt: skip
    return render(request, "office/programme/directives.html", context)


@login_required
def new_directive(request: OfficeRequest) -> HttpResponse:
    """One received, by its symbol and day; one of our own, by its sign."""
    unit = has_unit(request)
    issued = request.GET.get("loai") == "di"
    fields = [
        Field("paper", _("Ký hiệu") if issued else _("Số, ký hiệu"),
              _("Ví dụ CT-UBND; số lấy tiếp theo sổ.") if issued else _("Ví dụ 12/CT-UBND."), most=80),
        *([Field("serial", _("Số (để trống: lấy số tiếp theo)"), most=6)] if issued else [
            Field("paper_on", _("Ngày ban hành"), most=10),
            Field("issuer", _("Cơ quan ban hành"), _("Ví dụ UBND tỉnh."), most=150)]),
        Field("subject", _("Trích yếu"), most=300),
        Field("on", _("Ngày ký") if issued else _("Ngày đến"), value=printed_day(request.scope.today), most=10),
    ]  # fmt: skip

    def act(typed: Asked) -> tuple[str, str]:
        on, subject = typed.day("on"), typed.text("subject")
        if issued:
            serial = typed.serial("serial")
            typed.must()
            made = register_directive(
                by=request.user, unit=unit, subject=subject, arrived_on=on, sign=typed.text("paper"), serial=serial
            )
        else:
            paper = MoneyTyped(request.POST, request.scope.today)
            cited = paper.paper(typed.text("issuer") or unit.short_name, must=False, kind=("", ""))
            typed.findings += paper.findings
            if cited is None or "/" not in cited.symbol:
                typed.findings.append(("paper", NO_PAPER.at(kind_vi=_("Văn bản chỉ đạo"), kind_en="A directive")))
            typed.must()
            assert cited is not None  # noqa: S101 said just above
            cited = cited.__class__(
                key=cited.key, symbol=cited.symbol, doc_type=cited.doc_type, number=cited.number,
                issued_on=cited.issued_on, issuer_name=typed.text("issuer"),
            )  # fmt: skip
            made = register_directive(by=request.user, unit=unit, subject=subject, arrived_on=on, received=cited)
        return _("Đã ghi văn bản; giao những việc văn bản yêu cầu ở dưới."), reverse("office:directive", args=[made.pk])

    title = _("Ghi văn bản chỉ đạo đã ban hành") if issued else _("Ghi văn bản chỉ đạo nhận được")
    return ask(request, Form(title, fields, act, ("directive", unit.pk, issued), _directives_trail()))


@login_required
@require_safe
def directive_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """A directive and what it asks, of whom, by when."""
    found = directive_for(request.user, pk)
    if found is None:
        raise Http404
    context = {
        "directive": found, "tasks": list(tasks(request.user).filter(directive=found)), "today": request.scope.today,
        "may_edit": can(request.user, Permission.EDIT_PLAN, found.unit),
    }  # fmt: skip
    return render(request, "office/programme/directive.html", context)


def _hour(typed: Asked) -> time | None:
    from giamngheo.office.households.problems import DAY_UNREADABLE

    words = typed.text("starts").replace("h", ":").replace("g", ":").rstrip(":")
    if not words:
        return None
    hour, _colon, minute = words.partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        typed.findings.append(("starts", DAY_UNREADABLE.at(text=typed.text("starts"))))
        return None


def _meeting(request: OfficeRequest, pk: int) -> CommitteeMeeting:
    found = meeting_for(request.user, pk)
    if found is None:
        raise Http404
    return found


def _trail(meeting: CommitteeMeeting | None = None) -> list[tuple[str, str]]:
    first = [(_("Ban Chỉ đạo"), reverse("office:committee"))]
    if meeting is None:
        return first
    return [*first, (meeting.subject[:60], reverse("office:committee-meeting", args=[meeting.pk]))]


def _directives_trail() -> list[tuple[str, str]]:
    return [(_("Văn bản chỉ đạo"), reverse("office:directives"))]
