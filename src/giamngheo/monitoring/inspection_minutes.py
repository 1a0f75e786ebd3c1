"""Minutes of an inspection as an official document (the boxes of NĐ 30/2020/NĐ-CP); the layout of the body is ours.

Seed, sizes and list are printed so that anybody can draw again: docs/algorithms/inspections.md.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giamngheo.foundation.dates import format_date
from giamngheo.monitoring.models import Answered, FindingState, InspectedGroup
from giamngheo.monitoring.questions import questions
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import (
    Node,
    OfficialDocument,
    PlaceAndDate,
    Reference,
    Signature,
    SourceFormat,
)
from giamngheo.paperwork.writers.wording import ended, listed, printed_date, printed_reference
from giamngheo.programme.minutes import Lines, heading, paragraph, table
from giamngheo.support.catalogue import catalogue

if TYPE_CHECKING:
    from giamngheo.monitoring.queries.inspections import InspectionPage, SamplePage

SIGN = "BB-ĐKT"


def minutes_of(page: InspectionPage, on: date) -> OfficialDocument:
    """The minutes as of a day, in Vietnamese whoever asks; the number is left to be written in."""
    with translation.override("vi"):
        return _composed(page, on)


def _composed(page: InspectionPage, on: date) -> OfficialDocument:
    inspection, at = page.inspection, Lines()
    unit = inspection.unit
    shown, day = printed_reference("", SIGN), printed_date(unit.short_name, on.day, on.month, on.year)
    made = OfficialDocument(
        doc_type="BB",
        issuer=at.lines("ỦY BAN NHÂN DÂN", unit.name.upper(), "ĐOÀN KIỂM TRA"),
        motto=at.lines(f30.STATE_NAME, f30.STATE_MOTTO),
        reference=Reference("", SIGN, at.place(), shown, shown),
        place_and_date=PlaceAndDate(unit.short_name, on.day, on.month, on.year, at.place(), day, day),
        type_name=at.line("BIÊN BẢN"),
        subject=at.line(f"Kiểm tra: {inspection.title}"),
        body=tuple(at.nodes((_who(page), _draw(page), _answers(page), _findings(page)))),
        closing=at.line(ended("Biên bản đã được các thành viên đoàn thông qua", f30.END_MARK)),
        recipients=at.lines(*listed(["Ủy ban nhân dân", "Thành viên đoàn kiểm tra", "Lưu: VT"])),
        source_format=SourceFormat.COMPOSED,
    )
    head = next((each.name for each in inspection.members.all() if each.is_head), "")
    return made._replace(signature=Signature(("TRƯỞNG ĐOÀN",), head, at.place()), source_lines=at.count)


def group_words(group: str, kind: str) -> str:
    """Who the draw was among, in the language asked for."""
    if not kind:
        return str(InspectedGroup(group).label)
    title = next((each.title for each in catalogue() if each.code == kind), None)
    words = kind if title is None else title.en if get_language() == "en" else title.vi
    return _("hộ đã nhận “%(kind)s” trong 365 ngày") % {"kind": words}


def _who(page: InspectionPage) -> Node:
    inspection = page.inspection
    team = [
        (each.name or "........", each.post.name, "Trưởng đoàn" if each.is_head else "Thành viên")
        for each in inspection.members.all()
    ]
    return heading("I.", "Căn cứ, thời gian, thành phần", [
        paragraph(f"Căn cứ: {ended(inspection.plan_paper, '.')}"),
        paragraph(f"Thời gian: từ ngày {format_date(inspection.begins)} đến ngày {format_date(inspection.ends)}."),
        table(("STT", "Họ và tên", "Chức danh", "Trong đoàn"), team),
    ])  # fmt: skip


def _draw(page: InspectionPage) -> Node:
    inspection = page.inspection
    villages = [each for each in page.samples if each.sample.household_id is None]
    homes = [each for each in page.samples if each.sample.household_id is not None]
    return heading("II.", "Chọn ngẫu nhiên thôn, hộ", [
        paragraph(
            f"Nhóm được chọn: {group_words(inspection.group, inspection.support_kind)}, tính ngày"
            f" {format_date(inspection.drawn_on)}. Khung chọn: {len(inspection.villages)} thôn,"
            f" {len(inspection.households)} hộ. Chọn {len(villages)} thôn, mỗi thôn tối đa"
            f" {inspection.households_wanted} hộ; được {len(homes)} hộ."
        ),
        paragraph(
            f"Số gieo: {inspection.seed}. Cách chọn: mã có SHA-256 của (số gieo, xuống dòng, mã) nhỏ nhất được chọn"
            " trước; ai có khung và số gieo cũng rút ra đúng danh sách này."
        ),
        paragraph(f"Thôn: {'; '.join(f'{each.sample.village.name} ({each.sample.code})' for each in villages)}."),
        table(("STT", "Hộ", "Thôn", "Mã"),
              [(each.who or "–", each.sample.village.name, each.sample.code) for each in homes]),
        paragraph("Hộ ở thôn ít hộ có khả năng được chọn cao hơn: tỷ lệ dưới đây không phải tỷ lệ của cả xã."),
    ])  # fmt: skip


def _answers(page: InspectionPage) -> Node:
    said = Counter((code, one.value) for each in page.samples for code, one in each.answers.items())
    rows = [
        (question.vi, *(str(said[question.code, value]) for value in Answered.values))
        for question in questions()
        if any(said[question.code, value] for value in Answered.values)
    ]
    remarks = [
        paragraph(f"{_place(each)}: {ended(one.remark, '.')}")
        for each in page.samples for one in each.answers.values() if one.remark
    ]  # fmt: skip
    header = ("STT", "Câu hỏi", *(str(label).capitalize() for label in Answered.labels))
    return heading("III.", "Kết quả hỏi trực tiếp", [
        table(header, rows) if rows else paragraph("Chưa ghi câu trả lời nào."), *remarks
    ])  # fmt: skip


def _findings(page: InspectionPage) -> Node:
    by_sample = {each.sample.pk: each for each in page.samples}
    rows = [
        (
            f"{_place(by_sample[each.sample_id])}: {each.text}" if each.sample_id else each.text,
            each.remedy or "chưa giao", each.post.name if each.post else "–",
            format_date(each.due_on) if each.due_on else "–", str(FindingState(each.state).label),
        )
        for each in page.findings
    ]  # fmt: skip
    return heading("IV.", "Phát hiện và yêu cầu khắc phục", [
        table(("STT", "Phát hiện", "Khắc phục", "Người làm", "Thời hạn", "Tình trạng"), rows)
        if rows else paragraph("Không có phát hiện nào.")
    ])  # fmt: skip


def _place(each: SamplePage) -> str:
    if each.sample.household_id is None:
        return each.sample.village.name
    return f"Hộ {each.who or each.sample.code}, {each.sample.village.name}"
