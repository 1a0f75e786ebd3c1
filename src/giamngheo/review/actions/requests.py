"""Requests received and put into a round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.documents.actions import keep_file
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import squeeze, storable
from giamngheo.households.models import Membership
from giamngheo.households.queries.villages import addresses_seen
from giamngheo.review.keeping.allowing import may_run
from giamngheo.review.keeping.classes import PATHS, values_of
from giamngheo.review.keeping.listing import Entry, called, check_listing, enter, here, in_the_way, locked_round
from giamngheo.review.keeping.receipts import KINDS, alone, next_number, unsettled
from giamngheo.review.keeping.stepping import check_open, words
from giamngheo.review.models import (
    CaseSource,
    CaseState,
    Channel,
    ClassPath,
    PovertyClass,
    RequestForm,
    ReviewCase,
    ReviewRequest,
    RoundKind,
)
from giamngheo.review.permissions import OutOfScope
from giamngheo.review.problems import Refused, refuse
from giamngheo.review.problems_survey import (
    LISTED_ALREADY,
    NOT_LIVING_HERE,
    REQUEST_DAY,
    REQUEST_DOUBLE,
    REQUEST_HOLDS_CLASS,
    REQUEST_NO_CLASS,
    REQUEST_PLACED,
    REQUEST_WHO,
    WRONG_KIND,
)
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound
    from giamngheo.territory.models import Unit


class Paper(NamedTuple):
    """A scan of a request."""

    name: str
    content: bytes
    media_type: str = ""


class Received(NamedTuple):
    """A request as it was received, and what is odd about it."""

    request: ReviewRequest
    warnings: Sequence[Finding]


@transaction.atomic
def receive_request(
    *,
    by: User,
    unit: Unit,
    form: RequestForm | str,
    household: int,
    person: int | None = None,
    applicant: str,
    received_on: date,
    channel: Channel | str = Channel.DIRECT,
    content: str = "",
    paper: Paper | None = None,
) -> Received:
    """Receive a request of a household (of the worker `person` of it): it gets the next number of the commune's year.

    Raises REVIEW-REQUEST-DAY, -REQUEST-WHO, -NOT-LIVING-HERE, -REQUEST-DOUBLE; OutOfScope, NotPermitted.
    """
    may_run(by, unit)
    form, who = RequestForm(form), squeeze(storable(applicant))[:150]
    if received_on > timezone.localdate():
        raise refuse(REQUEST_DAY, day=format_date(received_on))
    if not who or (form == RequestForm.LOW_INCOME_WORKER) != (person is not None):
        raise refuse(REQUEST_WHO)
    _check_lives_here(by, unit, household, person, received_on)
    alone(unit)
    open_one = unsettled(form, household, person)
    if open_one is not None:
        raise refuse(
            REQUEST_DOUBLE, who=open_one.applicant, number=open_one.number, year=open_one.year,
            day=format_date(open_one.received_on),
        )  # fmt: skip
    file = keep_file(by=by, name=paper.name, content=paper.content, media_type=paper.media_type) if paper else None
    made = ReviewRequest.objects.create(
        form=form, unit=unit, number=next_number(unit, received_on.year), year=received_on.year,
        household_id=household, person_id=person, applicant=who, received_on=received_on, channel=Channel(channel),
        content=storable(content).strip(), file=file, by=by,
    )  # fmt: skip
    record(
        by=by, action="review.receive_request", subject=made, unit=unit,
        after={"form": form.value, "number": f"{made.number}/{made.year}"},
    )  # fmt: skip
    return Received(made, list(_odd(made)))


@transaction.atomic
def place_requests(*, by: User, review_round: ReviewRound, requests: Sequence[ReviewRequest]) -> list[ReviewCase]:
    """Put requests into a round: each opens a case, or goes to the one its household has there. All or none.

    Raises Refused with every reason (REVIEW-REQUEST-PLACED, -WRONG-KIND, -NOT-LIVING-HERE, -LISTED-ALREADY,
    -LISTED-ELSEWHERE, -ROUND-STATE); OutOfScope, NotPermitted.
    """
    found = locked_round(review_round)
    may_run(by, found.unit)
    check_listing(found)
    day = timezone.localdate()
    rows = list(
        ReviewRequest.objects.filter(pk__in=[each.pk for each in requests], unit=found.unit)
        .prefetch_related("cases").order_by("pk")
    )  # fmt: skip
    if len(rows) != len({each.pk for each in requests}):
        raise OutOfScope("request")
    findings = [finding for each in rows for finding in _misplaced(each, found)]
    living = dict(
        addresses_seen(by, day, found.unit)
        .filter(household__in=[each.household_id for each in rows]).values_list("household_id", "village_id")
    )  # fmt: skip
    gone = called([each.household_id for each in rows if each.household_id not in living])
    findings += [NOT_LIVING_HERE.at(who=name, unit=found.unit.name, day=format_date(day)) for name in gone.values()]
    if findings:
        raise Refused(*findings)
    listed = here(found)
    joining = [(each, listed[key]) for each in rows if (key := (each.household_id, each.person_id)) in listed]
    new = [each for each in rows if (each.household_id, each.person_id) not in listed]
    before = values_of([each.household_id for each in new], day, PATHS[RoundKind(found.kind)])
    entries = [
        Entry(
            each.household_id, living[each.household_id], CaseSource.REQUEST, each.person_id,
            before.get((each.household_id, each.person_id), PovertyClass.NONE), each.pk,
        )
        for each in new
    ]  # fmt: skip
    in_way = in_the_way(found, entries)
    if in_way:
        raise Refused(*in_way.values())
    made = [*_join(found, joining), *enter(found, entries, by)]
    record(
        by=by, action="review.place_requests", subject=found, unit=found.unit,
        after={"requests": [f"{each.number}/{each.year}" for each in rows]},
    )  # fmt: skip
    return made


def _join(found: ReviewRound, joining: Sequence[tuple[ReviewRequest, ReviewCase]]) -> list[ReviewCase]:
    """Requests of households that are on the list: their cases deal with them."""
    for request, case in joining:
        if case.request_id is not None:
            raise refuse(LISTED_ALREADY, who=request.applicant)
        case.round = found
        check_open(case)
        case.request = request
        case.save(update_fields=["request"])
    return [case for _request, case in joining]


def _misplaced(request: ReviewRequest, found: ReviewRound) -> Iterator[Finding]:
    if any(each.state != CaseState.WITHDRAWN for each in request.cases.all()):
        yield REQUEST_PLACED.at(number=request.number, year=request.year)
    if found.kind not in KINDS[RequestForm(request.form)]:
        yield WRONG_KIND.at(round=str(found))


def _check_lives_here(by: User, unit: Unit, household: int, person: int | None, day: date) -> None:
    address = addresses_seen(by, day, unit).filter(household=household).first()
    if address is None:
        who = called([household]).get(household, "–")
        raise refuse(NOT_LIVING_HERE, who=who, unit=unit.name, day=format_date(day))
    members = Membership.objects.filter(valid_on(day), household=household)
    if person is not None and not members.filter(person=person).exists():
        raise refuse(REQUEST_WHO)


def _odd(made: ReviewRequest) -> Iterator[Finding]:
    """A request that is received although it asks for something odd."""
    if made.form not in (RequestForm.REVIEW, RequestForm.EXIT):
        return
    held = values_of([made.household_id], made.received_on, ClassPath.POVERTY).get((made.household_id, None))
    who = called([made.household_id]).get(made.household_id, made.applicant)
    if made.form == RequestForm.REVIEW and held:
        vi, en = words(PovertyClass(held))
        yield REQUEST_HOLDS_CLASS.at(who=who, class_vi=vi, class_en=en)
    elif made.form == RequestForm.EXIT and not held:
        yield REQUEST_NO_CLASS.at(who=who)
