"""Which cells of a table are figures with a meaning, and which are only text."""

from datetime import date

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.composing.document import compose
from giamngheo.planning.figure_form import Form, form_of, print_figure
from giamngheo.planning.importing.build import build_content
from giamngheo.planning.importing.cells import Surroundings, find_cells
from giamngheo.planning.importing.names import home_at
from giamngheo.planning.importing.retemplating import restyle, retemplate
from giamngheo.planning.substance import same
from giamngheo.territory.reference import Units
from tests.factories.plan_text import plan_text

REPORT, PLAN = Surroundings(2023, None, 2024), Surroundings(None, None, 2024)


def told(table, around):
    """ "S02 2023 12.48 | …" for every figure found; "T:" before a target, "≈" before an estimate, "@" a part."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in table.strip().split("\n")]
    return " | ".join(
        ("T:" if each.aim else "≈" if each.is_estimate else "")
        + f"{each.indicator} {each.year} {float(each.value):g}"
        + (f" @{each.within}" if each.within else "")
        for each in find_cells(rows, around)
    )


TABLES = [
    (
        "rows name indicators, columns the year reached and the year aimed at",
        """| TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2023 | Kế hoạch 2024 |
           | 1 | Tỷ lệ hộ nghèo | % | 2,10 | 1,54 |
           | 2 | Số hộ nghèo | hộ | 31 | 23 |""",
        PLAN,
        "S02 2023 2.1 | T:S02 2024 1.54 | S01 2023 31 | T:S01 2024 23",
    ),
    (
        "bare years: what was before the plan's year was reached, its own is aimed at",
        """| Chỉ tiêu | 2022 | 2023 | 2024 |
           | Số hộ nghèo | 42 | 31 | 23 |""",
        PLAN,
        "S01 2022 42 | S01 2023 31 | T:S01 2024 23",
    ),
    (
        "an estimate is no actual",
        """| Chỉ tiêu | Ước thực hiện năm 2023 |
           | Giải quyết việc làm mới (người) | 54 |""",
        PLAN,
        "≈S03 2023 54",
    ),
    (
        "a report's columns without a year are of the year reported",
        """| Chỉ tiêu | Kế hoạch | Thực hiện | Tỷ lệ (%) |
           | Tỷ lệ tham gia bảo hiểm y tế (%) | 94,0 | 94,5 | 100,5 |""",
        REPORT,
        "T:S06 2023 94 | S06 2023 94.5",
    ),
    (
        "columns name indicators, rows the villages; the total row is the commune",
        """| TT | Thôn | Số hộ nghèo (hộ) | Tỷ lệ hộ nghèo (%) |
           | 1 | Thôn 1 | 12 | 3,10 |
           | 2 | Thôn 2 | 19 | 2,75 |
           | | Tổng cộng | 31 | 2,88 |""",
        REPORT,
        "S01 2023 12 @Thôn 1 | S02 2023 3.1 @Thôn 1 | S01 2023 19 @Thôn 2 | S02 2023 2.75 @Thôn 2"
        " | S01 2023 31 | S02 2023 2.88",
    ),
    (
        "money is kept in đồng, in whatever the head or the caption counts",
        """| Dự án | Vốn giao | Giải ngân | Tỷ lệ (%) |
           | Dự án 2 | 300 | 285,5 | 95,17 |""",
        Surroundings(2023, None, 2024, "Đơn vị tính: triệu đồng"),
        "F01 2023 3e+08 @Dự án 2 | F03 2023 2.855e+08 @Dự án 2 | F04 2023 95.17 @Dự án 2",
    ),
    (
        "policy credit is told by programme",
        """| Chương trình | Doanh số (triệu đồng) | Lượt hộ |
           | Hộ cận nghèo | 800 | 25 |
           | Học sinh, sinh viên | 90 | 3 |
           | Tổng cộng | 890 | 28 |""",
        REPORT,
        "S09M 2023 800 | S14M 2023 890 | S09L 2023 25 | S14L 2023 28",
    ),
    (
        "years in the first column: a plan's are aims, its opening figures text",
        """| Năm | Hộ nghèo đầu năm (hộ) | Hộ nghèo cuối năm (hộ) |
           | 2023 | 42 | 31 |
           | 2024 | 31 | 23 |""",
        PLAN,
        "T:S01 2023 31 | T:S01 2024 23",
    ),
]
TEXT_ONLY = [
    "| Thôn | Số hộ nghèo (hộ) |\n| Thôn Đông | 1.5 |",  # a point where a comma is meant would print as another number
    "| TT | Công việc | Bắt đầu | Hoàn thành |\n| 1 | Tập huấn | 15/9/2024 | 17/9/2024 |",
    "| TT | Văn bản | Ngày |\n| 1 | 829/QĐ-UBND | 17/3/2023 |",
    "| Chủ hộ | Vốn giao (triệu đồng) |\n| Nguyễn Văn Mẫu | 15 |",  # people are no parts of a commune
    "| Dự án | Vốn giao |\n| Dự án 2 | 300 |",  # money nobody said the unit of
    "| Dự án | Vốn giao (triệu đồng) |\n| Dự án 2 | 1,500 |",  # 1,5 or 1.500
    "| Dự án | Tổng số (triệu đồng) |\n| Dự án 2 | 300 |",  # a sum of what, the catalogue does not know
    "| Chỉ tiêu | So sánh (%) |\n| Tỷ lệ hộ nghèo | 98,2 |",
    "| Chỉ tiêu | Kế hoạch 2024 |\n| Số hộ cận nghèo | 44 |",  # the catalogue has no such indicator
    "| Chỉ tiêu | Kế hoạch 2024 |\n| Số hộ nghèo dân tộc thiểu số | 4 |",
    "| Chỉ tiêu | Đơn vị | Kế hoạch 2024 |\n| Tỷ lệ hộ nghèo | hộ | 44 |",  # units that do not fit
    "| Chỉ tiêu | Kế hoạch 2024 |\n| Tỷ lệ hộ nghèo | 1,5-2,0 |",
    "| Số điện thoại | Hộ nghèo |\n| 0912 | tốt |",
    "| 1 | 2 | 3 |\n| 4 | 5 | 6 |",
]


@pytest.mark.parametrize(("ruling", "table", "around", "expected"), TABLES, ids=[each[0] for each in TABLES])
def test_cell_is_named_by_its_row_and_column(ruling, table, around, expected) -> None:
    assert told(table, around) == expected, ruling


@pytest.mark.parametrize("table", TEXT_ONLY)
@pytest.mark.parametrize("around", [REPORT, PLAN])
def test_cell_of_unsure_meaning_stays_text(table, around) -> None:
    assert told(table, around) == ""


VILLAGES = """Bảng hộ nghèo cuối năm 2023

| TT | Thôn | Số hộ nghèo (hộ) | Vốn giao (triệu đồng) |
| --- | --- | --- | --- |
| 1 | Thôn Đông | 05 | 1.250,5 |
| 2 | Thôn Tây | 26 | 80 |
|  | Tổng cộng | 31 | 1.330,5 |

II. TÍN DỤNG CHÍNH SÁCH"""


@pytest.fixture
def home():
    return home_at(Units.packaged(), "15883", date(2024, 1, 1))


@pytest.fixture
def with_table():
    text = plan_text(**{"II. TÍN DỤNG CHÍNH SÁCH": VILLAGES})
    return build_content(read_text(text), units=Units.packaged())


def cells_of(content):
    made = compose(content)
    return [cell for node in made.document.walk() for row in node.rows[1:] for cell in row[2:]], made.left_out


def test_cells_print_from_values_as_they_stood(with_table) -> None:
    cells, left_out = cells_of(with_table)
    assert cells == ["05", "1.250,5", "26", "80", "31", "1.330,5"]
    assert [each.number for each in left_out] == ["1.1"]
    assert with_table.values["F01.2023.thon-dong"].value == "1250500000"
    assert with_table.values["S01.2023.thon-tay"].within == "Thôn Tây"


def test_figure_told_in_text_and_table_is_one_value(with_table) -> None:
    with_table.values["S01.2023"].value = "30"
    cells, _ = cells_of(with_table)
    assert cells[4] == "30"
    lines = [line.text for line in compose(with_table).document.lines()]
    assert any("từ 42 hộ xuống còn 30 hộ" in line for line in lines)


def test_figure_typed_into_a_cell_changes_its_row(with_table, home) -> None:
    (table,) = [text for text in with_table.texts if text.rows]
    cell = table.rows[1][3]
    table.rows[1][3] = retemplate(cell, "1.300,25", with_table, home)
    assert with_table.values["F01.2023.thon-dong"].value == "1300250000"
    assert cells_of(with_table)[0][1] == "1.300,25"


def test_money_no_form_can_hold_is_printed_in_full(with_table) -> None:
    with_table.values["F01.2023.thon-dong"].value = "1234567890"
    assert cells_of(with_table)[0][1] == "1.234,56789"


def test_zero_in_front_is_a_form_and_no_other_value(with_table) -> None:
    assert same(with_table, build_content(read_text(plan_text(**{
        "II. TÍN DỤNG CHÍNH SÁCH": VILLAGES.replace("| 05 |", "| 5 |"),
    })), units=Units.packaged()))  # fmt: skip


@pytest.mark.parametrize(
    ("value", "decimals", "style", "printed"),
    [
        ("1", 0, "z2", "01"),
        ("12", 0, "z2", "12"),
        ("1.5", 1, "z2", "01,5"),
        ("1040", 0, "z2", "1.040"),
        ("1250000000", 0, "e9d2", "1,25"),
        ("1250000000", 0, "e6d0", "1.250"),
        ("1.5", 1, "unknown", "1,5"),
    ],
)
def test_form_says_how_a_value_prints(value, decimals, style, printed) -> None:
    assert print_figure(value, decimals, style) == printed


def test_form_reads_back_what_it_writes() -> None:
    for form in (Form(), Form(2), Form(1, 6, 1), Form(2, 9, 0)):
        assert form_of(form.style) == form


def test_share_above_plan_keeps_its_zero_through_an_edit(build, home) -> None:
    content = build(**{"đạt 108% kế hoạch": "vượt 01% kế hoạch"})
    (text,) = [each for each in content.texts if "K02.2023" in each.template]
    assert "{value:K02.2023:z2}%" in text.template
    words = "Giải quyết việc làm mới cho 54 lao động, vượt 7% kế hoạch."
    text.template = retemplate(text.template, words, content, home)
    assert "{value:K02.2023}%" in text.template
    assert content.values["K02.2023"].value == "7"
    restyle(content, "value", "K02.2023", "07")
    assert "{value:K02.2023:z2}%" in text.template


HEADINGS = [
    ("1. Tỷ lệ hộ nghèo giảm còn 2,10%", "1. Tỷ lệ hộ nghèo giảm còn {value:S02.2023}%"),
    ("1. Ba nhóm kết quả của 12 thôn", None),
    ("1. Thực hiện Dự án 2", None),
    ("1. Kết quả đến ngày 31/12/2023", None),
]


@pytest.mark.parametrize(("title", "template"), HEADINGS)
def test_heading_holds_a_value_only_as_a_sentence_of_results(build, title, template) -> None:
    heads = f"{title}\n\nKết quả tốt.\n\n2. Việc khác\n\nĐã làm.\n\nII. TÍN DỤNG CHÍNH SÁCH"
    content = build(**{"II. TÍN DỤNG CHÍNH SÁCH": heads})
    section = next(each for each in content.sections if each.source_text == title)
    assert section.title == (template or title).removeprefix("1. ")
    assert any(line.text == title for line in compose(content).document.lines())


def test_heading_under_the_aims_holds_a_target(build) -> None:
    aims = "1. Tỷ lệ hộ nghèo còn dưới 1,5%\n\nGiao các thôn.\n\n2. Lập 3 nhóm hộ\n\nGiao hội phụ nữ."
    content = build(**{"Tỷ lệ hộ nghèo giảm từ 0,5% trở lên.": aims})
    titles = [section.title for section in content.sections]
    assert "Tỷ lệ hộ nghèo còn dưới {target:1}%" in titles
    assert "Lập 3 nhóm hộ" in titles
    (aim,) = [each for each in content.targets.values() if each.value]
    assert (aim.indicator, aim.comparator) == ("S02", "at_most")
