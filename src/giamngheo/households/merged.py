"""Who somebody is now: a person, or a household, that was merged into another is that other one, however often."""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.households.models import Household, Person

_BATCH = 5_000  # numbers in one statement


def standing(ids: Iterable[int]) -> dict[int, int]:
    """Number of a person → number of the person they are now: their own, unless they were merged. One query a step of
    the longest chain, and one more."""
    found = {each: each for each in ids}
    while found:
        gone = Person.objects.filter(pk__in=set(found.values()), merged_into__isnull=False)
        steps = {pk: kept for pk, kept in gone.values_list("pk", "merged_into") if kept is not None}
        if not steps:
            break
        found = {each: steps.get(now, now) for each, now in found.items()}
    return found


def into(ids: Iterable[int]) -> dict[int, int]:
    """Number of everybody who was merged, directly or not, into one of these → that one. One query a step and batch."""
    found: dict[int, int] = {}
    roots = {each: each for each in ids}
    while roots:
        numbers = sorted(roots)
        steps: dict[int, int] = {}
        for at in range(0, len(numbers), _BATCH):
            gone = Person.objects.filter(merged_into__in=numbers[at : at + _BATCH])
            steps |= {pk: kept for pk, kept in gone.values_list("pk", "merged_into") if kept is not None}
        roots = {number: roots[kept] for number, kept in steps.items()}
        found |= roots
    return found


def homes_now(households: Iterable[int]) -> dict[int, Household]:
    """Number of a household → the household it is now: those alone that were merged into another and are not parted
    again. One query a step of the longest chain, and one more."""
    found = {each: each for each in households}
    while found:
        gone = Household.objects.filter(pk__in=set(found.values()), merged_into__isnull=False)
        steps = {pk: kept for pk, kept in gone.values_list("pk", "merged_into") if kept is not None}
        if not steps:
            break
        found = {each: steps.get(now, now) for each, now in found.items()}
    moved = {each: now for each, now in found.items() if now != each}
    homes = Household.objects.in_bulk(set(moved.values())) if moved else {}
    return {each: homes[now] for each, now in moved.items()}
