"""A file on its way in: refused with words, previewed, applied, stopped."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giamngheo.planning.models import Upload
from giamngheo.programme.models import AnnualPlan
from tests.factories.plan_text import plan_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(officer_client):
    """send(text): upload a text as the officer; returns the answer and the upload."""

    def make(content=None, name="ke-hoach.txt", **data):
        file = SimpleUploadedFile(name, plan_text().encode() if content is None else content)
        answer = officer_client.post("/ke-hoach/tai-len/", {"file": file, **data})
        return answer, Upload.objects.order_by("-pk").first()

    return make


def test_upload_shows_what_would_change_before_it_does(send, officer_client) -> None:
    answer, upload = send()
    assert answer.url == f"/ke-hoach/tai-len/{upload.pk}/"
    page = officer_client.get(answer.url).content.decode()
    assert "Nhập kế hoạch" in page
    assert "sẽ nhập mới" in page
    assert not AnnualPlan.objects.exists()
    applied = officer_client.post(f"{answer.url}nhap/")
    assert applied.url == f"/ke-hoach/{AnnualPlan.objects.get().pk}/"


def test_corrected_file_shows_the_changed_words(send, officer_client, plan) -> None:
    answer, _upload = send(plan_text(**{"54 lao động": "57 lao động"}).encode())
    page = officer_client.get(answer.url).content.decode()
    assert "<del>54</del><ins>57</ins>" in page
    plan.refresh_from_db()
    assert plan.version == 1


def test_corrected_file_names_the_changed_cell(send, officer_client) -> None:
    from tests.factories.plan_tables import plan_with_table

    first, _upload = send(plan_with_table().encode())
    officer_client.post(f"{first.url}nhap/")
    answer, _upload = send(plan_with_table(**{"| Nuôi dê | 5 |": "| Nuôi dê | 7 |"}).encode())
    page = officer_client.get(answer.url).content.decode()
    assert "bảng, dòng 2 “Nuôi dê”, cột “Số hộ”" in page
    assert "<del>5</del><ins>7</ins>" in page


def test_page_of_an_upload_asks_few_questions(send, officer_client, django_assert_max_num_queries) -> None:
    answer, _upload = send()
    officer_client.get(answer.url)
    with django_assert_max_num_queries(6):
        officer_client.get(answer.url)


def test_same_file_again_says_nothing_changes(send, officer_client, plan) -> None:
    answer, _upload = send()
    page = officer_client.get(answer.url).content.decode()
    assert "nhập cũng không thay đổi gì" in page


def test_unreadable_file_says_what_to_do(send, officer_client) -> None:
    answer, upload = send(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, name="cu.doc")
    page = officer_client.get(answer.url).content.decode()
    upload.refresh_from_db()
    assert upload.state == "failed"
    assert 'role="alert"' in page
    assert "Traceback" not in page


def test_too_large_file_is_refused_before_it_is_kept(send, settings) -> None:
    settings.MAX_UPLOAD_BYTES = 10
    answer, upload = send()
    assert answer.status_code == 422
    assert "Tệp quá lớn" in answer.content.decode()
    assert upload is None


def test_form_without_file_says_so(officer_client) -> None:
    answer = officer_client.post("/ke-hoach/tai-len/", {})
    assert answer.status_code == 422
    assert "Chưa chọn tệp" in answer.content.decode()


def test_preview_put_away_changes_nothing(send, officer_client) -> None:
    answer, upload = send()
    officer_client.post(f"{answer.url}dung/")
    upload.refresh_from_db()
    assert upload.state == "stopped"
    assert officer_client.post(f"{answer.url}nhap/").status_code == 409
    assert not AnnualPlan.objects.exists()


def test_upload_of_somebody_elses_commune_is_not_found(send, other_officer_client) -> None:
    answer, _upload = send()
    assert other_officer_client.get(answer.url).status_code == 404
    assert other_officer_client.post(f"{answer.url}nhap/").status_code == 404


def test_file_of_another_commune_is_refused_with_reason(other_officer_client) -> None:
    file = SimpleUploadedFile("ke-hoach.txt", plan_text().encode())
    answer = other_officer_client.post("/ke-hoach/tai-len/", {"file": file})
    page = other_officer_client.get(answer.url).content.decode()
    assert "không thuộc" in page
    assert not AnnualPlan.objects.exists()


def test_waiting_file_is_the_first_thing_to_do(send, officer_client) -> None:
    _answer, upload = send()
    page = officer_client.get("/").content.decode()
    assert "Một tệp đang chờ bạn quyết định" in page
    assert f"/ke-hoach/tai-len/{upload.pk}/" in page
