"""Sending a workbook, looking at what it says, letting it enter; taking what was left out; undoing the whole."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import NotPermitted, require
from giamngheo.accounts.queries import can, can_everywhere
from giamngheo.documents.models import SheetImport
from giamngheo.documents.queries import sheets_for
from giamngheo.foundation.findings import Finding, FindingError, Severity
from giamngheo.households.lists.tables import Judged, read_table
from giamngheo.households.lists.tables_problems import NOTHING_NEW
from giamngheo.households.lists.workbooks import to_correct
from giamngheo.office.drafts import say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, reason_field, show
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.sheets.book import Book, Entering
from giamngheo.office.sheets.books import BOOKS
from giamngheo.office.sheets.files import as_download, sheet_file
from giamngheo.office.sheets.sent import Sent, opened, received, sent_before, stored
from giamngheo.office.typed import printed_day
from giamngheo.territory.models import Unit

SHOWN = 100  # rows of each kind on the page
BEFORE = 10  # earlier imports on the page


def _book(request: OfficeRequest, name: str) -> tuple[Book, Unit]:
    book, unit = BOOKS.get(name), request.scope.unit
    if book is None or unit is None:
        raise Http404
    require(request.user, book.permission, unit)
    if book.everywhere and not can_everywhere(request.user, book.permission, unit):
        raise NotPermitted(str(book.permission))
    return book, unit


@login_required
def send(request: OfficeRequest, book: str) -> HttpResponse:
    """The form; what was sent is looked at first, and enters from there in the same words."""
    asked, unit = _book(request, book)
    fields = asked.fields(request, unit)
    if request.method != "POST":
        return _page(request, asked, unit, fields)
    act = request.POST.get("viec", "xem")
    try:
        sent = received(request, unit, _salt(asked)) if act == "xem" else sent_before(request, unit, _salt(asked))
        with opened(sent) as path:
            table = read_table(path, asked.columns)
        judged, found = asked.judge(request, unit, table)
        show(fields, request.POST, found)
        if found:
            return _page(request, asked, unit, fields, sent=sent, findings=found)
        if act == "can-sua":
            return _corrected(judged)
        if act == "ghi":
            return _enter(request, asked, unit, sent, judged)
    except FindingError as error:
        show(fields, request.POST, ())
        many = [("", each) for each in getattr(error, "findings", [error.finding])]
        return _page(request, asked, unit, fields, findings=many)
    return _page(request, asked, unit, fields, sent=sent, judged=judged)


def _salt(book: Book) -> str:
    return f"sheet-{book.kind}"


def _enter(request: OfficeRequest, book: Book, unit: Unit, sent: Sent, judged: Judged) -> HttpResponse:
    entering = judged.entering
    if not entering or judged.findings or (book.whole and judged.left_out):
        raise FindingError(NOTHING_NEW.at())
    left = [
        {"row": each.row.number, "reasons": [one.message.as_dict() for one in _errors(each.findings)]}
        for each in judged.left_out
    ]
    values = [each.value for each in entering]
    held = book.enter(request, Entering(unit, values, stored(request, sent), sent.name, left))
    words = ngettext("Đã ghi %(number)s dòng.", "Đã ghi %(number)s dòng.", held.entered)
    say_saved(request, words % {"number": held.entered}, "")
    return redirect("office:sheet-held", book.kind, held.pk)


def _errors(findings: Any) -> list[Finding]:
    return [each for each in findings if each.severity == Severity.ERROR]


def _page(
    request: OfficeRequest, book: Book, unit: Unit, fields: list[Field], *, sent: Sent | None = None,
    judged: Judged | None = None, findings: list[tuple[str, Finding]] | None = None,
) -> HttpResponse:  # fmt: skip
    context: dict[str, Any] = {
        "book": book, "unit": unit, "fields": fields, "sent": sent, "problems": problems_of(findings or []),
        "max_megabytes": settings.MAX_UPLOAD_BYTES // (1024 * 1024), "prefill": book.prefill(request, unit),
        "before": sheets_for(request.user, book.kind, book.permission).filter(unit=unit).defer("left_out")[:BEFORE],
        "chosen": [(each.name, request.POST.get(each.name, "")) for each in fields],
    }  # fmt: skip
    if judged is not None:
        context |= _shown(book, judged)
    return render(request, "office/sheets/send.html", context, status=422 if findings else 200)


def _shown(book: Book, judged: Judged) -> dict[str, Any]:
    out, entering = judged.left_out, judged.entering
    warned = [each for each in entering if each.findings]
    plain = [each for each in entering if not each.findings]
    sorted_rows = [*out[:SHOWN], *warned[:SHOWN], *plain[:SHOWN]]
    file = [_problem(each) for each in (*judged.findings, *judged.table.findings)]
    filled = [at for at in range(len(book.shown)) if any(each.shown[at] for each in sorted_rows)]
    return {
        "judged": judged, "heads": [book.shown[at] for at in filled],
        "rows": [
            (each, [(book.shown[at], each.shown[at]) for at in filled], [_problem(one) for one in each.findings])
            for each in sorted_rows
        ],
        "out": len(out), "entering": len(entering), "warned": len(warned),
        "same": len(judged.rows) - len(out) - len(entering), "more": len(out) + len(entering) - len(sorted_rows),
        "file_findings": file, "may_enter": bool(entering) and not judged.findings and not (book.whole and out),
    }  # fmt: skip


def _problem(finding: Finding) -> dict[str, Any]:
    return problem_of(finding) | {"severity": str(finding.severity)}


def _corrected(judged: Judged) -> HttpResponse:
    english = get_language() == "en"
    rows = [
        (each.row.raw, "\n".join(one.message.en if english else one.message.vi for one in _errors(each.findings)))
        for each in judged.left_out
    ]
    return as_download(to_correct(judged.table, rows, "en" if english else "vi"), "can-sua")


@login_required
@require_safe
def template(request: OfficeRequest, book: str) -> HttpResponse:
    """The workbook to be filled; with `?san=` the rows that are known already."""
    asked, unit = _book(request, book)
    rows = asked.rows(request, unit, request.GET.get("san", ""))
    return sheet_file(asked.columns, rows, f"mau-{asked.kind}-{unit.code}")


@login_required
def held_page(request: OfficeRequest, book: str, pk: int) -> HttpResponse:
    """One import; the form below undoes all of it."""
    asked, held = _held(request, book, pk)
    fields = [reason_field(must=True)]
    if asked.asks_day:
        fields.insert(0, Field("on", _("Ngày hoàn tác"), value=printed_day(request.scope.today), most=10))
    findings: list[tuple[str, Finding]] = []
    if request.method == "POST":
        require(request.user, asked.permission, held.unit)
        findings = _undo(request, asked, held)
        if not findings:
            say_saved(request, _("Đã hoàn tác cả lần nhập này."), "")
            return redirect("office:sheet-held", asked.kind, pk)
        show(fields, request.POST, findings)
    english = get_language() == "en"
    left = [(each["row"], [one["en" if english else "vi"] for one in each["reasons"]]) for each in held.left_out]
    context = {
        "book": asked, "held": held, "fields": fields, "problems": problems_of(findings), "left": left[:SHOWN],
        "out": len(left), "more": max(0, len(left) - SHOWN),
        "may_undo": held.undone_at is None and can(request.user, asked.permission, held.unit),
    }  # fmt: skip
    return render(request, "office/sheets/held.html", context, status=422 if findings else 200)


def _held(request: OfficeRequest, name: str, pk: int) -> tuple[Book, SheetImport]:
    book = BOOKS.get(name)
    held = sheets_for(request.user, book.kind, book.permission).filter(pk=pk).first() if book else None
    if book is None or held is None:
        raise Http404
    return book, held


def _undo(request: OfficeRequest, book: Book, held: SheetImport) -> list[tuple[str, Finding]]:
    typed = Typed(request.POST, request.scope.today)
    day = typed.day("on") if book.asks_day else request.scope.today
    if typed.findings:
        return list(typed.findings)
    try:
        book.undo(request, held, day, typed.text("reason"))
    except FindingError as error:
        return [("", each) for each in getattr(error, "findings", [error.finding])]
    return []


@login_required
@require_POST
def held_corrected(request: OfficeRequest, book: str, pk: int) -> HttpResponse:
    """The rows that stayed out, as they stood in the file, with why."""
    asked, held = _held(request, book, pk)
    language = "en" if get_language() == "en" else "vi"
    reasons = {each["row"]: "\n".join(one[language] for one in each["reasons"]) for each in held.left_out}
    with opened(held.file) as path:
        table = read_table(path, asked.columns)
    rows = [(each.raw, reasons[each.number]) for each in table.rows if each.number in reasons]
    return as_download(to_correct(table, rows, "en" if language == "en" else "vi"), f"can-sua-{held.pk}")
