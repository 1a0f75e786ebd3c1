"""Who may be coming back: people of the user's villages who are in no household now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.text import fold
from giamngheo.households.births import printed
from giamngheo.households.models import Membership, Person, SearchEntry
from giamngheo.households.queries.searching import search

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

SHOWN = 10
_LOOKED_AT = 200  # people of one name among whom somebody who left is looked for


class Returning(NamedTuple):
    """Somebody alive in no household. `last`: their last membership; `village`: where they then lived."""

    person: Person
    last: Membership
    village: str

    @property
    def birth(self) -> str:
        return printed(self.person.birth)


def returning(user: User, words: str) -> list[Returning]:
    """People found by words (as `search`), of those who are in no household now; at most SHOWN."""
    return _left(search(user, words, limit=_LOOKED_AT))[:SHOWN]


def returning_person(user: User, pk: int) -> Returning | None:
    """One of them by key; None for somebody who is in a household, dead, or not the user's to see."""
    person = Person.objects.filter(pk=pk).first()
    found = _left(search(user, person.full_name, limit=_LOOKED_AT)) if person is not None else []
    return next((each for each in found if each.person.pk == pk), None)


def perhaps_returned(user: User, full_name: str, birth: int | None) -> list[Returning]:
    """Those of them who bear this name (accents and case told apart, tone placement not) and whose birth, where both
    are known, is the same or, where one is a bare year, in the same year."""
    folded = fold(full_name)
    named = (each for each in search(user, full_name, limit=_LOOKED_AT) if each.person.folded_name == folded)
    return [each for each in _left(named) if _may_be(each.person.birth, birth)][:SHOWN]


def _left(entries: Iterable[SearchEntry]) -> list[Returning]:
    alive = [each for each in entries if each.person.died_on is None]
    rows = Membership.objects.filter(person__in=[each.person_id for each in alive]).select_related("household")
    last = {row.person_id: row for row in rows.order_by("valid_from", "pk")}
    return [
        Returning(each.person, last[each.person_id], each.village.name)
        for each in alive
        if each.person_id in last and last[each.person_id].valid_to is not None
    ]


def _may_be(one: int | None, other: int | None) -> bool:
    if one is None or other is None or one == other:
        return True
    year_alone = one % 10_000 == 0 or other % 10_000 == 0
    return year_alone and one // 10_000 == other // 10_000
