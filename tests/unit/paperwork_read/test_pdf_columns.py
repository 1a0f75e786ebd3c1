"""Tables of a PDF that have no borders: told by the strips their words leave empty, never made of prose."""

import shutil
import subprocess

import pytest

from giamngheo.paperwork.document import NodeKind
from giamngheo.paperwork.readers import read

ROWS = (
    ("TT", "Thôn, khu dân cư", "Số hộ nghèo (hộ)", "Tỷ lệ (%)", "Ghi chú"),
    ("1", "Thôn Đông", "5", "1,10", ""),
    ("2", "Thôn Tây, gồm cả xóm Bãi và xóm Chợ mới tách", "26", "12,75", "Có 3 hộ là người có công"),
    ("3", "Thôn Nam", "120", "8,05", ""),
    ("", "Tổng cộng", "151", "7,30", ""),
)
PROSE = (
    "Tỷ lệ hộ nghèo giảm 0,7 điểm phần trăm so với năm trước do các thôn thực hiện tốt việc hỗ trợ sinh kế, vay vốn ưu "
    "đãi và đào tạo nghề cho lao động thuộc hộ nghèo trên địa bàn toàn xã."
)
PAGE = """#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm))
#set text(size: 13pt, font: "Libertinus Serif", lang: "vi")
#set par(justify: true, first-line-indent: (amount: 1cm, all: true))
"""
TABLE = (
    "#table(columns: (1cm, 5cm, 2.5cm, 2.2cm, 1fr), stroke: none, "
    "align: (center, left, right, right, left), {inset}{cells})"
)


def printed(tmp_path, body):
    import typst

    (tmp_path / "plan.typ").write_text(f"{PAGE}\n{body}", encoding="utf-8")
    (tmp_path / "plan.pdf").write_bytes(typst.compile(str(tmp_path / "plan.typ")))
    return list(read(tmp_path / "plan.pdf").walk())


def table(rows=ROWS, inset=""):
    return TABLE.format(inset=inset, cells=", ".join(f"[{cell}]" for row in rows for cell in row))


def tables_of(nodes):
    return [node.rows for node in nodes if node.kind is NodeKind.TABLE]


def test_aligned_columns_are_a_table_with_whole_cells(tmp_path) -> None:
    nodes = printed(tmp_path, f"{PROSE}\n\n{table()}\n\n{PROSE}")
    assert tables_of(nodes) == [ROWS]
    assert [node.text for node in nodes if node.kind is NodeKind.PARAGRAPH] == [PROSE, PROSE]


def test_rows_no_further_apart_than_lines_stay_lines(tmp_path) -> None:
    rows = tuple((str(at), f"Thôn {at}", str(at * 7), "1,10", "") for at in range(1, 6))
    (found,) = tables_of(printed(tmp_path, f"{PROSE}\n\n{table(rows, 'inset: 4.3pt, ')}\n\n{PROSE}"))
    assert [tuple(row[:4]) for row in found] == [row[:4] for row in rows]


def test_head_set_apart_does_not_join_the_rows_below_it(tmp_path) -> None:
    rows = (
        ("TT", "Thôn", "Số hộ", "Tỷ lệ", ""),
        ("1", "Thôn Đông", "5", "1,10", ""),
        ("", "Tổng cộng", "5", "1,10", ""),
    )
    body = table(rows[:1]) + "\n#v(-4pt)\n" + table(rows[1:])
    found = [row for each in tables_of(printed(tmp_path, f"{PROSE}\n\n{body}\n\n{PROSE}")) for row in each]
    assert [row[1] for row in found] == ["Thôn", "Thôn Đông", "Tổng cộng"]


@pytest.mark.parametrize(
    "body",
    [
        f"{PROSE}\n\n{PROSE}\n\n{PROSE}",
        "#block(width: 6cm)[" + PROSE + "]",  # narrow and justified: wide blanks that do not stand under one another
        "Mở lớp tại #h(40pt) thôn Đông và hai thôn khác.\n\nHỗ trợ giống cỏ cho hộ ở #h(40pt) thôn Tây năm nay.",
        "- Nuôi bò sinh sản.\n\n- Trồng cỏ.\n\n- Tập huấn kỹ thuật cho hộ nghèo.",
        "1. Việc thứ nhất\n\nĐã làm xong.\n\n2. Việc thứ hai\n\nĐang làm.",
    ],
)
def test_prose_is_never_a_table(tmp_path, body) -> None:
    assert tables_of(printed(tmp_path, f"{PROSE}\n\n{body}\n\n{PROSE}")) == []


def test_heading_close_below_a_table_is_no_row_of_it(tmp_path) -> None:
    nodes = printed(tmp_path, f"{PROSE}\n\n{table()}\n\n#par(first-line-indent: 0pt)[2\\. Việc khác]\n\n{PROSE}")
    assert tables_of(nodes) == [ROWS]
    assert any(node.kind is NodeKind.HEADING and node.text == "Việc khác" for node in nodes)


def test_heading_between_two_tables_is_in_neither(tmp_path) -> None:
    head = "#v(-6pt)\n#par(first-line-indent: 0pt)[b\\) Nhà ở]\n#v(-6pt)\n"
    nodes = printed(tmp_path, f"{PROSE}\n\n{table()}\n{head}\n{table()}\n\n{PROSE}")
    assert tables_of(nodes) == [ROWS, ROWS]
    assert any(node.kind is NodeKind.HEADING and node.text == "Nhà ở" for node in nodes)


@pytest.mark.libreoffice
def test_word_table_without_borders_printed_by_libreoffice_is_read(tmp_path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("NOT RUN: LibreOffice is not installed; install it with: apt-get install libreoffice-writer")
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    word = Document()
    word.add_paragraph(PROSE)
    grid = word.add_table(rows=len(ROWS), cols=5)
    for row, cells in zip(grid.rows, ROWS, strict=True):
        for cell, text, width in zip(row.cells, cells, (1.2, 5, 2.6, 2.2, 4.4), strict=True):
            cell.width, cell.text = Cm(width), text
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(6)
            if text[:1].isdigit() and len(text) > 1:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    word.add_paragraph(PROSE)
    word.save(str(tmp_path / "plan.docx"))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "plan.docx")], check=True, capture_output=True, timeout=300
    )
    assert tables_of(read(tmp_path / "plan.pdf").walk()) == [ROWS]
