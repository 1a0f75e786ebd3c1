"""The same document gives the same tree from text, Word, OpenDocument and PDF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from giamngheo.paperwork.document import OfficialDocument, SourceFormat
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from tests.factories import wordfiles as w
from tests.seed import seed_path

SOFFICE = shutil.which("soffice")
libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice (soffice) is not installed: .odt and .pdf not tried"
)

PLAN = """**ỦY BAN NHÂN DÂN
XÃ CẨM AN**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc**

Số: 07/KH-UBND

Cẩm An, ngày 05 tháng 3 năm 2025

KẾ HOẠCH

Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững trên địa bàn xã Cẩm An năm 2025

Căn cứ Nghị định số 27/2022/NĐ-CP ngày 19/4/2022 của Chính phủ quy định cơ chế quản lý các chương trình mục tiêu;

Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2025 của UBND tỉnh.

Ủy ban nhân dân xã ban hành Kế hoạch thực hiện năm 2025, với các nội dung sau:

A. KẾT QUẢ NĂM 2024

I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH

1. Ban hành văn bản

Ủy ban nhân dân xã đã ban hành 04 kế hoạch, 02 quyết định để chỉ đạo, điều hành việc thực hiện Chương trình; tổ chức
12 hội nghị tuyên truyền với 1.040 lượt người tham gia, đạt 104% kế hoạch năm.

2. Kết quả giảm nghèo

- Hộ nghèo giảm 5 hộ, từ 20 hộ xuống còn 15 hộ.

- Hộ cận nghèo giảm 4 hộ:

+ Thôn 1: 3 hộ;

+ Thôn 2: 1 hộ.

B. KẾ HOẠCH NĂM 2025

I. NỘI DUNG VÀ KINH PHÍ

1. Dự án 2: Đa dạng hóa sinh kế

1.1. Nội dung thứ nhất

a) Mục tiêu: Hỗ trợ sinh kế cho các hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo có lao động; tạo việc làm và thu nhập ổn
định, nâng cao chất lượng cuộc sống.

b) Kinh phí: 250 triệu đồng.

c) Phân công thực hiện

Công chức văn hóa - xã hội chủ trì, phối hợp với các thôn thực hiện.

Trên đây là Kế hoạch thực hiện Chương trình năm 2025 của xã Cẩm An./.

Nơi nhận:
- UBND tỉnh (b/c);
- TT Đảng ủy, TT HĐND xã (b/c);
- Lưu: VT, VHXH.

**TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**

Lê Thị Mẫu
"""


def content(document: OfficialDocument) -> list[object]:
    """All a reader of the page sees; not places, not what only the format knows (bold)."""
    lines = (document.type_name, document.subject, document.closing)
    groups = (document.issuer, document.motto, document.legal_bases, document.recipients)
    reference, dated, signed = document.reference, document.place_and_date, document.signature
    nodes = [(n.kind, n.level, n.style, n.number, n.text, len(n.children)) for n in document.walk()]
    return [
        document.doc_type,
        *(line.text if line else None for line in lines),
        *([line.text for line in group] for group in groups),
        (reference.number, reference.symbol) if reference else None,
        (dated.locality, dated.day, dated.month, dated.year) if dated else None,
        (signed.authority, signed.name) if signed else None,
        *nodes,
    ]


def converted(path: Path, kind: str) -> Path:
    """The Word file as LibreOffice saves it in another format."""
    profile = path.parent / "lo"
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir",
         str(path.parent), str(path)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return path.with_suffix(f".{kind}")


def test_typed_word_file_gives_the_tree_of_its_text(tmp_path: Path) -> None:
    plan = read_text(PLAN)
    document = read(w.typed_docx(plan, tmp_path / "a.docx"))
    assert document.source_format is SourceFormat.DOCX
    assert content(document) == content(plan)


@libreoffice
@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["odt", "pdf"])
def test_converted_file_gives_the_tree_of_its_text(kind: str, tmp_path: Path) -> None:
    plan = read_text(PLAN)
    document = read(converted(w.typed_docx(plan, tmp_path / "a.docx"), kind))
    assert str(document.source_format) == kind
    assert content(document) == content(plan)


@libreoffice
@pytest.mark.libreoffice
def test_opendocument_numbers_lists_as_word_does(tmp_path: Path) -> None:
    levels = [("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)")]
    levels.append(("bullet", "-"))
    texts = [("MỤC TIÊU", 0), ("Chung", 1), ("Một", 2), ("Hai", 2), ("Riêng", 1), ("m", 3), ("gạch", 4),
             ("NỘI DUNG", 0), ("Lại", 1)]  # fmt: skip
    markup = "".join(w.listed(text, 1, level) + w.para("Đoạn xen giữa.") for text, level in texts)
    word = w.bare_docx(tmp_path / "a.docx", markup, numbering=w.numbering(levels))
    numbers = [node.number for node in read(word).walk()]
    assert [node.number for node in read(converted(word, "odt")).walk()] == numbers
    assert [number for number in numbers if number] == ["I.", "1.", "1.1.", "1.2.", "2.", "a)", "-", "II.", "1."]


@libreoffice
@pytest.mark.libreoffice
def test_page_numbers_of_a_pdf_are_set_aside(tmp_path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar ' \
            'w:fldCharType="end"/></w:r>'  # fmt: skip
    text = "Việc của kế hoạch, do thôn thực hiện trong năm 2025."
    paragraphs = "".join(w.para(f"{i}. {text}") for i in range(1, 90))
    section = (
        '<w:sectPr><w:headerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'w:type="default" r:id="rId1"/></w:sectPr>'
    )
    word = w.bare_docx(tmp_path / "a.docx", paragraphs + section, header1=w.part("hdr", w.para(field)))
    document = read(converted(word, "pdf"))
    assert len(list(document.walk())) == 89
    assert {node.place.page for node in document.walk()} >= {1, 2}
    assert [line.text for line in document.asides][:2] == ["1", "2"]
    assert [finding.code for finding in document.warnings] == ["PAPER-PAGE-NUMBERS"]


@pytest.mark.seed
def test_real_plan_is_the_same_from_word(tmp_path: Path) -> None:
    plan = read(seed_path())
    assert content(read(w.typed_docx(plan, tmp_path / "a.docx"))) == content(plan)


@libreoffice
@pytest.mark.libreoffice
@pytest.mark.seed
@pytest.mark.parametrize("kind", ["odt", "pdf"])
def test_real_plan_is_the_same_converted(kind: str, tmp_path: Path) -> None:
    plan = read(seed_path())
    assert content(read(converted(w.typed_docx(plan, tmp_path / "a.docx"), kind))) == content(plan)


FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "plans").glob("*-*.*"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_sample_papers_are_the_same_from_our_pdf(path: Path, tmp_path: Path) -> None:
    from giamngheo.paperwork.writers import write

    document = read(path)
    write(document, tmp_path / "a.pdf", "pdf")
    printed = read(tmp_path / "a.pdf")
    assert [(n.kind, n.number, n.text, n.rows) for n in printed.walk()] == [
        (n.kind, n.number, n.text, n.rows) for n in document.walk()
    ]
    assert (printed.signature and printed.signature.name) == (document.signature and document.signature.name)
    assert [line.text for line in printed.recipients] == [line.text for line in document.recipients]
