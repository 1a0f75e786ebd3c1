"""The register of labour and its vacancies out to Excel and back: only changes enter, an import is undone whole."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from giamngheo.accounts.actions import grant
from giamngheo.documents.models import SheetImport
from giamngheo.households.values import PersonValues
from giamngheo.labour.actions import place, tell
from giamngheo.labour.models import LabourRecord, Vacancy
from giamngheo.labour.queries import register_on
from giamngheo.labour.values import Taken, Told
from tests.factories.lists import simple_list
from tests.integration.households.conftest import register, villages  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
FARMER = Told("employed", "agriculture", "farming", 0, "sewing", 2, 6_000_000)


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def home(register):  # noqa: F811 the fixture above
    return register(
        (PersonValues("Nguyễn Văn Bình", "male", 19800000), "head"),
        (PersonValues("Lê Thị Hoa", "female", 19820510), "spouse"),
        (PersonValues("Nguyễn Văn Cả", "male", 20000101), "child"),
    )


def cells(response) -> list[list]:
    return CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()


def send(client, book, path, **values):
    with path.open("rb") as file:
        return client.post(f"/nhap-bang/{book}/", {"viec": "xem", "file": file, **values})


def test_register_goes_out_is_filled_comes_back_and_is_undone(
    officer, officer_client, hoang_phu_new, home, tmp_path
) -> None:
    today = timezone.localdate()
    tell(by=officer, unit=hoang_phu_new, on=DAY, told={home["Bình"].pk: FARMER, home["Cả"].pk: Told("unemployed")})
    head, *rows = cells(officer_client.get("/viec-lam/danh-sach.xlsx"))
    mine = {each[1]: each for each in rows}
    for at, cell in enumerate(mine["Nguyễn Văn Bình"]):
        if isinstance(cell, date) and not isinstance(cell, datetime):
            mine["Nguyễn Văn Bình"][at] = datetime(cell.year, cell.month, cell.day)
    wrong = [*mine["Lê Thị Hoa"]]
    wrong[1] = "Trần Thị Khác"
    mine["Lê Thị Hoa"][5:8] = ["employed? có việc làm", "dịch vụ", "buôn bán"]
    mine["Nguyễn Văn Cả"][4:8] = ["01/04/2026", "có việc làm", "công nghiệp, xây dựng", "xây dựng"]
    path = simple_list(tmp_path / "ld.xlsx", [*mine.values(), wrong], head)

    page = send(officer_client, "workers", path)
    judged = page.context["judged"]
    assert [each.who for each in judged.entering] == ["Nguyễn Văn Cả"]
    assert [(each.who, each.findings[0].code) for each in judged.left_out] == [
        ("Lê Thị Hoa", "TABLE-CELL"), ("Trần Thị Khác", "LABOUR-NAME"),
    ]  # fmt: skip
    assert page.context["same"] == 1

    held = officer_client.post("/nhap-bang/workers/", {"viec": "ghi", "tep": page.context["sent"].token})
    assert held.status_code == 302
    stands = {each.person.pk: each.record for each in register_on(officer, hoang_phu_new, today)}
    assert (stands[home["Cả"].pk].status, stands[home["Cả"].pk].on) == ("employed", date(2026, 4, 1))
    assert officer_client.post(held.url, {"reason": "Nhầm tệp"}).status_code == 302
    stands = {each.person.pk: each.record for each in register_on(officer, hoang_phu_new, today)}
    assert stands[home["Cả"].pk].status == "unemployed"
    assert LabourRecord.objects.count() == 3


def test_what_is_older_twice_or_elsewhere_stays_out(officer, officer_client, hoang_phu_new, home, tmp_path) -> None:
    tell(by=officer, unit=hoang_phu_new, on=DAY, told={home["Bình"].pk: FARMER})
    head = ("Mã người", "Họ và tên", "Ngày khai", "Tình trạng", "Nhóm ngành")
    binh, hoa, ca = (home[name] for name in ("Bình", "Hoa", "Cả"))
    future = timezone.localdate() + timedelta(days=9)
    rows = [
        [binh.pk, binh.full_name, "01/02/2026", "chưa có việc, muốn làm"],
        [hoa.pk, hoa.full_name, "", "unemployed"],
        [hoa.pk, hoa.full_name, f"{future:%d/%m/%Y}", "không tham gia lao động"],
        [ca.pk, ca.full_name, f"{future:%d/%m/%Y}", "không tham gia lao động"],
        [999_999, "Người Lạ", "", "không tham gia lao động"],
        [ca.pk, ca.full_name, "", "chưa có việc, muốn làm", "dịch vụ"],
    ]
    page = send(officer_client, "workers", simple_list(tmp_path / "ld.xlsx", rows, head))
    assert [[one.code for one in each.findings] for each in page.context["judged"].rows] == [
        ["LABOUR-OLDER"], ["TABLE-CELL"], ["LABOUR-DAY"], ["LABOUR-DAY"], ["LABOUR-NOT-HERE"], ["LABOUR-WORK"],
    ]  # fmt: skip


def test_who_writes_in_some_villages_sends_those_and_sees_their_own(
    officer,
    officer_client,
    sign_in,
    make_user,
    hoang_phu_new,
    register,  # noqa: F811 the fixtures above
    villages,  # noqa: F811
    home,
    tmp_path,
) -> None:
    away = register((PersonValues("Phạm Văn Xa", "male", 19900000), "head"), village=villages[1])
    head = ("Mã người", "Họ và tên", "Tình trạng")
    here, there = ([each.pk, each.full_name, "chưa có việc, muốn làm"] for each in (home["Cả"], away["Xa"]))
    reviewer = make_user("truong-thon")
    grant(user=reviewer, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=date(2025, 7, 1),
          villages=villages[:1])  # fmt: skip
    client = sign_in(reviewer)
    page = send(client, "workers", simple_list(tmp_path / "a.xlsx", [here, there], head))
    assert [each.who for each in page.context["judged"].entering] == ["Nguyễn Văn Cả"]
    assert page.context["judged"].left_out[0].findings[0].code == "LABOUR-NOT-HERE"
    mine = client.post("/nhap-bang/workers/", {"viec": "ghi", "tep": page.context["sent"].token}).url

    page = send(officer_client, "workers", simple_list(tmp_path / "b.xlsx", [there], head))
    theirs = officer_client.post("/nhap-bang/workers/", {"viec": "ghi", "tep": page.context["sent"].token}).url
    assert officer_client.get(mine).status_code == 200
    assert client.get(mine).status_code == 200
    assert client.get(theirs).status_code == 404
    assert client.get("/nhap-bang/vacancies/").status_code == 403


def test_vacancies_enter_once_and_close_with_their_import(
    officer, officer_client, hoang_phu_new, home, tmp_path
) -> None:
    head = ("Nơi tuyển", "Vị trí", "Nghề", "Nơi làm việc", "Lương", "Số chỗ", "Nhận từ ngày", "Nhận đến ngày")
    until = f"{timezone.localdate():%d/%m/%Y}"
    sewing = ["May Giả", "Thợ may", "may mặc, da giày", "trong tỉnh", "6.000.000", 2, "01/03/2026", until]
    clerk = ["May Giả", "Kế toán", "văn phòng, giáo viên, y tế", "trong tỉnh", "", 1, "01/03/2026", until]
    path = simple_list(tmp_path / "vt.xlsx", [sewing, clerk, sewing, [*sewing[:5], 0, *sewing[6:]]], head)
    page = send(officer_client, "vacancies", path)
    assert [each.who for each in page.context["judged"].entering] == ["Thợ may", "Kế toán"]
    assert [[one.code for one in each.findings] for each in page.context["judged"].left_out] == [
        ["LABOUR-ROW-TWICE"], ["LABOUR-VALUE"],
    ]  # fmt: skip
    held = officer_client.post("/nhap-bang/vacancies/", {"viec": "ghi", "tep": page.context["sent"].token})
    assert Vacancy.objects.filter(sheet=SheetImport.objects.get()).count() == 2

    out, *rows = cells(officer_client.get("/nhap-bang/vacancies/mau.xlsx?san=so"))
    wage, code = out.index("Lương (đồng một tháng)"), out.index("Mã vị trí")
    page = send(officer_client, "vacancies", simple_list(tmp_path / "y-nguyen.xlsx", _days(rows), out))
    assert (page.context["same"], page.context["entering"], page.context["out"]) == (2, 0, 0)
    at = next(each for each in rows if "Thợ may" in each)
    at[wage] = 7_000_000  # another wage for what is known: without its number it might be another vacancy
    unnamed = [*at[:code], None, *at[code + 1 :]]
    page = send(officer_client, "vacancies", simple_list(tmp_path / "lai.xlsx", _days([unnamed]), out))
    assert page.context["judged"].left_out[0].findings[0].code == "LABOUR-OFFERED"
    page = send(officer_client, "vacancies", simple_list(tmp_path / "sua.xlsx", _days(rows), out))
    assert [each.shown[-1] for each in page.context["judged"].entering] == [
        "Lương (đồng một tháng): 6.000.000 → 7.000.000"
    ]
    changed = officer_client.post("/nhap-bang/vacancies/", {"viec": "ghi", "tep": page.context["sent"].token})
    assert changed.status_code == 302
    assert Vacancy.objects.get(title="Thợ may").wage == 7_000_000
    assert Vacancy.objects.count() == 2

    made = Vacancy.objects.get(title="Thợ may")
    taken = Taken("home", "May Giả", DAY, wage=6_000_000)
    place(by=officer, unit=hoang_phu_new, person=home["Cả"].pk, taken=taken, vacancy=made)
    place(by=officer, unit=hoang_phu_new, person=home["Bình"].pk, taken=taken, vacancy=made)
    fewer = [[*row[: out.index("Số chỗ")], 1, *row[out.index("Số chỗ") + 1 :]] for row in rows]
    page = send(officer_client, "vacancies", simple_list(tmp_path / "it.xlsx", _days(fewer), out))
    assert "LABOUR-FEWER-PLACES" in [each.findings[0].code for each in page.context["judged"].left_out]
    assert "LABOUR-PLACED" in officer_client.post(held.url, {"reason": "Nhầm"}).content.decode()
    assert Vacancy.objects.filter(state="open").count() == 2


def _days(rows):
    return [
        [datetime(each.year, each.month, each.day) if isinstance(each, date) else each for each in row] for row in rows
    ]
