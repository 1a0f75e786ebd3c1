"""Two households of the register that hold the same people, as far as a user sees both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from giamngheo.households.keeping.whole import Whole, whole
from giamngheo.households.models import Address, DuplicatePair, Household, Membership, Relation
from giamngheo.households.queries.duplicates import pairs_for

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Both(NamedTuple):
    """`first` and `second`: the households of the two of the pair; `pairs`: all that wait between them, the likeliest
    first; `clear`: those whose two people are in no other of them; `heads`: names by household."""

    first: Household
    second: Household
    pairs: Sequence[DuplicatePair]
    clear: frozenset[int]
    villages: dict[int, Address]
    heads: dict[int, str]

    def merged(self, *, keep_second: bool, ticked: Collection[int]) -> Whole:
        """What merging the ticked pairs would make of the two households."""
        kept, gone = (self.second, self.first) if keep_second else (self.first, self.second)
        return whole(kept, gone, sorted((each for each in self.pairs if each.pk in ticked), key=lambda each: each.pk))


def both_of(user: User, pair: DuplicatePair) -> Both | None:
    """The two households of a waiting pair; None where the two are in one, or one of them in none."""
    rows = Membership.objects.filter(person__in=(pair.first_id, pair.second_id), valid_to=None)
    home = {row.person_id: row.household for row in rows.select_related("household")}
    first, second = home.get(pair.first_id), home.get(pair.second_id)
    if first is None or second is None or first.pk == second.pk:
        return None
    inside = [Membership.objects.filter(household=each, valid_to=None).values("person") for each in (first, second)]
    between = Q(first__in=inside[0], second__in=inside[1]) | Q(first__in=inside[1], second__in=inside[0])
    pairs = list(pairs_for(user).filter(between))
    often = Counter(person for each in pairs for person in (each.first_id, each.second_id))
    clear = frozenset(each.pk for each in pairs if often[each.first_id] == often[each.second_id] == 1)
    places = Address.objects.filter(household__in=(first, second), valid_to=None).select_related("village")
    leading = Membership.objects.filter(household__in=(first, second), valid_to=None, relation=Relation.HEAD)
    heads = dict(leading.values_list("household", "person__full_name"))
    return Both(first, second, pairs, clear, {each.household_id: each for each in places}, heads)
