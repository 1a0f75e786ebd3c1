"""Numbers of headings, made when the plan is printed: A / I / 1 / 1.1 / a) with the Vietnamese đ, or Phần, Chương, Mục,
Điều where the plan is written in them."""

from __future__ import annotations

from giamngheo.paperwork.document import NumberStyle
from giamngheo.planning.content import PlanContent, SectionContent

# NĐ 30/2020, Phụ lục I, II.6: points follow the Vietnamese alphabet (no f, j, w, z).
POINTS = (
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
)
_STARTS = {"A": 0, "I": 1, "1": 2}


def point(position: int) -> str:
    """ "a)" for 1, "đ)" for 5; after "y)" "aa)", "ab)" …"""
    count = len(POINTS)
    first, second = divmod(position - 1, count)
    return (POINTS[first - 1] if first else "") + POINTS[second] + ")"


def roman(number: int) -> str:
    """4 -> IV; raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"no Roman number for {number}")
    found = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            found, number = found + letters, number - value
    return found


# "Phần thứ nhất" as parts of a plan are counted in words; the reader knows ten of them.
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_NAMED = {
    "P": NumberStyle.PART, "Pt": NumberStyle.PART, "P1": NumberStyle.PART, "C": NumberStyle.CHAPTER,
    "M": NumberStyle.SECTION, "Đ": NumberStyle.ARTICLE, "I": NumberStyle.ROMAN,
}  # fmt: skip
_ARABIC = 2  # the level of "1.", which goes on under every number with a name


def number_sections(content: PlanContent) -> dict[str, tuple[str, NumberStyle]]:
    """Printed number and style of every section, by key. Chapters and the like count anew under each heading unless
    the plan counts them through ("C+"); articles always run through."""
    numbers: dict[str, tuple[str, NumberStyle]] = {}
    start = _STARTS.get(content.head.first_level, 0)
    children: dict[str, list[SectionContent]] = {}
    for section in content.sections:
        children.setdefault(section.parent, []).append(section)
    running: dict[str, int] = {}

    def visit(parent: str, depth: int, path: str) -> None:
        counts: dict[str, int] = {}
        for section in children.get(parent, ()):
            kind = "a" if section.block else section.numbering
            counted = running if kind.endswith("+") or kind == "Đ" else counts
            position = counted[kind] = counted.get(kind, 0) + 1
            if kind in ("a", "(1)"):
                lettered = kind == "a"
                number = point(position) if lettered else f"({position})"
                numbers[section.key] = (number, NumberStyle.POINT if lettered else NumberStyle.PAREN)
                visit(section.key, 3, "")
            elif kind:
                numbers[section.key] = _with_name(kind.rstrip("+"), position, section.title)
                visit(section.key, _ARABIC - start, "")
            else:
                number, style, below = _one(start + depth, position, path)
                numbers[section.key] = (number, style)
                visit(section.key, depth + 1, below)

    visit("", 0, "")
    return numbers


def _with_name(kind: str, position: int, title: str) -> tuple[str, NumberStyle]:
    """ "Phần thứ nhất", "Chương I", "Mục 1", "Điều 1."; a stop ends the number before a title in small letters."""
    style = _NAMED[kind]
    if kind == "Pt" and position <= len(_ORDINALS):
        number = f"Phần thứ {_ORDINALS[position - 1]}"
    elif kind in ("M", "Đ", "P1"):
        number = f"{ {'M': 'Mục', 'Đ': 'Điều', 'P1': 'Phần'}[kind] } {position}"
    elif kind == "I":
        number = roman(position)
    else:
        number = f"{'Chương' if kind == 'C' else 'Phần'} {roman(position)}"
    stopped = kind in ("Đ", "I") or not title[:1].isupper()
    return (f"{number}." if stopped else number), style


def _one(level: int, position: int, path: str) -> tuple[str, NumberStyle, str]:
    """(printed number, style, path that the sections below continue)."""
    if level == 0:
        return f"{_letter(position)}.", NumberStyle.PART, ""
    if level == 1:
        return f"{roman(position)}.", NumberStyle.ROMAN, ""
    if not path:
        return f"{position}.", NumberStyle.ARABIC, str(position)
    return f"{path}.{position}.", NumberStyle.DECIMAL, f"{path}.{position}"


def _letter(position: int) -> str:
    return chr(ord("A") + position - 1) if position <= 26 else roman(position)
