"""The time line of a household: what the register wrote, what the review asked, found and decided, and what help it
received, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language

from giamngheo.accounts.models import User
from giamngheo.households.models import Household
from giamngheo.households.queries.timeline import Event
from giamngheo.office.households.reviewed import of_review
from giamngheo.office.support.listing import shown
from giamngheo.review.queries.life import ReviewLife, review_life
from giamngheo.support.queries import received

YEARS_SHOWN = 3
Told = dict[str, Any]


def help_received(user: User, household: Household) -> list[Told]:
    """What was handed to the household in the last years, the newest first; nothing of units the user may not see."""
    return [shown(each) for each in received(user, household, YEARS_SHOWN)]


def reviewed(user: User, household: Household) -> ReviewLife:
    """Its life in the review, in the language of the screen."""
    return review_life(user, household, "en" if get_language() == "en" else "vi")


def whole_life(events: Sequence[Event], given: Sequence[Told], review: ReviewLife) -> list[Told]:
    """All of it, the latest first: {"day", and "event", "help" or "review"}. What was handed over, then what the review
    wrote, stands above what the register wrote of the same day."""
    told: list[Told] = [{"day": each["row"].on, "help": each} for each in given]
    told += of_review(review)
    told += [{"day": each.day, "event": each} for each in events]
    return sorted(told, key=lambda each: each["day"], reverse=True)
