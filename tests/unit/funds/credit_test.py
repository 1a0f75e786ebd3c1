"""Figures of policy credit without a database: totals and parts, numbers as lists write them, programmes, a file."""

from __future__ import annotations

import pytest
import xlsxwriter

from giamngheo.foundation.findings import FindingError
from giamngheo.funds.credit import Figures, Part, disagreements, summed
from giamngheo.funds.credit_numbers import read_figure
from giamngheo.funds.credit_programmes import programme_of, programmes
from giamngheo.funds.credit_reading import meaning_of, read_credit

TURNOVER = (1040, 1065, 983, 2228, 0, 1160)  # million đồng: 6.476 where 7.487 are stated
LOANS = (15, 17, 15, 110, 0, 13)  # 170 where 175 are stated
CODES = ("HN", "HCN", "HMTN", "NS", "XKLD", "GQVL")


def parts_of_a_real_mistake() -> list[Part]:
    return [Part(code, lent * 10**6, loans) for code, lent, loans in zip(CODES, TURNOVER, LOANS, strict=True)]


def test_total_that_is_not_its_parts_names_both_and_the_difference() -> None:
    parts = parts_of_a_real_mistake()
    assert summed(parts)[:2] == (6_476_000_000, 170)
    turnover, count = disagreements(parts, Figures(7_487_000_000, 175))
    for words in ("7.487.000.000", "6.476.000.000", "1.011.000.000"):
        assert words in turnover.message.vi
        assert words in turnover.message.en
    assert "tổng ghi 175 lượt, cộng các chương trình được 170 lượt, lệch 5 lượt" in count.message.vi
    assert not disagreements(parts, Figures(6_476_000_000, 170))
    assert not disagreements(parts, Figures())


def test_what_one_line_does_not_say_has_no_sum() -> None:
    parts = [Part("HN", 5, 1, outstanding=10), Part("HCN", 5, 1)]
    assert summed(parts).outstanding is None
    assert not disagreements(parts, Figures(outstanding=99))
    [found] = disagreements([Part("HN", 5, 1, outstanding=10)], Figures(outstanding=99))
    assert found.code == "CREDIT-TOTAL"


def test_line_that_contradicts_itself() -> None:
    found = disagreements([Part("HN", 5, 0, 10, 11), Part("HN", 0, 0, 10, 10)], Figures())
    assert [(each.code, each.line) for each in found] == [("CREDIT-OVERDUE", 1), ("CREDIT-NO-LOANS", 1)]


MILLION = 10**6


@pytest.mark.parametrize(("cell", "what", "value"), [
    ("1.040", "turnover", 1_040 * MILLION), ("1.040,5", "turnover", 1_040_500_000), ("0,5", "turnover", 500_000),
    (1040, "turnover", 1_040 * MILLION), (1040.1, "turnover", 1_040_100_000), ("1 040", "turnover", 1_040 * MILLION),
    ("300 triệu", "turnover", 300 * MILLION), ("5.000.000 đồng", "turnover", 5 * MILLION), ("-", "turnover", 0),
    ("", "outstanding", None), ("1.234", "count", 1234), ("1,234", "count", 1234), (15.0, "count", 15),
    ("2024", "count", 2024),
])  # fmt: skip
def test_figures_as_lists_write_them(cell, what, value) -> None:
    assert read_figure(cell, what, MILLION, programme="Hộ nghèo") == (value, None)


@pytest.mark.parametrize(("cell", "what", "code"), [
    ("1,040", "turnover", "TWO-WAYS"), ("abc", "turnover", "NUMBER"), ("-5", "turnover", "NUMBER"),
    (-5, "count", "NUMBER"),
    ("1,5", "count", "NUMBER"), ("1.2.3", "turnover", "NUMBER"), ("0,0000001", "turnover", "NUMBER"),
    (1.5, "count", "NUMBER"),
    (float("nan"), "turnover", "NUMBER"), (True, "count", "NUMBER"), ("9" * 30, "turnover", "NUMBER"),
    ("1 2", "count", "NUMBER"),
    ("９", "count", "NUMBER"), ("1" * 200, "count", "NUMBER"),
])  # fmt: skip
def test_figures_that_are_none_say_why(cell, what, code) -> None:
    value, finding = read_figure(cell, what, MILLION, programme="Hộ nghèo", line=7)
    assert value is None
    assert (finding.code, finding.line) == (f"CREDIT-{code}", 7)


@pytest.mark.parametrize(("words", "code"), [
    ("Hộ nghèo", "HN"), ("1. Cho vay hộ nghèo", "HN"), ("- Chương trình cho vay hộ cận nghèo", "HCN"),
    ("NS&VSMTNT", "NS"),
    ("Cho vay giải quyết việc làm", "GQVL"), ("XKLĐ", "XKLD"), ("Hộ mới thoát nghèo", "HMTN"), ("hssv", "HSSV"),
    ("Nhà ở xã hội", None), ("", None), ("Cho vay", None),
])  # fmt: skip
def test_programme_is_known_by_the_words_of_lists(words, code) -> None:
    found = programme_of(words)
    assert (found.code if found else None) == code


def test_every_programme_is_cited_and_known_by_its_name() -> None:
    for code, each in programmes().items():
        assert each.cited
        assert {programme_of(each.name.vi), programme_of(each.name.en), programme_of(code)} == {each}


@pytest.mark.parametrize(("label", "meaning"), [
    ("Chương trình cho vay", "programme"), ("Doanh số cho vay (triệu đồng)", "turnover"), ("Số lượt vay", "count"),
    ("Doanh số thu nợ", ""), ("Doanh số cho vay lũy kế từ đầu năm", ""), ("Dư nợ quá hạn", "overdue"),
    ("Tổng dư nợ", "outstanding"), ("Thôn, bản", "village"), ("Tăng giảm dư nợ", ""), ("STT", ""), ("", ""),
])  # fmt: skip
def test_column_is_known_by_its_words(label, meaning) -> None:
    assert meaning_of(label) == meaning


def workbook(path, rows, merges=()):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Tháng 9")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    for merge in merges:
        sheet.merge_range(*merge)
    book.close()
    return path


HEADING = ["TT", "Chương trình", "Thôn", "Doanh số cho vay", "Số lượt", "Dư nợ", "Nợ quá hạn"]


def test_list_of_the_bank_is_read_with_its_own_total(tmp_path) -> None:
    path = workbook(tmp_path / "a.xlsx", [
        ["Danh sách giả để thử"], ["", "", "", "Đơn vị tính: triệu đồng"], HEADING, [1, 2, 3, 4, 5, 6, 7],
        [1, "Cho vay hộ nghèo", "1", "1.040", 15, 9000.5, 0], [2, "Vốn của quỹ khác", "", 983, 15, 100, 1],
        ["Tổng cộng", "", "", 7487, 175, "", ""], ["", "Người lập biểu", "", "", "", "", ""],
    ])  # fmt: skip
    read = read_credit(path, "", {"thon 1": 4})
    assert read.parts == (
        Part("HN", 1_040_000_000, 15, 9_000_500_000, 0, "", 4),
        Part("", 983_000_000, 15, 100_000_000, 1_000_000, "Vốn của quỹ khác"),
    )
    assert (read.rows, read.unit, read.is_usable) == ((5, 6), "trieu", True)
    assert read.stated == Figures(7_487_000_000, 175)
    assert [(each.code, each.line) for each in read.findings] == [("CREDIT-UNKNOWN", 6), ("CREDIT-LEFT-OUT", 8)]
    assert read_credit(path, "dong", {"thon 1": 4}).stated == Figures(7487, 175) or not read.is_usable


def test_heading_of_two_rows(tmp_path) -> None:
    path = workbook(
        tmp_path / "b.xlsx",
        [["", "", "", ""], ["", "", "Số tiền", "Số lượt"], [1, "Hộ nghèo", 5, 1]],
        [(0, 0, 1, 0, "TT"), (0, 1, 1, 1, "Chương trình"), (0, 2, 0, 3, "Doanh số cho vay trong tháng")],
    )
    assert read_credit(path, "", {}).parts == (Part("HN", 5_000_000, 1),)


def test_rows_that_cannot_enter_say_which_and_why(tmp_path) -> None:
    path = workbook(tmp_path / "c.xlsx", [
        [*HEADING, "Doanh số vay"], [1, "Hộ nghèo", "Thôn lạ", "1,040", 15], [2, "", "", 5, 1],
        [3, "Cộng nhóm", "", 5, 1],
        [4, "Hộ cận nghèo", "", "năm", 1], ["Tổng", "", "", 10, 2],
    ])  # fmt: skip
    read = read_credit(path, "", {})
    assert not read.is_usable
    assert {(each.code.removeprefix("CREDIT-"), each.line) for each in read.findings} == {
        ("SAME-COLUMN", 1), ("VILLAGE", 2), ("TWO-WAYS", 2), ("NO-PROGRAMME", 3), ("NUMBER", 5), ("TOTALS", 6),
    }  # fmt: skip


def test_what_is_no_list_of_credit_is_refused(tmp_path) -> None:
    with pytest.raises(FindingError) as no_heading:
        read_credit(workbook(tmp_path / "d.xlsx", [["Họ tên", "Số tiền"], ["A", 1]]), "", {})
    assert no_heading.value.finding.code == "CREDIT-HEADING"
    (tmp_path / "e.xlsx").write_bytes(b"no workbook")
    with pytest.raises(FindingError):
        read_credit(tmp_path / "e.xlsx", "", {})
