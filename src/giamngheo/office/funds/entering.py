"""Forms of the ledger: money assigned, moved along its line, and an entry taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.models import User
from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.numbers import format_number
from giamngheo.funds import actions
from giamngheo.funds.keeping import words
from giamngheo.funds.models import EntryKind, FundLine, LedgerEntry, Stage
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import contracts_for, entries_for, sources
from giamngheo.funds.routes import ENTERED, ROUTES
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds import fields as f
from giamngheo.office.funds.asking import line_or_404, unit_of
from giamngheo.office.funds.naming import node_title
from giamngheo.office.funds.norms import item_field, item_typed
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day, whole
from giamngheo.programme.models import ProgrammeNode, WorkItem
from giamngheo.programme.queries import nodes, nodes_of, periods
from giamngheo.support.actions import enter_for_activity
from giamngheo.support.actions.paying import FOR_ACTIVITY
from giamngheo.territory.models import Unit


@login_required
def assign(request: OfficeRequest) -> HttpResponse:
    """Money given to the commune by a decision: the first entry of a line."""
    unit = unit_of(request, Permission.EDIT_FUNDS)
    if unit is None:
        return redirect("office:funds")
    today = request.scope.today
    fields = _assign_fields(request, unit)
    back = reverse("office:funds")
    if request.method != "POST":
        return _form(request, _("Ghi vốn được giao"), fields, back, ("assign", unit.pk))
    typed = f.typed_of(request.POST, today)
    line = _line_typed(typed, unit, request.user)
    amount, on = typed.money(), typed.day("on")
    paper = typed.paper(unit.short_name, must=True, kind=words(EntryKind.ASSIGN))
    return _done(
        request, typed, fields, back, ("assign", unit.pk), _("Ghi vốn được giao"),
        lambda: actions.enter(
            by=request.user, kind=EntryKind.ASSIGN, line=line(), budget_year=typed.year("budget_year", today.year),
            amount=amount, on=on, paper=paper, note=typed.text("note"),
        ),
    )  # fmt: skip


def _assign_fields(request: OfficeRequest, unit: Unit) -> list[Field]:
    year = str(request.scope.year)
    known = list(periods())
    projects = [("", _("chưa giao cho dự án nào"))]
    for period in known:
        below = [node for node in nodes_of(period) if node.parent_id is not None]
        projects += [(str(node.pk), f"{period.code}: {node.code} {node.name}") for node in below]
    funds = [(each.code, each.name) for each in sources().filter(is_loan=False)]
    usual = next((each.code for each in known if each.from_year <= int(year) <= each.to_year), "")
    return [
        f.choice("source", _("Nguồn vốn"), funds),
        f.choice("period", _("Giai đoạn của vốn"), [(each.code, each.code) for each in known], usual),
        f.choice("node", _("Dự án"), projects),
        Field("year", _("Năm kế hoạch vốn"), _("Năm ghi trong quyết định giao."), value=year, most=4),
        Field("budget_year", _("Năm ngân sách"), _("Năm chi vốn này."), value=year, most=4),
        f.amount_field(), f.day_field(printed_day(request.scope.today)), *f.paper_fields(must=True),
        f.note_field(must=False),
    ]  # fmt: skip


def _line_typed(typed: f.MoneyTyped, unit: Unit, by: User) -> Callable[[], FundLine]:
    """The line that was chosen; a node carries its period with it."""
    source = sources().filter(code=typed.text("source"), is_loan=False).first()
    number = whole(typed.text("node"))
    node = nodes().filter(pk=number).first() if number else None
    period = node.period if node else periods().filter(code=typed.text("period")).first()
    if source is None or period is None:
        raise Http404
    year = typed.year("year", 0)
    return lambda: actions.open_line(by=by, unit=unit, source=source, year=year, period=period, node=node)


@login_required
def enter(request: OfficeRequest, pk: int, kind: str) -> HttpResponse:
    """One movement of a line's money."""
    if kind not in ENTERED or kind == EntryKind.COMMIT:
        raise Http404
    line, kind_ = line_or_404(request, pk, Permission.EDIT_FUNDS), EntryKind(kind)
    fields, title = _entry_fields(request, line, kind_), str(kind_.label).capitalize()
    back = reverse("office:fund-line", args=[line.pk])
    named: dict[str, Any] = {"line": line, "line_title": node_title(line)}
    if request.method != "POST":
        return _form(request, title, fields, back, ("entry", kind, pk), **named)
    typed = f.typed_of(request.POST, request.scope.today)
    route, given = ROUTES[kind_], {each.name for each in fields}
    amount, on = typed.money(), typed.day("on")
    paper = typed.paper(line.unit.short_name, must=route.paper, kind=words(kind_)) if "paper" in given else None
    contract = contracts_for(request.user).filter(pk=whole(typed.text("contract")) or 0, unit=line.unit).first()
    stage = Stage(typed.text("stage")) if typed.text("stage") in Stage.values else None
    node = nodes_of(line.period).filter(pk=whole(typed.text("to_node")) or 0).first()
    item = item_typed(request, typed, line.unit) if kind_ in FOR_ACTIVITY else None
    return _done(
        request, typed, fields, back, ("entry", kind, pk), title,
        lambda: _entered(
            item, by=request.user, kind=kind_, line=line, budget_year=typed.year("budget_year", request.scope.year),
            amount=amount, on=on, paper=paper, contract=contract, stage=stage, note=typed.text("note"),
            to_line=_sister(request.user, line, node) if node else None,
        ),
        **named,
    )  # fmt: skip


def _entered(item: WorkItem | None, **values: Any) -> LedgerEntry:
    """For an activity the norms are asked first."""
    return enter_for_activity(work_item=item, **values) if item else actions.enter(**values)


def _sister(by: User, line: FundLine, node: ProgrammeNode) -> FundLine:
    """The same money, for a project."""
    return actions.open_line(by=by, unit=line.unit, source=line.source, year=line.year, period=line.period, node=node)


def _entry_fields(request: OfficeRequest, line: FundLine, kind: EntryKind) -> list[Field]:
    route = ROUTES[kind]
    fields = [Field("budget_year", _("Năm ngân sách"), value=str(request.scope.year), most=4)]
    if kind == EntryKind.ALLOCATE and line.node is None:
        projects = [(str(each.pk), f"{each.code} {each.name}") for each in nodes_of(line.period) if each.parent_id]
        fields.append(f.choice("to_node", _("Phân bổ cho dự án"), projects))
    if kind in FOR_ACTIVITY:
        fields.append(item_field(request, line.unit))
    contracts = contracts_for(request.user).filter(unit=line.unit)
    if route.contract or kind in (EntryKind.ADVANCE, EntryKind.DISBURSE, EntryKind.RECOVER, EntryKind.REPAY):
        none = [] if route.contract else [("", _("không theo hợp đồng"))]
        options = [*none, *((str(each.pk), f"{each.number}, {each.contractor}") for each in contracts)]
        fields.append(f.choice("contract", _("Hợp đồng"), options))
    if len(route.before) > 1:
        usual = ("", _("như thường lệ"))
        fields.append(f.choice("stage", _("Lấy từ vốn"), [usual, *((str(each), each.label) for each in route.before)]))
    fields += [f.amount_field(), f.day_field(printed_day(request.scope.today))]
    if route.paper or kind in (EntryKind.CANCEL, EntryKind.DISBURSE, EntryKind.ADVANCE):
        fields += f.paper_fields(must=route.paper)
    return [*fields, f.note_field(must=route.reason)]


@login_required
def reverse_entry(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take an entry back by a counter-entry, with its reason."""
    entry = entries_for(request.user).filter(pk=pk).first()
    account = (entry.target_account or entry.source_account) if entry else None
    if entry is None or account is None:
        raise Http404
    line = line_or_404(request, account.line_id, Permission.EDIT_FUNDS)
    fields = [f.day_field(printed_day(request.scope.today)), f.note_field(must=True)]
    back = reverse("office:fund-line", args=[line.pk])
    title = _("Đảo bút toán “%(kind)s” %(amount)s đồng") % {
        "kind": entry.get_kind_display(), "amount": format_number(entry.amount),
    }  # fmt: skip
    named: dict[str, Any] = {"line": line, "line_title": node_title(line)}
    if request.method != "POST":
        return _form(request, title, fields, back, ("reverse", pk), **named)
    typed = f.typed_of(request.POST, request.scope.today)
    on = typed.day("on")
    return _done(
        request, typed, fields, back, ("reverse", pk), title,
        lambda: actions.reverse(by=request.user, entry=entry, on=on, reason=typed.text("note")), **named,
    )  # fmt: skip


def _form(
    request: OfficeRequest, title: str, fields: list[Field], back: str, draft: tuple, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"title": title, "fields": fields, "back": back, "draft": draft_key(request, "funds", *draft), **more}
    return render(request, "office/funds/form.html", context, status=status)


def _done(
    request: OfficeRequest,
    typed: f.MoneyTyped,
    fields: list[Field],
    back: str,
    draft: tuple,
    title: str,
    write: Callable[[], LedgerEntry],
    **more: Any,
) -> HttpResponse:
    """Write and go to the line; a refusal keeps every field and says what to do."""
    findings = list(typed.findings)
    if not findings:
        try:
            entry = write()
        except Refused as refused:
            findings = f.placed(refused.findings)
        else:
            words_ = _("Đã ghi: %(what)s %(amount)s đồng.")
            told = words_ % {"what": entry.get_kind_display(), "amount": format_number(entry.amount)}
            say_saved(request, told, draft_key(request, "funds", *draft))
            account = entry.target_account or entry.source_account
            return redirect("office:fund-line", account.line_id) if account else redirect(back)
    show(fields, request.POST, findings)
    more |= {"problems": problems_of(findings), "touched": True}
    return _form(request, title, fields, back, draft, 422, **more)
