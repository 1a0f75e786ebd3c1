"""Workbooks as communes keep them: titles, merged headings, numbered columns, sections, totals. Invented people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Cell = str | int | float | datetime | None


class Book:
    """Writes a workbook cell by cell; rows and columns count from 0."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = xlsxwriter.Workbook(str(path))
        self.day = self.book.add_format({"num_format": "dd/mm/yyyy"})

    def sheet(
        self, name: str, rows: Sequence[Sequence[Cell]], merges: Sequence[tuple[int, int, int, int]] = ()
    ) -> Book:
        page = self.book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    page.write_datetime(number, column, cell, self.day)
                elif cell is not None:
                    page.write(number, column, cell)
        for top, left, bottom, right in merges:
            page.merge_range(top, left, bottom, right, rows[top][left])
        return self

    def save(self) -> Path:
        self.book.close()
        return self.path


def official_list(path: Path) -> Path:
    """The detailed list of members: two birth-year columns, merged headings, numbered columns, sections, totals."""
    rows: list[list[Cell]] = [
        ["ỦY BAN NHÂN DÂN XÃ MẪU"],
        ["DANH SÁCH CHI TIẾT HỘ NGHÈO NĂM 2025 (dữ liệu giả)"],
        [],
        ["STT chủ hộ", "STT thành viên", "Họ và tên", "Năm sinh", None, "Dân tộc", "Quan hệ với chủ hộ", "CCCD/CMND", ""],
        [None, None, None, "Nam", "Nữ", None, None, None, None],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
        ["I", None, "Thôn Đông"],
        [1, 1, "TRẦN VĂN MẪU", 1980, None, "Kinh", "Chủ hộ", "038080000001", None],
        [None, 2, "NGUYỄN THỊ HOÀ", None, "15/03/1982", "Kinh", "Vợ", "038182000002", None],
        [None, 3, "Trần Văn Con", datetime(2015, 9, 5), None, "Kinh", "Con đẻ", None, None],
        [2, 1, "Lê Thị Giả", None, 1950, "Mường", "Chủ hộ", 38150000003, "già yếu"],
        ["II", None, "Thôn Tây"],
        [3, 1, "Phạm Văn Thử", "00/00/1975", None, "Kinh", "chủ hộ", "123456789", None],
        [None, 2, "Phạm Thị Nháp", None, "2/11/2010", "Thái", "cháu nội", None, None],
        [None, None, "Tổng cộng: 3 hộ", None, None, None, None, None, None],
        [],
        [None, None, None, None, None, "Xã Mẫu, ngày 10 tháng 12 năm 2025"],
        [None, None, "Người lập biểu", None, None, "TM. UBND XÃ"],
        [None, None, "Nguyễn Văn Ký", None, None, "Lê Văn Đóng Dấu"],
    ]  # fmt: skip
    merges = [(1, 0, 1, 8), (3, 3, 3, 4), *((3, column, 4, column) for column in (0, 1, 2, 5, 6, 7, 8))]
    return Book(path).sheet("Hộ nghèo", rows, merges).save()


def simple_list(path: Path, rows: Sequence[Sequence[Cell]], heading: Sequence[str] | None = None, **more: Any) -> Path:
    """One sheet with a plain heading row."""
    top = list(heading or ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Quan hệ với chủ hộ", "Số CCCD"))
    book = Book(path).sheet(str(more.pop("sheet", "Sheet1")), [top, *rows])
    for name, others in more.items():
        book.sheet(name, [top, *others])
    return book.save()
