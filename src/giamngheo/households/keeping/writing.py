"""Rows written again, ended and opened, each signed by its change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models

from giamngheo.households.keeping.standing import ONE_DAY, Standing, check_order, out_of_order
from giamngheo.households.models import Address, Change, EndedAs, Household, LeftAs, Membership
from giamngheo.households.problems import Refused
from giamngheo.households.values import Place


def revise(row: models.Model, change: Change, **columns: Any) -> None:
    """Write columns of a row again; the trigger keeps what it was."""
    for name, value in columns.items():
        setattr(row, name, value)
    row.changed_in = change  # type: ignore[attr-defined]
    row.save(update_fields=[*columns, "changed_in"])


def end(rows: Iterable[Membership], last_day: date, change: Change, *, left_as: LeftAs, left_to: str = "") -> None:
    """End memberships; `last_day` is the last day of each."""
    for each in rows:
        revise(each, change, valid_to=last_day, left_as=left_as, left_to=left_to)


def open_address(household: Household, place: Place, since: date, change: Change) -> Address:
    """A household's address from a day on."""
    return Address.objects.create(
        household=household, village_id=place.village_id, line=place.line, latitude=place.latitude,
        longitude=place.longitude, valid_from=since, changed_in=change,
    )  # fmt: skip


def end_household(
    here: Standing, last_day: date, change: Change, *, ended_as: EndedAs, into: Household | None = None
) -> None:
    """End a household whose members have left: nothing of it may lie after its last day."""
    check_order([here.address], last_day, last_day + ONE_DAY)
    rows = Membership.objects.filter(household=here.household, valid_to__gt=last_day)
    later = rows.select_related("person", "changed_in").order_by("-valid_to").first()
    if later is not None:
        raise Refused(out_of_order(later, last_day, since=later.valid_to))
    revise(here.address, change, valid_to=last_day)
    revise(here.household, change, ended_on=last_day, ended_as=ended_as, merged_into=into)
