"""The screens of help: a constant number of queries, rights, files of exactly what is shown."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from giamngheo.audit.models import Event
from giamngheo.households.values import PersonValues
from giamngheo.programme.actions import create_work_item
from giamngheo.programme.models import ProgrammeNode
from giamngheo.programme.values import Work
from giamngheo.support.models import DeliveryFile, SupportDelivery
from tests.integration.support.conftest import (  # noqa: F401 fixtures
    classes,
    family,
    neighbours,
    register,
    row,
    villages,
)

pytestmark = pytest.mark.django_db
PAGES = ("/ho-tro/", "/ho-tro/thuoc-dien/", "/ho-tro/ghi/?loai=electricity", "/ho-tro/bang-ke/electricity/")


@pytest.fixture
def scene(family, neighbours, classes, hoang_phu_new):  # noqa: F811 the fixtures above
    classes.give(family.household, "poor")
    row(family, unit=hoang_phu_new)
    return family


def queries_of(client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("path", PAGES)
def test_page_takes_the_same_queries_whatever_it_shows(
    officer_client,
    scene,
    register,  # noqa: F811 the fixtures above
    classes,  # noqa: F811
    hoang_phu_new,
    path: str,
) -> None:
    officer_client.get(path)
    before = queries_of(officer_client, path)
    for name in ("Tí", "Sửu", "Dần"):
        home = register((PersonValues(f"Lê Văn {name}", "male", 19800000), "head"))
        classes.give(home.household, "poor")
        row(home, unit=hoang_phu_new)
    assert queries_of(officer_client, path) == before <= 25


@pytest.mark.parametrize("path", PAGES)
def test_others_do_not_see_it(other_officer_client, scene, path: str) -> None:
    page = other_officer_client.get(path).content.decode()
    assert "Bình" not in page


def test_province_reads_and_does_not_write(province_client, scene, hoang_phu_new) -> None:
    here = f"don-vi={hoang_phu_new.pk}"
    assert "Bình" in province_client.get(f"/ho-tro/?{here}").content.decode()
    assert province_client.get("/ho-tro/ghi/?loai=electricity").status_code == 403
    assert province_client.post("/ho-tro/bang-ke/electricity/tai.docx").status_code == 403


def cells(response) -> list[list]:
    return CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()


def test_workbook_of_who_is_due_names_the_rule(officer_client, scene) -> None:
    rows = cells(officer_client.get("/ho-tro/thuoc-dien.xlsx?loai=health_insurance&muc-dong=1.000.000"))
    assert rows[1][1:4] == ["Nguyễn Văn Bình", "Nguyễn Văn Bình", "hộ nghèo"]
    assert rows[1][6] == 1_000_000
    assert rows[1][9] == "Điểm a khoản 9 Điều 3, 146/2018/NĐ-CP"
    assert len(rows) == 5


def test_what_was_only_remembered_says_so(officer_client, scene) -> None:
    page = officer_client.get("/ho-tro/thuoc-dien/?loai=study_costs").content.decode()
    assert "238/2025/NĐ-CP (chưa kiểm chứng)" in page


def test_statement_is_masked_until_asked_for(officer_client, scene) -> None:
    rows = cells(officer_client.get("/ho-tro/bang-ke/electricity/tai.xlsx"))
    assert rows[1][1:5] == ["Nguyễn Văn Bình", "••••••••0001", "Nhà 1, Thôn Thử 1", 100_000]
    assert not Event.objects.filter(action="support.statement_printed").exists()
    rows = cells(officer_client.post("/ho-tro/bang-ke/electricity/tai.xlsx"))
    assert rows[1][2] == "038 075 000 001"
    assert Event.objects.filter(action="support.statement_printed").count() == 1


def test_list_marks_what_was_taken_back(officer_client, officer, scene) -> None:
    from giamngheo.support.actions import take_back
    from giamngheo.support.models import SupportDelivery
    from tests.integration.support.conftest import DAY

    take_back(by=officer, delivery=SupportDelivery.objects.get(), on=DAY, reason="Ghi nhầm")
    rows = cells(officer_client.get("/ho-tro/danh-sach.xlsx"))
    assert [line[-1] for line in rows[1:]] == ["dòng đảo", "đã đảo"]


def test_batch_keeps_its_evidence_and_work_through_the_preview(
    officer,
    officer_client,
    other_officer_client,
    family,  # noqa: F811 the fixture above
    hoang_phu_new,
    settings,
    tmp_path,
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    work = create_work_item(
        by=officer, unit=hoang_phu_new,
        work=Work(
            node=ProgrammeNode.objects.get(code="H1.03"), year=2026, title="Hỗ trợ tiền điện",
            starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
        ),
    )  # fmt: skip
    typed = {
        "viec": "xem", "chon": f"{family.household.pk}:", "on": "1/3/2026", "instalment": "1", "amount": "100.000",
        "donor": "Ngân sách tỉnh", "confirmation": "signature", "work_item": work.pk,
    }  # fmt: skip
    path = "/ho-tro/ghi/?loai=electricity&nam=2026"
    bad = SimpleUploadedFile("a.png", b"<script>")
    assert officer_client.post(path, {**typed, "evidence": bad}).status_code == 422
    files = [SimpleUploadedFile(name, b"%PDF-1.7 gia " + name.encode()) for name in ("ky-nhan.pdf", "anh.pdf")]
    assert officer_client.post(path, {**typed, "evidence": [*files, bad]}).status_code == 422, "all of them or none"
    for each in files:
        each.seek(0)
    page = officer_client.post(path, {**typed, "evidence": files})
    assert "Minh chứng: ky-nhan.pdf, anh.pdf" in page.content.decode()
    kept = [each.token for each in page.context["evidence"]]
    assert officer_client.post(path, {**typed, "viec": "ghi", "evidence-kept": kept}).status_code == 302
    made = SupportDelivery.objects.get()
    assert (made.work_item, made.file.name) == (work, "ky-nhan.pdf")
    answer = officer_client.get(f"/ho-tro/lan/{made.pk}/minh-chung/")
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 gia ky-nhan.pdf"
    further = made.more_files.get()
    answer = officer_client.get(f"/ho-tro/minh-chung/{further.pk}/")
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 gia anh.pdf"
    assert other_officer_client.get(f"/ho-tro/minh-chung/{further.pk}/").status_code == 404
    assert "anh.pdf" in officer_client.get(f"/ho-tro/lan/{made.pk}/").content.decode()
    for wrong in (lambda: DeliveryFile.objects.update(file=made.file), lambda: DeliveryFile.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
    assert other_officer_client.get(f"/ho-tro/lan/{made.pk}/minh-chung/").status_code == 404
    assert "ky-nhan.pdf" in officer_client.get(f"/ho-tro/lan/{made.pk}/").content.decode()
