"""Decisions: what can be drafted in a round, one draft or signed decision, all of a commune."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.documents.queries import next_number
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import (
    NUMBER_PLACES,
    Form,
    Input,
    Reading,
    day_input,
    number_inputs,
    seen_of,
)
from giamngheo.office.review_deciding.present import due_lines
from giamngheo.office.review_deciding.ways import head, papers, round_here, way_to
from giamngheo.office.typed import whole
from giamngheo.review.actions import decisions as actions
from giamngheo.review.deciding_values import Signing
from giamngheo.review.keeping.subjects import sign_of
from giamngheo.review.models import Decision, DecisionKind
from giamngheo.review.queries import decisions as queries
from giamngheo.review.queries.deadlines import Due
from giamngheo.review.queries.opening import may_open

PER_PAGE = 100
KINDS = {"cong-nhan": DecisionKind.RECOGNITION, "khong-cong-nhan": DecisionKind.REFUSAL}
_PLACES = {
    "REVIEW-DECISION-DAY": "signed_on", "REVIEW-DAY-FUTURE": "signed_on", "REVIEW-DECISION-SIGNER": "signer",
    "REVIEW-DECISION-OPINION": "without_opinion", **NUMBER_PLACES,
}  # fmt: skip


@login_required
def decide(request: OfficeRequest, pk: int) -> HttpResponse:
    """Decisions of a round: what can be drafted, what waits to be signed, what was signed; deadlines."""
    round_ = round_here(request, pk)
    form = Form([])
    if request.method == "POST":
        kind = KINDS.get(request.POST.get("loai", ""))
        if kind is None:
            raise Http404
        made = form.tried(
            request, actions.draft_decision, lambda _typed: {"by": request.user, "round_": round_, "kind": kind}
        )
        if made is not None:
            say_saved(request, _("Đã lập dự thảo; xem lại trước khi ký."), "")
            return redirect("office:review-decision", made.pk)
    context = {
        **head(request, round_, "review-decide"), "form": form, "to_decide": queries.to_decide(request.user, round_),
        "decisions": queries.decisions_of(request.user, round_), "due": due_lines(request, round_),
    }  # fmt: skip
    return render(request, "office/review_deciding/decide.html", context, status=form.status)


@login_required
@require_safe
def decision_list(request: OfficeRequest) -> HttpResponse:
    """All decisions of the unit at the top; what waits for its leader first."""
    unit = request.scope.unit
    if unit is None:
        return render(request, "office/review_deciding/decisions.html", {"no_unit": True})
    require(request.user, Permission.VIEW_REVIEW, unit)
    found = Paginator(queries.decisions_for(request.user, unit), 50).get_page(request.GET.get("trang"))
    context = {
        "unit": unit, "page": found, "drafts": queries.drafts_to_sign(request.user, unit), "page_query": "",
        "may_open": can(request.user, Permission.RUN_REVIEW, unit) and may_open(request.user, unit),
    }  # fmt: skip
    return render(request, "office/review_deciding/decisions.html", context)


@login_required
@require_safe
def decision(request: OfficeRequest, pk: int) -> HttpResponse:
    """A draft as it would be signed, or what was signed."""
    page = _found(request, pk)
    return _shown(request, page, _sign_form(request, page))


@login_required
@require_POST
def amend(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take households out of a draft, write reasons anew."""
    page = _found(request, pk)
    form, seen = Form([], draft_key(request, "draft", pk)), seen_of(request)

    def read(typed: Reading) -> dict[str, Any]:
        remove = [int(key) for key in request.POST.getlist("bo") if whole(key)]
        reasons = {row.item.pk: typed.text(f"ly-do-{row.item.pk}") for row in page.rows}
        given = {key: text for key, text in reasons.items() if f"ly-do-{key}" in request.POST}
        return {"by": request.user, "decision": page.decision, "seen": seen, "remove": remove, "reasons": given}

    if form.tried(request, actions.amend_draft, read) is not None:
        say_saved(request, _("Đã lưu dự thảo."), form.draft)
        return redirect("office:review-decision", pk)
    sign = _sign_form(request, _found(request, pk))
    sign.problems, sign.touched = form.problems, True
    return _shown(request, _found(request, pk), sign)


@login_required
@require_POST
def sign(request: OfficeRequest, pk: int) -> HttpResponse:
    """Sign it: once and for ever."""
    page = _found(request, pk)
    form, seen = _sign_form(request, page), seen_of(request)

    def read(typed: Reading) -> dict[str, Any]:
        signing = Signing(
            signed_on=typed.day("signed_on"), signer=typed.text("signer"), signer_post=typed.text("signer_post"),
            serial=typed.number("serial"), sign=typed.text("sign"), without_opinion=typed.text("without_opinion"),
        )  # fmt: skip
        return {"by": request.user, "decision": page.decision, "signing": signing, "seen": seen}

    done = form.tried(request, actions.sign_decision, read)
    if done is not None:
        say_saved(request, _("Đã ký %(symbol)s.") % {"symbol": str(done.document)}, form.draft)
        return redirect("office:review-decision", pk)
    return _shown(request, _found(request, pk), form)


@login_required
@require_POST
def discard(request: OfficeRequest, pk: int) -> HttpResponse:
    """Put a draft away."""
    page = _found(request, pk)
    form, seen = Form([]), seen_of(request)
    round_id = page.decision.round_id
    form.tried(
        request, actions.discard_draft, lambda _typed: {"by": request.user, "decision": page.decision, "seen": seen}
    )
    if form.touched:
        sign_form = _sign_form(request, page)
        sign_form.problems, sign_form.touched = form.problems, True
        return _shown(request, _found(request, pk), sign_form)
    say_saved(request, _("Đã bỏ dự thảo."), "")
    return redirect("office:review-decide", round_id) if round_id else redirect("office:review-decisions")


def _found(request: OfficeRequest, pk: int) -> queries.DecisionPage:
    try:
        return queries.decision_page(request.user, pk)
    except Decision.DoesNotExist as missing:
        raise Http404 from missing


def _shown(request: OfficeRequest, page: queries.DecisionPage, form: Form) -> HttpResponse:
    found = page.decision
    rows = Paginator(page.rows, PER_PAGE).get_page(request.GET.get("trang"))
    due = due_lines(request, found.round) if found.round and page.is_draft else []
    late = [each for each in due if each.kind == "error" and each.about in (Due.ROUND, Due.DECISION)]
    context: dict[str, Any] = {
        **(head(request, found.round, "review-decide") if found.round else {}),
        "page": page, "decision": found, "rows": rows, "form": form, "page_query": "",
        "stale": [row for row in page.rows if row.stale], "late": late,
        "corrections": found.corrections.exclude(signed_at=None).select_related("document"),
        "certificates_url": f"{way_to('office:review-certificate-list')}?nam={found.effective_from.year}",
        "bulk_url": way_to("office:review-certificates", found.round_id) if found.round_id else "",
        "papers": _papers(page), "letters": _letters(page, rows),
    }  # fmt: skip
    return render(request, "office/review_deciding/decision.html", context, status=form.status)


def _papers(page: queries.DecisionPage) -> list[Any]:
    found = page.decision
    if found.kind == DecisionKind.OPENING or found.kind == DecisionKind.REFUSAL:
        return []  # a refusal is one paper for each household, beside its row
    return papers((_("Quyết định kèm danh sách (Mẫu 02)"), "quyet-dinh", found.pk))


def _letters(page: queries.DecisionPage, rows: Iterable[queries.ItemRow]) -> dict[int, str]:
    """Of a signed refusal the paper for each household: item → its address, "" where nobody makes it."""
    if page.is_draft or page.decision.kind != DecisionKind.REFUSAL:
        return {}
    keys = [row.item.pk for row in rows]
    return {key: way_to("office:review-paper", kind="khong-cong-nhan", pk=key, form="pdf") for key in keys}


def _sign_form(request: OfficeRequest, page: queries.DecisionPage) -> Form:
    found = page.decision
    sign_text = sign_of(found.kind)
    following = next_number(request.user, found.unit, sign_text, request.scope.today.year)
    fields = [
        day_input("signed_on", _("Ngày ký"), request.scope.today),
        *number_inputs(sign_text, following),
        Input("signer", _("Người ký"), value=request.user.full_name if page.may_sign else "", most=150, must=True),
        Input("signer_post", _("Chức vụ"), value="Chủ tịch"),
    ]
    if page.unanswered:
        fields.append(Input("without_opinion", _("Lý do ký khi cấp trên chưa trả lời"), kind="area", most=500))
    return Form(fields, draft_key(request, "sign", found.pk), _PLACES)
