"""Part A of a plan from the locked report of the year before: one value everywhere, a version like every edit."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from giamngheo.foundation.findings import FindingError, Severity
from giamngheo.monitoring.actions import reports as reporting
from giamngheo.monitoring.actions.forms import load_forms
from giamngheo.monitoring.actions.values import TypedValue, type_value
from giamngheo.monitoring.models import Indicator
from giamngheo.paperwork.readers import read
from giamngheo.planning.actions import import_plan, restore_version, take_results
from giamngheo.planning.check import check
from giamngheo.planning.queries import composed, preview_results
from giamngheo.programme.models import AnnualPlan

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
SAMPLE = Path(str(files("giamngheo.planning") / "samples" / "ke-hoach-mau-2026.md"))


@pytest.fixture
def plan(officer, hoang_phu_new) -> AnnualPlan:
    import_plan(by=officer, document=read(SAMPLE), file_content=SAMPLE.read_bytes(), file_name=SAMPLE.name)
    return AnnualPlan.objects.get(commune=hoang_phu_new, year=2026)


@pytest.fixture
def locked(officer, province_officer, hoang_phu_new) -> None:
    load_forms(by=None)
    for code, value, year in (
        ("S01", "21", 2025),
        ("S01", "33", 2024),
        ("M02", "1.4", 2025),
        ("F01", "300000000", 2025),
    ):
        told = TypedValue(Indicator.objects.get(code=code), Decimal(value), date(year, 12, 14), "Quyết định (giả)")
        type_value(by=officer, unit=hoang_phu_new, typed=told)
    report = reporting.begin_report(
        by=officer, unit=hoang_phu_new, kind="giam-sat-nam", year=2025, number=1, today=TODAY
    )  # fmt: skip
    reporting.submit_report(by=officer, report=report)
    reporting.lock_report(by=province_officer, report=reporting.accept_report(by=province_officer, report=report))


def lines(officer, plan) -> list[str]:
    return [each.text for each in composed(officer, plan).document.lines()]


def test_figures_of_the_locked_report_become_the_values_of_the_plan(locked, plan, officer) -> None:
    assert any("còn 20 hộ" in each for each in lines(officer, plan))  # an estimate of the draft
    assert preview_results(officer, plan, TODAY).changes["count"]
    made = take_results(by=officer, plan=plan, based_on=plan.version, today=TODAY)
    plan.refresh_from_db()
    said = "\n".join(lines(officer, plan))
    assert "số hộ nghèo của xã còn 21 hộ" in said  # the sentence somebody wrote prints the same value
    assert ("Số hộ nghèo theo kết quả rà soát năm 2025: 21 hộ (có hiệu lực từ ngày 01/01/2026);"
            " năm trước đó là 33 hộ.") in said  # fmt: skip
    assert "Tỷ lệ hộ nghèo theo kết quả rà soát năm 2025: 1,40 %" in said
    assert "300.000.000 đồng" in said
    assert {each.key: each.value for each in plan.values.all()}["S01.2025"] == 21
    found = check(composed(officer, plan).document, on=TODAY)
    assert not [each for each in found if each.severity is Severity.ERROR or each.code.startswith(("ARITH", "TARGET"))]
    assert preview_results(officer, plan, TODAY).changes["count"] == 0  # taken again nothing changes
    assert "báo cáo đã khóa năm 2025" in made.reason
    restore_version(by=officer, plan=plan, number=made.number - 1, based_on=made.number)
    assert any("còn 20 hộ" in each for each in lines(officer, AnnualPlan.objects.get(pk=plan.pk)))


def test_without_a_locked_report_nothing_is_taken(plan, officer) -> None:
    assert preview_results(officer, plan, TODAY) is None
    with pytest.raises(FindingError) as refused:
        take_results(by=officer, plan=plan, based_on=plan.version, today=TODAY)
    assert refused.value.finding.code == "PLAN-NO-REPORT"


def test_page_shows_the_changes_before_they_are_made(
    locked, plan, officer, officer_client, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(60):
        page = officer_client.get(f"/ke-hoach/{plan.pk}/phan-a/").content.decode()
    assert "<del>20</del><ins>21</ins>" in page
    stale = officer_client.post(f"/ke-hoach/{plan.pk}/phan-a/", {"based_on": "0"})
    assert stale.status_code == 409
    assert officer_client.post(f"/ke-hoach/{plan.pk}/phan-a/", {"based_on": plan.version}).status_code == 302
