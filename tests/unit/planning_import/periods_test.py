"""Plans of 2026-2030: content components instead of projects, the unit after the merger."""

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.importing.build import build_content
from giamngheo.planning.importing.projects import find_node, group_of
from giamngheo.programme.reference import period_of
from giamngheo.territory.reference import Units

NEW = period_of(2026)["nodes"]
OLD = period_of(2024)["nodes"]

TABLE = [
    (NEW, "", "Nội dung thành phần 4: Phát triển nguồn nhân lực và hỗ trợ tạo việc làm bền vững", "H1.04"),
    (NEW, "", "Nội dung thành phần số 10", "H1.10"),
    (NEW, "H2", "Nội dung thành phần 2", "H2.02"),
    (NEW, "", "Hợp phần 2: Vùng dân tộc thiểu số", None),
    (OLD, "", "Dự án 2: Đa dạng hoá sinh kế, phát triển mô hình giảm nghèo", "DA2"),
    (OLD, "DA4", "Tiểu dự án 3", "DA4.3"),
    (OLD, "DA4", "Tiểu dự án 1: Hỗ trợ việc làm bền vững", "DA4.3"),
    (OLD, "DA7", "Tiểu dự án 2: Giám sát đánh giá", "DA7.2"),
    (OLD, "", "Giám sát, đánh giá", "DA7.2"),
    (OLD, "", "Kết quả thực hiện mục tiêu", None),
]


@pytest.mark.parametrize(("nodes", "project", "title", "code"), TABLE)
def test_heading_names_its_node(nodes, project, title, code) -> None:
    found = find_node(title, nodes, project)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(("title", "group"), [("Hợp phần thứ hai: X", "H2"), ("Hợp phần 1", "H1"), ("Dự án 2", "")])
def test_component_groups_are_told_apart(title, group) -> None:
    assert group_of(title) == group


def test_plan_of_2026_has_the_new_tree_and_commune() -> None:
    text = """\
**ỦY BAN NHÂN DÂN
XÃ HOẰNG PHÚ**

Số: 12/KH-UBND

Hoằng Phú, ngày 05 tháng 02 năm 2026

KẾ HOẠCH

Giảm nghèo bền vững trên địa bàn xã Hoằng Phú, tỉnh Thanh Hóa năm 2026

I. NỘI DUNG

1. Nội dung thành phần 10: Nâng cao năng lực, truyền thông, giám sát, đánh giá; phong trào thi đua

a) Mục tiêu: Nâng cao năng lực cán bộ.

b) Nội dung: Tập huấn 02 lớp.

Trên đây là Kế hoạch năm 2026./.
"""
    content = build_content(read_text(text), units=Units.packaged())
    assert (content.commune, content.period, content.head.first_level) == ("15889", "2026-2030", "I")
    assert [section.node for section in content.sections if section.kind == "project"] == ["H1.10"]
    assert (content.head.number, content.head.day) == ("12", 5)
