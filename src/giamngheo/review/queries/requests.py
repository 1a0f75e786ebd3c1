"""Requests a user sees: what was received, by when it is to be decided, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from giamngheo.accounts.queries import scope_units
from giamngheo.households.models import Membership
from giamngheo.households.queries.searching import search
from giamngheo.review.keeping.listing import called
from giamngheo.review.keeping.receipts import KINDS, due, proposed, waiting
from giamngheo.review.models import (
    FINAL,
    CaseState,
    ReviewCase,
    ReviewRequest,
    ReviewRound,
    RoundKind,
    RoundState,
)
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.rounds import rounds_for
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

FOUND = 200  # people whose households one search shows
WAITING, UNDER_REVIEW, SETTLED = "waiting", "under_review", "settled"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is asked for. `state`: waiting, under_review, settled; blank: all."""

    year: int | None = None
    form: str = ""
    state: str = ""
    words: str = ""


class RequestRow(NamedTuple):
    """A request with its case (None: it waits), the day it is to be decided by, and the round proposed for it."""

    request: ReviewRequest
    head: str
    case: ReviewCase | None
    decide_by: date
    proposed: ReviewRound | None

    @property
    def late(self) -> bool:
        """Whether the day passed without a result."""
        over = self.case is not None and self.case.state in FINAL
        return not over and self.decide_by < timezone.localdate()


def requests_for(user: User, unit: Unit | None = None) -> QuerySet[ReviewRequest]:
    """Requests of the units whose reviews the user may see; of one commune and what it was. The newest first."""
    found = ReviewRequest.objects.filter(unit__in=scope_units(user, permission=Permission.VIEW_REVIEW))
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    return found.select_related("household", "person", "unit", "file", "by").order_by("-year", "-number")


def request_seen(user: User, pk: int) -> ReviewRequest:
    """One request; raises ReviewRequest.DoesNotExist for others'."""
    return requests_for(user).get(pk=pk)


def request_list(user: User, unit: Unit, asked: Asked) -> QuerySet[ReviewRequest]:
    """Requests of the commune as asked, each with its cases; `rows_of` tells of a page of them."""
    found = requests_for(user, unit)
    if asked.year is not None:
        found = found.filter(year=asked.year)
    if asked.form:
        found = found.filter(form=asked.form)
    open_case = Exists(_live().exclude(state__in=FINAL))
    if asked.state == WAITING:
        found = found.filter(waiting())
    elif asked.state == UNDER_REVIEW:
        found = found.filter(open_case)
    elif asked.state == SETTLED:
        found = found.exclude(waiting()).exclude(open_case)
    if asked.words.strip():
        people = [each.pk for each in search(user, asked.words, limit=FOUND)]
        theirs = Membership.objects.filter(person__in=people).values("household")
        found = found.filter(Q(household__in=theirs) | Q(applicant__icontains=asked.words.strip()))
    cases = ReviewCase.objects.exclude(round__state=RoundState.CANCELLED).select_related("round", "assessment")
    return found.prefetch_related(Prefetch("cases", cases.order_by("pk"), to_attr="live_cases"))


def rows_of(user: User, unit: Unit, requests: Sequence[ReviewRequest]) -> list[RequestRow]:
    """A page of the list: heads, cases, deadlines, proposed rounds; three queries."""
    rounds = list(rounds_for(user, unit))
    heads = called([each.household_id for each in requests])
    return [_row(each, heads, rounds) for each in requests]


def row_of(user: User, request: ReviewRequest) -> RequestRow:
    """One request with its case and deadline."""
    found = request_list(user, request.unit, Asked()).filter(pk=request.pk)
    return rows_of(user, request.unit, list(found))[0]


def waiting_count(user: User, unit: Unit) -> int:
    """Requests that no round deals with yet."""
    return requests_for(user, unit).filter(waiting()).count()


def waiting_requests(user: User, unit: Unit, review_round: ReviewRound) -> list[RequestRow]:
    """Requests that wait and fit the round, the oldest first."""
    forms = [each for each, kinds in KINDS.items() if RoundKind(review_round.kind) in kinds]
    found = request_list(user, unit, Asked(state=WAITING)).filter(form__in=forms)
    return rows_of(user, unit, list(found.order_by("year", "number")))


def _live() -> QuerySet[ReviewCase]:
    return ReviewCase.objects.filter(request=OuterRef("pk")).exclude(round__state=RoundState.CANCELLED)


def _row(request: ReviewRequest, heads: dict[int, str], rounds: Sequence[ReviewRound]) -> RequestRow:
    cases: Sequence[ReviewCase] = request.live_cases  # type: ignore[attr-defined]
    case = next((each for each in cases if each.state != CaseState.WITHDRAWN), cases[-1] if cases else None)
    where = case.round if case is not None else proposed(request.form, request.received_on, rounds)
    decide_by = due(request.form, request.received_on).decide_by
    if where is not None and where.kind == RoundKind.ANNUAL:
        decide_by = where.ends_on
    head = heads.get(request.household_id, request.applicant)
    return RequestRow(request, head, case, decide_by, None if case is not None else where)
