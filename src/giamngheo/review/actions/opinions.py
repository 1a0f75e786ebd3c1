"""The opinion of the higher level on a proposal, in the annual path: asked by letter, answered once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.audit.actions import record
from giamngheo.documents.actions import register_own
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.text import nfc, squeeze, without_controls
from giamngheo.review import problems_deciding as p
from giamngheo.review import procedure
from giamngheo.review.keeping.above import unit_above
from giamngheo.review.keeping.days import check_past
from giamngheo.review.keeping.rights import allowed
from giamngheo.review.keeping.rounds import open_round
from giamngheo.review.keeping.stepping_many import locked_all, step_all
from giamngheo.review.models import CaseState, HigherOpinion, Proposal, RoundKind
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

SIGN = "BC-UBND"  # a report in writing; the office may write another
_SENT = ("Ngày gửi", "The day of the letter")
_ANSWERED = ("Ngày trả lời", "The day of the answer")


@transaction.atomic
def ask_opinion(
    *, by: User | None, proposal: Proposal, sent_on: date, serial: int | None = None, sign: str = SIGN
) -> HigherOpinion:
    """Ask the unit above; our letter takes a number of the register, the next or `serial`.

    Raises Refused (REVIEW-OPINION-..., REVIEW-DAY-FUTURE, REVIEW-ROUND-STATE), FindingError (DOCUMENT-...), OutOfScope,
    NotPermitted.
    """
    held = open_round(proposal.round_id)
    allowed(by, Permission.RUN_REVIEW, held.unit)
    if held.kind != RoundKind.ANNUAL:
        raise refuse(p.OPINION_PATH, round=str(held))
    before = HigherOpinion.objects.filter(proposal=proposal).first()
    if before is not None:
        raise refuse(p.OPINION_ASKED, number=proposal.number, day=format_date(before.sent_on))
    check_past(sent_on, _SENT)
    if sent_on < proposal.on:
        raise refuse(p.OPINION_DAY, day=format_date(sent_on), earlier=format_date(proposal.on))
    above = unit_above(held.unit, sent_on)
    if above is None:
        raise refuse(p.OPINION_ABOVE, unit=held.unit.name, day=format_date(sent_on))
    subject = f"Báo cáo kết quả rà soát hộ nghèo, hộ cận nghèo năm {held.year}, xin ý kiến {above.name}"
    document = register_own(by=by, issuer=held.unit, sign=sign, day=sent_on, subject=subject, serial=serial)
    opinion = HigherOpinion.objects.create(
        proposal=proposal, asked_of=above, sent_on=sent_on, document=document, by=by,
        due_on=procedure.last_day("opinion_within", held.kind, sent_on),
    )  # fmt: skip
    record(by=by, action="review.ask_opinion", subject=opinion, unit=held.unit,
           after={"asked_of": above.code, "sent_on": sent_on, "symbol": document.symbol})  # fmt: skip
    return opinion


@transaction.atomic
def record_opinion(
    *,
    by: User | None,
    opinion: HigherOpinion,
    answered_on: date,
    agrees: bool,
    answer: str = "",
    reference: str = "",
    recheck: Collection[int] = (),
) -> HigherOpinion:
    """Enter the answer. `recheck`: keys of the cases of the proposal to be checked again where it does not agree.

    Raises Refused (REVIEW-OPINION-..., REVIEW-DAY-FUTURE, REVIEW-STEP, REVIEW-ROUND-STATE), OutOfScope, NotPermitted.
    """
    round_ = open_round(opinion.proposal.round_id)
    allowed(by, Permission.RUN_REVIEW, round_.unit)
    held = HigherOpinion.objects.select_for_update(no_key=True, of=("self",)).get(pk=opinion.pk)
    if held.answered_on is not None:
        raise refuse(p.OPINION_ANSWERED, day=format_date(held.answered_on))
    check_past(answered_on, _ANSWERED)
    if answered_on < held.sent_on:
        raise refuse(p.OPINION_DAY, day=format_date(answered_on), earlier=format_date(held.sent_on))
    own = set(held.proposal.items.filter(case__in=recheck).values_list("case", flat=True))
    if not agrees and (not own or own != set(recheck)):
        raise refuse(p.OPINION_RECHECK)
    held.answered_on, held.agrees = answered_on, agrees
    held.answer, held.answer_reference = nfc(without_controls(answer)).strip(), squeeze(nfc(reference))[:80]
    held.save(update_fields=["answered_on", "agrees", "answer", "answer_reference"])
    if not agrees:
        step_all(locked_all(own), CaseState.RECHECKING, by=by)
    record(by=by, action="review.record_opinion", subject=held, unit=round_.unit,
           after={"answered_on": answered_on, "agrees": agrees, "recheck": sorted(own) if not agrees else []},
           reason=squeeze(held.answer))  # fmt: skip
    return held
