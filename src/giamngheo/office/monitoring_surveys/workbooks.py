"""Data and results of a survey as Excel workbooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from giamngheo.foundation.dates import format_date
from giamngheo.monitoring.models import NoResponse, ResponseSource
from giamngheo.monitoring.surveys.design import questions_of
from giamngheo.monitoring.surveys.queries import PanelFacts
from giamngheo.office.monitoring_surveys import saying
from giamngheo.office.monitoring_surveys.comparing import Comparison
from giamngheo.office.monitoring_surveys.showing import ChangeShown, GroupShown, LevelShown, shown_lines

Cell = str | int
Sheet = tuple[str, Sequence[Cell], Iterable[Sequence[Cell]]]
_WIDEST = 60  # characters


def data(facts: PanelFacts) -> bytes:
    """Every answer of every finished wave, a household a row: for who may see the register."""
    questions = questions_of(facts.survey)
    header = [_("Đợt khảo sát"), _("Mã hộ"), _("Thôn"), _("Số hộ của thôn trong khung"), _("Ngày hỏi"), _("Nguồn"),
              _("Lý do không trả lời"), *(saying.title(each) for each in questions)]  # fmt: skip
    rows: list[list[Cell]] = []
    for wave in facts.waves:
        for each in facts.members:
            heard = facts.heard.get((wave.pk, each.pk))
            if heard is None:
                continue
            rows.append([
                wave.get_kind_display(), each.code, each.village.name, facts.sizes[each.code.partition("/")[0]],
                format_date(heard.on), str(ResponseSource(heard.source).label),
                str(NoResponse(heard.why_none).label) if heard.why_none else "",
                *(heard.answers.get(question.code, "") for question in questions),
            ])  # fmt: skip
    notes = [
        _("1: thiếu hụt; 0: không thiếu hụt; trống: không rõ. Thu nhập: đồng một người một tháng."),
        _("Bảng này nêu từng hộ: chỉ dùng trong cơ quan, không công bố."),
    ]
    return _book([(_("Dữ liệu"), header, rows), (_("Ghi chú"), [_("Ghi chú")], [[each] for each in notes])])


def results(found: Comparison, today: date) -> bytes:
    """The comparison with small counts left out, and what may and may not be concluded."""
    lines = shown_lines(found, public=True)
    first, second = found.first.get_kind_display(), found.second.get_kind_display()
    level = [_("số hộ"), _("ước lượng"), _("sai số chuẩn"), _("khoảng tin cậy 95 %")]
    moved = [_("số hộ"), _("thay đổi"), _("sai số chuẩn"), _("khoảng tin cậy 95 %"), _("p"), _("kết luận")]
    header = [_("Câu hỏi"), *(f"{first}: {each}" for each in level), *(f"{second}: {each}" for each in level),
              *(_("hai đợt: %(what)s") % {"what": each} for each in moved)]  # fmt: skip
    rows = [[each.title, *_level(each.first), *_level(each.second), *_change(each.change)] for each in lines]
    sheets: list[Sheet] = [(_("Hai đợt"), header, rows)]
    if found.panel.helped is not None:
        group = [_("số hộ"), _("trước"), _("sau"), _("thay đổi")]
        header = [_("Câu hỏi"), *(_("được hỗ trợ: %(what)s") % {"what": each} for each in group),
                  *(_("không được hỗ trợ: %(what)s") % {"what": each} for each in group),
                  *(_("chênh lệch: %(what)s") % {"what": each} for each in moved)]  # fmt: skip
        groups = [[each.title, *_group(each.helped), *_group(each.others), *_change(each.difference)] for each in lines]
        sheets.append((_("Hỗ trợ"), header, groups))
    words = [
        f"{found.survey.title}, {found.survey.unit.name}.",
        _("Lập ngày %(day)s.") % {"day": format_date(today)},
        *saying.may(found, public=True), *saying.cautions(found, public=True),
        _("“%(dots)s”: không nêu vì số hộ quá ít (1 đến 4).") % {"dots": saying.HIDDEN},
    ]  # fmt: skip
    return _book([*sheets, (_("Kết luận"), [_("Được và không được kết luận")], [[each] for each in words])])


def _level(shown: LevelShown) -> list[Cell]:
    return [shown.number, shown.value, shown.error, shown.interval]


def _change(shown: ChangeShown | None) -> list[Cell]:
    if shown is None:
        return []
    return [shown.number, shown.value, shown.error, shown.interval, shown.p, shown.words]


def _group(shown: GroupShown | None) -> list[Cell]:
    return [] if shown is None else [shown.number, shown.before, shown.after, shown.change]


def _book(sheets: Sequence[Sheet]) -> bytes:
    import xlsxwriter  # only who asks for a workbook pays for it

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for name, header, rows in sheets:
        _sheet(book.add_worksheet(name), bold, header, list(rows))
    book.close()
    return content.getvalue()


def _sheet(sheet: Any, bold: Any, header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, cell in enumerate(header):
        longest = max((len(str(row[column])) for row in rows), default=10)
        sheet.set_column(column, column, min(_WIDEST if len(header) > 1 else 110, max(12, longest + 2)))
        sheet.write_string(0, column, str(cell), bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, cell)
