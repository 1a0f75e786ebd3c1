"""Printed numbers: what stands in front of a heading or an item, and how such numbers rank."""

from __future__ import annotations

from giamngheo.paperwork.document import NumberStyle

BULLETS = "-–—−+*•·●○◦▪■□✓✔➢❖►\uf0b7\uf0a7\uf0fc\uf0d8\uf02d"
_ROMAN = frozenset(
    (
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
        "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV",
    )
)  # fmt: skip
_PARTS = "ABCDĐEGHKLMN"
_ORDINALS = ("nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "một")
_NAMED = {
    "phần": NumberStyle.PART,
    "chương": NumberStyle.CHAPTER,
    "mục": NumberStyle.SECTION,
    "điều": NumberStyle.ARTICLE,
}


class Printed:
    """A number as printed and what follows it. `style` None: a bullet. `depth`: parts of a decimal number."""

    __slots__ = ("depth", "number", "rest", "style")

    def __init__(self, number: str, style: NumberStyle | None, rest: str, depth: int = 1) -> None:
        self.number, self.style, self.rest, self.depth = number, style, rest, depth


def split_number(text: str) -> Printed | None:
    """Take the printed number off the front of `text`; None where none stands there.

    Figures are no numbers of headings: "1.040 triệu đồng", "2,22%", "11 tháng", "05/3/2024" give None.
    """
    first = text[:1]
    if not first:
        return None
    if first in BULLETS:
        return _bullet(text)
    if first.isdigit():
        return _digits(text)
    if first == "(":
        return _bracketed(text)
    if first.isalpha():
        return (_named(text) if first in "PpCcMmĐđ" else None) or _letter(text)
    return None


def _bullet(text: str) -> Printed | None:
    rest = text[1:]
    if rest[:1] == text[0] or (text[0] == "*" and rest[:1] in "*)"):
        return None
    return Printed(text[0], None, rest.strip())


def _digits(text: str) -> Printed | None:
    end = 0
    while end < len(text) and (text[end].isdigit() or text[end] == "."):
        end += 1
    token, after = text[:end], text[end:]
    parts = token.rstrip(".").split(".")
    if token.endswith("..") or any(not 1 <= len(part) <= 2 for part in parts) or len(parts) > 5:
        return None
    if after[:1] in (")", "/", "-") and len(parts) == 1 and not token.endswith("."):
        if after[0] == ")" or (after[0] == "/" and after[1:2].isspace()):
            return Printed(
                token + after[0], NumberStyle.PAREN if after[0] == ")" else NumberStyle.ARABIC, after[1:].strip()
            )
        return None
    spaced = not after or after[0].isspace()
    follows = after.lstrip("*_ \t\u00a0")[:1]
    if not spaced and not follows.isupper():
        return None
    # "2.1 Tiểu dự án" is a number; "2.1 triệu" and "66 lao động" are figures.
    if not token.endswith(".") and (len(parts) == 1 or not follows.isupper()):
        return None
    style = NumberStyle.ARABIC if len(parts) == 1 else NumberStyle.DECIMAL
    return Printed(token, style, after.strip(), len(parts))


def _bracketed(text: str) -> Printed | None:
    close = text.find(")", 1, 6)
    inner = text[1:close] if close > 0 else ""
    if inner.isdigit() or inner in _ROMAN or (len(inner) == 1 and inner.isalpha() and inner.islower()):
        return Printed(text[: close + 1], NumberStyle.PAREN, text[close + 1 :].strip())
    return None


def _named(text: str) -> Printed | None:
    """ "Phần thứ nhất", "Chương I", "Mục 1", "Điều 1." - not "Điều 5 Nghị định số ..." inside a sentence."""
    words = text.split(maxsplit=3)
    style = _NAMED.get(words[0].lower()) if len(words) > 1 and words[0][0].isupper() else None
    if style is None:
        return None
    used = 2
    mark = words[1].rstrip(".:")
    if style is NumberStyle.PART and mark.lower() == "thứ" and len(words) > 2:
        mark, used = words[2].rstrip(".:"), 3
        if mark.lower() not in _ORDINALS:
            return None
    elif not (mark.isdigit() or mark in _ROMAN or (mark[:-1].isdigit() and mark[-1:].isalpha())):
        return None
    last = words[used - 1]
    number_end = text.index(last, sum(map(len, words[: used - 1]))) + len(last)
    rest = text[number_end:].strip()
    closed = last[-1] in ".:"
    if rest and not closed and (style is NumberStyle.ARTICLE or not rest[0].isupper()):
        return None
    return Printed(text[:number_end], style, rest)


def _letter(text: str) -> Printed | None:
    end = 1
    while end < 6 and text[end : end + 1] in tuple("IVX"):
        end += 1
    token, mark, after = text[:end], text[end : end + 1], text[end + 1 :]
    if token in _ROMAN and mark in tuple(".)/-–"):
        if mark in "-–/" and not after[:1].isspace():  # "V/v" is the subject of a letter
            return None
        return Printed(token + mark, NumberStyle.ROMAN, after.strip())
    token, mark, after = text[:1], text[1:2], text[2:]
    if token.islower():
        if mark.isdigit() and text[2:3] == ")":  # "a1)"
            return Printed(text[:3], NumberStyle.POINT, text[3:].strip())
        if mark == ")" or (mark in (".", "/") and after[:1].isspace()):
            return Printed(token + mark, NumberStyle.POINT, after.strip())
        if mark == "." and after[:1].isdigit() and after[1:2] in tuple(".) "):  # "a.1)"
            return Printed(text[:4].rstrip(), NumberStyle.POINT, text[4:].strip(), 2)
        return None
    if token in _PARTS and mark in (".", "/", ")") and (not after or after[0].isspace() or is_word_in_capitals(after)):
        return Printed(token + mark, NumberStyle.PART, after.strip())
    return None


def is_word_in_capitals(text: str) -> bool:
    """Whether `text` begins with a word of at least two capitals ("KẾ HOẠCH" in "B.KẾ HOẠCH")."""
    word = text.split(maxsplit=1)[0] if text.split() else ""
    return len(word) >= 2 and word.isalpha() and word.isupper()


def is_numbered(text: str) -> bool:
    """Whether a number (not a bullet) stands in front."""
    printed = split_number(text)
    return printed is not None and printed.style is not None


RANK = {style: rank for rank, style in enumerate(NumberStyle)}
