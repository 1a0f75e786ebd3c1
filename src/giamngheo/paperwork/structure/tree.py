"""The body as a tree: which heading governs which block, also where the printed numbers are wrong.

A number's level follows from its style, not from its value: a style met again closes everything below the heading
that bore it last; a new style goes under the current heading, or beside those its usual rank puts it above. So
"a) ..." after "c) ..." is its neighbour, and "3. ..." after "5.2. ..." stands beside "5. ...".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from giamngheo.paperwork.document import Node, NodeKind, NumberStyle, Place
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, cell_text
from giamngheo.paperwork.structure.numbers import RANK, Printed, split_number

_TITLE = 200  # a bold line longer than this is emphasis, not a heading
_BULLET_RANK = {"+": 2, "o": 3, "*": 1, "•": 1, "·": 3, "○": 2, "▪": 3, "■": 2}
Key = tuple[int, int]


@dataclass
class _Draft:
    """A node being filled; `key` ranks a heading (style, depth of a decimal number) or a bullet (-1, mark)."""

    kind: NodeKind
    text: str
    place: Place
    key: Key
    number: str = ""
    style: NumberStyle = NumberStyle.NONE
    block: Block | None = None
    raw: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    children: list[_Draft] = field(default_factory=list)

    def freeze(self, level: int = 1) -> Node:
        heading = self.kind is NodeKind.HEADING
        block = self.block
        return Node(
            kind=self.kind, text=self.text, place=self.place, number=self.number, style=self.style,
            level=level if heading else 0,
            children=tuple(child.freeze(level + 1 if heading else level) for child in self.children),
            rows=self.rows, bold=bool(block and block.bold), italic=bool(block and block.italic),
            auto_number=bool(block and block.number), raw=self.raw,
        )  # fmt: skip


def body_tree(blocks: list[Block]) -> tuple[Node, ...]:
    """The blocks of a body (sentences already joined) as nodes under their headings."""
    roots: list[_Draft] = []
    headings: list[_Draft] = []
    bullets: list[_Draft] = []
    awaiting: _Draft | None = None  # "Chương I" whose title stands on the next line
    for block in blocks:
        draft = _draft(block)
        if draft is None:
            continue
        if awaiting and _is_title_of(awaiting, draft):
            _complete(awaiting, block)
            awaiting = None
            continue
        awaiting = None
        if draft.kind is NodeKind.HEADING:
            bullets = []
            _close(headings, draft)
            (headings[-1].children if headings else roots).append(draft)
            headings.append(draft)
            if draft.style in (NumberStyle.PART, NumberStyle.CHAPTER, NumberStyle.SECTION) and not draft.text:
                awaiting = draft
        elif draft.kind is NodeKind.BULLET:
            _close_bullets(bullets, draft)
            parent = bullets[-1].children if bullets else headings[-1].children if headings else roots
            parent.append(draft)
            bullets.append(draft)
        else:
            bullets = []
            (headings[-1].children if headings else roots).append(draft)
    return tuple(root.freeze() for root in roots)


def _draft(block: Block) -> _Draft | None:
    if block.cells is not None:
        rows = tuple(tuple(cell_text(cell) for cell in row) for row in block.cells)
        return _Draft(NodeKind.TABLE, "", block.place, (99, 0), block=block, raw=block.raw, rows=rows)
    printed = split_number(f"{block.number} {block.text}") if block.number else split_number(block.text)
    if block.number and printed is None:
        printed = Printed(block.number, None, block.text)
    if printed is None:
        if not block.text:
            return None
        return _unnumbered(block)
    number = block.number or printed.number
    rest = block.text if block.number else printed.rest
    if printed.style is None:
        rank = _BULLET_RANK.get(number, 0)
        return _Draft(NodeKind.BULLET, rest, block.place, (-1, rank), number, block=block, raw=block.raw)
    key = (RANK[printed.style], printed.depth)
    return _Draft(NodeKind.HEADING, rest, block.place, key, number, printed.style, block, block.raw)


def _unnumbered(block: Block) -> _Draft:
    """A paragraph, or a heading without number: a short line, wholly bold or in capitals, that ends no sentence."""
    text = block.text
    capitals = words.is_capitals(text)
    if (block.bold or capitals) and len(text) <= _TITLE and not text.endswith((".", ";", ",", "!", "?")):
        key = (RANK[NumberStyle.NONE], 0 if capitals else 1)
        return _Draft(NodeKind.HEADING, text, block.place, key, block=block, raw=block.raw)
    return _Draft(NodeKind.PARAGRAPH, text, block.place, (99, 0), block=block, raw=block.raw)


def _close(headings: list[_Draft], new: _Draft) -> None:
    """Close the open headings that do not govern `new`."""
    keys = [heading.key for heading in headings]
    if new.key in keys:
        del headings[keys.index(new.key) :]
        return
    if new.style is NumberStyle.NONE:
        while headings and headings[-1].style in (NumberStyle.POINT, NumberStyle.PAREN, NumberStyle.NONE):
            if headings[-1].key == (RANK[NumberStyle.NONE], 0):
                return  # a bold line stands under a line in capitals
            headings.pop()
        return
    articles = [heading.style is NumberStyle.ARTICLE for heading in headings]
    if new.style in (NumberStyle.ROMAN, NumberStyle.PART) and any(articles):
        del headings[articles.index(True) + 1 :]  # a plan approved inside "Điều 1."
        return
    while headings and headings[-1].style is not NumberStyle.NONE and headings[-1].key > new.key:
        headings.pop()
    if headings and headings[-1].style is NumberStyle.NONE:
        _close_unnumbered(headings, new)


def _close_unnumbered(headings: list[_Draft], new: _Draft) -> None:
    """A heading without number governs what follows, unless a heading above it ranks below the new one."""
    for position, heading in enumerate(headings):
        if heading.style is not NumberStyle.NONE and heading.key > new.key:
            del headings[position:]
            return


def _close_bullets(bullets: list[_Draft], new: _Draft) -> None:
    marks = [bullet.number for bullet in bullets]
    if new.number in marks:
        del bullets[marks.index(new.number) :]
        return
    while bullets and bullets[-1].key >= new.key:
        bullets.pop()


def _is_title_of(heading: _Draft, draft: _Draft) -> bool:
    return draft.style is NumberStyle.NONE and draft.kind is NodeKind.HEADING and draft.number == ""


def _complete(heading: _Draft, block: Block) -> None:
    heading.text = block.text
    heading.raw = f"{heading.raw}\n{block.raw}"
    heading.place = Place(heading.place.line, block.end_line or block.line, heading.place.page)
