# ruff: noqa: F811 fixtures of other files are named as arguments
"""The papers' screens: looked at with masked ids, taken away with a record, made in the background; another commune's
officer finds none of them."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giamngheo.audit.models import Event
from giamngheo.foundation.findings import FindingError
from giamngheo.review.actions import papers as actions
from giamngheo.review.models import PaperJob, PaperJobState, ReviewCase
from giamngheo.review.papers import jobs
from tests.integration.review.conftest import (  # noqa: F401 fixtures of a round
    elsewhere,
    family,
    neighbours,
    register,
    rows,
    villages,
)
from tests.integration.review.papers_test import homes, walked, whole  # noqa: F401
from tests.unit.paperwork_write.helpers import pdf_pages

pytestmark = pytest.mark.django_db
START = "/ra-soat/giay-to/"


@pytest.fixture(autouse=True)
def _ground(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PLANNING_JOBS_INLINE = True


@pytest.fixture
def many(monkeypatch):
    """More than one certificate is already too many to wait for."""
    monkeypatch.setattr(jobs, "WAIT_FOR", 1)


def handed_out() -> list[Event]:
    return list(Event.objects.filter(action="review.hand_out_paper").order_by("id"))


def text(answer) -> str:
    return answer.content.decode()


def test_every_paper_is_shown_and_taken_away(whole, officer_client) -> None:
    for kind, pk in whole.items():
        page = officer_client.get(f"{START}{kind}/{pk}/")
        assert page.status_code == 200, kind
        shown = officer_client.get(f"{START}{kind}/{pk}.html")
        assert shown.status_code == 200, kind
        assert "script-src 'none'" in shown.headers["Content-Security-Policy"]
    assert not handed_out()  # looking is not taking away
    for kind, pk in whole.items():
        assert pdf_pages(officer_client.get(f"{START}{kind}/{pk}.pdf").content), kind
        word = officer_client.get(f"{START}{kind}/{pk}.docx")
        assert "word/document.xml" in ZipFile(BytesIO(word.content)).namelist()
        assert word.headers["Cache-Control"] == "no-store"
        assert word.headers["Content-Disposition"] == f'attachment; filename="{kind}-{pk}-hoang-phu.docx"'
    assert len(handed_out()) == 2 * len(whole)


def test_what_was_taken_is_recorded_with_who_what_and_how_many(whole, officer_client, officer) -> None:
    officer_client.get(f"{START}quyet-dinh/{whole['quyet-dinh']}.pdf")
    officer_client.get(f"{START}giay-chung-nhan-dot/{whole['giay-chung-nhan-dot']}.docx")
    decision, certificates = handed_out()
    assert decision.actor_id == officer.pk
    assert decision.subject_type == "review.Decision"
    assert decision.after == {"paper": "quyet-dinh", "form": "pdf", "households": 3, "whole_ids": False}
    assert certificates.after["households"] == 3
    assert certificates.after["whole_ids"] is True
    assert certificates.unit_code == "15889"


def test_ids_are_masked_on_the_screen_and_whole_in_the_file(whole, officer_client) -> None:
    address = f"{START}giay-chung-nhan/{whole['giay-chung-nhan']}"
    assert "••••••••0000" in text(officer_client.get(f"{address}.html"))
    assert "038 070 000 000" not in text(officer_client.get(f"{address}.html"))
    assert "038 070 000 000" in pdf_pages(officer_client.get(f"{address}.pdf").content)[0]


def test_who_may_not_see_ids_looks_but_takes_no_certificate(whole, sign_in, make_user, hoang_phu_new) -> None:
    client = sign_in(make_user("ra-soat-vien", "village_reviewer", hoang_phu_new))
    address = f"{START}giay-chung-nhan/{whole['giay-chung-nhan']}"
    page = client.get(f"{address}/")
    assert page.status_code == 200
    assert f"{address}.pdf" not in text(page)
    assert client.get(f"{address}.html").status_code == 200
    assert client.get(f"{address}.pdf").status_code == 403
    assert client.get(f"{START}giay-chung-nhan-dot/{whole['giay-chung-nhan-dot']}.docx").status_code == 403
    assert client.get(f"{START}bien-ban-hop/{whole['bien-ban-hop']}.docx").status_code == 200
    assert (
        client.post(f"{START}dot/{whole['giay-chung-nhan-dot']}/giay-chung-nhan/", {"form": "pdf"}).status_code == 403
    )
    assert [each.after["paper"] for each in handed_out()] == ["bien-ban-hop"]


def test_another_commune_finds_nothing(whole, other_officer_client) -> None:
    for kind, pk in whole.items():
        for end in ("/", ".html", ".pdf", ".docx"):
            assert other_officer_client.get(f"{START}{kind}/{pk}{end}").status_code == 404, kind
    round_ = whole["giay-chung-nhan-dot"]
    assert other_officer_client.get(f"{START}dot/{round_}/").status_code == 404
    assert other_officer_client.post(f"{START}dot/{round_}/giay-chung-nhan/", {"form": "pdf"}).status_code == 404
    assert not handed_out()


@pytest.mark.parametrize(
    "address", ["giay-la/1/", "quyet-dinh/999999/", "quyet-dinh/999999.pdf", "dot/999999/", "viec/9/"]
)
def test_paper_that_is_not_there(address, officer_client) -> None:
    assert officer_client.get(START + address).status_code == 404


def test_unknown_form_is_not_there(whole, officer_client) -> None:
    assert officer_client.get(f"{START}niem-yet/{whole['niem-yet']}.xlsx").status_code == 404


def test_stranger_is_sent_to_sign_in(whole, client) -> None:
    assert client.get(f"{START}niem-yet/{whole['niem-yet']}.pdf").status_code == 302


def test_round_lists_its_papers_in_a_constant_number_of_queries(walked, officer_client) -> None:
    counts = []
    for made in (walked(2), walked(6, start=50, kind="monthly")):
        officer_client.get(f"{START}dot/{made['round'].pk}/")
        with CaptureQueriesContext(connection) as asked:
            page = officer_client.get(f"{START}dot/{made['round'].pk}/")
        counts.append(len(asked))
        for part in (f"bien-ban-hop/{made['meeting'].pk}", f"to-trinh/{made['proposal'].pk}"):
            assert f"{START}{part}.docx" in text(page)
    assert counts[0] == counts[1]
    assert counts[0] <= 24


def test_missing_parts_are_counted_on_the_page(whole, officer_client) -> None:
    page = text(officer_client.get(f"{START}xin-y-kien/{whole['xin-y-kien']}/"))
    assert "1 chỗ còn thiếu" in page


def test_page_says_which_official_form_was_not_seen(whole, officer_client) -> None:
    assert "mẫu chính thức chưa đọc được" in text(officer_client.get(f"{START}bien-ban-hop/{whole['bien-ban-hop']}/"))


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_many_certificates_are_made_in_the_background_and_fetched(form, whole, officer_client) -> None:
    round_ = whole["giay-chung-nhan-dot"]
    sent_away = officer_client.get(f"{START}giay-chung-nhan-dot/{round_}.pdf")
    assert sent_away.headers["Location"] == f"{START}dot/{round_}/"
    assert f"{START}dot/{round_}/giay-chung-nhan/" in text(officer_client.get(f"{START}dot/{round_}/"))
    page = officer_client.post(f"{START}dot/{round_}/giay-chung-nhan/", {"form": form}, follow=True)
    assert "Đã in xong 3 giấy." in text(page)
    job = PaperJob.objects.get()
    file = officer_client.get(f"{START}viec/{job.pk}/tep/")
    content = b"".join(file.streaming_content)
    if form == "pdf":
        assert len(pdf_pages(content)) == 6
    else:
        assert "word/document.xml" in ZipFile(BytesIO(content)).namelist()
    assert handed_out()[-1].after == {"paper": "giay-chung-nhan-dot", "form": form, "households": 3, "whole_ids": True}


def test_work_is_not_seen_by_those_who_may_not_see_ids(
    whole, officer, other_officer_client, sign_in, make_user, hoang_phu_new
) -> None:
    from giamngheo.review.models import ReviewRound

    round_ = ReviewRound.objects.get(pk=whole["giay-chung-nhan-dot"])
    job = actions.order_certificates(by=officer, round_=round_, form="pdf")
    jobs.start(job)
    reviewer = sign_in(make_user("ra-soat-vien", "village_reviewer", hoang_phu_new))
    for client in (other_officer_client, reviewer):
        for end in ("", "tien-trinh/", "tep/"):
            assert client.get(f"{START}viec/{job.pk}/{end}").status_code == 404
        assert client.post(f"{START}viec/{job.pk}/dung/").status_code == 404


def ordered(rows, walked, officer):
    return actions.order_certificates(by=officer, round_=walked(2)["round"], form="pdf")


def test_stopped_work_leaves_no_file(rows, walked, officer, officer_client) -> None:
    job = ordered(rows, walked, officer)
    assert "0 trong 2 giấy" in text(officer_client.get(f"{START}viec/{job.pk}/"))
    officer_client.post(f"{START}viec/{job.pk}/dung/")
    jobs.work(job.pk)
    job.refresh_from_db()
    assert job.state == PaperJobState.STOPPED
    assert not list(jobs.folder().glob("*"))
    assert "Việc in đã dừng theo yêu cầu" in text(officer_client.get(f"{START}viec/{job.pk}/"))
    assert officer_client.get(f"{START}viec/{job.pk}/tep/").status_code == 404


def test_same_work_is_not_begun_twice(rows, walked, officer) -> None:
    job = ordered(rows, walked, officer)
    assert actions.order_certificates(by=officer, round_=job.round, form="pdf").pk == job.pk


def test_round_without_certificates_says_so(rows, officer_client) -> None:
    page = officer_client.post(f"{START}dot/{rows.round().pk}/giay-chung-nhan/", {"form": "pdf"})
    assert page.status_code == 409
    assert "chưa có giấy chứng nhận nào" in text(page)
    assert not PaperJob.objects.exists()


def test_failed_work_says_so_and_leaves_nothing(rows, walked, officer, officer_client, monkeypatch) -> None:
    job = ordered(rows, walked, officer)
    monkeypatch.setattr(jobs, "render_pdf", lambda *_args, **_more: 1 / 0)
    jobs.work(job.pk)
    assert not list(jobs.folder().glob("*"))
    assert "Không tạo được tệp" in text(officer_client.get(f"{START}viec/{job.pk}/"))


def test_right_taken_away_meanwhile_stops_the_work(rows, walked, officer) -> None:
    job = ordered(rows, walked, officer)
    officer.grants.update(valid_to=date(2025, 12, 31))
    jobs.work(job.pk)
    job.refresh_from_db()
    assert job.state == PaperJobState.FAILED
    assert not list(jobs.folder().glob("*"))


def test_work_that_died_is_buried_and_old_files_are_removed(rows, walked, officer, officer_client) -> None:
    job = ordered(rows, walked, officer)
    jobs.work(job.pk)
    job.refresh_from_db()
    path = jobs.file_of(job)
    assert path is not None
    import os

    os.utime(path, (0, 0))
    dead = PaperJob.objects.create(round=job.round, form="pdf", total=2, by=officer)
    PaperJob.objects.filter(pk=dead.pk).update(changed_at=timezone.now() - timedelta(minutes=11))
    jobs.tidy()
    dead.refresh_from_db()
    assert dead.state == PaperJobState.FAILED
    assert not path.exists()
    assert "Tệp đã hết hạn giữ và đã xóa" in text(officer_client.get(f"{START}viec/{job.pk}/"))


def test_paper_is_vietnamese_whatever_the_language_of_the_screen(whole, officer_client) -> None:
    officer_client.cookies["django_language"] = "en"
    shown = text(officer_client.get(f"{START}giay-chung-nhan/{whole['giay-chung-nhan']}.html"))
    assert "Chủ hộ" in shown
    assert "Hộ nghèo (N)" in shown
    minutes = text(officer_client.get(f"{START}bien-ban-hop/{whole['bien-ban-hop']}.html"))
    assert "Biên bản được lập thành 02 bản" in minutes


def test_village_is_listed_alone(rows, homes, officer_client, villages) -> None:
    round_ = rows.round()
    first, second = homes(2)
    rows.case(round_, first.household)
    rows.village = villages[1]
    rows.case(round_, second.household)
    address = f"{START}danh-sach-ra-soat/{round_.pk}"
    assert f"{address}.docx?thon={villages[1].pk}" in text(officer_client.get(f"{START}dot/{round_.pk}/"))
    page = text(officer_client.get(f"{address}/?thon={villages[1].pk}"))
    assert f"{address}.html?thon={villages[1].pk}" in page
    shown = text(officer_client.get(f"{address}.html?thon={villages[1].pk}"))
    assert "Văn Hộ1" in shown
    assert "Văn Hộ0" not in shown
    assert "Văn Hộ0" in text(officer_client.get(f"{address}.html?thon=x"))


def test_slips_of_a_village_come_in_one_file_a_page_each(whole, officer_client, rows) -> None:
    round_ = whole["phieu-giai-thich-dot"]
    query = f"?thon={rows.village.pk}"
    assert f"{START}phieu-giai-thich-dot/{round_}/{query}" in text(officer_client.get(f"{START}dot/{round_}/"))
    one = pdf_pages(officer_client.get(f"{START}phieu-giai-thich/{whole['phieu-giai-thich']}.pdf").content)
    pages = pdf_pages(officer_client.get(f"{START}phieu-giai-thich-dot/{round_}.pdf{query}").content)
    assert len(pages) == 4  # three walked through, one refused
    assert one[0] in pages
    assert handed_out()[-1].after == {
        "paper": "phieu-giai-thich-dot", "form": "pdf", "households": 4, "whole_ids": False,
    }  # fmt: skip
    assert officer_client.get(f"{START}phieu-giai-thich-dot/{round_}.pdf?thon=999999").status_code == 404


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_slips_of_a_large_village_are_made_in_the_background(form, whole, officer_client, other_officer_client, rows):
    round_, village = whole["phieu-giai-thich-dot"], rows.village
    address, query = f"{START}phieu-giai-thich-dot/{round_}", f"?thon={village.pk}"
    sent_away = officer_client.get(f"{address}.{form}{query}")
    assert sent_away.headers["Location"] == f"{START}dot/{round_}/"
    order = f"{START}dot/{round_}/phieu-giai-thich/"
    for place in (f"{START}dot/{round_}/", f"{address}/{query}"):  # both lead to the work in the background
        assert f'action="{order}"' in text(officer_client.get(place))
    page = officer_client.post(order, {"form": form, "thon": village.pk}, follow=True)
    assert "Đã in xong 4 phiếu." in text(page)
    job = PaperJob.objects.get()
    file = officer_client.get(f"{START}viec/{job.pk}/tep/")
    content = b"".join(file.streaming_content)
    assert len(pdf_pages(content)) == 4 if form == "pdf" else content.startswith(b"PK")
    assert handed_out()[-1].after == {
        "paper": "phieu-giai-thich-dot", "form": form, "households": 4, "whole_ids": False,
    }  # fmt: skip
    assert other_officer_client.get(f"{START}viec/{job.pk}/tep/").status_code == 404
    assert other_officer_client.post(order, {"form": form, "thon": village.pk}).status_code == 404


def test_stopped_slips_leave_no_file_and_nobodys_are_refused(whole, officer, officer_client, rows, villages) -> None:
    from giamngheo.review.models import ReviewRound

    round_ = ReviewRound.objects.get(pk=whole["phieu-giai-thich-dot"])
    job = actions.order_slips(by=officer, round_=round_, village=rows.village, form="pdf")
    officer_client.post(f"{START}viec/{job.pk}/dung/")
    jobs.work(job.pk)
    job.refresh_from_db()
    assert (job.state, list(jobs.folder().glob("*"))) == (PaperJobState.STOPPED, [])
    asked = {"form": "pdf", "thon": villages[1].pk}
    assert officer_client.post(f"{START}dot/{round_.pk}/phieu-giai-thich/", asked).status_code == 404
    with pytest.raises(FindingError, match="chưa có hộ nào có kết quả khảo sát"):
        actions.order_slips(by=officer, round_=round_, village=villages[1], form="pdf")


def test_slips_of_two_villages_are_asked_for_by_village(rows, family, neighbours, villages, officer_client) -> None:
    round_ = rows.round()
    for home, village in ((family.household, villages[0]), (neighbours.household, villages[1])):
        case = ReviewCase.objects.create(round=round_, household=home, village=village, source="listed")
        rows.step(case, "surveyed", assessment=rows.assessment(case))
    address = f"{START}phieu-giai-thich-dot/{round_.pk}.html"
    assert officer_client.get(address).status_code == 404  # not the whole round by mistake
    assert officer_client.get(f"{address}?thon={villages[1].pk}").status_code == 200
