"""A livelihood project from proposal to follow-up: its verbs, what the database refuses by itself, its screens."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from giamngheo.documents.actions import Citation
from giamngheo.programme.models import ProgrammePeriod
from giamngheo.support import triggers
from giamngheo.support.actions import add_participants, count_inputs, deliver, follow_up, propose_project, take_step
from giamngheo.support.models import LivelihoodProject, ProjectFollowUp, ProjectStep
from giamngheo.support.problems import Refused
from giamngheo.support.queries import due_follow_ups, project_facts, projects_for
from giamngheo.support.triggers import livelihood as guards
from giamngheo.support.values import To
from tests.integration.support.conftest import handing

pytestmark = pytest.mark.django_db
DECISION = Citation(key="12/QĐ-UBND|hoằng phú", symbol="12/QĐ-UBND", doc_type="QĐ", number="12",
                    issued_on=date(2026, 2, 10))  # fmt: skip
TODAY = date(2026, 11, 20)


def proposed(unit, officer, **values) -> LivelihoodProject:
    return propose_project(
        **{
            "by": officer, "unit": unit, "period": ProgrammePeriod.objects.get(code="2021-2025"),
            "name": "Nuôi bò sinh sản", "form": "community", "holder": "group", "holder_name": "Tổ hợp tác Hạ Vũ",
            "area": "other", "total": 200_000_000, "state": 100_000_000, "on": date(2026, 1, 5), "reference": "01/ĐN",
            **values,
        }
    )  # fmt: skip


@pytest.fixture
def project(hoang_phu_new, officer, family, classes):
    classes.give(family.household, "poor")
    made = proposed(hoang_phu_new, officer)
    add_participants(by=officer, project=made, codes=[family.household.local_code], on=date(2026, 1, 10))
    return made


def to_contract(project, officer) -> None:
    take_step(by=officer, project=project, stage="2_appraisal", on=date(2026, 2, 1), reference="01/BB")
    take_step(by=officer, project=project, stage="3_approval", on=date(2026, 2, 10), reference="", paper=DECISION)
    take_step(by=officer, project=project, stage="4_contract", on=date(2026, 2, 20), reference="01/HĐ")


def codes(refused) -> list[str]:
    return [each.code.removeprefix("SUPPORT-PROJECT-") for each in refused.value.findings]


def test_project_goes_from_proposal_to_its_outcome(project, officer, family, hoang_phu_new) -> None:
    to_contract(project, officer)
    cow = handing(kind="livelihood_community", instalment=0, amount=None, item="Bò giống", quantity=Decimal(1),
                  measure="con", on=date(2026, 3, 1))  # fmt: skip
    made = deliver(by=officer, unit=hoang_phu_new, handing=cow, to=[To(family.household.pk)])
    count_inputs(by=officer, project=project, deliveries=made)
    take_step(by=officer, project=project, stage="5_running", on=date(2026, 3, 2), reference="02/BB")
    (due,) = due_follow_ups(officer, hoang_phu_new, TODAY)
    assert (due.months, due.on) == (6, date(2026, 9, 2))
    follow_up(
        by=officer, participant=due.participant, months=6, on=date(2026, 9, 5), income_before=1_000_000,
        income_after=1_500_000, running=True,
    )  # fmt: skip
    facts = project_facts(officer, projects_for(officer).get(), TODAY)
    assert (len(facts.inputs), facts.due, facts.outcome.per_million) == (1, [], 5_000)


def test_approval_is_refused_where_the_state_pays_too_much(hoang_phu_new, officer, family, classes) -> None:
    project = proposed(hoang_phu_new, officer, state=150_000_000)
    add_participants(by=officer, project=project, codes=[family.household.local_code], on=date(2026, 1, 10))
    take_step(by=officer, project=project, stage="2_appraisal", on=date(2026, 2, 1), reference="01/BB")
    with pytest.raises(Refused) as refused:
        take_step(by=officer, project=project, stage="3_approval", on=date(2026, 2, 10), reference="", paper=DECISION)
    # 75 % against 60 %; and the family holds no class, so none of its participants is of the target groups
    assert codes(refused) == ["NORM", "NORM"]


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ({"stage": "3_approval", "on": date(2026, 2, 1), "reference": "x", "paper": DECISION}, "ORDER"),
        ({"stage": "2_appraisal", "on": date(2026, 1, 4), "reference": "x"}, "ORDER"),
        ({"stage": "2_appraisal", "on": date(2026, 2, 1), "reference": " "}, "PAPER"),
    ],
)
def test_step_out_of_order_or_without_paper_is_refused(project, officer, step, code) -> None:
    with pytest.raises(Refused) as refused:
        take_step(by=officer, project=project, **step)
    assert codes(refused) == [code]


def test_unknown_household_leaves_everybody_out(hoang_phu_new, officer, family) -> None:
    project = proposed(hoang_phu_new, officer)
    with pytest.raises(Refused) as refused:
        add_participants(
            by=officer, project=project, codes=[family.household.local_code, "KHÔNG"], on=date(2026, 1, 10)
        )
    assert codes(refused) == ["HOUSEHOLD"]
    assert not project.participants.exists()


def refused_by_database(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


def test_every_guard_stands() -> None:
    assert triggers.names(connection) >= {f"{each.table}_{each.name}_{each.verb.lower()}" for each in guards.GUARDS}


def test_database_keeps_the_order_and_what_was_recorded(project, officer, neighbours, hoang_phu_new) -> None:
    empty = proposed(hoang_phu_new, officer, name="Chưa có hộ")
    step = {"on": date(2026, 3, 1), "reference": "x"}
    refused_by_database(lambda: ProjectStep.objects.create(project=project, stage="4_contract", **step), guards.ORDER)
    refused_by_database(lambda: ProjectStep.objects.create(project=empty, stage="2_appraisal", **step), guards.NOBODY)
    refused_by_database(lambda: project.steps.update(on=date(2026, 1, 1)), guards.KEPT)
    (participant,) = project.participants.all()
    seen = {"months": 6, "on": TODAY, "income_before": 1, "income_after": 1, "running": True}
    refused_by_database(lambda: ProjectFollowUp.objects.create(participant=participant, **seen), guards.NOT_RUNNING)
    to_contract(project, officer)
    refused_by_database(lambda: LivelihoodProject.objects.filter(pk=project.pk).update(total=1), guards.APPROVED)
    refused_by_database(lambda: participant.delete(), guards.APPROVED)


def test_officer_walks_a_project_on_the_screens(officer_client, hoang_phu_new, family, classes) -> None:
    classes.give(family.household, "poor")
    period = ProgrammePeriod.objects.get(code="2021-2025")
    form = {"name": "Nuôi gà", "form": "community", "holder": "group", "holder_name": "Tổ Hạ Vũ", "area": "other",
            "period": period.pk, "total": "200 triệu", "state": "100 triệu", "on": "05/01/2026",
            "reference": "01/ĐN"}  # fmt: skip
    wrong = officer_client.post("/sinh-ke/moi/", {**form, "state": "300 triệu"})
    assert wrong.status_code == 422
    assert "300 triệu" in wrong.content.decode()
    page = officer_client.post("/sinh-ke/moi/", form)["Location"]
    officer_client.post(page, {"viec": "ho", "codes": family.household.local_code})
    steps = ({"on": "01/02/2026", "paper": "01/BB"}, {"on": "10/02/2026", "paper": "12/QĐ-UBND", "paper_on": "10/2"},
             {"on": "20/02/2026", "paper": "01/HĐ"}, {"on": "01/03/2026", "paper": "02/BB"})  # fmt: skip
    for each in steps:
        assert officer_client.post(page, {"viec": "buoc", **each}).status_code == 302
    participant = LivelihoodProject.objects.get().participants.get()
    seen = {"on": "05/09/2026", "income_before": "0", "income_after": "1.000.000", "running": "khong"}
    address = f"/sinh-ke/theo-doi/{participant.pk}/6/"
    assert officer_client.post(address, seen).status_code == 422  # why it failed is not said
    assert officer_client.post(address, {**seen, "reason": "Gà chết dịch"}).status_code == 302
    assert "Gà chết dịch" in officer_client.get(page).content.decode()
    for path in ("/sinh-ke/", "/sinh-ke/theo-doi/", page):
        with CaptureQueriesContext(connection) as captured:
            assert officer_client.get(path).status_code == 200
        assert len(captured) <= 30, path


def test_others_do_not_see_a_project(officer_client, other_officer_client, project) -> None:
    assert other_officer_client.get(f"/sinh-ke/{project.pk}/").status_code == 404
    assert other_officer_client.get(f"/sinh-ke/{project.pk}/van-ban/phe-duyet.docx").status_code == 404
    assert officer_client.get(f"/sinh-ke/{project.pk}/van-ban/khac.docx").status_code == 404
    for name in ("de-nghi", "tham-dinh", "phe-duyet", "nghiem-thu"):
        answer = officer_client.get(f"/sinh-ke/{project.pk}/van-ban/{name}.docx")
        assert answer.content[:2] == b"PK"
    assert "Nuôi bò" not in other_officer_client.get("/sinh-ke/").content.decode()
