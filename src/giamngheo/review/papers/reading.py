"""What the papers read of the tables: rounds, cases, heads of households. Each call a constant number of queries.

A name is the household's head on the day of the paper, or the last one before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from django.db.models import Count, Model, QuerySet
from django.utils import timezone

from giamngheo.households.models import Address, Membership, Relation
from giamngheo.review.models import Assessment, ReviewCase, ReviewRound
from giamngheo.review.papers.values import Group, Listed, Signer
from giamngheo.review.papers.words import Matter, Office
from giamngheo.review.permissions import Permission, require
from giamngheo.standards import NoStandardError, by_key
from giamngheo.standards.standard import Standard
from giamngheo.territory.models import Level, Unit, Village
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

Data = TypeVar("Data")
Subject = TypeVar("Subject", bound=Model)


class Read(NamedTuple, Generic[Data, Subject]):
    """What a paper is made of, the row it is about, its commune, and how many households (or workers) it names."""

    data: Data
    subject: Subject
    unit: Unit
    size: int


class Homes(NamedTuple):
    """Of households on a day, by id: the head's name and the key it is sorted by, the address, how many members."""

    heads: dict[int, tuple[str, str]]
    addresses: dict[int, str]
    people: dict[int, int]


def today() -> date:
    """The day in Vietnam."""
    return timezone.localdate()


def round_for(user: User, pk: int, permission: Permission = Permission.VIEW_REVIEW) -> ReviewRound:
    """The round, if the user may see reviews there. Raises ReviewRound.DoesNotExist, OutOfScope, NotPermitted."""
    found = ReviewRound.objects.select_related("unit__parent__parent").get(pk=pk)
    require(user, permission, found.unit)
    return found


def office_of(unit: Unit, day: date) -> Office:
    """The commune in the words of its papers; above it the district until it was abolished, then the province."""
    above = unit.parent
    if above is not None and above.level == Level.DISTRICT and not above.exists_on(day):
        above = above.parent
    return Office(unit.name, unit.short_name, above.name if above else "")


def matter_of(found: ReviewRound) -> Matter:
    """What the round is about."""
    return Matter(found.kind, found.year, found.month, found.judged_on)


def head_of(found: ReviewRound) -> Signer:
    """The committee's head; nobody where none was named."""
    head = found.committee.filter(role="head").first()
    return Signer(head.name, head.post) if head else Signer("")


def standard_of(found: ReviewRound) -> Standard | None:
    """The standard of the round; None where its key names none."""
    try:
        return by_key(found.standard, found.judged_on, found.province)
    except NoStandardError:
        return None


def indicator_numbers(standard: Standard | None, names: Iterable[str]) -> tuple[int, ...]:
    """The indicators' numbers on the certificate, in their order; of an unknown standard none."""
    order = {name: at for at, name in enumerate(standard.indicators, 1)} if standard else {}
    return tuple(sorted(order[each] for each in names if each in order))


def cases_of(found: ReviewRound) -> QuerySet[ReviewCase]:
    """The cases of a round with what a list shows of them."""
    return found.cases.select_related("village", "person", "assessment")


def homes_of(households: QuerySet[Any, Any], day: date) -> Homes:
    """Heads, addresses and members on a day; `households`: ids as a query of one column. Three queries."""
    heads = Membership.objects.filter(household__in=households, relation=Relation.HEAD, valid_from__lte=day)
    named = heads.order_by("valid_from").values_list("household", "person__full_name", "person__sort_key")
    lived = Address.objects.filter(household__in=households, valid_from__lte=day).order_by("valid_from")
    counted = Membership.objects.filter(valid_on(day), household__in=households).order_by().values_list("household")
    return Homes(
        {household: (name, key) for household, name, key in named},
        dict(lived.values_list("household", "line")),
        dict(counted.annotate(Count("pk"))),
    )


def groups_of(cases: QuerySet[ReviewCase], day: date, found: ReviewRound) -> tuple[Group, ...]:
    """Cases by village, sorted by name, each with its last assessment. Four queries."""
    homes, standard = homes_of(cases.order_by().values("household"), day), standard_of(found)
    return grouped((case, listed(case, case.assessment, homes, standard)) for case in cases)


def listed(case: ReviewCase, assessment: Assessment | None, homes: Homes, standard: Standard | None) -> Listed:
    """One case as a list shows it, with the result of that assessment."""
    name = case.person.full_name if case.person else homes.heads.get(case.household_id, ("", ""))[0]
    shown = Listed(
        name, homes.addresses.get(case.household_id, ""), homes.people.get(case.household_id, 0),
        before=case.class_before, why=case.source,
    )  # fmt: skip
    if assessment is None:
        return shown
    return shown._replace(
        after=assessment.outcome, income_score=assessment.income_score,
        deprivation_score=assessment.deprivation_score, income=assessment.income,
        deprivations=indicator_numbers(standard, assessment.deprivations),
    )  # fmt: skip


def grouped(pairs: Iterable[tuple[ReviewCase, Listed]]) -> tuple[Group, ...]:
    """By village in the order of their codes, each sorted by name in Vietnamese alphabetical order."""
    villages: dict[int, tuple[Village, list[Listed]]] = {}
    for case, each in pairs:
        villages.setdefault(case.village_id, (case.village, []))[1].append(each)
    ordered = sorted(villages.values(), key=lambda pair: pair[0].code)
    return tuple(Group(village.name, tuple(sorted(found, key=by_name))) for village, found in ordered)


def by_name(each: Listed) -> tuple[Any, ...]:
    """Given name, then middle name, then surname, as Vietnamese lists are sorted; who has no name comes last."""
    from giamngheo.households.names import name_keys

    return not each.name, name_keys(each.name or "?").sort_key, each.address
