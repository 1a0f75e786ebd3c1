"""The printed numbering of a document: lists of headings that count together, and the place of each in its alphabet.

Prose: docs/algorithms/check-numbering.md, section 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from giamngheo.paperwork.document import Node, NodeKind, NumberStyle
from giamngheo.planning.check.engine import Context
from giamngheo.planning.check.record import Record

POINTS = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese alphabet as points use it (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.6)
_PARTS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_WORDS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}


class Item(Record):
    """A numbered heading: `ordinal` is its place in its list (1-based), `prefix` what a decimal number counts under."""

    node: Node
    ordinal: int
    prefix: tuple[int, ...] = ()

    @property
    def quote(self) -> str:
        return self.node.printed if len(self.node.printed) <= 90 else self.node.printed[:90].rsplit(" ", 1)[0]


class Siblings(Record):
    """Headings of one style under one parent, in order; `parent` None at the top. `mixed`: other text before them."""

    parent: Node | None
    style: NumberStyle
    items: tuple[Item, ...]


def ordinal(number: str, style: NumberStyle) -> tuple[int, tuple[int, ...]] | None:
    """Place and prefix a printed number says: "2.1." → (1, (2,)); "đ)" → (5, ()); None where it cannot be read."""
    bare = number.strip("().:/- –").strip()
    if style in (NumberStyle.ARABIC, NumberStyle.DECIMAL):
        parts = [int(part) for part in bare.split(".") if part.isdigit()]
        return (parts[-1], tuple(parts[:-1])) if parts else None
    last = bare.split()[-1] if bare else ""
    if style is NumberStyle.POINT:
        return (POINTS.index(last) + 1, ()) if last in POINTS and len(last) == 1 else None
    if style is NumberStyle.PART and len(last) == 1 and last in _PARTS and last not in _ROMAN:
        return _PARTS.index(last) + 1, ()
    if last.isdigit():
        return int(last), ()
    if last.lower() in _WORDS:
        return _WORDS[last.lower()], ()
    value = roman(last)
    return (value, ()) if value else None


def roman(text: str) -> int:
    """Value of a Roman numeral up to 89; 0 for anything else."""
    if not text or any(char not in _ROMAN for char in text):
        return 0
    values = [_ROMAN[char] for char in text]
    return sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def lists(context: Context) -> tuple[Siblings, ...]:
    """Every list of numbered headings, outermost first in document order."""
    known = context.memo.get("outline")
    if known is None:
        known = context.memo["outline"] = tuple(_lists(None, context.document.body))
    return cast("tuple[Siblings, ...]", known)


def _lists(parent: Node | None, nodes: tuple[Node, ...]) -> Iterator[Siblings]:
    by_style: dict[NumberStyle, list[Item]] = {}
    for node in nodes:
        if node.kind is NodeKind.HEADING and node.number:
            place = ordinal(node.number, node.style)
            items = by_style.setdefault(node.style, [])
            items.append(Item(node, *place) if place else Item(node, 0))
    for style, items in by_style.items():
        yield Siblings(parent, style, tuple(items))
    for node in nodes:
        if node.children:
            yield from _lists(node, node.children)


def printed_as(style: NumberStyle, place: int, like: Item) -> str:
    """The number `place` printed in the manner of `like`: 4 like "a)" is "d)", 2 like "3.3." is "3.2."."""
    number = like.node.number
    if style is NumberStyle.POINT and 1 <= place <= len(POINTS):
        return number.replace(number.strip("().:/- "), POINTS[place - 1], 1)
    if style in (NumberStyle.ARABIC, NumberStyle.DECIMAL, NumberStyle.PAREN):
        head, tail = number.rstrip(".)/"), number[len(number.rstrip(".)/")) :]
        return f"{head[: len(head) - len(head.lstrip('(').split('.')[-1])]}{place}{tail}"
    if style is NumberStyle.ROMAN:
        return number.replace(number.strip("().:/- –"), _as_roman(place), 1)
    if style is NumberStyle.PART and len(number.strip("().:/- ")) == 1 and place <= len(_PARTS):
        return number.replace(number.strip("().:/- "), _PARTS[place - 1], 1)
    if style in (NumberStyle.ARTICLE, NumberStyle.SECTION):
        return number.replace(str(like.ordinal), str(place))
    return str(place)


def _as_roman(value: int) -> str:
    text = ""
    for size, mark in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while value >= size:
            text, value = text + mark, value - size
    return text
