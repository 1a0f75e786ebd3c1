"""Whether all that a change concerned lies in villages where somebody holds a right: asked of those whose right is
limited to some villages, before they see or take back what may concern others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from giamngheo.accounts.queries import can_everywhere, villages_of
from giamngheo.households.keeping.undoing import reach_of, touched
from giamngheo.households.models import Address, Change, SearchEntry
from giamngheo.households.permissions import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_MANY = 500  # keys in one statement


def within(user: User, permission: Permission, change: Change) -> bool:
    """Whether the user holds the right in the whole unit of the change, or in every village it reaches into."""
    if can_everywhere(user, permission, change.unit):
        return True
    households, people = touched(reach_of(change))
    mine = list(villages_of(user, permission).values_list("pk", flat=True))
    beyond_homes = (
        Address.objects.filter(household__in=some).exclude(village__in=mine).exists() for some in _chunks(households)
    )
    beyond_people = (
        SearchEntry.objects.filter(person__in=some).exclude(village__in=mine).exists() for some in _chunks(people)
    )
    return bool(mine) and not any(beyond_homes) and not any(beyond_people)


def _chunks(keys: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    return (ordered[at : at + _MANY] for at in range(0, len(ordered), _MANY))
