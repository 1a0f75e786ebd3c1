"""A household splits, two become one, another becomes head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.places import household_code, place_in
from giamngheo.households.keeping.standing import ONE_DAY, check_order, chosen, out_of_order, standing
from giamngheo.households.keeping.writing import end, end_household, open_address
from giamngheo.households.models import ActKind, Change, EndedAs, Household, LeftAs, Membership, Person, Relation
from giamngheo.households.problems import HAS_HEAD, HEAD_ALREADY, NOBODY, SAME_HOUSEHOLD, SPLIT_ALL, Refused, refuse
from giamngheo.households.values import Place

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

Relations = Mapping[int, Relation | str]  # person's key → relation to the new head


@told
@transaction.atomic
def split(
    *,
    by: User | None,
    household: Household,
    leaving: Sequence[Person],
    head: Person,
    place: Place,
    on: date,
    relations: Relations | None = None,
    local_code: str = "",
    reason: str = "",
) -> Done:
    """`leaving` (`head` among them) are from `on` a household of their own, with its own address; whose relation to the
    new head is not given is UNKNOWN. Done.households: the old one, the new one. Raises Refused, OutOfScope,
    NotPermitted."""
    if not leaving:
        raise refuse(NOBODY)
    (here,) = standing(by, household, day=on)
    rows = chosen(here, leaving, on)
    chosen(here._replace(members=rows), [head], on)  # the head is one of those who leave
    if len(rows) == len(here.members):
        raise refuse(SPLIT_ALL)
    place, code = place_in(by, here.commune, place, on), household_code(local_code)
    check_order(rows, on - ONE_DAY, on)
    change = begin(by=by, kind=ActKind.SPLIT, unit=here.commune, on=on, reason=reason)
    new = Household.objects.create(local_code=code, formed_on=on, changed_in=change)
    open_address(new, place, on, change)
    end(rows, on - ONE_DAY, change, left_as=LeftAs.SPLIT)
    _enter(new, rows, on, change, {**(relations or {}), head.pk: Relation.HEAD})
    return finish(by=by, change=change, households=[here.household, new], people=[each.person for each in rows])


@told
@transaction.atomic
def merge(
    *,
    by: User | None,
    household: Household,
    into: Household,
    on: date,
    relations: Relations | None = None,
    reason: str = "",
) -> Done:
    """All members of `household` are from `on` members of `into`; the first ends the day before, as merged.

    Whose relation to the head is not given is UNKNOWN. Raises Refused, OutOfScope, NotPermitted.
    """
    if household.pk == into.pk:
        raise refuse(SAME_HOUSEHOLD)
    gone, kept = standing(by, household, into, day=on)
    given, last_day = dict(relations or {}), on - ONE_DAY
    check_order(gone.members, last_day, on)
    if Relation.HEAD in given.values() and kept.head is not None:
        raise refuse(HAS_HEAD, household=str(kept.household))
    change = begin(by=by, kind=ActKind.MERGE, unit=kept.commune, on=on, reason=reason)
    end(gone.members, last_day, change, left_as=LeftAs.MERGED)
    end_household(gone, last_day, change, ended_as=EndedAs.MERGED, into=kept.household)
    _enter(kept.household, gone.members, on, change, given)
    people = [each.person for each in gone.members]
    return finish(by=by, change=change, households=[gone.household, kept.household], people=people)


@told
@transaction.atomic
def change_head(
    *,
    by: User | None,
    household: Household,
    head: Person,
    on: date,
    former_head: Relation | str = Relation.UNKNOWN,
    relations: Relations | None = None,
    reason: str = "",
) -> Done:
    """`head` is the head from `on`. What the former head is to them is `former_head`; everybody else's relation is that
    of `relations`, or UNKNOWN: asked again, never guessed. Raises Refused, OutOfScope, NotPermitted."""
    (here,) = standing(by, household, day=on)
    chosen(here, [head], on)
    old = here.head
    if old is not None and old.person_id == head.pk:
        raise refuse(HEAD_ALREADY, name=old.person.full_name)
    wanted: dict[int, Relation | str] = {each.person_id: Relation.UNKNOWN for each in here.members}
    wanted |= {person: relation for person, relation in (relations or {}).items() if person in wanted}
    wanted |= {head.pk: Relation.HEAD} | ({old.person_id: former_head} if old else {})
    rows = [each for each in here.members if each.relation != wanted[each.person_id]]
    check_order(rows, on - ONE_DAY, on)
    _check_no_head_after(here.household, on)
    change = begin(by=by, kind=ActKind.CHANGE_OF_HEAD, unit=here.commune, on=on, reason=reason)
    end(rows, on - ONE_DAY, change, left_as=LeftAs.REGROUPED)
    _enter(here.household, rows, on, change, wanted)
    return finish(by=by, change=change, households=[here.household], people=[each.person for each in rows])


def _check_no_head_after(household: Household, on: date) -> None:
    """A former head's last day lies before the new head's first."""
    rows = Membership.objects.filter(household=household, relation=Relation.HEAD, valid_to__gte=on)
    later = rows.select_related("person", "changed_in").order_by("-valid_to").first()
    if later is not None:
        raise Refused(out_of_order(later, on, since=later.valid_to))


def _enter(household: Household, rows: Sequence[Membership], on: date, change: Change, relations: Relations) -> None:
    """The people of `rows` as members of `household` from a day on."""
    Membership.objects.bulk_create(
        Membership(household=household, person=each.person, valid_from=on, changed_in=change,
                   relation=Relation(relations.get(each.person_id, Relation.UNKNOWN)))
        for each in rows
    )  # fmt: skip
