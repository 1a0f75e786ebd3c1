"""Which kind of number a heading bears, for the printed plan to make it anew (docs/algorithms/import.md, step 2)."""

from __future__ import annotations

from giamngheo.paperwork.document import Node, NumberStyle
from giamngheo.planning.check.outline import ordinal
from giamngheo.planning.importing.drafts import SectionDraft

_KINDS = {
    NumberStyle.POINT: "a",
    NumberStyle.PAREN: "(1)",
    NumberStyle.CHAPTER: "C",
    NumberStyle.SECTION: "M",
    NumberStyle.ARTICLE: "Đ",
}
_COUNTED = {"C": NumberStyle.CHAPTER, "M": NumberStyle.SECTION}
_NAMES = ("P", "Pt", "P1", "C", "M", "Đ")


def numbering_of(node: Node, above: list[SectionDraft]) -> str:
    """ "" where the level says it; "Pt" Phần thứ nhất, "P" Phần I, "P1" Phần 1, "C" Chương, "M" Mục, "Đ" Điều, "I" a
    Roman number under one of these, "a" a point, "(1)" one in brackets."""
    number = node.number.strip(" .:").lower()
    if node.style is NumberStyle.PART and number.startswith("phần"):
        last = number.split()[-1]
        return "P1" if last.isdigit() else "Pt" if "thứ" in number else "P"
    if node.style is NumberStyle.ROMAN:
        return "I" if any(each.numbering in _NAMES for each in above) else ""
    return _KINDS.get(node.style, "")


def count_through(root: SectionDraft) -> None:
    """Mark chapters (and Mục) that go on counting from one part into the next: Chương III opens Phần thứ hai."""
    for kind, style in _COUNTED.items():
        first = [
            next((child for child in section.children if child.numbering == kind), None) for section in root.walk()
        ]
        places = [ordinal(each.number, style) for each in first if each is not None]
        if any(place and place[0] > 1 for place in places[1:]):
            for section in root.walk():
                section.numbering = f"{kind}+" if section.numbering == kind else section.numbering
