"""Numbers of headings, made when the plan is printed: A / I / 1 / 1.1 / a), and the Vietnamese alphabet with đ."""

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


def number_sections(content: PlanContent) -> dict[str, tuple[str, NumberStyle]]:
    """Printed number and style of every section, by key."""
    numbers: dict[str, tuple[str, NumberStyle]] = {}
    start = _STARTS.get(content.head.first_level, 0)
    children: dict[str, list[SectionContent]] = {}
    for section in content.sections:
        children.setdefault(section.parent, []).append(section)

    def visit(parent: str, depth: int, path: str) -> None:
        counts = {"a": 0, "(1)": 0, "": 0}
        for section in children.get(parent, ()):
            kind = "a" if section.block else section.numbering
            counts[kind] += 1
            if kind:
                lettered = kind == "a"
                number = point(counts[kind]) if lettered else f"({counts[kind]})"
                numbers[section.key] = (number, NumberStyle.POINT if lettered else NumberStyle.PAREN)
                visit(section.key, 3, "")
                continue
            number, style, below = _one(start + depth, counts[""], path)
            numbers[section.key] = (number, style)
            visit(section.key, depth + 1, below)

    visit("", 0, "")
    return numbers


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
