"""The time line of a household: what the register wrote, what the review asked, found and decided, and what help it
received, in one order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import get_language

from giamngheo.accounts.models import User
from giamngheo.households.models import Household
from giamngheo.households.queries.timeline import Event
from giamngheo.office.households.reviewed import of_review
from giamngheo.office.support.listing import shown
from giamngheo.review.queries.life import ReviewLife, review_life
from giamngheo.support.queries import received

Told = dict[str, Any]


def help_received(user: User, household: Household) -> list[Told]:
    """What was ever handed to the household, the newest first; nothing of units the user may not see."""
    return [shown(each) for each in received(user, household)]


def by_year(given: Sequence[Told], day: date) -> list[Told]:
    """The same, a year each by the day it was handed over: {"year", "rows", "money", "open"}. The newest year and that
    of `day` stand open, the others folded: a report of an older year leads here with its day."""
    years = [(year, list(rows)) for year, rows in groupby(given, key=lambda each: each["row"].on.year)]
    return [
        {
            "year": year,
            "rows": rows,
            "money": sum(each["row"].amount or 0 for each in rows),
            "open": year in (years[0][0], day.year),
        }
        for year, rows in years
    ]


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
