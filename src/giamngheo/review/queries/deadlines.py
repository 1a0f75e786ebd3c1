"""What is due, and what is late: computed from the rows and the procedure's numbers, with each rule's citation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count

from giamngheo.review import procedure
from giamngheo.review.keeping.days import today
from giamngheo.review.models import (
    FINAL,
    Complaint,
    HigherOpinion,
    Posting,
    ReviewRound,
    RoundKind,
    RoundState,
)
from giamngheo.review.queries.deciding import round_to_decide

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Due(StrEnum):
    """What a deadline is about."""

    ROUND = "round"  # the annual review ends
    DECISION = "decision"  # decided within the days of the path
    POSTING = "posting"  # a list stays up until then; proposed from the day after
    RECHECK = "recheck"
    OPINION = "opinion"


class Deadline(NamedTuple):
    """`day`: the last one. `households`: how many it concerns. `number`: of the complaint's, posting's, proposal's row.

    `passed`: the day lies behind; `late`: and what was due was not done. `rule`: where the number of days comes from.
    """

    about: Due
    day: date
    households: int
    passed: bool
    late: bool
    rule: procedure.Rule
    pk: int = 0
    place: str = ""


def deadlines(user: User, round_: ReviewRound) -> list[Deadline]:
    """Everything of a round that has a last day and is not done, by day; five queries."""
    found = round_to_decide(user, round_.pk)
    if found.state not in (RoundState.OPEN, RoundState.PREPARING):
        return []
    day = today()
    every = [*_whole(found, day), *_postings(found, day), *_rechecks(found, day), *_opinions(found, day)]
    return sorted(every, key=lambda each: (each.day, each.about, each.pk))


def _whole(round_: ReviewRound, day: date) -> Iterator[Deadline]:
    """The end of the annual review; the days within which the other paths decide, from the round's first day."""
    left = round_.cases.exclude(state__in=FINAL).count()
    if round_.kind == RoundKind.ANNUAL:
        rule = procedure.rule("last_day", round_.kind, round_.starts_on)
        last = date(round_.year, rule.value // 100, rule.value % 100)
        yield Deadline(Due.ROUND, last, left, last < day, last < day and left > 0, rule)
        return
    rule = procedure.rule("decide_within", round_.kind, round_.starts_on)
    last = procedure.last_day("decide_within", round_.kind, round_.starts_on)
    yield Deadline(Due.DECISION, last, left, last < day, last < day and left > 0, rule)


def _postings(round_: ReviewRound, day: date) -> Iterator[Deadline]:
    """Lists that hang today or later, and those whose households wait to be proposed."""
    rule = procedure.rule("posting", round_.kind, round_.starts_on)
    rows = Posting.objects.filter(round=round_, items__case__state="posted").select_related("village")
    for row in rows.annotate(households=Count("items")).order_by("ends_on"):
        place = row.village.name if row.village else ""
        yield Deadline(Due.POSTING, row.ends_on, row.households, row.ends_on < day, False, rule, row.pk, place)


def _rechecks(round_: ReviewRound, day: date) -> Iterator[Deadline]:
    rule = procedure.rule("recheck_within", round_.kind, round_.starts_on)
    rows = Complaint.objects.filter(case__round=round_, answer=None).select_related("case__village")
    for row in rows.order_by("answer_due"):
        late = row.answer_due < day
        yield Deadline(Due.RECHECK, row.answer_due, 1, late, late, rule, row.pk, row.case.village.name)


def _opinions(round_: ReviewRound, day: date) -> Iterator[Deadline]:
    if round_.kind != RoundKind.ANNUAL:
        return
    rule = procedure.rule("opinion_within", round_.kind, round_.starts_on)
    rows = HigherOpinion.objects.filter(proposal__round=round_, answered_on=None).select_related("asked_of")
    for row in rows.annotate(households=Count("proposal__items")):
        late = row.due_on < day
        yield Deadline(Due.OPINION, row.due_on, row.households, late, late, rule, row.proposal_id, row.asked_of.name)
