"""Who may see what. Every other room's queries filter by `scope_units`, and by `villages_of` what belongs to a village;
nothing is shown or counted outside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from giamngheo.accounts.models import Grant, GrantVillage, SavedView, Screen, User
from giamngheo.accounts.roles import BY_VILLAGE, PERMISSIONS, Permission, Role, roles_with
from giamngheo.audit.models import Event
from giamngheo.territory.models import Unit, Village, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model

    Somebody = User | AnonymousUser


def saved_views(user: User, screen: Screen | str) -> QuerySet[SavedView]:
    """The user's own views of a list, by name."""
    return SavedView.objects.filter(user=user, screen=screen)


def active_grants(
    user: Somebody, day: date | None = None, permission: Permission | str | None = None
) -> QuerySet[Grant]:
    """Grants in force on `day` (today) that give `permission` (any), be it in some villages only; none for a
    switched-off account."""
    if not user.is_authenticated or not user.is_active:
        return Grant.objects.none()
    grants = Grant.objects.filter(valid_on(day or timezone.localdate()), user=user, revoked_at=None)
    if permission is None:
        return grants
    grants = grants.filter(role__in=roles_with(Permission(permission)))
    return grants if permission in BY_VILLAGE else grants.filter(by_village=False)


def scope_units(user: Somebody, day: date | None = None, permission: Permission | str | None = None) -> QuerySet[Unit]:
    """The units under the user's on `day`, in which they hold `permission` (any), and what those were before a merger;
    also units in some of whose villages alone they hold it: people are filtered by `villages_of`.

    One query for the grants now, and one for the units when the result is used, alone or inside another query.
    """
    return _under(active_grants(user, day, permission).values_list("unit_id", flat=True))


def whole_units(user: User, permission: Permission | str) -> QuerySet[Unit]:
    """The units, and what those were before a merger, in the whole of which the user holds the permission today."""
    grants = active_grants(user, None, permission).filter(by_village=False)
    return _under(grants.values_list("unit_id", flat=True))


def scope_villages(
    user: Somebody, permission: Permission | str | None = None, on: date | None = None
) -> QuerySet[VillageMembership]:
    """Where villages lay on a day (today), of those in which the user holds `permission` (any) today.

    One query for the grants now; villages of grants limited to villages, and all of the other grants' units.
    """
    whole: list[int | None] = []
    limited: dict[int | None, list[int]] = {}
    for pk, unit, by_village in active_grants(user, None, permission).values_list("pk", "unit_id", "by_village"):
        if by_village:
            limited.setdefault(unit, []).append(pk)
        else:
            whole.append(unit)
    rows = VillageMembership.objects.filter(valid_on(on or timezone.localdate()))
    if None in whole:
        return rows
    reach = Q(commune__in=_under(whole))
    for within, grants in limited.items():
        named = GrantVillage.objects.filter(grant__in=grants).values("village")
        reach |= Q(commune__in=_under([within]), village__in=named)
    return rows.filter(reach)


def villages_of(user: Somebody, permission: Permission | str, on: date | None = None) -> QuerySet[Village]:
    """The villages in which the user holds `permission` today, of those that lay in their units on a day (today)."""
    return Village.objects.filter(pk__in=scope_villages(user, permission, on).values("village"))


def can_in(user: Somebody, permission: Permission | str, village: Village | int) -> bool:
    """Whether the user may do that to the people of the village today."""
    return scope_villages(user, permission).filter(village=village).exists()


def can_everywhere(user: Somebody, permission: Permission | str, unit: Unit) -> bool:
    """Whether the user may do that in the whole unit, not in some of its villages alone."""
    return _reaches(active_grants(user, None, permission).filter(by_village=False), unit)


def permissions_in_village(user: Somebody, village: Village | int) -> frozenset[Permission]:
    """All the user may do to the people of the village today."""
    found: frozenset[Permission] = frozenset()
    lies = VillageMembership.objects.filter(valid_on(timezone.localdate()), village=village)
    for grant in active_grants(user):
        here = lies.filter(commune__in=_under([grant.unit_id]))
        if grant.by_village:
            here = here.filter(village__in=GrantVillage.objects.filter(grant=grant).values("village"))
        held = _held(grant)
        if not held <= found and here.exists():
            found |= held
    return found


def in_scope(user: Somebody, unit: Unit, day: date | None = None) -> bool:
    """Whether the unit is the user's at all."""
    return _reaches(active_grants(user, day), unit)


def can(user: Somebody, permission: Permission | str, unit: Unit | None, day: date | None = None) -> bool:
    """Whether the user may do that there. `unit` None: the whole country, which takes a country-wide grant."""
    return _reaches(active_grants(user, day, permission), unit)


def permissions_in(user: Somebody, unit: Unit, day: date | None = None) -> frozenset[Permission]:
    """All the user may do in the unit (of a grant limited to villages: in some of it), for screens that hide what would
    be refused."""
    grants = active_grants(user, day).select_related("unit")
    return frozenset().union(*(_held(grant) for grant in grants if _under([grant.unit_id]).filter(pk=unit.pk).exists()))


def users_for(user: Somebody, day: date | None = None) -> QuerySet[User]:
    """Users whom `user` may manage: every grant in force of theirs lies within the reach of `user`'s own right to.

    Somebody without any grant is managed by whoever manages anybody. Never `user` themself.
    """
    today = day or timezone.localdate()
    reach = list(active_grants(user, today, Permission.MANAGE_USERS).values_list("unit_id", flat=True))
    if not reach:
        return User.objects.none()
    others = User.objects.exclude(pk=user.pk or 0)
    if None in reach:
        return others
    theirs = Grant.objects.filter(valid_on(today), user=OuterRef("pk"), revoked_at=None)
    beyond = theirs.filter(~Q(unit__in=_under(reach)) | Q(unit=None))
    return others.filter(~Exists(beyond))


def users_who_may(
    permission: Permission | str, unit: Unit, day: date | None = None, *, everywhere: bool = False
) -> QuerySet[User]:
    """Active users with that permission by a grant in the unit itself, by name: whom work of it can be given to.
    `everywhere`: in all of it, not in some of its villages."""
    grants = Grant.objects.filter(
        valid_on(day or timezone.localdate()), unit=unit, revoked_at=None, role__in=roles_with(Permission(permission))
    )
    if everywhere:
        grants = grants.filter(by_village=False)
    return User.objects.filter(pk__in=grants.values("user"), is_active=True).order_by("full_name")


def events_in_scope(user: Somebody, day: date | None = None) -> QuerySet[Event]:
    """Events of the units whose audit trail the user may read; events of no unit need a country-wide grant.

    A code names different units before and after 01/07/2025. An event that kept only the code is shown when every unit
    that ever bore it is in scope, so that nothing leaks between two communes of one code.
    """
    reach = list(active_grants(user, day, Permission.VIEW_AUDIT).values_list("unit_id", flat=True))
    if None in reach:
        return Event.objects.all()
    mine = _under(reach)
    bearer = Unit.objects.filter(code=OuterRef("unit_code"))
    exactly = bearer.filter(Q(valid_from=OuterRef("unit_from")), pk__in=mine)
    by_code = Q(Exists(bearer.filter(pk__in=mine))) & ~Q(Exists(bearer.exclude(pk__in=mine)))
    return Event.objects.filter(Q(Exists(exactly)) | Q(unit_from=None) & by_code)


def events_for(user: Somebody, subject: Model, day: date | None = None) -> QuerySet[Event]:
    """What happened to one record, newest first, as far as the user may read the trail."""
    return events_in_scope(user, day).filter(subject_type=subject._meta.label, subject_id=str(subject.pk))


def _held(grant: Grant) -> frozenset[Permission]:
    held = PERMISSIONS[Role(grant.role)]
    return held & BY_VILLAGE if grant.by_village else held


def _under(unit_ids: Iterable[int | None]) -> QuerySet[Unit]:
    ids = list(unit_ids)
    return Unit.objects.all() if None in ids else covering(number for number in ids if number is not None)


def _reaches(grants: QuerySet[Grant], unit: Unit | None) -> bool:
    ids = set(grants.values_list("unit_id", flat=True))
    if None in ids:
        return True
    if unit is None:
        return False
    return unit.pk in ids or _under(ids).filter(pk=unit.pk).exists()
