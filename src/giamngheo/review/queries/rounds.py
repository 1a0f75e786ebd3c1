"""Rounds a user sees: the list with what each still needs, and one of them with who runs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, QuerySet

from giamngheo.accounts.queries import permissions_in, scope_units, villages_of
from giamngheo.foundation.findings import Finding
from giamngheo.review.keeping.progress import STAGES, Progress
from giamngheo.review.keeping.warning import warnings_of
from giamngheo.review.models import CaseState, CommitteeMember, ReviewCase, ReviewerAssignment, ReviewRound
from giamngheo.review.permissions import Permission
from giamngheo.territory.queries import with_predecessors

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class RoundRow(NamedTuple):
    """A round with where its households stand."""

    round: ReviewRound
    progress: Progress


class RoundPage(NamedTuple):
    """A round: its committee, reviewers, what is odd about it, and what the user may do in it."""

    round: ReviewRound
    committee: Sequence[CommitteeMember]
    reviewers: Sequence[ReviewerAssignment]
    warnings: Sequence[Finding]
    rights: frozenset[Permission]

    @property
    def may_run(self) -> bool:
        return Permission.RUN_REVIEW in self.rights


def rounds_for(user: User, unit: Unit | None = None) -> QuerySet[ReviewRound]:
    """Rounds of the units in whose villages, some or all, the user may see cases; of one commune and what it was. The
    newest first."""
    found = ReviewRound.objects.filter(unit__in=scope_units(user, permission=Permission.SEE_CASES))
    if unit is not None:
        found = found.filter(unit__in=with_predecessors(unit))
    return found.select_related("unit").order_by("-starts_on", "-id")


def cases_for(user: User, review_round: ReviewRound | None = None) -> QuerySet[ReviewCase]:
    """Cases of the villages the user may see, of every round or of one."""
    rounds = rounds_for(user) if review_round is None else rounds_for(user).filter(pk=review_round.pk)
    return ReviewCase.objects.filter(round__in=rounds, village__in=villages_of(user, Permission.SEE_CASES))


def round_seen(user: User, pk: int) -> ReviewRound:
    """One round; raises ReviewRound.DoesNotExist for one of others."""
    return rounds_for(user).get(pk=pk)


def round_list(user: User, unit: Unit) -> list[RoundRow]:
    """The commune's rounds with their progress; two queries."""
    found = list(rounds_for(user, unit))
    counted = _counted(cases_for(user).filter(round__in=found).values_list("round", "state"))
    return [RoundRow(each, counted[each.pk]) for each in found]


def round_page(user: User, pk: int) -> RoundPage:
    """Raises ReviewRound.DoesNotExist for a round of others."""
    found = round_seen(user, pk)
    reviewers = ReviewerAssignment.objects.filter(round=found).select_related("village", "user")
    return RoundPage(
        found,
        list(CommitteeMember.objects.filter(round=found).select_related("user")),
        list(reviewers.order_by("village__code", "name")),
        warnings_of(found),
        permissions_in(user, found.unit),
    )


def committee_before(user: User, review_round: ReviewRound) -> list[CommitteeMember]:
    """The committee of the commune's latest other round that has one: what a new list begins with."""
    rows = CommitteeMember.objects.filter(round__in=rounds_for(user, review_round.unit).exclude(pk=review_round.pk))
    last = rows.order_by("-round__starts_on", "-round").values_list("round", flat=True).first()
    return list(CommitteeMember.objects.filter(round=last)) if last else []


def progress_by_village(user: User, review_round: ReviewRound) -> dict[int, Progress]:
    """Village → where its households stand; one query more than the scope's."""
    return dict(_counted(cases_for(user, review_round).values_list("village", "state")))


def _counted(rows: QuerySet[ReviewCase, tuple[int, str]]) -> defaultdict[int, Progress]:
    stage_of = {state: stage for stage, states in STAGES.items() for state in states}
    found: defaultdict[int, Progress] = defaultdict(Progress)
    for key, state, number in rows.order_by().annotate(number=Count("pk")):
        stage = stage_of.get(CaseState(state), "withdrawn")
        setattr(found[key], stage, getattr(found[key], stage) + number)
    return found
