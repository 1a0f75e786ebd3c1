# ruff: noqa: F811 fixtures of other files are named as arguments
"""The papers of a round in a browser: found, looked at, taken away; judged by axe at a desk and on a phone."""

from __future__ import annotations

import pytest

from tests.conftest import PASSWORD
from tests.functional.households_test import look
from tests.integration.review.conftest import (  # noqa: F401 fixtures of a round
    elsewhere,
    family,
    neighbours,
    register,
    rows,
    villages,
)
from tests.integration.review.papers_test import homes, walked, whole  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
START = "/ra-soat/giay-to/"


def test_officer_finds_a_paper_looks_at_it_and_takes_it_away(whole, visitor, officer) -> None:
    visitor.sign_in(officer.username, PASSWORD)
    round_ = whole["danh-sach-ra-soat"]
    assert visitor.goto(f"{START}dot/{round_}/") == 200
    look(visitor, "round-papers")
    page = visitor.page
    page.get_by_role("link", name="Biên bản họp thôn", exact=True).click()
    frame = page.frame_locator("iframe.paper")
    frame.get_by_text("01 bản lưu tại thôn").wait_for()
    look(visitor, "paper-minutes")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tải bản Word").click()
    assert taken.value.suggested_filename == f"bien-ban-hop-{whole['bien-ban-hop']}-hoang-phu.docx"
    for kind in ("giay-chung-nhan", "giay-chung-nhan-dot", "phieu-giai-thich"):
        assert visitor.goto(f"{START}{kind}/{whole[kind]}/") == 200
        look(visitor, f"paper-{kind}")


def test_officer_orders_a_whole_round_and_fetches_it(whole, visitor, officer, monkeypatch) -> None:
    monkeypatch.setattr("giamngheo.review.papers.jobs.WAIT_FOR", 1)
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto(f"{START}dot/{whole['giay-chung-nhan-dot']}/")
    page = visitor.page
    page.get_by_role("button", name="In tất cả ra một tệp PDF").click()
    page.get_by_text("Đã in xong 3 giấy.").wait_for()
    look(visitor, "paper-job")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tải tệp").click()
    assert taken.value.suggested_filename.endswith("-hoang-phu.pdf")
