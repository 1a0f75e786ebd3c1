"""What a column of a list can mean, and the headings by which officers call it."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from giamngheo.foundation.text import bare


class Meaning(StrEnum):
    """What a column holds."""

    HOUSEHOLD_NUMBER = "household_number"
    MEMBER_NUMBER = "member_number"
    ROW_NUMBER = "row_number"
    HEAD_NAME = "head_name"
    FULL_NAME = "full_name"
    BIRTH = "birth"
    BIRTH_MALE = "birth_male"
    BIRTH_FEMALE = "birth_female"
    SEX = "sex"
    SEX_MALE = "sex_male"
    SEX_FEMALE = "sex_female"
    ETHNIC_GROUP = "ethnic_group"
    RELATION = "relation"
    CITIZEN_ID = "citizen_id"
    PHONE = "phone"
    VILLAGE = "village"
    ADDRESS = "address"
    HOUSEHOLD_CODE = "household_code"
    MEMBER_COUNT = "member_count"
    POVERTY_CLASS = "poverty_class"
    POOR = "poor"
    NEAR_POOR = "near_poor"
    DISABILITY = "disability"
    MERIT = "merit"
    SOCIAL_ASSISTANCE = "social_assistance"
    NOTE = "note"


NAMES = frozenset({Meaning.FULL_NAME, Meaning.HEAD_NAME})
# Headings without accents; " > " parts a heading from the one above it. The longest that fits wins.
_KNOWN: dict[Meaning, tuple[str, ...]] = {
    Meaning.HOUSEHOLD_NUMBER: ("stt ho", "so thu tu ho", "tt ho", "ho so", "stt chu ho", "stt > ho", "stt > chu ho"),
    Meaning.MEMBER_NUMBER: (
        "stt thanh vien",
        "stt khau",
        "stt nhan khau",
        "tt khau",
        "so thu tu thanh vien",
        "stt > thanh vien",
        "stt > khau",
    ),
    Meaning.ROW_NUMBER: ("stt", "tt", "so tt", "so thu tu"),
    Meaning.HEAD_NAME: ("ho va ten chu ho", "ho ten chu ho", "ten chu ho", "chu ho", "ho va ten > chu ho"),
    Meaning.FULL_NAME: (
        "ho va ten",
        "ho ten",
        "ho va ten thanh vien",
        "ho ten thanh vien",
        "ten thanh vien",
        "ho va ten cac thanh vien",
        "ho, ten",
        "ho va ten cac thanh vien trong ho",
        "ho va ten thanh vien trong ho",
        "ho va ten > thanh vien",
        "ho chu dem va ten",
        "ho ten khai sinh",
        "ho chu dem va ten khai sinh",
    ),
    Meaning.BIRTH: (
        "ngay sinh",
        "ngay thang nam sinh",
        "nam sinh",
        "ngay, thang, nam sinh",
        "sinh nam",
        "sinh ngay",
    ),
    Meaning.BIRTH_MALE: (
        "nam sinh > nam",
        "ngay sinh > nam",
        "ngay thang nam sinh > nam",
        "sinh nam > nam",
        "nam sinh nam",
    ),
    Meaning.BIRTH_FEMALE: (
        "nam sinh > nu",
        "ngay sinh > nu",
        "ngay thang nam sinh > nu",
        "sinh nam > nu",
        "nam sinh nu",
    ),
    Meaning.SEX: ("gioi tinh", "phai", "nam/nu"),
    Meaning.SEX_MALE: ("gioi tinh > nam", "gioi > nam"),
    Meaning.SEX_FEMALE: ("gioi tinh > nu", "gioi > nu"),
    Meaning.ETHNIC_GROUP: ("dan toc", "thanh phan dan toc"),
    Meaning.RELATION: ("quan he voi chu ho", "quan he", "moi quan he", "quan he chu ho", "qh voi chu ho"),
    Meaning.CITIZEN_ID: (
        "so cccd",
        "cccd",
        "so cmnd",
        "cmnd",
        "cmnd/cccd",
        "cccd/cmnd",
        "so cmnd/cccd",
        "so cccd/cmnd",
        "can cuoc",
        "can cuoc cong dan",
        "so can cuoc",
        "so dinh danh",
        "so dinh danh ca nhan",
        "ma dinh danh",
        "so dinh danh/cccd",
        "so can cuoc cong dan",
        "so giay to tuy than",
    ),
    Meaning.PHONE: ("so dien thoai", "dien thoai", "sdt", "so dt", "dt"),
    Meaning.VILLAGE: (
        "thon",
        "ban",
        "to dan pho",
        "thon/ban",
        "thon, ban",
        "khu",
        "ap",
        "xom",
        "buon",
        "lang",
        "khoi",
        "khu pho",
        "thon/to dan pho",
        "thon, to dan pho",
        "thon/ban/to dan pho",
        "ten thon",
        "dia ban",
    ),
    Meaning.ADDRESS: (
        "dia chi",
        "noi o",
        "cho o",
        "noi o hien nay",
        "noi thuong tru",
        "ho khau thuong tru",
        "noi cu tru",
    ),
    Meaning.HOUSEHOLD_CODE: ("ma ho", "ma so ho", "ma ho gia dinh", "so so ho khau"),
    Meaning.MEMBER_COUNT: ("so khau", "so nhan khau", "nhan khau", "tong so khau", "so nguoi", "so khau trong ho"),
    Meaning.POVERTY_CLASS: ("phan loai ho", "loai ho", "phan loai", "dien ho", "ket qua phan loai"),
    Meaning.POOR: ("ho ngheo", "phan loai ho > ho ngheo", "loai ho > ho ngheo", "hn"),
    Meaning.NEAR_POOR: ("ho can ngheo", "phan loai ho > ho can ngheo", "loai ho > ho can ngheo", "hcn", "can ngheo"),
    Meaning.DISABILITY: ("khuyet tat", "nguoi khuyet tat", "dang khuyet tat"),
    Meaning.MERIT: ("nguoi co cong", "ho co cong", "co cong", "gia dinh chinh sach"),
    Meaning.SOCIAL_ASSISTANCE: ("bao tro xa hoi", "tro cap xa hoi", "doi tuong bao tro", "btxh"),
    Meaning.NOTE: ("ghi chu",),
}
_BY_HEADING = {heading: meaning for meaning, headings in _KNOWN.items() for heading in headings}
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_MARKS = re.compile(r"[.:;*_\"“”]+")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=2048)
def key(heading: str) -> str:
    """A heading as it is compared and remembered: without accents, brackets, marks; levels parted by " > "."""
    levels = [_MARKS.sub(" ", _BRACKETS.sub(" ", bare(part))) for part in heading.split(" > ")]
    cleaned = [re.sub(r"\s*([/,])\s*", r"\1", _SPACES.sub(" ", level)).strip() for level in levels]
    return " > ".join(level for level in cleaned if level)


def guess(heading: str) -> Meaning | None:
    """The meaning of a heading by the words officers use; None where nothing fits for certain."""
    whole = key(heading)
    if whole in _BY_HEADING:
        return _BY_HEADING[whole]
    levels = whole.split(" > ")
    for depth in range(len(levels)):  # "thông tin chung > họ và tên": the levels above may say nothing
        tail = " > ".join(levels[depth:])
        if tail in _BY_HEADING:
            return _BY_HEADING[tail]
    begun = [known for known in _BY_HEADING if levels[-1].startswith(f"{known} ") and len(known) > 4]
    return _BY_HEADING[max(begun, key=len)] if begun else None
