"""Posts over time, tasks, reminders said once, the committee, directives, the calendar's address."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.config.commands.remind import run
from giamngheo.documents.actions import Citation
from giamngheo.programme.actions import (
    appoint,
    end_holding,
    end_seat,
    give_task,
    hold_meeting,
    move_deadline,
    number_minutes,
    open_feed,
    open_post,
    register_directive,
    remind,
    revoke_feed,
    seat_member,
    set_address,
    set_task_state,
)
from giamngheo.programme.feeds import owner_of, token_of
from giamngheo.programme.minutes import minutes_of
from giamngheo.programme.models import CommitteeMeeting, PostHolder, Reminder, Task
from giamngheo.programme.problems import Refused
from giamngheo.programme.queries import holders_on, mine, reminders_of
from giamngheo.programme.values import Held

pytestmark = pytest.mark.django_db


def code_of(refusal) -> str:
    return refusal.value.findings[0].code


def test_who_held_a_post_on_a_day(officer, leader, hoang_phu_new, post) -> None:
    first = PostHolder.objects.get(post=post)
    with pytest.raises(Refused) as refusal:
        appoint(by=officer, post=post, user=leader, valid_from=date(2026, 2, 1))
    assert code_of(refusal) == "WORK-HELD"
    end_holding(by=officer, holder=first, valid_to=date(2026, 1, 31))
    appoint(by=officer, post=post, user=leader, valid_from=date(2026, 2, 1))
    found = [holders_on(officer, hoang_phu_new, date(2026, *day))[post.pk].user for day in ((1, 31), (2, 1))]
    assert found == [officer, leader]
    row = PostHolder(post=post, user=officer, valid_from=date(2026, 1, 15), valid_to=date(2026, 1, 20))
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        PostHolder.objects.filter(pk=first.pk).delete()


def test_task_is_finished_by_who_holds_the_post(officer, make_user, hoang_phu_new, today) -> None:
    villager = make_user("thon-1", "village_reviewer", hoang_phu_new)
    post = open_post(by=officer, unit=hoang_phu_new, name="Trưởng thôn 1")
    task = give_task(by=officer, unit=hoang_phu_new, title="Họp thôn", post=post, given_on=today, due_on=today)
    with pytest.raises(NotPermitted):
        set_task_state(by=villager, task=task, state="done", on=today)
    appoint(by=officer, post=post, user=villager, valid_from=today)
    assert [each.pk for each in mine(villager, today).tasks] == [task.pk]
    set_task_state(by=villager, task=task, state="done", on=today)
    with pytest.raises(NotPermitted):
        set_task_state(by=villager, task=task, state="open", on=today, note="chưa xong")
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(state="dropped", state_note="x", done_on=None)


@pytest.mark.parametrize(("state", "note", "later", "code"), [
    ("dropped", "", 0, "WORK-NO-REASON"), ("open", "x", 0, "WORK-STATE"), ("done", "", 1, "WORK-FUTURE"),
    ("done", "", -90, "WORK-DATES"),
])  # fmt: skip
def test_wrong_step_of_a_task(officer, make_task, today, state, note, later, code) -> None:
    with pytest.raises(Refused) as refusal:
        set_task_state(by=officer, task=make_task(today), state=state, on=today + timedelta(later), note=note)
    assert code_of(refusal) == code


def test_reminders_are_said_once_and_escalate(officer, leader, make_task) -> None:
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)
    task = make_task(monday)
    assert [each.kind for each in remind(by=None, on=friday, mail=False)] == ["soon"]  # one working day is left
    assert remind(by=None, on=monday, mail=False) == []
    said = remind(by=None, on=date(2026, 11, 24), mail=False)
    assert {(each.user_id, each.kind) for each in said} == {(officer.pk, "overdue"), (leader.pk, "escalated")}
    assert remind(by=None, on=date(2026, 11, 24), mail=False) == []
    assert [each.pk for each in mine(leader, date(2026, 11, 24)).below] == [task.pk]
    moved = move_deadline(by=officer, task=task, due_on=date(2026, 11, 30), reason="chờ tỉnh")
    assert [each.due_on for each in remind(by=None, on=monday + timedelta(4), mail=False)] == [moved.due_on]
    set_task_state(by=officer, task=task, state="dropped", on=monday, note="trùng")
    assert remind(by=None, on=date(2026, 12, 9), mail=False) == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.all().update(channel="mail")


def test_reminders_are_mailed_once_a_person(officer, make_task, today, settings, capsys) -> None:
    settings.EMAIL_HOST = "thu.example"
    set_address(by=officer, address="can-bo@xa.example")
    make_task(today), make_task(today, title="Việc thứ hai")
    assert run() == 0
    assert [each.to for each in mail.outbox] == [["can-bo@xa.example"]]
    assert "Việc thứ hai" in mail.outbox[0].body
    assert run() == 0
    assert len(mail.outbox) == 1
    assert "0 new reminders" in capsys.readouterr().out


def test_refused_letter_stays_on_the_list(officer, make_task, today, settings, monkeypatch) -> None:
    settings.EMAIL_HOST = "thu.example"
    set_address(by=officer, address="can-bo@xa.example")
    make_task(today)
    monkeypatch.setattr("django.core.mail.send_mail", lambda *_args: (_ for _ in ()).throw(OSError("refused")))
    assert (run(), run()) == (1, 0)
    assert [each.channel for each in reminders_of(officer, today)] == ["failed"]


def test_minutes_name_conclusions_and_are_numbered_once(officer, leader, hoang_phu_new, post, today) -> None:
    head = seat_member(
        by=officer, unit=hoang_phu_new, name="Trần Văn Thử", role="head", valid_from=date(2026, 1, 1), user=leader
    )
    with pytest.raises(Refused) as refusal:
        seat_member(by=officer, unit=hoang_phu_new, name="Lê Bìa", role="head", valid_from=today)
    assert code_of(refusal) == "WORK-HEAD"
    held = Held(today, "Hội trường", "Tiến độ quý IV", head, "Nguyễn Mẫu", [head], opinions="Cần nhanh hơn")
    meeting = hold_meeting(by=officer, unit=hoang_phu_new, held=held)
    task = give_task(
        by=officer, unit=hoang_phu_new, title="Nghiệm thu", post=post, given_on=today, due_on=today, origin=meeting
    )
    numbered = number_minutes(by=officer, meeting=meeting)
    document = minutes_of(numbered, [head], [task])
    assert document.reference is not None
    assert document.reference.printed == "01/BB-BCĐ"
    assert any("Nghiệm thu" in cell for node in document.walk() for row in node.rows for cell in row)
    with pytest.raises(Refused) as refusal:
        number_minutes(by=officer, meeting=meeting)
    assert code_of(refusal) == "WORK-NUMBERED"
    with pytest.raises(IntegrityError), transaction.atomic():
        CommitteeMeeting.objects.filter(pk=meeting.pk).update(subject="khác")
    assert end_seat(by=officer, member=head, valid_to=today).valid_to == today


def test_directive_is_entered_once(officer, hoang_phu_new, today) -> None:
    cited = Citation(key="12/CT-UBND|38", symbol="12/CT-UBND", doc_type="CT", number="12", issued_on=today)
    made = register_directive(by=officer, unit=hoang_phu_new, subject="Đẩy nhanh", arrived_on=today, received=cited)
    assert made.direction == "received"
    with pytest.raises(Refused) as refusal:
        register_directive(by=officer, unit=hoang_phu_new, subject="Nữa", arrived_on=today, received=cited)
    assert code_of(refusal) == "WORK-DIRECTIVE-TWICE"
    own = register_directive(by=officer, unit=hoang_phu_new, subject="Giao việc", arrived_on=today, sign="CT-UBND")
    assert own.document.symbol == "01/CT-UBND"


def test_calendar_address_is_forged_by_nobody_and_revoked_for_ever(officer) -> None:
    token = token_of(open_feed(by=officer))
    assert owner_of(token) == officer
    assert [owner_of(each) for each in ("", token[:-1] + "x", "1", token.replace(":", "."))] == [None] * 4
    second = token_of(open_feed(by=officer))
    assert (owner_of(token), owner_of(second)) == (None, officer)
    revoke_feed(by=officer)
    assert owner_of(second) is None
    with pytest.raises(Refused):
        set_address(by=officer, address="không phải thư")
