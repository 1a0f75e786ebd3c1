"""Contracts: signing one, and its page with what was accepted and paid."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.foundation.text import squeeze
from giamngheo.funds import actions
from giamngheo.funds.keeping import accepted_of, paid_of
from giamngheo.funds.models import Contract
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import contracts_for
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds import fields as f
from giamngheo.office.funds.asking import line_or_404
from giamngheo.office.funds.naming import node_title
from giamngheo.office.funds.norms import item_field, item_typed, norms_of
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.programme.models import WorkItem
from giamngheo.support.actions import sign_for_activity


@login_required
def sign(request: OfficeRequest, pk: int) -> HttpResponse:
    """A contract paid from a line; its value is committed at once."""
    line = line_or_404(request, pk, Permission.EDIT_FUNDS)
    fields = [
        Field("number", _("Số hợp đồng"), most=80, required=True),
        Field("contractor", _("Bên nhận"), _("Hợp tác xã, tổ nhóm, doanh nghiệp hoặc hộ."), most=300, required=True),
        Field("content", _("Nội dung"), most=500, required=True),
        item_field(request, line.unit),
        f.amount_field(),
        Field("on", _("Ngày ký"), value=printed_day(request.scope.today), most=10),
        Field("ends_on", _("Ngày kết thúc (không bắt buộc)"), most=10),
        Field("budget_year", _("Năm ngân sách"), value=str(request.scope.year), most=4),
    ]
    draft = draft_key(request, "contract", pk)
    context = {
        "title": _("Ký hợp đồng"), "fields": fields, "line": line, "line_title": node_title(line), "draft": draft,
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "office/funds/form.html", context)
    typed = f.typed_of(request.POST, request.scope.today)
    value, on = typed.money(), typed.day("on")
    ends = typed.day("ends_on") if typed.text("ends_on") else None
    findings = list(typed.findings)
    if not findings:
        try:
            contract = sign_contract(
                item_typed(request, typed, line.unit), by=request.user, line=line,
                budget_year=typed.year("budget_year", request.scope.year),
                number=squeeze(typed.text("number")), contractor=typed.text("contractor"),
                content=typed.text("content"), value=value, signed_on=on, ends_on=ends,
            )  # fmt: skip
        except Refused as refused:
            findings = f.placed(refused.findings)
        else:
            say_saved(request, _("Đã ghi hợp đồng %(number)s.") % {"number": contract.number}, draft)
            return redirect("office:contract", contract.pk)
    show(fields, request.POST, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, "office/funds/form.html", context, status=422)


def sign_contract(item: WorkItem | None, **terms: Any) -> Contract:
    """For an activity the norms are asked first."""
    return sign_for_activity(work_item=item, **terms) if item else actions.sign_contract(**terms)


@login_required
def contract_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """What was agreed, accepted and paid; accepting work is the form below."""
    contract = contracts_for(request.user).filter(pk=pk).first()
    if contract is None:
        raise Http404
    fields = [
        f.amount_field(),
        Field("on", _("Ngày nghiệm thu"), value=printed_day(request.scope.today), most=10),
        Field("reference", _("Số biên bản"), most=80),
        f.note_field(must=False),
    ]
    draft, problems, status = draft_key(request, "accept", pk), [], 200
    if request.method == "POST":
        require(request.user, Permission.EDIT_FUNDS, contract.unit)
        findings = _accept(request, contract)
        if not findings:
            say_saved(request, _("Đã ghi nghiệm thu."), draft)
            return redirect("office:contract", pk)
        show(fields, request.POST, findings)
        problems, status = problems_of(findings), 422
    entries = contract.entries.select_related("source_account__line", "by").order_by("on", "id")
    line = next((each.source_account.line for each in entries if each.source_account), None)
    context = {
        "contract": contract, "line": line, "norms": norms_of(request, contract.work_item),
        "worth": actions.contracts.worth(contract),
        "accepted": accepted_of(contract), "paid": paid_of(contract), "fields": fields, "problems": problems,
        "acceptances": contract.acceptances.select_related("by"), "entries": entries, "draft": draft,
        "touched": status == 422, "may_edit": can(request.user, Permission.EDIT_FUNDS, contract.unit),
    }  # fmt: skip
    return render(request, "office/funds/contract.html", context, status=status)


def _accept(request: OfficeRequest, contract: Contract) -> list:
    typed = f.typed_of(request.POST, request.scope.today)
    amount, on = typed.money(), typed.day("on")
    if typed.findings:
        return list(typed.findings)
    try:
        actions.accept(
            by=request.user, contract=contract, amount=amount, on=on, reference=typed.text("reference"),
            note=typed.text("note"),
        )  # fmt: skip
    except Refused as refused:
        return f.placed(refused.findings)
    return []
