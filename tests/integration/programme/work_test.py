"""Items of work and their progress: what is refused, by the verb and by the database; what stands."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.programme import triggers
from giamngheo.programme.actions import change_work_item, create_work_item, enter_progress, set_work_state
from giamngheo.programme.forecast import Lateness
from giamngheo.programme.models import Evidence, ProgrammeNode, ProgressEntry, WorkItem
from giamngheo.programme.problems import Refused
from giamngheo.programme.queries import board, evidence_for, standing_of
from giamngheo.programme.triggers.work import GUARDS
from giamngheo.programme.values import Foreseen, Upload

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"anh gia"


def code_of(refusal) -> str:
    return refusal.value.findings[0].code


def refused_by_database(act) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def test_every_guard_stands() -> None:
    made = {f"{each.table}_{each.name}_{each.verb.lower()}" for each in GUARDS}
    assert made <= triggers.names(connection)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"ends_on": date(2020, 1, 1)}, "WORK-DATES"),
        ({"title": "  "}, "WORK-EMPTY"),
        ({"year": 2025}, "WORK-YEAR"),
        ({"quantity": Decimal(3)}, "WORK-QUANTITY"),
        ({"measure": "hộ"}, "WORK-QUANTITY"),
        ({"sources": [Foreseen("A", 5), Foreseen("A", 6)]}, "WORK-BUDGET"),
        ({"sources": [Foreseen("A", 0)]}, "WORK-BUDGET"),
        ({"budget": -1}, "WORK-BUDGET"),
    ],
)
def test_wrong_work_is_refused_and_nothing_written(officer, hoang_phu_new, work, change, code) -> None:
    with pytest.raises(Refused) as refusal:
        create_work_item(by=officer, unit=hoang_phu_new, work=work._replace(**change))
    assert code_of(refusal) == code
    assert not WorkItem.objects.exists()


def test_only_2026_takes_work_of_the_period_before(officer, hoang_phu_new, work) -> None:
    old = ProgrammeNode.objects.get(period__code="2021-2025", code="DA2")
    made = create_work_item(by=officer, unit=hoang_phu_new, work=work._replace(node=old))
    assert (made.year, made.state) == (2026, "planned")
    with pytest.raises(Refused):
        create_work_item(by=officer, unit=hoang_phu_new, work=work._replace(node=old, year=2027))


def test_post_of_another_commune_is_refused(officer, other_officer, other_commune, hoang_phu_new, work, post) -> None:
    with pytest.raises(Refused) as refusal:
        create_work_item(by=other_officer, unit=other_commune, work=work._replace(lead=post))
    assert code_of(refusal) == "WORK-PLACE"
    with pytest.raises(OutOfScope):
        create_work_item(by=other_officer, unit=hoang_phu_new, work=work)


def test_province_reads_and_writes_nothing(province_officer, hoang_phu_new, item, work, today) -> None:
    assert [each.item for each in board(province_officer, hoang_phu_new, 2026, today)] == [item]
    with pytest.raises(NotPermitted):
        create_work_item(by=province_officer, unit=hoang_phu_new, work=work)


def test_budget_is_the_sum_of_its_sources(officer, item, work) -> None:
    changed = change_work_item(
        by=officer, item=item, work=work._replace(sources=[Foreseen("A", 5), Foreseen("B", 7)]), seen=item.version
    )
    assert changed.budget == 12
    with pytest.raises(Refused) as refusal:
        change_work_item(by=officer, item=item, work=work, seen=item.version)
    assert code_of(refusal) == "WORK-CHANGED"


def test_states_follow_their_steps_in_verb_and_database(officer, item) -> None:
    with pytest.raises(Refused) as refusal:
        set_work_state(by=officer, item=item, state="done")
    assert code_of(refusal) == "WORK-STATE"
    refused_by_database(lambda: WorkItem.objects.filter(pk=item.pk).update(state="done"))
    set_work_state(by=officer, item=item, state="running")
    done = set_work_state(by=officer, item=item, state="done")
    with pytest.raises(Refused) as refusal:
        set_work_state(by=officer, item=done, state="running")
    assert code_of(refusal) == "WORK-NO-REASON"
    assert set_work_state(by=officer, item=done, state="running", reason="còn 2 hộ").state == "running"
    assert Event.objects.filter(action="programme.set_work_state").count() == 3


def test_progress_begins_work_and_keeps_its_evidence_once(officer, item, today) -> None:
    files = [Upload("a.png", PNG), Upload("b.png", PNG)]
    enter_progress(by=officer, item=item, on=today, done=Decimal(30), note="đã giao 6 hộ", files=files)
    item.refresh_from_db()
    found = standing_of(officer, item, today)
    assert (item.state, found.percent, found.planned_percent, found.late) == ("running", 30, 61, Lateness.BEHIND)
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content"), [("a.png", b"<html>"), ("a.html", PNG), ("a.svg", b"<svg"), ("a.pdf", PNG), ("png", PNG)]
)
def test_file_that_is_not_what_it_says_writes_nothing(officer, item, today, name: str, content: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        enter_progress(by=officer, item=item, on=today, done=Decimal(1), files=[Upload(name, content)])
    assert code_of(refusal) == "WORK-FILE"
    assert not ProgressEntry.objects.exists()


def test_sum_never_goes_down_unless_an_entry_is_replaced(officer, item, today) -> None:
    wrong = enter_progress(by=officer, item=item, on=today, done=Decimal(80))
    for on, done in ((today, 70), (today - timedelta(5), 90)):
        with pytest.raises(Refused) as refusal:
            enter_progress(by=officer, item=item, on=on, done=Decimal(done))
        assert code_of(refusal) == "WORK-LESS"
    enter_progress(by=officer, item=item, on=today, done=Decimal(8), replaces=wrong)
    assert standing_of(officer, item, today).done == 8
    with pytest.raises(Refused) as refusal:
        enter_progress(by=officer, item=item, on=today, done=Decimal(9), replaces=wrong)
    assert code_of(refusal) == "WORK-REPLACED"
    for act in (
        lambda: ProgressEntry.objects.filter(pk=wrong.pk).update(done=1),
        lambda: ProgressEntry.objects.filter(pk=wrong.pk).delete(),
    ):
        refused_by_database(act)


@pytest.mark.parametrize(
    ("done", "later", "code"), [(101, 0, "WORK-DONE"), (-1, 0, "WORK-DONE"), (1, 1, "WORK-FUTURE")]
)
def test_impossible_progress_is_refused(officer, item, today, done: int, later: int, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        enter_progress(by=officer, item=item, on=today + timedelta(later), done=Decimal(done))
    assert code_of(refusal) == code


def test_evidence_is_for_who_sees_the_whole_unit(officer, other_officer, make_user, hoang_phu_new, item, today) -> None:
    enter_progress(by=officer, item=item, on=today, done=Decimal(1), files=[Upload("a.png", PNG)])
    evidence = Evidence.objects.get()
    assert evidence_for(officer, evidence.pk) == evidence
    with pytest.raises(Evidence.DoesNotExist):
        evidence_for(other_officer, evidence.pk)


def test_demonstration_is_made_once_by_the_verbs(officer, leader, hoang_phu_new, today) -> None:
    from giamngheo.programme.demonstration import prepare

    codes = ("TW-SN",)
    made = prepare(by=officer, unit=hoang_phu_new, villages=[], leader=leader, known_sources=codes)
    assert made.items == WorkItem.objects.count() == 12
    assert prepare(by=officer, unit=hoang_phu_new, villages=[], leader=leader, known_sources=codes).items == 0
    assert {each.late for each in board(officer, hoang_phu_new, 2026, date(2026, 11, 25))} >= {
        Lateness.OVERDUE, Lateness.BEHIND, Lateness.ON_TIME,
    }  # fmt: skip
