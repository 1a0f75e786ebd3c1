"""Word files for tests: whole ones made with python-docx, and bare ones from WordprocessingML written by hand.

All names, units and figures are invented.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from giamngheo.paperwork.document import NodeKind, OfficialDocument

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/numbering.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/styles.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def bare_docx(path: Path, body: str, **parts: str) -> Path:
    """A .docx whose w:body holds `body`; `parts` give further parts ("numbering", "styles") by their content."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        package.writestr("word/_rels/document.xml.rels", _relations(parts))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return path


def _relations(parts: dict[str, str]) -> str:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    inner = "".join(
        f'<Relationship Id="rId{index}" Type="{kinds}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for index, name in enumerate(parts, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def part(name: str, content: str) -> str:
    """A part with the w:, mc: and wps: prefixes declared."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{W}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{content}</w:{name}>'
    )


def para(*runs: str, properties: str = "") -> str:
    """A w:p; a run that begins with "<" is markup, any other is text."""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def bold(text: str) -> str:
    return run(text, "<w:b/>")


def listed(text: str, num: int, level: int = 0) -> str:
    """A paragraph numbered by Word."""
    return para(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    """A table; each cell is text, or markup of its paragraphs when it begins with "<"."""
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{c if c.startswith('<') else para(c)}</w:tc>" for c in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def numbering(*lists: list[tuple[str, str]], extra: str = "") -> str:
    """numbering.xml with one num (1, 2, ...) per list of (numFmt, lvlText) levels; `extra` is put before the end."""
    abstracts, nums = "", ""
    for index, levels in enumerate(lists, 1):
        inner = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (kind, text) in enumerate(levels)
        )
        abstracts += f'<w:abstractNum w:abstractNumId="{index}">{inner}</w:abstractNum>'
        nums += f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>'
    return part("numbering", abstracts + nums + extra)


def header_table(reference: str = "Số: 07/KH-UBND", day: str = "ngày 05 tháng 3 năm 2025") -> str:
    """The borderless two-column table Word users put on top."""
    return table(
        [
            para(run("ỦY BAN NHÂN DÂN")) + para(bold("XÃ CẨM AN")),
            para(bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) + para(bold("Độc lập - Tự do - Hạnh phúc")),
        ],
        [para(reference), para(run(f"Cẩm An, {day}", "<w:i/>"))],
    )


def typed_docx(document: OfficialDocument, path: Path) -> Path:
    """The document as an officer types it in Word: header and signature in borderless tables, numbers typed by hand,
    headings bold, first lines indented."""
    from docx import Document

    word = Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    _typed_header(word, document)
    for line in (document.type_name, document.subject):
        if line:
            _typed(word.add_paragraph(), line.text, bold=True, centred=True)
    for basis in document.legal_bases:
        _typed(word.add_paragraph(), basis.text, indent=True)
    for node in document.walk():
        if node.kind is NodeKind.TABLE:
            grid = word.add_table(rows=len(node.rows), cols=max(map(len, node.rows)))
            for row, cells in zip(grid.rows, node.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=False):
                    cell.text = text
        else:
            _typed(word.add_paragraph(), node.printed, bold=node.bold or node.text.isupper(), indent=True)
    if document.closing:
        _typed(word.add_paragraph(), document.closing.text, indent=True)
    _typed_tail(word, document)
    word.save(str(path))
    return path


def _typed_header(word: Any, document: OfficialDocument) -> None:
    grid = word.add_table(rows=2, cols=2)
    for cell, lines in ((grid.cell(0, 0), document.issuer), (grid.cell(0, 1), document.motto)):
        for index, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
            _typed(paragraph, line.text, bold=True, centred=True, size=12)
    if document.reference:
        _typed(grid.cell(1, 0).paragraphs[0], f"Số: {document.reference.printed}", centred=True, size=13)
    if document.place_and_date:
        _typed(grid.cell(1, 1).paragraphs[0], document.place_and_date.text, centred=True, size=13)


def _typed_tail(word: Any, document: OfficialDocument) -> None:
    grid = word.add_table(rows=1, cols=2)
    left, right = grid.cell(0, 0), grid.cell(0, 1)
    _typed(left.paragraphs[0], "Nơi nhận:", bold=True, size=12)
    for line in document.recipients:
        _typed(left.add_paragraph(), f"- {line.text}", size=11)
    if document.signature:
        for index, text in enumerate((*document.signature.authority, "", "", document.signature.name)):
            paragraph = right.paragraphs[0] if index == 0 else right.add_paragraph()
            _typed(paragraph, text, bold=True, centred=True)


def _typed(
    paragraph: Any, text: str, *, bold: bool = False, centred: bool = False, indent: bool = False, size: int = 14
) -> None:
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    paragraph.paragraph_format.space_after = Pt(6)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)


def long_report(path: Path, pages: int) -> Path:
    """A report of about `pages` printed pages: headings, text, bullets, and a table every second page."""
    from docx import Document

    document = Document()
    for page in range(pages):
        heading = document.add_paragraph()
        heading.add_run(f"{page % 90 + 1}. Kết quả thực hiện tại thôn số {page + 1}").bold = True
        for item in range(12):
            paragraph = document.add_paragraph()
            paragraph.add_run("- Trong kỳ đã rà soát ")
            paragraph.add_run(f"{page + item} hộ").bold = True
            paragraph.add_run(
                " trên địa bàn, hướng dẫn các hộ lập hồ sơ, phối hợp với các đoàn thể tuyên truyền, vận động; "
                f"kết quả đạt {item + 80}% kế hoạch, kinh phí 1.{page % 900 + 100:03d} triệu đồng."
            )
        if page % 2 == 0:
            grid = document.add_table(rows=6, cols=4)
            for row_number, row in enumerate(grid.rows):
                for column, cell in enumerate(row.cells):
                    cell.text = f"Ô {row_number}-{column} trang {page + 1}"
    document.save(str(path))
    return path
