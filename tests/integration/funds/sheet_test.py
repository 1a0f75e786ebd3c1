"""A workbook of ledger entries: whole or not at all, tried in its order, undone while nothing came after."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from giamngheo.documents.models import SheetImport
from giamngheo.funds import actions
from giamngheo.funds.models import EntryKind, FundLine, LedgerAccount, LedgerEntry
from giamngheo.funds.queries import matrix
from tests.factories.lists import simple_list

pytestmark = pytest.mark.django_db
HEAD = ("Loại bút toán", "Nguồn vốn", "Giai đoạn", "Năm kế hoạch vốn", "Năm ngân sách", "Dự án", "Phân bổ cho dự án",
        "Số tiền", "Ngày", "Số, ký hiệu văn bản", "Ngày ban hành", "Lý do, ghi chú")  # fmt: skip
URL = "/nhap-bang/ledger/"


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def row(kind, amount, on, node="", to_node="", paper="15/QĐ-UBND", source="TW-SN"):
    return [kind, source, "2021-2025", 2025, 2026, node, to_node, amount, on, paper, "20/01/2026", ""]


GOOD = [
    row("giao vốn", 300_000_000, "01/02/2026"),
    row("phân bổ", "200.000.000", "02/02/2026", to_node="DA2"),
    row("giải ngân", 50_000_000, "03/03/2026", node="da2", paper=""),
]


@pytest.fixture
def look(officer_client, tmp_path):
    def act(rows):
        path = simple_list(tmp_path / "so.xlsx", rows, HEAD)
        with path.open("rb") as file:
            return officer_client.post(URL, {"viec": "xem", "file": file})

    return act


def test_a_file_enters_in_its_order_and_is_undone_whole(officer, officer_client, hoang_phu_new, look) -> None:
    page = look(GOOD)
    assert (page.context["entering"], page.context["out"]) == (3, 0)
    assert not FundLine.objects.exists()  # it was only tried
    held = officer_client.post(URL, {"viec": "ghi", "tep": page.context["sent"].token})
    assert held.status_code == 302
    assert [each.kind for each in LedgerEntry.objects.filter(sheet=SheetImport.objects.get()).order_by("id")] == [
        "assign", "allocate", "disburse",
    ]  # fmt: skip
    assert sum(each.disbursed for each in matrix(officer, 2026, date(2026, 6, 30))) == 50_000_000

    line = FundLine.objects.get(node__code="DA2")
    later = actions.enter(
        by=officer, kind=EntryKind.DISBURSE, line=line, budget_year=2026, amount=150_000_000, on=date(2026, 4, 1)
    )
    assert officer_client.post(held.url, {"on": "02/04/2026", "reason": "Nhầm tệp"}).status_code == 422
    assert not LedgerEntry.objects.filter(kind="reverse").exists()
    actions.reverse(by=officer, entry=later, on=date(2026, 4, 2), reason="Nhầm")
    assert officer_client.post(held.url, {"on": "02/04/2026", "reason": "Nhầm tệp"}).status_code == 302
    assert set(LedgerAccount.objects.values_list("balance", flat=True)) == {0}


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (row("giải ngân", 200_000_001, "03/03/2026", node="DA2"), "LEDGER-NOT-ENOUGH"),
        (row("giao vốn", 1, "03/03/2026", paper=""), "LEDGER-NO-PAPER"),
        (row("giải ngân", 1, "03/03/2026", node="DA3"), "LEDGER-NO-LINE"),
        (row("giao vốn", 1, "03/03/2026", source="Vay"), "LEDGER-NAMED"),
        (row("bút toán đảo", 1, "03/03/2026"), "TABLE-CELL"),
        (row("giao vốn", 1.5, "03/03/2026"), "TABLE-CELL"),
    ],
)
def test_one_wrong_row_and_nothing_enters(officer_client, look, bad, code) -> None:
    page = look([*GOOD[:2], bad])
    assert [(each.row.number, each.findings[0].code) for each in page.context["judged"].left_out] == [(4, code)]
    assert not page.context["may_enter"]
    answer = officer_client.post(URL, {"viec": "ghi", "tep": page.context["sent"].token})
    assert "TABLE-NOTHING-NEW" in answer.content.decode()
    assert not LedgerEntry.objects.exists()


@pytest.fixture
def stood(officer_client, look, tmp_path):
    """The ledger of a file that entered, downloaded again: its heading and its rows."""
    page = look(GOOD)
    officer_client.post(URL, {"viec": "ghi", "tep": page.context["sent"].token})

    def act():
        from openpyxl import load_workbook

        answer = officer_client.get("/nhap-bang/ledger/mau.xlsx?san=2026")
        sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
        head, *rows = [list(each) for each in sheet.iter_rows(values_only=True)]
        return head, rows

    return act


@pytest.fixture
def send_back(officer_client, tmp_path):
    def act(head, rows, **beside):
        path = simple_list(tmp_path / "lai.xlsx", rows, head)
        with path.open("rb") as file:
            page = officer_client.post(URL, {"viec": "xem", "file": file, **beside})
        if page.context is None or not page.context.get("may_enter"):
            return page
        return officer_client.post(URL, {"viec": "ghi", "tep": page.context["sent"].token, **beside})

    return act


def test_a_ledger_sent_back_as_it_went_out_changes_nothing(stood, send_back) -> None:
    head, rows = stood()
    page = send_back(head, rows)
    assert (page.context["entering"], page.context["out"], page.context["same"]) == (0, 0, 3)
    assert LedgerEntry.objects.count() == 3


def test_a_corrected_row_becomes_a_counter_entry_and_a_new_one(officer, stood, send_back) -> None:
    head, rows = stood()
    amount, code = head.index("Số tiền (đồng)"), head.index("Mã bút toán")
    rows[0][amount], rows[2][amount] = 220_000_000, 60_000_000  # less was assigned, though it went on; more was paid
    new = list(rows[2])
    new[code], new[amount] = None, 1_000_000
    assert "LEDGER-ROW-REASON" in send_back(head, [*rows, new]).content.decode()
    held = send_back(head, [*rows, new], reason="Ghi nhầm số")
    assert held.status_code == 302
    back = LedgerEntry.objects.filter(kind="reverse").order_by("id")
    assert {(each.reverses_id, each.on) for each in back} == {
        (rows[0][code], date(2026, 2, 1)), (rows[2][code], date(2026, 3, 3)),
    }  # fmt: skip
    assert {each.note for each in back} == {"Ghi nhầm số"}
    found = matrix(officer, 2026, date(2026, 3, 31))
    assert sum(each.disbursed for each in found) == 61_000_000
    assert sum(each.plan for each in found) == 220_000_000
    sheet = SheetImport.objects.order_by("id").last()
    assert (sheet.entered, len(stood()[1])) == (3, 4)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Số tiền (đồng)": 100_000_000}, "LEDGER-LATER"),  # 200 million went on
        ({"Mã bút toán": 999_999}, "LEDGER-ROW-UNKNOWN"),
    ],
)
def test_a_row_that_cannot_be_put_right_says_how(stood, send_back, change, code) -> None:
    head, rows = stood()
    for title, value in change.items():
        rows[0][head.index(title)] = value
    page = send_back(head, rows, reason="Sửa")
    assert [each.findings[0].code for each in page.context["judged"].left_out] == [code]
    assert page.context["judged"].left_out[0].findings[0].fixes
    assert LedgerEntry.objects.count() == 3


def test_a_file_that_corrected_is_not_undone_whole(officer_client, stood, send_back) -> None:
    head, rows = stood()
    rows[2][head.index("Số tiền (đồng)")] = 60_000_000
    held = send_back(head, rows, reason="Ghi nhầm số")
    answer = officer_client.post(held.url, {"on": "02/04/2026", "reason": "Nhầm tệp"})
    assert "LEDGER-ROWS-CORRECTED" in answer.content.decode()
