"""Minutes of a meeting of the steering committee as an official document (the boxes of NĐ 30/2020/NĐ-CP).

The layout of the body is ours: when, where, who; opinions; conclusions, each with who does it by when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from giamngheo.foundation.dates import format_date
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import (
    Line,
    Node,
    NodeKind,
    NumberStyle,
    OfficialDocument,
    Place,
    PlaceAndDate,
    Reference,
    Signature,
    SourceFormat,
)
from giamngheo.paperwork.writers.wording import MISSING_OPENS, ended, listed, printed_date, printed_reference

if TYPE_CHECKING:
    from giamngheo.programme.models import CommitteeMeeting, SteeringMember, Task

SIGN = "BB-BCĐ"


def minutes_of(
    meeting: CommitteeMeeting, attending: Sequence[SteeringMember], conclusions: Sequence[Task]
) -> OfficialDocument:
    """The minutes; without a number of the register the number is left to be written in."""
    unit, at = meeting.unit, Lines()
    symbol = meeting.document.symbol if meeting.document else ""
    number, _slash, sign = symbol.partition("/")
    shown = printed_reference(number, sign or SIGN)
    day = printed_date(unit.short_name, meeting.on.day, meeting.on.month, meeting.on.year)
    made = OfficialDocument(
        doc_type="BB",
        issuer=at.lines("ỦY BAN NHÂN DÂN", unit.name.upper(), "BAN CHỈ ĐẠO CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA"),
        motto=at.lines(f30.STATE_NAME, f30.STATE_MOTTO),
        reference=Reference(number, sign or SIGN, at.place(), shown, shown),
        place_and_date=PlaceAndDate(
            unit.short_name, meeting.on.day, meeting.on.month, meeting.on.year, at.place(), day, day
        ),
        type_name=at.line("BIÊN BẢN"),
        subject=at.line(f"Họp Ban Chỉ đạo: {meeting.subject}"),
        body=tuple(at.nodes(_body(meeting, attending, conclusions))),
        closing=at.line(ended("Biên bản đã được thông qua tại cuộc họp", f30.END_MARK)),
        recipients=at.lines(*listed(["Thành viên Ban Chỉ đạo", "Các chức danh được giao việc", "Lưu: BCĐ"])),
        source_format=SourceFormat.COMPOSED,
    )
    secretary = Signature(("THƯ KÝ",), meeting.secretary, at.place())
    chair = Signature(("CHỦ TRÌ",), meeting.chair.name, at.place())
    return made._replace(signature=chair, cosigners=(secretary,), source_lines=at.count)


def _body(
    meeting: CommitteeMeeting, attending: Sequence[SteeringMember], conclusions: Sequence[Task]
) -> tuple[Node, ...]:
    starts = f"{meeting.starts.hour} giờ {meeting.starts.minute:02}, " if meeting.starts else ""
    post = f", {meeting.chair.post}" if meeting.chair.post else ""
    present = [
        paragraph(f"Thời gian: {starts}ngày {format_date(meeting.on)}."),
        paragraph(f"Địa điểm: {ended(meeting.place, '.')}"),
        paragraph(f"Chủ trì: ông (bà) {meeting.chair.name}{post}."),
        paragraph(f"Thư ký: ông (bà) {meeting.secretary}."),
        table(("STT", "Họ và tên", "Chức vụ", "Trong Ban Chỉ đạo"),
               [(each.name, each.post, str(each.get_role_display())) for each in attending]),
        *(paragraph(f"Khách mời: {ended(each, '.')}") for each in meeting.guests.splitlines()),
    ]  # fmt: skip
    said = [paragraph(ended(each, ".")) for each in meeting.opinions.splitlines()]
    decided = [(each.title, each.post.name, format_date(each.due_on)) for each in conclusions]
    missing = paragraph(f"{MISSING_OPENS} kết luận]")
    return (
        heading("I.", "Thời gian, địa điểm, thành phần", present),
        heading("II.", "Ý kiến tại cuộc họp", said or [paragraph("Không ghi nhận ý kiến khác.")]),
        heading("III.", "Kết luận", [
            table(("STT", "Nội dung", "Người thực hiện", "Thời hạn"), decided) if decided else missing
        ]),
    )  # fmt: skip


def heading(number: str, title: str, below: Sequence[Node]) -> Node:
    """A part with a Roman number."""
    return Node(
        NodeKind.HEADING, title, number=number, style=NumberStyle.ROMAN, level=1, children=tuple(below), bold=True
    )


def paragraph(text: str) -> Node:
    """A sentence or more."""
    return Node(NodeKind.PARAGRAPH, text)


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Node:
    """Rows below a header, numbered from 1 in its first column."""
    return Node(NodeKind.TABLE, "", rows=(header, *((str(at), *row) for at, row in enumerate(rows, 1))))


class Lines:
    """Gives out line numbers in the order in which the document is read."""

    def __init__(self) -> None:
        self.count = 0

    def place(self, lines: int = 1) -> Place:
        self.count += lines
        return Place(self.count - lines + 1)

    def line(self, text: str) -> Line:
        return Line(text, self.place())

    def lines(self, *texts: str) -> tuple[Line, ...]:
        return tuple(self.line(each) for each in texts)

    def nodes(self, nodes: Sequence[Node]) -> Iterator[Node]:
        for node in nodes:
            place = self.place(max(1, len(node.rows)))
            yield node._replace(place=place, children=tuple(self.nodes(node.children)))
