"""Which indicator a label of a table names: the whole label has to be its name (docs/algorithms/import.md, 4a)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from giamngheo.foundation.numbers.reading import read_unit
from giamngheo.foundation.text import squeeze


class Label(NamedTuple):
    """`pattern` is the whole label in lower case, without brackets, years and numbering; `year` as in figures.Rule.
    `scale` is the power of ten of the indicator's own unit: 6 where the catalogue counts in triệu đồng."""

    indicator: str
    bases: tuple[str, ...]
    pattern: str
    year: int = 0
    scale: int = 0


_OF_COMMUNE = r"(?: của xã| toàn xã| trên địa bàn xã)?"
_END = r"(?: (?:cuối|trong) (?:năm|kỳ))?" + _OF_COMMUNE
_POOR = r"(?: theo chuẩn nghèo)?(?: đa chiều)?"
_PEOPLE = ("người", "lao động")
_MONEY = ("đồng",)
LABELS: tuple[Label, ...] = (
    Label("S01", ("hộ",), rf"(?:tổng )?(?:số )?hộ nghèo{_POOR} đầu (?:năm|kỳ){_OF_COMMUNE}", year=-1),
    Label("S01", ("hộ",), rf"(?:tổng )?(?:số )?hộ nghèo{_POOR}(?: còn lại)?{_END}|hộ nghèo (?:số hộ|số lượng)"),
    Label("S02", ("%",), rf"tỷ lệ hộ nghèo{_POOR}{_END}|hộ nghèo tỷ lệ"),
    Label("M01", ("%",), rf"tỷ lệ nghèo đa chiều{_END}"),
    Label("M03", ("%",), rf"tỷ lệ (?:hộ )?cận nghèo{_POOR}{_END}|hộ cận nghèo tỷ lệ"),
    Label("Q01", ("%", "điểm %"), rf"(?:mức )?giảm tỷ lệ hộ nghèo{_POOR}{_END}|tỷ lệ hộ nghèo{_POOR} giảm{_END}"),
    Label("K01", ("hộ",), rf"số hộ nghèo giảm{_END}|giảm (?:số )?hộ nghèo{_END}"),
    Label("M04", ("hộ",), rf"(?:số )?hộ thoát nghèo{_END}"),
    Label("M05", ("hộ",), rf"(?:số )?hộ nghèo phát sinh(?: mới)?, tái nghèo{_END}"),
    Label("M06", ("hộ",), rf"(?:số )?hộ thoát cận nghèo{_END}"),
    Label(
        "S03",
        _PEOPLE,
        rf"(?:số )?(?:lao động|người) (?:được (?:giải quyết|tạo) |có )việc làm(?: mới)?{_END}"
        rf"|(?:giải quyết|tạo) việc làm(?: mới)?(?: cho (?:người )?lao động)?{_END}",
    ),
    Label(
        "S04",
        _PEOPLE,
        rf"(?:số |đưa )?(?:lao động|người)(?: lao động)? đi làm việc (?:ở|tại) nước ngoài(?: theo hợp đồng)?{_END}"
        rf"|xuất khẩu lao động{_END}",
    ),
    Label(
        "S05",
        ("%",),
        rf"(?:tỷ lệ|tỷ trọng) lao động nông nghiệp(?: (?:trong|/) ?tổng (?:số )?lao động(?: xã hội)?)?{_END}",
    ),
    Label(
        "S06",
        ("%",),
        rf"(?:tỷ lệ )?(?:bao phủ|(?:người dân |dân số )?tham gia) (?:bảo hiểm y tế|bhyt)(?: toàn dân)?{_END}",
    ),
    Label("Q14", ("%",), rf"tỷ lệ lao động qua đào tạo{_END}"),
    Label("F01", _MONEY, rf"(?:tổng )?(?:số )?(?:kế hoạch vốn|vốn|kinh phí|dự toán)(?: được)? giao{_END}"),
    Label("F01", _MONEY, rf"kế hoạch vốn{_END}"),
    Label("F02", _MONEY, rf"(?:vốn|kinh phí) (?:năm trước|kéo dài)(?: chuyển sang)?{_END}"),
    Label("F03", _MONEY, rf"(?:số )?(?:vốn )?(?:đã )?giải ngân(?: được)?{_END}|(?:kết quả|số vốn) giải ngân{_END}"),
    Label("F04", ("%",), rf"tỷ lệ giải ngân(?: vốn)?{_END}"),
)
SHARE = re.compile(r"tỷ lệ|đạt tỷ lệ|tỷ lệ đạt")  # right behind a column of money paid out: its share of what was given
# Columns of a table of policy credit, whose rows are its programmes.
CREDIT = {"M": r"doanh số(?: cho vay)?(?: trong năm)?", "L": r"(?:số )?lượt(?: hộ| vay| khách hàng| hộ vay)?(?: vay)?"}


@cache
def _compiled() -> tuple[tuple[Label, re.Pattern[str]], ...]:
    return tuple((label, re.compile(label.pattern)) for label in LABELS)


def label_of(words: str, unit: str) -> Label | None:
    """The indicator that plain `words` name; `unit` a base ("hộ", "%", "đồng"), "" where the table says none."""
    for label, pattern in _compiled():
        if pattern.fullmatch(words) and (unit in label.bases or (not unit and label.bases != _MONEY)):
            return label
    return None


class Words(NamedTuple):
    """A label taken apart: what is left when brackets, years and numbering are gone; the unit; the year."""

    plain: str
    unit: str  # base unit, "" where none is named
    scale: int  # power of ten: 6 for triệu đồng
    year: int | None


def words_of(text: str) -> Words:
    """ "1. Vốn giao năm 2023 (triệu đồng)" -> Words("vốn giao", "đồng", 6, 2023). Two years are none."""
    lowered = squeeze(text.lower())
    years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", lowered))
    unit, scale = "", 0
    for bracket in re.findall(r"\(([^()]*)\)", lowered):
        found = unit_of(bracket)
        unit, scale = found if found[0] else (unit, scale)
    plain = re.sub(r"\([^()]*\)", " ", lowered)
    plain = re.sub(r"(?:của )?(?:cuối |đến (?:hết |cuối )?)?(?:năm |ngày \d+/\d+/)?(?<!\d)20\d\d(?!\d)", " ", plain)
    plain = re.sub(r"^\s*(?:[-+•]|\d+(?:\.\d+)*[.)]|[a-zđ]\))\s+", "", plain)
    if not unit and (plain.startswith("tỷ lệ") or "%" in plain):
        unit = "%"
    plain = squeeze(plain.replace("%", " ").replace("tỉ lệ", "tỷ lệ")).strip(" :;,.-–")
    return Words(plain, unit, scale, int(years.pop()) if len(years) == 1 else None)


def unit_of(text: str) -> tuple[str, int]:
    """(base, power of ten) of a unit that stands alone: "triệu đồng" -> ("đồng", 6); ("", 0) when it is none."""
    lowered = re.sub(r"^(?:đơn vị(?: tính)?|đvt)\s*:?\s*", "", squeeze(text.lower())).strip(" .:")
    found = read_unit(lowered, 0)
    if found is None or found[3] != len(lowered):
        return "", 0
    _, scale, base, _ = found
    return base, len(str(scale)) - 1
