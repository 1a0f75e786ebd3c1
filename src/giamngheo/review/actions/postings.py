"""Putting up the list of a village (income paths: of the commune) in public. docs/algorithms/review-deciding.md"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.review import problems_deciding as p
from giamngheo.review import procedure
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.naming import names_of
from giamngheo.review.keeping.readiness import result_days, to_post
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.rounds import lies_in, open_round
from giamngheo.review.keeping.stepping_many import locked_all, step_all
from giamngheo.review.models import CaseState, Posting, PostingItem, ReviewCase, ReviewRound, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Village

MOST_AHEAD = timedelta(days=30)  # a guard against a mistyped year, no rule of the law


@transaction.atomic
def put_up(
    *,
    by: User | None,
    round_: ReviewRound,
    village: Village | None,
    starts_on: date,
    places: str,
    announced: bool = False,
    after_recheck: bool = False,
    only: Collection[int] | None = None,
) -> Posting:
    """Post every household of the village that is ready (or those of `only`, by key of their case) from `starts_on`.

    `village` None: income paths, at the commune's office. `after_recheck`: the second posting, of a recheck's results.
    Raises Refused (REVIEW-POSTING-..., REVIEW-VILLAGE, REVIEW-FIELD-EMPTY, REVIEW-ROUND-STATE), OutOfScope,
    NotPermitted.
    """
    held = open_round(round_)
    allowed(by, Permission.RUN_REVIEW, held.unit)
    _check_place(held, village, places)
    if starts_on > today() + MOST_AHEAD:
        raise refuse(p.POSTING_FAR, day=format_date(starts_on))
    cases = _ready(held, village, after_recheck, only)
    _check_days(cases, starts_on)
    posting = Posting.objects.create(
        round=held, village=village, number=_next_number(held, village), after_recheck=after_recheck,
        starts_on=starts_on, ends_on=procedure.last_day("posting", held.kind, starts_on),
        places=squeeze(nfc(places)), announced=announced, by=by,
    )  # fmt: skip
    PostingItem.objects.bulk_create(
        PostingItem(posting=posting, case=case, assessment_id=case.assessment_id or 0) for case in cases
    )
    step_all(cases, CaseState.POSTED, by=by)
    record(by=by, action="review.put_up", subject=posting, unit=held.unit,
           after={"households": len(cases), "from": starts_on, "to": posting.ends_on})  # fmt: skip
    return posting


def _check_place(round_: ReviewRound, village: Village | None, places: str) -> None:
    if not squeeze(places):
        raise refuse(p.FIELD_EMPTY, field_vi="nơi niêm yết", field_en="the place of posting")
    by_village = RoundKind(round_.kind).judges_poverty
    if by_village != (village is not None) or (village is not None and not lies_in(village.pk, round_.unit)):
        raise refuse(p.VILLAGE, unit=round_.unit.name)


def _ready(
    round_: ReviewRound, village: Village | None, after_recheck: bool, only: Collection[int] | None
) -> list[ReviewCase]:
    ready = to_post(round_, after_recheck=after_recheck)
    if village is not None:
        ready = ready.filter(village=village)
    if only is not None:
        ready = ready.filter(pk__in=only)
    # locked, then looked at again: what somebody moved on meanwhile is not put up
    cases = locked_all(ready.order_by().values_list("pk", flat=True))
    still = set(ready.order_by().values_list("pk", flat=True))
    cases = [case for case in cases if case.pk in still]
    if not cases:
        raise refuse(p.POSTING_NONE)
    return cases


def _check_days(cases: list[ReviewCase], starts_on: date) -> None:
    days = result_days(cases)
    early = [case for case in cases if days[case.pk] > starts_on]
    if not early:
        return
    names = names_of((case.household_id for case in early), today())
    day = format_date(starts_on)
    raise Refused(
        *(p.POSTING_BEFORE.at(name=names[case.household_id], result=format_date(days[case.pk]), day=day)
          for case in early)
    )  # fmt: skip


def _next_number(round_: ReviewRound, village: Village | None) -> int:
    before = Posting.objects.filter(round=round_, village=village)
    return (before.aggregate(Max("number"))["number__max"] or 0) + 1
