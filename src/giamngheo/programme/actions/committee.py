"""Seats of the steering committee, meetings held, and the number of their minutes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import register_own
from giamngheo.programme.keeping import has_come, in_order, line, lines, tidy
from giamngheo.programme.models import CommitteeMeeting, SteeringMember, SteeringRole
from giamngheo.programme.problems import EMPTY, ENDED, HEAD, NUMBERED, PLACE, refuse
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.values import Held
    from giamngheo.territory.models import Unit


@transaction.atomic
def seat_member(
    *, by: User, unit: Unit, name: str, role: str, valid_from: date, post: str = "", user: User | None = None
) -> SteeringMember:
    """Somebody sits in the committee from that day. Raises WORK-EMPTY, WORK-HEAD; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, unit)
    if role not in SteeringRole.values:
        raise refuse(EMPTY, what_vi="vai trò", what_en="role")
    head = SteeringMember.objects.filter(unit=unit, role=SteeringRole.HEAD, valid_to=None).first()
    if role == SteeringRole.HEAD and head is not None:
        raise refuse(HEAD, name=head.name)
    made = SteeringMember.objects.create(
        unit=unit, name=line(name, ("họ và tên", "name"), most=150), post=tidy(post, 150), role=role,
        valid_from=valid_from, user=user, by=by,
    )  # fmt: skip
    after = {"name": made.name, "role": role, "from": valid_from}
    record(by=by, action="programme.seat_member", subject=made, unit=unit, after=after)
    return made


@transaction.atomic
def end_seat(*, by: User, member: SteeringMember, valid_to: date) -> SteeringMember:
    """The last day. Raises WORK-ENDED, WORK-DATES; OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_PLAN, member.unit)
    found = SteeringMember.objects.select_for_update(of=("self",), no_key=True).get(pk=member.pk)
    if found.valid_to is not None:
        raise refuse(ENDED)
    in_order(found.valid_from, valid_to)
    found.valid_to, found.by, found.at = valid_to, by, timezone.now()
    found.save()
    record(by=by, action="programme.end_seat", subject=found, unit=member.unit, after={"to": valid_to})
    return found


@transaction.atomic
def hold_meeting(*, by: User, unit: Unit, held: Held) -> CommitteeMeeting:
    """A meeting that was held; its conclusions are tasks given afterwards.

    Raises WORK-EMPTY, WORK-FUTURE, WORK-PLACE; OutOfScope, NotPermitted.
    """
    require(by, Permission.EDIT_PLAN, unit)
    has_come(held.on)
    present = {each.pk for each in (held.chair, *held.attending)}
    here = SteeringMember.objects.filter(pk__in=present, unit__in=with_predecessors(unit))
    if here.count() != len(present):
        raise refuse(PLACE, what_vi="Người dự họp", what_en="person attending")
    meeting = CommitteeMeeting.objects.create(
        unit=unit, on=held.on, starts=held.starts, place=line(held.place, ("nơi họp", "place"), most=200),
        subject=line(held.subject, ("nội dung họp", "subject of the meeting")), chair=held.chair,
        secretary=line(held.secretary, ("thư ký", "secretary"), most=150), guests=lines(held.guests),
        opinions=lines(held.opinions), by=by,
    )  # fmt: skip
    meeting.attending.set(present)
    after = {"on": held.on, "subject": meeting.subject, "attending": len(present)}
    record(by=by, action="programme.hold_meeting", subject=meeting, unit=unit, after=after)
    return meeting


@transaction.atomic
def number_minutes(
    *, by: User, meeting: CommitteeMeeting, sign: str = "BB-BCĐ", serial: int | None = None
) -> CommitteeMeeting:
    """Enter the minutes in the register of documents; from then on the meeting stays as it is.

    Raises WORK-NUMBERED, DOCUMENT-*; OutOfScope, NotPermitted.
    """
    require(by, Permission.EDIT_PLAN, meeting.unit)
    found = CommitteeMeeting.objects.select_for_update(of=("self",), no_key=True).get(pk=meeting.pk)
    if found.document is not None:
        raise refuse(NUMBERED, symbol=found.document.symbol)
    found.document = register_own(
        by=by, issuer=meeting.unit, sign=sign, day=found.on, subject=found.subject, serial=serial
    )
    found.save()
    after = {"symbol": found.document.symbol}
    record(by=by, action="programme.number_minutes", subject=found, unit=meeting.unit, after=after)
    return found
