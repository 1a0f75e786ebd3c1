"""Figures of tables are rows like those of sentences: edited once, printed everywhere, and back again."""

import pytest

from giamngheo.monitoring.models import IndicatorValue
from giamngheo.monitoring.queries import values_for
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers import write
from giamngheo.planning import actions, queries
from giamngheo.planning.actions import import_plan

pytestmark = pytest.mark.django_db

TABLE = """Bảng hộ nghèo cuối năm 2023

| TT | Thôn | Số hộ nghèo (hộ) | Vốn giao (triệu đồng) |
| --- | --- | --- | --- |
| 1 | Thôn Đông | 05 | 1.250,5 |
| 2 | Thôn Tây | 26 | 80 |
|  | Tổng cộng | 31 | 1.330,5 |

II. TÍN DỤNG CHÍNH SÁCH"""
CHANGES = {"II. TÍN DỤNG CHÍNH SÁCH": TABLE, "đạt 108% kế hoạch": "vượt 01% kế hoạch"}


@pytest.fixture
def plan(bring):
    return bring(**CHANGES).plan


def lines(plan):
    return [line.text for line in queries.composed(None, plan).document.lines()]


@pytest.mark.parametrize("form", ["md", "docx", "pdf"])
def test_plan_with_figures_in_a_table_comes_back_the_same(plan, tmp_path, form) -> None:
    path = tmp_path / f"plan.{form}"
    write(queries.composed(None, plan).document, path, form)
    again = import_plan(by=None, document=read(path), file_content=path.read_bytes(), file_name=path.name)
    assert again.status == "unchanged"
    assert any("vượt 01% kế hoạch" in line for line in lines(again.plan))


def test_edited_figure_shows_in_its_sentence_and_its_table(plan, officer) -> None:
    value = IndicatorValue.objects.get(plan=plan, key="S01.2023")
    actions.edit_value(by=officer, value=value, figure="29", based_on=plan.version)
    printed = lines(plan)
    assert any("xuống còn 29 hộ" in line for line in printed)
    assert any("Tổng cộng" in line and "29" in line for line in printed)


def test_zero_typed_in_front_is_printed_in_front(plan, officer) -> None:
    value = IndicatorValue.objects.get(plan=plan, key="S03.2023")
    actions.edit_value(by=officer, value=value, figure="09", based_on=plan.version)
    assert any("cho 09 lao động" in line for line in lines(plan))
    value.refresh_from_db()
    assert value.value == 9


def test_figure_of_a_village_is_not_the_communes(plan, officer) -> None:
    poor = values_for(officer, indicator="S01", year=2023)
    assert [(row.within, int(row.value)) for row in poor] == [("", 31)]
    village = IndicatorValue.objects.get(plan=plan, key="S01.2023.thon-dong")
    assert (village.within, int(village.value)) == ("Thôn Đông", 5)
