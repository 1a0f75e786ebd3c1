"""The written PDF: text, font, tags, page numbers, what stays together."""

import unicodedata

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.writers import pdf
from giamngheo.paperwork.writers.fonts import FontSource, PrintedFont, choose_font
from giamngheo.paperwork.writers.pdf import render_pdf, write_pdf
from tests.factories import documents as make
from tests.unit.paperwork_write.helpers import SAMPLES, letters, pdf_pages, sample


def metadata(content: bytes) -> dict[str, str]:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        return document.get_metadata_dict()


@pytest.mark.parametrize(
    ("installed", "family", "exact", "source"),
    [
        (["Arial", "Times New Roman", "Liberation Serif", "Tinos"], "Times New Roman", True, FontSource.SYSTEM),
        (["Liberation Serif", "Tinos"], "Liberation Serif", False, FontSource.SYSTEM),
        (["Tinos"], "Tinos", False, FontSource.PACKAGED),
    ],
)
def test_the_decrees_font_is_taken_where_installed(installed, family, exact, source):
    assert choose_font(installed) == PrintedFont(family, exact, source)


def test_the_file_says_which_font_it_has(tmp_path):
    path = tmp_path / "plan.pdf"
    font = write_pdf(sample("plan"), path, system_fonts=False)
    assert (font.family, font.exact, font.source) == ("Tinos", False, FontSource.PACKAGED)
    content = path.read_bytes()
    facts = metadata(content)
    assert facts["Keywords"] == "Font: Tinos (metric-compatible with Times New Roman)"
    assert facts["Title"].startswith("Triển khai thực hiện Chương trình")
    assert facts["Author"] == "ỦY BAN NHÂN DÂN XÃ ĐỒNG MẪU"


def test_only_the_packaged_font_is_embedded(tmp_path):
    content, _ = render_pdf(sample("plan"), system_fonts=False)
    families = {name for name in _fonts(content) if name}
    assert families
    assert all("Tinos" in name for name in families)


def _fonts(content: bytes) -> set[str]:
    import ctypes

    import pypdfium2
    import pypdfium2.raw as raw

    found = set()
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                font = raw.FPDFTextObj_GetFont(thing.raw)
                buffer = ctypes.create_string_buffer(200)
                raw.FPDFFont_GetBaseFontName(font, buffer, 200)
                found.add(buffer.value.decode())
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_tagged_for_screen_readers(name):
    content, _ = render_pdf(sample(name), system_fonts=False)
    assert b"pdfuaid:part" in content  # PDF/UA-1 was certified, not given up
    assert b"/Lang" in content


def test_text_comes_out_in_reading_order():
    content, _ = render_pdf(sample("plan"), system_fonts=False)
    text = "\n".join(pdf_pages(content))
    assert unicodedata.is_normalized("NFC", text)
    order = [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 05/KH-UBND",
        "Đồng Mẫu, ngày 05 tháng 02 năm 2026",
        "KẾ HOẠCH",
        "Căn cứ Luật",
        "A. KẾT QUẢ THỰC HIỆN NĂM 2025",
        "- Thôn Mẫu Một",
        "đ) Phân công",
        "Trên đây là",
        "Nơi nhận:",
        "- Lưu: VT, KT.",
        "TM. ỦY BAN NHÂN DÂN",
        "Nguyễn Văn Mẫu",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_page_numbers_begin_on_page_two():
    content, _ = render_pdf(sample("plan"), system_fonts=False)
    first, second, third = pdf_pages(content)
    assert first.startswith("ỦY BAN")
    assert second.split()[0] == "2"
    assert third.split()[0] == "3"


def test_page_number_stands_in_the_middle_of_the_top_margin():
    import pypdfium2

    content, _ = render_pdf(sample("plan"), system_fonts=False)
    with pypdfium2.PdfDocument(content) as document:
        left, bottom, right, top = document[1].get_textpage().get_charbox(0)
    millimetre = 72 / 25.4
    assert (left + right) / 2 == pytest.approx((30 + 165 / 2) * millimetre, abs=2)
    assert 842 - 20 * millimetre < bottom < top < 842


def test_appendix_pages_are_counted_anew():
    content, _ = render_pdf(sample("decision"), system_fonts=False)
    pages = pdf_pages(content)
    assert [page.split()[0] for page in pages[1:]] == ["Phụ", "Phụ"]


def test_wide_table_is_on_its_own_turned_pages():
    import pypdfium2

    content, _ = render_pdf(sample("wide"), system_fonts=False)
    with pypdfium2.PdfDocument(content) as document:
        shapes = [page.get_width() > page.get_height() for page in document]
    assert not shapes[0]
    assert shapes[1]
    assert not shapes[-1]
    pages = pdf_pages(content)
    assert all(
        "Tiêuchíthứ11" in letters([page]) for page, turned in zip(pages, shapes, strict=True) if turned
    )  # header repeated


@pytest.mark.parametrize("count", range(1, 40, 3))
def test_no_heading_or_signature_is_left_alone(count):
    """Whatever the length of the text: a heading has a line below it, the signature its closing sentence above it."""
    from giamngheo.paperwork.document import replace

    filler = tuple(make.paragraph(f"Đoạn {number} của phần này." * 3) for number in range(count))
    body = (*filler, make.roman("IX.", "ĐỀ MỤC CUỐI", make.paragraph("Chữ dưới đề mục."), level=1))
    content, _ = render_pdf(replace(make.plan(), body=body), system_fonts=False)
    pages = [page.strip() for page in pdf_pages(content)]
    assert not any(page.endswith("ĐỀ MỤC CUỐI") for page in pages)
    signed = next(page for page in pages if "Nguyễn Văn Mẫu" in page)
    assert "Trên đây là Kế hoạch" in signed
    assert "Nơi nhận:" in signed
    assert "- Lưu: VT, KT." in signed


@pytest.mark.parametrize("count", range(20, 40, 2))
def test_a_signature_without_closing_has_text_above_it(count):
    from giamngheo.paperwork.document import replace

    body = tuple(make.paragraph(f"Đoạn {number}. " + "Chữ của đoạn này. " * 4) for number in range(count))
    content, _ = render_pdf(replace(make.plan(), body=body, closing=None), system_fonts=False)
    signed = next(page for page in pdf_pages(content) if "Nguyễn Văn Mẫu" in page)
    assert "này./." in signed


def test_a_hundred_recipients_run_over_pages():
    from giamngheo.paperwork.document import replace

    many = make.lines(*(f"Ủy ban nhân dân xã thứ {number} và các đơn vị trực thuộc" for number in range(100)))
    content, _ = render_pdf(replace(make.plan(), recipients=many), system_fonts=False)
    text = letters(pdf_pages(content))
    assert "xãthứ0và" in text
    assert "xãthứ99và" in text
    assert "NguyễnVănMẫu" in text
    assert _lowest(content) > 15 * 72 / 25.4  # nothing is printed off the sheet


def _lowest(content: bytes) -> float:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage() for page in document]
        return min(page.get_charbox(at)[1] for page in pages for at in range(page.count_chars()))


def test_same_document_gives_the_same_bytes():
    assert render_pdf(sample("report"), system_fonts=False) == render_pdf(sample("report"), system_fonts=False)


def test_long_numbers_of_documents_are_not_broken():
    from giamngheo.paperwork.document import replace

    text = "theo Nghị quyết số 31/2021/NQ-HĐND; " * 30
    content, _ = render_pdf(replace(make.plan(), body=(make.paragraph(text),)), system_fonts=False)
    assert "\n".join(pdf_pages(content)).count("31/2021/NQ-HĐND") == 30


def test_a_letter_no_font_has_does_not_stop_the_printing():
    from giamngheo.paperwork.document import replace

    odd = replace(make.plan(), body=(make.paragraph("Chữ lạ: \U0001f9ff\ue000 hết."),))
    content, _ = render_pdf(odd, system_fonts=False)
    assert "hết." in letters(pdf_pages(content))


def test_a_failing_typesetter_is_a_finding(tmp_path, monkeypatch):
    broken = tmp_path / "broken.typ"
    broken.write_text("#panic()")
    monkeypatch.setattr(pdf, "_PROGRAM", broken)
    path = tmp_path / "plan.pdf"
    with pytest.raises(FindingError) as caught:
        write_pdf(sample("plan"), path)
    assert caught.value.finding.code == "PAPER-WRITE-PDF"
    assert not path.exists()
