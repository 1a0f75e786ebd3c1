"""Tables read by the columns a room names: what goes out comes back, and what is wrong is said with its row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.households.lists.table_cells import RowReader
from giamngheo.households.lists.tables import Choices, Column, read_table
from giamngheo.households.lists.workbooks import Guide, to_correct, workbook
from tests.factories.lists import Book

COLUMNS = (
    Column("name", "Họ và tên", ("ho ten",), must=True),
    Column("number", "Số định danh", is_text=True),
    Column("on", "Ngày", must=True),
    Column("amount", "Số tiền"),
    Column("quantity", "Số lượng"),
    Column("how", "Xác nhận", choices=Choices({"signature": "ký nhận", "payment": "chuyển khoản"})),
)
HEAD = ["STT", "Họ tên", "Ngày", "Số tiền", "Số lượng", "Xác nhận", "Số định danh"]


def read(tmp_path, *rows, head=HEAD):
    return read_table(Book(tmp_path / "a.xlsx").sheet("DS", [["TIÊU ĐỀ"], [], head, *rows]).save(), COLUMNS)


def test_what_went_out_comes_back(tmp_path) -> None:
    path = tmp_path / "mau.xlsx"
    row = ["Tống Thị Mẫu", "038075000001", date(2026, 3, 1), 1_500_000, Decimal("2.5"), "ký nhận"]
    path.write_bytes(workbook(COLUMNS, [row], Guide("Cách ghi", "Mỗi dòng một lần", "Phải có")))
    table = read_table(path, COLUMNS)
    cells = RowReader(table, table.rows[0])
    assert cells.name("name", must=True) == "Tống Thị Mẫu"
    assert cells.citizen_id("number") == "038075000001"
    assert cells.day("on") == date(2026, 3, 1)
    assert cells.money("amount") == 1_500_000
    assert cells.number("quantity") == Decimal("2.50")
    assert cells.choice("how", COLUMNS[5].choices) == "signature"
    assert not cells.findings


def test_totals_villages_and_signatures_are_no_rows(tmp_path) -> None:
    table = read(
        tmp_path,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [None, "Thôn Đông"],
        [1, "Công Văn Kế", "01/03/2026", "1.500.000"],
        [None, "Tổng cộng", None, 1_500_000],
        [None, "Kế toán"],
    )
    assert [(each.number, each.village) for each in table.rows] == [(6, "Thôn Đông")]


@pytest.mark.parametrize(
    ("head", "rows", "code"),
    [
        (["A", "B"], [["x", "y"]], "TABLE-HEADING"),
        (["Họ tên", "Số tiền"], [["x", 1]], "TABLE-COLUMN"),
        ([*HEAD, "Họ và tên"], [["x"]], "TABLE-SAME-COLUMN"),
        (HEAD, [], "TABLE-EMPTY"),
    ],
)
def test_a_table_without_its_columns_is_refused(tmp_path, head, rows, code) -> None:
    with pytest.raises(FindingError) as refused:
        read(tmp_path, *rows, head=head)
    assert refused.value.finding.code == code


@pytest.mark.parametrize(
    ("kind", "name", "cell", "value"),
    [
        ("money", "amount", "1.500.000 đ", 1_500_000), ("money", "amount", "1,500,000", 1_500_000),
        ("money", "amount", "1.50", None), ("money", "amount", -5, None), ("money", "amount", 12.5, None),
        ("number", "quantity", "1,5", Decimal("1.50")), ("number", "quantity", 1.25, Decimal("1.25")),
        ("number", "quantity", "1,255", None), ("day", "on", "31/02/2026", None), ("day", "on", "1/3", None),
        ("day", "on", "1-3-2026", date(2026, 3, 1)), ("citizen_id", "number", 38075000001, "038075000001"),
    ],
)  # fmt: skip
def test_a_cell_is_read_or_named(tmp_path, kind, name, cell, value) -> None:
    row = dict.fromkeys(HEAD) | {"Họ tên": "Lê Thị Mẫu", "Ngày": "01/03/2026"}
    row[{"amount": "Số tiền", "quantity": "Số lượng", "on": "Ngày", "number": "Số định danh"}[name]] = cell
    table = read(tmp_path, list(row.values()))
    cells = RowReader(table, table.rows[0])
    assert (getattr(cells, kind)(name) or None) == value
    if value is None:
        [finding] = cells.findings
        assert (finding.code, finding.line) == ("TABLE-CELL", 4)


def test_corrected_file_has_the_rows_their_reasons_and_comes_back(tmp_path) -> None:
    table = read(tmp_path, [1, "Lê Thị Mẫu", "31/02/2026", 5], [2, "Lê Văn Mẫu", "01/03/2026", 6])
    path = tmp_path / "can-sua.xlsx"
    path.write_bytes(to_correct(table, [(table.rows[0].raw, "Ngày sai")]))
    again = read_table(path, COLUMNS)
    assert again.labels[-1] == "Cần sửa"
    assert [each.cells["on"] for each in again.rows] == ["31/02/2026"]
    assert not again.findings
    path.write_bytes(to_correct(again, [(again.rows[0].raw, "Vẫn sai")]))
    assert read_table(path, COLUMNS).labels.count("Cần sửa") == 1
