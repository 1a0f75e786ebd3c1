"""What a household is called: by its head, as a village calls it; a worker by their own name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery

from giamngheo.households.models import Membership, Relation
from giamngheo.review.models import ReviewCase
from giamngheo.territory.queries import valid_on


def with_heads(cases: QuerySet[ReviewCase], day: date) -> QuerySet[ReviewCase]:
    """The cases with `head_name` (of `day`; None: nobody), in the order of the heads' names."""
    heads = Membership.objects.filter(valid_on(day), household=OuterRef("household"), relation=Relation.HEAD)
    return cases.annotate(
        head_name=Subquery(heads.values("person__full_name")[:1]),
        head_key=Subquery(heads.values("person__sort_key")[:1]),
    ).order_by(F("head_key").asc(nulls_last=True), "pk")


def names_of(households: Iterable[int], day: date) -> dict[int, str]:
    """Household's key → what it is called on that day; one query for heads, one for those without."""
    from giamngheo.households.models import Household

    wanted = set(households)
    heads = Membership.objects.filter(valid_on(day), household__in=wanted, relation=Relation.HEAD)
    found = dict(heads.values_list("household", "person__full_name"))
    others = Household.objects.filter(pk__in=wanted - found.keys()) if wanted - found.keys() else ()
    return found | {each.pk: str(each) for each in others}


def name_of(household: int, day: date) -> str:
    """The same of one household."""
    return names_of([household], day)[household]


def called(case: ReviewCase, names: Mapping[int, str]) -> str:
    """What a case is called: a worker by their name, a household as `names` of households says. Reads `person`."""
    return case.person.full_name if case.person else names[case.household_id]
