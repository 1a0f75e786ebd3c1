"""Putting households on the list of a round: in bulk, nobody twice. The caller holds the round's lock."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, F, IntegerField, Value, When
from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.households.models import Membership
from giamngheo.households.queries.villages import addresses_seen
from giamngheo.review.keeping.classes import PATHS, kinds_of, values_of
from giamngheo.review.keeping.stepping import words
from giamngheo.review.models import (
    FINAL,
    CaseSource,
    CaseState,
    PovertyClass,
    ReviewCase,
    ReviewRound,
    RoundKind,
    RoundState,
)
from giamngheo.review.problems import ROUND_STATE, refuse
from giamngheo.review.problems_survey import LISTED_ALREADY, LISTED_ELSEWHERE, NOT_LIVING_HERE

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

BATCH = 1_000
Key = tuple[int, int | None]  # household, worker


class Entry(NamedTuple):
    """A household (or worker) to be listed."""

    household_id: int
    village_id: int
    source: CaseSource
    person_id: int | None = None
    class_before: str = PovertyClass.NONE
    request_id: int | None = None
    because: str = ""

    @property
    def key(self) -> Key:
        return self.household_id, self.person_id


def locked_round(review_round: ReviewRound | int) -> ReviewRound:
    """The round as it is now, locked until the transaction ends: whoever lists, lists alone."""
    pk = review_round if isinstance(review_round, int) else review_round.pk
    rows = ReviewRound.objects.select_for_update(no_key=True, of=("self",)).select_related("unit")
    return rows.get(pk=pk)


def enter(review_round: ReviewRound, entries: Sequence[Entry], by: User | None) -> list[ReviewCase]:
    """The cases of the entries; nobody asked for twice (see `in_the_way`)."""
    return ReviewCase.objects.bulk_create(
        (
            ReviewCase(
                round=review_round, household_id=each.household_id, person_id=each.person_id,
                village_id=each.village_id, source=each.source, class_before=each.class_before,
                request_id=each.request_id, listed_because=each.because, listed_by=by,
            )
            for each in entries
        ),
        batch_size=BATCH,
    )  # fmt: skip


def here(review_round: ReviewRound) -> dict[Key, ReviewCase]:
    """Who is in the round and was not withdrawn."""
    rows = ReviewCase.objects.filter(round=review_round).exclude(state=CaseState.WITHDRAWN)
    return {(each.household_id, each.person_id): each for each in rows}


def elsewhere(review_round: ReviewRound, households: Iterable[int]) -> dict[Key, ReviewRound]:
    """Who of the households is under review in another round of the same path of the commune."""
    kinds = kinds_of(PATHS[RoundKind(review_round.kind)])
    rows = ReviewCase.objects.filter(
        round__unit=review_round.unit_id, round__kind__in=kinds, household__in=list(households),
        round__state__in=(RoundState.PREPARING, RoundState.OPEN),
    )  # fmt: skip
    rows = rows.exclude(round=review_round).exclude(state__in=FINAL).select_related("round")
    return {(each.household_id, each.person_id): each.round for each in rows}


def in_the_way(review_round: ReviewRound, entries: Sequence[Entry]) -> dict[Key, Finding]:
    """Why an entry cannot be listed: it is here already, or under review in another round."""
    found = here(review_round)
    other = elsewhere(review_round, [each.household_id for each in entries])
    names = called([each.household_id for each in entries if each.key in found or each.key in other])
    told: dict[Key, Finding] = {}
    for each in entries:
        who = names.get(each.household_id, "–")
        if each.key in found:
            told[each.key] = LISTED_ALREADY.at(who=who)
        elif each.key in other:
            told[each.key] = LISTED_ELSEWHERE.at(who=who, round=str(other[each.key]))
    return told


def called(households: Iterable[int]) -> dict[int, str]:
    """What a village calls each household: its head's name, of one without head that of a member, the last known."""
    head_first = Case(When(relation="head", then=Value(0)), default=Value(1), output_field=IntegerField())
    rows = Membership.objects.filter(household__in=list(households)).annotate(rank=head_first)
    rows = rows.order_by("household_id", F("valid_to").desc(nulls_first=True), "rank", "-valid_from", "pk")
    names: dict[int, str] = {}
    for household, name in rows.values_list("household_id", "person__full_name"):
        names.setdefault(household, name)
    return names


def check_listing(found: ReviewRound) -> None:
    """Raises REVIEW-ROUND-STATE where nobody can be listed any more."""
    if found.state not in (RoundState.PREPARING, RoundState.OPEN):
        vi, en = words(RoundState(found.state))
        raise refuse(ROUND_STATE, round=str(found), state_vi=vi, state_en=en)


def entries_of(
    by: User, found: ReviewRound, households: Sequence[int], because: str
) -> tuple[list[Entry], list[Finding]]:
    """What would be listed, and why something cannot be: for the verb and for its preview; five reads."""
    day = timezone.localdate()
    wanted = list(dict.fromkeys(households))
    living = dict(
        addresses_seen(by, day, found.unit).filter(household__in=wanted).values_list("household_id", "village_id")
    )
    before = values_of(wanted, day, PATHS[RoundKind(found.kind)])
    gone = [each for each in wanted if each not in living]
    names = called(gone)
    findings: list[Finding] = [
        NOT_LIVING_HERE.at(who=names.get(each, "–"), unit=found.unit.name, day=format_date(day)) for each in gone
    ]
    entries = [
        Entry(
            each, living[each], CaseSource.COMMITTEE, None, before.get((each, None), PovertyClass.NONE), None, because
        )
        for each in wanted
        if each in living
    ]
    in_way = in_the_way(found, entries)
    findings += in_way.values()
    return [each for each in entries if each.key not in in_way], findings
