"""A round held still while a number of its own series (meeting, posting, proposal, draft) is taken."""

from __future__ import annotations

from django.db.models import F

from giamngheo.review.keeping.stepping import words
from giamngheo.review.models import ReviewRound, RoundState
from giamngheo.review.problems import ROUND_STATE, refuse
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering


def open_round(round_: ReviewRound | int) -> ReviewRound:
    """The round as it is now, locked until the transaction ends. Raises REVIEW-ROUND-STATE when it is not open."""
    held = locked_round(round_)
    check_round_open(held)
    return held


def check_round_open(round_: ReviewRound) -> None:
    """Raises REVIEW-ROUND-STATE."""
    if round_.state != RoundState.OPEN:
        vi, en = words(RoundState(round_.state))
        raise refuse(ROUND_STATE, round=str(round_), state_vi=vi, state_en=en)


def locked_round(round_: ReviewRound | int) -> ReviewRound:
    """The same, in any state."""
    pk = round_ if isinstance(round_, int) else round_.pk
    rows = ReviewRound.objects.select_for_update(no_key=True, of=("self",)).select_related("unit__parent")
    return rows.get(pk=pk)


def lies_in(village_id: int, unit: Unit) -> bool:
    """Whether the village belongs, or last belonged, to the unit or to what it was."""
    newest = F("valid_to").desc(nulls_first=True)
    row = VillageMembership.objects.filter(village=village_id).order_by(newest).first()
    return row is not None and covering([unit.pk]).filter(pk=row.commune_id).exists()
