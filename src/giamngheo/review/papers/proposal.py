"""The committee's proposal to the commune's chairman with the list after posting (title of Phụ lục VI,
TT 07/2021/TT-BLĐTBXH; in the income paths the same without points)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.numbers.printing import format_money, format_number
from giamngheo.paperwork.document import Node, OfficialDocument
from giamngheo.review.models import Proposal
from giamngheo.review.papers.bases import bases_of
from giamngheo.review.papers.making import Boxes, appendix, document, missing, paragraph, romans
from giamngheo.review.papers.reading import (
    Read,
    grouped,
    head_of,
    homes_of,
    listed,
    matter_of,
    office_of,
    round_for,
    standard_of,
)
from giamngheo.review.papers.values import (
    Column,
    Group,
    Signer,
    change_table,
    count_of,
    counts_table,
    every,
    list_table,
    total,
)
from giamngheo.review.papers.words import Matter, Office, capital, number, said

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Proposed(NamedTuple):
    """What is handed up on `day`, by village. `postings`: first day put up and last day, of the lists they stood on."""

    office: Office
    matter: Matter
    number: int
    day: date
    groups: tuple[Group, ...]
    postings: tuple[tuple[date, date], ...]
    head: Signer


def compose(data: Proposed) -> OfficialDocument:
    """The proposal with its list as an appendix."""
    matter, households = data.matter, every(data.groups)
    count = f"{format_number(total(data.groups))} {matter.counted}"
    again = f" (lần {data.number})" if data.number > 1 else ""
    sections = [("Kết quả", results(matter, data.groups)), ("Đề nghị", [paragraph(_asked(data, count))])]
    return document(
        Boxes(
            doc_type="TTr",
            type_name="TỜ TRÌNH",
            issuer=data.office.committee_issuer,
            locality=data.office.short_name,
            day=data.day,
            symbol="TTr-BCĐ",
            subject=f"Đề nghị công nhận kết quả {matter.act}{again}",
            addressees=(f"Chủ tịch {data.office.people}",),
            bases=bases_of(matter),
            body=(
                paragraph(
                    f"{data.office.committee} đã thực hiện {matter.act} đối với {count}{_posted(data)}. Ban Chỉ đạo"
                    " báo cáo kết quả và đề nghị như sau:"
                ),
                *romans(*sections),
            ),
            closing=f"{data.office.committee} kính trình Chủ tịch {data.office.people} xem xét, quyết định.",
            recipients=("Như trên", "Thành viên Ban Chỉ đạo", "Lưu: BCĐ"),
            signers=((("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), data.head.name or missing("trưởng ban")),),
            appendices=(appendix(f"Danh sách kết quả {matter.act}", *lists(matter, data.groups)),)
            if households
            else (),
        )
    )


def results(matter: Matter, groups: tuple[Group, ...]) -> list[Node]:
    """The counts: by village, and from which class to which."""
    households = every(groups)
    if not households:
        return [paragraph(missing("kết quả"))]
    found = [
        paragraph(f"Kết quả của {format_number(len(households))} {matter.counted}: {count_of(matter, households)}."),
        counts_table(matter, groups, f"Số {matter.counted}"),
    ]
    if matter.of_poverty:
        found += [paragraph("So với trước khi rà soát:"), change_table(matter, households)]
    return found


def lists(matter: Matter, groups: tuple[Group, ...]) -> tuple[Node, ...]:
    """The households by village with what was found."""
    columns: list[Column] = [("Nơi ở", lambda each: each.address)]
    if matter.of_poverty:
        columns += [
            ("Trước rà soát", lambda each: matter.was(each.before)),
            ("Điểm B1", lambda each: number(each.income_score, "B1")),
            ("Điểm B2", lambda each: number(each.deprivation_score, "B2")),
            ("Kết quả", lambda each: capital(matter.of_class(each.after))),
        ]
    else:
        columns += [
            ("Thu nhập một người một tháng", lambda each: _income(each.income)),
            ("Kết quả", lambda each: capital(matter.of_class(each.after))),
        ]
    return romans(*((group.village, [list_table(matter, group.households, columns)]) for group in groups))


def _income(dong: int | None) -> str:
    return format_money(dong, "đồng") if dong is not None else missing("thu nhập")


def _posted(data: Proposed) -> str:
    if not data.postings:
        return ""
    first, last = min(start for start, _ in data.postings), max(end for _, end in data.postings)
    return f"; kết quả đã niêm yết từ ngày {said(first)} đến hết ngày {said(last)}"


def _asked(data: Proposed, count: str) -> str:
    return (
        f"Đề nghị Chủ tịch {data.office.people} xem xét, quyết định kết quả của {count} nêu trên"
        " (danh sách từng thôn ở phụ lục kèm theo)."
    )


def from_rows(user: User, pk: int) -> Read[Proposed, Proposal]:
    """A proposal, its items with the results handed up, and the postings those stood on."""
    proposal = Proposal.objects.get(pk=pk)
    found = round_for(user, proposal.round_id)
    items = proposal.items.select_related("case__person", "case__village", "assessment")
    homes, standard = homes_of(items.order_by().values("case__household"), proposal.on), standard_of(found)
    groups = grouped((each.case, listed(each.case, each.assessment, homes, standard)) for each in items)
    stood = found.postings.filter(items__assessment__in=items.order_by().values("assessment"))
    days = stood.order_by().values_list("starts_on", "ends_on").distinct()
    data = Proposed(
        office_of(found.unit, proposal.on), matter_of(found), proposal.number, proposal.on, groups, tuple(days),
        head_of(found),
    )  # fmt: skip
    return Read(data, proposal, found.unit, total(groups))
