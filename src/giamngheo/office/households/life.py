"""The time line of a household: what the register wrote and what help it received, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from giamngheo.accounts.models import User
from giamngheo.households.models import Household
from giamngheo.households.queries.timeline import Event
from giamngheo.office.support.listing import shown
from giamngheo.support.queries import received

YEARS_SHOWN = 3


def help_received(user: User, household: Household) -> list[dict[str, Any]]:
    """What was handed to the household in the last years, the newest first; nothing of units the user may not see."""
    return [shown(each) for each in received(user, household, YEARS_SHOWN)]


def whole_life(events: Sequence[Event], given: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Both, the latest first: {"day", and "event" or "help"}. What was handed over stands above what was written of the
    same day."""
    told = [{"day": each["row"].on, "help": each} for each in given]
    told += [{"day": each.day, "event": each} for each in events]
    return sorted(told, key=lambda each: each["day"], reverse=True)
