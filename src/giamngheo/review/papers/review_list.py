"""The list of households to review (QĐ 24/2021/QĐ-TTg Điều 4; title of Phụ lục I TT 07/2021/TT-BLĐTBXH)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.review.models.kinds import CaseState
from giamngheo.review.papers.making import Boxes, document, missing, paragraph, romans
from giamngheo.review.papers.reading import Read, cases_of, groups_of, head_of, matter_of, office_of, round_for, today
from giamngheo.review.papers.values import Group, Signer, every, list_table, total
from giamngheo.review.papers.words import SOURCES, Matter, Office, capital, number, said

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.review.models import ReviewRound


class ReviewList(NamedTuple):
    """Who is to be reviewed, by village; `day`: as of when."""

    office: Office
    matter: Matter
    day: date
    groups: tuple[Group, ...]
    head: Signer


def compose(data: ReviewList) -> OfficialDocument:
    """The list as the steering committee signs it."""
    matter, count = data.matter, total(data.groups)
    columns = [
        ("Nơi ở", lambda each: each.address),
        ("Số nhân khẩu", lambda each: number(each.people)),
        ("Loại hộ hiện nay", lambda each: matter.was(each.before)),
        ("Lý do rà soát", lambda each: capital(SOURCES[each.why])),
    ]
    sections = [
        (f"{group.village} ({_size(group)})", [list_table(matter, group.households, columns)]) for group in data.groups
    ]
    return document(
        Boxes(
            doc_type="",
            type_name="DANH SÁCH",
            issuer=data.office.committee_issuer,
            locality=data.office.short_name,
            day=data.day,
            subject=f"{capital(matter.counted)} đưa vào {matter.act}",
            body=(paragraph(_opening(data)), *romans(*sections)),
            closing=f"Danh sách có tất cả {format_number(count)} {matter.counted}.",
            recipients=("Các thôn", "Rà soát viên", "Lưu: BCĐ"),
            signers=((("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"), data.head.name or missing("trưởng ban")),),
        )
    )


def _opening(data: ReviewList) -> str:
    matter, listed = data.matter, every(data.groups)
    parts = [
        f"{format_number(number)} {matter.counted} {SOURCES[why]}"
        for why in SOURCES
        if (number := sum(each.why == why for each in listed))
    ]
    villages = f"{format_number(len(data.groups))} thôn"
    start = f"{data.office.committee} lập danh sách {format_number(len(listed))} {matter.counted} ở {villages} để"
    reasons = f", gồm: {'; '.join(parts)}" if parts else ""
    return f"{start} {matter.act}, tính đến ngày {said(data.day)}{reasons}."


def _size(group: Group) -> str:
    people = [each.people for each in group.households if each.people is not None]
    return f"{format_number(len(group.households))} hộ, {format_number(sum(people))} nhân khẩu"


def from_rows(user: User, pk: int, village: int | None = None) -> Read[ReviewList, ReviewRound]:
    """The cases of a round that were not withdrawn, as of today; of one village when asked."""
    found, day = round_for(user, pk), today()
    cases = cases_of(found).exclude(state=CaseState.WITHDRAWN)
    if village is not None:
        cases = cases.filter(village=village)
    groups = groups_of(cases, day, found)
    data = ReviewList(office_of(found.unit, day), matter_of(found), day, groups, head_of(found))
    return Read(data, found, found.unit, total(groups))
