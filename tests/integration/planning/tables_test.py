"""A table edited: the next version, its difference, its findings, and the same table out of the exported file."""

import pytest
from django.db import transaction

from giamngheo.audit.models import Event
from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers import write
from giamngheo.planning import actions, queries
from giamngheo.planning.actions import import_plan
from tests.factories.plan_tables import plan_with_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(officer):
    text = plan_with_table()
    return import_plan(by=officer, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


@pytest.fixture
def table(plan):
    return plan.texts.get(kind="table")


def rows_of(officer, plan):
    """The table as it prints."""
    view = queries.plan_tree(officer, plan)
    return next(text.rows for section in view.walk() for text in section.texts if text.rows)


def test_edited_table_is_a_version_with_its_cells_in_the_trail(officer, plan, table) -> None:
    rows = rows_of(officer, plan)
    rows[2][2] = " 7 "
    version = actions.edit_table(by=officer, text=table, rows=rows, based_on=1, reason="đếm lại")
    assert (version.number, version.kind, version.by, version.reason) == (2, "edit", officer, "đếm lại")
    change = Event.objects.get(action="planning.edit_table").after["changes"]["texts"]["changed"]
    assert [(each["before"], each["after"], each["table"]["row"]) for each in change] == [("5", "7", 2)]
    table.refresh_from_db()
    assert table.rows[1][1].startswith("Nuôi bò sinh sản ở xã {unit:")  # the cell nobody touched keeps its token
    actions.restore_version(by=officer, plan=plan, number=1, based_on=2)
    assert queries.diff(officer, plan, 1, 3)["count"] == 0


def test_stale_table_is_refused_and_changes_nothing(officer, plan, table) -> None:
    rows = rows_of(officer, plan)
    actions.edit_table(by=officer, text=table, rows=[*rows, ["", "Mới", "", ""]], based_on=1)
    with pytest.raises(FindingError) as caught:
        actions.edit_table(by=officer, text=table, rows=rows, based_on=1)
    assert caught.value.finding.code == "PLAN-STALE"
    assert len(rows_of(officer, plan)) == 5


def test_reference_written_into_a_cell_enters_the_register(officer, plan, table) -> None:
    rows = rows_of(officer, plan)
    rows[1][1] = "Nuôi bò theo Quyết định số 77/QĐ-UBND ngày 05/3/2024 của UBND huyện"
    actions.edit_table(by=officer, text=table, rows=rows, based_on=1)
    assert table.cites.filter(symbol="77/QĐ-UBND", issued_on="2024-03-05").exists()


def sums(officer, plan):
    """What the check says of the table's sums."""
    return [each.finding.quote for each in queries.findings(officer, plan) if each.finding.code == "ARITH-TABLE"]


def test_findings_are_those_of_the_table_as_it_is_now(officer, plan, table) -> None:
    assert not sums(officer, plan)
    rows = rows_of(officer, plan)
    rows[3][2] = "19"
    actions.edit_table(by=officer, text=table, rows=rows, based_on=1)
    assert len(sums(officer, plan)) == 1
    rows[2][2] = "7"
    actions.edit_table(by=officer, text=table, rows=rows, based_on=2)
    assert not sums(officer, plan)


def test_findings_of_a_change_taken_back_are_not_those_of_the_next(officer, plan, table) -> None:
    rows = rows_of(officer, plan)
    rows[3][2] = "19"
    with transaction.atomic():
        assert actions.edit_table(by=officer, text=table, rows=rows, based_on=1).number == 2
        assert len(sums(officer, plan)) == 1
        transaction.set_rollback(True)
    rows[2][2] = "7"
    assert actions.edit_table(by=officer, text=table, rows=rows, based_on=1).number == 2
    assert not sums(officer, plan)


@pytest.mark.parametrize(("form", "words"), [("docx", "ghi\nchú"), ("md", "ghi\nchú"), ("pdf", "ghi chú")])
def test_exported_edited_table_comes_back_without_a_change(officer, plan, table, tmp_path, form, words) -> None:
    rows = [[*row, words if at else "Ghi chú"] for at, row in enumerate(rows_of(officer, plan))]
    actions.edit_table(by=officer, text=table, rows=[*rows, ["3", "Thuộc xã Hoằng Phú", "", "", ""]], based_on=1)
    path = tmp_path / f"plan.{form}"
    write(queries.composed(officer, plan).document, path, form)
    again = import_plan(by=officer, document=read(path), file_content=path.read_bytes(), file_name=path.name)
    assert (again.status, again.version) == ("unchanged", 2)


def test_table_costs_no_more_than_a_text(officer, plan, table, django_assert_max_num_queries) -> None:
    rows = rows_of(officer, plan)
    rows[2][2] = "7"
    with django_assert_max_num_queries(70):
        actions.edit_table(by=officer, text=table, rows=rows, based_on=1)
