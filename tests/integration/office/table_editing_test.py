"""A table as a form: cells, rows and columns with and without script, refusals that lose nothing, closed to others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.actions import edit_table, import_plan
from tests.factories.plan_tables import plan_with_table

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def plan(officer):
    text = plan_with_table()
    return import_plan(by=officer, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


@pytest.fixture
def table(plan):
    return plan.texts.get(kind="table")


@pytest.fixture
def address(plan, table):
    return f"/ke-hoach/{plan.pk}/sua/t-{table.pk}/"


def form_of(rows, based_on=1, **more):
    cells = {f"o-{row}-{at}": text for row, cells in enumerate(rows) for at, text in enumerate(cells)}
    return {**cells, "based_on": based_on, "was": "mark", "reason": "vì sao", **more}


HEAD = ["STT", "Việc làm", "Số hộ"]
ROWS = [HEAD, ["1", "Nuôi bò", "12"], ["2", "Nuôi dê", "5"]]


def names(answer) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in answer.context["grid"]]


def test_cells_of_a_table_are_fields_with_names(officer_client, address) -> None:
    page = officer_client.get(address)
    assert page.status_code == 200
    words = page.content.decode()
    assert 'name="o-1-2" rows="1" cols="10" aria-label="Dòng 1, Số hộ">12</textarea>' in words
    assert "Nuôi bò sinh sản ở xã Hoằng Phú</textarea>" in words


def test_saved_table_is_shown_with_its_findings(officer_client, plan, address) -> None:
    answer = officer_client.post(address, form_of(ROWS), headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "<td>Nuôi dê</td>" in page
    assert 'hx-target="#findings"' in page
    assert answer.headers["HX-Retarget"] == "#plan-tree"
    history = officer_client.get(f"/ke-hoach/{plan.pk}/lich-su/2/").content.decode()
    assert "bảng, cột “Kinh phí (triệu đồng)”" in history
    assert "bảng, dòng 3" in history


def test_saving_without_script_returns_to_the_plan(officer_client, plan, table, address) -> None:
    answer = officer_client.post(address, form_of(ROWS))
    assert answer.url == f"/ke-hoach/{plan.pk}/"
    table.refresh_from_db()
    assert table.rows == ROWS
    page = officer_client.get(answer.url).content.decode()
    assert f'data-draft-saved="{plan.versions.first().by_id}:{plan.pk}:t-{table.pk}"' in page


@pytest.mark.parametrize(
    ("order", "rows", "focus"),
    [
        ("row-add-0", [HEAD, ["", "", ""], *ROWS[1:]], "o-1-0"),
        ("row-add-2", [*ROWS, ["", "", ""]], "o-3-0"),
        ("row-remove-1", [HEAD, ROWS[2]], "o-1-0"),
        ("row-remove-2", ROWS[:2], "o-1-0"),
        ("row-remove-0", ROWS, "o-0-0"),
        ("column-add-2", [[*row, ""] for row in ROWS], "o-0-3"),
        ("column-add-0", [[row[0], "", *row[1:]] for row in ROWS], "o-0-1"),
        ("column-remove-2", [row[:2] for row in ROWS], "o-0-1"),
        ("show", ROWS, "o-0-0"),
        ("row-add-99999", ROWS, "o-0-0"),
        ("row-remove--1", ROWS, "o-0-0"),
    ],
)
@pytest.mark.parametrize("headers", [HTMX, {}], ids=["script", "plain"])
def test_rows_and_columns_change_without_saving(
    officer_client, plan, address, order, rows, focus, headers, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(12):
        answer = officer_client.post(address, form_of(ROWS, lam=order), headers=headers)
    assert answer.status_code == 200
    assert names(answer) == rows
    page = answer.content.decode()
    assert f'name="{focus}"' in page.split("data-focus")[0].rsplit("<textarea", 1)[1]
    assert 'name="was" value="mark"' in page
    assert 'value="vì sao"' in page
    plan.refresh_from_db()
    assert plan.version == 1


def test_last_column_stays(officer_client, address) -> None:
    answer = officer_client.post(address, form_of([["A"], ["1"]], lam="column-remove-0"), headers=HTMX)
    assert names(answer) == [["A"], ["1"]]


@pytest.mark.parametrize(
    ("rows", "code"), [([["", ""], ["1", "2"]], "PLAN-TABLE-HEADER"), ([["x"] * 31], "PLAN-TABLE-LARGE")]
)
def test_refused_table_says_why(officer_client, plan, address, rows, code) -> None:
    answer = officer_client.post(address, form_of(rows), headers=HTMX)
    assert (answer.status_code, answer.context["form"]["problem"]["code"]) == (422, code)
    assert 'role="alert"' in answer.content.decode()
    if code == "PLAN-TABLE-HEADER":
        assert names(answer) == rows
    plan.refresh_from_db()
    assert plan.version == 1


def test_table_too_large_for_a_screen_opens_with_the_reason(officer_client, table, address) -> None:
    table.rows = [["x"] * 31, ["y"] * 31]
    table.save()
    page = officer_client.get(address)
    assert page.context["form"]["problem"]["code"] == "PLAN-TABLE-LARGE"
    assert "<textarea" not in page.content.decode()


def test_largest_table_of_a_screen_is_saved(officer_client, table, address) -> None:
    rows = [["x"] * 10] + [[str(at)] * 10 for at in range(399)]
    assert officer_client.post(address, form_of(rows), headers=HTMX).status_code == 200
    table.refresh_from_db()
    assert table.rows == rows


def test_stale_table_shows_both_and_what_differs(officer, officer_client, plan, table, address) -> None:
    edit_table(by=officer, text=table, rows=[HEAD, ["1", "Nuôi bò", "13"], ["2", "Nuôi dê", "5"]], based_on=1)
    answer = officer_client.post(address, form_of(ROWS), headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<td>13</td>" in page
    assert "bảng, dòng 1 “Nuôi bò”, cột “Số hộ”" in page
    assert "<del>13</del><ins>12</ins>" in page
    assert 'name="based_on" value="2"' in page
    assert names(answer) == ROWS


def test_table_of_another_commune_does_not_exist(other_officer_client, address) -> None:
    assert other_officer_client.get(address).status_code == 404
    assert other_officer_client.post(address, form_of(ROWS)).status_code == 404
    assert other_officer_client.post(address, form_of(ROWS, lam="row-add-1")).status_code == 404


def test_reader_without_the_right_changes_no_table(sign_in, make_user, hoang_phu_new, plan, address) -> None:
    client = sign_in(make_user("ra-soat", "village_reviewer", hoang_phu_new))
    assert client.post(address, form_of(ROWS)).status_code == 403
    assert client.post(address, form_of(ROWS, lam="row-add-1")).status_code == 403
    assert client.get(address).status_code == 403
    page = client.get(f"/ke-hoach/{plan.pk}/").content.decode()
    assert "/sua/" not in page


def test_form_of_a_table_asks_as_few_questions_as_a_page(officer_client, address) -> None:
    officer_client.get(address)
    with CaptureQueriesContext(connection) as captured:
        officer_client.get(address)
    assert len(captured) <= 33


@pytest.mark.parametrize("extra", [{"o-99999-99999": "x"}, {"o-1-²": "x"}, {"o--1-0": "x"}, {"o-123456-0": "x"}])
def test_nonsense_fields_break_no_table(officer_client, address, extra) -> None:
    answer = officer_client.post(address, form_of(ROWS, lam="show") | extra, headers=HTMX)
    assert answer.status_code == 200
    assert len(answer.context["grid"]) <= 4
