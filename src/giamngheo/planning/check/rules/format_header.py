"""Boxes 1-6 of NĐ 30/2020: motto, reference, place and date, type, addressees, legal bases.

Prose: docs/algorithms/check-format.md, section 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.text import bare
from giamngheo.paperwork.type_names import TYPE_NAMES
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.places import own_unit

_ANNEX = "Nghị định 30/2020/NĐ-CP, Phụ lục I"
_EXPORT = ("Xuất văn bản từ hệ thống để thể thức tự đúng.", "Export the document from the system: its form is right.")
MOTTO = CATALOGUE.add(
    "FORMAT-MOTTO",
    Severity.WARNING,
    title=("Thiếu hoặc sai Quốc hiệu, Tiêu ngữ", "The national title or motto is missing or wrong"),
    message=("{what_vi}.", "{what_en}."),
    fixes=(
        (
            "Ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” và “Độc lập - Tự do - Hạnh phúc”.",
            "Write both lines as the decree prints them.",
        ),
        _EXPORT,
    ),
    source=f"{_ANNEX}, mục II.1",
)
TYPE = CATALOGUE.add(
    "FORMAT-TYPE",
    Severity.WARNING,
    title=("Thiếu tên loại hoặc tên loại trái ký hiệu", "The type is missing or disagrees with the symbol"),
    message=("{what_vi}.", "{what_en}."),
    fixes=(
        (
            "Ghi tên loại (ví dụ KẾ HOẠCH) và ký hiệu tương ứng (KH-UBND).",
            "Write the type and the symbol that goes with it.",
        ),
        _EXPORT,
    ),
    source=f"{_ANNEX}, mục II.3 và II.5; Phụ lục III",
)
REFERENCE = CATALOGUE.add(
    "FORMAT-REFERENCE",
    Severity.INFO,
    title=("Số, ký hiệu chưa đúng cách ghi", "The reference is not printed in form"),
    message=("“{text}”: {what_vi}.", "“{text}”: {what_en}."),
    fixes=(("Ghi “Số: {right}”.", "Write “Số: {right}”."), _EXPORT),
    source=f"{_ANNEX}, mục II.3",
)
DATE = CATALOGUE.add(
    "FORMAT-DATE",
    Severity.INFO,
    title=("Ngày, tháng chưa đúng cách ghi", "The date is not printed in form"),
    message=(
        "“{text}”: ngày dưới 10 và tháng 1, 2 phải thêm số 0.",
        "“{text}”: days below 10 and months 1 and 2 take a zero.",
    ),
    fixes=(("Ghi “{right}”.", "Write “{right}”."), _EXPORT),
    source=f"{_ANNEX}, mục II.4",
)
LOCALITY = CATALOGUE.add(
    "FORMAT-LOCALITY",
    Severity.INFO,
    title=("Địa danh khác tên cơ quan ban hành", "The place differs from the issuer's name"),
    message=(
        "Địa danh “{locality}” không phải tên đơn vị ban hành “{unit}”.",
        "The place “{locality}” is not the issuing unit “{unit}”.",
    ),
    fixes=(("Ghi địa danh là tên xã, phường ban hành văn bản.", "Write the name of the issuing commune."), _EXPORT),
    source=f"{_ANNEX}, mục II.4",
)
ADDRESSEES = CATALOGUE.add(
    "FORMAT-ADDRESSEES",
    Severity.INFO,
    title=("“Kính gửi” ở loại văn bản không dùng", "“Kính gửi” on a type that has none"),
    message=("{type} không có phần “Kính gửi”.", "A {type} has no “Kính gửi”."),
    fixes=(
        ("Bỏ “Kính gửi”, ghi nơi nhận ở cuối văn bản.", "Drop it and name them among the recipients."),
        ("Nếu là báo cáo, tờ trình, sửa tên loại.", "If it is a report or a proposal, correct the type."),
    ),
    source=f"{_ANNEX}, mục II.9",
)
NO_ADDRESSEE = CATALOGUE.add(
    "FORMAT-NO-ADDRESSEE",
    Severity.INFO,
    title=("Báo cáo không có “Kính gửi”", "A report without “Kính gửi”"),
    message=(
        "Báo cáo gửi cấp trên có dòng “Kính gửi: …” dưới trích yếu.",
        "A report names who receives it.",
    ),
    fixes=(
        ("Thêm “Kính gửi: <cơ quan nhận báo cáo>”.", "Add “Kính gửi: <who receives it>”."),
        ("Nếu báo cáo không gửi riêng cơ quan nào, bỏ qua.", "If it goes to nobody in particular, dismiss this."),
    ),
    source=f"{_ANNEX}, mục II.9",
)
BASES = CATALOGUE.add(
    "FORMAT-BASES",
    Severity.INFO,
    title=("Dấu cuối dòng căn cứ chưa đúng", "A legal basis does not end as it should"),
    message=("Dòng căn cứ phải kết thúc bằng “{mark}”.", "This line must end with “{mark}”."),
    fixes=(("Thêm “{mark}” ở cuối dòng.", "End the line with “{mark}”."), _EXPORT),
    source=f"{_ANNEX}, mục II.6: mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”",
)


@rule
def header_follows_the_decree(context: Context) -> Iterator[Finding]:
    """Each box by itself; a box that is blank in a draft is the business of complete_blanks."""
    yield from _motto(context)
    yield from _type(context)
    yield from _reference(context)
    yield from _date(context)
    yield from _locality(context)
    document = context.document
    if (
        document.addressees
        and document.doc_type
        and document.doc_type not in ("BC", "TTr", "CV", "ĐA", "CĐ", "TB", "GM")
    ):
        first = document.addressees[0]
        name = TYPE_NAMES.get(document.doc_type, document.doc_type)
        yield ADDRESSEES.at(first.place.line, first.text, type=name)
    if document.doc_type == "BC" and document.type_name and document.issuer and not document.addressees:
        yield NO_ADDRESSEE.at(document.type_name.place.line, document.type_name.text)
    for index, basis in enumerate(document.legal_bases):
        last = index == len(document.legal_bases) - 1
        marks = (".", ";", ",", ":") if last else (";",)
        if not basis.text.rstrip().endswith(marks):
            yield BASES.at(basis.place.line, basis.text[-60:], mark="." if last else ";")


def _motto(context: Context) -> Iterator[Finding]:
    lines = context.document.motto
    if not lines:
        if context.document.issuer or context.document.reference:
            yield MOTTO.at(what_vi="Không thấy Quốc hiệu và Tiêu ngữ", what_en="Title and motto are not there")
        return
    if not any("việt nam" in line.text.lower() for line in lines):
        yield MOTTO.at(
            lines[0].place.line,
            lines[0].text,
            what_vi="Không thấy Quốc hiệu",
            what_en="The national title is not there",
        )
    freedom = next((line for line in lines if bare(line.text).startswith("doc lap")), None)
    if freedom is None:
        yield MOTTO.at(
            lines[-1].place.line, lines[-1].text, what_vi="Không thấy Tiêu ngữ", what_en="The motto is not there"
        )
    elif not re.search(r"\S - \S.* - \S", freedom.text.replace("–", "-")):
        yield MOTTO.at(
            freedom.place.line,
            freedom.text,
            severity=Severity.INFO,
            what_vi="Gạch nối trong Tiêu ngữ phải có khoảng trắng hai bên",
            what_en="The motto's hyphens have a space on both sides",
        )


def _type(context: Context) -> Iterator[Finding]:
    document = context.document
    if document.type_name is None:
        if document.doc_type != "CV" and document.issuer:
            yield TYPE.at(what_vi="Không thấy tên loại văn bản", what_en="The type is not there")
        return
    symbol = document.reference.symbol if document.reference else ""
    token = symbol.replace("–", "-").split("-")[0].split("/")[-1].strip()
    if symbol and document.doc_type and token in TYPE_NAMES and token != document.doc_type and document.reference:
        reference = document.reference
        yield TYPE.at(
            reference.place.line,
            reference.text or reference.raw or reference.printed,
            what_vi=f"Tên loại là {document.type_name.text} nhưng ký hiệu ghi {symbol}",
            what_en=f"The type is {document.type_name.text} but the symbol says {symbol}",
        )


def _reference(context: Context) -> Iterator[Finding]:
    reference = context.document.reference
    if reference is None:
        return
    text = reference.text or reference.raw or reference.printed
    number = reference.number.strip()
    right = f"{number.zfill(2)}/{''.join(reference.symbol.split())}"
    if number.isdigit() and len(number) == 1:
        yield REFERENCE.at(
            reference.place.line,
            text,
            text=text,
            right=right,
            what_vi="số dưới 10 phải thêm số 0 phía trước",
            what_en="a number below 10 takes a zero",
        )
    if " " in reference.symbol.strip():
        yield REFERENCE.at(
            reference.place.line,
            text,
            text=text,
            right=right,
            what_vi="ký hiệu không có khoảng trắng",
            what_en="the symbol has no spaces",
        )


def _date(context: Context) -> Iterator[Finding]:
    dated = context.document.place_and_date
    if dated is None or not (dated.day and dated.month):
        return
    text = dated.text or dated.raw
    day = re.search(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})", text)
    if day and ((dated.day < 10 and len(day[1]) < 2) or (dated.month < 3 and len(day[2]) < 2)):
        month = f"{dated.month:02d}" if dated.month < 3 else str(dated.month)
        right = f"{dated.locality}, ngày {dated.day:02d} tháng {month} năm {dated.year or '…'}"
        yield DATE.at(dated.place.line, text, text=text, right=right)


def _locality(context: Context) -> Iterator[Finding]:
    dated, own = context.document.place_and_date, own_unit(context)
    if dated is None or own is None or not dated.locality:
        return
    if bare(own[1]) not in bare(dated.locality):
        text = dated.text or dated.raw
        yield LOCALITY.at(dated.place.line, text, locality=dated.locality, unit=f"{own[0]} {own[1].title()}")
