"""Two households entered twice made one, whoever is in both: one transaction, one change, one undoing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.duplicates.problems import CHANGED, COMMUNES, NO_PAIRS
from giamngheo.households.keeping import followers
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.merging import write
from giamngheo.households.keeping.merging_facts import FIRST, SECOND
from giamngheo.households.keeping.standing import ONE_DAY, Standing, check_order, lock_people, standing
from giamngheo.households.keeping.whole import Couple, Whole, found_of, whole
from giamngheo.households.keeping.writing import end, end_household
from giamngheo.households.models import (
    ActKind,
    Change,
    DuplicateDecision,
    DuplicatePair,
    EndedAs,
    Household,
    LeftAs,
    Membership,
    PairState,
)
from giamngheo.households.problems import SAME_HOUSEHOLD, Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@told
@transaction.atomic
def merge_households(
    *,
    by: User | None,
    kept: Household,
    gone: Household,
    pairs: Sequence[DuplicatePair],
    seen: str,
    bring: bool = True,
    reason: str = "",
) -> Done:
    """The two of each pair are one person, of `kept`; with `bring` who is in `gone` only joins `kept` today, and `gone`
    ends as merged into it. `seen`: the mark of the preview (`keeping.whole.Whole.mark`). All of it or nothing. Raises
    Refused, OutOfScope, NotPermitted."""
    if kept.pk == gone.pk:
        raise refuse(SAME_HOUSEHOLD)
    if not pairs:
        raise refuse(NO_PAIRS)
    people = {person for each in pairs for person in (each.first_id, each.second_id)}
    homes = Membership.objects.filter(person__in=people).values("household")
    list(Household.objects.select_for_update(no_key=True).filter(pk__in=homes).order_by("pk").values_list("pk"))
    today = timezone.localdate()
    into, leaving = standing(by, kept, gone, day=today)
    if into.commune.pk != leaving.commune.pk:
        raise refuse(COMMUNES)
    locked = lock_people(people)
    held = list(
        DuplicatePair.objects.select_for_update(of=("self",)).filter(pk__in=[each.pk for each in pairs]).order_by("pk")
    )
    for each in held:
        each.first, each.second = locked[each.first_id], locked[each.second_id]
    found = whole(into.household, leaving.household, held)
    if found.wrong:
        raise Refused(*found.wrong)
    if found.mark != seen:
        raise refuse(CHANGED)
    change = begin(by=by, kind=ActKind.MERGE_PEOPLE, unit=into.commune, reason=reason)
    households = {home.pk: home for each in found.couples for home in _one(each, change)}
    if bring and found.alone:
        _bring(found, leaving, change)
    fields = {name for each in found.couples for name in each.found.columns}
    concerned = households | {each.pk: each for each in (found.kept, found.gone)}
    everybody = [*locked.values(), *(each.person for each in found.alone)]
    return finish(by=by, change=change, households=concerned.values(), people=everybody, fields=fields)


def _one(couple: Couple, change: Change) -> list[Household]:
    """The two of a pair, as the register stands by now: who came before them has left `gone` already."""
    pair = couple.pair
    side = FIRST if couple.in_kept.person_id == pair.first_id else SECOND
    households = write(found_of(pair, side), change)
    followers.tell_merging(pair.first, pair.second, change)
    pair.state, pair.by, pair.at, pair.reason, pair.change = (
        PairState.MERGED, change.by, change.at, change.reason, change,
    )  # fmt: skip
    pair.save(update_fields=["state", "by", "at", "reason", "change"])
    DuplicateDecision.objects.create(
        pair=pair, state=pair.state, by=change.by, at=change.at, reason=change.reason, change=change
    )
    return households


def _bring(found: Whole, leaving: Standing, change: Change) -> None:
    """Who is in `gone` only joins `kept` today; nobody is left in `gone`."""
    today = timezone.localdate()
    check_order(found.alone, today - ONE_DAY, today)
    relations = {row.person_id: found.relation(row) for row in found.alone}
    end(found.alone, today - ONE_DAY, change, left_as=LeftAs.MERGED)
    end_household(leaving, today - ONE_DAY, change, ended_as=EndedAs.MERGED, into=found.kept)
    Membership.objects.bulk_create(
        Membership(household=found.kept, person_id=person, relation=relation, valid_from=today, changed_in=change)
        for person, relation in relations.items()
    )
