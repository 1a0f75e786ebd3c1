"""The commune chairman's letter to the higher level before the annual decision (QĐ 24/2021/QĐ-TTg Điều 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.keeping.above import unit_above
from giamngheo.review.models import HigherOpinion, Proposal
from giamngheo.review.papers import proposal as proposals
from giamngheo.review.papers.making import Boxes, document, missing, paragraph, romans
from giamngheo.review.papers.proposal import Proposed, results
from giamngheo.review.papers.reading import Read
from giamngheo.review.papers.symbols import numbered_as
from giamngheo.review.papers.values import total

if TYPE_CHECKING:
    from datetime import date

    from giamngheo.accounts.models import User


class Asked(NamedTuple):
    """A proposal of which the higher level is asked; `day` None and `symbol` "": the letter is not sent yet."""

    proposed: Proposed
    asked_of: str
    day: date | None
    number: str
    symbol: str


def compose(data: Asked) -> OfficialDocument:
    """The numbers alone; nobody is named. A letter, or a report where the register numbered it as one."""
    proposed, report = data.proposed, data.symbol.startswith("BC-")
    office, matter = proposed.office, proposed.matter
    count = f"{format_number(total(proposed.groups))} {matter.counted}"
    asked = f"Chủ tịch Ủy ban nhân dân {_lowered(data.asked_of)}" if data.asked_of else missing("cấp trên")
    return document(
        Boxes(
            doc_type="BC" if report else "CV",
            type_name="BÁO CÁO" if report else "",
            issuer=office.issuer,
            locality=office.short_name,
            day=data.day,
            year=matter.year,
            number=data.number,
            symbol=data.symbol or "UBND",
            subject=f"{'Xin' if report else 'V/v xin'} ý kiến về kết quả {matter.act}",
            addressees=(asked,),
            body=(
                paragraph(
                    "Thực hiện Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ,"
                    f" {office.people} đã {matter.act} đối với {count}; kết quả đã được họp dân, niêm yết công khai"
                    " và Ban Chỉ đạo rà soát của xã trình lên. Chủ tịch"
                    f" {office.people} báo cáo kết quả như sau:"
                ),
                *romans(
                    ("Kết quả rà soát", results(matter, proposed.groups)),
                    (
                        "Nội dung xin ý kiến",
                        [
                            paragraph(
                                f"Đề nghị {asked} cho ý kiến về kết quả trên trước khi {office.people} quyết định."
                            )
                        ],
                    ),
                ),
            ),
            closing=f"Chủ tịch {office.people} kính báo cáo.",
            recipients=("Như trên", "Ban Chỉ đạo rà soát", "Lưu: VT"),
            signers=((("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), missing("người ký")),),
        )
    )


def _lowered(unit: str) -> str:
    return unit[:1].lower() + unit[1:]


def from_rows(user: User, pk: int) -> Read[Asked, Proposal]:
    """A proposal, and the letter about it where one was sent."""
    read = proposals.from_rows(user, pk)
    opinion = HigherOpinion.objects.select_related("asked_of", "document").filter(proposal=pk).first()
    number, symbol = numbered_as(opinion.document if opinion else None)
    # Of a round of before 01/07/2025 the district is asked, whatever the unit that keeps its records lies in today.
    above = opinion.asked_of if opinion else unit_above(read.unit, read.subject.on)
    data = Asked(
        read.data,
        above.name if above else "",
        opinion.sent_on if opinion else None,
        number,
        symbol,
    )
    return Read(data, read.subject, read.unit, read.size)
