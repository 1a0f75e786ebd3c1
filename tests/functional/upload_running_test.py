"""An upload really read in its own thread, as a browser sees it: progress, leaving and coming back, stopping."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from giamngheo.planning import jobs
from giamngheo.planning.models import Upload
from giamngheo.programme.models import AnnualPlan
from tests.conftest import PASSWORD
from tests.factories.plan_text import plan_text
from tests.threads import reads_that_block_nobody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class Held:
    """A step of the work that waits until the test lets it go on."""

    def __init__(self, step) -> None:
        self.step, self.reached, self.go_on, self.thread = step, threading.Event(), threading.Event(), None

    def __call__(self, *args, **options):
        self.thread = threading.current_thread()
        self.reached.set()
        self.go_on.wait(60)
        return self.step(*args, **options)

    def finish(self) -> None:
        """Let it go on and wait for the end of the thread, which must not outlive the test's database."""
        self.go_on.set()
        if self.thread is not None:
            self.thread.join(60)


@pytest.fixture
def held(monkeypatch, settings):
    settings.PLANNING_JOBS_INLINE = False
    step = Held(jobs.check)
    monkeypatch.setattr(jobs, "check", step)
    with reads_that_block_nobody():
        yield step
        step.finish()


@pytest.fixture
def sent(held, visitor, officer, tmp_path: Path):
    """The officer has sent a file; its work stands still while it checks."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(plan_text(), encoding="utf-8")
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto("/ke-hoach/tai-len/")
    visitor.page.get_by_label("Tệp kế hoạch").set_input_files(path)
    visitor.page.get_by_role("button", name="Tải lên và kiểm tra").click()
    assert held.reached.wait(30)
    return visitor


def test_progress_is_seen_then_the_preview_comes_by_itself(sent, held) -> None:
    page = sent.page
    page.locator(".steps .now", has_text="Kiểm tra và so với kế hoạch đang có").wait_for()
    assert held.thread is not threading.main_thread()
    assert held.thread.name.startswith("upload-")
    assert page.locator("progress").get_attribute("value") == "50"
    sent.judge("upload under way")
    address = page.url.removeprefix(sent.address)
    sent.goto("/ke-hoach/")  # left, and come back to
    page.get_by_text("Kiểm tra và so với kế hoạch đang có:").wait_for()
    sent.judge("list with a file under way")
    sent.goto(address)
    page.locator("progress").wait_for()
    held.go_on.set()
    page.get_by_role("button", name="Nhập kế hoạch").wait_for()  # nobody reloads the page
    assert page.locator("progress").count() == 0
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    sent.judge("preview after the work")
    page.wait_for_timeout(1_500)
    assert not [address for address in asked if "tien-trinh" in address]  # nothing more to ask for
    page.get_by_role("button", name="Nhập kế hoạch").click()
    page.get_by_text("Đã nhập kế hoạch mới.").wait_for()


def test_stop_pressed_under_way_ends_without_a_change(sent, held) -> None:
    page = sent.page
    page.get_by_role("button", name="Dừng lại").click()
    page.get_by_text("Đang dừng; đợi xong bước này.").wait_for()
    sent.judge("upload being stopped")
    assert Upload.objects.get().cancel_asked
    held.finish()
    page.get_by_text("Việc đọc tệp đã dừng theo yêu cầu").wait_for()
    sent.judge("stopped upload")
    assert Upload.objects.get().state == "stopped"
    assert not AnnualPlan.objects.exists()


def test_stop_is_pressed_by_keyboard_on_a_phone(sent, held) -> None:
    page = sent.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Dừng lại").focus()
    for _look in range(2):  # the progress is asked for again, and the focus stays where it was
        with page.expect_response("**/tien-trinh/"):
            pass
    page.keyboard.press("Enter")
    page.get_by_text("Đang dừng; đợi xong bước này.").wait_for()
    held.finish()
    page.get_by_text("Việc đọc tệp đã dừng theo yêu cầu").wait_for()


def test_dead_upload_is_seen_failed_by_whoever_waits(sent, held) -> None:
    from datetime import timedelta

    from django.utils import timezone

    page = sent.page
    page.locator("progress").wait_for()
    Upload.objects.update(changed_at=timezone.now() - timedelta(hours=1))
    page.get_by_text("Máy chủ đã dừng hoặc khởi động lại").wait_for()
    sent.judge("dead upload")
    held.finish()
    assert Upload.objects.get().state == "failed"
