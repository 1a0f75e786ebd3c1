"""The words by which the elements of an official document are recognised (NĐ 30/2020, Phụ lục I and III)."""

from __future__ import annotations

# Phụ lục III: type as printed in capitals -> abbreviation. Longer names first where one begins another.
TYPES = {
    "NGHỊ QUYẾT": "NQ", "QUYẾT ĐỊNH": "QĐ", "CHỈ THỊ": "CT", "QUY CHẾ": "QC", "QUY ĐỊNH": "QyĐ",
    "THÔNG CÁO": "TC", "THÔNG BÁO": "TB", "HƯỚNG DẪN": "HD", "CHƯƠNG TRÌNH": "CTr", "KẾ HOẠCH": "KH",
    "PHƯƠNG ÁN": "PA", "ĐỀ ÁN": "ĐA", "DỰ ÁN": "DA", "BÁO CÁO": "BC", "BIÊN BẢN": "BB", "TỜ TRÌNH": "TTr",
    "HỢP ĐỒNG": "HĐ", "CÔNG ĐIỆN": "CĐ", "GIẤY ỦY QUYỀN": "GUQ", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT",
    "PHIẾU GỬI": "PG", "PHIẾU CHUYỂN": "PC", "PHIẾU BÁO": "PB", "NGHỊ ĐỊNH": "NĐ", "THÔNG TƯ": "TT",
}  # fmt: skip
ABBREVIATIONS = frozenset(TYPES.values())

MOTTO = ("cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "độc lập tự do hạnh phúc",
         "đảng cộng sản việt nam")  # fmt: skip

BASIS = ("căn cứ", "thực hiện", "theo ", "xét ", "trên cơ sở", "tiếp theo", "thi hành")

ISSUING_BODIES = ("ủy ban nhân dân", "chủ tịch ủy ban", "hội đồng nhân dân", "trưởng ban", "giám đốc", "bộ trưởng",
                  "thủ tướng chính phủ", "chính phủ")  # fmt: skip

AUTHORITY_MARKS = ("TM.", "KT.", "TL.", "TUQ.", "Q.", "T.M", "K/T", "T/M", "TM ", "KT ")
POSTS = (
    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "TRƯỞNG PHÒNG", "GIÁM ĐỐC", "BÍ THƯ",
    "PHÓ BÍ THƯ", "TRƯỞNG THÔN", "CHÁNH VĂN PHÒNG", "CHỦ TỌA", "CHỦ TRÌ", "THƯ KÝ", "NGƯỜI GHI BIÊN BẢN",
    "CÔNG CHỨC", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG", "NGƯỜI LẬP", "ĐẠI DIỆN", "TỔ TRƯỞNG", "THỦ TRƯỞNG",
    "XÁC NHẬN", "PHÓ GIÁM ĐỐC", "PHÓ TRƯỞNG PHÒNG", "PHÓ CHÁNH VĂN PHÒNG",
)  # fmt: skip

TERMINAL = ".;:!?…"
_RULE = frozenset("-_=*~—–―─━. …·|:+\\ \t\u00a0")


def is_capitals(text: str) -> bool:
    """Whether all letters of `text` are capitals, and it has at least two."""
    return text.upper() == text and sum(map(str.isalpha, text[:40])) >= 2


def is_rule(text: str) -> bool:
    """Whether a line is only a drawn rule: "-------", "_____", "* * *", "| --- | --- |"."""
    return len(text) >= 2 and _RULE.issuperset(text) and not text.isspace()


def ends_sentence(text: str) -> bool:
    """Whether a sentence, an item or an announcement ends here: terminal sign, also before a closing quote/bracket."""
    return text.rstrip("\"”’')] ")[-1:] in TERMINAL


def begins_lower(text: str) -> bool:
    """Whether the first letter, after opening quotes, is a small letter."""
    first = text.lstrip("\"“‘'([")[:1]
    return first.islower()


def type_of(text: str) -> str:
    """The type name (as in TYPES, in capitals) a line of capitals begins with, or ""."""
    if not is_capitals(text):
        return ""
    for name in TYPES:
        if text.startswith(name) and not text[len(name) : len(name) + 1].isalpha():
            return name
    return ""


def is_basis(text: str) -> bool:
    """Whether a paragraph before the body stands as a legal basis: it begins as one and does not open the body."""
    bare = text.lstrip("-–+* ").lower()
    return bare.startswith(BASIS) and not bare.rstrip().endswith(":") and "như sau" not in bare[-40:]


def is_authority(text: str) -> bool:
    """Whether a line is quyền hạn, chức vụ of the signer (box 7a): "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"."""
    return is_capitals(text) and len(text) < 90 and (text.startswith(AUTHORITY_MARKS) or text.startswith(POSTS))
