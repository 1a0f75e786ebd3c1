"""Deliveries, the labour register and the ledger: columns one chooses, and views one keeps, as in the older lists."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.models import SavedView
from giamngheo.documents.actions import Citation
from giamngheo.funds import actions
from giamngheo.funds.models import FundSource
from giamngheo.programme.models import ProgrammePeriod
from tests.integration.support.conftest import family, register, row, villages  # noqa: F401 fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def lists(officer, officer_client, family, hoang_phu_new):  # noqa: F811 the fixture above
    row(family, unit=hoang_phu_new)
    period = ProgrammePeriod.objects.get(code="2021-2025")
    line = actions.open_line(
        by=officer, unit=hoang_phu_new, source=FundSource.objects.get(code="TW-SN"), year=2025, period=period
    )
    paper = Citation(key="15/QĐ-UBND|giả", symbol="15/QĐ-UBND", issued_on=date(2026, 1, 20))
    actions.enter(
        by=officer, kind="assign", line=line, budget_year=2026, amount=5_000_000, on=date(2026, 2, 1), paper=paper
    )
    officer_client.get("/don-vi/?nam=2026")
    return officer_client


@pytest.mark.parametrize(
    ("path", "columns", "kept", "hidden"),
    [
        ("/ho-tro/", "nguoi-nhan,tien", "Số tiền (đồng)</th>", "Nguồn</th>"),
        ("/viec-lam/", "ho-ten,nghe", "Nghề</th>", "Trình độ</th>"),
        ("/kinh-phi/", "nguon,plan", "Kế hoạch giao</th>", "Còn lại</th>"),
    ],
)
def test_columns_are_chosen_and_kept_under_a_name(lists, officer, path, columns, kept, hidden) -> None:
    whole = lists.get(f"{path}?nam=2026").content.decode()
    assert kept in whole
    assert hidden in whole
    answer = lists.post(f"{path}cach-xem/?cot={columns}&trang=2", {"name": "Của tôi"})
    view = SavedView.objects.get(user=officer)
    assert answer.headers["Location"] == f"{path}?{view.query}"
    page = lists.get(answer.headers["Location"]).content.decode()
    assert 'aria-current="true">Của tôi</a>' in page
    assert kept in page
    assert hidden not in page
    assert lists.post(f"{path}cach-xem/{view.pk}/bo/").status_code == 302
    assert not SavedView.objects.exists()


def test_file_of_deliveries_has_the_columns_of_the_screen(lists) -> None:
    answer = lists.get("/ho-tro/danh-sach.csv?cot=nguoi-nhan,tien")
    assert answer.content.decode("utf-8-sig").splitlines()[0] == (
        "Người nhận;Hỗ trợ cho;Số tiền (đồng);Tình trạng"
    )  # fmt: skip
