"""Money for an activity that is a livelihood project: the norms answer before the ledger is written. Invented."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.funds import actions as funds
from giamngheo.funds.models import Contract, EntryKind, LedgerEntry
from giamngheo.funds.problems import Refused as LedgerRefused
from giamngheo.programme.models import ProgrammeNode, WorkItem
from giamngheo.support.actions import enter_for_activity, sign_for_activity, tie_activity
from giamngheo.support.models import ProjectWork
from giamngheo.support.problems import Refused
from giamngheo.support.queries import activity_money
from tests.integration.funds.ledger_rows import Ledger
from tests.integration.support.livelihood_test import project, proposed, to_contract  # noqa: F401

pytestmark = pytest.mark.django_db
MILLION, DAY = 1_000_000, date(2026, 3, 2)


@pytest.fixture
def item(hoang_phu_new):
    node = ProgrammeNode.objects.get(code="DA2", period__code="2021-2025")
    return WorkItem.objects.create(
        unit=hoang_phu_new, node=node, year=2026, title="Nuôi bò (giả)", starts_on=DAY, ends_on=date(2026, 12, 1)
    )


@pytest.fixture
def lines(hoang_phu_new):
    """200 million of the old period's and of the new period's money, allocated; 200 that people contribute."""
    ledger, made = Ledger(hoang_phu_new, 2026), []
    for values in ({}, {"node": "H1.03", "period": "2026-2030"}, {"source": "DAN"}):
        line = ledger.line(**values)
        assigned, allocated = (ledger.account(line, stage) for stage in ("assigned", "allocated"))
        ledger.move("assign", 400 * MILLION, None, assigned, DAY)
        ledger.move("allocate", 200 * MILLION, assigned, allocated, DAY)
        made.append(line)
    return made


def sign(officer, line, item, millions, number="01/HĐ"):
    return sign_for_activity(
        by=officer, line=line, work_item=item, budget_year=2026, number=number, contractor="Hợp tác xã (giả)",
        content="Bò giống", value=millions * MILLION, signed_on=DAY,
    )  # fmt: skip


def refused(act) -> list[str]:
    with pytest.raises(LedgerRefused) as caught:
        act()
    return [each.code.removeprefix("SUPPORT-PROJECT-") for each in caught.value.findings]


def test_contract_keeps_to_the_approved_part_and_the_share(officer, item, lines, project) -> None:  # noqa: F811
    tie_activity(by=officer, project=project, work_item=item)
    assert refused(lambda: sign(officer, lines[0], item, 121)) == ["NORM"], "60.5 %, before it is approved"
    to_contract(project, officer)
    assert refused(lambda: sign(officer, lines[0], item, 121)) == ["MONEY-ABOVE", "NORM"]
    assert refused(lambda: sign(officer, lines[0], item, 101)) == ["MONEY-ABOVE"]
    first = sign(officer, lines[0], item, 70)
    sign(officer, lines[2], item, 90, "02/HĐ")  # what people give is no state money
    pay = {"by": officer, "work_item": item, "budget_year": 2026, "on": DAY}
    assert refused(lambda: enter_for_activity(line=lines[0], kind=EntryKind.DISBURSE, amount=31 * MILLION, **pay)) == [
        "MONEY-ABOVE"
    ]
    paid = enter_for_activity(line=lines[0], kind=EntryKind.DISBURSE, amount=30 * MILLION, **pay)
    facts = activity_money(officer, item, DAY)
    assert (facts.contracted, facts.direct, facts.state) == (70 * MILLION, 30 * MILLION, 100 * MILLION)
    assert (facts.broken, [each.norm.norm for each in facts.judged if each.kept]) == (
        [], ["state_share", "target_participants"],
    )  # fmt: skip
    funds.reverse(by=officer, entry=paid, on=DAY, reason="nhầm")
    funds.enter(
        by=officer, kind=EntryKind.RELEASE, line=lines[0], budget_year=2026, amount=20 * MILLION, on=DAY, contract=first
    )
    assert activity_money(officer, item, DAY).state == 50 * MILLION


def test_norms_of_the_period_that_pays_are_asked_and_unread_ones_stop_nothing(officer, item, lines, project) -> None:  # noqa: F811
    tie_activity(by=officer, project=project, work_item=item)
    sign(officer, lines[1], item, 130)
    codes = {each.code for each in activity_money(officer, item, DAY).findings}
    assert codes == {"SUPPORT-PROJECT-MONEY-ABOVE", "SUPPORT-PROJECT-NORM"}, (
        "by the project's own period it is too much"
    )


def test_activity_is_one_project_of_its_commune(officer, item, hoang_phu_new, other_commune, project) -> None:  # noqa: F811
    tie_activity(by=officer, project=project, work_item=item)
    second = proposed(hoang_phu_new, officer, name="Khác")
    theirs = WorkItem.objects.create(
        unit=other_commune, node=item.node, year=2026, title="Khác", starts_on=DAY, ends_on=DAY
    )
    for wrong in (item, theirs):
        with pytest.raises(Refused):
            tie_activity(by=officer, project=second, work_item=wrong)
    assert ProjectWork.objects.count() == 1


def test_screens_refuse_with_the_article_and_show_what_is_kept(sign_in, officer, item, lines, project) -> None:  # noqa: F811
    client = sign_in(officer)
    client.get("/don-vi/?nam=2026")
    assert client.post(f"/sinh-ke/{project.pk}/dau-viec/", {"work_item": item.pk}).status_code == 302
    form = {
        "number": "01/HĐ", "contractor": "HTX", "content": "Bò", "on": "2/3/2026", "budget_year": "2026",
        "work_item": item.pk,
    }  # fmt: skip
    page = client.post(f"/kinh-phi/dong/{lines[0].pk}/hop-dong/", form | {"amount": "130 triệu"})
    assert page.status_code == 422
    assert "Khoản 5 Điều 22" in page.content.decode()
    assert not Contract.objects.exists()
    address = client.post(f"/kinh-phi/dong/{lines[0].pk}/hop-dong/", form | {"amount": "100 triệu"}).url
    for each in (address, f"/kinh-phi/dau-viec/{item.pk}/"):
        shown = client.get(each).content.decode()
        assert "50 %, quy định nhiều nhất 60 %" in shown
    paid = {"amount": "1 triệu", "on": "3/3/2026", "budget_year": "2026", "work_item": item.pk}
    assert client.post(f"/kinh-phi/dong/{lines[0].pk}/ghi/disburse/", paid).status_code == 302
    assert LedgerEntry.objects.get(kind="disburse").work_item == item
    matrix = client.get("/kinh-phi/?nam=2026").content.decode()
    assert "chưa biết tỉnh thuộc mức nào" in matrix
    assert "chưa đọc được, chưa xét" in matrix
