"""Communication: reach with its method, void and replaced, questions followed up, totals that add up; its screens."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.support import triggers
from giamngheo.support.actions import outreach as verbs
from giamngheo.support.models import DialogueAnswer, OutreachEvent
from giamngheo.support.problems import Refused
from giamngheo.support.queries.outreach import open_questions, outreach_list, outreach_totals
from giamngheo.support.triggers import outreach as guards

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 20)


@pytest.fixture
def enter(officer, hoang_phu_new):
    def act(by=officer, instead_of=None, **values):
        told = {
            "kind": "event", "title": "Nói chuyện về vay vốn", "on": DAY, "topics": "tín dụng", "audience": "hộ nghèo",
            "reach_method": "counted", "reach": 40, "reach_target": 25, **values,
        }  # fmt: skip
        return verbs.enter_outreach(by=by, unit=hoang_phu_new, act=verbs.Act(**told), instead_of=instead_of)

    return act


def refused(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reach": None}, "REACH"), ({"reach_method": "not_counted"}, "REACH"), ({"reach_target": 41}, "REACH"),
        ({"title": " "}, "MISSING"), ({"on": date(2027, 5, 1)}, "DAY"), ({"until": date(2026, 5, 1)}, "DAY"),
        ({"villages": (999_999,)}, "VILLAGE"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(enter, values, code) -> None:
    with pytest.raises(Refused, match=f"OUTREACH-{code}"):
        enter(**values)
    assert not OutreachEvent.objects.exists()


def test_void_one_is_replaced_and_counts_no_more(enter, officer, hoang_phu_new, province_officer) -> None:
    wrong = enter(reach=400)
    with pytest.raises(Refused, match="OUTREACH-VOIDED"):
        verbs.void_outreach(by=officer, event=wrong, reason="")
    verbs.void_outreach(by=officer, event=wrong, reason="Thừa một số 0")
    right = enter(instead_of=wrong)
    assert right.replaces == wrong
    assert outreach_list(officer, hoang_phu_new, 2026).count() == 2
    assert outreach_totals(officer, hoang_phu_new, 2026).all.reach["counted"] == 40
    with pytest.raises(NotPermitted):
        enter(by=province_officer)


def test_methods_are_never_added_and_villages_counted_in_each(enter, officer, hoang_phu_new, villages) -> None:
    enter(villages=[each.pk for each in villages])
    enter(kind="article", reach_method="published", reach=1_200, reach_target=None)
    enter(kind="contest", reach_method="not_counted", reach=None, reach_target=None, villages=[villages[0].pk])
    found = outreach_totals(officer, hoang_phu_new, 2026)
    assert (found.all.acts, found.all.reach, found.all.target, found.all.uncounted) == (
        3, {"counted": 40, "published": 1_200, "estimated": 0}, 25, 1,
    )  # fmt: skip
    assert [(each.title, each.acts) for each in found.villages] == [("", 1), ("Thôn Thử 1", 2), ("Thôn Thử 2", 1)]


def test_question_waits_until_it_is_answered(enter, officer, hoang_phu_new) -> None:
    with pytest.raises(Refused, match="OUTREACH-QUESTION"):
        verbs.ask_in_dialogue(by=officer, event=enter(), text="Bao giờ có vốn?")
    talk = enter(kind="dialogue")
    asked = verbs.ask_in_dialogue(by=officer, event=talk, text="Bao giờ có vốn?", due_on=date(2026, 6, 1))
    assert list(open_questions(officer, hoang_phu_new, 2026)) == [asked]
    with pytest.raises(Refused, match="OUTREACH-ANSWER"):
        verbs.answer_question(by=officer, question=asked, text="Tháng 7", on=date(2026, 5, 1))
    verbs.answer_question(by=officer, question=asked, text="Tháng 7", on=date(2026, 5, 25))
    assert not open_questions(officer, hoang_phu_new, 2026)


def test_database_guards_what_was_told(enter, officer) -> None:
    assert triggers.names(connection) >= {f"{each.table}_{each.name}_{each.verb.lower()}" for each in guards.GUARDS}
    made = enter(kind="dialogue")
    asked = verbs.ask_in_dialogue(by=officer, event=made, text="Bao giờ?")
    refused(lambda: OutreachEvent.objects.filter(pk=made.pk).update(reach=4_000), guards.VOIDED)
    other = enter()
    refused(lambda: OutreachEvent.objects.filter(pk=other.pk).delete(), guards.KEPT)
    refused(lambda: DialogueAnswer.objects.create(question=asked, on=date(2026, 1, 1), text="x"), guards.AFTER)
    refused(lambda: type(asked).objects.filter(pk=asked.pk).update(text="x"), guards.KEPT)


def test_screens_list_total_and_ask(officer_client, other_officer_client, enter, officer, villages) -> None:
    made = enter(kind="dialogue", villages=[villages[0].pk])
    verbs.ask_in_dialogue(by=officer, event=made, text="Bao giờ có vốn?", due_on=date(2026, 6, 1))
    with CaptureQueriesContext(connection) as captured:
        page = officer_client.get("/truyen-thong/?nam=2026").content.decode()
    assert len(captured) <= 25
    assert "quá hẹn 01/06/2026" in page
    assert officer_client.get("/truyen-thong/tong-hop/").status_code == 200
    for name in ("danh-sach.xlsx", "danh-sach.csv", "tong-hop.xlsx", "tong-hop.csv"):
        assert officer_client.get(f"/truyen-thong/{name}").status_code == 200
    wrong = officer_client.post("/truyen-thong/ghi/", {"kind": "event", "title": "Thi tìm hiểu", "on": "1/5/2026"})
    assert wrong.status_code == 422
    assert "Thi tìm hiểu" in wrong.content.decode()
    path = f"/truyen-thong/viec/{made.pk}/"
    assert officer_client.post(path, {"viec": "bo", "reason": ""}).status_code == 422
    assert other_officer_client.get(path).status_code == 404
