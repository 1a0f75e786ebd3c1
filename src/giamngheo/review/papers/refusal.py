"""A refusal in writing with its reasons, to one household (QĐ 24/2021/QĐ-TTg Điều 4-5; NĐ 30/2025/NĐ-CP)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.numbers.printing import format_money
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.models import DecisionItem, ItemOutcome
from giamngheo.review.models.kinds import RoundKind
from giamngheo.review.papers.making import Boxes, document, missing, numbered, paragraph
from giamngheo.review.papers.reading import Read, homes_of, listed, matter_of, office_of, standard_of, today
from giamngheo.review.papers.symbols import numbered_as
from giamngheo.review.papers.values import Listed, Signer
from giamngheo.review.papers.words import REQUESTS, Matter, Office, number, said
from giamngheo.review.permissions import Permission, require

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRequest


class Refused(NamedTuple):
    """What is refused and why. `asked_on` None: nobody asked in writing. `day` None: not signed."""

    office: Office
    matter: Matter
    village: str
    household: Listed
    asked: str
    asked_on: date | None
    reason: str
    day: date | None
    number: str
    symbol: str
    signer: Signer


def compose(data: Refused) -> OfficialDocument:
    """A letter to the family alone, so it may say the points that were found."""
    office, matter, home = data.office, data.matter, data.household
    person = "ông (bà)" if matter.of_persons else "hộ ông (bà)"
    asked = (
        f"Ngày {said(data.asked_on)}, {office.people} nhận được giấy {data.asked} của {person} {home.shown},"
        f" {data.village}. "
        if data.asked_on
        else f"{office.people} đã {matter.act} đối với {person} {home.shown}, {data.village}. "
    )
    return document(
        Boxes(
            doc_type="CV",
            issuer=office.issuer,
            locality=office.short_name,
            day=data.day,
            year=matter.year,
            number=data.number,
            symbol=data.symbol or "UBND",
            subject=f"V/v kết quả {matter.act} (không công nhận theo đề nghị)",
            addressees=(f"Ông (bà) {home.shown}, {data.village}",),
            body=(
                paragraph(
                    f"{asked}Sau khi rà soát, Chủ tịch {office.people} trả lời: không công nhận theo đề nghị,"
                    " vì các lý do sau:"
                ),
                *numbered(*((line, ()) for line in _reasons(data)), bold=False),
                paragraph(_afterwards(matter)),
            ),
            closing=f"{office.people} trả lời để gia đình được biết.",
            recipients=("Như trên", data.village, "Lưu: VT"),
            signers=((_authority(data.signer), data.signer.name or missing("người ký")),),
        )
    )


def _authority(signer: Signer) -> tuple[str, ...]:
    deputy = signer.post.strip().lower().startswith("phó")
    return ("TM. ỦY BAN NHÂN DÂN", *(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if deputy else ("CHỦ TỊCH",)))


def _reasons(data: Refused) -> list[str]:
    home, matter = data.household, data.matter
    lines = [" ".join(data.reason.split()).rstrip(".") + "."] if data.reason else [missing("lý do") + "."]
    if matter.of_poverty:
        lines.append(
            f"Kết quả khảo sát: điểm B1 (thu nhập) là {number(home.income_score, 'điểm B1')}, điểm B2 (thiếu hụt)"
            f" là {number(home.deprivation_score, 'điểm B2')}; kết quả là {matter.of_class(home.after)}."
        )
    else:
        income = format_money(home.income, "đồng") if home.income is not None else missing("thu nhập")
        lines.append(f"Thu nhập bình quân một người một tháng được xác định là {income}.")
    return lines


def _afterwards(matter: Matter) -> str:
    again = "việc xác định" if not matter.of_poverty else "việc rà soát thường xuyên"
    law = {
        RoundKind.LOW_INCOME_WORKER: "Nghị định số 30/2025/NĐ-CP",
        RoundKind.AVERAGE_LIVING_STANDARD: "khoản 2 Điều 3 Quyết định số 24/2021/QĐ-TTg",
    }.get(RoundKind(matter.kind), "điểm b khoản 1 Điều 3 Quyết định số 24/2021/QĐ-TTg")
    return (
        f"Khi hoàn cảnh thay đổi, gia đình có thể nộp giấy đề nghị mới; {again} được thực hiện từ ngày 15 hằng tháng"
        f" ({law})."
    )


def from_rows(user: User, pk: int) -> Read[Refused, DecisionItem]:
    """The refused item of a decision, with the request it answers."""
    item = (
        DecisionItem.objects.select_related(
            "decision__unit__parent__parent", "decision__document", "case__round", "case__village", "case__person",
            "case__request", "assessment",
        ).get(pk=pk, outcome=ItemOutcome.REFUSED, case__isnull=False)
    )  # fmt: skip
    decision, case = item.decision, item.case
    require(user, Permission.VIEW_REVIEW, decision.unit)
    if case is None:
        raise DecisionItem.DoesNotExist
    day = decision.signed_on or today()
    homes = homes_of(DecisionItem.objects.filter(pk=pk).order_by().values("household"), day)
    number_, symbol = numbered_as(decision.document)
    request: ReviewRequest | None = case.request
    data = Refused(
        office_of(decision.unit, day), matter_of(case.round), case.village.name,
        listed(case, item.assessment, homes, standard_of(case.round)), REQUESTS[request.form] if request else "",
        request.received_on if request else None, item.reason, decision.signed_on, number_, symbol,
        Signer(decision.signer, decision.signer_post),
    )  # fmt: skip
    return Read(data, item, decision.unit, 1)
