"""A real Chromium against a live server; every page it meets is judged by axe-core and may not complain in its console.

The browser is GIAMNGHEO_CHROMIUM or the first of the usual names on PATH; without one these tests are skipped, and
`make test` says so loudly.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Playwright's synchronous calls run inside an event loop of their own; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desk": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests of this process."""
    found = os.environ.get("GIAMNGHEO_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), "")
    if not found:
        pytest.skip("no Chromium on this machine: apt install chromium, or name one in GIAMNGHEO_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def _quiet_ground(settings: Any, tmp_path: Path) -> None:
    """Files of a test go with it; uploads are read in the request, so that a test never waits for a thread."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PLANNING_JOBS_INLINE = True


class Visitor:
    """Somebody at a browser: one context, one page, and what the console said meanwhile."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        # axe is put into the page from outside, which our own policy forbids, as it should
        self.context = browser.new_context(
            bypass_csp=True,
            locale="vi-VN",
            viewport=SIZES["desk"],
            accept_downloads=True,
            reduced_motion="reduce",
            **options,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.address = address
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def goto(self, path: str) -> int:
        """Open a page of the site; returns the answer's status."""
        return self.page.goto(self.address + path).status

    def sign_in(self, username: str, password: str) -> None:
        self.goto("/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_url(self.address + "/")

    def judge(self, where: str) -> None:
        """The page as it stands, at a desk and on a phone: no accessibility mistake, nothing to scroll sideways.

        Once a run is enough: the page is the same whichever database it came from.
        """
        if os.environ.get("GIAMNGHEO_DATABASE_URL"):
            return
        self.page.evaluate(AXE.read_text("utf-8"))
        asked = {"runOnly": RULES, "resultTypes": ["violations"]}  # the whole account of what is right takes longer
        for size, viewport in SIZES.items():
            self.page.set_viewport_size(viewport)
            self.page.evaluate("scrollTo(0, 0)")  # what a sticky bar covers at some moment is not too small a target
            answer = self.page.evaluate("asked => axe.run(document, asked)", asked)
            mistakes = [
                f"{rule['id']}: {rule['help']} at {[node['target'] for node in rule['nodes'][:3]]}"
                for rule in answer["violations"]
            ]
            assert not mistakes, f"{where} ({size}): {mistakes}"
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{where} ({size}): {wide} px to scroll sideways"
        self.page.set_viewport_size(SIZES["desk"])

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def visitor(browser: Any, live_server: Any, units_loaded: None) -> Iterator[Visitor]:
    """A visitor whose browser had nothing to complain about at the end."""
    someone = Visitor(browser, live_server.url)
    yield someone
    complaints = list(someone.complaints)
    someone.close()
    assert not complaints, complaints


@pytest.fixture
def other_visitor(browser: Any, live_server: Any) -> Iterator[Visitor]:
    """A second browser, for somebody of another commune; refusals in its console are expected."""
    someone = Visitor(browser, live_server.url)
    yield someone
    someone.close()
