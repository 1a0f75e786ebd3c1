"""Who may do what in a round: by role in the unit, and a reviewer only where they were assigned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from giamngheo.accounts.queries import can
from giamngheo.review.models import ReviewerAssignment
from giamngheo.review.permissions import NotPermitted, Permission, require

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewCase, ReviewRound
    from giamngheo.territory.models import Unit


def may_run(by: User, unit: Unit) -> None:
    """Raises OutOfScope, NotPermitted."""
    require(by, Permission.RUN_REVIEW, unit)


def may_assess(by: User, case: ReviewCase) -> None:
    """Officers everywhere; a reviewer in villages assigned to them in the round. Raises OutOfScope, NotPermitted."""
    require(by, Permission.ASSESS, case.round.unit)
    if not assesses(by, case):
        raise NotPermitted(_("Bạn chưa được phân công khảo sát ở thôn này trong đợt này."))


def assesses(by: User, case: ReviewCase) -> bool:
    """The same as a question."""
    unit = case.round.unit
    if not can(by, Permission.ASSESS, unit):
        return False
    return can(by, Permission.RUN_REVIEW, unit) or case.village_id in villages_assigned(by, case.round)


def villages_assigned(by: User, review_round: ReviewRound) -> set[int]:
    """Keys of the villages assigned to the user in the round."""
    rows = ReviewerAssignment.objects.filter(round=review_round, user=by)
    return set(rows.values_list("village_id", flat=True))
