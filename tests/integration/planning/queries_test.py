"""Reading plans: inside the user's units, in few queries, findings where they stand."""

from datetime import date

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.funds.queries import funding_references_for
from giamngheo.monitoring.queries import targets_for, values_for
from giamngheo.planning import actions, queries
from giamngheo.programme.models import AnnualPlan
from giamngheo.programme.queries import plan_for

pytestmark = pytest.mark.django_db


def test_plans_of_a_former_commune_belong_to_its_successor(plan, officer) -> None:
    assert [each.commune.code for each in queries.plans_for(officer)] == ["15883"]
    assert list(queries.plans_for(officer, 2023)) == []


def test_other_commune_sees_nothing_of_the_plan(plan, other_officer) -> None:
    assert not queries.plans_for(other_officer).exists()
    assert not values_for(other_officer).exists()
    assert not targets_for(other_officer).exists()
    assert not funding_references_for(other_officer).exists()
    with pytest.raises(AnnualPlan.DoesNotExist):
        plan_for(other_officer, plan.pk)
    with pytest.raises(AnnualPlan.DoesNotExist):
        queries.plan_for_commune(other_officer, "15883", 2024)
    for ask in (queries.plan_tree, queries.findings, queries.history, queries.composed):
        with pytest.raises(OutOfScope):
            ask(other_officer, plan)
    for ask in (
        lambda: queries.diff(other_officer, plan, 0, 1),
        lambda: queries.version_content(other_officer, plan, 1),
    ):
        with pytest.raises(OutOfScope):
            ask()


def test_province_reads_what_its_communes_plan(plan, province_officer) -> None:
    assert queries.plans_for(province_officer).get() == plan
    assert queries.plan_tree(province_officer, plan).sections


def test_administrator_reads_no_plan(plan, administrator) -> None:
    assert not queries.plans_for(administrator).exists()


def test_whole_tree_takes_at_most_twenty_queries(plan, officer, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(20):
        view = queries.plan_tree(officer, plan)
        lines = [text.printed for section in view.walk() for text in section.texts]
    assert len(lines) > 10


def test_tree_shows_numbers_gaps_and_facts(plan, officer) -> None:
    view = queries.plan_tree(officer, plan)
    sections = {(section.node, section.block): section for section in view.walk()}
    assert sections["DA2", ""].number == "1."
    project = sections["DA2", ""]
    blocks = {child.block: child for child in project.children}
    assert blocks["funding"].missing == ["amount"]
    assert blocks["funding"].funding[0].document.symbol == "415/QĐ-UBND"
    assert blocks["assignment"].assignments == [("Công chức văn hóa", "các ban ngành đoàn thể")]
    assert [text.printed for text in view.around["legal_basis"]][1].startswith("Thực hiện Kế hoạch số 61/KH-UBND")


def test_findings_stand_in_their_sections_and_lines(plan, officer) -> None:
    found = queries.findings(officer, plan)
    assert found
    assert all(each.of_source for each in found)
    text = next(each for each in plan.texts.all() if "giảm" in each.template and "S02" not in each.template)
    assert text is not None
    placed = [each for each in found if each.section]
    assert placed
    keys = set(plan.sections.values_list("key", flat=True))
    assert {each.section for each in placed} <= keys


def test_findings_are_of_the_printed_plan_after_an_edit(plan, officer, text_with) -> None:
    before = {(each.finding.code, each.finding.quote) for each in queries.findings(officer, plan)}
    misspelt = [each for each in queries.findings(officer, plan) if "HOÀNG PHÚ" in each.finding.quote]
    assert misspelt
    actions.edit_printed(by=officer, text=text_with("Tập huấn"), printed="Tập huấn nuôi bò.", based_on=1)
    after = queries.findings(officer, plan)
    assert not any(each.of_source for each in after)
    assert not [each for each in after if "HOÀNG PHÚ" in each.finding.quote]
    assert {(each.finding.code, each.finding.quote) for each in after} != before


def test_empty_blocks_stay_findings_after_an_edit(plan, officer, text_with) -> None:
    actions.edit_printed(by=officer, text=text_with("Tập huấn"), printed="Tập huấn nuôi bò.", based_on=1)
    empty = {each.section for each in queries.findings(officer, plan) if each.finding.code == "COMPLETE-BLOCK-EMPTY"}
    keys = plan.sections.filter(parent__node__code="DA3.2", block__in=("funding", "assignment"))
    assert empty == set(keys.values_list("key", flat=True))


def test_decision_follows_the_finding_and_its_words(plan, officer) -> None:
    first = queries.findings(officer, plan)[0].finding
    actions.decide_finding(
        by=officer, plan=plan, code=first.code, quote=first.quote, decision="dismissed", reason="đã kiểm tra"
    )
    decided = [each for each in queries.findings(officer, plan) if each.decision]
    assert decided
    assert {(each.finding.code, each.finding.quote) for each in decided} == {(first.code, first.quote)}


def test_same_code_before_and_after_the_merger_is_two_units(plan, unit_of) -> None:
    old, new = unit_of("15889", date(2025, 6, 30)), unit_of("15889")
    assert old != new
    with pytest.raises(AnnualPlan.DoesNotExist):
        queries.plan_for_commune(None, "15889", 2024)
