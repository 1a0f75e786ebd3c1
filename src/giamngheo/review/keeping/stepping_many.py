"""Many cases moved on by one act: the same guards and the same step for each, in a number of queries that does not grow
with how many there are (up to 900 at a time)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import F

from giamngheo.foundation.text import nfc, squeeze
from giamngheo.review.keeping.stepping import check_open, words
from giamngheo.review.models import CaseState, CaseStep, ReviewCase
from giamngheo.review.problems import STEP, refuse
from giamngheo.review.triggers import cases as guards

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

AT_ONCE = 900  # as many values as the oldest SQLite we meet takes in one statement


def locked_all(keys: Iterable[int]) -> list[ReviewCase]:
    """The cases as they are now, locked in the order of their keys until the transaction ends."""
    return [
        case
        for part in _parts(sorted(set(keys)))
        for case in ReviewCase.objects.select_for_update(no_key=True, of=("self",))
        .select_related("round", "assessment")
        .filter(pk__in=part)
        .order_by("pk")
    ]


def step_all(cases: Sequence[ReviewCase], to: CaseState, *, by: User | None, reason: str = "") -> None:
    """Move locked cases on, inside the caller's transaction, their evidence written before.

    Raises REVIEW-ROUND-STATE, REVIEW-STEP where the table or the evidence does not allow it.
    """
    if not cases:
        return
    for case in {each.round_id: each for each in cases}.values():
        check_open(case)
    said = squeeze(nfc(reason))
    CaseStep.objects.bulk_create(
        CaseStep(case=each, number=each.step + 1, from_state=each.state, to_state=to, by=by, reason=said)
        for each in cases
    )
    try:
        with transaction.atomic():
            for part in _parts([each.pk for each in cases]):
                ReviewCase.objects.filter(pk__in=part).update(state=to, step=F("step") + 1)
    except IntegrityError as error:
        if guards.NOT_ALLOWED not in str(error):
            raise
        (from_vi, from_en), (to_vi, to_en) = words(CaseState(cases[0].state)), words(to)
        raise refuse(STEP, from_vi=from_vi, from_en=from_en, to_vi=to_vi, to_en=to_en) from error
    for each in cases:
        each.state, each.step = to, each.step + 1


def _parts(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(keys), AT_ONCE):
        yield keys[at : at + AT_ONCE]
