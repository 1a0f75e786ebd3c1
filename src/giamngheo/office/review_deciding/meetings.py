"""Village meetings: which villages wait for one, its minutes, the votes typed in a column, closing it for good."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.foundation.text import bare
from giamngheo.office.drafts import draft_key, mark_of, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import Form, Input, Reading, day_input, seen_of
from giamngheo.office.review_deciding.ways import head, papers, round_here
from giamngheo.office.typed import whole
from giamngheo.review.actions import meetings as actions
from giamngheo.review.deciding_values import Attendee, Minutes, Vote
from giamngheo.review.models import VillageMeeting
from giamngheo.review.permissions import Permission
from giamngheo.review.problems_deciding import TIME
from giamngheo.review.queries import meetings as queries

_PLACES = {"REVIEW-MEETING-TIME": "until", "REVIEW-MEETING-NAMED": "attending", "REVIEW-MEETING-NOBODY": "attending"}


@login_required
@require_safe
def meeting_list(request: OfficeRequest, pk: int) -> HttpResponse:
    """Villages of a round with their meetings."""
    round_ = round_here(request, pk)
    context = {**head(request, round_, "review-meetings"), "rows": queries.villages_to_meet(request.user, round_)}
    return render(request, "office/review_deciding/meetings.html", context)


@login_required
def plan(request: OfficeRequest, pk: int) -> HttpResponse:
    """A new meeting of a village."""
    round_ = round_here(request, pk)
    top = head(request, round_, "review-meetings")
    if not top["may_run"]:
        raise NotPermitted(str(Permission.RUN_REVIEW))
    rows = {row.village.pk: row for row in queries.villages_to_meet(request.user, round_)}
    row = rows.get(whole(request.GET.get("thon")) or 0)
    if row is None:
        raise Http404
    form = Form(_fields(None, row.village.name), draft_key(request, "meeting", pk, row.village.pk), _PLACES)
    if request.method == "POST":
        made = form.tried(
            request, actions.plan_meeting,
            lambda typed: {"by": request.user, "round_": round_, "village": row.village, "minutes": _minutes(typed)},
        )  # fmt: skip
        if made is not None:
            say_saved(request, _("Đã lập cuộc họp."), form.draft)
            return redirect("office:review-meeting", made.pk)
    context = {**top, "form": form, "village": row.village}
    return render(request, "office/review_deciding/minutes.html", context, status=form.status)


@login_required
def minutes_form(request: OfficeRequest, pk: int) -> HttpResponse:
    """The minutes of a meeting that was not closed."""
    page = _found(request, pk)
    meeting = page.meeting
    if not page.may_run:
        raise NotPermitted(str(Permission.RUN_REVIEW))
    if meeting.held_at is not None:
        return redirect("office:review-meeting", pk)
    mark = mark_of(meeting.at.isoformat())
    form = Form(_fields(meeting, meeting.village.name), draft_key(request, "minutes", pk), _PLACES)
    if request.method == "POST":
        seen = seen_of(request)
        done = form.tried(
            request, actions.write_minutes,
            lambda typed: {"by": request.user, "meeting": meeting, "minutes": _minutes(typed), "seen": seen},
        )  # fmt: skip
        if done is not None:
            say_saved(request, _("Đã lưu biên bản."), form.draft)
            return redirect("office:review-meeting", pk)
    context = {
        **head(request, meeting.round, "review-meetings"), "form": form, "village": meeting.village,
        "meeting": meeting, "mark": mark,
    }  # fmt: skip
    return render(request, "office/review_deciding/minutes.html", context, status=form.status)


@login_required
def meeting(request: OfficeRequest, pk: int) -> HttpResponse:
    """A meeting: its minutes, and the votes in one column, everybody agreeing until said otherwise."""
    page = _found(request, pk)
    form = Form([], draft_key(request, "votes", pk, mark_of(sorted(row.case.pk for row in page.rows))))
    if request.method == "POST":
        seen = seen_of(request)
        notes = {row.case.pk: row.note for row in page.rows}

        def read(typed: Reading) -> dict[str, Any]:
            given = {key: typed.number(f"d-{key}") for key in notes if typed.text(f"d-{key}")}
            votes = {key: Vote(number, notes[key]) for key, number in given.items() if number is not None}
            return {"by": request.user, "meeting": page.meeting, "votes": votes, "seen": seen}

        if form.tried(request, actions.write_votes, read) is not None:
            say_saved(request, _("Đã lưu biểu quyết; xem kết quả rồi chốt."), form.draft)
            return redirect("office:review-meeting", pk)
    return _shown(request, page, form)


@login_required
@require_POST
def hold(request: OfficeRequest, pk: int) -> HttpResponse:
    """Close it for good."""
    page = _found(request, pk)
    form, seen = Form([]), seen_of(request)
    given = {"by": request.user, "meeting": page.meeting, "seen": seen}
    if form.tried(request, actions.hold_meeting, lambda _typed: given) is not None:
        say_saved(request, _("Đã chốt kết quả họp dân."), "")
        return redirect("office:review-meeting", pk)
    return _shown(request, page, form)


@login_required
@require_POST
def drop(request: OfficeRequest, pk: int) -> HttpResponse:
    """Remove one that did not take place."""
    page = _found(request, pk)
    form = Form([Input("reason", _("Lý do"))])
    form.tried(
        request, actions.drop_meeting,
        lambda typed: {"by": request.user, "meeting": page.meeting, "reason": typed.text("reason")},
    )  # fmt: skip
    if form.touched:
        return _shown(request, page, form)
    say_saved(request, _("Đã xóa cuộc họp."), "")
    return redirect("office:review-meetings", page.meeting.round_id)


def _found(request: OfficeRequest, pk: int) -> queries.MeetingPage:
    try:
        return queries.meeting_page(request.user, pk)
    except VillageMeeting.DoesNotExist as missing:
        raise Http404 from missing


def _shown(request: OfficeRequest, page: queries.MeetingPage, form: Form) -> HttpResponse:
    found = page.meeting
    wrong = dict(form.places)
    rows = [_vote(request, each, page, form) for each in page.rows]
    context: dict[str, Any] = {
        **head(request, found.round, "review-meetings"),
        "page": page, "meeting": found, "rows": rows, "form": form, "wrong": wrong,
        "per_household": 100 * found.attending // page.households if page.households else None,
        "front": any(_is_front(each.post) for each in found.attendees.all()),
        "papers": papers((_("Biên bản họp dân"), "bien-ban-hop", found.pk)),
    }  # fmt: skip
    return render(request, "office/review_deciding/meeting.html", context, status=form.status)


def _vote(request: OfficeRequest, row: queries.VoteRow, page: queries.MeetingPage, form: Form) -> dict[str, Any]:
    """One household of the column: what was typed, what is kept, or all of those attending where nothing was yet."""
    attending = page.meeting.attending
    kept = "" if row.agreeing is None else str(row.agreeing)
    first = "" if page.written or row.case.assessment.purpose == "recheck" else str(attending or "")  # type: ignore[union-attr]
    value = request.POST.get(f"d-{row.case.pk}", kept) if form.touched else kept or first
    return {"row": row, "value": value}


def _is_front(post: str) -> bool:
    """Whether a post is the Fatherland Front's, however it was written."""
    plain = bare(post)
    return "mttq" in plain or "mat tran" in plain


def _minutes(typed: Reading) -> Minutes:
    """The minutes as typed."""
    starts = typed.moment("day", "since")
    if starts is None and not typed.findings:
        typed.findings.append(("since", TIME.at(text="")))
    return Minutes(
        starts_at=starts or timezone.now(), ends_at=typed.moment("day", "until"), place=typed.text("place"),
        chair=typed.text("chair"), chair_post=typed.text("chair_post"), secretary=typed.text("secretary"),
        attending=typed.number("attending") or 0, invited=typed.number("invited"), opinions=typed.text("opinions"),
        attendees=[_attendee(line) for line in typed.text("attendees").splitlines() if line.strip()],
        signers=[line for line in typed.text("signers").splitlines() if line.strip()],
    )  # fmt: skip


def _attendee(line: str) -> Attendee:
    """ "Lê Văn A, trưởng thôn" → name and post."""
    name, _comma, post = line.replace(";", ",").partition(",")
    return Attendee(name.strip()[:150], post.strip()[:200])


def _fields(found: VillageMeeting | None, village: str) -> list[Input]:
    starts = timezone.localtime(found.starts_at) if found else None
    ends = timezone.localtime(found.ends_at) if found and found.ends_at else None
    people = list(found.attendees.all()) if found else []
    attendees = "\n".join(f"{each.name}, {each.post}" if each.post else each.name for each in people)
    return [
        day_input("day", _("Ngày họp"), starts.date() if starts else None),
        Input("since", _("Giờ bắt đầu"), "", "short", f"{starts:%H:%M}" if starts else "19:00", most=8, must=True),
        Input("until", _("Giờ kết thúc"), "", "short", f"{ends:%H:%M}" if ends else "", most=8),
        Input("place", _("Địa điểm"), value=found.place if found else f"Nhà văn hóa {village}", must=True),
        Input("chair", _("Chủ trì"), value=found.chair if found else "", most=150, must=True),
        Input("chair_post", _("Chức vụ của người chủ trì"), value=found.chair_post if found else "Trưởng thôn"),
        Input("secretary", _("Thư ký"), value=found.secretary if found else "", most=150, must=True),
        Input("attending", _("Số người dự họp"),
              _("Mọi người có mặt, kể cả chủ trì và thư ký. Ghi sau khi họp cũng được."),
              "short", str(found.attending or "") if found else "", most=5),
        Input("invited", _("Số hộ được mời"), "", "short", str(found.invited or "") if found else "", most=5),
        Input("attendees", _("Thành phần dự"), _(
            "Mỗi dòng một người: họ tên, chức vụ. Theo quy trình có Ban Chỉ đạo, cán bộ giảm nghèo xã, trưởng thôn, bí "
            "thư chi bộ, các đoàn thể, rà soát viên, đại diện hộ; mời Mặt trận Tổ quốc xã giám sát."),
            "area", attendees, most=6000),
        Input("signers", _("Đại diện hộ ký biên bản"), _("Mỗi dòng một người."), "area",
              "\n".join(found.household_signers) if found else "", most=2000),
        Input("opinions", _("Ý kiến tại cuộc họp"), "", "area", found.opinions if found else "", most=20000),
    ]  # fmt: skip
