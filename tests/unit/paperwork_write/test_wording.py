"""Punctuation, blanks, missing parts, characters no file can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.paperwork.writers.sheet import Run
from giamngheo.paperwork.writers.widths import balanced_width, longest_line, text_width
from giamngheo.paperwork.writers.wording import (
    BLANK,
    ended,
    listed,
    plain,
    printable,
    printed_date,
    printed_reference,
    runs,
    without_dash,
)


@pytest.mark.parametrize(
    ("text", "mark", "printed"),
    [
        ("Trên đây là Kế hoạch", "./.", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch.", "./.", "Trên đây là Kế hoạch./."),
        ("Trên đây là Kế hoạch./.", "./.", "Trên đây là Kế hoạch./."),
        ("Căn cứ Luật A.", ";", "Căn cứ Luật A;"),
        ("Căn cứ Luật A;", ".", "Căn cứ Luật A."),
        ("Lưu: VT; LĐTBXH.", ".", "Lưu: VT; LĐTBXH."),
        ("điện, đường, v.v.", ".", "điện, đường, v.v.."),
        ("còn nữa...", "./.", "còn nữa..../."),
    ],
)
def test_a_line_ends_in_its_mark_once(text, mark, printed):
    assert ended(text, mark) == printed


def test_list_lines_end_in_semicolons_and_a_stop():
    assert listed(["A", "B.", "", "C;"]) == ["A;", "B;", "C."]


def test_blank_number_and_date_leave_room():
    assert printed_reference("", "KH-UBND") == f"Số: {BLANK}/KH-UBND"
    assert printed_reference("7", "KH-UBND") == "Số: 07/KH-UBND"
    assert printed_date("Đồng Mẫu", None, 2, None) == f"Đồng Mẫu, ngày {BLANK} tháng 02 năm {BLANK}"


def test_missing_parts_become_marked_runs():
    found = runs("Kinh phí: [còn thiếu: số tiền] theo [còn thiếu: quyết định].", italic=True)
    assert [run.text for run in found if run.mark] == ["[còn thiếu: số tiền]", "[còn thiếu: quyết định]"]
    assert all(run.italic for run in found)
    assert plain(found) == "Kinh phí: [còn thiếu: số tiền] theo [còn thiếu: quyết định]."
    assert runs("[ngoặc thường]") == (Run("[ngoặc thường]"),)


def test_dashes_before_list_lines_are_taken_off():
    assert without_dash(" - Như trên;") == "Như trên;"
    assert without_dash("+ Như trên;") == "Như trên;"


def test_decomposed_letters_are_printed_composed():
    assert printable("hô\u0323") == "hộ"


@given(st.text())
def test_printable_text_holds_in_any_xml_file(text):
    from lxml import etree

    element = etree.Element("p")
    element.text = printable(text)  # lxml refuses what XML 1.0 has no place for
    assert "\n" not in element.text


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyẾỘ ,.", max_size=300), st.integers(20, 160))
def test_balancing_never_costs_a_line(text, width):
    lines, _ = longest_line(text, 14, width, bold=True)
    balanced = balanced_width(text, 14, width, bold=True)
    assert balanced <= width
    again, longest = longest_line(text, 14, balanced + 0.001, bold=True)
    assert again <= lines or longest > width  # a word longer than the line cannot be helped


def test_measured_width_is_that_of_the_font():
    """95,67 mm: measured with the font's own tables (hmtx of Tinos Bold, 13 pt)."""
    assert text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True) == pytest.approx(95.67, abs=0.01)
    assert text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True) == pytest.approx(60.46, abs=0.01)
    assert text_width("ỏ", 14) == text_width("o", 14)
    assert text_width("ợ", 14) > text_width("o", 14)


def test_first_line_that_begins_further_in_may_need_one_line_more():
    word = "mmmmm"
    width = 3.2 * text_width(word, 14)
    text = " ".join([word] * 9)
    assert longest_line(text, 14, width)[0] == 3
    assert longest_line(text, 14, width, indent=0.5 * text_width(word, 14))[0] == 4
