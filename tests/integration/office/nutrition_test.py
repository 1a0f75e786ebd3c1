"""The screens of growth: rights, records of who looked, a table that is written whole or not, workbooks out and in."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from giamngheo.audit.models import Event
from giamngheo.households.values import PersonValues
from giamngheo.support.models import NutritionMeasurement
from tests.integration.support.conftest import classes, register, villages  # noqa: F401 fixtures

pytestmark = [
    pytest.mark.django_db,
]


@pytest.fixture
def child(register, classes):  # noqa: F811 the fixtures above
    home = register(
        (PersonValues("Lê Thị Hoa", "female", 19980101), "head"),
        (PersonValues("Lê Văn Tí", "male", 20231001), "child"),
        formed_on=date(2024, 1, 1),
    )
    classes.give(home.household, "poor")
    return home["Tí"]


def send(client, child, **values):
    fields = {"on": "01/10/2026", "tu": "standing", "kg": "", "cm": "", "tay": "", **values}
    post = {name if name in ("on", "viec") else f"{name}-{child.pk}": value for name, value in fields.items()}
    return client.post("/dinh-duong/can-do/", {"viec": "ghi", **post})


def test_wrong_figure_keeps_what_was_typed_and_a_confirmed_one_is_written(officer_client, child) -> None:
    page = send(officer_client, child, kg="mười", cm="96")
    assert page.status_code == 422
    assert "mười" in page.content.decode()
    page = send(officer_client, child, kg="14,3", cm="130")
    assert page.status_code == 422
    assert f"lai-{child.pk}" in page.content.decode()
    assert not NutritionMeasurement.objects.exists()
    assert send(officer_client, child, kg="14,3", cm="130", lai="1").status_code == 302
    row = NutritionMeasurement.objects.get()
    assert (row.weight_g, row.height_mm, row.position, row.repeated) == (14_300, 1_300, "standing", True)


def test_looking_and_taking_files_is_recorded(officer_client, child) -> None:
    send(officer_client, child, kg="10,3", cm="86")
    with CaptureQueriesContext(connection) as captured:
        page = officer_client.get("/dinh-duong/?loc=thap-coi").content.decode()
    assert len(captured) <= 25
    assert "thấp còi" in page
    assert "Lê Văn Tí" in page
    assert officer_client.get(f"/dinh-duong/nguoi/{child.pk}/").status_code == 200
    content = officer_client.get("/dinh-duong/danh-sach.xlsx").content
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[1][2] == "Lê Văn Tí"
    actions = set(Event.objects.values_list("action", flat=True))
    assert {"nutrition.seen", "nutrition.exported"} <= actions


def test_without_the_right_only_totals(province_client, other_officer_client, officer_client, child) -> None:
    send(officer_client, child, kg="10,3", cm="86")
    province_client.get("/?don-vi=" + str(NutritionMeasurement.objects.get().unit_id))
    page = province_client.get("/dinh-duong/", follow=True).content.decode()
    assert "Lê Văn Tí" not in page
    assert "dưới 5" in page
    for path in (f"/dinh-duong/nguoi/{child.pk}/", "/dinh-duong/danh-sach.csv"):
        assert province_client.get(path).status_code == 403
    row = NutritionMeasurement.objects.get()
    assert province_client.get(f"/dinh-duong/lan/{row.pk}/").status_code == 404
    assert other_officer_client.get(f"/dinh-duong/nguoi/{child.pk}/").status_code == 404


def test_workbook_only_fills_the_table(officer_client, child) -> None:
    blank = officer_client.get("/dinh-duong/phieu-can-do.xlsx").content
    header, first = CalamineWorkbook.from_filelike(BytesIO(blank)).get_sheet_by_index(0).to_python()[:2]
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, header)
    sheet.write_row(1, 0, [*first[:5], 14.3, 96, "đứng", "", ""])
    sheet.write_row(2, 0, [*first[:1], "Người Khác", "", "", "", 12, 90, "", "", ""])
    book.close()
    file = SimpleUploadedFile("phieu.xlsx", content.getvalue())
    page = officer_client.post("/dinh-duong/can-do/", {"viec": "tep", "file": file}).content.decode()
    assert 'value="14,3"' in page
    assert "Người Khác" in page
    assert not NutritionMeasurement.objects.exists()
    wrong = SimpleUploadedFile("phieu.xlsx", b"khong phai excel")
    assert officer_client.post("/dinh-duong/can-do/", {"viec": "tep", "file": wrong}).status_code == 422
