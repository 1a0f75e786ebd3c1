"""A judged list made ready to be written: what takes time is done before the transaction, which then only writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from giamngheo.households.importing.judging import Ground, Judged, chosen_villages, judge, numbers_of
from giamngheo.households.importing.known import known, villages_of
from giamngheo.households.keeping.loading import Load, prepared
from giamngheo.households.lists.reading import ReadList
from giamngheo.households.lists.villages import Villages
from giamngheo.households.models import Change, ListImport
from giamngheo.territory.models import VillageMembership

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

Mark = tuple[int, int]


class Ready(NamedTuple):
    """A list as it enters. `opening`: names of villages to be created, by the key that stands for each meanwhile;
    `mark`: the register it was judged on."""

    judged: Judged
    load: Load
    opening: dict[int, str]
    mark: Mark


def mark() -> Mark:
    """Changes when anybody wrote the register, or a village came or went: neither changes nor memberships ever go, and
    a count sees also what was begun before and committed after."""
    return Change.objects.count(), VillageMembership.objects.count()


def ready(by: User, held: ListImport, read: ReadList) -> Ready:
    """The list judged on the register as it stands, and its rows with every value they will have."""
    standing = mark()
    villages = villages_of(held.unit)
    opening = {-number: name for number, name in enumerate(chosen_villages(read, villages, held.new_villages), 1)}
    both = Villages([*villages.names.items(), *opening.items()])
    ground = Ground(held.day, held.unit.name, both, known(by, both, numbers_of(read)), held.village_id)
    judged = judge(read, ground)
    rows = [each for _, each in judged.entering]
    told = ([(each.member, kind, detail) for each in row.circumstances for kind, detail in each.told] for row in rows)
    return Ready(judged, prepared((row.row for row in rows), told), opening, standing)
