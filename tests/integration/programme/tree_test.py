"""The programme's trees: both periods, cited, with the crosswalk; what the database refuses."""

import pytest
from django.db import IntegrityError, transaction

from giamngheo.audit.models import Event
from giamngheo.programme import reference
from giamngheo.programme.actions import load_tree
from giamngheo.programme.models import AnnualPlan, BeneficiaryGroup, NodeCrosswalk, ProgrammeNode, ProgrammePeriod
from giamngheo.programme.queries import continues_as, nodes_of, period_of_year

pytestmark = pytest.mark.django_db


def test_both_periods_have_their_own_tree() -> None:
    old, new = ProgrammePeriod.objects.order_by("from_year")
    kinds = {period.code: {} for period in (old, new)}
    for node in ProgrammeNode.objects.select_related("period"):
        kinds[node.period.code][node.kind] = kinds[node.period.code].get(node.kind, 0) + 1
    assert kinds["2021-2025"] == {"programme": 1, "project": 7, "subproject": 11}
    assert kinds["2026-2030"] == {"programme": 1, "component_group": 2, "content_component": 15}


def test_every_node_names_its_source() -> None:
    assert not ProgrammeNode.objects.filter(citation="").exists()
    recalled = set(
        ProgrammeNode.objects.filter(period__code="2021-2025", verified=False).values_list("code", flat=True)
    )
    assert recalled == {"DA1.1", "DA1.2", "DA4.2", "DA5"}


def test_unknown_successors_are_said_not_guessed() -> None:
    unknown = NodeCrosswalk.objects.filter(new=None).values_list("old__code", flat=True)
    assert set(unknown) == {"DA3.2", "DA5"}
    node = ProgrammeNode.objects.get(period__code="2021-2025", code="DA2")
    assert {row.new.code for row in continues_as(node)} == {"H1.03", "H2.02"}
    assert not NodeCrosswalk.objects.filter(verified=True).exists()


def test_parents_stand_before_children() -> None:
    seen = set()
    for node in nodes_of(ProgrammePeriod.objects.get(code="2021-2025")):
        assert node.parent_id is None or node.parent_id in seen
        seen.add(node.pk)


def test_loading_again_changes_nothing_but_the_trail() -> None:
    before = (ProgrammeNode.objects.count(), NodeCrosswalk.objects.count(), BeneficiaryGroup.objects.count())
    load_tree(by=None)
    assert (ProgrammeNode.objects.count(), NodeCrosswalk.objects.count(), BeneficiaryGroup.objects.count()) == before
    assert Event.objects.get(action="programme.load_tree")


@pytest.mark.parametrize(("year", "code"), [(2021, "2021-2025"), (2025, "2021-2025"), (2026, "2026-2030")])
def test_year_has_its_period(year, code) -> None:
    assert period_of_year(year).code == code == reference.period_of(year)["code"]


def test_year_outside_all_periods_has_none() -> None:
    assert period_of_year(2019) is None is reference.period_of(2031)


def test_one_plan_per_commune_and_year(hoang_phu_old) -> None:
    period = period_of_year(2024)
    AnnualPlan.objects.create(commune=hoang_phu_old, year=2024, period=period)
    with pytest.raises(IntegrityError), transaction.atomic():
        AnnualPlan.objects.create(commune=hoang_phu_old, year=2024, period=period)


def test_issued_plan_says_when_and_by_whom(hoang_phu_old) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        AnnualPlan.objects.create(commune=hoang_phu_old, year=2024, period=period_of_year(2024), status="issued")
