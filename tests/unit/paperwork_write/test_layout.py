"""What stands on the sheet, before any file format."""

import pytest

from giamngheo.paperwork.document import Line, NumberStyle, OfficialDocument, PlaceAndDate, replace
from giamngheo.paperwork.writers.layout import lay_out
from giamngheo.paperwork.writers.sheet import Role
from giamngheo.paperwork.writers.wording import plain
from tests.factories import documents as make
from tests.unit.paperwork_write.helpers import sample


@pytest.mark.parametrize(
    ("issuer", "parents", "issuing"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU"), (), ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU")),
        (("Ủy ban nhân dân xã Đồng Mẫu Thượng",), (), ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU THƯỢNG")),
        (("UBND TỈNH MẪU SƠN", "SỞ TÀI CHÍNH"), ("UBND TỈNH MẪU SƠN",), ("SỞ TÀI CHÍNH",)),
        (("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU", "BAN CHỈ ĐẠO"), ("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG MẪU"), ("BAN CHỈ ĐẠO",)),
        ((), (), ()),
    ],
)
def test_parent_body_is_told_from_issuing_body(issuer, parents, issuing):
    head = lay_out(replace(make.plan(), issuer=make.lines(*issuer))).head
    assert (head.parents, head.issuers) == (parents, issuing)


def test_an_empty_document_is_still_laid_out():
    sheet = lay_out(OfficialDocument(doc_type=""))
    assert sheet.head.state == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert sheet.foot.empty
    assert sheet.name == "Văn bản"


def test_rule_lengths_are_shares_of_their_lines():
    sheet = lay_out(sample("plan"))
    assert sheet.head.motto_rule == pytest.approx(60.5, abs=0.1)  # as long as the words above it
    assert 1 / 3 <= sheet.title.rule / sheet.title.width <= 1 / 2
    assert 0.3 <= sheet.head.issuer_rule / sheet.head.issuer_width <= 0.5


def test_a_long_place_name_takes_the_smaller_size():
    long = PlaceAndDate("Thành phố Đồng Mẫu Thượng", 15, 12, 2026)
    assert lay_out(replace(make.plan(), place_and_date=long)).head.date_size == 13
    assert lay_out(make.plan()).head.date_size == 14


def test_bases_end_in_semicolons_and_the_last_in_a_stop():
    bases = lay_out(sample("decision")).bases
    assert [plain(item.runs)[-1] for item in bases] == ["G", ";", ".", ":"]
    assert [item.centred for item in bases] == [True, False, False, True]


def test_the_end_mark_stands_once_at_the_end():
    assert plain(lay_out(sample("letter")).closing.runs).endswith("hướng dẫn./.")
    assert plain(lay_out(sample("plan")).closing.runs).endswith("năm 2026./.")
    decision = lay_out(sample("decision"))
    assert decision.closing is None
    assert plain(decision.blocks[-1].runs).endswith("Quyết định này./.")


@pytest.mark.parametrize(
    ("node", "bold", "italic", "caps", "outline"),
    [
        (make.roman("I.", "Mục tiêu", level=1), True, False, True, 1),
        (make.arabic("1.", "Kết quả", make.paragraph("Đủ.")), True, False, False, 1),
        (make.arabic("1.", "Giao Phòng Kinh tế chủ trì thực hiện."), False, False, False, 0),
        (make.point("đ)", "Phân công", make.bullet("Phòng Kinh tế.")), False, False, False, 1),
        (make.heading("1.1.", "Dự án", NumberStyle.DECIMAL, 1, make.paragraph("Đủ.")), True, True, False, 1),
        (make.heading("1.1.1.", "Dự án", NumberStyle.DECIMAL, 1, make.paragraph("Đủ.")), False, True, False, 1),
        (make.article("Điều 2.", "Hiệu lực", make.arabic("1.", "Một.")), True, False, False, 1),
        (make.article("Điều 1.", "Công nhận 12 hộ thoát nghèo."), False, False, False, 0),
    ],
)
def test_heading_levels_are_set_as_decreed(node, bold, italic, caps, outline):
    block = lay_out(replace(make.plan(), body=(node,), closing=Line("Hết"))).blocks[0]
    look = block.runs[0]
    assert (look.bold, look.italic, look.caps, block.outline) == (bold, italic, caps, outline)


def test_the_number_of_an_untitled_article_is_bold():
    block = lay_out(sample("decision")).blocks[0]
    assert plain(block.number) == "Điều 1."
    assert block.number[0].bold
    assert not block.runs[0].bold


def test_outline_levels_never_skip_one():
    for document in make.everything().values():
        last = 0
        for block in lay_out(document).blocks:
            if block.outline:
                assert block.outline <= last + 1
                last = block.outline


def test_nothing_of_the_body_is_lost():
    for document in make.everything().values():
        sheet = lay_out(document)
        printed = " ".join(
            plain(block.number) + " " + plain(block.runs) + " ".join(plain(c) for row in _rows(block) for c in row)
            for block in (*sheet.blocks, *(b for appendix in sheet.appendices for b in appendix.blocks))
        )
        for node in document.walk():
            if not node.text.lower().startswith(("danh sách hộ", "mẫu giấy", "(kèm theo", "điều khiển")):
                assert node.text.rstrip(".") in printed


def _rows(block):
    return block.grid.rows if block.grid else ()


def test_bullets_without_marks_get_a_dash_then_a_plus():
    inner = make.bullet("con", mark="")
    blocks = lay_out(replace(make.plan(), body=(make.bullet("cha", inner, mark=""),))).blocks
    assert [plain(block.number) for block in blocks] == ["-", "+"]


def test_appendices_follow_the_signature_with_their_line():
    first, second = lay_out(sample("decision")).appendices
    assert first.word == "Phụ lục I"
    assert plain(first.title) == "DANH SÁCH HỘ THOÁT NGHÈO NĂM 2026"
    assert plain(first.attached) == "(Kèm theo Quyết định số 07/QĐ-SNNMT ngày 09 tháng 10 năm 2026)"
    assert plain(second.attached) == "(Kèm theo Quyết định số 07/QĐ-SNNMT)"
    assert first.blocks[0].role is Role.TABLE


def test_an_appendix_read_line_by_line_is_put_together():
    title = make.heading("", "DANH SÁCH HỘ", NumberStyle.NONE, 1, make.paragraph("(Kèm theo Kế hoạch này)"))
    nodes = (make.heading("", "Phụ lục I", NumberStyle.NONE, 1), title, make.paragraph("Nội dung."))
    (appendix,) = lay_out(replace(make.plan(), appendices=nodes)).appendices
    assert (appendix.word, plain(appendix.title)) == ("Phụ lục I", "DANH SÁCH HỘ")
    assert plain(appendix.attached) == "(Kèm theo Kế hoạch này)"
    assert [plain(block.runs) for block in appendix.blocks] == ["Nội dung."]


def test_columns_of_figures_are_set_to_the_right():
    grid = next(block.grid for block in lay_out(sample("report")).blocks if block.grid)
    assert grid.figures == (True, False, True, True, True)
    assert grid.short == (True, False, False, False, False)
    assert sum(grid.shares) == pytest.approx(1, abs=0.001)
    assert not grid.wide


def test_a_table_too_wide_turns_the_page():
    assert next(block.grid for block in lay_out(sample("wide")).blocks if block.grid).wide


def test_three_cosigners_stand_two_by_two():
    foot = lay_out(sample("minutes")).foot
    names = [[plain(signer.name) if signer else "" for signer in row] for row in foot.rows]
    assert names == [["Lê Văn Ví Dụ", "Vũ Thị Tỉ Dụ"], ["Đỗ Văn Mẫu", "Trần Thị Thử"]]
