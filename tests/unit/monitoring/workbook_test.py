"""A report out to Excel and back: good cells are taken, bad ones are named by their place."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.monitoring.forms.definition import Form, read_body
from giamngheo.monitoring.forms.workbook import Page, read, write
from tests.unit.monitoring.forms_test import POOR


@pytest.fixture
def page() -> Page:
    values = {("ngheo", "th1", "ho"): Fraction(100), ("ngheo", "th1", "ngheo"): Fraction(1)}
    return Page(Form("ngheo", read_body(POOR)), 1, "Biểu thử", values)


def test_good_cells_are_taken_and_bad_ones_named(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.xlsx"
    path.write_bytes(write("17", "Xã Thử", [page]))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert read(path, "17", [page]).values == {}  # nothing changed, nothing taken
    sheet["D7"], sheet["C8"], sheet["D8"] = 2, "1.234,5", "nhiều"
    sheet["E7"] = 99  # a share is worked out, never read
    sheet["D6"] = 77  # so is a sum
    book.save(path)
    taken = read(path, "17", [page])
    assert taken.values == {("ngheo", "th1", "ngheo"): Decimal(2), ("ngheo", "th2", "ho"): Decimal("1234.5")}
    assert [(each.code, "Bieu 1 D8" in each.message.vi) for each in taken.findings] == [("MONITOR-CELL", True)]


def test_file_of_another_report_or_version_is_refused(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.xlsx"
    path.write_bytes(write("17", "Xã Thử", [page]))
    for report, pages in (("18", [page]), ("17", [page._replace(version=2)])):
        with pytest.raises(FindingError):
            read(path, report, pages)
    path.write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(FindingError):
        read(path, "17", [page])


def test_lost_row_is_said_and_the_rest_is_read(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.xlsx"
    path.write_bytes(write("17", "Xã Thử", [page]))
    book = openpyxl.load_workbook(path)
    book.worksheets[0].delete_rows(7)
    book.worksheets[0]["D7"] = 9
    book.save(path)
    taken = read(path, "17", [page])
    assert taken.values == {("ngheo", "th2", "ngheo"): Decimal(9)}
    assert [each.code for each in taken.findings] == ["MONITOR-FILE"]
