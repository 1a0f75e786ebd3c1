"""Complaints: the list with their days, a new one, one with its answer."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.accounts.queries import can
from giamngheo.documents.actions import file_path
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import Form, Input, Reading, day_input
from giamngheo.office.review_deciding.ways import head, papers, round_here, way_to
from giamngheo.office.typed import whole
from giamngheo.review.actions import complaints as actions
from giamngheo.review.deciding_values import Attached, Said
from giamngheo.review.models import Complaint, Posting, ReviewCase
from giamngheo.review.permissions import Permission
from giamngheo.review.queries import postings as queries

_PLACES = {
    "REVIEW-COMPLAINT-DAY": "received_on", "REVIEW-COMPLAINT-LATE": "accepted_because",
    "REVIEW-DAY-FUTURE": "received_on",
}  # fmt: skip
_ANSWER = {"REVIEW-ANSWER-DAY": "answered_on", "REVIEW-DAY-FUTURE": "answered_on", "REVIEW-FIELD-EMPTY": "content"}


@login_required
@require_safe
def complaint_list(request: OfficeRequest, pk: int) -> HttpResponse:
    """Complaints of a round, the open ones first."""
    round_ = round_here(request, pk)
    context = {**head(request, round_, "review-complaints"), "rows": queries.complaints_of(request.user, round_)}
    return render(request, "office/review_deciding/complaints.html", context)


@login_required
def receive(request: OfficeRequest) -> HttpResponse:
    """A new complaint about a posted household (`?ho=`, the key of its case)."""
    try:
        case, posting, name = queries.case_posted(request.user, whole(request.GET.get("ho")) or 0)
    except ReviewCase.DoesNotExist as missing:
        raise Http404 from missing
    if not can(request.user, Permission.RUN_REVIEW, case.round.unit):
        raise NotPermitted(str(Permission.RUN_REVIEW))
    form = Form(_fields(request, posting), draft_key(request, "complaint", case.pk), _PLACES)
    if request.method == "POST":
        seen = whole(request.POST.get("seen"))
        made = form.tried(
            request, actions.receive_complaint,
            lambda typed: {"by": request.user, "case": case, "said": _said(request, typed), "seen": seen},
        )  # fmt: skip
        if made is not None:
            day = f"{made.answer_due:%d/%m/%Y}"
            say_saved(request, _("Đã ghi ý kiến; phúc tra hạn cuối %(day)s.") % {"day": day}, form.draft)
            return redirect("office:review-complaint", made.pk)
    context = {
        **head(request, case.round, "review-complaints"), "form": form, "case": case, "posting": posting, "name": name,
        "most": settings.MAX_UPLOAD_BYTES // (1024 * 1024),
    }  # fmt: skip
    return render(request, "office/review_deciding/complain.html", context, status=form.status)


@login_required
def complaint(request: OfficeRequest, pk: int) -> HttpResponse:
    """One complaint; its answer is written here once the recheck is there."""
    page = _found(request, pk)
    found = page.complaint
    form = Form(
        [
            day_input("answered_on", _("Ngày trả lời"), request.scope.today),
            Input("upheld", _("Ý kiến đúng, kết quả đã thay đổi"), kind="check"),
            Input("content", _("Nội dung trả lời"), _("Trả lời bằng văn bản cho người có ý kiến."), "area", most=5000,
                  must=True),
        ],
        draft_key(request, "answer", pk), _ANSWER,
    )  # fmt: skip
    if request.method == "POST":
        done = form.tried(
            request, actions.answer_complaint,
            lambda typed: {"by": request.user, "complaint": found, "answered_on": typed.day("answered_on"),
                           "upheld": typed.check("upheld"), "content": typed.text("content")},
        )  # fmt: skip
        if done is not None:
            say_saved(request, _("Đã ghi trả lời."), form.draft)
            return redirect("office:review-complaint", pk)
    context = {
        **head(request, found.case.round, "review-complaints"), "page": page, "complaint": found, "form": form,
        "case_url": way_to("office:review-case", found.case_id),
        "survey_url": way_to("office:review-survey", found.case_id),
        "papers": papers((_("Văn bản trả lời"), "tra-loi", pk)) if page.answer else [],
    }  # fmt: skip
    return render(request, "office/review_deciding/complaint.html", context, status=form.status)


@login_required
@require_safe
def attached(request: OfficeRequest, pk: int) -> HttpResponse | FileResponse:
    """The paper that was handed in with it, always as a download."""
    stored = _found(request, pk).complaint.file
    if stored is None:
        raise Http404
    try:
        content = file_path(stored.sha256).open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    return FileResponse(content, as_attachment=True, filename=stored.name, content_type="application/octet-stream")


def _found(request: OfficeRequest, pk: int) -> queries.ComplaintPage:
    try:
        return queries.complaint_page(request.user, pk)
    except Complaint.DoesNotExist as missing:
        raise Http404 from missing


def _said(request: OfficeRequest, typed: Reading) -> Said:
    file = request.FILES.get("file")
    if file is not None and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        from giamngheo.review.problems_deciding import FILE_LARGE

        typed.findings.append(("file", FILE_LARGE.at(most=settings.MAX_UPLOAD_BYTES // (1024 * 1024))))
        file = None
    return Said(
        typed.day("received_on"), typed.text("complainant"), typed.text("content"), typed.text("accepted_because"),
        Attached(file.name or "", file.read()) if file is not None else None,
    )  # fmt: skip


def _fields(request: OfficeRequest, posting: Posting | None) -> list[Input]:
    ends = f"{posting.ends_on:%d/%m/%Y}" if posting else ""
    return [
        day_input("received_on", _("Ngày nhận"), request.scope.today),
        Input("complainant", _("Người có ý kiến"), most=150, must=True),
        Input("content", _("Nội dung"), "", "area", most=5000, must=True),
        Input("accepted_because", _("Lý do chấp nhận ý kiến đến muộn"),
              _("Chỉ ghi khi nhận sau ngày hết niêm yết %(day)s.") % {"day": ends}, most=300),
        Input("file", _("Tệp đơn, ảnh chụp (không bắt buộc)"), kind="file"),
    ]  # fmt: skip
