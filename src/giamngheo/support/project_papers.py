"""The papers of a livelihood project: proposal, appraisal minutes, approval decision, acceptance minutes.

The boxes are those of NĐ 30/2020/NĐ-CP; the outlines below them are ours, for no official form was read: a province's
own form goes before (docs/algorithms/livelihood.md). What is not known is left visibly open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from giamngheo.documents.reference import Known
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.paperwork.document import Node, OfficialDocument
from giamngheo.review.papers.making import (
    Boxes,
    appendix,
    articles,
    bullet,
    document,
    missing,
    paragraph,
    romans,
    table,
)
from giamngheo.support.conditions import BOUNDS, NORMS
from giamngheo.support.models import LivelihoodProject, Stage
from giamngheo.support.norms import Judged
from giamngheo.support.queries.livelihood import ProjectFacts

_KINDS = {"NĐ": "Nghị định", "TT": "Thông tư"}
# Texts on which a project of a period's money stands; what is known of them comes from the packaged register.
_BASES = {
    "2021-2025": ("27/2022/NĐ-CP", "38/2023/NĐ-CP", "55/2023/TT-BTC"),
    "2026-2030": ("358/2025/NĐ-CP", "60/2026/TT-BTC"),
}
_CLASSES = {"poor": "hộ nghèo", "near_poor": "hộ cận nghèo", "newly_exited": "hộ mới thoát nghèo"}
_VERDICT = {True: "Đạt", False: "Không đạt", None: "Chưa xét được"}


class Home(NamedTuple):
    """A household that takes part."""

    name: str
    village: str
    classes: str


class Step(NamedTuple):
    """A step that was taken: its day and its paper."""

    on: date
    reference: str


class Given(NamedTuple):
    """Something that was handed over."""

    name: str
    what: str
    on: date
    confirmation: str
    amount: int | None = None
    item: tuple[str, str] = ("", "")
    quantity: Fraction | None = None


class Described(NamedTuple):
    """A project as its papers tell it. Money in whole đồng."""

    unit: str
    place: str
    year: int
    name: str
    form: str
    holder: str
    area: str
    period: str
    total: int
    state: int
    direct: int | None
    choosing: int | None
    homes: Sequence[Home]
    of_target: int
    judged: Sequence[Judged]
    steps: dict[str, Step]
    inputs: Sequence[Given]


def described(project: LivelihoodProject, facts: ProjectFacts, today: date) -> Described:
    """The project as it stands."""
    held = facts.conditions.classes
    return Described(
        unit=project.unit.name, place=project.unit.short_name, year=today.year, name=project.name,
        form=_said(project.get_form_display()), holder=project.holder_name, area=_said(project.get_area_display()),
        period=project.period.code, total=project.total, state=project.state, direct=project.direct,
        choosing=project.choosing, of_target=facts.conditions.of_target, judged=facts.conditions.judged,
        homes=[
            Home(
                home.head if (home := facts.homes.get(each.household_id)) else each.household.local_code,
                home.village if home else "",
                ", ".join(words for code, words in _CLASSES.items() if code in held.get(each.household_id, ())),
            )
            for each in facts.participants
        ],
        steps={each.stage: Step(each.on, each.reference) for each in facts.steps},
        inputs=[
            Given(
                each.recipient.full_name, each.item, each.on, _said(each.get_confirmation_display()), each.amount,
                (each.item, each.measure), Fraction(each.quantity) if each.quantity is not None else None,
            )
            for each in facts.inputs
        ],
    )  # fmt: skip


def _said(words: object) -> str:
    from django.utils.translation import override

    with override("vi"):
        return str(words)


def proposal(of: Described) -> OfficialDocument:
    """What the holder asks for; it is no paper of the people's committee."""
    step = of.steps.get(Stage.PROPOSAL)
    return document(
        Boxes(
            doc_type="", type_name="ĐỀ NGHỊ", issuer=(of.holder.upper(),), locality=of.place,
            subject=f"Hỗ trợ thực hiện dự án {of.name}", day=step.on if step else None, year=of.year,
            addressees=(f"Kính gửi: Ủy ban nhân dân {_called(of)}",),
            body=romans(
                ("Thông tin chung", _general(of)),
                ("Nhu cầu vốn", _money(of)),
                ("Hộ tham gia", [paragraph(_counted(of)), _homes(of)]),
                ("Cam kết", [
                    bullet(f"Các hộ tham gia góp đủ phần đối ứng {_dong(of.total - of.state)}."),
                    bullet("Sử dụng vốn, vật tư đúng mục đích, chịu sự kiểm tra của Ủy ban nhân dân và của cộng đồng."),
                ]),
            ),
            closing=f"{of.holder} đề nghị Ủy ban nhân dân {_called(of)} xem xét, hỗ trợ",
            recipients=("Như trên", "Lưu: hồ sơ dự án"),
            signers=((("ĐẠI DIỆN ĐƠN VỊ THỰC HIỆN",), missing("người đại diện")),),
        )
    )  # fmt: skip


def appraisal(of: Described) -> OfficialDocument:
    """Minutes of the appraisal: who sat is left to be written in, the norms are worked out."""
    broken = any(each.kept is False for each in of.judged)
    unknown = any(each.kept is None for each in of.judged)
    verdict = "chưa đủ điều kiện phê duyệt" if broken else "đủ điều kiện trình phê duyệt"
    if unknown and not broken:
        verdict += ", sau khi xét xong những điều kiện còn ghi “Chưa xét được”"
    return document(
        _official(of, Stage.APPRAISAL, "BB", "BIÊN BẢN", f"Thẩm định dự án {of.name}")._replace(
            body=romans(
                ("Thời gian, địa điểm, thành phần", [
                    paragraph(f"Thời gian: {_on(of, Stage.APPRAISAL)}."),
                    paragraph(f"Địa điểm: {missing('địa điểm')}."),
                    paragraph(f"Thành phần: {missing('thành viên thẩm định')}."),
                ]),
                ("Nội dung dự án", [*_general(of), *_money(of), paragraph(_counted(of))]),
                ("Đối chiếu điều kiện, định mức", [_norms(of), paragraph("Định mức theo giai đoạn của vốn; quy định "
                                                  "riêng của tỉnh do người thẩm định đối chiếu thêm.")]),
                ("Ý kiến của thành viên", [paragraph(missing("ý kiến"))]),
                ("Kết luận", [paragraph(f"Dự án {verdict}.")]),
            ),
            closing="Biên bản đã được thông qua tại cuộc họp",
            recipients=("Thành viên thẩm định", "Lưu: hồ sơ dự án"),
            signers=((("THƯ KÝ",), missing("thư ký")), (("CHỦ TRÌ",), missing("chủ trì"))),
        )
    )  # fmt: skip


def approval(of: Described) -> OfficialDocument:
    """The decision that approves it, drawn up for the chairman of the commune."""
    return document(
        _official(of, Stage.APPROVAL, "QĐ", "QUYẾT ĐỊNH", f"Phê duyệt dự án {of.name}")._replace(
            enacted_by=f"CHỦ TỊCH ỦY BAN NHÂN DÂN {of.unit.upper()}",
            bases=(*_bases(of), f"Theo biên bản thẩm định ngày {_on(of, Stage.APPRAISAL)}"),
            enacting="QUYẾT ĐỊNH:",
            body=articles(
                (f"Phê duyệt dự án {of.name} với các nội dung sau:", [*_general(of), paragraph(_counted(of))]),
                ("Kinh phí thực hiện:", [
                    *_money(of),
                    paragraph(f"Nguồn vốn: vốn của giai đoạn {of.period}, {missing('dòng vốn, quyết định giao')}."),
                ]),
                f"{of.holder} thực hiện dự án theo hợp đồng, bảo đảm phần đối ứng {_dong(of.total - of.state)}; "
                "công khai danh sách hộ tham gia và mức hỗ trợ.",
                f"Quyết định này có hiệu lực từ ngày ký. {of.holder} và các hộ có tên trong danh sách chịu trách nhiệm "
                "thi hành Quyết định này./.",
            ),
            recipients=("Như Điều 4", "Lưu: VT"),
            signers=((("CHỦ TỊCH",), missing("người ký")),),
            appendices=(appendix("DANH SÁCH HỘ THAM GIA DỰ ÁN", _homes(of)),),
        )
    )  # fmt: skip


def acceptance(of: Described) -> OfficialDocument:
    """Minutes of acceptance: what the ledger of deliveries holds of its inputs."""
    contract = of.steps.get(Stage.CONTRACT)
    named = f"{contract.reference}, ngày {format_date(contract.on)}" if contract else missing("số, ngày hợp đồng")
    return document(
        _official(of, Stage.RUNNING, "BB", "BIÊN BẢN", f"Nghiệm thu dự án {of.name}")._replace(
            body=romans(
                ("Thời gian, địa điểm, thành phần", [
                    paragraph(f"Thời gian: {_on(of, Stage.RUNNING)}."),
                    paragraph(f"Bên A: Ủy ban nhân dân {_called(of)}, đại diện là {missing('người đại diện')}."),
                    paragraph(f"Bên B: {of.holder}, đại diện là {missing('người đại diện')}."),
                ]),
                ("Căn cứ nghiệm thu", [paragraph(f"Hợp đồng số {named}.")]),
                ("Khối lượng đã bàn giao", [_inputs(of), paragraph(_sum(of))]),
                ("Chất lượng, những việc còn lại", [paragraph(f"Chất lượng: {missing('đánh giá chất lượng')}.")]),
                ("Kết luận", [paragraph(f"{missing('đồng ý hoặc không đồng ý nghiệm thu')}.")]),
            ),
            closing="Biên bản lập thành 02 bản, mỗi bên giữ 01 bản",
            recipients=("Bên A, bên B", "Lưu: hồ sơ dự án"),
            signers=((("ĐẠI DIỆN BÊN B",), missing("người ký")), (("ĐẠI DIỆN BÊN A",), missing("người ký"))),
        )
    )  # fmt: skip


PAPERS: dict[str, Callable[[Described], OfficialDocument]] = {
    "de-nghi": proposal, "tham-dinh": appraisal, "phe-duyet": approval, "nghiem-thu": acceptance,
}  # fmt: skip


def _official(of: Described, stage: str, doc_type: str, type_name: str, subject: str) -> Boxes:
    step = of.steps.get(stage)
    number, _slash, symbol = (step.reference if step else "").partition("/")
    ours = symbol == f"{doc_type}-UBND" and number.isdigit()
    return Boxes(
        doc_type=doc_type, type_name=type_name, issuer=("ỦY BAN NHÂN DÂN", of.unit.upper()), locality=of.place,
        subject=subject, day=step.on if step else None, year=of.year, number=number if ours else "",
        symbol=f"{doc_type}-UBND",
    )  # fmt: skip


def _called(of: Described) -> str:
    kind = of.unit.removesuffix(of.place).strip().lower()
    return f"{kind} {of.place}".strip()


def _on(of: Described, stage: str) -> str:
    step = of.steps.get(stage)
    return format_date(step.on) if step else missing("ngày")


def _general(of: Described) -> list[Node]:
    return [
        bullet(f"Tên dự án: {of.name}."), bullet(f"Hình thức hỗ trợ: {of.form}."),
        bullet(f"Đơn vị thực hiện: {of.holder}."), bullet(f"Địa bàn: {_called(of)} ({of.area})."),
    ]  # fmt: skip


def _money(of: Described) -> list[Node]:
    parts = [("Nhà nước hỗ trợ", of.state), ("Đối ứng của hộ, của đơn vị thực hiện", of.total - of.state)]
    rows = _lines([(title, format_number(amount)) for title, amount in parts])
    more = [
        (f"Trong phần Nhà nước, chi trực tiếp cho sản xuất: {_dong(of.direct)}." if of.direct is not None else ""),
        (f"Chi phí lựa chọn dự án: {_dong(of.choosing)}." if of.choosing is not None else ""),
    ]
    total = ("", "Cộng", format_number(of.total))
    return [table([("TT", "Nội dung", "Số tiền (đồng)"), *rows, total]), *(paragraph(each) for each in more if each)]


def _counted(of: Described) -> str:
    return (
        f"Số hộ tham gia: {format_number(len(of.homes))} hộ, trong đó {format_number(of.of_target)} hộ thuộc diện "
        "hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo."
    )


def _homes(of: Described) -> Node:
    rows = [(each.name or missing("chủ hộ"), each.village, each.classes) for each in of.homes]
    return table([("TT", "Chủ hộ", "Thôn", "Thuộc diện"), *_lines(rows)])


def _norms(of: Described) -> Node:
    rows = []
    for each in of.judged:
        unit = " %" if each.norm.unit == "percent" else " đồng"
        numerator, denominator = each.found or (0, 1)
        found = format_number(round(Fraction(numerator, denominator), 2)) + unit if each.found else "chưa có số"
        limit = f"{BOUNDS[each.norm.bound][0]} {format_number(each.norm.amount or 0)}{unit}"
        limit = limit if each.norm.amount is not None else "chưa rõ mức"
        mark = "" if each.norm.verified else " (chưa kiểm chứng)"
        rows.append((NORMS[each.norm.norm][0], f"{limit}; {each.norm.citation.text()}{mark}", found,
                     _VERDICT[each.kept]))  # fmt: skip
    rows = rows or [("Không có định mức nào của giai đoạn này trong danh mục", "", "", "Chưa xét được")]
    return table([("TT", "Điều kiện", "Mức, căn cứ", "Của dự án", "Kết quả"), *_lines(rows)])


def _inputs(of: Described) -> Node:
    rows = [(each.name, _what(each), format_date(each.on), each.confirmation) for each in of.inputs]
    rows = rows or [(missing("hộ nhận"), missing("nội dung"), "", "")]
    return table([("TT", "Người nhận", "Nội dung", "Ngày bàn giao", "Xác nhận"), *_lines(rows)])


def _what(each: Given) -> str:
    if each.quantity is None:
        return _dong(each.amount or 0)
    return f"{format_number(each.quantity)} {each.item[1]} {each.item[0]}"


def _sum(of: Described) -> str:
    goods: Counter[tuple[str, str]] = Counter()
    for each in of.inputs:
        if each.quantity is not None:
            goods[each.item] += each.quantity  # type: ignore[assignment]
    parts = [f"{format_number(Fraction(number))} {measure} {item}" for (item, measure), number in goods.items()]
    money = sum(each.amount or 0 for each in of.inputs)
    parts += [_dong(money)] if money else []
    return f"Cộng: {'; '.join(parts)}." if parts else f"Cộng: {missing('khối lượng')}."


def _bases(of: Described) -> list[str]:
    known = Known.packaged()
    found = [known.lookup(symbol) for symbol in _BASES.get(of.period, ())]
    return [
        f"Căn cứ {_KINDS[each.doc_type]} số {each.symbol} "
        + (f"ngày {each.issued:%d/%m/%Y}" if each.issued else missing("ngày ban hành"))
        + f" của {each.issuer} về {each.title[:1].lower()}{each.title[1:]}"
        for each in found
        if each is not None
    ] or [f"Căn cứ {missing('văn bản về dự án của giai đoạn này')}"]


def _lines(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(str(number), *row) for number, row in enumerate(rows, 1)]


def _dong(amount: int) -> str:
    return f"{format_number(amount)} đồng"
