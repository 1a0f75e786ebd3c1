"""Writing the committee of a round, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import squeeze, storable
from giamngheo.review.models import CommitteeMember, CommitteeRole
from giamngheo.review.problems import Refused, refuse
from giamngheo.review.problems_survey import COMMITTEE_NAME, ROUND_NO_HEAD
from giamngheo.review.values import Seat

if TYPE_CHECKING:
    from giamngheo.review.models import ReviewRound


def put_committee(review_round: ReviewRound, members: Sequence[Seat]) -> list[CommitteeMember]:
    """Write the list in place of the one that stands. Raises -COMMITTEE-NAME."""
    cleaned = [Seat(line(each.name, 150), each.role, line(each.post, 200), each.user) for each in members]
    nameless: list[Finding] = [COMMITTEE_NAME.at(row, row=row) for row, each in enumerate(cleaned, 1) if not each.name]
    if nameless:
        raise Refused(*nameless)
    if sum(each.role == CommitteeRole.HEAD for each in cleaned) > 1:
        raise refuse(ROUND_NO_HEAD)
    CommitteeMember.objects.filter(round=review_round).delete()
    return CommitteeMember.objects.bulk_create(
        CommitteeMember(
            round=review_round, role=CommitteeRole(each.role), name=each.name, post=each.post, user_id=each.user,
            position=position,
        )
        for position, each in enumerate(cleaned, 1)
    )  # fmt: skip


def line(text: str, most: int) -> str:
    """Text of one line, at most so long."""
    return squeeze(storable(text))[:most]
