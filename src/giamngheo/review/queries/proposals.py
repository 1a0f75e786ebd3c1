"""Who can be handed up on a day and what the others wait for; the lists handed up, and what the higher level said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, QuerySet

from giamngheo.accounts.queries import permissions_in
from giamngheo.foundation.findings import Bilingual
from giamngheo.review.keeping.above import unit_above
from giamngheo.review.keeping.days import today
from giamngheo.review.keeping.naming import called, names_of, with_heads
from giamngheo.review.keeping.readiness import standing, undecided, why
from giamngheo.review.models import HigherOpinion, Proposal, ProposalItem, ReviewCase, ReviewRound, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.queries.deciding import deciding_rounds
from giamngheo.territory.models import Unit

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Waiting(NamedTuple):
    """A case not handed up. `why` None: it is ready."""

    case: ReviewCase
    why: Bilingual | None


class ProposalPage(NamedTuple):
    """A list handed up with the households' names; `opinion` None: not asked; `above`: of whom it would be asked."""

    proposal: Proposal
    rows: Sequence[tuple[ProposalItem, str]]
    opinion: HigherOpinion | None
    asks: bool
    above: Unit | None
    may_run: bool

    @property
    def overdue(self) -> bool:
        found = self.opinion
        return found is not None and found.answered_on is None and found.due_on < today()


def waiting_of(user: User, round_: ReviewRound, day: date) -> list[Waiting]:
    """Every case not handed up and not final, the ready ones first, then by village and head; two queries."""
    found = deciding_rounds(user).filter(pk=round_.pk).first()
    if found is None:
        return []
    cases = undecided(found).select_related("assessment", "village", "household", "person")
    rows = [standing(case, found.kind, day) for case in with_heads(cases, today())]
    told = [Waiting(each.case, None if each.waits is None else Bilingual(*why(each))) for each in rows]
    return sorted(told, key=lambda each: (each.why is not None, each.case.village.code))


def proposals_of(user: User, round_: ReviewRound) -> QuerySet[Proposal]:
    """The lists handed up, the latest first, with `households`."""
    rows = Proposal.objects.filter(round__in=deciding_rounds(user).filter(pk=round_.pk))
    return (
        rows.select_related("opinion__asked_of", "opinion__document")
        .annotate(households=Count("items"))
        .order_by("-number")
    )


def proposal_page(user: User, pk: int) -> ProposalPage:
    """Raises Proposal.DoesNotExist for others'; a constant number of queries."""
    rows = Proposal.objects.filter(round__in=deciding_rounds(user))
    proposal = rows.select_related("round__unit__parent", "opinion__asked_of", "opinion__document").get(pk=pk)
    items = list(
        proposal.items.select_related("case__village", "case__person", "assessment").order_by(
            "case__village__code", "pk"
        )
    )
    names = names_of((item.case.household_id for item in items), today())
    shown = [(item, called(item.case, names)) for item in items]
    asks = proposal.round.kind == RoundKind.ANNUAL
    return ProposalPage(
        proposal, shown, getattr(proposal, "opinion", None), asks,
        unit_above(proposal.round.unit, proposal.on) if asks else None,
        Permission.RUN_REVIEW in permissions_in(user, proposal.round.unit),
    )  # fmt: skip
