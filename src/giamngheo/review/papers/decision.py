"""The chairman's decision of recognition with its list, and the decision that corrects one (QĐ 24/2021/QĐ-TTg Điều 4-5,
list by Mẫu 02; NĐ 30/2025/NĐ-CP, Mẫu 02: the layout of neither was seen)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from giamngheo.foundation.numbers.printing import format_number
from giamngheo.paperwork.document import Node, OfficialDocument
from giamngheo.review.models import Decision, DecisionItem, DecisionKind, ItemOutcome
from giamngheo.review.papers.bases import bases_of, request_of
from giamngheo.review.papers.making import Boxes, appendix, articles, document, missing, paragraph, romans, table
from giamngheo.review.papers.reading import (
    Homes,
    Read,
    by_name,
    homes_of,
    indicator_numbers,
    matter_of,
    office_of,
    standard_of,
    today,
)
from giamngheo.review.papers.symbols import numbered_as
from giamngheo.review.papers.values import (
    Column,
    Group,
    Listed,
    Signer,
    change_table,
    count_of,
    counts_table,
    every,
    list_table,
    total,
)
from giamngheo.review.papers.words import Matter, Office, capital, said
from giamngheo.review.permissions import Permission, require

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.standards.standard import Standard


class Corrected(NamedTuple):
    """A household whose class another decision gave: what that said, what it shall be."""

    village: str
    household: Listed
    was: str


class Decided(NamedTuple):
    """A decision. `day` None: not signed. `corrects`: symbol and day of the decision it puts right; "" none."""

    office: Office
    matter: Matter
    day: date | None
    number: str
    symbol: str
    effective_from: date
    groups: tuple[Group, ...]
    signer: Signer
    proposed_on: date | None = None
    corrects: str = ""
    corrected_on: date | None = None
    reason: str = ""
    corrected: tuple[Corrected, ...] = ()


def compose(data: Decided) -> OfficialDocument:
    """The decision: Điều 1 to 3 and the list, or what it corrects."""
    office, correction = data.office, bool(data.corrects)
    return document(
        Boxes(
            doc_type="QĐ",
            type_name="QUYẾT ĐỊNH",
            issuer=office.issuer,
            locality=office.short_name,
            day=data.day,
            year=data.matter.year,
            number=data.number,
            symbol=data.symbol or "QĐ-UBND",
            subject=_correction_subject(data) if correction else f"Công nhận kết quả {data.matter.act}",
            enacted_by=f"CHỦ TỊCH {office.people.upper()}",
            bases=(*bases_of(data.matter), _asked_by(data)),
            enacting="QUYẾT ĐỊNH:",
            body=articles(*(_corrections(data) if correction else _recognitions(data))),
            recipients=("Như Điều 3", "Thành viên Ban Chỉ đạo rà soát", "Lưu: VT"),
            signers=((_authority(data.signer), data.signer.name or missing("người ký")),),
            appendices=() if correction else (_list(data),),
        )
    )


def _asked_by(data: Decided) -> str:
    on = f" tại Tờ trình ngày {said(data.proposed_on)}" if data.proposed_on else ""
    return f"{request_of(data.office)}{on}"


def _authority(signer: Signer) -> tuple[str, ...]:
    """A deputy signs for the chairman."""
    return ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH") if signer.post.strip().lower().startswith("phó") else ("CHỦ TỊCH",)


def _recognitions(data: Decided) -> list[tuple[str, list[Node]]]:
    matter, households = data.matter, every(data.groups)
    count = f"{format_number(len(households))} {matter.counted}"
    found = count_of(matter, households)
    numbers: list[Node] = [counts_table(matter, data.groups, f"Số {matter.counted}")]
    if matter.of_poverty:
        numbers += [paragraph("So với trước khi rà soát:"), change_table(matter, households)]
    return [
        (f"Công nhận kết quả {matter.act} của {count}: {found} (danh sách ở phụ lục kèm theo).", numbers),
        (_from_when(data), []),
        (_executed(data), []),
    ]


def _from_when(data: Decided) -> str:
    given = f"Kết quả công nhận tại Điều 1 được áp dụng từ ngày {said(data.effective_from)}."
    if not data.matter.of_poverty:
        return given
    return (
        f"{given} {data.office.people} cấp Giấy chứng nhận hộ nghèo, hộ cận nghèo, hoặc ghi kết quả vào ô của năm"
        " trên Giấy chứng nhận đã cấp, cho hộ được công nhận là hộ nghèo, hộ cận nghèo."
    )


def _executed(data: Decided) -> str:
    who = "người lao động" if data.matter.of_persons else "hộ gia đình"
    return (
        f"Quyết định này có hiệu lực từ ngày ký. Ban Chỉ đạo rà soát, các thôn và {who} có tên trong danh sách"
        " chịu trách nhiệm thi hành Quyết định này./."
    )


def _list(data: Decided) -> Node:
    matter = data.matter
    columns: list[Column] = [
        ("Nơi ở", lambda each: each.address),
        ("Số nhân khẩu", lambda each: format_number(each.people or 0)),
        ("Trước rà soát", lambda each: matter.was(each.before)),
        ("Được công nhận", lambda each: capital(matter.of_class(each.after))),
    ]
    tables = [(group.village, [list_table(matter, group.households, columns)]) for group in data.groups]
    return appendix(f"Danh sách {matter.counted} được công nhận tại Điều 1", *romans(*tables))


def _correction_subject(data: Decided) -> str:
    return f"Đính chính kết quả {data.matter.act}"


def _corrections(data: Decided) -> list[tuple[str, list[Node]]]:
    matter, count = data.matter, format_number(len(data.corrected))
    rows = [("STT", matter.name_column, "Thôn", "Đã công nhận", "Đính chính thành")]
    for at, each in enumerate(data.corrected, 1):
        rows.append(
            (
                str(at),
                each.household.shown,
                each.village,
                capital(matter.of_class(each.was)),
                capital(matter.of_class(each.household.after)),
            )
        )
    what = f"Quyết định số {data.corrects} ngày {said(data.corrected_on)} của Chủ tịch {data.office.people}"
    reason = " ".join(data.reason.split()).rstrip(".") or missing("lý do")
    return [
        (f"Đính chính kết quả của {count} {matter.counted} tại {what}:", [table(rows)]),
        (
            f"Lý do đính chính: {reason}. Kết quả đính chính được áp dụng từ ngày {said(data.effective_from)};"
            " nội dung khác của Quyết định nêu tại Điều 1 không thay đổi.",
            [],
        ),
        (_executed(data), []),
    ]


def from_rows(user: User, pk: int) -> Read[Decided, Decision]:
    """A decision of recognition or correction with its items. Raises Decision.DoesNotExist for other kinds."""
    kinds = (DecisionKind.RECOGNITION, DecisionKind.CORRECTION)
    found = Decision.objects.select_related(
        "unit__parent__parent", "document", "round", "corrects__document", "corrects__round"
    ).get(pk=pk, kind__in=kinds)
    require(user, Permission.VIEW_REVIEW, found.unit)
    of_round = found.round or (found.corrects.round if found.corrects else None)
    if of_round is None:  # a correction of the opening list: no round is named, none is composed
        raise Decision.DoesNotExist
    day = found.signed_on or today()
    items = list(_items(found))
    homes, standard = homes_of(found.items.order_by().values("household"), day), standard_of(of_round)
    number, symbol = numbered_as(found.document)
    corrects = found.corrects
    groups = () if corrects else _groups(items, homes, standard)
    corrected = tuple(_corrected(each, homes, standard) for each in items) if corrects else ()
    proposals = of_round.proposals.filter(items__case__decision_items__decision=found).order_by("-on")
    data = Decided(
        office_of(found.unit, day), matter_of(of_round), found.signed_on, number, symbol, found.effective_from, groups,
        Signer(found.signer, found.signer_post), proposals.values_list("on", flat=True).first(),
        corrects.document.symbol if corrects and corrects.document else "",
        corrects.signed_on if corrects else None, found.reason, corrected,
    )  # fmt: skip
    return Read(data, found, found.unit, total(groups) or len(corrected))


def _items(found: Decision) -> list[DecisionItem]:
    outcomes = (ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED)
    rows = found.items.filter(outcome__in=outcomes)
    return list(rows.select_related("case__village", "person", "assessment", "corrects", "household"))


def _listed(item: DecisionItem, homes: Homes, standard: Standard | None) -> Listed:
    name = item.person.full_name if item.person else homes.heads.get(item.household_id, ("", ""))[0]
    made = item.assessment
    return Listed(
        name, homes.addresses.get(item.household_id, ""), homes.people.get(item.household_id, 0), before=item.before,
        after=item.given, income_score=made.income_score if made else None,
        deprivation_score=made.deprivation_score if made else None, income=made.income if made else None,
        deprivations=indicator_numbers(standard, item.deprivations),
    )  # fmt: skip


def _groups(items: list[DecisionItem], homes: Homes, standard: Standard | None) -> tuple[Group, ...]:
    villages: dict[tuple[str, str], list[Listed]] = {}
    for item in items:
        village = item.case.village if item.case else None
        key = (village.code, village.name) if village else ("~", missing("thôn"))
        villages.setdefault(key, []).append(_listed(item, homes, standard))
    return tuple(Group(name, tuple(sorted(found, key=by_name))) for (_, name), found in sorted(villages.items()))


def _corrected(item: DecisionItem, homes: Homes, standard: Standard | None) -> Corrected:
    village = item.case.village.name if item.case else missing("thôn")
    was = item.corrects.given if item.corrects else item.before
    return Corrected(village, _listed(item, homes, standard), was)
