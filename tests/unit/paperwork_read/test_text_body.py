"""The body as a tree: levels from printed numbers, right or wrong, and sentences the layout has broken."""

from __future__ import annotations

from giamngheo.paperwork.document import NodeKind, NumberStyle
from giamngheo.paperwork.readers.text import read_text


def outline(source: str) -> list[str]:
    """Each node indented by its depth."""

    def walk(nodes: tuple, depth: int) -> list[str]:  # type: ignore[type-arg]
        return [
            line for node in nodes for line in ("  " * depth + node.printed, *walk(node.children, depth + 1))
        ]  # fmt: skip

    return walk(read_text(source).body, 0)


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts)


def test_levels_follow_the_styles_of_numbers() -> None:
    source = paragraphs(
        "A. KẾT QUẢ", "I. CHỈ ĐẠO", "1. Văn bản", "a) Của xã", "- Kế hoạch", "+ Số 5", "2. Khác", "B.KẾ HOẠCH"
    )
    assert outline(source) == [
        "A. KẾT QUẢ", "  I. CHỈ ĐẠO", "    1. Văn bản", "      a) Của xã", "        - Kế hoạch", "          + Số 5",
        "    2. Khác", "B. KẾ HOẠCH",
    ]  # fmt: skip


def test_number_out_of_order_keeps_its_level() -> None:
    source = paragraphs(
        "5. Dự án 7", "5.2. Giám sát", "c) Nội dung", "a) Phân công thực hiện", "3. UBND xã", "a) Xây dựng"
    )
    assert outline(source) == [
        "5. Dự án 7", "  5.2. Giám sát", "    c) Nội dung", "    a) Phân công thực hiện", "3. UBND xã", "  a) Xây dựng",
    ]  # fmt: skip


def test_body_line_numbered_as_heading_is_kept() -> None:
    document = read_text(
        paragraphs("3.1. Tiểu dự án 1", "e) Phân công", "3.2. Công chức văn hóa chủ trì việc này.", "3.3. Khác")
    )
    numbered = [node for node in document.walk() if node.style is NumberStyle.DECIMAL]
    assert [node.number for node in numbered] == ["3.1.", "3.2.", "3.3."]
    assert numbered[1].text == "Công chức văn hóa chủ trì việc này."


def test_point_with_long_text_is_one_heading() -> None:
    text = "Mục tiêu: hỗ trợ đa dạng hóa sinh kế; nâng cao chất lượng cuộc sống; góp phần giảm nghèo bền vững."
    node = read_text(f"1. Dự án 2\n\na) {text}").body[0].children[0]
    assert (node.kind, node.style, node.number, node.text) == (NodeKind.HEADING, NumberStyle.POINT, "a)", text)


def test_plan_approved_inside_an_article_stands_under_it() -> None:
    source = paragraphs("Điều 1. Phê duyệt Kế hoạch:", "I. MỤC TIÊU", "1. Chung", "II. NỘI DUNG", "Điều 2. Hiệu lực")
    assert outline(source) == [
        "Điều 1. Phê duyệt Kế hoạch:",
        "  I. MỤC TIÊU",
        "    1. Chung",
        "  II. NỘI DUNG",
        "Điều 2. Hiệu lực",
    ]


def test_title_on_the_line_below_belongs_to_its_chapter() -> None:
    chapter = read_text(paragraphs("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi")).body[0]
    assert (chapter.number, chapter.text, chapter.place.line, chapter.place.last) == (
        "Chương I",
        "QUY ĐỊNH CHUNG",
        1,
        3,
    )
    assert chapter.children[0].number == "Điều 1."


def test_bold_line_without_number_is_a_heading() -> None:
    nodes = read_text(
        paragraphs("I. NỘI DUNG", "**Hỗ trợ nhà ở**", "Xây mới 5 nhà.", "**Hỗ trợ nước**", "Lắp 3 bể.")
    ).body
    assert [child.text for child in nodes[0].children] == ["Hỗ trợ nhà ở", "Hỗ trợ nước"]


LONG = "Tuy nhiên, tiến độ tổ chức thực hiện mới cơ bản đạt; một số đơn vị chưa quan tâm thực hiện Chương"


def test_sentence_cut_by_a_blank_line_is_joined_and_noted() -> None:
    document = read_text(f"{LONG}\n\ntrình làm cho các hoạt động chậm.\n\nĐoạn sau.")
    assert [node.text for node in document.body] == [f"{LONG} trình làm cho các hoạt động chậm.", "Đoạn sau."]
    assert (document.body[0].place.line, document.body[0].place.last) == (1, 3)
    assert [(note.code, note.line) for note in document.warnings] == [("PAPER-JOINED", 3)]


def test_broken_off_sentence_before_a_capital_stays_alone() -> None:
    document = read_text(
        "Qua đó, góp phần đạt mục tiêu giảm tỷ lệ hộ nghèo trên địa bàn toàn xã\n\nTuy nhiên, còn chậm."
    )
    assert len(document.body) == 2
    assert document.warnings == ()


def test_short_title_does_not_swallow_its_text() -> None:
    assert outline("1. Chỉ tiêu\n\ngiảm 5 hộ nghèo.") == ["1. Chỉ tiêu", "  giảm 5 hộ nghèo."]


def test_text_cut_at_a_margin_flows_again() -> None:
    source = (
        "1. Mục tiêu tổng quát\n"
        "Thực hiện mục tiêu giảm nghèo đa chiều, bao trùm, bền vững tại xã\n"
        "Cẩm An, hạn chế tái nghèo; hỗ trợ người nghèo vươn lên mức sống tối\n"
        "thiểu, theo Kế hoạch số 85/KH-\n"
        "UBND ngày 9/4/2025.\n"
        "- Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo đang sống trong những ngôi\n"
        "nhà tạm.\n"
    )
    nodes = read_text(source).body[0].children
    assert nodes[0].text.endswith("tại xã Cẩm An, hạn chế tái nghèo; hỗ trợ người nghèo vươn lên mức sống tối thiểu, "
                                  "theo Kế hoạch số 85/KH-UBND ngày 9/4/2025.")  # fmt: skip
    assert nodes[1].text.endswith("trong những ngôi nhà tạm.")


def test_lines_of_their_own_stay_apart_without_blank_lines() -> None:
    source = "I. KẾT QUẢ\n1. Văn bản\nĐã ban hành 02 kế hoạch.\n2. Tuyên truyền\n- 12 buổi\n- 6 buổi\n"
    assert outline(source) == [
        "I. KẾT QUẢ",
        "  1. Văn bản",
        "    Đã ban hành 02 kế hoạch.",
        "  2. Tuyên truyền",
        "    - 12 buổi",
        "    - 6 buổi",
    ]


def test_table_keeps_its_cells() -> None:
    document = read_text("1. Kết quả\n\n| TT | Thôn |\n|---|---|\n| 1 | Thôn 1<br>(miền núi) |\n\n2. Khác")
    assert document.body[0].children[0].rows == (("TT", "Thôn"), ("1", "Thôn 1\n(miền núi)"))


def test_old_and_new_tones_are_kept_as_written() -> None:
    document = read_text("Văn hoá xã và văn hóa thôn: hoà giải 5 vụ.")
    assert document.body[0].text == "Văn hoá xã và văn hóa thôn: hoà giải 5 vụ."


def test_marks_of_markdown_leave_the_text() -> None:
    node = read_text(r"3.3. *Tiểu dự án 3: Hỗ trợ \- việc làm*").body[0]
    assert (node.number, node.text, node.italic) == ("3.3.", "Tiểu dự án 3: Hỗ trợ - việc làm", True)
    assert node.raw == r"3.3. *Tiểu dự án 3: Hỗ trợ \- việc làm*"
