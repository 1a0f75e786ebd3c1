"""Keeping the movements between two days, whole or not at all. Prose: docs/algorithms/movements.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import require
from giamngheo.audit.actions import record
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.review.models import Closing, MovementLine, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused, refuse
from giamngheo.review.problems_closing import DAYS, REASON, REPLACED, ROUND, STANDS
from giamngheo.review.queries.closings import Draft, draft
from giamngheo.territory.models import Unit

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound


class Kept(NamedTuple):
    """What was kept, and the draft it was kept from (its warnings are worth showing)."""

    closing: Closing
    draft: Draft


@transaction.atomic
def close_movements(
    *,
    by: User,
    unit: Unit,
    opening_on: date,
    closing_on: date,
    round: ReviewRound | None = None,
    replaces: Closing | None = None,
    reason: str = "",
) -> Kept:
    """Keep what moved in the unit from the end of `opening_on` to the end of `closing_on`.

    `replaces`: the closing of the same days that this one puts right, with the reason. Raises Refused with every
    finding (CLOSING-*), OutOfScope, NotPermitted; nothing is written then.
    """
    require(by, Permission.RUN_REVIEW, unit)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)  # one closing of a unit at a time
    _check_days(opening_on, closing_on)
    reason = squeeze(nfc(reason))
    _check_round(round, unit)
    _check_replaced(unit, opening_on, closing_on, replaces, reason)
    found = draft(by, unit, opening_on, closing_on)
    if found.refusals:
        raise Refused(*found.refusals)
    closing = Closing.objects.create(
        unit=unit, round=round, opening_on=opening_on, closing_on=closing_on, replaces=replaces, reason=reason, by=by
    )
    MovementLine.objects.bulk_create(
        (
            MovementLine(
                closing=closing, household_id=line.household, village_id=line.village,
                **{name: getattr(line, name) for name in line._fields if name not in ("household", "village")},
            )
            for line in found.lines
        ),
        batch_size=500,
    )  # fmt: skip
    record(
        by=by, action="review.close_movements", subject=closing, unit=unit, reason=reason,
        after={"opening_on": opening_on, "closing_on": closing_on, "lines": len(found.lines),
               "replaces": replaces.pk if replaces else None},
    )  # fmt: skip
    return Kept(closing, found)


def _check_days(opening_on: date, closing_on: date) -> None:
    furthest = date(timezone.localdate().year + 1, 1, 1)
    words: dict[str, Any] = {"opening": f"{opening_on:%d/%m/%Y}", "closing": f"{closing_on:%d/%m/%Y}"}
    if closing_on <= opening_on:
        raise refuse(DAYS, **words, why_vi="ngày cuối kỳ không sau ngày đầu kỳ", why_en="the last day is not later")
    if closing_on > furthest:
        raise refuse(DAYS, **words, why_vi="ngày cuối kỳ còn xa", why_en="the last day lies too far ahead")


def _check_round(round_: ReviewRound | None, unit: Unit) -> None:
    if round_ is not None and (round_.unit_id != unit.pk or not RoundKind(round_.kind).judges_poverty):
        raise refuse(ROUND, round=str(round_), unit=unit.name)


def _check_replaced(unit: Unit, opening_on: date, closing_on: date, replaces: Closing | None, reason: str) -> None:
    """A closing that stands is replaced, by name and with a reason, or left."""
    stands = Closing.objects.filter(unit=unit, opening_on=opening_on, closing_on=closing_on, replaced_by=None).first()
    if replaces is None:
        if stands is not None:
            raise refuse(
                STANDS, opening=f"{opening_on:%d/%m/%Y}", closing=f"{closing_on:%d/%m/%Y}",
                when=f"{timezone.localtime(stands.at):%H:%M %d/%m/%Y}", who=str(stands.by or "–"),
            )  # fmt: skip
        return
    if stands is None or stands.pk != replaces.pk:
        raise refuse(REPLACED)
    if not reason:
        raise refuse(REASON)
