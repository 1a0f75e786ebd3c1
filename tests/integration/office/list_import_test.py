"""The screens of a list on its way in, without JavaScript; and that another commune's user finds none of them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giamngheo.audit.models import Event
from giamngheo.households.models import ListImport, Person
from giamngheo.territory.actions import open_village
from tests.factories.lists import official_list, simple_list

pytestmark = pytest.mark.django_db
START = "/ho-dan/nhap-danh-sach/"


@pytest.fixture(autouse=True)
def _ground(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PLANNING_JOBS_INLINE = True


@pytest.fixture
def send(officer_client, tmp_path):
    def make(path=None, day="10/12/2025", client=officer_client):
        path = path or official_list(tmp_path / "ds.xlsx")
        file = SimpleUploadedFile(path.name, path.read_bytes())
        return client.post(START, {"file": file, "day": day}, follow=True)

    return make


@pytest.fixture
def list_page(send):
    return f"{START}{send().context['held'].pk}/"


def text(answer) -> str:
    return answer.content.decode()


def test_officer_sends_looks_confirms_and_takes_back(send, officer_client) -> None:
    answer = send()
    address = answer.request["PATH_INFO"]
    assert "Thôn chưa có trong xã" in text(answer)
    done = officer_client.post(f"{address}nhap/", {"new-village": ["Thôn Đông", "Thôn Tây"]}, follow=True)
    assert "Đã ghi vào sổ hộ." in text(done)
    assert Person.objects.count() == 6
    refused = officer_client.post(f"{address}hoan-tac/", {"reason": " "})
    assert refused.status_code == 409
    assert Person.objects.count() == 6
    undone = officer_client.post(f"{address}hoan-tac/", {"reason": "nhầm tệp"}, follow=True)
    assert "Lần nhập này đã hoàn tác." in text(undone)
    assert not Person.objects.exists()


@pytest.mark.parametrize("day", ["31/02/2025", "1/1/1899", "ngày mai", "1/1/2999"])
def test_day_that_cannot_be_is_told_beside_the_form(send, day) -> None:
    answer = send(day=day)
    assert answer.status_code == 422
    assert "LIST-DAY" in text(answer)
    assert not ListImport.objects.exists()


def test_missing_file_is_told(officer_client) -> None:
    answer = officer_client.post(START, {"day": ""})
    assert (answer.status_code, "Chưa chọn tệp." in text(answer)) == (422, True)


def test_names_in_the_list_are_escaped(send, tmp_path, hoang_phu_new) -> None:
    open_village(commune=hoang_phu_new, name="Thôn 1", by=None, valid_from=date(2025, 7, 1))
    evil = "<script>alert(1)</script>"
    heading = ("STT hộ", "Thôn", "Họ và tên", evil)
    answer = send(
        simple_list(tmp_path / "x.xlsx", [[1, f"Thôn {evil}", f"Lê {evil}", ""], [2, evil, "Lê Văn A", ""]], heading)
    )
    assert evil not in text(answer)


def test_citizen_ids_are_masked_in_the_preview(list_page, officer_client, hoang_phu_new) -> None:
    for name in ("Thôn Đông", "Thôn Tây"):
        open_village(commune=hoang_phu_new, name=name, by=None, valid_from=date(2025, 7, 1))
    held = ListImport.objects.get()
    officer_client.post(f"{list_page}cot/", {"heading": [], "meaning": []})
    held.refresh_from_db()
    shown = text(officer_client.get(list_page))
    assert "••••••••0001" in shown
    assert "038080000001" not in shown


@pytest.mark.parametrize("path", ["", "tien-trinh/", "can-sua/"])
def test_other_commune_finds_no_page(list_page, other_officer_client, province_client, path) -> None:
    assert other_officer_client.get(list_page + path).status_code == 404
    assert province_client.get(list_page + path).status_code == 404


@pytest.mark.parametrize("path", ["cot/", "nhap/", "dung/", "hoan-tac/"])
def test_other_commune_does_nothing(list_page, other_officer_client, officer_client, path) -> None:
    assert other_officer_client.post(list_page + path).status_code == 404
    assert officer_client.get(list_page + path).status_code == 405
    assert ListImport.objects.get().state == "ready"


def test_file_to_correct_is_a_workbook_and_its_leaving_recorded(list_page, officer_client) -> None:
    answer = officer_client.get(f"{list_page}can-sua/")
    assert answer.content.startswith(b"PK")
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    event = Event.objects.get(action="households.exported")
    assert event.after == {"what": "to_correct", "form": "xlsx", "rows": 6, "full_ids": True}
    assert event.reason


def test_who_may_not_import_gets_no_form(province_client) -> None:
    assert province_client.get(START).status_code in (403, 404)


def test_preview_put_away_is_not_imported(list_page, officer_client) -> None:
    officer_client.post(f"{list_page}dung/")
    answer = officer_client.post(f"{list_page}nhap/")
    assert answer.status_code == 409
    assert "LIST-NOT-READY" in text(answer)
    assert not Person.objects.exists()
