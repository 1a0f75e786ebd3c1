"""A report from draft to lock: who may what, what the database refuses, what is added up from below."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.monitoring.actions import forms as form_verbs
from giamngheo.monitoring.actions import reports as verbs
from giamngheo.monitoring.actions.values import TypedValue, set_deadline, type_value
from giamngheo.monitoring.models import FormVersion, Indicator, IndicatorValue, PeriodReport, ReportCell, ReportState
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.reports import Standing, below, calendar, report_page
from giamngheo.territory.actions import open_village
from tests.integration.review.at_once_test import at_once

TODAY = date(2026, 11, 23)
POOR, MONEY, RESULT = "ket-qua-giam-ngheo", "von-chuong-trinh", "ket-qua-ra-soat"
HALF = {"kind": "giam-sat-6-thang", "year": 2026, "number": 1, "today": TODAY}


@pytest.fixture
def forms(db) -> int:
    return form_verbs.load_forms(by=None)


@pytest.fixture
def draft(forms, officer, hoang_phu_new) -> PeriodReport:
    return verbs.begin_report(by=officer, unit=hoang_phu_new, **HALF)


def codes(call) -> set[str]:
    with pytest.raises(Refused) as refused:
        call()
    return {each.code for each in refused.value.findings}


@pytest.mark.django_db
def test_report_walks_from_draft_to_lock_and_a_late_correction_is_a_new_version(
    draft, officer, province_officer
) -> None:
    assert draft.receiver.level == "province"  # no district since 01/07/2025
    verbs.type_cells(by=officer, report=draft, values={(POOR, "ngheo", "nay"): Decimal(16)})
    sent = verbs.submit_report(by=officer, report=draft)
    assert codes(lambda: verbs.submit_report(by=officer, report=draft)) == {"MONITOR-STATE"}
    cells = {(POOR, "ngheo", "nay"): Decimal(17)}
    assert codes(lambda: verbs.type_cells(by=officer, report=sent, values=cells)) == {"MONITOR-STATE"}
    with pytest.raises(OutOfScope):
        verbs.accept_report(by=officer, report=sent)  # the commune does not receive its own
    assert codes(lambda: verbs.return_report(by=province_officer, report=sent, reason=" ")) == {"MONITOR-REASON"}
    verbs.return_report(by=province_officer, report=sent, reason="Thiếu số hộ cận nghèo")
    verbs.type_cells(by=officer, report=draft, values={(POOR, "can", "nay"): Decimal(20)})
    verbs.submit_report(by=officer, report=draft)
    verbs.accept_report(by=province_officer, report=draft)
    locked = verbs.lock_report(by=province_officer, report=draft)
    steps = [(each.number, each.to_state, each.reason != "") for each in locked.steps.all()]
    assert steps == [(1, "submitted", False), (2, "returned", True), (3, "submitted", False), (4, "accepted", False),
                     (5, "locked", False)]  # fmt: skip
    with pytest.raises(NotPermitted):
        verbs.begin_report(by=province_officer, unit=draft.unit, **(HALF | {"kind": "giam-sat-nam"}))
    again = verbs.correct_report(by=officer, report=locked, reason="Đếm sót một hộ")
    assert (again.version, again.state) == (2, ReportState.DRAFT)
    assert report_page(officer, again.pk).worked.values[POOR, "cong", "nay"] == 36
    assert codes(lambda: verbs.correct_report(by=officer, report=locked, reason="Nữa")) == {"MONITOR-THERE"}
    assert report_page(officer, locked.pk).report.state == ReportState.LOCKED


@pytest.mark.django_db
def test_yearly_report_tells_its_own_day_and_the_result_that_takes_effect_on_1_january(
    forms, officer, hoang_phu_new
) -> None:
    for value, day in ((14, date(2025, 12, 14)), (21, date(2025, 12, 31)), (33, date(2024, 12, 31))):
        told = TypedValue(Indicator.objects.get(code="S01"), Decimal(value), day, "Quyết định (giả)")
        type_value(by=officer, unit=hoang_phu_new, typed=told)

    def cells(year: int) -> dict:
        report = verbs.begin_report(
            by=officer, unit=hoang_phu_new, kind="giam-sat-nam", year=year, number=1, today=TODAY
        )
        found = ReportCell.objects.filter(sheet__report=report, row="ngheo", sheet__form__code__in=(POOR, RESULT))
        return {each.column: each for each in found}

    of_2025 = cells(2025)
    assert (of_2025["nay"].computed, of_2025["ketqua"].computed, of_2025["truoc"].computed) == (14, 21, 33)
    of_2026 = cells(2026)  # nobody has signed the review of the year
    assert of_2026["ketqua"].computed is None
    assert "có hiệu lực từ ngày 01/01/2027" in of_2026["ketqua"].why


@pytest.mark.django_db
def test_failed_check_keeps_a_report_from_being_sent(draft, officer) -> None:
    verbs.type_cells(
        by=officer, report=draft,
        values={(POOR, "ngheo", "nay"): Decimal(5), (POOR, "dtts", "nay"): Decimal(6)},
    )  # fmt: skip
    assert codes(lambda: verbs.submit_report(by=officer, report=draft)) == {"MONITOR-CHECK"}


@pytest.mark.django_db
def test_database_refuses_what_no_verb_would_do(draft, officer, province_officer) -> None:
    cell = ReportCell.objects.filter(sheet__report=draft).first()
    reports = PeriodReport.objects.filter(pk=draft.pk)

    def refused(act) -> None:
        with pytest.raises(DatabaseError), transaction.atomic():
            act()

    refused(lambda: reports.update(state="locked"))
    refused(lambda: reports.update(step=1, state="submitted"))  # no such step was written
    refused(lambda: reports.update(due_on=date(2030, 1, 1)))
    refused(reports.delete)
    verbs.submit_report(by=officer, report=draft)
    refused(lambda: ReportCell.objects.filter(pk=cell.pk).update(typed=1))
    refused(lambda: ReportCell.objects.create(sheet=cell.sheet, row="moi", column="nay"))
    refused(lambda: ReportCell.objects.filter(pk=cell.pk).delete())
    refused(lambda: draft.steps.update(reason="khác"))
    refused(lambda: FormVersion.objects.filter(code=POOR).update(title="Khác"))
    verbs.accept_report(by=province_officer, report=draft)
    verbs.lock_report(by=province_officer, report=draft)
    refused(lambda: draft.comments.create(text="muộn"))
    with pytest.raises(IntegrityError), transaction.atomic():
        PeriodReport.objects.create(
            unit=draft.unit, kind=draft.kind, period=draft.period, year=2026, number=1, begins=draft.begins,
            ends=draft.ends,
        )  # fmt: skip


@pytest.mark.django_db
def test_typed_value_is_replaced_never_changed(officer, hoang_phu_new) -> None:
    indicator = Indicator.objects.get(code="S06")
    told = TypedValue(indicator, Decimal("93.1"), date(2026, 6, 30), "BHXH (giả)")
    first = type_value(by=officer, unit=hoang_phu_new, typed=told)
    with pytest.raises(DatabaseError), transaction.atomic():
        IndicatorValue.objects.filter(pk=first.pk).update(value=99)
    wrong = TypedValue(indicator, Decimal(194), date(2027, 6, 30), "")
    assert codes(lambda: type_value(by=officer, unit=hoang_phu_new, typed=wrong)) == {
        "MONITOR-VALUE", "MONITOR-DAY", "MONITOR-SOURCE",
    }  # fmt: skip
    right = TypedValue(indicator, Decimal("94.1"), date(2026, 6, 30), "BHXH (giả)")
    replaced = type_value(by=officer, unit=hoang_phu_new, typed=right, instead_of=first, reason="Gõ nhầm")
    again = {"unit": hoang_phu_new, "typed": right, "instead_of": first, "reason": "Nữa"}
    assert codes(lambda: type_value(by=officer, **again)) == {"MONITOR-REPLACED"}
    assert replaced.replaces == first


@pytest.mark.django_db
def test_calendar_says_what_is_late_and_guesses_no_deadline(draft, officer, hoang_phu_new, thanh_hoa, province_officer):
    def slots(unit, user=officer) -> dict:
        return {(each.kind, each.number): each for each in calendar(user, unit=unit, year=2026, today=TODAY)}

    ours = slots(hoang_phu_new)
    assert ours["giam-sat-6-thang", 1].due.on is None
    province = slots(thanh_hoa, province_officer)
    assert (province["giam-sat-6-thang", 1].standing, province["giam-sat-6-thang", 1].partly_estimate) == (
        Standing.LATE, True,
    )  # fmt: skip
    assert province["giam-sat-nam", 1].standing == Standing.DUE  # before 01/12, eight days from now
    paper = {"month": 12, "day": 5, "since": date(2026, 1, 1), "paper": "KH 1/KH-UBND (giả)"}
    set_deadline(by=province_officer, unit=thanh_hoa, kind="giam-sat-nam", **paper)
    assert slots(hoang_phu_new)["giam-sat-nam", 1].due.on == date(2026, 12, 5)
    assert slots(thanh_hoa, province_officer)["giam-sat-nam", 1].due.on == date(2026, 11, 30)  # the law binds it sooner


@pytest.mark.django_db
def test_reporting_line_is_that_of_the_day(forms, officer, hoang_phu_old, hoang_phu_new, thanh_hoa) -> None:
    """The district until 30/06/2025, the province after; villages report to their commune, which adds them up."""
    old = verbs.begin_report(by=officer, unit=hoang_phu_old, **(HALF | {"year": 2024}))
    assert old.receiver.level == "district"
    villages = [open_village(commune=hoang_phu_new, name=f"Thôn Thử {number}", by=None) for number in (1, 2)]
    for number, village in enumerate(villages[:1], 3):
        report = verbs.begin_report(by=officer, unit=hoang_phu_new, village=village, **HALF)
        verbs.type_cells(by=officer, report=report, values={(POOR, "ngheo", "nay"): Decimal(number)})
        verbs.submit_report(by=officer, report=report)
        assert report.receiver == hoang_phu_new
    ours = verbs.begin_report(by=officer, unit=hoang_phu_new, **HALF)
    assert ours.receiver == thanh_hoa
    verbs.fill_report(by=officer, report=ours, parts=True, today=TODAY)
    cell = ReportCell.objects.get(sheet__report=ours, sheet__form__code=POOR, row="ngheo", column="nay")
    assert (cell.computed, cell.why) == (3, "cộng 1/2 báo cáo; thiếu: Thôn Thử 2")
    found = below(officer, unit=hoang_phu_new, kind="giam-sat-6-thang", year=2026, number=1, today=TODAY)
    assert [(each.place.name, each.report is None) for each in found] == [("Thôn Thử 2", True), ("Thôn Thử 1", False)]


@pytest.mark.django_db
def test_province_adds_up_what_was_sent_and_says_who_is_missing(
    draft, officer, province_officer, other_officer, other_commune, thanh_hoa
) -> None:
    verbs.type_cells(by=officer, report=draft, values={(POOR, "ngheo", "nay"): Decimal(16)})
    other = verbs.begin_report(by=other_officer, unit=other_commune, **HALF)
    verbs.type_cells(by=other_officer, report=other, values={(POOR, "ngheo", "nay"): Decimal(9)})
    verbs.submit_report(by=officer, report=draft)
    verbs.submit_report(by=other_officer, report=other)
    ours = verbs.begin_report(by=province_officer, unit=thanh_hoa, **HALF)
    verbs.fill_report(by=province_officer, report=ours, parts=True, today=TODAY)
    page = report_page(province_officer, ours.pk)
    assert page.worked.values[POOR, "ngheo", "nay"] == 25
    cell = ReportCell.objects.get(sheet__report=ours, sheet__form__code=POOR, row="ngheo", column="nay")
    assert cell.why.startswith("cộng 2/166 báo cáo; thiếu:")
    assert page.worked.values[POOR, "tyle", "nay"] is None  # a rate is never added up
    found = below(province_officer, unit=thanh_hoa, kind="giam-sat-6-thang", year=2026, number=1, today=TODAY)
    assert (len(found), found[0].report) == (166, None)
    assert {each.place.unit for each in found if each.report} == {draft.unit, other_commune}


@pytest.mark.django_db(transaction=True)
def test_of_two_submissions_at_once_one_is_told(forms, officer, leader, hoang_phu_new) -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("threads share one connection of an SQLite database in memory; PostgreSQL runs this")
    report = verbs.begin_report(by=officer, unit=hoang_phu_new, **HALF)
    done, told = at_once(
        lambda: verbs.submit_report(by=officer, report=report), lambda: verbs.submit_report(by=leader, report=report)
    )
    assert (len(done), told) == (1, {"MONITOR-STATE"})
    assert report.steps.count() == 1
