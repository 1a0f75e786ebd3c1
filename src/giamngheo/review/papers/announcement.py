"""What the loudspeaker says while a list is posted (QĐ 24/2021/QĐ-TTg Điều 4): where it hangs, until when; no names."""

from __future__ import annotations

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.papers.making import Boxes, document, missing, numbered, paragraph
from giamngheo.review.papers.posted_list import Posted, days_of, from_rows, objecting, places_of
from giamngheo.review.papers.values import count_of
from giamngheo.review.papers.words import said

__all__ = ["Posted", "compose", "from_rows"]


def compose(data: Posted) -> OfficialDocument:
    """The notice, in sentences short enough to be read aloud."""
    matter, office = data.matter, data.office
    whose = f" của {data.village}" if data.village else ""
    again = " sau phúc tra" if data.again else ""
    opening = (
        f"{office.committee} thông báo đến bà con: kết quả {matter.act}{again}{whose} đã được niêm yết từ ngày"
        f" {said(data.starts_on)}."
    )
    count = f"{format_number(len(data.households))} {matter.counted}"
    lines = [
        f"Nơi xem danh sách: {'; '.join(places_of(data))}.",
        f"Thời gian niêm yết: {days_of(data)}.",
        f"Danh sách có {count}: {count_of(matter, data.households)}.",
    ]
    objections = [node.text for node in objecting(data)]
    return document(
        Boxes(
            doc_type="TB",
            type_name="THÔNG BÁO",
            issuer=office.committee_issuer,
            locality=office.short_name,
            day=data.starts_on,
            symbol="TB-BCĐ",
            subject=f"Niêm yết kết quả {matter.act}{again}{whose}",
            body=(
                paragraph(opening),
                *numbered(*((line, ()) for line in (*lines, *objections)), bold=False),
            ),
            closing="Đề nghị bà con xem danh sách và gửi ý kiến đúng hạn.",
            recipients=("Các thôn, để phát trên loa truyền thanh", "Lưu: BCĐ"),
            signers=((("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), data.head.name or missing("trưởng ban")),),
        )
    )
