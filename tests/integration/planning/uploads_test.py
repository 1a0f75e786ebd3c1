"""Uploads: kept by hash, previewed before anything changes, stopped when asked, never half applied."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.documents.actions import file_path
from giamngheo.foundation.findings import FindingError
from giamngheo.planning import actions, jobs, queries
from giamngheo.planning.models import Upload
from giamngheo.programme.models import AnnualPlan
from tests.factories.plan_text import PLAN, plan_text
from tests.threads import reads_that_block_nobody

pytestmark = pytest.mark.django_db
BYTES = PLAN.encode()


@pytest.fixture
def receive(officer, hoang_phu_new):
    def make(content=BYTES, name="ke-hoach.txt", by=officer, unit=hoang_phu_new):
        return actions.receive_upload(by=by, unit=unit, name=name, content=content)

    return make


def test_upload_is_previewed_then_applied(receive, officer) -> None:
    upload = receive()
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert (upload.state, upload.percent, upload.year) == ("ready", 100, 2024)
    assert upload.result["status"] == "created"
    assert upload.result["findings"]
    assert not AnnualPlan.objects.exists()
    outcome = actions.apply_upload(by=officer, upload=upload)
    upload.refresh_from_db()
    assert (upload.state, upload.plan, outcome.version) == ("applied", outcome.plan, 1)


def test_same_bytes_are_kept_once(receive) -> None:
    first, second = receive(), receive(name="ban-sao.txt")
    assert first.file == second.file
    assert file_path(first.file.sha256).read_bytes() == BYTES


def test_second_upload_previews_only_the_difference(plan, receive) -> None:
    upload = receive(plan_text(**{"từ 42 hộ": "từ 43 hộ"}).encode())
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert (upload.result["status"], upload.base_version, upload.plan) == ("changed", 1, plan)
    assert upload.result["diff"]["values"]["changed"][0]["after"] == "43"


def test_preview_of_a_moved_plan_is_not_applied(plan, receive, officer, text_with) -> None:
    upload = receive(plan_text(**{"từ 42 hộ": "từ 43 hộ"}).encode())
    jobs.start(upload, inline=True)
    actions.edit_printed(by=officer, text=text_with("Tập huấn"), printed="Khác.", based_on=1)
    with pytest.raises(FindingError) as caught:
        actions.apply_upload(by=officer, upload=upload)
    assert caught.value.finding.code == "PLAN-STALE"
    upload.refresh_from_db()
    assert upload.state == "ready"


def test_stopped_upload_changes_nothing(receive, officer) -> None:
    upload = receive()
    actions.stop_upload(by=officer, upload=upload)
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert upload.state == "stopped"
    with pytest.raises(FindingError) as caught:
        actions.apply_upload(by=officer, upload=upload)
    assert caught.value.finding.code == "UPLOAD-NOT-READY"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "PAPER-"), (b"\x00\x01\x02" * 50, "PAPER-"), ("Chỉ một dòng.".encode(), "IMPORT-")],
)
def test_unreadable_files_end_in_a_finding(receive, content, code) -> None:
    upload = receive(content)
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert upload.state == "failed"
    assert upload.result["finding"]["code"].startswith(code)
    assert len(upload.result["finding"]["fixes"]) >= 2
    assert upload.file.sha256 not in str(upload.result)


def test_plan_of_another_commune_is_refused(receive) -> None:
    text = PLAN.replace("HOÀNG PHÚ", "HOẰNG SƠN").replace("Hoàng Phú", "Hoằng Sơn")
    upload = receive(text.encode())
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert (upload.state, upload.result["finding"]["code"]) == ("failed", "UPLOAD-OTHER-UNIT")


def test_unforeseen_failure_is_told_without_a_trace(receive, monkeypatch, caplog) -> None:
    def fail(*args, **options):
        raise RuntimeError("nổ")

    monkeypatch.setattr(jobs, "check", fail)
    upload = receive()
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert (upload.state, upload.result["finding"]["code"]) == ("failed", "UPLOAD-FAILED")
    assert "nổ" not in str(upload.result)


def test_work_that_died_is_not_shown_for_ever(receive) -> None:
    dead = receive(PLAN.replace("Mẫu", "Thử").encode())
    Upload.objects.filter(pk=dead.pk).update(state="reading", changed_at=timezone.now() - timedelta(hours=1))
    jobs.start(receive(), inline=True)
    dead.refresh_from_db()
    assert (dead.state, dead.result["finding"]["code"]) == ("failed", "UPLOAD-DIED")


def test_other_commune_reaches_no_upload(receive, other_officer, hoang_phu_new) -> None:
    upload = receive()
    assert not queries.uploads_for(other_officer).exists()
    for attempt in (
        lambda: receive(by=other_officer),
        lambda: actions.apply_upload(by=other_officer, upload=upload),
        lambda: actions.stop_upload(by=other_officer, upload=upload),
    ):
        with pytest.raises(OutOfScope):
            attempt()


@pytest.mark.django_db(transaction=True)
def test_thread_works_beside_the_request(receive) -> None:
    upload = receive()
    with reads_that_block_nobody():
        thread = jobs.start(upload, inline=False)
        assert thread is not None
        deadline = time.monotonic() + 30
        while thread.is_alive() and time.monotonic() < deadline:
            assert Upload.objects.get(pk=upload.pk).percent <= 100
            time.sleep(0.05)
    upload.refresh_from_db()
    assert upload.state == "ready", upload.result


def test_stop_in_the_last_moment_is_obeyed(receive, officer, monkeypatch) -> None:
    upload = receive()

    def look_and_be_stopped(*args):
        result = look(*args)
        actions.stop_upload(by=officer, upload=upload)
        return result

    look = jobs._look
    monkeypatch.setattr(jobs, "_look", look_and_be_stopped)
    jobs.start(upload, inline=True)
    upload.refresh_from_db()
    assert upload.state == "stopped"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.md", "passwd.md"), ("C:\\Tài liệu\\kế hoạch.docx", "kế hoạch.docx"), ("\x00\ud800", "?"),
        ("/", "tep"), ("a" * 400 + ".docx", "a" * 250 + ".docx"), ("a\r\nSet-Cookie: x.md", "a Set-Cookie: x.md"),
    ],
)  # fmt: skip
def test_file_names_are_kept_without_folders(receive, sent, kept) -> None:
    upload = receive(name=sent)
    assert upload.name == kept
    assert upload.file.name == kept
    upload.refresh_from_db()
