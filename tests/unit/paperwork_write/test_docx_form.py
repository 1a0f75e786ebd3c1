"""The written Word file against NĐ 30/2020: figures read back from its XML."""

import datetime

import pytest

from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.writers.docx import write_docx
from tests.unit.paperwork_write.helpers import W, paragraph, part, run_of, sample, value, words


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docx")
    made = {}
    for name in ("plan", "report", "decision", "letter", "wide", "minutes"):
        made[name] = folder / f"{name}.docx"
        write_docx(sample(name), made[name])
    return made


def mm(twips: str) -> float:
    return int(twips) * 25.4 / 1440


def size(element) -> float:
    return int(element.find(f"{W}rPr/{W}sz").get(f"{W}val")) / 2


def test_page_is_a4_with_decreed_margins(files):
    section = part(files["plan"]).find(f".//{W}sectPr")
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert (round(mm(page.get(f"{W}w"))), round(mm(page.get(f"{W}h")))) == (210, 297)
    for side, span in (
        ("top", f30.MARGIN_TOP),
        ("bottom", f30.MARGIN_BOTTOM),
        ("left", f30.MARGIN_LEFT),
        ("right", f30.MARGIN_RIGHT),
    ):
        assert span.allows(round(mm(margins.get(f"{W}{side}")), 1))


def test_every_style_is_times_new_roman_in_black(files):
    styles = part(files["plan"], "word/styles.xml")
    used = {p.get(f"{W}val") for p in part(files["plan"]).iter(f"{W}pStyle")} | {"Normal"}
    assert len(used) > 6
    for style in styles.iter(f"{W}style"):
        if style.get(f"{W}styleId") in used:
            fonts = style.find(f"{W}rPr/{W}rFonts")
            assert {fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
            assert fonts.get(f"{W}asciiTheme") is None
            assert value(style, "rPr/color") == "000000"
    lang = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == "vi-VN"


def test_header_boxes_have_their_sizes(files):
    root = part(files["decision"])
    assert size(run_of(root, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) == 13
    assert size(run_of(root, "Độc lập - Tự do - Hạnh phúc")) == 14
    assert size(run_of(root, "Số: 07/QĐ-SNNMT")) == 13
    parent, issuing = run_of(root, "UBND TỈNH MẪU SƠN"), run_of(root, "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG")
    assert parent.find(f"{W}rPr/{W}b") is None
    assert issuing.find(f"{W}rPr/{W}b") is not None
    date = run_of(root, "Mẫu Sơn, ngày 09 tháng 10 năm 2026")
    assert size(date) == 14
    assert date.find(f"{W}rPr/{W}i") is not None


def test_header_is_a_table_without_borders(files):
    table = part(files["plan"]).find(f"{W}body/{W}tbl")
    borders = table.find(f"{W}tblPr/{W}tblBorders")
    assert {side.get(f"{W}val") for side in borders} == {"none"}
    widths = [round(mm(column.get(f"{W}w"))) for column in table.find(f"{W}tblGrid")]
    assert widths == [66, 99]
    cells = [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert cells[1] == ["Số: 05/KH-UBND", "Đồng Mẫu, ngày 05 tháng 02 năm 2026"]


def rule_length(element, room: float) -> float:
    """Length in mm of the rule drawn under a paragraph in a text `room` mm wide; 0 without one."""
    if element.find(f"{W}pPr/{W}pBdr/{W}bottom") is None:
        return 0
    indent = element.find(f"{W}pPr/{W}ind")
    return room - mm(indent.get(f"{W}left")) - mm(indent.get(f"{W}right"))


def test_rules_are_drawn_as_long_as_decreed(files):
    root = part(files["plan"])
    cells = list(root.find(f"{W}body/{W}tbl").iter(f"{W}tc"))
    issuer = next(filter(None, (rule_length(p, 66) for p in cells[0].iter(f"{W}p"))))
    motto = next(filter(None, (rule_length(p, 99) for p in cells[1].iter(f"{W}p"))))
    assert motto == pytest.approx(60.5, abs=0.3)
    assert 1 / 3 <= issuer / 31.6 <= 1 / 2  # "XÃ ĐỒNG MẪU" is 31,6 mm long
    subject = paragraph(root, "Triển khai thực hiện Chương trình mục tiêu quốc gia giảm nghèo").getnext()
    assert 165 / 6 < rule_length(subject, 165) < 165 / 2


def test_body_paragraphs_are_set_as_decreed(files):
    styles = part(files["plan"], "word/styles.xml")
    body = next(style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "ND30Body")
    assert value(body, "pPr/jc") == "both"
    assert round(mm(value(body, "pPr/ind", "firstLine")), 1) == 12.7
    assert int(value(body, "pPr/spacing", "after")) / 20 >= 6
    assert 1 <= int(value(body, "pPr/spacing", "line")) / 240 <= 1.5
    assert size(body) == 14


def test_headings_carry_their_outline_level(files):
    root = part(files["plan"])
    levels = {
        "A. KẾT QUẢ THỰC HIỆN NĂM 2025": "Heading1",
        "II. KẾT QUẢ THỰC HIỆN MỤC TIÊU": "Heading2",
        "1. Kết quả giảm tỷ lệ hộ nghèo": "Heading3",
        "a) Mục tiêu": "Heading4",
        "1. Phấn đấu năm 2026": "ND30Body",
        "- Thôn Mẫu Một": "ND30Body",
    }
    for start, style in levels.items():
        assert value(paragraph(root, start), "pPr/pStyle") == style
    chapter = paragraph(part(files["minutes"]), "Chương I\nDiễn biến")
    assert value(chapter, "pPr/outlineLvl") == "0"
    assert run_of(chapter, "Diễn biến").find(f"{W}rPr/{W}caps") is not None


def test_page_number_starts_on_page_two(files):
    section = part(files["plan"]).find(f".//{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    headers = [part(files["plan"], f"word/header{number}.xml") for number in (1, 2)]
    codes = ["".join(header.itertext()) for header in headers]
    assert sorted("PAGE" in code for code in codes) == [False, True]
    numbered = next(header for header in headers if "PAGE" in "".join(header.itertext()))
    assert value(numbered, "p/pPr/jc") == "center"


def test_wide_table_turns_its_page_and_back(files):
    sections = list(part(files["wide"]).iter(f"{W}sectPr"))
    pages = [section.find(f"{W}pgSz") for section in sections]
    assert [round(mm(page.get(f"{W}w"))) for page in pages] == [210, 297, 210]
    assert [page.get(f"{W}orient") for page in pages] == [None, "landscape", None]
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [True, False, False]


def test_appendices_count_their_pages_anew(files):
    sections = list(part(files["decision"]).iter(f"{W}sectPr"))
    starts = [value(section, "pgNumType", "start") for section in sections]
    assert starts == [None, "1", "1"]


def test_body_table_repeats_its_header_row(files):
    table = list(part(files["report"]).iter(f"{W}tbl"))[1]
    rows = list(table.iter(f"{W}tr"))
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert rows[1].find(f"{W}trPr/{W}tblHeader") is None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert value(table, "tblPr/tblBorders/insideH") == "single"
    assert "Giải ngân" in value(table, "tblPr/tblCaption")
    assert [value(cell, "p/pPr/jc") for cell in rows[1].iter(f"{W}tc")][2:] == ["right"] * 3


def test_recipients_stand_beside_the_signature(files):
    root = part(files["plan"])
    left, right = list(root.iter(f"{W}tbl"))[-1].iter(f"{W}tc")
    lines = [words(p) for p in left.iter(f"{W}p")]
    assert lines[0] == "Nơi nhận:"
    assert lines[-1] == "- Lưu: VT, KT."
    assert all(line.startswith("- ") and line.endswith(";") for line in lines[1:-1])
    word = run_of(left, "Nơi nhận:")
    assert size(word) == 12
    assert all(word.find(f"{W}rPr/{W}{look}") is not None for look in "bi")
    assert [words(p) for p in right.iter(f"{W}p")] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
    ]
    name = list(right.iter(f"{W}p"))[-1]
    assert int(value(name, "pPr/spacing", "before")) / 20 > 60  # points of room for the signature


def test_closing_and_signature_stay_together(files):
    root = part(files["plan"])
    closing = paragraph(root, "Trên đây là Kế hoạch")
    assert closing.find(f"{W}pPr/{W}keepNext") is not None
    assert closing.getnext().find(f"{W}pPr/{W}keepNext") is not None
    assert list(root.iter(f"{W}tbl"))[-1].find(f"{W}tr/{W}trPr/{W}cantSplit") is not None


def test_letter_has_its_subject_under_the_number(files):
    root = part(files["letter"])
    number, _ = list(list(root.find(f"{W}body/{W}tbl").iter(f"{W}tr"))[1].iter(f"{W}tc"))
    lines = [words(p) for p in number.iter(f"{W}p")]
    assert lines == ["Số: 12/UBND-KT", "V/v đề nghị hướng dẫn giải ngân vốn sự nghiệp chuyển nguồn sang năm 2026"]
    about = list(number.iter(f"{W}p"))[1]
    assert int(value(about, "pPr/spacing", "before")) / 20 == 6
    assert size(about.find(f"{W}r")) == 12
    assert paragraph(root, "Kính gửi: Sở Nông nghiệp và Môi trường") is not None


def test_several_addressees_stand_one_below_the_other(files):
    root = part(files["report"])
    first = paragraph(root, "Kính gửi:").getnext()
    assert words(first) == "- Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh;"
    assert words(first.getnext()) == "- Sở Nông nghiệp và Môi trường."


def test_missing_parts_are_highlighted(files):
    run = run_of(part(files["plan"]), "[còn thiếu: số quyết định giao vốn]")
    assert value(run, "rPr/highlight") == "yellow"


def test_properties_say_what_the_document_is(files):
    import docx

    core = docx.Document(str(files["plan"])).core_properties
    assert core.title.startswith("Triển khai thực hiện Chương trình")
    assert (core.subject, core.author, core.language) == (
        "Kế hoạch 05/KH-UBND",
        "ỦY BAN NHÂN DÂN XÃ ĐỒNG MẪU",
        "vi-VN",
    )
    assert abs(core.created.replace(tzinfo=datetime.UTC) - datetime.datetime.now(tz=datetime.UTC)).days == 0
    settings = part(files["plan"], "word/settings.xml")
    assert settings.find(f"{W}compat/{W}compatSetting").get(f"{W}val") == "15"


# The order the schema of WordprocessingML fixes (ECMA-376 part 1, 17.3-17.6); to Word another order is a broken file.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u effect "
    "lang",
    "tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar pgBorders lnNumType pgNumType cols titlePg docGrid",
}


def test_elements_stand_in_the_order_word_wants(files):
    seen = set()
    for path in files.values():
        for name in ("word/document.xml", "word/styles.xml"):
            for element in part(path, name).iter(*(f"{W}{kind}" for kind in ORDER)):
                kind = element.tag.removeprefix(W)
                order = ORDER[kind].split()
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), (path.name, kind, [child.tag for child in element])
                seen.add(kind)
    assert seen == set(ORDER)


def test_every_cell_ends_in_a_paragraph(files):
    for path in files.values():
        body = part(path).find(f"{W}body")
        assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc"))
        assert body[-1].tag == f"{W}sectPr"
        assert body[-2].tag == f"{W}p"
