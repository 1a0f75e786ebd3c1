"""Did somebody write between the reading of a page and its saving? Rows that are written again carry who and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from django.utils import timezone

from giamngheo.review.keeping.days import clock
from giamngheo.review.problems import refuse
from giamngheo.review.problems_deciding import CHANGED

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Written(Protocol):
    """A row with its last writer."""

    by: User | None
    at: datetime


def check_unchanged(row: Written, seen: datetime | None) -> None:
    """Raises REVIEW-CHANGED when `row`, locked, was written since `seen`, its `at` when read (None: not asked)."""
    if seen is not None and row.at != seen:
        raise refuse(CHANGED, who=str(row.by) if row.by else "–", when=clock(row.at))


def sign(row: Written, by: User | None) -> None:
    """Put the writer's name and the moment on the row, to be saved by the caller."""
    row.by, row.at = by, timezone.now()
