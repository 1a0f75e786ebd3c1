"""The list posted in a village (QĐ 24/2021/QĐ-TTg Điều 4): results alone, and how to object.

Never on it: ids, births, ethnic group, disability, scores, what a household lacks.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.foundation.workdays import working_days_between
from giamngheo.paperwork.document import Node, OfficialDocument
from giamngheo.review.models import Posting
from giamngheo.review.papers.making import Boxes, document, missing, numbered, paragraph, romans
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
from giamngheo.review.papers.values import Column, Listed, Signer, count_of, list_table
from giamngheo.review.papers.words import Matter, Office, capital, said
from giamngheo.review.procedure import rule

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class Posted(NamedTuple):
    """A posting. `village` "": posted at the commune's office for the whole commune. `places`: where it hangs."""

    office: Office
    matter: Matter
    village: str
    again: bool
    starts_on: date
    ends_on: date
    places: str
    households: tuple[Listed, ...]
    head: Signer


def compose(data: Posted) -> OfficialDocument:
    """The sheet on the wall."""
    matter = data.matter
    columns: list[Column] = [
        ("Trước rà soát", lambda each: matter.was(each.before)),
        ("Kết quả rà soát", lambda each: capital(matter.of_class(each.after))),
    ]
    return sheet(data, columns)


def sheet(data: Posted, columns: list[Column]) -> OfficialDocument:
    """What every posted list says, with the columns of its path."""
    where = f", {data.village}" if data.village else ""
    again = " sau phúc tra" if data.again else ""
    return document(
        Boxes(
            doc_type="",
            type_name="DANH SÁCH NIÊM YẾT",
            issuer=data.office.committee_issuer,
            locality=data.office.short_name,
            day=data.starts_on,
            subject=f"Kết quả {data.matter.act}{again}{where}",
            body=romans(
                ("Niêm yết", _times(data)),
                ("Kết quả", _results(data, columns)),
                ("Cách gửi ý kiến, khiếu nại", objecting(data)),
            ),
            closing=f"Danh sách có {format_number(len(data.households))} {data.matter.counted}.",
            recipients=(*places_of(data), "Lưu: BCĐ"),
            signers=((("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), data.head.name or missing("trưởng ban")),),
        )
    )


def places_of(data: Posted) -> tuple[str, ...]:
    """The places, one for each line or part that was written."""
    parts = [part.strip(" .;-") for line in data.places.splitlines() for part in line.split(";")]
    return tuple(capital(part) for part in parts if part) or (missing("nơi niêm yết"),)


def days_of(data: Posted) -> str:
    """ "3 ngày làm việc, đến hết ngày 10/9/2026"."""
    days = working_days_between(data.starts_on, data.ends_on)
    return f"{format_number(days)} ngày làm việc, đến hết ngày {said(data.ends_on)}"


def _times(data: Posted) -> list[Node]:
    lines = (
        f"Nơi niêm yết: {'; '.join(places_of(data))}.",
        f"Ngày niêm yết: {said(data.starts_on)}.",
        f"Thời gian niêm yết: {days_of(data)}.",
    )
    return list(numbered(*((line, ()) for line in lines), level=2, bold=False))


def _results(data: Posted, columns: list[Column]) -> list[Node]:
    if not data.households:
        return [paragraph(missing("kết quả rà soát"))]
    return [
        paragraph(f"Kết quả của {format_number(len(data.households))} {data.matter.counted}: {_counts(data)}."),
        list_table(data.matter, data.households, columns),
    ]


def _counts(data: Posted) -> str:
    return count_of(data.matter, data.households)


def objecting(data: Posted) -> list[Node]:
    """Where to, until when, and what follows."""
    matter = data.matter
    recheck = rule("recheck_within", matter.kind, matter.day)
    lines = [
        f"Ai không đồng ý với kết quả gửi ý kiến, khiếu nại đến {data.office.committee}, tại trụ sở"
        f" {data.office.people}, trước khi hết ngày {said(data.ends_on)}.",
        f"Ban Chỉ đạo phúc tra trong thời gian không quá {recheck.value:02} ngày làm việc kể từ ngày nhận được.",
    ]
    if matter.of_poverty:
        posting = rule("posting", matter.kind, matter.day)
        lines.append(f"Kết quả phúc tra được niêm yết lại {posting.value:02} ngày làm việc.")
    return list(numbered(*((line, ()) for line in lines), level=2, bold=False))


def from_rows(user: User, pk: int) -> Read[Posted, Posting]:
    """A posting and its items, each with the result that was posted."""
    posting = Posting.objects.select_related("village").get(pk=pk)
    found = round_for(user, posting.round_id)
    items = posting.items.select_related("case__person", "case__village", "assessment")
    homes, standard = homes_of(items.order_by().values("case__household"), posting.starts_on), standard_of(found)
    groups = grouped((each.case, listed(each.case, each.assessment, homes, standard)) for each in items)
    households = tuple(each for group in groups for each in group.households)
    data = Posted(
        office_of(found.unit, posting.starts_on), matter_of(found), posting.village.name if posting.village else "",
        posting.after_recheck, posting.starts_on, posting.ends_on, posting.places, households, head_of(found),
    )  # fmt: skip
    return Read(data, posting, found.unit, len(households))
