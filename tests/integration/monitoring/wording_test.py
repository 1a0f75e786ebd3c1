"""Sentences in a unit's own words: whose count, what is refused, what an accepted report keeps; reports of own days."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.monitoring.actions import reports as verbs
from giamngheo.monitoring.actions.forms import load_forms
from giamngheo.monitoring.actions.wording import reset_sentence, write_sentence
from giamngheo.monitoring.models import PeriodReport, ReportSentence
from giamngheo.monitoring.papers.composing import compose
from giamngheo.monitoring.papers.texts import packaged, papers_of
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.previewing import preview
from giamngheo.monitoring.queries.report_papers import paper_facts
from giamngheo.monitoring.queries.reports import report_page
from giamngheo.monitoring.queries.wording import sentences_of, words_of_report
from giamngheo.planning.check import check
from giamngheo.programme.queries import periods

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
KEY, SUBJECT = "giam-sat.quan-ly.van-ban", "giam-sat.subject"
HALF = {"kind": "giam-sat-6-thang", "year": 2026, "number": 1, "today": TODAY}


@pytest.fixture
def forms(db) -> int:
    return load_forms(by=None)


def codes(call) -> set[str]:
    with pytest.raises(Refused) as refused:
        call()
    return {each.code for each in refused.value.findings}


def test_the_nearest_words_count_and_an_accepted_report_keeps_its_own(
    forms, officer, province_officer, hoang_phu_new, thanh_hoa
) -> None:
    def now() -> str:
        return sentences_of(officer, hoang_phu_new)[KEY].text

    assert now() == packaged()[KEY]
    write_sentence(by=province_officer, unit=thanh_hoa, key=KEY, text="{nơi lập} đã ban hành kế hoạch.", based_on=0)
    assert now() == "{nơi lập} đã ban hành kế hoạch."
    own = "Xã đã ban hành kế hoạch; tỷ lệ hộ nghèo {ket-qua-giam-ngheo!tyle.nay}."
    write_sentence(by=officer, unit=hoang_phu_new, key=KEY, text=own, based_on=0)
    assert now() == own
    with pytest.raises(NotPermitted):
        write_sentence(by=province_officer, unit=hoang_phu_new, key=KEY, text="Của tỉnh.", based_on=1)
    assert codes(lambda: write_sentence(by=officer, unit=hoang_phu_new, key=KEY, text="Cũ.", based_on=0)) == {
        "MONITOR-SENTENCE-STALE"
    }
    assert codes(
        lambda: write_sentence(by=officer, unit=hoang_phu_new, key=KEY, text="Đã họp 14 cuộc, {sai}.", based_on=1)
    ) == {"MONITOR-SENTENCE-NUMBER", "MONITOR-SENTENCE-VALUE"}

    report = verbs.begin_report(by=officer, unit=hoang_phu_new, **HALF)
    seen = preview(officer, report, KEY, own, TODAY)
    assert [each.said for each in seen] == [
        "Xã đã ban hành kế hoạch; tỷ lệ hộ nghèo [còn thiếu: số liệu ket-qua-giam-ngheo!tyle.nay]."
    ]
    verbs.submit_report(by=officer, report=report)
    verbs.accept_report(by=province_officer, report=report)
    reset_sentence(by=officer, unit=hoang_phu_new, key=KEY, based_on=1)
    assert now() == "{nơi lập} đã ban hành kế hoạch."  # the province's count again
    kept = PeriodReport.objects.get(pk=report.pk)
    assert words_of_report(officer, kept)[KEY] == own
    for row in (kept.wording, ReportSentence.objects.first()):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(at=row.at)
        with pytest.raises(DatabaseError), transaction.atomic():
            row.delete()


def test_report_of_its_own_days_says_why_and_passes_the_check(forms, officer, hoang_phu_new) -> None:
    phase = periods().get(code="2021-2025")
    paper = "Công văn số 15/SNNMT-KTHT ngày 03/11/2025 của Sở Nông nghiệp và Môi trường (giả)"

    def begin(kind: str, begins: date, ends: date, of=None, said: str = paper) -> PeriodReport:
        asked = verbs.Asked(kind, begins, ends, said, of)
        return verbs.begin_asked_report(by=officer, unit=hoang_phu_new, asked=asked, today=TODAY)

    start, end = date(2022, 1, 1), date(2025, 12, 31)
    for wrong in (
        lambda: begin("danh-gia-ket-thuc", start, end),  # of which period?
        lambda: begin("giam-sat-dot-xuat", start, end, phase),
        lambda: begin("giam-sat-dot-xuat", end, start),
        lambda: begin("giam-sat-dot-xuat", start, date(2027, 1, 1)),
        lambda: begin("giam-sat-dot-xuat", start, end, None, " "),
        lambda: begin("giam-sat-nam", start, end),
    ):
        assert codes(wrong) == {"MONITOR-GROUND"}
    made = [
        begin("danh-gia-dau-ky", start, start, phase), begin("danh-gia-giua-ky", start, date(2023, 6, 30), phase),
        begin("danh-gia-ket-thuc", start, end, phase), begin("danh-gia-dot-xuat", date(2026, 1, 1), TODAY),
        begin("giam-sat-dot-xuat", date(2026, 1, 1), TODAY), begin("giam-sat-dot-xuat", date(2026, 2, 1), TODAY),
        verbs.begin_report(by=officer, unit=hoang_phu_new, kind="danh-gia-nam", year=2025, number=1, today=TODAY),
    ]  # fmt: skip
    assert [each.number for each in made] == [1, 1, 1, 1, 1, 2, 1]
    for report in made:
        facts = paper_facts(officer, report_page(officer, report.pk), TODAY)
        (paper_of,) = papers_of(report.kind)
        found = check(compose(paper_of, facts), on=TODAY)
        wrong = {each.code for each in found} - {"COMPLETE-NUMBER", "COMPLETE-DATE", "COMPLETE-GAP"}
        assert not wrong, (report.kind, wrong)
    assert "giữa kỳ giai đoạn 2021-2025" in paper_facts(officer, report_page(officer, made[1].pk), TODAY).period
