"""Uploads whose process died: seen as failed by whoever looks, never while they live, never twice."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from giamngheo.audit.models import Event
from giamngheo.planning import actions, jobs
from giamngheo.planning.models import Upload
from tests.factories.plan_text import PLAN
from tests.threads import reads_that_block_nobody

pytestmark = pytest.mark.django_db

LOOKS = ["/", "/ke-hoach/", "/ke-hoach/tai-len/{pk}/", "/ke-hoach/tai-len/{pk}/tien-trinh/"]


@pytest.fixture
def upload(officer, hoang_phu_new):
    return actions.receive_upload(by=officer, unit=hoang_phu_new, name="a.txt", content=PLAN.encode())


def silent_for(upload, minutes, state="reading"):
    Upload.objects.filter(pk=upload.pk).update(state=state, changed_at=timezone.now() - timedelta(minutes=minutes))


@pytest.mark.parametrize("state", ["received", "reading", "checking"])
@pytest.mark.parametrize(
    "address", ["/", "/ke-hoach/", "/ke-hoach/tai-len/{pk}/", "/ke-hoach/tai-len/{pk}/tien-trinh/"]
)
def test_whoever_looks_sees_a_dead_upload_failed(officer_client, upload, address, state) -> None:
    silent_for(upload, 11, state)
    page = officer_client.get(address.format(pk=upload.pk)).content.decode()
    upload.refresh_from_db()
    assert (upload.state, upload.result["finding"]["code"]) == ("failed", "UPLOAD-DIED")
    assert len(upload.result["finding"]["fixes"]) >= 2
    assert "Một tệp đang chờ" not in page
    if "tai-len" in address:
        assert "Máy chủ đã dừng" in page
        assert "<progress" not in page
    assert Event.objects.filter(action="planning.bury_abandoned", actor_id=None).count() == 1


@pytest.mark.parametrize(("minutes", "state"), [(9, "reading"), (600, "ready"), (600, "stopped"), (600, "applied")])
def test_living_and_finished_uploads_are_let_alone(officer_client, upload, minutes, state) -> None:
    from giamngheo.programme.models import AnnualPlan, ProgrammePeriod

    if state == "applied":
        period = ProgrammePeriod.objects.get(code="2021-2025")
        upload.plan = AnnualPlan.objects.create(commune=upload.unit, year=2024, period=period)
        upload.save()
    silent_for(upload, minutes, state)
    officer_client.get(f"/ke-hoach/tai-len/{upload.pk}/")
    assert actions.bury_abandoned(by=None) == 0
    upload.refresh_from_db()
    assert upload.state == state


def test_looking_at_a_living_upload_costs_no_question_more(officer_client, upload) -> None:
    address = f"/ke-hoach/tai-len/{upload.pk}/tien-trinh/"
    silent_for(upload, 0)
    officer_client.get(address)
    with CaptureQueriesContext(connection) as captured:
        officer_client.get(address)
    assert len(captured) <= 4
    assert not [query for query in captured if query["sql"].startswith("UPDATE")]


def test_server_that_starts_buries_and_sweeps(upload, monkeypatch) -> None:
    swept = []
    monkeypatch.setattr(jobs, "sweep_files", lambda **options: swept.append(options))
    silent_for(upload, 11)
    jobs.after_start()
    upload.refresh_from_db()
    assert upload.state == "failed"
    assert swept == [{"by": None}]


def test_server_starts_although_tidying_up_fails(monkeypatch, caplog) -> None:
    def fail(**options):
        raise OSError("disk")

    monkeypatch.setattr(jobs, "sweep_files", fail)
    jobs.after_start()
    assert "tidying up failed" in caplog.text


def test_buried_work_changes_nothing_more(upload, monkeypatch) -> None:
    """The work was only slow: it was buried while it read, and must not rise again."""
    read = jobs.read

    def slowly(*args, **options):
        silent_for(upload, 11)
        assert actions.bury_abandoned(by=None) == 1
        return read(*args, **options)

    monkeypatch.setattr(jobs, "read", slowly)
    jobs.work(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.result["finding"]["code"]) == ("failed", "UPLOAD-DIED")


def test_work_that_ends_in_the_last_moment_is_believed(upload, monkeypatch) -> None:
    """Whoever buries has read the row while it was silent; the work ends before the burying statement."""
    make = actions.uploading.DIED.at

    def finish_first(**values):
        jobs.work(upload.pk)
        return make(**values)

    silent_for(upload, 11)
    monkeypatch.setattr(actions.uploading, "DIED", type("Slow", (), {"at": staticmethod(finish_first)}))
    assert actions.bury_abandoned(by=None) == 0
    upload.refresh_from_db()
    assert upload.state == "ready"
    assert not Event.objects.filter(action="planning.bury_abandoned").exists()


@pytest.mark.django_db(transaction=True)
def test_upload_that_waits_for_its_turn_says_it_lives(upload, monkeypatch) -> None:
    gate = threading.BoundedSemaphore(1)
    gate.acquire()
    monkeypatch.setattr(jobs, "_AT_ONCE", gate)
    monkeypatch.setattr(jobs, "_ALIVE", 0.05)
    silent_for(upload, 9, "received")
    with reads_that_block_nobody():
        thread = jobs.start(upload, inline=False)
        try:
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline:
                upload.refresh_from_db()
                if upload.changed_at > timezone.now() - timedelta(minutes=1):
                    break
                time.sleep(0.05)
            assert upload.state == "received"
            assert upload.changed_at > timezone.now() - timedelta(minutes=1)
        finally:
            gate.release()
            thread.join(30)
    upload.refresh_from_db()
    assert upload.state == "ready", upload.result


def test_starting_to_serve_tidies_up_once_the_port_is_ours(upload, monkeypatch, capsys) -> None:
    import waitress

    from giamngheo.config.commands.serve import serve

    class Server:
        def run(self) -> None:
            upload.refresh_from_db()
            assert upload.state == "failed"

        def close(self) -> None:
            pass

    def taken(*args, **options):
        raise OSError(98, "taken")

    silent_for(upload, 11)
    monkeypatch.setattr(waitress, "create_server", taken)
    assert serve("127.0.0.1", 8000) == 1
    upload.refresh_from_db()
    assert upload.state == "reading"  # whoever has the port may be working on it
    monkeypatch.setattr(waitress, "create_server", lambda *args, **options: Server())
    assert serve("127.0.0.1", 8000) == 0
