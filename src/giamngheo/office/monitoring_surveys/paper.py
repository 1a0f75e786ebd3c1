"""The report of a comparison as an official document (the boxes of NĐ 30/2020/NĐ-CP); the layout of the body is ours.

Mẫu số 02 of TT 10/2022/TT-BLĐTBXH (evaluation at the start, in the middle, at the end) was not read. Small counts are
left out: the paper leaves the office.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation

from giamngheo.analysis.measures.disclosure import hidden
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.office.monitoring_surveys import saying
from giamngheo.office.monitoring_surveys.showing import LineShown, shown_lines
from giamngheo.paperwork import format30 as f30
from giamngheo.paperwork.document import Node, OfficialDocument, PlaceAndDate, Reference, Signature, SourceFormat
from giamngheo.paperwork.writers.wording import ended, listed, printed_date, printed_reference
from giamngheo.programme.minutes import Lines, heading, paragraph, table
from giamngheo.support.catalogue import catalogue

if TYPE_CHECKING:
    from giamngheo.office.monitoring_surveys.comparing import Comparison

SIGN, COMMITTEE = "BC-UBND", "Ban Chỉ đạo các chương trình mục tiêu quốc gia"


def report_of(found: Comparison, on: date) -> OfficialDocument:
    """The report as of a day, in Vietnamese whoever asks; the number is left to be written in."""
    with translation.override("vi"):
        return _composed(found, on)


def _composed(found: Comparison, on: date) -> OfficialDocument:
    unit, at = found.survey.unit, Lines()
    shown, day = printed_reference("", SIGN), printed_date(unit.short_name, on.day, on.month, on.year)
    lines = shown_lines(found, public=True)
    waves = f"{found.first.get_kind_display()} và {found.second.get_kind_display()}"
    made = OfficialDocument(
        doc_type="BC",
        issuer=at.lines("ỦY BAN NHÂN DÂN", unit.name.upper()),
        motto=at.lines(f30.STATE_NAME, f30.STATE_MOTTO),
        reference=Reference("", SIGN, at.place(), shown, shown),
        place_and_date=PlaceAndDate(unit.short_name, on.day, on.month, on.year, at.place(), day, day),
        type_name=at.line("BÁO CÁO"),
        subject=at.line(f"So sánh kết quả khảo sát {waves}: {found.survey.title}"),
        body=tuple(at.nodes((_how(found), _levels(found, lines), _help(found, lines), _words(found)))),
        closing=at.line(ended("Trên đây là báo cáo so sánh kết quả khảo sát", f30.END_MARK)),
        recipients=at.lines(
            *listed(["Sở Nông nghiệp và Môi trường", "Ban Chỉ đạo các chương trình mục tiêu quốc gia", "Lưu: VT"])
        ),
        source_format=SourceFormat.COMPOSED,
    )
    signature = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "", at.place())
    return made._replace(signature=signature, source_lines=at.count)


def _how(found: Comparison) -> Node:
    survey, panel = found.survey, found.panel
    rows = [
        (wave.get_kind_display().capitalize(), f"{format_date(wave.begins)} – {format_date(wave.ends)}", str(number))
        for wave, number in ((found.first, panel.first), (found.second, panel.second))
    ]
    gone = [number for _why, number in saying.reasons(found)]
    told = [
        f"{why} {saying.HIDDEN if hide else number} hộ"
        for (why, number), hide in zip(saying.reasons(found), hidden(gone), strict=True)
    ]
    return heading("I.", "Cách khảo sát", [
        paragraph(f"Căn cứ: {ended(survey.plan_paper, '.')}"),
        paragraph(
            f"Khung chọn: {survey.get_group_display()}, tính ngày {format_date(survey.drawn_on)}, gồm"
            f" {format_number(len(survey.frame))} hộ ở {len(found.facts.sizes)} thôn. Mỗi thôn là một tầng, rút ngẫu"
            f" nhiên tối đa {survey.households_wanted} hộ; được {panel.drawn} hộ. Các đợt hỏi lại đúng những hộ này."
        ),
        paragraph(
            f"Số gieo: {survey.seed}. Cách chọn: trong mỗi thôn, mã có SHA-256 của (số gieo, xuống dòng, mã) nhỏ nhất"
            " được chọn trước; ai có khung và số gieo cũng rút ra đúng danh sách này."
        ),
        table(("STT", "Đợt", "Thời gian", "Số hộ trả lời"), rows),
        paragraph(
            f"Trả lời ở cả hai đợt: {panel.both} hộ."
            + (f" Lý do không trả lời ở đợt sau: {'; '.join(told)}." if told else "")
        ),
        paragraph(
            "Câu hỏi là các chỉ số thiếu hụt của chuẩn nghèo có hiệu lực ngày rút thăm và thu nhập; cách chọn, câu hỏi,"
            " bố cục báo cáo là của phần mềm, không phải mẫu của văn bản nào."
        ),
    ])  # fmt: skip


def _levels(found: Comparison, lines: list[LineShown]) -> Node:
    first, second = found.first.get_kind_display(), found.second.get_kind_display()
    rows = [
        (each.title, f"{each.first.value} ({each.first.interval})", f"{each.second.value} ({each.second.interval})",
         f"{each.change.value} ({each.change.interval}); {each.change.number} hộ", each.change.words)
        for each in lines
    ]  # fmt: skip
    header = ("STT", "Câu hỏi", first.capitalize(), second.capitalize(), "Thay đổi", "Kết luận")
    return heading("II.", "Mức ở mỗi đợt và thay đổi", [
        paragraph(
            "Tỷ lệ hộ thiếu hụt và thu nhập bình quân ước lượng cho các hộ của khung chọn, có hiệu chỉnh tổng thể hữu"
            " hạn; trong ngoặc là khoảng tin cậy 95 %. Thay đổi tính trên các hộ có câu trả lời ở cả hai đợt."
        ),
        table(header, rows),
    ])  # fmt: skip


def _help(found: Comparison, lines: list[LineShown]) -> Node:
    if found.panel.helped is None:
        return heading("III.", "Hộ được và không được hỗ trợ", [paragraph("Người lập không xem được sổ hỗ trợ.")])
    what = next((f"“{each.title.vi}”" for each in catalogue() if each.code == found.kind), "bất kỳ hỗ trợ nào")
    rows = [
        (each.title, f"{each.helped.before} → {each.helped.after}", f"{each.others.before} → {each.others.after}",
         f"{each.difference.value} ({each.difference.interval})", each.difference.words)
        for each in lines if each.helped and each.others and each.difference
    ]  # fmt: skip
    others = found.panel.both - found.panel.helped
    sides = [found.panel.helped, others]
    numbers = [saying.HIDDEN if hide else str(each) for each, hide in zip(sides, hidden(sides), strict=True)]
    return heading("III.", "Hộ được và không được hỗ trợ", [
        paragraph(
            f"Được hỗ trợ: sổ hỗ trợ có ghi lần nhận ({what}) sau ngày hỏi đợt trước đến ngày hỏi đợt sau. Có"
            f" {numbers[0]} hộ được hỗ trợ, {numbers[1]} hộ không. Chênh lệch là thay đổi của nhóm được hỗ trợ trừ"
            " thay đổi của nhóm kia; trong ngoặc là khoảng tin cậy 95 %, không hiệu chỉnh tổng thể hữu hạn."
        ),
        table(("STT", "Câu hỏi", "Được hỗ trợ", "Không được hỗ trợ", "Chênh lệch", "Kết luận"), rows),
    ])  # fmt: skip


def _words(found: Comparison) -> Node:
    return heading("IV.", "Được và không được kết luận", [
        *(paragraph(each) for each in saying.may(found, public=True)),
        *(paragraph(each) for each in saying.cautions(found, public=True)),
        paragraph(f"Dấu “{saying.HIDDEN}”: không nêu vì số hộ quá ít (1 đến 4)."),
    ])  # fmt: skip
