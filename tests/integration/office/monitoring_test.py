"""Screens of monitoring: what they show, what they refuse, how many questions a list asks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from giamngheo.foundation.findings import Severity
from giamngheo.monitoring.actions.forms import load_forms
from giamngheo.monitoring.actions.reports import begin_report, type_cells
from giamngheo.monitoring.actions.values import Aimed, TypedValue, assign_target, type_value
from giamngheo.monitoring.models import Alert, FormVersion, Indicator, IndicatorValue, ReportCell
from giamngheo.monitoring.queries.report_papers import paper_facts
from giamngheo.monitoring.queries.reports import report_page
from giamngheo.paperwork.readers import read
from giamngheo.planning.check import check

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
POOR, MONEY = "ket-qua-giam-ngheo", "von-chuong-trinh"
HALF = {"kind": "giam-sat-6-thang", "year": 2026, "number": 1, "today": TODAY}


@pytest.fixture
def desk(officer_client, officer, hoang_phu_new):
    officer_client.get(f"/don-vi/?don-vi={hoang_phu_new.pk}&nam=2026")
    return officer_client


def text(answer) -> str:
    return answer.content.decode()


def test_target_beyond_its_rate_is_called_impossible_with_the_arithmetic(desk, officer, hoang_phu_new) -> None:
    known = {each.code: each for each in Indicator.objects.all()}
    told = TypedValue(known["S02"], Decimal("1.12"), date(2025, 12, 31), "Quyết định (giả)")
    type_value(by=officer, unit=hoang_phu_new, typed=told)
    aimed = Aimed(known["Q01"], 2026, Decimal("1.5"), "at_least", "KH 1/KH-UBND (giả)")
    assign_target(by=officer, unit=hoang_phu_new, aimed=aimed)
    page = text(desk.get("/giam-sat/"))
    assert "Không thể giảm 1,5 điểm % từ tỷ lệ 1,12 %: nhiều nhất chỉ giảm được 1,12 điểm %." in page
    assert "1,12" in text(desk.get("/giam-sat/chi-tieu/S02/"))


def test_typing_a_value_and_refusing_one(desk) -> None:
    address = "/giam-sat/chi-tieu/S06/nhap/"
    sent = {"value": "94,55", "as_of": "30/6/2026", "source": "BHXH (giả)", "guess": "", "village": "", "note": ""}
    refused = desk.post(address, sent | {"value": "194", "source": ""})
    assert refused.status_code == 422
    assert {"MONITOR-VALUE", "MONITOR-SOURCE"} <= {refused.context["problems"][at]["code"] for at in (0, 1)}
    assert desk.post(address, sent).status_code == 302
    assert IndicatorValue.objects.get().value == Decimal("94.55")


def test_lists_ask_a_known_number_of_questions(desk, sign_in, province_officer, django_assert_max_num_queries) -> None:
    desk.get("/giam-sat/")
    with django_assert_max_num_queries(60):
        desk.get("/giam-sat/?nhom=M")
    with django_assert_max_num_queries(30):
        desk.get("/giam-sat/?nhom=F")
    load_forms(by=None)
    with django_assert_max_num_queries(40):
        desk.get("/giam-sat/lich/")
    desk.logout()
    province = sign_in(province_officer)
    with django_assert_max_num_queries(20):
        assert len(province.get("/giam-sat/lich/giam-sat-nam/2026/1/?cap=tinh").context["slots"]) == 166


def test_workbook_goes_out_filled_and_comes_back(desk, officer, hoang_phu_new, tmp_path) -> None:
    load_forms(by=None)
    report = begin_report(by=officer, unit=hoang_phu_new, **HALF)
    answer = desk.get(f"/giam-sat/bao-cao/{report.pk}/bieu.xlsx")
    book = openpyxl.load_workbook(BytesIO(answer.content))
    sheet = book.worksheets[0]
    sheet["E6"], sheet["E7"] = 16, "nhiều"
    filled = BytesIO()
    book.save(filled)
    file = SimpleUploadedFile("bao-cao.xlsx", filled.getvalue())
    refused = desk.post(f"/giam-sat/bao-cao/{report.pk}/tep/", {"file": file})
    assert refused.status_code == 422
    assert "E7: “nhiều” không phải số" in text(refused)
    assert ReportCell.objects.get(sheet__report=report, row="ngheo", column="nay").typed == 16


def test_designer_takes_pasted_lines_and_publishes_only_what_is_right(desk) -> None:
    sent = {
        "code": "bieu-02-pl3", "title": "Biểu thử", "loai": ["giam-sat-nam"], "valid_from": "1/1/2026", "official": "1",
        "citation": "Công báo (giả)", "columns": "so\tSố hộ\thộ\nngheo | Hộ nghèo\ntl | Tỷ lệ | % | | 100 × ngheo ÷ so",
        "rows": "# | I | Các thôn\nth1 | 1 | Thôn 1\nth2 | 2 | Thôn 2\ntong | | Cộng | | TONG(th1:th3)", "cells": "",
        "checks": "Nghèo trong tổng | tong.ngheo | <= | tong.so", "note": "",
    }  # fmt: skip
    page = desk.post("/giam-sat/bieu-mau/moi/", sent, follow=True)
    form = FormVersion.objects.get(code="bieu-02-pl3")
    assert "ô không có: th1:th3" in text(page)
    refused = desk.post(f"/giam-sat/bieu-mau/{form.pk}/", {"viec": "ban-hanh"})
    assert refused.status_code == 422
    desk.post(f"/giam-sat/bieu-mau/moi/?tu={form.pk}", sent | {"rows": sent["rows"].replace("th3", "th2")})
    assert desk.post(f"/giam-sat/bieu-mau/{form.pk}/", {"viec": "ban-hanh"}).status_code == 302
    form.refresh_from_db()
    assert form.published_at is not None
    desk.post(f"/giam-sat/bieu-mau/moi/?tu={form.pk}", sent | {"title": "Bản hai"})
    assert list(FormVersion.objects.filter(code="bieu-02-pl3").values_list("number", "title")) == [
        (1, "Biểu thử"), (2, "Bản hai"),
    ]  # fmt: skip


def test_another_commune_sees_nothing_of_it(sign_in, other_officer, officer, hoang_phu_new) -> None:
    load_forms(by=None)
    report = begin_report(by=officer, unit=hoang_phu_new, **HALF)
    stranger = sign_in(other_officer)
    assert stranger.get(f"/giam-sat/bao-cao/{report.pk}/").status_code == 404
    assert stranger.get(f"/giam-sat/bao-cao/{report.pk}/bieu.xlsx").status_code == 404
    assert stranger.post(f"/giam-sat/bao-cao/{report.pk}/", {"viec": "gui"}).status_code == 404


def test_paper_of_a_report_tells_the_numbers_of_its_cells(
    desk, officer, hoang_phu_new, tmp_path, django_assert_max_num_queries
) -> None:
    load_forms(by=None)
    aimed = Aimed(Indicator.objects.get(code="S01"), 2026, Decimal(12), "at_most", "KH 1/KH-UBND (giả)")
    assign_target(by=officer, unit=hoang_phu_new, aimed=aimed)
    report = begin_report(by=officer, unit=hoang_phu_new, **HALF)
    values = {("nay", "ngheo"): 16, ("truoc", "ngheo"): 33, ("nay", "can"): 20, ("truoc", "can"): 41}
    cells = {(POOR, row, column): Decimal(value) for (column, row), value in values.items()}
    cells |= {(MONEY, row, "nay"): Decimal(value) for row, value in (("giao", 300), ("chuyen", 0), ("giai", 200))}
    type_cells(by=officer, report=report, values=cells)
    line = {"kind": "slow_disbursement", "code": "ALERT-NOTHING-SPENT", "subject": "line:1"}
    days = {"opened_on": TODAY, "due_on": TODAY, "seen_on": TODAY}
    Alert.objects.create(unit=hoang_phu_new, values={"fund": "Vốn thử, 2026", "remaining": "100"}, **line, **days)
    page = text(desk.get(f"/giam-sat/bao-cao/{report.pk}/"))
    address = f"/giam-sat/bao-cao/{report.pk}/van-ban/giam-sat.docx"
    assert address in page
    assert "van-ban/danh-gia" not in page
    with django_assert_max_num_queries(40):
        answer = desk.get(address)
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(answer.content)
    read_back = read(path)
    words = "\n".join(each.text for each in read_back.lines())
    for said in (
        "Số hộ nghèo: 16 hộ (tính đến ngày 14/6/2026, số do người lập báo cáo nhập), giảm 17 hộ so với cùng kỳ"
        " năm trước (33 hộ); chỉ tiêu năm 2026: không quá 12 hộ, đến kỳ này còn chênh 4 hộ.",
        "Cộng hộ nghèo, hộ cận nghèo: 36 hộ (tính đến ngày 14/6/2026), giảm 38 hộ so với cùng kỳ năm trước (74 hộ).",
        "Tỷ lệ giải ngân: 66,67 %",
        "Vốn thử, 2026: đã qua nửa năm mà chưa giải ngân đồng nào trong 100 đồng.",
    ):
        assert said in words, said
    tables = [row for top in (*read_back.body, *read_back.appendices) for node in top.walk() for row in node.rows]
    assert ["33", "12", "16", "", "-17"] in [[*row[2:]] for row in tables]
    found = check(read_back, on=TODAY)
    assert not [each for each in found if each.severity is Severity.ERROR]
    wrong = {each.code for each in found if each.code.startswith(("FORMAT", "ARITH", "NUM"))}
    assert wrong == {"FORMAT-SIGNATURE"}  # the name of who signs is open, and a reader of the file is told so
    assert desk.get(address.replace(".docx", ".pdf")).content[:5] == b"%PDF-"
    assert desk.get(address.replace("giam-sat.docx", "danh-gia.docx")).status_code == 404
    page = report_page(officer, report.pk)
    page.report.year, page.report.ends = 2027, date(2027, 6, 14)  # judged by the new standard, the year before not
    poverty, money, _credit = paper_facts(officer, page, TODAY).sheets
    by_name = {each.name: each for each in (*poverty.rows, *money.rows)}
    assert [by_name[each].comparable for each in ("Số hộ nghèo", "Cộng hộ nghèo, hộ cận nghèo", "Đã giải ngân")] == [
        False, False, True,
    ]  # fmt: skip
    assert by_name["Số hộ nghèo"].comparator == ""  # the target of 2026 judges no other year
    assert by_name["Hộ nghèo dân tộc thiểu số"].actual is None


def test_sentence_is_looked_at_with_real_figures_and_saved(
    desk, officer, hoang_phu_new, django_assert_max_num_queries
) -> None:
    load_forms(by=None)
    report = begin_report(by=officer, unit=hoang_phu_new, **HALF)
    type_cells(by=officer, report=report, values={(POOR, "tyle", "nay"): Decimal(14)})
    with django_assert_max_num_queries(20):
        assert "Câu dùng chung" in text(desk.get("/giam-sat/cau-chu/?nhom=chung"))
    address = "/giam-sat/cau-chu/giam-sat.quan-ly.van-ban/"
    with django_assert_max_num_queries(70):
        page = desk.post(address, {"text": "Xã có kế hoạch", "them": f"{POOR}!tyle.nay", "ban": "0"})
    assert "<mark>Xã có kế hoạch 14,00 %</mark>" in text(page)
    refused = desk.post(address, {"text": "Còn 14 hộ", "viec": "luu", "ban": "0"})
    assert refused.status_code == 422
    assert "“14” là số gõ tay" in text(refused)
    own = {"text": f"Tỷ lệ {{{POOR}!tyle.nay}}.", "viec": "luu", "ban": "0"}
    assert desk.post(address, own).status_code == 302
    assert "câu riêng" in text(desk.get("/giam-sat/cau-chu/"))
    assert desk.post(address, {"viec": "mac-dinh", "ban": "1"}).status_code == 302
    assert "trở về câu mặc định" in text(desk.get(address))


def test_report_outside_the_calendar_is_begun_and_listed(desk) -> None:
    load_forms(by=None)
    sent = {"kind": "giam-sat-dot-xuat", "phase": "", "begins": "1/1/2026", "ends": "30/6/2026", "paper": ""}
    assert desk.post("/giam-sat/lich/ngoai/", sent).status_code == 422
    made = desk.post("/giam-sat/lich/ngoai/", sent | {"paper": "Công văn số 15/SNNMT-KTHT (giả)"}, follow=True)
    assert "Công văn số 15/SNNMT-KTHT (giả)" in text(made)
    assert "Báo cáo ngoài lịch" in text(desk.get("/giam-sat/lich/"))
