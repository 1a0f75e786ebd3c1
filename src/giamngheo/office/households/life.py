"""The time line of a household: what the register wrote, what the review asked, found and decided, and what help it
received, in one order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giamngheo.accounts.models import User
from giamngheo.households.models import Household
from giamngheo.households.queries.timeline import Event
from giamngheo.office.support.listing import shown
from giamngheo.review.models import ItemOutcome
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
    told += _of_review(review)
    told += [{"day": each.day, "event": each} for each in events]
    return sorted(told, key=lambda each: each["day"], reverse=True)


def _of_review(life: ReviewLife) -> list[Told]:
    """Certificates, decisions, meetings, surveys and requests: of one day the last step first."""
    steps = (_certificates(life), _decisions(life), _meetings(life), _surveys(life), _requests(life))
    return [each for some in steps for each in some]


def _told(day: date, kind: str, text: str, where: str) -> Told:
    return {"day": day, "review": {"kind": kind, "text": text, "where": where}}


def _where(life: ReviewLife, unit: int, name: str, pk: int) -> str:
    """The page of its own; none of a commune whose review the user may not open."""
    return reverse(f"office:{name}", args=[pk]) if unit in life.units else ""


def _certificates(life: ReviewLife) -> Iterator[Told]:
    for each in life.certificates:
        text = _("số %(number)d/%(issued)d, ô năm %(year)d: %(given)s") % {
            "number": each.certificate.number, "issued": each.certificate.year, "year": each.year,
            "given": each.item.get_given_display(),
        }  # fmt: skip
        where = _where(life, each.item.decision.unit_id, "review-certificate", each.certificate_id)
        yield _told(each.signed_on, _("Ký giấy chứng nhận"), text, where)


def _decisions(life: ReviewLife) -> Iterator[Told]:
    """On the day of signing; the opening list's on the day of the paper it was typed from."""
    for each in life.items:
        decision = each.decision
        said = each.get_outcome_display() if each.outcome == ItemOutcome.REFUSED else each.get_given_display()
        text = _("%(symbol)s, %(kind)s: %(said)s") % {
            "symbol": decision.document.symbol if decision.document else "–", "kind": decision.get_kind_display(),
            "said": said,
        }  # fmt: skip
        text += f" ({each.person.full_name})" if each.person else ""
        day = decision.signed_on or decision.effective_from
        if day is not None:
            yield _told(day, _("Quyết định"), text, _where(life, decision.unit_id, "review-decision", decision.pk))


def _meetings(life: ReviewLife) -> Iterator[Told]:
    for each in life.votes:
        meeting = each.meeting
        text = _("%(village)s, %(round)s: %(agreeing)d trên %(attending)d người dự họp đồng ý") % {
            "village": meeting.village.name, "round": meeting.round, "agreeing": each.agreeing,
            "attending": meeting.attending,
        }  # fmt: skip
        day = timezone.localtime(meeting.starts_at).date()
        yield _told(day, _("Họp thôn"), text, _where(life, meeting.round.unit_id, "review-meeting", meeting.pk))


def _surveys(life: ReviewLife) -> Iterator[Told]:
    for judged in life.judged:
        each = judged.assessment
        text = _("%(round)s, %(purpose)s: %(outcome)s") % {
            "round": each.case.round, "purpose": each.get_purpose_display(),
            "outcome": each.get_outcome_display() or _("chưa xếp được"),
        }  # fmt: skip
        where = _where(life, each.case.round.unit_id, "review-case", each.case_id)
        yield _told(each.surveyed_on, _("Khảo sát"), text, where)


def _requests(life: ReviewLife) -> Iterator[Told]:
    for each in life.requests:
        text = _("%(form)s, số %(number)d/%(year)d, %(who)s") % {
            "form": each.get_form_display(), "number": each.number, "year": each.year, "who": each.applicant,
        }  # fmt: skip
        yield _told(each.received_on, _("Giấy đề nghị"), text, _where(life, each.unit_id, "review-request", each.pk))
