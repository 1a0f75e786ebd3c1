"""Requests on their way in: the running number of a commune and year, what was asked already, and to which round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from giamngheo.review.keeping.classes import PATHS
from giamngheo.review.models import FINAL, RequestForm, ReviewCase, ReviewRequest, ReviewRound, RoundKind, RoundState
from giamngheo.review.procedure import last_day, rule

if TYPE_CHECKING:
    from giamngheo.territory.models import Unit

KINDS = {
    RequestForm.REVIEW: (RoundKind.ANNUAL, RoundKind.MONTHLY),
    RequestForm.EXIT: (RoundKind.ANNUAL, RoundKind.MONTHLY),
    RequestForm.AVERAGE_LIVING_STANDARD: (RoundKind.AVERAGE_LIVING_STANDARD,),
    RequestForm.LOW_INCOME_WORKER: (RoundKind.LOW_INCOME_WORKER,),
}


class Due(NamedTuple):
    """When the review of a request begins and by when it is decided, by the law's days; month 1-12, 0 for annual."""

    year: int
    month: int
    begins_on: date
    decide_by: date


def alone(unit: Unit) -> None:
    """Requests of a commune come in one after another. On SQLite the transaction itself is alone."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('review requests of ' || %s, 0))", [str(unit.pk)]
            )


def next_number(unit: Unit, year: int) -> int:
    """The number the next receipt of the commune gets that year; the caller is `alone`."""
    last = ReviewRequest.objects.filter(unit=unit, year=year).aggregate(last=Max("number"))["last"]
    return int(last or 0) + 1


def unsettled(form: str, household: int, person: int | None) -> ReviewRequest | None:
    """A request of the same path by the same household (worker) that waits for a round or is under review."""
    path = PATHS[KINDS[RequestForm(form)][0]]
    forms = [each for each, kinds in KINDS.items() if PATHS[kinds[0]] == path]
    rows = ReviewRequest.objects.filter(form__in=forms, household=household, person=person)
    under_review = Exists(_cases().exclude(state__in=FINAL))
    return rows.filter(waiting() | Q(under_review)).first()


def due(form: str, received_on: date) -> Due:
    """The month whose review begins on or after the day of receipt, and 15 days from its beginning."""
    kind = KINDS[RequestForm(form)][-1]
    begins = rule("begins_on", kind, received_on).value
    year, month = received_on.year, received_on.month
    if received_on.day > begins:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    start = date(year, month, begins)
    return Due(year, month, start, last_day("decide_within", kind, start))


def fitting(form: str, rounds: Iterable[ReviewRound]) -> list[ReviewRound]:
    """Rounds of the form's path that are being prepared or open."""
    states = (RoundState.PREPARING, RoundState.OPEN)
    return [each for each in rounds if each.kind in KINDS[RequestForm(form)] and each.state in states]


def proposed(form: str, received_on: date, rounds: Sequence[ReviewRound]) -> ReviewRound | None:
    """The round a request belongs to: an annual one while its days run, else that of `due`; None: there is none."""
    known = fitting(form, rounds)
    running = (
        each for each in known if each.kind == RoundKind.ANNUAL and each.starts_on <= received_on <= each.ends_on
    )
    wanted = due(form, received_on)
    monthly = (each for each in known if (each.year, each.month) == (wanted.year, wanted.month))
    return next(running, None) or next(monthly, None)


def waiting() -> Q:
    """Condition: no case deals with the request (a case of a cancelled round deals with nothing)."""
    return ~Q(Exists(_cases()))


def _cases() -> QuerySet[ReviewCase]:
    """Cases of the request at hand, in rounds that were not cancelled."""
    return ReviewCase.objects.filter(request=OuterRef("pk")).exclude(round__state=RoundState.CANCELLED)
