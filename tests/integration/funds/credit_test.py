"""Policy credit of a commune: kept as it came, corrected by a newer report, never silently out of balance. Made up."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.funds.actions import correct_credit, report_credit
from giamngheo.funds.credit import Figures, Part
from giamngheo.funds.models import CreditReport, CreditRow
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import credit_reports_for, credit_year
from giamngheo.funds.triggers import credit as guards
from tests.unit.funds.credit_test import CODES, HEADING, LOANS, TURNOVER, parts_of_a_real_mistake

pytestmark = pytest.mark.django_db
STATED = Figures(7_487_000_000, 175)
NOTHING = Figures()
ONE = (Part("HN", 5_000_000, 1, 9_000_000, 0),)


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def report(officer, hoang_phu_new):
    def make(month=9, parts=ONE, stated=NOTHING, year=2026, **options):
        return report_credit(
            by=officer, unit=hoang_phu_new, year=year, month=month, parts=list(parts), stated=stated, **options
        )

    return make


def refused(act) -> list[str]:
    with pytest.raises(Refused) as caught:
        act()
    return [each.code.removeprefix("CREDIT-") for each in caught.value.findings]


def test_report_that_does_not_add_up_is_kept_only_as_such(report, officer, hoang_phu_new) -> None:
    assert refused(lambda: report(parts=parts_of_a_real_mistake(), stated=STATED)) == ["TOTAL", "TOTAL"]
    assert not CreditReport.objects.exists()
    kept = report(parts=parts_of_a_real_mistake(), stated=STATED, keep=True)
    month = credit_year(officer, hoang_phu_new, 2026).months[9]
    assert [each.code for each in month.findings] == ["CREDIT-TOTAL", "CREDIT-TOTAL"]
    assert (month.sums[:2], month.stated) == ((6_476_000_000, 170), STATED)
    whole = [*parts_of_a_real_mistake(), Part("", 1_011_000_000, 5, name="Học nghề (giả)")]
    assert refused(lambda: correct_credit(by=officer, report=kept, parts=whole, stated=STATED, reason=" ")) == [
        "NO-REASON"
    ]
    correct_credit(by=officer, report=kept, parts=whole, stated=STATED, reason="ngân hàng gửi lại")
    year = credit_year(officer, hoang_phu_new, 2026)
    assert not year.months[9].findings
    assert [line.key for line in year.lines] == [*((code, "") for code in CODES), ("", "Học nghề (giả)")]
    assert credit_reports_for(officer).count() == 2
    again = {"by": officer, "report": kept, "parts": whole, "stated": STATED, "reason": "lần nữa"}
    assert refused(lambda: correct_credit(**again)) == ["REPLACED"]


def test_month_is_reported_once_and_never_ahead(report, officer, hoang_phu_new, monkeypatch) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 25))
    first = report()
    assert refused(report) == ["TWICE"]
    assert refused(lambda: report(month=12)) == ["FUTURE"]
    assert refused(lambda: report(month=13)) == ["MONTH"]
    assert refused(lambda: report(month=8, parts=())) == ["EMPTY"]
    assert refused(lambda: report(month=8, parts=[Part("LA", 5, 1)])) == ["NO-PROGRAMME"]
    assert refused(lambda: report(month=8, parts=[Part("HN", 5, 1, village=999)])) == ["VILLAGE"]
    assert refused(lambda: report(month=8, parts=[Part("HN", 5, 0, 1, 2)])) == ["OVERDUE", "NO-LOANS"]
    withdrawn = correct_credit(by=officer, report=first, parts=[], stated=Figures(), reason="nhầm tháng")
    year = credit_year(officer, hoang_phu_new, 2026)
    assert (year.months, year.withdrawn, year.lines) == ({}, {9: withdrawn}, [])


def test_since_january_flows_are_added_and_debts_are_the_last(report, officer, hoang_phu_new) -> None:
    report(1, [Part("HN", 1000, 1, 500, 5), Part("HCN", 10, 1, 7, 0)])
    report(3, [Part("HN", 2000, 2, 800, 6)])
    year = credit_year(officer, hoang_phu_new, 2026)
    poor, near_poor = year.lines
    assert poor.since_january == Figures(3000, 3, 800, 6)
    assert near_poor.since_january == Figures(10, 1, None, None)
    assert year.total.since_january == Figures(3010, 4, 800, 6)


def test_only_those_of_the_commune(report, other_officer, hoang_phu_new) -> None:
    made = report()
    assert not credit_reports_for(other_officer).exists()
    with pytest.raises(OutOfScope):
        report_credit(by=other_officer, unit=hoang_phu_new, year=2026, month=1, parts=made, stated=Figures())
    with pytest.raises(OutOfScope):
        correct_credit(by=other_officer, report=made, parts=[], stated=Figures(), reason="x")


@pytest.mark.parametrize(("write", "message"), [
    (lambda made: CreditReport.objects.filter(pk=made.pk).update(stated_turnover=1), guards.KEPT),
    (lambda made: CreditRow.objects.filter(report=made).update(turnover=1), guards.KEPT),
    (lambda made: CreditRow.objects.filter(report=made).delete(), guards.KEPT),
    (lambda made: CreditRow.objects.create(report=made, position=2, programme="HN", turnover=1, count=1),
    guards.COMPLETE),
    (lambda made: CreditReport.objects.create(unit=made.unit, year=2026, month=8, row_count=0, source="typed",
    replaces=made,
                                              reason="x"), guards.OTHER_MONTH),
])  # fmt: skip
def test_database_itself_keeps_reports(report, write, message) -> None:
    made = report()
    with pytest.raises(DatabaseError, match=message), transaction.atomic():
        write(made)


def test_officer_types_a_month_and_corrects_it(officer_client) -> None:
    officer_client.get("/don-vi/?nam=2026")
    page = officer_client.get("/kinh-phi/tin-dung/ghi/?thang=9")
    assert page.status_code == 200
    sent = {"thang": "9", "don-vi": "trieu", "rows": "7", "tong-turnover": "7.487", "tong-count": "175"}
    for number, (code, lent, loans) in enumerate(zip(CODES, TURNOVER, LOANS, strict=True), 1):
        sent |= {
            f"name-{number}": code,
            f"turnover-{number}": f"{lent:,}".replace(",", "."),
            f"count-{number}": str(loans),
        }
    answer = officer_client.post("/kinh-phi/tin-dung/ghi/", sent)
    assert answer.status_code == 422
    words = answer.content.decode()
    for shown in ("7.487.000.000", "6.476.000.000", "1.011.000.000", 'value="2.228"', 'name="giu"'):
        assert shown in words
    assert not CreditReport.objects.exists()
    saved = officer_client.post("/kinh-phi/tin-dung/ghi/", sent | {"giu": "1"}, follow=True)
    made = CreditReport.objects.get()
    assert "không khớp" in saved.content.decode()
    year = officer_client.get("/kinh-phi/tin-dung/").content.decode()
    assert "Tháng 9 không khớp" in year
    assert "6.476" in year
    assert 'href="/kinh-phi/tin-dung/"' in officer_client.get("/kinh-phi/").content.decode()
    bad = officer_client.post(f"/kinh-phi/tin-dung/{made.pk}/sua/", sent | {"turnover-1": "1,040", "reason": "sửa"})
    assert "“1,040” là 1,04 hay 1.040?" in bad.content.decode()
    assert 'value="1,040"' in bad.content.decode()
    extra = {"name-7": "Học nghề (giả)", "turnover-7": "1.011", "count-7": "5", "reason": "ngân hàng gửi lại"}
    assert officer_client.get(f"/kinh-phi/tin-dung/{made.pk}/sua/").status_code == 200
    corrected = officer_client.post(f"/kinh-phi/tin-dung/{made.pk}/sua/", sent | extra, follow=True).content.decode()
    assert "không khớp" not in corrected
    assert "ngân hàng gửi lại" in corrected
    assert "Đây là bản cũ" in officer_client.get(f"/kinh-phi/tin-dung/{made.pk}/").content.decode()
    file = officer_client.get("/kinh-phi/tin-dung/bang.csv").content.decode()
    assert "9;Cộng các chương trình;7487000000;175;;;7487000000;175;khớp" in file
    assert officer_client.get("/kinh-phi/tin-dung/bang.xlsx").status_code == 200


def listed(*rows):
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    for number, row in enumerate((HEADING, *rows)):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.close()
    content.seek(0)
    content.name = "danh-sach-gia.xlsx"
    return content


def test_file_is_written_only_in_the_unit_that_was_seen(officer_client, client, other_officer) -> None:
    address = "/kinh-phi/tin-dung/tep/"
    officer_client.get("/don-vi/?nam=2026")
    assert officer_client.post(address, {"viec": "xem", "thang": "9"}).status_code == 422
    file = listed(["", "Hộ nghèo", "", 1040, 15, 9000, 5], ["", "Tổng cộng", "", 1041, 15, 9000, ""])
    seen = officer_client.post(address, {"viec": "xem", "thang": "9", "file": file})
    token = seen.context["sent"].token
    assert (seen.context["chosen"], seen.context["rows"][0][0]) == ("", 2)
    sent = {"viec": "ghi", "tep": token, "thang": "9", "don-vi": "trieu"}
    asked = officer_client.post(address, sent | {"da-xem": " 9"})
    assert not CreditReport.objects.exists(), "another unit than the one seen"
    assert asked.context["chosen"] == "trieu"
    assert officer_client.post(address, sent | {"da-xem": "trieu 9"}).status_code == 422, "it does not add up"
    page = officer_client.post(address, sent | {"da-xem": "trieu 9", "giu": "1"}, follow=True)
    made = CreditReport.objects.get()
    assert (made.source, made.file.name, made.stated_turnover) == ("file", "danh-sach-gia.xlsx", 1_041_000_000)
    assert list(made.rows.values_list("programme", "turnover", "overdue")) == [("HN", 1_040_000_000, 5_000_000)]
    assert "danh-sach-gia.xlsx" in page.content.decode()
    assert b"".join(officer_client.get(f"/kinh-phi/tin-dung/{made.pk}/tep/").streaming_content) == file.getvalue()
    better = listed(["", "Hộ nghèo", "", 1041, 15, 9000, 5])
    where = f"{address}?thay={made.pk}"
    token = officer_client.post(where, {"viec": "xem", "file": better}).context["sent"].token
    sent = {"viec": "ghi", "tep": token, "don-vi": "trieu", "da-xem": "trieu 9", "reason": "số mới"}
    assert officer_client.post(where, sent).status_code == 302
    client.force_login(other_officer)
    assert client.get(f"/kinh-phi/tin-dung/{made.pk}/").status_code == 404
    assert client.get(f"/kinh-phi/tin-dung/{made.pk}/tep/").status_code == 404
    assert client.post(address, {"viec": "doc", "tep": token, "thang": "9"}).status_code == 422, "another's file"


def test_more_rows_and_months_take_no_more_queries(officer_client, report) -> None:
    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert officer_client.get(address).status_code == 200
        return len(captured)

    officer_client.get("/don-vi/?nam=2026")
    first = report(1)
    addresses = ("/kinh-phi/tin-dung/", f"/kinh-phi/tin-dung/{first.pk}/", "/kinh-phi/tin-dung/ghi/?thang=5")
    asked(addresses[0])
    before = [asked(each) for each in addresses]
    second = report(2, [Part("HN", 5, 1), Part("HCN", 5, 1), Part("", 5, 1, name="Khác")])
    report(3)
    addresses = (addresses[0], f"/kinh-phi/tin-dung/{second.pk}/", addresses[2])
    assert [asked(each) for each in addresses] == before
    assert max(before) <= 16
