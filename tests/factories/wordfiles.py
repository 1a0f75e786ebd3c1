"""Word files for tests: whole ones made with python-docx, and bare ones from WordprocessingML written by hand.

All names, units and figures are invented.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
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
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return path


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
