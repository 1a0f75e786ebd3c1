"""Importing: idempotent, with difference and history, all or nothing, inside the user's units."""

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.documents.models import Document, StoredFile
from giamngheo.foundation.findings import FindingError
from giamngheo.funds.models import FundingReference
from giamngheo.monitoring.models import IndicatorValue, Target
from giamngheo.planning import queries
from giamngheo.planning.actions import edit_printed, import_plan
from giamngheo.planning.actions import importing as importing_module
from giamngheo.planning.models import PlanVersion
from giamngheo.programme.models import Activity, AnnualPlan, Assignment, PlanBeneficiary, PlanSection, PlanText

pytestmark = pytest.mark.django_db


def rows() -> dict[str, int]:
    models = (
        AnnualPlan, PlanSection, PlanText, Document, StoredFile, IndicatorValue, Target, Activity, Assignment,
        PlanBeneficiary, FundingReference, PlanVersion, Event,
    )  # fmt: skip
    return {model.__name__: model.objects.count() for model in models}


def test_import_fills_every_room(plan) -> None:
    assert plan.commune.code == "15883"
    assert (plan.year, plan.version, plan.period.code) == (2024, 1, "2021-2025")
    codes = plan.sections.exclude(node=None).order_by("order").values_list("node__code", flat=True)
    assert list(codes) == ["DA2", "DA3", "DA3.2"]
    assert Activity.objects.filter(plan=plan).count() == 3
    assert Assignment.objects.get(plan=plan).lead_post == "Công chức văn hóa"
    groups = PlanBeneficiary.objects.filter(plan=plan).values_list("group__code", flat=True)
    assert set(groups) == {"poor", "near_poor", "newly_exited", "children_under_16"}


def test_results_are_values_with_their_days(plan) -> None:
    start = IndicatorValue.objects.get(plan=plan, indicator__code="S02", period_year=2022)
    end = IndicatorValue.objects.get(plan=plan, indicator__code="S02", period_year=2023)
    assert (start.value, start.as_of, end.value, end.as_of) == (
        Decimal("2.80"), date(2022, 12, 31), Decimal("2.10"), date(2023, 12, 31),
    )  # fmt: skip
    assert start.as_of_inferred
    assert "văn bản" in IndicatorValue.objects.get(plan=plan, indicator__code="K01").note
    total = IndicatorValue.objects.get(plan=plan, indicator__code="S14M")
    parts = IndicatorValue.objects.filter(plan=plan, indicator__code__in=("S08M", "S09M"))
    assert total.value == sum(part.value for part in parts) == 1250


def test_target_and_money_keep_their_gaps(plan) -> None:
    target = Target.objects.get(plan=plan)
    assert (target.indicator.code, target.value, target.comparator) == ("Q01", Decimal("0.5"), "at_least")
    reference = FundingReference.objects.get(plan=plan)
    assert (reference.document.symbol, reference.amount, reference.node.code) == ("415/QĐ-UBND", None, "DA2")
    assert reference.document.issuer.code == "399"


def test_sum_behind_a_decision_is_its_amount(bring) -> None:
    plan = bring(**{"của UBND huyện.\n\ne)": "của UBND huyện: 120,5 triệu đồng.\n\ne)"}).plan
    assert FundingReference.objects.get(plan=plan).amount == 120_500_000
    assert "số tiền" not in [gap.what for gap in queries.composed(None, plan).gaps]


def test_known_documents_bring_their_title(plan) -> None:
    decree = Document.objects.get(symbol="27/2022/NĐ-CP")
    assert (decree.source, decree.issuer_name) == ("register", "Chính phủ")
    assert decree.subject
    assert Document.objects.get(symbol="415/QĐ-UBND").source == "cited"


def test_importing_twice_changes_nothing(bring) -> None:
    bring()
    before = rows()
    assert bring().status == "unchanged"
    assert rows() == before


def test_corrected_file_shows_its_difference_and_keeps_history(bring, officer) -> None:
    plan = bring().plan
    outcome = bring(**{"từ 42 hộ": "từ 43 hộ", "- Tập huấn kỹ thuật chăn nuôi.": "- Tập huấn kỹ thuật nuôi bò."})
    assert outcome.status == "changed"
    assert outcome.diff["values"]["changed"] == [
        {"key": "S01.2022", "indicator": "S01", "year": 2022, "before": "42", "after": "43"}
    ]
    texts = [(row["before"], row["after"]) for row in outcome.diff["texts"]["changed"]]
    assert ("Tập huấn kỹ thuật chăn nuôi.", "Tập huấn kỹ thuật nuôi bò.") in texts
    assert [version.number for version in queries.history(officer, plan)] == [2, 1]
    assert queries.version_content(officer, plan, 1).values["S01.2022"].value == "42"


def test_rows_keep_their_keys_when_a_file_is_corrected(bring) -> None:
    plan = bring().plan
    before = set(plan.texts.values_list("pk", flat=True))
    bring(**{"từ 42 hộ": "từ 43 hộ"})
    assert set(plan.texts.values_list("pk", flat=True)) == before


def test_edits_survive_importing_the_same_file_again(bring, officer, text_with) -> None:
    plan = bring().plan
    edit_printed(by=officer, text=text_with("Tập huấn kỹ thuật"), printed="Tập huấn nuôi bò.", based_on=1)
    assert bring().status == "unchanged"
    plan.refresh_from_db()
    assert plan.version == 2


def test_dry_run_says_what_would_change_and_writes_nothing(bring) -> None:
    before = rows()
    assert bring(dry_run=True).status == "created"
    assert rows() == before
    bring()
    before = rows()
    outcome = bring(dry_run=True, **{"từ 42 hộ": "từ 43 hộ"})
    assert (outcome.status, outcome.diff["count"]) == ("changed", 2)
    assert rows() == before


def test_failure_in_the_middle_leaves_nothing(bring, monkeypatch) -> None:
    def fail(*args, **options):
        raise RuntimeError("power cut")

    monkeypatch.setattr(importing_module, "add_version", fail)
    before = rows()
    with pytest.raises(RuntimeError):
        bring()
    assert rows() == before


def test_officer_of_another_commune_is_refused(bring, other_officer, province_officer) -> None:
    before = rows()
    with pytest.raises(OutOfScope):
        bring(by=other_officer)
    with pytest.raises(NotPermitted):
        bring(by=province_officer)
    assert rows() == before


def test_import_on_a_moved_plan_is_refused(bring) -> None:
    bring()
    with pytest.raises(FindingError) as caught:
        bring(based_on=0, **{"từ 42 hộ": "từ 43 hộ"})
    assert caught.value.finding.code == "PLAN-STALE"


def test_command_on_the_machine_needs_no_user(bring) -> None:
    version = bring(by=None).plan.versions.get()
    assert version.by is None
    assert version.by_name
    assert Event.objects.filter(action="planning.import_plan", actor_id=None).count() == 1


def test_import_is_in_the_audit_with_its_unit(plan, officer) -> None:
    event = Event.objects.get(action="planning.import_plan")
    assert (event.actor_id, event.unit_code, event.after["version"]) == (officer.pk, "15883", 1)


def test_progress_runs_to_the_end(officer, units_loaded) -> None:
    from giamngheo.paperwork.readers.text import read_text
    from tests.factories.plan_text import PLAN

    told: list[float] = []
    import_plan(
        by=officer, document=read_text(PLAN), file_content=b"x", file_name="x",
        progress=lambda fraction, step: told.append(fraction),
    )  # fmt: skip
    assert told == sorted(told)
    assert told[-1] == 1.0
