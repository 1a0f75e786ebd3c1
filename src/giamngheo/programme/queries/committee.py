"""The steering committee, its meetings, directives, as far as the user sees them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.programme.models import CommitteeMeeting, Directive, SteeringMember, SteeringRole
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_RANK = {role: at for at, role in enumerate(SteeringRole.values)}


def members(user: User, unit: Unit) -> list[SteeringMember]:
    """Everybody who ever sat in it, the head first."""
    seen = SteeringMember.objects.filter(unit__in=scope_units(user, permission="view_plan"))
    found = seen.filter(unit__in=with_predecessors(unit)).select_related("user")
    return sorted(found, key=lambda each: (each.valid_to is not None, _RANK[each.role], each.pk))


def members_on(user: User, unit: Unit, on: date) -> list[SteeringMember]:
    """Who sat in it on a day, the head first."""
    return [
        each for each in members(user, unit) if each.valid_from <= on and (each.valid_to is None or on <= each.valid_to)
    ]


def meetings(user: User, unit: Unit | None = None) -> QuerySet[CommitteeMeeting]:
    """Meetings, the newest first, with how many conclusions and how many are open."""
    found = CommitteeMeeting.objects.filter(unit__in=scope_units(user, permission="view_plan"))
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    counted = found.annotate(asked=Count("conclusions"), open=Count("conclusions", filter=Q(conclusions__state="open")))
    return counted.select_related("chair", "document", "unit__parent", "by").order_by("-on", "-pk")


def meeting_for(user: User, pk: int) -> CommitteeMeeting | None:
    """One of theirs."""
    return meetings(user).filter(pk=pk).first()


def directives(user: User, unit: Unit | None = None) -> QuerySet[Directive]:
    """Directives, the newest first, with how many tasks each asks and how many are open."""
    found = Directive.objects.filter(unit__in=scope_units(user, permission="view_plan"))
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    counted = found.annotate(asked=Count("asks"), open=Count("asks", filter=Q(asks__state="open")))
    return counted.select_related("document", "unit", "by").order_by("-arrived_on", "-pk")


def directive_for(user: User, pk: int) -> Directive | None:
    """One of theirs."""
    return directives(user).filter(pk=pk).first()
