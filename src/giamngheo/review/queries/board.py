"""The households of a round: filtered, found by a member's name, in the order of the list that goes to the villages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from giamngheo.foundation.alphabet import alphabetical
from giamngheo.households.models import Address, Membership, Relation
from giamngheo.households.queries.searching import search
from giamngheo.review.keeping.progress import STAGES, Progress, added
from giamngheo.review.models import CaseState, ReviewCase, ReviewerAssignment, ReviewRound
from giamngheo.review.queries.rounds import cases_for, progress_by_village
from giamngheo.territory.models import Village
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

FOUND = 500  # people whose households one search shows
_NUMBER = re.compile(r"\d+")
ORDERS = ("list", "head", "people", "state", "outcome", "b1", "b2")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a board is asked for. `stage`: of STAGES, or "withdrawn"; blank: all but the withdrawn. `mine`: villages
    assigned to the user. `before`, `outcome`: values of PovertyClass. `order`: of ORDERS."""

    village: int | None = None
    stage: str = ""
    source: str = ""
    before: str = ""
    outcome: str = ""
    mine: bool = False
    words: str = ""
    order: str = "list"


class VillageRow(NamedTuple):
    """A village of the round with its reviewers and where its households stand."""

    village: Village
    reviewers: Sequence[ReviewerAssignment]
    progress: Progress


class Board(NamedTuple):
    """`cases`: not yet read; each with `head_name`, `member_count`, `address_line`, `code`, found by words with
    `answering`. `cut`: more people answer to the words than are looked up."""

    cases: QuerySet[ReviewCase]
    villages: Sequence[VillageRow]
    whole: Progress
    people: int
    cut: bool


def board(user: User, review_round: ReviewRound, wanted: Wanted) -> Board:
    """The board of a round the user sees; a constant number of queries whatever its length."""
    villages = village_rows(user, review_round)
    cases = cases_of(user, review_round, [each.village for each in villages])
    cases, cut = _filtered(user, cases, wanted)
    today = timezone.localdate()
    members = Membership.objects.filter(valid_on(today), household__in=cases.order_by().values("household"))
    return Board(
        _ordered(cases, wanted), villages, added(each.progress for each in villages),
        members.values("person").distinct().count(), cut,
    )  # fmt: skip


def village_rows(user: User, review_round: ReviewRound) -> list[VillageRow]:
    """Villages with households in the round or reviewers, in alphabetical order, numbers as numbers."""
    progress = progress_by_village(user, review_round)
    assigned = ReviewerAssignment.objects.filter(round=review_round).select_related("user").order_by("name")
    reviewers: dict[int, list[ReviewerAssignment]] = {}
    for each in assigned:
        reviewers.setdefault(each.village_id, []).append(each)
    villages = Village.objects.filter(pk__in=progress.keys() | reviewers.keys())
    return [
        VillageRow(each, reviewers.get(each.pk, ()), progress.get(each.pk, Progress()))
        for each in sorted(villages, key=_village_order)
    ]


def _village_order(village: Village) -> tuple[object, ...]:
    """Thôn 9 before Thôn 10."""
    return alphabetical(_NUMBER.sub(lambda number: number[0].zfill(6), village.name))


def cases_of(user: User, review_round: ReviewRound, villages: Sequence[Village]) -> QuerySet[ReviewCase]:
    """All cases of the round in the order of the list: by village, then by the head's name."""
    today = timezone.localdate()
    head = _head(today)
    here = Address.objects.filter(household=OuterRef("household")).order_by(F("valid_to").desc(nulls_first=True))
    count = (
        Membership.objects.filter(valid_on(today), household=OuterRef("household")).order_by()
        .values("household").annotate(number=Count("pk")).values("number")
    )  # fmt: skip
    ranks = [When(village=each.pk, then=Value(rank)) for rank, each in enumerate(villages)]
    return (
        cases_for(user, review_round)
        .select_related("village", "assessment", "person", "household", "request")
        .annotate(
            head_name=Subquery(head.values("person__full_name")[:1]),
            head_key=Subquery(head.values("person__sort_key")[:1]),
            head_id=Subquery(head.values("person")[:1]),
            member_count=Coalesce(Subquery(count), 0),
            address_line=Subquery(here.values("line")[:1]),
            village_rank=Case(*ranks, default=Value(len(ranks)), output_field=IntegerField()),
        )
        .order_by("village_rank", F("head_key").asc(nulls_last=True), "pk")
    )


def _head(today: date) -> QuerySet[Membership]:
    """The household's head today, else the last it had, else anybody: what the village calls it."""
    rows = Membership.objects.filter(household=OuterRef("household"))
    now = Case(When(valid_on(today), then=Value(0)), default=Value(1))
    heads = Case(When(relation=Relation.HEAD, then=Value(0)), default=Value(1))
    return rows.order_by(heads, now, F("valid_to").desc(nulls_first=True), "-valid_from", "pk")


def _filtered(user: User, cases: QuerySet[ReviewCase], wanted: Wanted) -> tuple[QuerySet[ReviewCase], bool]:
    if wanted.stage in STAGES:
        cases = cases.filter(state__in=STAGES[wanted.stage])
    elif wanted.stage == CaseState.WITHDRAWN:
        cases = cases.filter(state=CaseState.WITHDRAWN)
    else:
        cases = cases.exclude(state=CaseState.WITHDRAWN)
    if wanted.village is not None:
        cases = cases.filter(village=wanted.village)
    if wanted.mine:
        mine = ReviewerAssignment.objects.filter(round=OuterRef("round"), village=OuterRef("village"), user=user)
        cases = cases.filter(Exists(mine))
    plain = {"source": wanted.source, "class_before": wanted.before, "assessment__outcome": wanted.outcome}
    cases = cases.filter(Q(**{name: value for name, value in plain.items() if value}))
    if not wanted.words.strip():
        return cases, False
    found = search(user, wanted.words, limit=FOUND)
    theirs = Membership.objects.filter(person__in=[each.pk for each in found]).order_by()
    first = theirs.filter(household=OuterRef("household")).order_by("person__sort_key").values("person__full_name")
    cases = cases.filter(household__in=theirs.values("household")).annotate(answering=Subquery(first[:1]))
    return cases, len(found) == FOUND


def _ordered(cases: QuerySet[ReviewCase], wanted: Wanted) -> QuerySet[ReviewCase]:
    by_list = ("village_rank", F("head_key").asc(nulls_last=True), "pk")
    first = {
        "head": (F("head_key").asc(nulls_last=True), "pk"), "people": ("-member_count",),
        "state": (_rank_of_state(),), "outcome": (F("assessment__outcome").desc(nulls_last=True),),
        "b1": (F("assessment__income_score").asc(nulls_last=True),),
        "b2": (F("assessment__deprivation_score").desc(nulls_last=True),),
    }.get(wanted.order, ())  # fmt: skip
    return cases.order_by(*first, *by_list)


def _rank_of_state() -> Case:
    whens = [When(state__in=states, then=Value(rank)) for rank, states in enumerate(STAGES.values())]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField())
