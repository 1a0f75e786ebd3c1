"""The certificate of a poor or near-poor household, one box a year (QĐ 24/2021/QĐ-TTg, Mẫu 03: its fields as read; the
layout is ours). One household's, or those of a whole round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import QuerySet
from django.utils import translation

from giamngheo.foundation import citizen_id
from giamngheo.households.ethnic_groups import ethnic_groups
from giamngheo.households.models import Address, LeftAs, Membership, Relation, Sex
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.certificate import Box, Field
from giamngheo.paperwork.certificate import Certificate as Sheet
from giamngheo.paperwork.certificate.value import DOTS
from giamngheo.paperwork.writers.wording import printed_date
from giamngheo.review.keeping.due_certificates import corrections_of
from giamngheo.review.models import (
    Certificate,
    CertificateYear,
    DecisionItem,
    ItemOutcome,
    PovertyClass,
    ReviewRound,
)
from giamngheo.review.papers.making import missing
from giamngheo.review.papers.reading import Read, indicator_numbers, office_of, round_for
from giamngheo.review.papers.words import Office, capital, said
from giamngheo.review.permissions import Permission, require
from giamngheo.standards import NoStandardError, by_key, on
from giamngheo.standards.standard import Standard

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_COLUMNS = ("STT", "Họ và tên", "Dân tộc", "Quan hệ với chủ hộ", "Năm sinh nam", "Năm sinh nữ", "Ghi chú thay đổi")
_NOTES = (
    "Kết quả rà soát định kỳ được ghi vào ô của năm sau năm rà soát và dùng cho chính sách của năm đó.",
    "Thay đổi thành viên được ghi vào bảng khi có giấy tờ (kết hôn, khai sinh và giấy tờ khác).",
)


_CLASSES: dict[str, str] = {PovertyClass.POOR: "hộ nghèo", PovertyClass.NEAR_POOR: "hộ cận nghèo"}
_NO_CLASS = "không thuộc hộ nghèo, hộ cận nghèo"


class Member(NamedTuple):
    """Somebody of the household. `birth`: YYYYMMDD or YYYY0000, None unknown; `note`: how they came or left."""

    name: str
    ethnic_group: str
    relation: str
    sex: str
    birth: int | None
    note: str = ""


class Year(NamedTuple):
    """A signed box. `deprivations`: numbers of the indicators. `corrected`: by which later decision, to what; or that
    the box itself is by a decision that put an earlier one right."""

    year: int
    value: str
    deprivations: tuple[int, ...]
    signed_on: date
    signer: str
    deputy: bool = False
    corrected: str = ""


class Certified(NamedTuple):
    """A certificate. `number_shown`: the id as it is to be seen. `first_year` to `last_year`: the boxes, signed or not.

    `indicators`: their names in the certificate's order; () where the standard's list is not known.
    """

    office: Office
    number: int
    head: Member | None
    number_shown: str
    address: str
    members: tuple[Member, ...]
    years: tuple[Year, ...]
    first_year: int
    last_year: int
    indicators: tuple[str, ...]


def compose(data: Certified) -> Sheet:
    """The two sides of the sheet."""
    head = data.head
    return Sheet(
        issuer=data.office.issuer,
        state=(f30.STATE_NAME, f30.STATE_MOTTO),
        number=f"Số: {f30.padded_number(str(data.number))}/GCN-HN.HCN",
        title=("GIẤY CHỨNG NHẬN", "HỘ NGHÈO, HỘ CẬN NGHÈO"),
        fields=(
            Field("Họ và tên chủ hộ", head.name if head else missing("chủ hộ")),
            Field("Dân tộc", (head.ethnic_group if head else "") or missing("dân tộc")),
            Field("Số định danh cá nhân (CCCD, CMND)", data.number_shown or missing("số định danh")),
            Field("Ngày cấp"),  # not kept in the register: written in from the card
            Field("Nơi thường trú", data.address or missing("nơi thường trú")),
        ),
        people_title="I. THÀNH VIÊN CỦA HỘ",
        columns=_COLUMNS,
        people=tuple(_row(at, each) for at, each in enumerate(data.members, 1)),
        boxes_title="II. KẾT QUẢ PHÂN LOẠI HẰNG NĂM",
        boxes=tuple(_box(year, data) for year in range(data.first_year, data.last_year + 1)),
        notes=(*(each.corrected for each in data.years if each.corrected), *_legend(data.indicators), *_NOTES),
    )


def _row(at: int, member: Member) -> tuple[str, ...]:
    year = str(member.birth // 10_000) if member.birth else missing("năm sinh")
    man, woman = (year if member.sex == sex else "" for sex in (Sex.MALE, Sex.FEMALE))
    note = member.note
    if not (man or woman):
        note = "; ".join(filter(None, (f"sinh năm {year}, {missing('nam, nữ')}", note)))
    return str(at), member.name, member.ethnic_group, capital(member.relation), man, woman, note


def _box(year: int, data: Certified) -> Box:
    signed = next((each for each in data.years if each.year == year), None)
    marks = tuple(bool(signed) and at in signed.deprivations for at in range(1, len(data.indicators) + 1))  # type: ignore[union-attr]
    if signed is None:
        where = f"{data.office.short_name}, ngày {DOTS * 2} tháng {DOTS * 2} năm {DOTS * 3}"
        return Box(f"NĂM {year}", _ticks(""), _caption(data), marks, where, ("CHỦ TỊCH",))
    day = signed.signed_on
    return Box(
        f"NĂM {year}", _ticks(signed.value), _caption(data), marks,
        printed_date(data.office.short_name, day.day, day.month, day.year),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if signed.deputy else ("CHỦ TỊCH",), signed.signer,
    )  # fmt: skip


def _ticks(value: str) -> tuple[tuple[str, bool], ...]:
    return ("Hộ nghèo (N)", value == PovertyClass.POOR), ("Hộ cận nghèo (CN)", value == PovertyClass.NEAR_POOR)


def _caption(data: Certified) -> str:
    return "Chỉ số thiếu hụt:" if data.indicators else f"Chỉ số thiếu hụt: {missing('danh sách chỉ số')}"


def _legend(indicators: Sequence[str]) -> tuple[str, ...]:
    if not indicators:
        return ()
    return ("Chỉ số thiếu hụt: " + "; ".join(f"{at} {name}" for at, name in enumerate(indicators, 1)) + ".",)


def from_rows(user: User, pk: int, *, masked: bool = True) -> Read[tuple[Certified, ...], Certificate]:
    """One certificate. `masked`: ids with their last four digits only; whole ids take SEE_CITIZEN_ID."""
    found = Certificate.objects.select_related("unit__parent__parent").get(pk=pk)
    require(user, Permission.VIEW_REVIEW if masked else Permission.SEE_CITIZEN_ID, found.unit)
    made = _read(Certificate.objects.filter(pk=pk), masked=masked)
    return Read(made, found, found.unit, len(made))


def of_round(
    user: User, pk: int, *, masked: bool = True, most: int | None = None
) -> Read[tuple[Certified, ...], ReviewRound]:
    """The certificates whose box was signed by decisions of a round, by village and name of the head; the first `most`
    of them alone to look at."""
    found = round_for(user, pk, Permission.VIEW_REVIEW if masked else Permission.SEE_CITIZEN_ID)
    made = _read(certificates_of(found), masked=masked, most=most)
    return Read(made, found, found.unit, len(made) if most is None else certificates_of(found).count())


def counted(user: User, pk: int, village: int | None = None) -> int:
    """How many certificates of the round there are to print."""
    return certificates_of(round_for(user, pk)).count()


def certificates_of(found: ReviewRound) -> QuerySet[Certificate]:
    """Certificates with a box by a decision of the round, which no later one replaced."""
    signed = CertificateYear.objects.filter(item__decision__round=found).order_by().values("certificate")
    return Certificate.objects.filter(pk__in=signed, replaced_by=None)


class _Homes(NamedTuple):
    members: dict[int, list[Membership]]
    addresses: dict[int, list[Address]]


def _read(certificates: QuerySet[Certificate], *, masked: bool, most: int | None = None) -> tuple[Certified, ...]:
    """Five queries, however many there are."""
    rows = list(certificates.select_related("unit__parent__parent"))
    years: dict[int, list[CertificateYear]] = {}
    signed = CertificateYear.objects.filter(certificate__in=certificates.order_by().values("pk"))
    for each in signed.select_related("item__case__round", "item__decision__document").order_by("year", "id"):
        years.setdefault(each.certificate_id, []).append(each)
    homes = _homes(certificates.order_by().values("household"))
    corrected = corrections_of([each.item_id for of_one in years.values() for each in of_one])
    some = sorted(rows, key=lambda each: _key(each, homes))[:most]
    return tuple(_certified(each, years.get(each.pk, []), homes, corrected, masked=masked) for each in some)


def _homes(households: QuerySet[Certificate, Any]) -> _Homes:
    members: dict[int, list[Membership]] = {}
    rows = Membership.objects.filter(household__in=households).select_related("person")
    for each in rows.order_by("valid_from", "person__birth", "person__sort_key", "id"):
        members.setdefault(each.household_id, []).append(each)
    addresses: dict[int, list[Address]] = {}
    for lived in Address.objects.filter(household__in=households).select_related("village").order_by("valid_from"):
        addresses.setdefault(lived.household_id, []).append(lived)
    return _Homes(members, addresses)


def _key(each: Certificate, homes: _Homes) -> tuple[str, str, int]:
    lived, heads = homes.addresses.get(each.household_id, []), homes.members.get(each.household_id, [])
    head = next((row for row in reversed(heads) if row.relation == Relation.HEAD), None)
    return lived[-1].village.code if lived else "~", head.person.sort_key if head else "~", each.pk


def _certified(
    certificate: Certificate, signed: Sequence[CertificateYear], homes: _Homes, corrected: dict[int, DecisionItem],
    *, masked: bool,
) -> Certified:  # fmt: skip
    day = max([certificate.issued_on, *(each.signed_on for each in signed)])
    rows = homes.members.get(certificate.household_id, [])
    head = next((each for each in reversed(rows) if each.relation == Relation.HEAD and _holds(each, day)), None)
    office = office_of(certificate.unit, day)
    first = min((each.year for each in signed), default=certificate.year)
    standard = next((_standard(each.item) for each in reversed(signed)), None) or _in_force(first)
    shown = head.person.citizen_id if head else ""
    return Certified(
        office, certificate.number, _member(head, certificate.issued_on, day) if head else None,
        citizen_id.mask(shown) if masked else citizen_id.grouped(shown),
        _address(homes.addresses.get(certificate.household_id, []), day, office),
        tuple(_members(rows, certificate.issued_on, day)), tuple(_years(signed, corrected)), first,
        max(_last_year(first), *(each.year for each in signed), first), _titles(standard),
    )  # fmt: skip


def _years(signed: Iterable[CertificateYear], corrected: dict[int, DecisionItem]) -> Iterable[Year]:
    """The last word on each year."""
    for each in {row.year: row for row in signed}.values():
        item = each.item
        deputy = item.decision.signer_post.strip().lower().startswith("phó")
        numbers = indicator_numbers(_standard(item), item.deprivations)
        told = _corrected(each, corrected.get(item.pk))
        yield Year(each.year, item.given, numbers, each.signed_on, each.signer, deputy, told)


def _corrected(box: CertificateYear, by: DecisionItem | None) -> str:
    """Nobody should trust a box that a later decision put right, nor wonder why a box differs from the first."""
    if by is not None:
        what = f"Ô năm {box.year} đã được đính chính bằng Quyết định {by.decision.document}"
        return f"{what} ngày {said(by.decision.signed_on)}: {_CLASSES.get(by.given, _NO_CLASS)}."
    if box.item.outcome == ItemOutcome.CORRECTED:
        return f"Ô năm {box.year} ghi theo quyết định đính chính {box.item.decision.document}."
    return ""


def _members(rows: Sequence[Membership], issued_on: date, day: date) -> Iterable[Member]:
    """Who was a member on the day it was issued or later, the head first, then by birth; each person once."""
    last = {each.person_id: each for each in rows if _touches(each, issued_on, day)}
    order = sorted(
        last.values(),
        key=lambda each: (each.relation != Relation.HEAD, each.person.birth or 99_999_999, each.person.sort_key),
    )
    first = {each.person_id: each.valid_from for each in reversed(rows)}
    return [_member(each, issued_on, day, since=first[each.person_id]) for each in order]


def _member(row: Membership, issued_on: date, day: date, *, since: date | None = None) -> Member:
    person, notes = row.person, []
    if since is not None and since > issued_on:
        notes.append(f"vào hộ từ ngày {said(since)}")
    if row.valid_to is not None and row.valid_to < day:
        why = f" ({_said(LeftAs, row.left_as)})" if row.left_as else ""
        notes.append(f"ra khỏi hộ từ ngày {said(row.valid_to + timedelta(days=1))}{why}")
    return Member(
        person.full_name, ethnic_groups().get(person.ethnic_group, ""), _said(Relation, row.relation), person.sex,
        person.birth, "; ".join(notes),
    )  # fmt: skip


def _holds(row: Membership, day: date) -> bool:
    return row.valid_from <= day and (row.valid_to is None or row.valid_to >= day)


def _touches(row: Membership, issued_on: date, day: date) -> bool:
    return row.valid_from <= day and (row.valid_to is None or row.valid_to >= issued_on)


@cache
def _said(kind: type[Relation] | type[LeftAs], value: str) -> str:
    with translation.override("vi"):
        return str(kind(value).label)


def _address(lived: Sequence[Address], day: date, office: Office) -> str:
    here = next((each for each in reversed(lived) if each.valid_from <= day), None)
    if here is None:
        return ""
    above = office.above[:1].lower() + office.above[1:]
    return ", ".join(filter(None, (here.line, here.village.name, office.called, above)))


def _standard(item: DecisionItem) -> Standard | None:
    case = item.case
    if case is None:
        return None
    try:
        return by_key(case.round.standard, case.round.judged_on, case.round.province)
    except NoStandardError:
        return None


@cache
def _in_force(year: int) -> Standard | None:
    try:
        return on(date(year, 1, 1))
    except NoStandardError:
        return None


def _last_year(first: int) -> int:
    """The last year of the standard in force in the first year: until then a certificate has boxes."""
    standard = _in_force(first)
    return standard.release.periods[-1].end.year if standard else first


def _titles(standard: Standard | None) -> tuple[str, ...]:
    if standard is None:
        return ()
    return tuple(standard.held[name].concept.title.vi for name in standard.indicators)
