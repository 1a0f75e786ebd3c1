"""Forms of revolving money: a group's book, its capital, a loan, what is paid back or written off, taken back."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.numbers import format_number
from giamngheo.funds import actions
from giamngheo.funds.models import GiftEntry, RevolvingLoan
from giamngheo.funds.queries import CapitalSource, capital_sources, revolving_entries_for
from giamngheo.office.funds import fields as f
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.funds.forms import Form, blank, written
from giamngheo.office.funds.recipients import household_field, household_typed
from giamngheo.office.funds.revolving import borrower_now, loan_or_404, pot_or_404
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day, whole


def trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The pages above."""
    return [(reverse("office:funds"), _("Kinh phí")), (reverse("office:revolving"), _("Vốn quay vòng")), *more]


@login_required
def open_pot(request: OfficeRequest) -> HttpResponse:
    """A new book of a group of the commune at the top."""
    unit = unit_of(request, Permission.EDIT_FUNDS)
    if unit is None:
        return redirect("office:revolving")
    fields = [Field("name", _("Tên nhóm"), _("Nhóm hộ, tổ hợp tác giữ vốn."), most=200, required=True)]
    form = Form(_("Lập sổ vốn quay vòng"), fields, trail(), ("pot", unit.pk))
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    return written(
        request, form, typed, lambda: actions.open_pot(by=request.user, unit=unit, name=typed.text("name")),
        _("Đã lập sổ vốn quay vòng."), lambda made: reverse("office:pot", args=[made.pk]),
    )  # fmt: skip


@login_required
def capital(request: OfficeRequest, pk: int) -> HttpResponse:
    """Part of a disbursement or of a gift, given to the group."""
    pot = pot_or_404(request, pk)
    require(request.user, Permission.EDIT_FUNDS, pot.unit)
    here = reverse("office:pot", args=[pk])
    year = request.scope.year
    known = {_key(each): each for each in capital_sources(request.user, pot.unit, date(year - 1, 1, 1))}
    fields = [
        f.choice("source", _("Lấy từ"), [(key, _source_named(each)) for key, each in known.items()]),
        f.amount_field(), f.day_field(printed_day(request.scope.today)), f.note_field(must=False),
    ]  # fmt: skip
    about = pot.name
    if not known:
        about = _("Chưa có khoản giải ngân hay khoản ủng hộ nào còn tiền để giao làm vốn quay vòng.")
    form = Form(_("Ghi vốn nhận"), fields, trail((here, pot.name)), ("pot-capital", pk), about)
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    source = known.get(typed.text("source"))
    if source is None:
        raise Http404
    amount, on = typed.money(), typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.add_capital(
            by=request.user, pot=pot, source=source.entry, amount=amount, on=on, note=typed.text("note")
        ),
        _("Đã ghi vốn nhận."), lambda _made: here,
    )  # fmt: skip


def _key(source: CapitalSource) -> str:
    return f"{'gift' if isinstance(source.entry, GiftEntry) else 'ledger'}:{source.entry.pk}"


def _source_named(source: CapitalSource) -> str:
    entry = source.entry
    if isinstance(entry, GiftEntry):
        name = entry.account.fund.name
    else:
        line = entry.source_account.line if entry.source_account else None
        name = f"{line.node.code if line and line.node else ''} {line.source.name if line else ''}".strip()
    words = _("%(name)s, %(day)s: còn %(left)s đồng")
    return words % {"name": name, "day": printed_day(entry.on), "left": format_number(source.left)}


@login_required
def lend(request: OfficeRequest, pk: int) -> HttpResponse:
    """A loan to a household or a group, with its schedule."""
    pot = pot_or_404(request, pk)
    require(request.user, Permission.EDIT_FUNDS, pot.unit)
    here = reverse("office:pot", args=[pk])
    fields = [
        household_field(),
        Field("group", _("Hoặc tên nhóm vay"), most=200),
        f.amount_field(),
        Field("on", _("Ngày cho vay"), value=printed_day(request.scope.today), most=10),
        Field("count", _("Trả trong mấy kỳ"), _("Gốc chia đều; phần lẻ trả vào kỳ cuối."), value="4", most=3),
        Field("months", _("Mỗi kỳ cách nhau mấy tháng"), value="6", most=2),
        Field("first_due", _("Ngày trả kỳ đầu"), _("Ví dụ 01/03/2027."), most=10, required=True),
        Field("paper", _("Số hợp đồng vay (không bắt buộc)"), most=80),
    ]
    left = _("Còn cho vay được %(sum)s đồng. Phần mềm không tính lãi, phí.") % {"sum": format_number(pot.available)}
    form = Form(_("Ghi khoản cho vay"), fields, trail((here, pot.name)), ("pot-lend", pk), left)
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    amount, on, first = typed.money(), typed.day("on"), typed.day("first_due")
    home = household_typed(request, typed, pot.unit, on)
    terms = actions.Terms(whole(typed.text("count")) or 0, whole(typed.text("months")) or 0, first)
    return written(
        request, form, typed,
        lambda: actions.lend(
            by=request.user, pot=pot, amount=amount, on=on, terms=terms, household=home, group=typed.text("group"),
            paper=typed.text("paper"),
        ),
        _("Đã ghi khoản cho vay."), lambda made: reverse("office:loan", args=[made.pk]),
    )  # fmt: skip


@login_required
def repay(request: OfficeRequest, pk: int) -> HttpResponse:
    """Principal that came back."""
    loan = _loan_to_edit(request, pk)
    paper = Field("paper", _("Số phiếu thu (không bắt buộc)"), most=80)
    fields = [f.amount_field(), f.day_field(printed_day(request.scope.today)), paper]
    form = _loan_form(_("Ghi khoản thu nợ"), fields, loan, "loan-repay")
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    amount, on = typed.money(), typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.repay(by=request.user, loan=loan, amount=amount, on=on, paper=typed.text("paper")),
        _("Đã ghi khoản thu nợ."), lambda _made: reverse("office:loan", args=[pk]),
    )  # fmt: skip


@login_required
def write_off(request: OfficeRequest, pk: int) -> HttpResponse:
    """Principal that will not come back, by a decision."""
    loan = _loan_to_edit(request, pk)
    fields = [
        f.amount_field(), f.day_field(printed_day(request.scope.today)),
        Field("paper", _("Số quyết định"), most=80, required=True), f.note_field(must=True),
    ]  # fmt: skip
    form = _loan_form(_("Ghi xóa nợ"), fields, loan, "loan-write-off")
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    amount, on = typed.money(), typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.write_off(
            by=request.user, loan=loan, amount=amount, on=on, paper=typed.text("paper"), reason=typed.text("note")
        ),
        _("Đã ghi xóa nợ."), lambda _made: reverse("office:loan", args=[pk]),
    )  # fmt: skip


def _loan_to_edit(request: OfficeRequest, pk: int) -> RevolvingLoan:
    loan = loan_or_404(request, pk)
    require(request.user, Permission.EDIT_FUNDS, loan.pot.unit)
    return loan


def _loan_form(title: str, fields: list[Field], loan: RevolvingLoan, draft: str) -> Form:
    pages = trail(
        (reverse("office:pot", args=[loan.pot_id]), loan.pot.name),
        (reverse("office:loan", args=[loan.pk]), borrower_now(loan)),
    )
    owed = _("Còn nợ %(sum)s đồng.") % {"sum": format_number(loan.outstanding)}
    return Form(title, fields, pages, (draft, loan.pk), owed)


@login_required
def take_back(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take an entry back by a counter-entry, with its reason."""
    entry = revolving_entries_for(request.user).filter(pk=pk).first()
    if entry is None:
        raise Http404
    require(request.user, Permission.EDIT_FUNDS, entry.pot.unit)
    here = reverse("office:pot", args=[entry.pot_id])
    fields = [f.day_field(printed_day(request.scope.today)), f.note_field(must=True)]
    words = _("%(kind)s %(amount)s đồng, %(day)s")
    told = words % {
        "kind": entry.get_kind_display().capitalize(), "amount": format_number(entry.amount),
        "day": printed_day(entry.on),
    }  # fmt: skip
    form = Form(_("Đảo khoản đã ghi"), fields, trail((here, entry.pot.name)), ("revolving-back", pk), told)
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    on = typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.reverse_revolving(by=request.user, entry=entry, on=on, reason=typed.text("note")),
        _("Đã đảo."), lambda _made: here,
    )  # fmt: skip
