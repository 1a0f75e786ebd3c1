"""Minutes of a village meeting (QĐ 24/2021/QĐ-TTg Điều 4; title of Phụ lục V TT 07/2021/TT-BLĐTBXH), in two copies."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.paperwork.document import Node, OfficialDocument
from giamngheo.paperwork.writers.wording import ended
from giamngheo.review.models import VillageMeeting
from giamngheo.review.papers.making import Boxes, document, missing, numbered, paragraph, romans, table
from giamngheo.review.papers.reading import (
    Read,
    by_name,
    homes_of,
    listed,
    matter_of,
    office_of,
    round_for,
    standard_of,
)
from giamngheo.review.papers.values import Listed, Signer, named_apart
from giamngheo.review.papers.words import Matter, Office, capital, number, said
from giamngheo.review.procedure import rule

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Voted(NamedTuple):
    """A household's result and how the meeting voted on it. `note`: what was said of it."""

    household: Listed
    agreeing: int
    note: str = ""


class Minutes(NamedTuple):
    """A meeting. `attending`: persons present; `signers`: representatives of households who sign."""

    office: Office
    matter: Matter
    village: str
    number: int
    starts_at: datetime
    ends_at: datetime | None
    place: str
    chair: Signer
    secretary: str
    attending: int
    invited: int | None
    attendees: tuple[Signer, ...]
    votes: tuple[Voted, ...]
    opinions: str
    signers: tuple[str, ...]


def agreed(vote: Voted, attending: int) -> bool:
    """The share the law asks for: at least half of those attending."""
    return 2 * vote.agreeing >= attending > 0


def compose(data: Minutes) -> OfficialDocument:
    """The minutes, signed by the households' representatives, the secretary and the chair."""
    again = f" (lần {data.number})" if data.number > 1 else ""
    people = data.signers or (missing("đại diện hộ gia đình"),)
    return document(
        Boxes(
            doc_type="BB",
            type_name="BIÊN BẢN",
            issuer=(data.office.name.upper(), data.village.upper()),
            locality=data.office.short_name,
            day=data.starts_at.date(),
            subject=f"Họp {data.village} về kết quả {data.matter.act}{again}",
            body=romans(
                ("Thời gian, địa điểm, thành phần", _present(data)),
                ("Kết quả lấy ý kiến từng hộ", _votes(data)),
                ("Ý kiến tại cuộc họp", _opinions(data)),
                ("Kết luận", _conclusions(data)),
            ),
            closing=(
                f"Biên bản được lập thành 02 bản như nhau: 01 bản lưu tại thôn, 01 bản gửi {data.office.committee}."
            ),
            signers=(
                *((("ĐẠI DIỆN HỘ GIA ĐÌNH",), name) for name in people),
                (("THƯ KÝ",), data.secretary),
                (("CHỦ TRÌ",), data.chair.name),
            ),
        )
    )


def _present(data: Minutes) -> list[Node]:
    chair = f"{data.chair.name}, {data.chair.post}" if data.chair.post else data.chair.name
    invited = f"; số hộ được mời: {format_number(data.invited)}" if data.invited is not None else ""
    until = f" đến {_hour(data.ends_at)}" if data.ends_at else ""
    lines = [
        f"Thời gian: {_hour(data.starts_at)}{until}, ngày {said(data.starts_at.date())}.",
        f"Địa điểm: {data.place}.",
        f"Chủ trì: ông (bà) {chair}.",
        f"Thư ký: ông (bà) {data.secretary}.",
        f"Số người dự họp: {format_number(data.attending)}{invited}.",
    ]
    rows = [("STT", "Họ và tên", "Chức vụ, đại diện")]
    rows += [(str(at), each.name, each.post) for at, each in enumerate(data.attendees, 1)]
    below = [paragraph("Thành phần dự họp được ghi tên:"), table(rows)] if data.attendees else []
    return [*numbered(*((line, ()) for line in lines), level=2, bold=False), *below]


def _votes(data: Minutes) -> list[Node]:
    if not data.votes:
        return [paragraph(missing("kết quả lấy ý kiến từng hộ"))]
    rows = [("STT", data.matter.name_column, "Điểm B1", "Điểm B2", "Kết quả rà soát", "Số người đồng ý", "Kết luận")]
    names = named_apart([each.household for each in data.votes])
    for at, (name, vote) in enumerate(zip(names, data.votes, strict=True), 1):
        home = vote.household
        rows.append(
            (
                str(at),
                name,
                number(home.income_score, "B1"),
                number(home.deprivation_score, "B2"),
                capital(data.matter.of_class(home.after)),
                f"{format_number(vote.agreeing)}/{format_number(data.attending)}",
                "Thống nhất" if agreed(vote, data.attending) else "Khảo sát lại",
            )
        )
    return [table(rows)]


def _opinions(data: Minutes) -> list[Node]:
    said_of = [f"Về hộ {vote.household.shown}: {vote.note}" for vote in data.votes if vote.note]
    lines = [line.strip() for line in data.opinions.splitlines() if line.strip()]
    return [paragraph(ended(line, ".")) for line in (*lines, *said_of)] or [paragraph("Không ghi nhận ý kiến khác.")]


def _conclusions(data: Minutes) -> list[Node]:
    share = rule("consensus", data.matter.kind, data.matter.day)
    yes = sum(agreed(each, data.attending) for each in data.votes)
    lines = [
        f"Có {format_number(yes)} hộ được ít nhất {share.value} % số người dự họp đồng ý với kết quả"
        " và được đưa vào danh sách niêm yết.",
    ]
    if no := len(data.votes) - yes:
        lines.append(f"Có {format_number(no)} hộ chưa đạt tỷ lệ đồng ý này: khảo sát lại, sau đó họp lại.")
    return list(numbered(*((line, ()) for line in lines), level=2, bold=False)) if no else [paragraph(lines[0])]


def _hour(at: datetime) -> str:
    return f"{at.hour} giờ {at.minute:02}"


def from_rows(user: User, pk: int) -> Read[Minutes, VillageMeeting]:
    """The meeting, its votes on the results they were about, who was named."""
    meeting = VillageMeeting.objects.select_related("village").get(pk=pk)
    found = round_for(user, meeting.round_id)
    starts, ends = timezone.localtime(meeting.starts_at), meeting.ends_at and timezone.localtime(meeting.ends_at)
    votes = meeting.votes.select_related("assessment", "case__person")
    homes, standard = homes_of(votes.order_by().values("case__household"), starts.date()), standard_of(found)
    voted = [Voted(listed(each.case, each.assessment, homes, standard), each.agreeing, each.note) for each in votes]
    data = Minutes(
        office_of(found.unit, starts.date()), matter_of(found), meeting.village.name, meeting.number, starts, ends,
        meeting.place, Signer(meeting.chair, meeting.chair_post), meeting.secretary, meeting.attending,
        meeting.invited, tuple(Signer(each.name, each.post) for each in meeting.attendees.all()),
        tuple(sorted(voted, key=lambda each: by_name(each.household))), meeting.opinions,
        tuple(meeting.household_signers),
    )  # fmt: skip
    return Read(data, meeting, found.unit, len(voted))
