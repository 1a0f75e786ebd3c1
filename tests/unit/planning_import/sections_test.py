"""The tree of a plan: sections, projects, blocks, and lines that only look like headings."""

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.importing.build import build_content
from giamngheo.territory.reference import Units
from tests.factories.plan_text import PLAN, plan_text


def blocks_of(content, node):
    project = next(section for section in content.sections if section.node == node)
    return {section.block: list(content.texts_of(section.key)) for section in content.children(project.key)}


def test_misspelt_issuer_becomes_the_registered_commune(content) -> None:
    assert (content.commune, content.year, content.period) == ("15883", 2024, "2021-2025")
    assert content.units["15883"] == "Hoằng Phú"


def test_every_project_has_all_five_blocks(content) -> None:
    for node in ("DA2", "DA3.2"):
        assert list(blocks_of(content, node)) == ["objective", "beneficiaries", "content", "funding", "assignment"]


def test_blocks_nobody_wrote_stay_empty(content) -> None:
    blocks = blocks_of(content, "DA3.2")
    assert blocks["funding"] == [] == blocks["assignment"]


def test_line_numbered_by_mistake_is_text(content) -> None:
    (text,) = blocks_of(content, "DA2")["assignment"]
    assert text.template.startswith("Công chức văn hóa chủ trì")
    assert text.source_text.startswith("1.1. Công chức")


def test_sentence_broken_by_a_page_is_joined(content) -> None:
    (text,) = blocks_of(content, "DA2")["objective"]
    assert text.run_in
    assert text.template == "Giúp hộ nghèo xã {unit:15883} có thêm việc làm và thu nhập."


def test_subproject_is_found_by_name_under_a_wrong_number(build) -> None:
    content = build(**{"2.1. Tiểu dự án 2: Cải thiện": "2.1. Tiểu dự án 1: Cải thiện"})
    assert "DA3.2" in {section.node for section in content.sections}


def test_every_line_of_the_plan_is_placed(content) -> None:
    assert content.unplaced == []


def test_marks_of_missing_parts_are_no_content(build) -> None:
    content = build(**{"- Tăng cường bữa ăn học đường.": "[còn thiếu: nội dung hỗ trợ]"})
    assert blocks_of(content, "DA3.2")["content"] == []
    assert [each.text for each in content.unplaced] == ["[còn thiếu: nội dung hỗ trợ]"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"XÃ HOÀNG PHÚ": "XÃ KHÔNG ĐÂU CÓ"}, "IMPORT-COMMUNE-UNKNOWN"),
        ({"bàn xã Hoàng Phú năm 2024": "bàn xã Hoàng Phú", "tháng năm 2024": "tháng năm"}, "IMPORT-YEAR-UNKNOWN"),
        ({"bàn xã Hoàng Phú năm 2024": "bàn xã Hoàng Phú năm 2019"}, "IMPORT-YEAR-OUTSIDE"),
        ({"KẾ HOẠCH\n\nGiảm": "QUYẾT ĐỊNH\n\nGiảm", "/KH-UBND\n\nHoàng": "/QĐ-UBND\n\nHoàng"}, "IMPORT-NOT-A-PLAN"),
    ],
)
def test_plans_that_cannot_be_placed_are_refused(changes, code) -> None:
    with pytest.raises(FindingError) as caught:
        build_content(read_text(plan_text(**changes)), units=Units.packaged())
    assert caught.value.finding.code == code
    assert len(caught.value.finding.fixes) >= 2


def test_same_name_in_several_districts_needs_a_code() -> None:
    text = PLAN.replace("HOÀNG PHÚ", "TÂN TIẾN").replace("Hoàng Phú", "Tân Tiến").replace(" Hoàng Hóa", "")
    with pytest.raises(FindingError) as caught:
        build_content(read_text(text), units=Units.packaged())
    assert caught.value.finding.code == "IMPORT-COMMUNE-AMBIGUOUS"
    assert build_content(read_text(text), units=Units.packaged(), commune="15883").commune == "15883"


def test_work_stops_when_somebody_asks() -> None:
    with pytest.raises(FindingError) as caught:
        build_content(read_text(PLAN), units=Units.packaged(), stop=lambda: True)
    assert caught.value.finding.code == "IMPORT-STOPPED"


def test_numbered_lines_side_by_side_are_one_kind() -> None:
    items = (
        "1. Chốt danh sách hộ nuôi bò.\n\n2. Giải ngân hết số vốn còn lại trước ngày 30/11/2024 theo kế hoạch đã giao."
    )
    text = plan_text(**{"Tỷ lệ hộ nghèo giảm từ 0,5% trở lên.": items})
    content = build_content(read_text(text), units=Units.packaged())
    section = next(each for each in content.sections if each.title == "MỤC TIÊU CỤ THỂ")
    assert [(each.kind, each.mark) for each in content.texts_of(section.key)] == [("bullet", "1"), ("bullet", "1")]
    titles = text.replace(
        "2. Giải ngân hết số vốn còn lại trước ngày 30/11/2024 theo kế hoạch đã giao.", "2. Giải ngân"
    )
    content = build_content(read_text(titles.replace("hộ nuôi bò.", "hộ")), units=Units.packaged())
    assert [each.title for each in content.children(section.key)] == ["Chốt danh sách hộ", "Giải ngân"]
