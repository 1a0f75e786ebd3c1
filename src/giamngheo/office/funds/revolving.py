"""Revolving money of a commune's groups: the list, one group's book, one loan with its schedule, loans as a file."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.funds.borrowers import borrowing_homes
from giamngheo.funds.models import RevolvingEntry, RevolvingLoan, RevolvingPot
from giamngheo.funds.queries import (
    LoanRow,
    PotRow,
    PotSums,
    loan_for,
    loan_rows,
    pot_rows,
    pots_for,
    revolving_entries_for,
)
from giamngheo.households.models import Household
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day
from giamngheo.territory.models import Unit

PER_PAGE = 50


def borrower(loan: RevolvingLoan, home: Household | None) -> str:
    """The household by its code, as it is now, or the group."""
    if loan.household is None:
        return loan.group
    if home is None or home.pk == loan.household_id:
        return _("Hộ %(code)s") % {"code": loan.household.local_code}
    codes = {"code": home.local_code, "before": loan.household.local_code}
    return _("Hộ %(code)s (khi vay là hộ %(before)s, đã nhập vào)") % codes


def _named(rows: Iterable[LoanRow]) -> list[tuple[LoanRow, str]]:
    return [(row, borrower(row.loan, row.home)) for row in rows]


def borrower_now(loan: RevolvingLoan) -> str:
    """The same of one loan."""
    return borrower(loan, borrowing_homes([loan]).get(loan.household_id or 0))


@login_required
@require_safe
def pots_page(request: OfficeRequest) -> HttpResponse:
    """Every group with its money today."""
    unit = unit_of(request)
    if unit is None:
        return render(request, "office/funds/pots.html", {"no_unit": True})
    rows = pot_rows(request.user, unit, request.scope.today)
    context = {
        "unit": unit, "rows": rows, "sum": _total([row.sums for row in rows]), "today": request.scope.today,
        "may_edit": can(request.user, Permission.EDIT_FUNDS, unit),
    }  # fmt: skip
    return render(request, "office/funds/pots.html", context)


def _total(sums: list[PotSums]) -> PotSums:
    return PotSums(*(sum(each) for each in zip(*sums, strict=True))) if sums else PotSums()


@login_required
@require_safe
def pot_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """A group's sums, loans and entries."""
    pot = pot_or_404(request, pk)
    row = _row_of(request, pot.unit, pk)
    page = Paginator(revolving_entries_for(request.user).filter(pot=pot), PER_PAGE).get_page(request.GET.get("trang"))
    loans = loan_rows(request.user, [pot], request.scope.today)
    homes = borrowing_homes(each.loan for each in page.object_list if each.loan)
    context = {
        "pot": pot, "sums": row.sums, "debtors": row.debtors, "loans": _named(loans), "page": page, "page_query": "",
        "rows": [(each, _of_entry(each, homes)) for each in page.object_list],
        "may_edit": can(request.user, Permission.EDIT_FUNDS, pot.unit),
    }  # fmt: skip
    return render(request, "office/funds/pot.html", context)


def _of_entry(entry: RevolvingEntry, homes: dict[int, Household]) -> str:
    return borrower(entry.loan, homes.get(entry.loan.household_id or 0)) if entry.loan else ""


def pot_or_404(request: OfficeRequest, pk: int) -> RevolvingPot:
    """A group's book of the user's; another's does not exist."""
    found = pots_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _row_of(request: OfficeRequest, unit: Unit, pk: int) -> PotRow:
    return next(row for row in pot_rows(request.user, unit, request.scope.today) if row.pot.pk == pk)


@login_required
@require_safe
def loan_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """A loan: what is due when, what came back."""
    loan = loan_or_404(request, pk)
    row = row_of_loan(request, loan)
    context = {
        "loan": loan, "row": row, "who": borrower_now(loan),
        "entries": revolving_entries_for(request.user).filter(loan=loan),
        "may_edit": can(request.user, Permission.EDIT_FUNDS, loan.pot.unit), "today": request.scope.today,
    }  # fmt: skip
    return render(request, "office/funds/loan.html", context)


def loan_or_404(request: OfficeRequest, pk: int) -> RevolvingLoan:
    """A loan of the user's; another's does not exist."""
    try:
        return loan_for(request.user, pk)
    except RevolvingLoan.DoesNotExist as missing:
        raise Http404 from missing


def row_of_loan(request: OfficeRequest, loan: RevolvingLoan) -> LoanRow | None:
    """The loan as it stands today; None for one that was taken back."""
    rows = loan_rows(request.user, [loan.pot], request.scope.today)
    return next((row for row in rows if row.loan.pk == loan.pk), None)


@login_required
@require_safe
def loans_file(request: OfficeRequest, form: str) -> HttpResponse:
    """Every loan of the commune as it stands today, those overdue longest first."""
    unit = unit_of(request)
    if unit is None or form not in ("csv", "xlsx"):
        raise Http404
    pots = list(pots_for(request.user).filter(unit=unit))
    header: list[Cell] = [
        _("Nhóm"), _("Người vay"), _("Ngày vay"), _("Số kỳ"), _("Cho vay (đồng)"), _("Đã thu (đồng)"),
        _("Đã xóa nợ (đồng)"), _("Còn nợ (đồng)"), _("Quá hạn (đồng)"), _("Quá hạn từ ngày"), _("Kỳ tới"),
        _("Phải trả kỳ tới (đồng)"), _("Hợp đồng"),
    ]  # fmt: skip
    rows = [_cells(row) for row in loan_rows(request.user, pots, request.scope.today)]
    return as_file(form, f"von-quay-vong-{unit.code}-{request.scope.today:%Y-%m-%d}", header, rows)


def _cells(row: LoanRow) -> list[Cell]:
    loan, coming = row.loan, row.state.coming
    return [
        loan.pot.name, borrower(loan, row.home), printed_day(loan.on), loan.count, loan.principal, row.repaid,
        row.written_off, row.outstanding, row.state.overdue, printed_day(row.state.since),
        printed_day(coming.due) if coming else "", coming.left if coming else "", loan.paper,
    ]  # fmt: skip
