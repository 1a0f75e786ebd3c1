"""The empty list to fill in: two sheets with Vietnamese headings, options as drop-down lists, and how to fill it in."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from giamngheo.analysis.population.naming import LABELS, label_of
from giamngheo.analysis.synthesis.columns import questions
from giamngheo.standards.release import Question

ROWS = 20_000  # rows for which cells offer their lists
YES_NO = ("Có", "Không")
HELP = (
    "Mỗi hộ một dòng ở trang “Hộ”, mỗi người một dòng ở trang “Thành viên”, cùng một mã hộ.",
    "Không cần họ tên. Ô chưa có câu trả lời thì để trống, đừng đoán.",
    "Thu nhập: chỉ cần một trong hai cột, bình quân đầu người một tháng hoặc tổng 12 tháng, không kể trợ cấp.",
    "Ngày sinh: 01/09/2020; chỉ biết năm thì ghi 2020.",
    "Giữ nguyên dòng tiêu đề. Thêm cột khác cũng được, hệ thống bỏ qua.",
)


def asked(scope: str) -> list[Question]:
    """The questions of the template: without those of the screening form, which no class reads, and without the lines
    of the income sheet, whose sum is asked."""
    return [each for each in questions(scope) if not each.name.startswith(("screening_", "receipts_", "costs_"))]


def headings() -> dict[str, list[str]]:
    """Headings of both sheets, in order."""
    return {
        "Hộ": [LABELS["household_id"], LABELS["village"], *map(label_of, asked("household"))],
        "Thành viên": [LABELS["household_id"], *map(label_of, asked("member"))],
    }


def workbook() -> bytes:
    """The .xlsx file."""
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4"})
    sheets = {name: book.add_worksheet(name) for name in ("Hộ", "Thành viên", "Hướng dẫn", "Danh mục")}
    lists = _Lists(sheets["Danh mục"])
    text = book.add_format({"num_format": "@"})
    for name, scope in (("Hộ", "household"), ("Thành viên", "member")):
        sheet, words = sheets[name], headings()[name]
        sheet.freeze_panes(1, 1)
        sheet.set_row(0, 62)
        sheet.set_column(0, len(words) - 1, 20)
        sheet.set_column(0, 0, 14, text)
        sheet.write_row(0, 0, words, head)
        for at, question in enumerate(asked(scope), len(words) - len(asked(scope))):
            lists.offer(sheet, at, question)
            if question.help is not None:
                sheet.write_comment(0, at, question.help.vi)
    for row, line in enumerate(HELP):
        sheets["Hướng dẫn"].write_string(row, 0, line)
    sheets["Hướng dẫn"].set_column(0, 0, 110)
    book.close()
    return content.getvalue()


class _Lists:
    """Drop-down lists: the words stand once in a sheet of their own, because a cell's own list is short."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        self.places: dict[tuple[str, ...], str] = {}

    def offer(self, sheet: Any, column: int, question: Question) -> None:
        words = tuple(option.label.vi for option in question.options) if question.kind == "option" else YES_NO
        if question.kind not in ("option", "yes_no"):
            return
        sheet.data_validation(
            1, column, ROWS, column,
            {"validate": "list", "source": self._place(words), "error_title": "Chọn trong danh sách",
             "error_message": "Ô này chỉ nhận một trong các câu trả lời của danh sách, hoặc để trống."},
        )  # fmt: skip

    def _place(self, words: tuple[str, ...]) -> str:
        from xlsxwriter.utility import xl_col_to_name

        if words not in self.places:
            at = len(self.places)
            self.sheet.write_column(0, at, words)
            self.sheet.set_column(at, at, 30)
            letter = xl_col_to_name(at)
            self.places[words] = f"='Danh mục'!${letter}$1:${letter}${len(words)}"
        return self.places[words]
