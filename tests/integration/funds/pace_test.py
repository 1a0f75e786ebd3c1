"""The estimate to 31 December on the matrix: from whole months, silent where it is early, loud where money stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from giamngheo.funds import actions
from giamngheo.funds.forecast import Estimate
from giamngheo.funds.queries import estimates, matrix
from tests.integration.funds.ledger_verbs_test import enter, line_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(officer, hoang_phu_new):
    made = line_of(hoang_phu_new)
    for kind in ("assign", "allocate"):
        enter(officer, made, kind, 1000, date(2026, 1, 5))
    for month, amount in ((1, 10), (2, 20), (3, 30), (4, 40)):
        paid = enter(officer, made, "disburse", amount, date(2026, month, 20))
    # A payment taken back lowers the month it is taken back in; a settlement is no spending.
    actions.reverse(by=officer, entry=paid, on=date(2026, 5, 4), reason="chuyển nhầm")
    enter(officer, made, "settle", 15, date(2026, 5, 5))
    return made


def estimated(officer, until: date) -> Estimate | None:
    [row] = rows = matrix(officer, 2026, until)
    return estimates(officer, rows, 2026, until)[row.line.pk]


def test_estimate_takes_whole_months_only(officer, line) -> None:
    assert estimated(officer, date(2026, 3, 30)) is None
    assert estimated(officer, date(2026, 3, 31)) == Estimate(60 + 180, 60 + 180)
    assert estimated(officer, date(2026, 4, 29)) == Estimate(60 + 180, 60 + 180)
    assert estimated(officer, date(2026, 4, 30)) == Estimate(100 + 160, 100 + 240)
    # January to May: 10, 20, 30, 40, -40.
    assert estimated(officer, date(2026, 5, 31)) == Estimate(60 + 70, 60 + 210)


def test_screen_and_file_say_what_will_stay(officer_client, line) -> None:
    early = officer_client.get("/kinh-phi/?nam=2026&den=28/2/2026").content.decode()
    assert "Chưa đủ ba tháng trọn" in early
    shown = officer_client.get("/kinh-phi/?nam=2026&den=30/4/2026")
    [short] = shown.context["short"]
    assert (*short.estimate, short.last_year, short.left, short.line) == (260, 340, None, 660, line)
    assert "Khó giải ngân hết trước 31/12" in shown.content.decode()
    file = officer_client.get("/kinh-phi/bang.csv?nam=2026&den=30/4/2026")
    assert file.status_code == 200


def test_more_lines_take_no_more_queries(officer, officer_client, line, hoang_phu_new) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert officer_client.get("/kinh-phi/?den=30/4/2026").status_code == 200
        return len(captured)

    officer_client.get("/kinh-phi/?nam=2026")
    before = asked()
    for node in ("DA3.1", "DA3.2"):
        enter(officer, line_of(hoang_phu_new, node=node), "assign", 1000)
    assert asked() == before
