"""The habits of real Word files."""

from __future__ import annotations

from pathlib import Path

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.document import NodeKind, NumberStyle, OfficialDocument
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.docx_numbering import formatted
from tests.factories import wordfiles as w
from tests.factories.badfiles import with_document

LEVELS = [("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"), ("bullet", "-")]


def body(tmp_path: Path, markup: str, **parts: str) -> OfficialDocument:
    return read(w.bare_docx(tmp_path / "a.docx", markup, **parts))


def printed(document: OfficialDocument) -> list[str]:
    return [node.printed for node in document.walk()]


def codes(document: OfficialDocument) -> list[str]:
    return [finding.code for finding in document.warnings]


def test_borderless_table_is_the_header(tmp_path: Path) -> None:
    document = body(tmp_path, w.header_table() + w.para(w.bold("KẾ HOẠCH")) + w.para(w.bold("Giảm nghèo năm 2025")))
    assert [line.text for line in document.issuer] == ["ỦY BAN NHÂN DÂN", "XÃ CẨM AN"]
    assert document.reference is not None
    assert document.reference.printed == "07/KH-UBND"
    assert document.place_and_date is not None
    assert (document.place_and_date.day, document.place_and_date.month) == (5, 3)
    assert document.subject is not None
    assert document.subject.text == "Giảm nghèo năm 2025"


def test_header_set_with_tabs_is_read(tmp_path: Path) -> None:
    tab = "<w:r><w:tab/></w:r>"
    markup = w.para("UBND XÃ CẨM AN", tab, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + w.para(
        "Số: 7/BC-UBND", tab, "Độc lập - Tự do - Hạnh phúc"
    )
    document = body(tmp_path, markup + w.para("BÁO CÁO") + w.para("Kết quả năm 2025") + w.para("I. KẾT QUẢ"))
    assert [line.text for line in document.motto][1] == "Độc lập - Tự do - Hạnh phúc"
    assert document.reference is not None
    assert document.reference.number == "7"


def test_automatic_numbers_are_those_word_prints(tmp_path: Path) -> None:
    markup = "".join(
        w.listed(text, 1, level)
        for text, level in [("MỤC TIÊU", 0), ("Chung", 1), ("Một", 2), ("Hai", 2), ("Riêng", 1), ("Ba", 2), ("m", 3),
                            ("n", 3), ("gạch", 4), ("NỘI DUNG", 0), ("Lại", 1)]
    )  # fmt: skip
    document = body(tmp_path, markup, numbering=w.numbering(LEVELS))
    assert [node.number for node in document.walk()] == [
        "I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)", "-", "II.", "1.",
    ]  # fmt: skip
    assert all(node.auto_number for node in document.walk())


def test_fifth_automatic_point_is_e_not_dd(tmp_path: Path) -> None:
    markup = "".join(w.listed(f"Việc {i}", 1) for i in range(5))
    document = body(tmp_path, markup, numbering=w.numbering([("lowerLetter", "%1)")]))
    assert [node.number for node in document.walk()] == ["a)", "b)", "c)", "d)", "e)"]


def test_two_lists_over_one_abstract_go_on_counting(tmp_path: Path) -> None:
    extra = '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    restart = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    markup = w.listed("x", 1) + w.listed("y", 7) + w.listed("z", 8) + w.listed("t", 8)
    document = body(tmp_path, markup, numbering=w.numbering([("decimal", "%1.")], extra=extra + restart))
    assert [node.number for node in document.walk()] == ["1.", "2.", "1.", "2."]


def test_style_gives_number_bold_and_capitals(tmp_path: Path) -> None:
    styles = w.part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Con">'
        '<w:name w:val="Con"/><w:basedOn w:val="Muc"/></w:style>',
    )
    document = body(
        tmp_path,
        w.para("mục tiêu", properties='<w:pStyle w:val="Con"/>')
        + w.para("thôi số", properties='<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        numbering=w.numbering([("upperRoman", "%1.")]),
        styles=styles,
    )
    assert printed(document) == ["I. MỤC TIÊU", "THÔI SỐ"]
    assert document.body[0].bold


@pytest.mark.parametrize(
    ("count", "kind", "shown"),
    [(4, "upperRoman", "IV"), (29, "lowerRoman", "xxix"), (27, "lowerLetter", "aa"), (3, "decimalZero", "03"),
     (2, "vietnameseCounting", "hai"), (5, "none", ""), (6, "ordinalText", "6")],
)  # fmt: skip
def test_number_formats_are_those_of_word(count: int, kind: str, shown: str) -> None:
    assert formatted(count, kind) == shown


def test_bold_paragraph_stands_as_a_heading(tmp_path: Path) -> None:
    document = body(
        tmp_path, w.para("I. NỘI DUNG") + w.para(w.bold("Hỗ trợ nhà ở")) + w.para("Xây ", w.bold("5"), " nhà.")
    )
    heading = document.body[0].children[0]
    assert (heading.kind, heading.style, heading.text) == (NodeKind.HEADING, NumberStyle.NONE, "Hỗ trợ nhà ở")
    assert heading.children[0].text == "Xây 5 nhà."


def test_hyphens_and_breaks_of_word_are_read(tmp_path: Path) -> None:
    document = body(
        tmp_path,
        w.para("Nghị định 27/2022/NĐ", "<w:r><w:noBreakHyphen/></w:r>", "CP và từ\u00ad ngữ")
        + w.para("- Việc một;", "<w:r><w:br/></w:r>", "- Việc hai."),
    )
    assert printed(document) == ["Nghị định 27/2022/NĐ-CP và từ ngữ", "- Việc một;", "- Việc hai."]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    gone = "<w:del><w:r><w:delText>22 hộ</w:delText></w:r></w:del>"
    document = body(tmp_path, w.para("Giảm ", gone, f"<w:ins>{w.run('17 hộ')}</w:ins>", "."))
    assert printed(document) == ["Giảm 17 hộ."]
    assert codes(document) == ["PAPER-TRACKED"]


def test_text_box_is_left_out_with_a_warning(tmp_path: Path) -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO LẦN 2</w:t></w:r></w:p></w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = body(tmp_path, w.para(box, "Đoạn có hộp."))
    assert printed(document) == ["Đoạn có hộp."]
    assert [(f.code, f.line, f.quote) for f in document.warnings] == [("PAPER-TEXTBOX", 1, "DỰ THẢO LẦN 2")]


def test_page_header_with_words_is_set_aside(tmp_path: Path) -> None:
    document = body(tmp_path, w.para("Nội dung."), header1=w.part("hdr", w.para("Lưu hành nội bộ")))
    assert [line.text for line in document.asides] == ["Lưu hành nội bộ"]
    assert codes(document) == ["PAPER-NOTES"]


def test_page_header_with_a_number_is_silent(tmp_path: Path) -> None:
    assert codes(body(tmp_path, w.para("Nội dung."), header1=w.part("hdr", w.para("2")))) == []


def test_fields_links_and_controls_give_their_text(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{w.run("05/3/2025")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f"<w:sdt><w:sdtContent>{w.para('Trong điều khiển.')}</w:sdtContent></w:sdt>"
    document = body(tmp_path, w.para("Ngày ", field, f"<w:hyperlink>{w.run(' tại đây')}</w:hyperlink>") + control)
    assert printed(document) == ["Ngày 05/3/2025 tại đây", "Trong điều khiển."]


def test_merged_and_nested_cells_keep_columns(tmp_path: Path) -> None:
    merged = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{w.para("Tổng")}</w:tc>'
    nested = w.para("Thôn 1") + w.table(["trong"]) + w.para()
    sums = f"<w:tr>{merged}<w:tc>{w.para('5')}</w:tc></w:tr></w:tbl>"
    markup = w.table(["TT", "Thôn", "Hộ"], ["1", nested, "5"]).removesuffix("</w:tbl>") + sums
    document = body(tmp_path, w.para("1. Bảng") + markup + w.para("2. Khác"))
    assert document.body[0].children[0].rows == (("TT", "Thôn", "Hộ"), ("1", "Thôn 1\ntrong", "5"), ("Tổng", "", "5"))
    assert document.body[1].place.line == 12


def test_strict_word_file_is_read(tmp_path: Path) -> None:
    path = w.bare_docx(tmp_path / "a.docx", w.para("I. NỘI DUNG"))
    with_document(path, lambda xml: xml.replace(w.W, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    assert printed(read(path)) == ["I. NỘI DUNG"]


def test_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    path = w.bare_docx(tmp_path / "ke-hoach.txt", w.para("I. NỘI DUNG"))
    assert printed(read(path)) == ["I. NỘI DUNG"]


def test_progress_grows_from_nothing_to_all(tmp_path: Path) -> None:
    path = w.bare_docx(tmp_path / "a.docx", "".join(w.para(f"Đoạn {i}.") for i in range(900)))
    seen: list[float] = []
    read(path, progress=lambda share, step: seen.append(share))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1], len(seen) > 5) == (0.0, 1.0, True)


def test_word_file_in_an_old_font_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FindingError) as caught:
        body(tmp_path, w.para("KÕ ho¹ch gi¶m nghÌo bÒn v÷ng n¨m 2025, hé nghÌo cña x·"))
    assert caught.value.finding.code == "PAPER-ENCODING"
