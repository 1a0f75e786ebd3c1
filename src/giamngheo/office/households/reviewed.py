"""What the review wrote about a household, as lines of its time line. Who complained is not named here: a neighbour's
name stands on the page of the complaint alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from giamngheo.office.typed import printed_day
from giamngheo.review.models import Assessment, ItemOutcome
from giamngheo.review.queries.life import ReviewLife

Told = dict[str, Any]


def of_review(life: ReviewLife) -> list[Told]:
    """From the certificate back to the request: of one day the last step first."""
    steps = (
        _certificates(life), _decisions(life), _opinions(life), _proposals(life), _answers(life), _complaints(life),
        _postings(life), _meetings(life), _surveys(life), _screenings(life), _requests(life),
    )  # fmt: skip
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
        symbol, kind = decision.document.symbol if decision.document else "–", decision.get_kind_display()
        text = f"{symbol}, {kind}"  # of a refusal in writing its name says it all
        if each.outcome != ItemOutcome.REFUSED:
            text += f": {each.get_given_display()}"
        text += f" ({each.person.full_name})" if each.person else ""
        day = decision.signed_on or decision.effective_from
        if day is not None:
            yield _told(day, _("Quyết định"), text, _where(life, decision.unit_id, "review-decision", decision.pk))


def _opinions(life: ReviewLife) -> Iterator[Told]:
    """What the district, now the province, said of the list; while it did not, that it was asked."""
    for each in life.proposed:
        asked = getattr(each.proposal, "opinion", None)
        if asked is None:
            continue
        where = _where(life, each.proposal.round.unit_id, "review-proposal", each.proposal_id)
        if asked.answered_on is None:
            text = _("%(unit)s: hạn trả lời %(day)s") % {"unit": asked.asked_of.name, "day": printed_day(asked.due_on)}
            yield _told(asked.sent_on, _("Xin ý kiến cấp trên"), text, where)
        else:
            said = _("%(unit)s: thống nhất") if asked.agrees else _("%(unit)s: có ý kiến khác")
            yield _told(asked.answered_on, _("Ý kiến cấp trên"), said % {"unit": asked.asked_of.name}, where)


def _proposals(life: ReviewLife) -> Iterator[Told]:
    for each in life.proposed:
        text = _("%(round)s, lần %(number)d: %(outcome)s") % {
            "round": each.proposal.round, "number": each.proposal.number, "outcome": _outcome(each.assessment),
        }  # fmt: skip
        where = _where(life, each.proposal.round.unit_id, "review-proposal", each.proposal_id)
        yield _told(each.proposal.on, _("Trình danh sách"), text, where)


def _answers(life: ReviewLife) -> Iterator[Told]:
    for each in life.complaints:
        answer = getattr(each, "answer", None)
        if answer is not None:
            text = _("%(said)s ý kiến nhận ngày %(day)s") % {
                "said": _("chấp nhận") if answer.upheld else _("không chấp nhận"), "day": printed_day(each.received_on),
            }  # fmt: skip
            where = _where(life, each.case.round.unit_id, "review-complaint", each.pk)
            yield _told(answer.answered_on, _("Trả lời ý kiến"), text, where)


def _complaints(life: ReviewLife) -> Iterator[Told]:
    for each in life.complaints:
        text = _("%(round)s, danh sách niêm yết ngày %(day)s; phúc tra chậm nhất %(due)s") % {
            "round": each.case.round, "day": printed_day(each.posting.starts_on), "due": printed_day(each.answer_due),
        }  # fmt: skip
        if each.late:
            text += ". " + _("Nhận sau hạn niêm yết.")
        where = _where(life, each.case.round.unit_id, "review-complaint", each.pk)
        yield _told(each.received_on, _("Ý kiến, khiếu nại"), text, where)


def _postings(life: ReviewLife) -> Iterator[Told]:
    for each in life.posted:
        posting = each.posting
        text = _("%(place)s, đến hết ngày %(last)s: %(outcome)s") % {
            "place": posting.village.name if posting.village else posting.round.unit.name,
            "last": printed_day(posting.ends_on), "outcome": _outcome(each.assessment),
        }  # fmt: skip
        kind = _("Niêm yết lại") if posting.after_recheck else _("Niêm yết")
        yield _told(posting.starts_on, kind, text, _where(life, posting.round.unit_id, "review-posting", posting.pk))


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
            "outcome": _outcome(each),
        }  # fmt: skip
        where = _where(life, each.case.round.unit_id, "review-case", each.case_id)
        yield _told(each.surveyed_on, _("Khảo sát"), text, where)


def _screenings(life: ReviewLife) -> Iterator[Told]:
    said = {True: _("đưa vào danh sách rà soát"), False: _("không đưa vào danh sách rà soát"),
            None: _("chưa kết luận được")}  # fmt: skip
    for each in life.screenings:
        text = _("%(round)s: %(said)s") % {"round": each.case.round, "said": said[each.to_be_reviewed]}
        where = _where(life, each.case.round.unit_id, "review-case", each.case_id)
        yield _told(each.screened_on, _("Phiếu A"), text, where)


def _requests(life: ReviewLife) -> Iterator[Told]:
    for each in life.requests:
        text = _("%(form)s, số %(number)d/%(year)d, %(who)s") % {
            "form": each.get_form_display(), "number": each.number, "year": each.year, "who": each.applicant,
        }  # fmt: skip
        yield _told(each.received_on, _("Giấy đề nghị"), text, _where(life, each.unit_id, "review-request", each.pk))


def _outcome(assessment: Assessment) -> str:
    return str(assessment.get_outcome_display() or _("chưa xếp được"))
