"""Figures of tables are rows like those of sentences: edited once, printed everywhere, and back again."""

import pytest

from giamngheo.audit.models import Event
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


def typed(officer, plan):
    """The table's row and what it prints, to be typed over."""
    view = queries.plan_tree(officer, plan)
    text = next(text for section in view.walk() for text in section.texts if text.rows)
    return plan.texts.get(pk=text.pk), [list(row) for row in text.rows]


def number(plan, key):
    row = IndicatorValue.objects.filter(plan=plan, key=key).first()
    return None if row is None else row.value


def sums(officer, plan):
    return [each.finding.quote for each in queries.findings(officer, plan) if each.finding.code == "ARITH-TABLE"]


def test_table_typed_over_changes_its_values_everywhere_and_comes_back(plan, officer, tmp_path) -> None:
    table, rows = typed(officer, plan)
    rows[1][2], rows[1][3], rows[3][2] = "06", "1.300,25", "32"
    village = IndicatorValue.objects.get(plan=plan, key="S01.2023.thon-dong")
    actions.edit_table(by=officer, text=table, rows=rows, based_on=1)
    assert sums(officer, plan)  # the sum of money was not put right
    village.refresh_from_db()
    assert (village.value, number(plan, "F01.2023.thon-dong"), number(plan, "S01.2023")) == (6, 1_300_250_000, 32)
    assert any("xuống còn 32 hộ" in line for line in lines(plan))
    assert any("06" in line and "1.300,25" in line for line in lines(plan))
    changes = Event.objects.get(action="planning.edit_table").after["changes"]
    assert {row["key"] for row in changes["values"]["changed"]} == {
        "S01.2023", "S01.2023.thon-dong", "F01.2023.thon-dong",
    }  # fmt: skip
    path = tmp_path / "plan.docx"
    write(queries.composed(None, plan).document, path, "docx")
    again = import_plan(by=officer, document=read(path), file_content=path.read_bytes(), file_name=path.name)
    assert (again.status, again.version) == ("unchanged", 2)


def test_row_taken_out_leaves_the_data_and_comes_back_with_its_version(plan, officer) -> None:
    table, rows = typed(officer, plan)
    actions.edit_table(by=officer, text=table, rows=[rows[0], rows[1]], based_on=1)
    assert number(plan, "S01.2023.thon-tay") is number(plan, "F01.2023") is None
    assert number(plan, "S01.2023") == 31  # a sentence prints it
    actions.restore_version(by=officer, plan=plan, number=1, based_on=2)
    assert number(plan, "S01.2023.thon-tay") == 26


def test_text_taken_out_leaves_the_data_and_what_others_print_stays(plan, officer) -> None:
    text = plan.texts.get(source_text__startswith="Tỷ lệ hộ nghèo giảm 0,7%")
    actions.remove_text(by=officer, text=text, based_on=1)
    assert number(plan, "S02.2023") is None
    assert number(plan, "S01.2023") == 31  # the table prints it


def test_figure_of_a_village_is_not_the_communes(plan, officer) -> None:
    poor = values_for(officer, indicator="S01", year=2023)
    assert [(row.within, int(row.value)) for row in poor] == [("", 31)]
    village = IndicatorValue.objects.get(plan=plan, key="S01.2023.thon-dong")
    assert (village.within, int(village.value)) == ("Thôn Đông", 5)
