"""The body as a tree: which heading governs which block, also where the printed numbers are wrong.

A number's level follows from its style, not from its value: a style met again closes everything below the heading
that bore it last; a new style goes under the current heading, or beside those its usual rank puts it above. So
"a) ..." after "c) ..." is its neighbour, and "3. ..." after "5.2. ..." stands beside "5. ...".
"""

from __future__ import annotations

from giamngheo.paperwork.document import Node, NodeKind, NumberStyle
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, cell_text, join
from giamngheo.paperwork.structure.numbers import RANK, Printed, split_number

_TITLE = 200  # a bold line longer than this is emphasis, not a heading
_BULLET_RANK = {"+": 2, "o": 3, "*": 1, "•": 1, "·": 3, "○": 2, "▪": 3, "■": 2}
Key = tuple[int, int]


class _Draft:
    """A node being filled; `key` ranks a heading (style, depth of a decimal number) or a bullet (-1, mark)."""

    __slots__ = ("block", "children", "key", "kind", "number", "rows", "style", "text")

    def __init__(
        self, kind: NodeKind, block: Block, text: str, key: Key, number: str = "", style: NumberStyle = NumberStyle.NONE
    ) -> None:
        self.kind, self.block, self.text, self.key = kind, block, text, key
        self.number, self.style = number, style
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.children: list[_Draft] = []

    def freeze(self, level: int = 1) -> Node:
        heading = self.kind is NodeKind.HEADING
        block = self.block
        return Node(
            kind=self.kind, text=self.text, place=block.place, number=self.number, style=self.style,
            level=level if heading else 0,
            children=tuple(child.freeze(level + 1 if heading else level) for child in self.children),
            rows=self.rows, bold=block.bold, italic=block.italic, auto_number=bool(block.number), raw=block.raw,
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
        if awaiting and draft.style is NumberStyle.NONE and draft.kind is NodeKind.HEADING:
            join(awaiting.block, block)
            awaiting.text = block.text
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
        table = _Draft(NodeKind.TABLE, block, "", (99, 0))
        table.rows = tuple(tuple(cell_text(cell) for cell in row) for row in block.cells)
        return table
    printed = split_number(f"{block.number} {block.text}" if block.number else block.text)
    if block.number and (printed is None or printed.number != block.number):
        printed = Printed(block.number, printed.style if printed else None, block.text)
    if printed is None:
        return _unnumbered(block) if block.text else None
    if printed.style is None:
        return _Draft(NodeKind.BULLET, block, printed.rest, (-1, _BULLET_RANK.get(printed.number, 0)), printed.number)
    key = (RANK[printed.style], printed.depth)
    return _Draft(NodeKind.HEADING, block, printed.rest, key, printed.number, printed.style)


def _unnumbered(block: Block) -> _Draft:
    """A paragraph, or a heading without number: a short line, wholly bold or in capitals, that ends no sentence."""
    text = block.text
    capitals = words.is_capitals(text)
    if (block.bold or capitals) and len(text) <= _TITLE and not text.endswith((".", ";", ",", "!", "?")):
        return _Draft(NodeKind.HEADING, block, text, (RANK[NumberStyle.NONE], 0 if capitals else 1))
    return _Draft(NodeKind.PARAGRAPH, block, text, (99, 0))


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
