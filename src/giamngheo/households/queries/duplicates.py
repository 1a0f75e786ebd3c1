"""Pairs of people who may be one, as far as a user sees both of them, and what a pair would become."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from giamngheo.accounts.queries import can, scope_units
from giamngheo.foundation.findings import Finding
from giamngheo.households.keeping.merging import Merger, merger, questions
from giamngheo.households.models import (
    Address,
    Change,
    Circumstance,
    DuplicateDecision,
    DuplicatePair,
    DuplicateRun,
    History,
    Membership,
    PairState,
    Person,
    Relation,
    RowKind,
)
from giamngheo.households.permissions import Permission
from giamngheo.households.queries.villages import villages_seen
from giamngheo.households.values import MergeChoices
from giamngheo.territory.models import Unit
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Home(NamedTuple):
    """A membership with what a village calls its household: the head's name (of today, or of its last day), the
    village."""

    row: Membership
    head: str
    village: str


class Entry(NamedTuple):
    """One of a pair as the register has them. `entered`: the change that brought them in; None: not for this user."""

    person: Person
    homes: Sequence[Home]
    circumstances: Sequence[Circumstance]
    entered: Change | None


class Comparison(NamedTuple):
    """A pair side by side. `found`: what they would become with the choices so far; `open`: why that cannot be written
    yet; both None when it is decided. `others`: waiting pairs between the same two households."""

    pair: DuplicatePair
    first: Entry
    second: Entry
    found: Merger | None
    open: Sequence[Finding]
    others: Sequence[DuplicatePair]
    decisions: Sequence[DuplicateDecision]
    may_decide: bool
    may_reveal: bool


def pairs_for(
    user: User, unit: Unit | None = None, state: PairState | str = PairState.SUGGESTED
) -> QuerySet[DuplicatePair]:
    """Pairs of people both of whom the user sees today, in the unit or anywhere, the likeliest first; of those merged
    the latest first. Each with `first_village` and `second_village` (a name; None of somebody merged away)."""
    seen = villages_seen(user, timezone.localdate(), unit)
    both = Q(first__search_entry__village__in=seen)
    if state == PairState.MERGED:
        units = scope_units(user, permission=Permission.VIEW_HOUSEHOLD)
        both &= Q(change__unit__in=units if unit is None else units.filter(pk__in=covering([unit.pk])))
    else:
        both &= Q(second__search_entry__village__in=seen, first__merged_into=None, second__merged_into=None)
    found = DuplicatePair.objects.filter(both, state=state).select_related("first", "second", "by", "change")
    found = found.annotate(
        first_village=F("first__search_entry__village__name"), second_village=F("second__search_entry__village__name")
    )
    return found if state == PairState.SUGGESTED else found.order_by("-at", "-id")


def pair_seen(user: User, pk: int) -> DuplicatePair:
    """One pair in any state; raises DuplicatePair.DoesNotExist for one not both of whom are the user's to see."""
    state = DuplicatePair.objects.values_list("state", flat=True).get(pk=pk)
    return pairs_for(user, None, state).get(pk=pk)


def may_decide(user: User, unit: Unit | None) -> bool:
    """Whether the user may look for duplicates in the unit, and decide pairs."""
    return unit is not None and can(user, Permission.EDIT_HOUSEHOLD, unit)


def runs_for(user: User, unit: Unit | None = None) -> QuerySet[DuplicateRun]:
    """Searches in the units the user may write in, or in one of them, the newest first."""
    found = DuplicateRun.objects.filter(unit__in=scope_units(user, permission=Permission.EDIT_HOUSEHOLD))
    if unit is not None:
        found = found.filter(unit=unit)
    return found.select_related("unit", "by", "change").order_by("-id")


def pairs_of(user: User, person: Person) -> list[DuplicatePair]:
    """Pairs of one person: those that wait, and those merged into them."""
    waiting = pairs_for(user).filter(Q(first=person) | Q(second=person))
    return [*waiting, *pairs_for(user, None, PairState.MERGED).filter(first=person)]


def comparison(user: User, pair: DuplicatePair, choices: MergeChoices) -> Comparison:
    """A pair of `pair_seen` side by side; a constant number of queries."""
    people = Person.objects.in_bulk([pair.first_id, pair.second_id])
    first, second = people[pair.first_id], people[pair.second_id]
    waiting = pair.state == PairState.SUGGESTED
    found = merger(first, second, choices) if waiting else None
    entries = _entries(user, (first, second))
    homes = {home.row.household_id for entry in entries for home in entry.homes if home.row.valid_to is None}
    commune = pair.run.unit
    return Comparison(
        pair, entries[0], entries[1], found, questions(found) if found else (),
        _between(user, pair, homes) if waiting else (),
        list(pair.decisions.select_related("by", "change__undone_by_change")),
        can(user, Permission.EDIT_HOUSEHOLD, commune), can(user, Permission.SEE_CITIZEN_ID, commune),
    )  # fmt: skip


def _entries(user: User, people: Sequence[Person]) -> list[Entry]:
    rows = Membership.objects.filter(person__in=people).select_related("household").order_by("-valid_from")
    held = list(rows)
    heads = _heads({row.household_id for row in held})
    villages = _villages({row.household_id for row in held})
    circumstances = list(Circumstance.objects.filter(person__in=people).order_by("kind", "valid_from"))
    entered = _entered(user, people)
    return [
        Entry(
            person,
            [
                Home(row, heads.get(row.household_id, ""), villages.get(row.household_id, ""))
                for row in held
                if row.person_id == person.pk
            ],
            [each for each in circumstances if each.person_id == person.pk],
            entered.get(person.pk),
        )
        for person in people
    ]


def _heads(households: set[int]) -> dict[int, str]:
    rows = Membership.objects.filter(household__in=households, relation=Relation.HEAD).order_by("valid_from")
    return dict(rows.values_list("household", "person__full_name"))


def _villages(households: set[int]) -> dict[int, str]:
    rows = Address.objects.filter(household__in=households).order_by("valid_from")
    return dict(rows.values_list("household", "village__name"))


def _entered(user: User, people: Sequence[Person]) -> dict[int, Change]:
    """The change that first wrote each, where it was made in a unit the user sees."""
    first = {person.pk: person.changed_in_id for person in people}
    old = History.objects.filter(row_kind=RowKind.PERSON, row_id__in=first, removed=False).order_by("-pk")
    first |= dict(old.values_list("row_id", "written_in"))
    units = scope_units(user, permission=Permission.VIEW_HOUSEHOLD)
    changes = Change.objects.filter(pk__in=first.values(), unit__in=units).select_related("by").in_bulk()
    return {person: changes[change] for person, change in first.items() if change in changes}


def _between(user: User, pair: DuplicatePair, homes: set[int]) -> list[DuplicatePair]:
    """Other waiting pairs of members of these households: a household entered twice is merged person by person."""
    members = Membership.objects.filter(household__in=homes, valid_to=None).values("person")
    return list(pairs_for(user).filter(first__in=members, second__in=members).exclude(pk=pair.pk))
