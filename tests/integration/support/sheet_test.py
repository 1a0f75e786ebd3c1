"""A workbook of deliveries: who a row is about, double support, good rows in and bad ones out, the whole undone."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from giamngheo.audit.models import Event
from giamngheo.documents.models import SheetImport
from giamngheo.households.lists.tables import read_table
from giamngheo.households.values import PersonValues
from giamngheo.support.models import SupportDelivery
from giamngheo.support.queries import judge_deliveries
from giamngheo.support.sheet import COLUMNS
from tests.factories.lists import simple_list
from tests.integration.support.conftest import handing, row

pytestmark = pytest.mark.django_db
HEAD = ("Họ và tên người nhận", "Số định danh (CCCD)", "Mã hộ", "Thôn", "Số tiền (đồng)", "Ngày bàn giao",
        "Xác nhận đã nhận", "Hỗ trợ cho", "Tên hàng", "Số lượng", "Đơn vị tính")  # fmt: skip
URL = "/nhap-bang/deliveries/"


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def line(name="Nguyễn Văn Bình", number="", code="H-01", village="", amount=100_000, on="01/03/2026", **more):
    rest = {"how": "ký nhận", "person": "", "item": "", "quantity": "", "measure": "", **more}
    return [name, number, code, village, amount, on, *rest.values()]


@pytest.fixture
def judge(officer, hoang_phu_new, tmp_path):
    def act(*rows, **common):
        table = read_table(simple_list(tmp_path / "a.xlsx", rows, HEAD), COLUMNS)
        return judge_deliveries(officer, hoang_phu_new, table, handing(**{"amount": None, **common}))

    return act


def codes(judged) -> list[list[str]]:
    return [sorted(each.code for each in one.findings if each.code != "SUPPORT-NOT-DUE") for one in judged.rows]


def test_a_row_is_somebody_by_id_code_or_village_never_by_name_alone(judge, family, neighbours, stranger) -> None:
    judged = judge(
        line("NGUYEN VAN BINH", "038075000001", ""),
        line("Lê Văn Khác", "038075000001", ""),
        line("Trần Thị Lan"),
        line("Lê Văn Dũng", "038201000002", "H-02"),
        line("Người Lạ"),
        line("Lê Văn Dũng", code="H-99"),
        line("Lê Văn Dũng", code="", village="Thôn Thử 1"),
        line("Lê Văn Dũng", code=""),
        line("Đặng Văn Khoa", "038090000009", ""),
    )
    assert codes(judged) == [
        [], ["TABLE-ID-NAME"], ["SUPPORT-REPEAT"], ["TABLE-ID-NAME"], ["TABLE-NOT-MEMBER"], ["TABLE-CODE-UNKNOWN"],
        ["TABLE-BY-NAME"], ["TABLE-NOBODY"], ["TABLE-ID-UNKNOWN"],
    ]  # fmt: skip
    assert [each.row.number for each in judged.entering] == [2, 8]


def test_help_of_a_person_goes_to_the_one_named_beside_the_receiver(judge, family) -> None:
    judged = judge(line(person="Nguyễn Thị Chi"), line(person="Trần Văn Nào"), kind="study_costs", instalment=0)
    assert judged.rows[0].value[1].person == family["Chi"].pk
    assert judged.rows[0].value[1].recipient == family["Bình"].pk
    assert codes(judged)[1] == ["TABLE-NOT-MEMBER"]


def test_goods_and_cells_are_judged_with_their_rows(judge, family, neighbours) -> None:
    judged = judge(
        line(amount="", item="Bò giống", quantity="2", measure="con"),
        line("Lê Văn Dũng", code="H-02", amount="", item="Bò giống"),
        line("Lê Văn Dũng", code="H-02", amount="một triệu", on="hôm qua", how="gật đầu"),
        kind="livelihood_community", instalment=0,
    )  # fmt: skip
    assert codes(judged) == [[], ["SUPPORT-GOODS"], ["TABLE-CELL"] * 3]
    assert {each.line for each in judged.rows[2].findings} == {4}


def test_queries_do_not_grow_with_the_rows(judge, register) -> None:
    names = ["Tí", "Sửu", "Dần", "Mão", "Thìn", "Tỵ"]
    for name in names:
        register((PersonValues(f"Lê Văn {name}", "male", 19800000), "head"), code=name)
    rows = [line(f"Lê Văn {name}", code=name) for name in names]

    def count(some) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert len(judge(*some).entering) == len(some)
        return len(captured)

    assert count(rows[:2]) == count(rows) <= 25


def post(client, **values):
    return client.post(URL, {"loai": "electricity", "instalment": "1", "donor": "Ngân sách tỉnh", **values})


def test_good_rows_enter_bad_ones_come_back_and_the_whole_is_undone(
    officer_client, other_officer_client, province_client, family, neighbours, hoang_phu_new, tmp_path
) -> None:
    row(neighbours, unit=hoang_phu_new, donor="Hội Chữ thập đỏ")
    path = simple_list(tmp_path / "ds.xlsx", [line(), line("Lê Văn Dũng", code="H-02")], HEAD)
    with path.open("rb") as file:
        page = post(officer_client, viec="xem", file=file)
    assert page.status_code == 200
    text = page.content.decode()
    assert "Hội Chữ thập đỏ" in text
    assert SupportDelivery.objects.count() == 1
    token = page.context["sent"].token

    assert post(other_officer_client, viec="ghi", tep=token).status_code != 302
    held = post(officer_client, viec="ghi", tep=token)
    sheet = SheetImport.objects.get()
    assert held.url == f"{URL}lan/{sheet.pk}/"
    entered = SupportDelivery.objects.get(sheet=sheet)
    assert (entered.household, entered.amount, entered.on) == (family.household, 100_000, date(2026, 3, 1))
    assert Event.objects.filter(action="support.deliver_sheet").count() == 1

    page = officer_client.get(held.url)
    assert "Dòng 3" in page.content.decode()
    answer = officer_client.post(f"{held.url}can-sua.xlsx")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [each[0] for each in rows] == [HEAD[0], "Lê Văn Dũng"]
    assert "Chữ thập đỏ" in rows[1][-1]
    assert other_officer_client.get(held.url).status_code == 404
    assert province_client.get(held.url).status_code == 404

    again = post(officer_client, viec="ghi", tep=token)  # everything in it stands or doubles
    assert again.status_code == 422
    assert "TABLE-NOTHING-NEW" in again.content.decode()

    assert officer_client.post(held.url, {"on": "02/03/2026", "reason": ""}).status_code == 422
    assert officer_client.post(held.url, {"on": "02/03/2026", "reason": "Nhầm tệp"}).status_code == 302
    assert SupportDelivery.objects.get(reverses=entered).reason == "Nhầm tệp"
    assert officer_client.post(held.url, {"on": "02/03/2026", "reason": "Lại"}).status_code == 422
    assert SupportDelivery.objects.count() == 3


def test_template_comes_with_those_who_wait_and_comes_back(officer_client, classes, family, tmp_path) -> None:
    classes.give(family.household, "poor")
    answer = officer_client.get(f"{URL}mau.xlsx?san=electricity")
    path = tmp_path / "mau.xlsx"
    path.write_bytes(answer.content)
    table = read_table(path, COLUMNS)
    assert [each.cells["code"] for each in table.rows] == ["H-01"]
    assert len(table.labels) == len(COLUMNS)
