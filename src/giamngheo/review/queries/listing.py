"""What a round would list, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.review.keeping.classes import PATHS, holders
from giamngheo.review.keeping.listing import called, elsewhere, entries_of, here
from giamngheo.review.models import FINAL, ReviewCase, ReviewRound, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.rounds import cases_for
from giamngheo.territory.models import Village

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class ToList(NamedTuple):
    """Households of a village that opening would list, by class held."""

    village: Village
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Adding(NamedTuple):
    """Households (key → name) that would be added, and why others would not."""

    entering: Mapping[int, str]
    findings: Sequence[Finding]


class Withdrawing(NamedTuple):
    """Cases that would be withdrawn and cases that are over already, each with what the village calls it."""

    leaving: Sequence[tuple[ReviewCase, str]]
    staying: Sequence[tuple[ReviewCase, str]]


def holders_to_list(user: User, review_round: ReviewRound) -> list[ToList]:
    """By village, what opening the round would list; nothing for who may not run it."""
    if not can(user, Permission.RUN_REVIEW, review_round.unit):
        return []
    found = holders(user, review_round.unit, timezone.localdate(), PATHS[RoundKind(review_round.kind)])
    taken = here(review_round).keys() | elsewhere(review_round, [each.household_id for each in found]).keys()
    counted: dict[int, Counter[str]] = {}
    for each in found:
        if (each.household_id, each.person_id) not in taken:
            counted.setdefault(each.village_id, Counter())[each.value] += 1
    villages = Village.objects.filter(pk__in=counted).order_by("code")
    return [ToList(each, counted[each.pk]) for each in villages]


def adding(user: User, review_round: ReviewRound, households: Sequence[int]) -> Adding:
    """What adding these households would do."""
    if not can(user, Permission.RUN_REVIEW, review_round.unit):
        return Adding({}, ())
    entries, findings = entries_of(user, review_round, households, "–")
    names = called(each.household_id for each in entries)
    return Adding({each.household_id: names.get(each.household_id, "–") for each in entries}, findings)


def withdrawing(user: User, review_round: ReviewRound, cases: Iterable[int]) -> Withdrawing:
    """What withdrawing these cases would do; three queries."""
    rows = cases_for(user, review_round).filter(pk__in=list(cases)).select_related("village", "person")
    found = list(rows.order_by("village__code", "pk"))
    names = called(each.household_id for each in found)
    told = [(each, each.person.full_name if each.person else names.get(each.household_id, "–")) for each in found]
    return Withdrawing(
        [each for each in told if each[0].state not in FINAL], [each for each in told if each[0].state in FINAL]
    )


def listed_households(user: User, review_round: ReviewRound) -> set[int]:
    """Keys of the households that are in the round already."""
    seen = cases_for(user, review_round)
    return set(seen.exclude(state="withdrawn").values_list("household", flat=True))
