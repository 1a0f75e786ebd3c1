"""The answer to a complaint about a posted result, after the recheck (QĐ 24/2021/QĐ-TTg Điều 4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.models import Complaint
from giamngheo.review.papers.making import Boxes, document, missing, numbered, paragraph
from giamngheo.review.papers.reading import (
    Read,
    head_of,
    homes_of,
    listed,
    matter_of,
    office_of,
    round_for,
    standard_of,
    today,
)
from giamngheo.review.papers.values import Listed, Signer
from giamngheo.review.papers.words import Matter, Office, said
from giamngheo.review.procedure import rule

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Answered(NamedTuple):
    """A complaint and what was answered; `answered_on` None and `upheld` None: not yet."""

    office: Office
    matter: Matter
    village: str
    household: Listed
    posted_class: str
    complainant: str
    content: str
    received_on: date
    posted_on: date
    rechecked_on: date | None
    answered_on: date | None
    upheld: bool | None
    answer: str
    head: Signer


def compose(data: Answered) -> OfficialDocument:
    """A letter. It says the result and nothing of what the household owns or lacks: others may read it."""
    matter = data.matter
    lines = [
        f"Nội dung ý kiến: {data.content}",
        f"Kết quả đã niêm yết: {matter.of_class(data.posted_class)}.",
        _rechecked(data),
        f"Trả lời: {data.answer or missing('nội dung trả lời')}",
    ]
    return document(
        Boxes(
            doc_type="CV",
            issuer=data.office.committee_issuer,
            locality=data.office.short_name,
            day=data.answered_on,
            year=matter.year,
            symbol="BCĐ",
            subject=f"V/v trả lời ý kiến về kết quả {matter.act}",
            addressees=(f"Ông (bà) {data.complainant}",),
            body=(
                paragraph(
                    f"Ngày {said(data.received_on)}, {data.office.committee} nhận được ý kiến của ông (bà)"
                    f" {data.complainant} về kết quả của hộ {data.household.shown}, {data.village}, niêm yết ngày"
                    f" {said(data.posted_on)}. Sau khi phúc tra, Ban Chỉ đạo trả lời như sau:"
                ),
                *numbered(*((_sentence(line), ()) for line in lines), bold=False),
            ),
            closing=f"{data.office.committee} trả lời để ông (bà) được biết.",
            recipients=("Như trên", data.village, "Lưu: BCĐ"),
            signers=((("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), data.head.name or missing("trưởng ban")),),
        )
    )


def _rechecked(data: Answered) -> str:
    matter = data.matter
    if data.answered_on is None or data.upheld is None:
        return f"Kết quả phúc tra: {missing('kết quả phúc tra')}."
    result = matter.of_class(data.household.after)
    kept = "ý kiến có căn cứ" if data.upheld else "không có căn cứ để thay đổi"
    again = ""
    if matter.of_poverty:
        days = rule("posting", matter.kind, matter.day).value
        again = f"; kết quả được niêm yết lại {days:02} ngày làm việc"
    return f"Kết quả phúc tra ngày {said(data.rechecked_on)}: {result}; {kept}{again}."


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def from_rows(user: User, pk: int) -> Read[Answered, Complaint]:
    """A complaint, its answer, and the household's result that was posted and that was found again."""
    complaint = Complaint.objects.select_related("posting", "case__village", "case__person", "answer__assessment").get(
        pk=pk
    )
    case, found = complaint.case, round_for(user, complaint.case.round_id)
    answer = getattr(complaint, "answer", None)
    day = answer.answered_on if answer else today()
    homes = homes_of(found.cases.filter(pk=case.pk).order_by().values("household"), day)
    posted = complaint.posting.items.filter(case=case).select_related("assessment").first()
    household = listed(case, answer.assessment if answer else None, homes, standard_of(found))
    data = Answered(
        office_of(found.unit, day), matter_of(found), case.village.name, household,
        posted.assessment.outcome if posted else "", complaint.complainant, complaint.content, complaint.received_on,
        complaint.posting.starts_on, answer.assessment.surveyed_on if answer else None,
        answer.answered_on if answer else None, answer.upheld if answer else None, answer.content if answer else "",
        head_of(found),
    )  # fmt: skip
    return Read(data, complaint, found.unit, 1)
