"""Who of a list is in the register already: by citizen id anywhere, by name, birth and village in the commune."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.accounts.queries import scope_villages
from giamngheo.foundation.dates import format_date
from giamngheo.households.lists.villages import Villages
from giamngheo.households.merged import into
from giamngheo.households.models import Address, Membership, Person, Relation, SearchEntry
from giamngheo.households.permissions import Permission
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_AT_ONCE = 500  # ids asked for in one query


class Somebody(NamedTuple):
    """A member of a household of the commune. `household`: its code, or # and its number."""

    bare_name: str
    citizen_id: str
    household_id: int
    household: str
    village_id: int
    is_head: bool


class Place(NamedTuple):
    """Where somebody of another place (or nobody's member any more) is, in both languages."""

    vi: str
    en: str


class Known(NamedTuple):
    """The register as a list meets it. `names`: (folded name, birth, village) → who is called so there."""

    ids: dict[str, Somebody]
    names: dict[tuple[str, int | None, int], list[Somebody]]
    others: dict[str, Place]


def villages_of(unit: Unit) -> Villages:
    """The villages that lie in the unit now."""
    rows = VillageMembership.objects.filter(valid_to=None, commune__in=covering([unit.pk]))
    return Villages(rows.order_by("village").values_list("village", "village__name"))


def known(by: User | None, villages: Villages, numbers: Iterable[str]) -> Known:
    """Everybody living in the villages, also under the name and id of who was merged into them, and whoever else bears
    one of these citizen ids."""
    found = Known({}, defaultdict(list), {})
    people: dict[int, Somebody] = {}
    for number, folded, birth, somebody in _members(villages):
        people[number] = somebody
        found.names[folded, birth, somebody.village_id].append(somebody)
        if somebody.citizen_id:
            found.ids[somebody.citizen_id] = somebody
    for folded, birth, somebody in _merged(people):
        found.names[folded, birth, somebody.village_id].append(somebody)
        if somebody.citizen_id:
            found.ids.setdefault(somebody.citizen_id, somebody)
    wanted = sorted({number for number in numbers if number and number not in found.ids})
    for at in range(0, len(wanted), _AT_ONCE):
        found.others.update(_others(by, wanted[at : at + _AT_ONCE]))
    return found


def _members(villages: Villages) -> Iterator[tuple[int, str, int | None, Somebody]]:
    here = Address.objects.filter(valid_to=None, village__in=villages.names)
    homes = dict(here.order_by().values_list("household", "village"))
    rows = Membership.objects.filter(valid_to=None, household__in=here.order_by().values("household"))
    columns = ("id", "folded_name", "birth", "bare_name", "citizen_id")
    for person, folded, birth, plain, number, home, code, relation in rows.order_by().values_list(
        *(f"person__{column}" for column in columns), "household", "household__local_code", "relation"
    ):
        household = code or f"#{home}"
        yield person, folded, birth, Somebody(plain, number, home, household, homes[home], relation == Relation.HEAD)


def _merged(people: dict[int, Somebody]) -> Iterator[tuple[str, int | None, Somebody]]:
    """Under the name, birth and id of who was merged away: the member they turned out to be."""
    now = into(people)
    for person in Person.objects.filter(pk__in=now).only("folded_name", "birth", "bare_name", "citizen_id"):
        somebody = people[now[person.pk]]
        yield (
            person.folded_name,
            person.birth,
            somebody._replace(bare_name=person.bare_name, citizen_id=person.citizen_id),
        )


def _others(by: User | None, numbers: Iterable[str]) -> Iterator[tuple[str, Place]]:
    """The bearers of ids who live elsewhere, left, or died; living ones last, for they count."""
    people = {each.pk: each for each in Person.objects.filter(citizen_id__in=numbers, merged_into=None)}
    rows = SearchEntry.objects.filter(person__in=people, village__memberships__valid_to=None)
    commune = "village__memberships__commune"
    places = {
        person: (pk, village, name)
        for person, pk, village, name in rows.values_list("person", "village", "village__name", f"{commune}__name")
    }
    seen = None if by is None else set(scope_villages(by, Permission.VIEW_HOUSEHOLD).values_list("village", flat=True))
    members = set(Membership.objects.filter(person__in=people, valid_to=None).values_list("person", flat=True))
    for person in sorted(people.values(), key=lambda each: (each.died_on is None, each.pk)):
        pk, village, name = places.get(person.pk, (None, "", ""))
        if pk is None or (seen is not None and pk not in seen):
            place = Place("ở đơn vị khác", "in another unit")
        else:
            place = Place(f"{village}, {name}", f"{village}, {name}")
        if person.died_on is not None:
            day = format_date(person.died_on)
            place = Place(f"đã ghi mất ngày {day}, {place.vi}", f"entered as dead on {day}, {place.en}")
        elif person.pk not in members:
            place = Place(f"đã ghi chuyển đi, trước ở: {place.vi}", f"entered as departed, before: {place.en}")
        yield person.citizen_id, place
