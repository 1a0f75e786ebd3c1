"""One paper: its page to look at it, and the paper itself as a page or a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.text import bare
from giamngheo.office.planning.output import MEDIA_TYPES
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.security import for_printed_page
from giamngheo.office.typed import whole
from giamngheo.paperwork.certificate.docx import write_docx
from giamngheo.paperwork.certificate.html import write_html as sheets_html
from giamngheo.paperwork.certificate.pdf import render_pdf
from giamngheo.paperwork.writers import write
from giamngheo.paperwork.writers.html import write_html
from giamngheo.paperwork.writers.several import write_several
from giamngheo.paperwork.writers.wording import MISSING_OPENS
from giamngheo.review.actions import papers as actions
from giamngheo.review.papers import jobs
from giamngheo.review.papers.registry import PAPERS, Made, make, sheets_of

FILES = ("docx", "pdf")
_SHOWN = 10  # sheets on the page: enough to see what they look like


def made_or_404(request: OfficeRequest, kind: str, pk: int, *, masked: bool, most: int | None = None) -> Made:
    """The paper, of many sheets the first `most`; of another commune, or of no such row, there is none."""
    try:
        made = make(request.user, kind, pk, masked=masked, village=_village(request), most=most)
    except (KeyError, ObjectDoesNotExist) as missing:
        raise Http404 from missing
    if PAPERS[kind].several and not made.documents:  # nobody surveyed yet, or no village named
        raise Http404
    return made


def _village(request: OfficeRequest) -> int | None:
    return whole(request.GET.get("thon"))


def _query(request: OfficeRequest, kind: str) -> str:
    """The village, for the links of the page."""
    village = _village(request)
    return f"?thon={village}" if PAPERS[kind].by_village and village else ""


@login_required
@require_safe
def page(request: OfficeRequest, kind: str, pk: int) -> HttpResponse:
    """The paper inside its frame, with the files to take away."""
    made = made_or_404(request, kind, pk, masked=True, most=jobs.WAIT_FOR)
    paper_ = PAPERS[kind]
    size = made.read.size if paper_.counted else 1
    documents = made.documents or ((made.document,) if made.document else ())
    gaps = [line.text for each in documents for line in each.lines() if MISSING_OPENS in line.text]
    context = {
        "kind": kind,
        "pk": pk,
        "paper": paper_,
        "unit": made.read.unit,
        "gaps": gaps,
        "query": _query(request, kind),
        "village": _village(request),
        "round": getattr(made.read.subject, "round_id", None) or (pk if paper_.about == "round" else None),
        "shown": min(len(made.sheets), _SHOWN),
        "sheets": size if paper_.sheets else 0,
        "documents": size if paper_.several else 0,
        "background": size > jobs.WAIT_FOR,
        "may_fetch": not paper_.sheets or can(request.user, Permission.SEE_CITIZEN_ID, made.read.unit),
    }
    return render(request, "office/review_papers/paper.html", context)


@login_required
@require_safe
def paper(request: OfficeRequest, kind: str, pk: int, form: str) -> HttpResponse:
    """The paper itself: html to look at, with ids masked; docx and pdf to take away, which is recorded."""
    if form == "html":
        return _shown(made_or_404(request, kind, pk, masked=True, most=_SHOWN), kind)
    if form not in FILES:
        raise Http404
    if _too_many(request, kind, pk):
        messages.info(request, _("Tệp này có nhiều tờ: bấm nút để in ở chế độ chạy nền."))
        return redirect("office:review-papers", pk)
    made = made_or_404(request, kind, pk, masked=False)
    content = _content(made, kind, form)
    read = made.read
    actions.hand_out(
        by=request.user, unit=read.unit, kind=kind, subject=read.subject, form=form, size=read.size,
        whole_ids=bool(made.sheets),
    )  # fmt: skip
    response = HttpResponse(content, content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(kind, made, pk, form)}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _too_many(request: OfficeRequest, kind: str, pk: int) -> bool:
    try:
        return sheets_of(request.user, kind, pk, _village(request)) > jobs.WAIT_FOR
    except (KeyError, ObjectDoesNotExist) as missing:
        raise Http404 from missing


def file_name(kind: str, made: Made, pk: int, form: str) -> str:
    """ "niem-yet-12-hoang-phu.docx": no accents, so that old mail programs keep it."""
    return f"{kind}-{pk}-{bare(made.read.unit.short_name).replace(' ', '-')}.{form}"


def _shown(made: Made, kind: str) -> HttpResponse:
    name = str(PAPERS[kind].title)
    html = write_html(made.document, page=True) if made.document else sheets_html(made.sheets[:_SHOWN], name=name)
    response = HttpResponse(html)
    response.headers["Content-Security-Policy"] = for_printed_page(html)
    response.headers["Cache-Control"] = "no-store"
    return response


def _content(made: Made, kind: str, form: str) -> bytes:
    name = str(PAPERS[kind].title)
    if made.document is None and form == "pdf":
        return render_pdf(made.sheets, name=name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"paper.{form}"
        if made.document is None:
            write_docx(made.sheets, path, name=name)
        elif made.documents:
            write_several(made.documents, path, form)
        else:
            write(made.document, path, form)
        return path.read_bytes()
