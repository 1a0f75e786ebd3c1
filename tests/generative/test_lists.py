"""Whatever stands in the cells, a list is read to its last row or refused with a finding."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.exchange.lists.corrected import corrected_file
from giamngheo.exchange.lists.reading import read_list
from giamngheo.foundation.findings import FindingError
from tests.factories.lists import Book

HEADINGS = (
    "STT", "STT hộ", "Họ và tên", "Chủ hộ", "Năm sinh", "Năm sinh nam", "Năm sinh nữ", "Giới tính", "Dân tộc",
    "Quan hệ với chủ hộ", "Số CCCD", "Điện thoại", "Thôn", "Số khẩu", "Hộ nghèo", "Cột lạ", "",
)  # fmt: skip
WORDS = (
    "Trần Văn Mẫu", "LÊ THỊ GIẢ", "Chủ hộ", "con", "vợ", "Nam", "nữ", "x", "1980", "31/02/1980", "01/01/1990", "1/1/90",
    "Thôn Đông", "Tổng cộng", "Người lập biểu", "=1+1", "038080000001", "I", "a)", "-", "00/00/1970", "1990-05-06",
)  # fmt: skip
CELLS = st.one_of(
    st.none(), st.sampled_from(WORDS), st.integers(-5, 40_000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(max_size=12).filter(lambda text: text.isprintable()), st.booleans(),
    st.datetimes(datetime(1901, 1, 1), datetime(2100, 1, 1)),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(HEADINGS), min_size=2, max_size=9), st.data())
def test_any_grid_is_read_or_refused(headings: list[str], data: Any) -> None:
    row = st.lists(CELLS, min_size=1, max_size=len(headings))
    rows = data.draw(st.lists(row, max_size=12))
    with TemporaryDirectory() as folder:
        path = Book(Path(folder) / "list.xlsx").sheet("DS", [headings, *rows]).save()
        refused = ""
        try:
            found = read_list(path, today=date(2026, 11, 24))
        except FindingError as error:
            refused = error.finding.code
        if refused:
            assert refused == "LIST-EMPTY"
            return
        (sheet,) = found.sheets
        assert sheet.heading is not None
        people = [row.number for each in found.households for row in each.rows]
        assert len(people) == len(set(people)) == sheet.counts["person"]
        assert all(finding.line is not None for each in found.bad for finding in each.findings)
        assert corrected_file(found)
