"""Two households that are one, entered twice: who becomes whom, and who is in one of them only.

Prose: docs/algorithms/duplicates.md, "Whole households"."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from giamngheo.foundation.findings import Finding
from giamngheo.households.duplicates.problems import NOT_BETWEEN, TWO_PAIRS
from giamngheo.households.keeping.merging import Merger, merger, questions
from giamngheo.households.keeping.merging_facts import FACTS, FIRST, SECOND
from giamngheo.households.models import CircumstanceKind, DuplicatePair, Household, Membership, PairState, Relation
from giamngheo.households.values import MergeChoices


class Couple(NamedTuple):
    """A pair with what the two become; `in_kept`, `in_gone`: the memberships of today."""

    pair: DuplicatePair
    found: Merger
    in_kept: Membership
    in_gone: Membership


class Whole(NamedTuple):
    """`gone` made one with `kept`. `alone`: of `gone`, in no pair; `staying`: of `kept`, in no pair. `mark`: of every
    row it rests on; `wrong`: why it cannot be."""

    kept: Household
    gone: Household
    couples: Sequence[Couple]
    alone: Sequence[Membership]
    staying: Sequence[Membership]
    mark: str
    wrong: Sequence[Finding]

    def relation(self, row: Membership) -> Relation:
        """What somebody of `alone` is to the head of `kept`: as written where both heads are one person, else asked."""
        heads = [each for each in self.couples if each.in_gone.relation == Relation.HEAD == each.in_kept.relation]
        return Relation(row.relation) if heads and row.relation != Relation.HEAD else Relation.UNKNOWN


def whole(kept: Household, gone: Household, pairs: Sequence[DuplicatePair]) -> Whole:
    """What these pairs make of the two households; where facts differ, those of whoever is in `kept` count."""
    of_kept, of_gone = members(kept), members(gone)
    couples, wrong = [], []
    for pair in pairs:
        sides = ((of_kept, of_gone, FIRST), (of_gone, of_kept, SECOND))
        side = next((name for one, two, name in sides if pair.first_id in one and pair.second_id in two), None)
        if side is None or pair.state != PairState.SUGGESTED:
            wrong.append(NOT_BETWEEN.at(name=pair.first.full_name))
            continue
        inside, outside = (pair.first_id, pair.second_id) if side == FIRST else (pair.second_id, pair.first_id)
        couples.append(Couple(pair, found_of(pair, side), of_kept[inside], of_gone[outside]))
    taken = [row.person_id for each in couples for row in (each.in_kept, each.in_gone)]
    twice = {each for each in taken if taken.count(each) > 1}
    wrong += [TWO_PAIRS.at(name=row.person.full_name) for key, row in (of_kept | of_gone).items() if key in twice]
    if not wrong:
        wrong = [finding for each in couples for finding in questions(each.found)]
    alone = [row for key, row in of_gone.items() if key not in taken]
    staying = [row for key, row in of_kept.items() if key not in taken]
    signed = [(home.pk, home.changed_in_id) for home in (kept, gone)]
    signed += [(row.pk, row.changed_in_id) for row in (*alone, *staying)]
    marks = [each.found.mark for each in couples]
    mark = hashlib.sha256(repr((signed, marks)).encode()).hexdigest()[:16]
    return Whole(kept, gone, couples, alone, staying, mark, wrong)


def found_of(pair: DuplicatePair, side: str) -> Merger:
    """The two of a pair made one, as the register stands: whatever differs as `side` says it; circumstances of both."""
    circumstances = dict.fromkeys(CircumstanceKind.values, "both")
    return merger(pair.first, pair.second, MergeChoices(dict.fromkeys(FACTS, side), side, circumstances))


def members(household: Household) -> dict[int, Membership]:
    """Person → membership of today, head first."""
    rows = Membership.objects.filter(household=household, valid_to=None).select_related("person")
    ordered = sorted(rows, key=lambda row: (row.relation != Relation.HEAD, row.person.birth or 0, row.pk))
    return {row.person_id: row for row in ordered}
