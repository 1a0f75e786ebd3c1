"""Who joins a household: every question about them, then people and memberships in two statements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q
from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import fold
from giamngheo.households.births import earliest, printed
from giamngheo.households.duplicates.problems import MERGED
from giamngheo.households.keeping.people import built, cleaned, holders, id_held, warnings
from giamngheo.households.keeping.standing import commune_of, lock_people, out_of_order
from giamngheo.households.models import Change, Household, Membership, Person, Relation
from giamngheo.households.permissions import OutOfScope
from giamngheo.households.problems import (
    AFTER_DEATH,
    ALREADY_MEMBER,
    BEFORE_BIRTH,
    DAY_FUTURE,
    HAS_HEAD,
    NOBODY,
    TWICE,
    Refused,
    refuse,
)
from giamngheo.households.queries.people import may_see
from giamngheo.households.values import Member, PersonValues

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Joining(NamedTuple):
    """Somebody who may join: known to the register, or values of somebody new."""

    person: Person | None
    values: PersonValues | None
    relation: Relation
    since: date

    @property
    def name(self) -> str:
        return self.person.full_name if self.person else self.values.full_name if self.values else ""


def questioned(
    by: User | None, members: Sequence[Member], on: date, *, may_be_born_later: bool, proven: Collection[int] = ()
) -> list[Joining]:
    """The members with every question answered; known people are locked. Raises Refused with all that is wrong,
    OutOfScope for somebody `by` does not see, unless something else proved that they may be named (`proven`: keys).

    Values whose citizen id, name and birth are those of somebody alive in no household are that person: who left one
    commune and arrives in another stays one person.
    """
    if not members:
        raise refuse(NOBODY)
    found: list[Finding] = []
    values: dict[int, PersonValues] = {}
    for line, each in enumerate(members, 1):
        if isinstance(each.person, PersonValues):
            values[line], wrong = cleaned(each.person, line)
            found += wrong
    held = holders(each.citizen_id for each in values.values())
    people = {line: each.person for line, each in enumerate(members, 1) if isinstance(each.person, Person)}
    _check_scope(by, (each for each in people.values() if each.pk not in proven))
    locked = lock_people({each.pk for each in (*people.values(), *held.values())})
    joining = []
    for line, each in enumerate(members, 1):
        given = values.get(line)
        person = locked[people[line].pk] if line in people else _same(given, held, locked)
        if given is not None and person is None and given.citizen_id in held:
            found.append(id_held(held[given.citizen_id], by, line))
        elif line not in {finding.line for finding in found}:  # nothing follows from an impossible value
            one = _joining(person, given, each, on, may_be_born_later)
            found += _about(one, line, by)
            joining.append(one)
    found += _twice(joining)
    if found:
        raise Refused(*found)
    return joining


def _check_scope(by: User | None, people) -> None:
    for person in people:
        if by is not None and not may_see(by, person):
            raise OutOfScope("person")


def _same(given: PersonValues | None, held: dict[str, Person], locked: dict[int, Person]) -> Person | None:
    """The living bearer of the id, where everything says it is the same person and they are in no household."""
    holder = held.get(given.citizen_id) if given is not None else None
    if given is None or holder is None or holder.pk not in locked:
        return None
    same = fold(given.full_name) == holder.folded_name and given.birth == holder.birth
    return locked[holder.pk] if same and not holder.memberships.filter(valid_to=None).exists() else None


def _joining(
    person: Person | None, given: PersonValues | None, member: Member, on: date, may_be_born_later: bool
) -> Joining:
    birth = person.birth if person is not None else given.birth if given is not None else None
    since = member.since or on
    if member.since is None and may_be_born_later and birth and earliest(birth) > on:
        since = earliest(birth)
    return Joining(person, None if person is not None else given, Relation(member.relation), since)


def _about(one: Joining, line: int, by: User | None) -> list[Finding]:
    """What speaks against one of them."""
    found = []
    if one.since > timezone.localdate():
        found.append(DAY_FUTURE.at(line, day=format_date(one.since)))
    birth = one.person.birth if one.person else one.values.birth if one.values else None
    if birth and earliest(birth) > one.since:
        found.append(BEFORE_BIRTH.at(line, day=format_date(one.since), name=one.name, birth=printed(birth)))
    if one.person is None:
        return found
    if one.person.merged_into is not None:
        found.append(MERGED.at(line, name=one.name, into=one.person.merged_into.full_name))
    if one.person.died_on is not None:
        found.append(AFTER_DEATH.at(line, name=one.name, died=format_date(one.person.died_on)))
    rows = Membership.objects.filter(person=one.person).select_related("person", "household", "changed_in")
    last = rows.order_by("-valid_from").first()
    if last is not None and last.valid_to is None:
        found.append(_already(last, line, by))
    elif last is not None and last.valid_to is not None and last.valid_to >= one.since:
        found.append(out_of_order(last, one.since, since=last.valid_to)._replace(line=line))
    return found


def _already(row: Membership, line: int, by: User | None) -> Finding:
    if by is None or may_see(by, row.person):
        where = f"hộ {row.household}", f"household {row.household}"
    else:
        commune = commune_of(row.household.addresses.latest("valid_from").village_id).name
        where = f"một hộ ở {commune}", f"a household in {commune}"
    return ALREADY_MEMBER.at(line, name=row.person.full_name, where_vi=where[0], where_en=where[1])


def _twice(joining: Sequence[Joining]) -> list[Finding]:
    seen: set[object] = set()
    found = []
    for line, one in enumerate(joining, 1):
        who = one.person.pk if one.person else (one.values.citizen_id if one.values else "") or None
        if who is not None and who in seen:
            found.append(TWICE.at(line, name=one.name))
        seen.add(who)
    return found


def check_head(household: Household, joining: Sequence[Joining]) -> None:
    """Raises REGISTER-HAS-HEAD where a newcomer would be a second head on some day."""
    for line, one in enumerate(joining, 1):
        if one.relation == Relation.HEAD:
            heads = Membership.objects.filter(household=household, relation=Relation.HEAD)
            if heads.filter(Q(valid_to=None) | Q(valid_to__gte=one.since)).exists():
                raise refuse(HAS_HEAD, line, household=str(household))


def joined(household: Household, joining: Sequence[Joining], change: Change) -> tuple[list[Person], list[Finding]]:
    """The people, saved, and their open memberships; with the warnings about the new ones."""
    fresh = [built(one.values, change) for one in joining if one.values is not None]
    Person.objects.bulk_create(fresh)
    waiting = iter(fresh)
    people = [one.person or next(waiting) for one in joining]
    Membership.objects.bulk_create(
        Membership(household=household, person=person, relation=one.relation, valid_from=one.since, changed_in=change)
        for one, person in zip(joining, people, strict=True)
    )
    return people, [finding for person in fresh for finding in warnings(person)]
