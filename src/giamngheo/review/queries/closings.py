"""Closings of a unit, and what a closing would keep: its lines and everything that speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, QuerySet
from django.utils import translation

from giamngheo.accounts.permissions import require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.foundation.findings import Finding
from giamngheo.households.models import Household
from giamngheo.review.models import Closing, PovertyClass
from giamngheo.review.movements import CLASSES, Line, balances
from giamngheo.review.permissions import Permission
from giamngheo.review.problems_closing import DIFFERS, EMPTY, UNBALANCED, UNEXPLAINED
from giamngheo.review.queries.classes import class_counts
from giamngheo.review.reports.homes import Basis
from giamngheo.review.reports.moving import Period, kept_lines, moved, period
from giamngheo.review.reports.place import VillageAt, place_of
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

Numbers = dict[tuple[str, int], tuple[int, int]]  # class and village → households, people


class Draft(NamedTuple):
    """What would be kept. `refusals`: why it is not; `warnings`: what to know all the same."""

    period: Period
    lines: list[Line]
    refusals: list[Finding]
    warnings: list[Finding]


def closings_for(user: User, unit: Unit) -> QuerySet[Closing]:
    """Closings of the unit, and of what it was, that the user may see, the latest first; with `households`, lines."""
    seen = scope_units(user, permission=Permission.VIEW_REVIEW).values("pk")
    found = Closing.objects.filter(unit__in=covering([unit.pk]).values("pk")).filter(unit__in=seen)
    return (
        found.annotate(households=Count("lines"))
        .select_related("by", "round", "unit", "replaces", "replaced_by")
        .order_by("-closing_on", "-pk")
    )


def may_close(user: User, unit: Unit) -> bool:
    """Whether the user may keep a closing there."""
    return can(user, Permission.RUN_REVIEW, unit)


def draft(user: User, unit: Unit, opening_on: date, closing_on: date) -> Draft:
    """Lines between the two days; both ends counted a second time. A constant number of queries."""
    require(user, Permission.VIEW_REVIEW, unit)
    opening, closing = place_of(user, unit, opening_on), place_of(user, unit, closing_on)
    asked = period(opening, closing)
    found = moved(asked, Basis())
    villages = {**opening.villages, **closing.villages}
    began = class_counts(user, unit, opening_on)
    kept = _kept(asked, began) if asked.kept else began
    ended = class_counts(user, unit, closing_on)
    refusals = [
        *_unexplained(found.unexplained, found.lines, villages),
        *_empty(found.lines, closing_on, villages),
        *_unbalanced(found.lines, kept, ended, villages),
    ]
    warnings = list(_differs(kept, began, opening_on)) if asked.kept else []
    return Draft(asked, found.lines, refusals, warnings)


def _words(value: str) -> dict[str, Any]:
    """A class in both languages, for the sentences of findings."""
    found: dict[str, Any] = {}
    for language in ("vi", "en"):
        with translation.override(language):
            found[f"class_{language}"] = str(PovertyClass(value).label)
    return found


def _kept(asked: Period, began: Numbers) -> Numbers:
    """What the kept closings count on the first day; of villages they do not cover, the registers."""
    found = {key: numbers for key, numbers in began.items() if not asked.continues(key[1])}
    for line in kept_lines(asked.kept):
        if line.ending:
            homes, people = found.get((line.of_class, line.village), (0, 0))
            found[line.of_class, line.village] = (homes + 1, people + line.people_ending)
    return found


def _unexplained(households: list[int], lines: list[Line], villages: dict[int, VillageAt]) -> Iterator[Finding]:
    named = _names(households)
    for line in lines:
        if line.household in named and line.opening and not line.ending:
            yield UNEXPLAINED.at(
                household=named[line.household], **_where(villages, line.village), **_words(line.of_class)
            )


def _empty(lines: list[Line], day: date, villages: dict[int, VillageAt]) -> Iterator[Finding]:
    bare = [line for line in lines if line.ending and not line.people_ending]
    named = _names([line.household for line in bare])
    for line in bare:
        yield EMPTY.at(
            household=named[line.household], day=f"{day:%d/%m/%Y}", **_where(villages, line.village),
            **_words(line.of_class),
        )  # fmt: skip


def _unbalanced(lines: list[Line], began: Numbers, ended: Numbers, villages: dict[int, VillageAt]) -> Iterator[Finding]:
    found = balances(lines)
    for key in sorted({*found, *began, *ended}):
        balance = found.get(key)
        ends = (
            ("đầu kỳ", "opening", (balance.opening, balance.people_opening) if balance else (0, 0), began),
            ("cuối kỳ", "closing", (balance.closing, balance.people_closing) if balance else (0, 0), ended),
        )
        for vi, en, counted, numbers in ends:
            if counted != numbers.get(key, (0, 0)) or (balance is not None and not balance.balances):
                yield UNBALANCED.at(
                    when_vi=vi, when_en=en, lines=counted, counted=numbers.get(key, (0, 0)),
                    **_where(villages, key[1]), **_words(key[0]),
                )  # fmt: skip


def _differs(kept: Numbers, now: Numbers, day: date) -> Iterator[Finding]:
    for value in CLASSES:
        before, after = (sum(homes for (each, _v), (homes, _p) in of.items() if each == value) for of in (kept, now))
        people = [sum(number for (each, _v), (_h, number) in of.items() if each == value) for of in (kept, now)]
        if (before, people[0]) != (after, people[1]):
            yield DIFFERS.at(
                day=f"{day:%d/%m/%Y}", kept=f"{before} ({people[0]})", counted=f"{after} ({people[1]})", **_words(value)
            )


def _names(households: list[int]) -> dict[int, str]:
    """What the commune calls each: its own number, or ours."""
    return {each.pk: str(each) for each in Household.objects.filter(pk__in=households)}


def _where(villages: dict[int, VillageAt], village: int) -> dict[str, Any]:
    name = villages[village].name if village in villages else "–"
    return {"village_vi": name, "village_en": name}
