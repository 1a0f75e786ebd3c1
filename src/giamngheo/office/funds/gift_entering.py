"""Forms of the gift funds: a fund, what came, what was used, an entry taken back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.numbers import format_number
from giamngheo.funds import actions
from giamngheo.funds import problems_gifts as p
from giamngheo.funds.gifts import quantity
from giamngheo.funds.models import DonorKind, GiftAccount, GiftEntry, GiftForm, GiftFund
from giamngheo.funds.queries import gift_accounts, gift_entries_for, gift_funds_for
from giamngheo.office.funds import fields as f
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.funds.forms import Form, blank, written
from giamngheo.office.funds.recipients import recipient_fields, recipient_typed
from giamngheo.office.households.fields import Field
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import hundredths, money, printed_day, whole


def fund_or_404(request: OfficeRequest, pk: int, permission: Permission = Permission.VIEW_FUNDS) -> GiftFund:
    """A fund of the user's; another's does not exist. Raises NotPermitted for an act they may not."""
    found = gift_funds_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    require(request.user, permission, found.unit)
    return found


def trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The pages above."""
    return [(reverse("office:funds"), _("Kinh phí")), (reverse("office:gifts"), _("Quỹ ủng hộ")), *more]


def thing_named(account: GiftAccount) -> str:
    """What an account holds, in words, with the purpose it is kept for."""
    held = f"{format_number(account.balance)} {_('đồng')}"
    if account.form != GiftForm.MONEY:
        held = quantity(account.hundredths, account.measure)
    words = f"{account.what or _('Tiền')}: {held}"
    return f"{words} ({account.earmark})" if account.earmark else words


@login_required
def open_fund(request: OfficeRequest) -> HttpResponse:
    """A new fund of the commune at the top."""
    unit = unit_of(request, Permission.EDIT_FUNDS)
    if unit is None:
        return redirect("office:gifts")
    fields = [
        Field("name", _("Tên quỹ"), _("Ví dụ: Quỹ Vì người nghèo xã."), most=200, required=True),
        Field("keeper", _("Nơi giữ quỹ"), _("Cơ quan, tổ chức giữ tiền và sổ của quỹ."), most=200, required=True),
    ]
    form = Form(_("Lập sổ quỹ"), fields, trail(), ("gift-fund", unit.pk))
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    return written(
        request, form, typed,
        lambda: actions.open_gift_fund(
            by=request.user, unit=unit, name=typed.text("name"), keeper=typed.text("keeper")
        ),
        _("Đã lập sổ quỹ."), lambda made: reverse("office:gift-fund", args=[made.pk]),
    )  # fmt: skip


@login_required
def receive(request: OfficeRequest, pk: int) -> HttpResponse:
    """What a donor gave."""
    fund = fund_or_404(request, pk, Permission.EDIT_FUNDS)
    here = reverse("office:gift-fund", args=[pk])
    form = Form(_("Ghi khoản ủng hộ"), _received_fields(request), trail((here, fund.name)), ("gift-in", pk), fund.name)
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    is_money = typed.text("form") == GiftForm.MONEY
    words = typed.text("amount")
    amount = money(words) if words or is_money else 0
    if amount is None:
        typed.findings.append(("amount", p.AMOUNT.at(amount=words)))
    thing = actions.Thing(
        typed.text("form"), typed.text("what"), typed.text("measure"), _quantity(typed), typed.text("earmark")
    )
    on = typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.receive_gift(
            by=request.user, fund=fund, thing=thing, amount=amount or 0, on=on, donor_kind=typed.text("donor_kind"),
            donor_name=typed.text("donor_name"), published=typed.text("published") == "co",
            paper=typed.text("paper"), note=typed.text("note"),
        ),
        _("Đã ghi khoản ủng hộ."), lambda _made: here,
    )  # fmt: skip


def _received_fields(request: OfficeRequest) -> list[Field]:
    return [
        f.choice("donor_kind", _("Người ủng hộ là"), DonorKind.choices),
        Field("donor_name", _("Tên người ủng hộ"), _("Để trống nếu không để lại tên."), most=200),
        f.choice(
            "published", _("Nêu tên khi công khai"), [("", _("không")), ("co", _("người ủng hộ đồng ý nêu tên"))]
        ),
        f.choice("form", _("Ủng hộ bằng"), GiftForm.choices),
        Field(
            "amount", _("Số tiền, hoặc giá trị ước tính"),
            _("Bằng đồng; hiện vật, ngày công chưa ước tính thì để trống."), most=30,
        ),
        Field("what", _("Tên hiện vật, việc làm"), _("Ví dụ: gạo, đào móng nhà. Là tiền thì để trống."), most=120),
        Field("quantity", _("Số lượng"), _("Ví dụ 120 hoặc 12,5."), most=15),
        Field("measure", _("Đơn vị tính"), _("Ví dụ: kg, ngày công."), most=40),
        Field(
            "earmark", _("Chỉ dùng vào việc (không bắt buộc)"),
            _("Mục đích người ủng hộ nêu. Được công khai: không ghi tên người nghèo."), most=200,
        ),
        f.day_field(printed_day(request.scope.today)),
        Field("paper", _("Số phiếu thu, biên bản (không bắt buộc)"), most=80),
        f.note_field(must=False),
    ]  # fmt: skip


@login_required
def use(request: OfficeRequest, pk: int) -> HttpResponse:
    """What was used, for one household, activity or village."""
    fund = fund_or_404(request, pk, Permission.EDIT_FUNDS)
    here = reverse("office:gift-fund", args=[pk])
    held = gift_accounts(request.user, fund)
    fields = [
        f.choice("account", _("Lấy từ"), [(str(each.pk), thing_named(each)) for each in held]),
        Field("amount", _("Số tiền"), _("Khi dùng tiền. Bằng đồng, hoặc viết 5 triệu."), most=30),
        Field("quantity", _("Số lượng"), _("Khi dùng hiện vật, ngày công. Ví dụ 120 hoặc 12,5."), most=15),
        *recipient_fields(request, fund.unit),
        f.day_field(printed_day(request.scope.today)),
        Field("paper", _("Số phiếu chi, biên bản (không bắt buộc)"), most=80),
        Field("note", _("Nội dung hỗ trợ (không bắt buộc)"), _("Không được công khai."), most=300),
    ]  # fmt: skip
    form = Form(_("Ghi khoản đã dùng"), fields, trail((here, fund.name)), ("gift-out", pk), fund.name)
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    account = next((each for each in held if each.pk == whole(typed.text("account"))), None)
    if account is None:
        raise Http404
    amount = typed.money() if account.form == GiftForm.MONEY or typed.text("amount") else 0
    on = typed.day("on")
    recipient = recipient_typed(request, typed, fund.unit, on)
    number = _quantity(typed)
    return written(
        request, form, typed,
        lambda: actions.use_gift(
            by=request.user, account=account, recipient=recipient, on=on, amount=amount, hundredths=number,
            paper=typed.text("paper"), note=typed.text("note"),
        ),
        _("Đã ghi khoản đã dùng."), lambda _made: here,
    )  # fmt: skip


def _quantity(typed: f.MoneyTyped) -> int:
    words = typed.text("quantity")
    found = hundredths(words) if words else 0
    if found is None:
        typed.findings.append(("quantity", p.QUANTITY.at()))
    return found or 0


@login_required
def close_year(request: OfficeRequest, pk: int) -> HttpResponse:
    """Close a year of the fund; its publication is where it leads."""
    fund = fund_or_404(request, pk, Permission.CLOSE_FUNDS)
    here = reverse("office:gift-fund", args=[pk])
    fields = [
        Field("year", _("Năm"), _("Năm ấy và mọi năm trước nó không ghi thêm, không đảo được nữa."), most=4,
              value=str(request.scope.today.year - 1), required=True),
        f.note_field(must=False),
    ]  # fmt: skip
    form = Form(_("Khóa sổ năm của quỹ"), fields, trail((here, fund.name)), ("gift-year", pk), fund.name)
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    year = whole(typed.text("year")) or 0
    return written(
        request, form, typed,
        lambda: actions.close_gift_year(by=request.user, fund=fund, year=year, note=typed.text("note")),
        _("Đã khóa sổ năm; số dư chuyển sang năm sau."),
        lambda made: f"{reverse('office:gift-publication', args=[pk])}?nam={made.year}",
    )  # fmt: skip


@login_required
def take_back(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take an entry back by a counter-entry, with its reason."""
    entry = gift_entries_for(request.user).filter(pk=pk).first()
    if entry is None:
        raise Http404
    fund = fund_or_404(request, entry.account.fund_id, Permission.EDIT_FUNDS)
    here = reverse("office:gift-fund", args=[fund.pk])
    fields = [f.day_field(printed_day(request.scope.today)), f.note_field(must=True)]
    form = Form(_("Đảo khoản đã ghi"), fields, trail((here, fund.name)), ("gift-back", pk), entry_named(entry))
    if request.method != "POST":
        return blank(request, form)
    typed = f.typed_of(request.POST, request.scope.today)
    on = typed.day("on")
    return written(
        request, form, typed,
        lambda: actions.reverse_gift(by=request.user, entry=entry, on=on, reason=typed.text("note")),
        _("Đã đảo."), lambda _made: here,
    )  # fmt: skip


def entry_named(entry: GiftEntry) -> str:
    """An entry in words: kind, thing, day."""
    what = entry.account.what or _("tiền")
    told = f"{format_number(entry.amount)} {_('đồng')}"
    if entry.hundredths:
        told = f"{quantity(entry.hundredths, entry.account.measure)}, {told}"
    return f"{entry.get_kind_display().capitalize()} {what} {printed_day(entry.on)}: {told}"
