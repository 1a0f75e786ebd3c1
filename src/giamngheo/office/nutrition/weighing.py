"""A weighing day: the children of a village in a table that is typed down, or filled from a workbook, then sent."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.foundation.text import bare
from giamngheo.households.births import printed
from giamngheo.households.lists.sheets import open_sheets, text_of
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.nutrition.words import age
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import day, printed_day
from giamngheo.support.actions.nutrition import export_nutrition, weigh
from giamngheo.support.growth.judging import STANDS_FROM
from giamngheo.support.nutrition_checking import Weighed
from giamngheo.support.problems import Refused
from giamngheo.support.problems_nutrition import DAY, FIGURE, FILE, FILE_ROW, NOTHING, WeighingRefused
from giamngheo.support.queries.nutrition import Subject, growth_list

SHOWN = 200  # rows of one page; more are reached village by village
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_KINDS = {
    "kg": ("weight_g", 1000, ("cân nặng", "weight"), ("0,5 đến 250 kg", "0.5 to 250 kg")),
    "cm": ("height_mm", 10, ("chiều cao", "height"), ("25 đến 230 cm", "25 to 230 cm")),
    "tay": ("arm_mm", 10, ("vòng cánh tay", "arm"), ("5 đến 60 cm", "5 to 60 cm")),
}
_ASKABLE = ("NUTRITION-IMPLAUSIBLE", "NUTRITION-SHRUNK")
_COLUMNS = ("ma", "ten", "sinh", "chu ho", "thon", "kg", "cm", "tu", "tay", "phu")


@dataclass(slots=True)
class Line:
    """A row of the table: what was typed, what is wrong with it. `again`: it may be confirmed as measured again."""

    subject: Subject
    typed: dict[str, str]
    errors: list[str] = field(default_factory=list)
    again: bool = False

    @property
    def age(self) -> str:
        return age(self.subject.days, self.subject.person.birth)


@login_required
def weighing(request: OfficeRequest) -> HttpResponse:
    """The table; sent, everything is written or nothing, and each wrong row says so."""
    asked = asked_of(request, Permission.EDIT_SUPPORT)
    if asked is None:
        return redirect("office:nutrition")
    require(request.user, Permission.SEE_SENSITIVE, asked.unit)
    everyone = request.GET.get("ai") == "tat-ca"
    subjects = growth_list(request.user, asked.unit, asked.day, village=asked.village)
    offered = [each for each in subjects if everyone or request.method == "POST" or each.is_due(asked.day)]
    if request.method != "POST":
        return _page(request, asked, [Line(each, _usual(each)) for each in offered])
    if request.POST.get("viec") == "tep":
        return _from_file(request, asked, subjects)
    sent = [each for each in offered if f"kg-{each.person.pk}" in request.POST]
    lines = [Line(each, _typed(request.POST, each.person.pk)) for each in sent]
    return _write(request, asked, lines)


@login_required
def blank_form(request: OfficeRequest) -> HttpResponse:
    """The same table as a workbook to carry along and bring back; recorded."""
    asked = asked_of(request, Permission.EDIT_SUPPORT)
    if asked is None:
        raise Http404
    subjects = growth_list(request.user, asked.unit, asked.day, village=asked.village)
    export_nutrition(by=request.user, unit=asked.unit, form="xlsx", rows=len(subjects), asked={"what": "blank"})
    header: list[Cell] = [
        _("Mã"), _("Họ và tên"), _("Ngày sinh"), _("Chủ hộ"), _("Thôn"), _("Cân nặng (kg)"), _("Chiều cao (cm)"),
        _("Nằm hay đứng"), _("Vòng cánh tay (cm)"), _("Phù (x)"),
    ]  # fmt: skip
    rows: Iterator[list[Cell]] = (
        [each.person.pk, each.person.full_name, printed(each.person.birth), each.home.head, each.home.village, "", "",
         _("nằm") if _usual(each)["tu"] == "lying" else _("đứng"), "", ""]
        for each in subjects
    )  # fmt: skip
    return as_file("xlsx", f"phieu-can-do-{asked.unit.code}", header, rows)


def _write(request: OfficeRequest, asked: Asked, lines: list[Line]) -> HttpResponse:
    on = day(request.POST.get("on", ""), request.scope.today)
    rows, filled = [], []
    for line in lines:
        row, wrong = read_line(line)
        line.errors += [problem_of(each)["message"] for each in wrong]
        if row is not None:
            rows.append(row)
            filled.append(line)
    if on is None:
        return _page(request, asked, lines, [("on", DAY.at(who="", day=request.POST.get("on", "")[:20]))])
    if any(line.errors for line in lines) or not rows:
        top = [] if rows else [("", NOTHING.at())]
        return _page(request, asked, lines, top)
    try:
        made = weigh(by=request.user, unit=asked.unit, on=on, rows=rows)
    except WeighingRefused as refused:
        for line, found in zip(filled, refused.rows, strict=True):
            line.errors += [problem_of(each)["message"] for each in found]
            line.again = bool(found) and all(each.code in _ASKABLE for each in found)
        return _page(request, asked, lines)
    except Refused as refused:
        return _page(request, asked, lines, [("", each) for each in refused.findings])
    words = ngettext("Đã ghi %(number)s lần cân đo.", "Đã ghi %(number)s lần cân đo.", len(made))
    say_saved(request, words % {"number": len(made)}, _draft(request, asked))
    place = f"?thon={asked.village}" if asked.village else ""
    return redirect(f"{reverse('office:nutrition')}{place}")


def _page(
    request: OfficeRequest, asked: Asked, lines: list[Line], findings: Sequence[tuple[str, Finding]] = (),
    notes: Sequence[dict[str, Any]] = (),
) -> HttpResponse:  # fmt: skip
    wrong = sum(bool(line.errors) for line in lines)
    context: dict[str, Any] = {
        "asked": asked, "lines": lines[:SHOWN], "more": max(0, len(lines) - SHOWN), "wrong": wrong, "notes": notes,
        "problems": problems_of(findings), "on": request.POST.get("on") or printed_day(asked.day),
        "draft": _draft(request, asked), "touched": bool(wrong or findings or notes), "query": request.GET.urlencode(),
        "everyone": request.GET.get("ai") == "tat-ca", "filled": sum(bool(line.typed["kg"]) for line in lines),
    }  # fmt: skip
    return render(request, "office/nutrition/weighing.html", context, status=422 if wrong or findings else 200)


def _usual(each: Subject) -> dict[str, str]:
    lying = each.days is not None and each.days < STANDS_FROM and not each.maternity
    return {"kg": "", "cm": "", "tay": "", "tu": "lying" if lying else "standing", "phu": "", "lai": ""}


def _typed(post: Mapping[str, str], pk: int) -> dict[str, str]:
    return {name: post.get(f"{name}-{pk}", "").strip()[:12] for name in ("kg", "cm", "tay", "tu", "phu", "lai")}


def read_line(line: Line) -> tuple[Weighed | None, list[Finding]]:
    """A row as the verb is told it; None where nothing was typed."""
    values: dict[str, Any] = {}
    wrong = []
    for name, (into, scale, what, within) in _KINDS.items():
        text = line.typed[name]
        if not text:
            continue
        number = Decimal(text.replace(",", ".")) * scale if _NUMBER.fullmatch(text) else None
        if number is None:
            wrong.append(FIGURE.at(text=text, what_vi=what[0], what_en=what[1], range_vi=within[0], range_en=within[1]))
        else:
            values[into] = round(number)
    if not values and not wrong:
        return None, []
    position = line.typed["tu"] if line.typed["tu"] in ("lying", "standing") and "height_mm" in values else ""
    pk = line.subject.person.pk
    again = bool(line.typed["lai"])
    return Weighed(pk, position=position, oedema=bool(line.typed["phu"]), repeated=again, **values), wrong


def _from_file(request: OfficeRequest, asked: Asked, subjects: list[Subject]) -> HttpResponse:
    """Fill the table with what a workbook says; nothing is written yet."""
    file = request.FILES.get("file")
    empty = [Line(each, _usual(each)) for each in subjects]
    if file is None or (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        return _page(request, asked, empty, [("file", FILE.at(why_vi="chưa chọn tệp, hoặc tệp quá lớn",
                                                              why_en="no file, or too large"))])  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"phieu{Path(file.name or '').suffix.lower()}"
        path.write_bytes(file.read())
        try:
            sheet = next(iter(open_sheets(path)), None)
        except FindingError as error:
            return _page(request, asked, empty, [("file", error.finding)])
    if sheet is None or not sheet.rows or len(sheet.rows[0]) < len(_COLUMNS) or bare(text_of(sheet.rows[0][0])) != "ma":
        why: dict[str, Any] = {"why_vi": "không đúng các cột của phiếu", "why_en": "not the columns of the form"}
        return _page(request, asked, empty, [("file", FILE.at(**why))])
    known = {each.person.pk: each for each in subjects}
    lines, notes = [], []
    for number, cells in enumerate(sheet.rows[1:], 2):
        row = dict(zip(_COLUMNS, (text_of(cell).strip() for cell in cells), strict=False))
        if not any(row[name] for name in ("kg", "cm", "tay")):
            continue
        each = known.get(int(row["ma"])) if row["ma"].isdecimal() and row["ma"].isascii() else None
        if each is None or bare(each.person.full_name) != bare(row["ten"]):
            notes.append(problem_of(FILE_ROW.at(row=number, code=row["ma"][:12], name=row["ten"][:60])))
            continue
        lines.append(Line(each, _of_row(row)))
    return _page(request, asked, lines or empty, [], notes)


def _of_row(row: dict[str, str]) -> dict[str, str]:
    figures = {name: row[name].replace(".", ",")[:12] for name in ("kg", "cm", "tay")}
    lying = bare(row["tu"]) == "nam" or row["tu"].lower() == "lying"
    return {**figures, "tu": "lying" if lying else "standing", "phu": "1" if row["phu"] else "", "lai": ""}


def _draft(request: OfficeRequest, asked: Asked) -> str:
    return draft_key(request, "weighing", asked.unit.pk, asked.village or 0)
