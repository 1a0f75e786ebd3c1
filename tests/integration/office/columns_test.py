"""The list of plans shows the columns asked for, on the screen and in the file, and adds its figures up."""

import zipfile
from io import BytesIO

import pytest

from giamngheo.office.tables import as_file

pytestmark = pytest.mark.django_db


def header(client, query: str) -> str:
    return client.get(f"/ke-hoach/danh-sach.csv?{query}").content.decode("utf-8-sig").splitlines()[0]


def test_file_has_the_columns_of_the_screen(officer_client, plan) -> None:
    assert header(officer_client, "") == "Năm;Đơn vị;Trạng thái;Sai;Nên xem lại;Sửa lần cuối"
    assert header(officer_client, "cot=ke-hoach&cot=sai&cot=don-vi") == "Năm;Đơn vị;Sai"
    assert header(officer_client, "cot=ke-hoach,sua") == "Năm;Sửa lần cuối"
    assert header(officer_client, "cot=ke-hoach") == "Năm"
    assert header(officer_client, "cot=nothing-of-ours") == header(officer_client, "")


def test_hidden_columns_leave_the_page_and_links_keep_it_so(officer_client, plan) -> None:
    page = officer_client.get("/ke-hoach/?cot=ke-hoach&cot=trang-thai").content.decode()
    assert f"error-{plan.pk}" not in page
    assert "Dự thảo" in page
    assert "danh-sach.csv?cot=ke-hoach%2Ctrang-thai" in page


def test_counts_come_with_their_sum(officer_client, plan) -> None:
    answer = officer_client.get(f"/ke-hoach/so-phat-hien/?id={plan.pk}")
    found = answer.context["rows"][0][1]
    assert found["error"] > 0
    assert answer.context["totals"] == {"error": found["error"], "warning": found["warning"]}
    assert "#error-total" in answer.content.decode()
    assert "#error-total" not in officer_client.get(f"/ke-hoach/so-phat-hien/?id={plan.pk}&cot=sua").content.decode()


def test_workbook_has_the_same_cells_as_the_list(officer_client, plan) -> None:
    answer = officer_client.get("/ke-hoach/danh-sach.xlsx?cot=ke-hoach&cot=trang-thai")
    assert "ke-hoach-giam-ngheo.xlsx" in answer.headers["Content-Disposition"]
    sheet = zipfile.ZipFile(BytesIO(answer.content)).read("xl/worksheets/sheet1.xml").decode()
    assert [word in sheet for word in ("Trạng thái", "Dự thảo", "<v>2024</v>", "Nên xem lại")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("word", ["=1+1", "+84", "-2", "@x", "\u200b=1+1", "\t=1", "\uff1d1"])
def test_word_never_becomes_a_formula(word) -> None:
    text = as_file("csv", "x", ["a"], [[word, 3]]).content.decode("utf-8-sig")
    assert "'" + word in text
    book = zipfile.ZipFile(BytesIO(as_file("xlsx", "x", ["a"], [[word, 3]]).content))
    assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
