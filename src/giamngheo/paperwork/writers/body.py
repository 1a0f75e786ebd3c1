"""The body of a document as blocks in print order: how each heading, paragraph, bullet and table is set."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.paperwork.document import Node, NodeKind, NumberStyle
from giamngheo.paperwork.writers.grid import grid_of
from giamngheo.paperwork.writers.sheet import Block, Role, Run
from giamngheo.paperwork.writers.wording import printable, runs

_LONGEST_TITLE = 200  # letters; a longer numbered text is a clause, not a title
_SHORT = 80
_CENTRED_WORDS = ("phần", "chương", "mục", "tiểu mục")
_ENACTING = ("QUYẾT ĐỊNH", "QUYẾT NGHỊ")


def body_blocks(nodes: tuple[Node, ...], width: float) -> tuple[Block, ...]:
    """Blocks of `nodes` and everything under them, for a text `width` mm wide."""
    return tuple(_blocks(nodes, width, 0, 0))


def _blocks(nodes: tuple[Node, ...], width: float, outline: int, depth: int) -> Iterator[Block]:
    for node in nodes:
        if node.kind is NodeKind.TABLE:
            yield from _table(node, width)
            yield from _blocks(node.children, width, outline, depth)
        elif node.kind is NodeKind.HEADING:
            block = _heading(node, outline + 1)
            yield block
            yield from _blocks(node.children, width, max(outline, block.outline), 0)
        else:
            bullet = node.kind is NodeKind.BULLET
            yield _text(node, depth)
            yield from _blocks(node.children, width, outline, depth + 1 if bullet else depth)


def is_title(node: Node) -> bool:
    """Whether a heading names what follows ("khoản có tiêu đề") or is itself a clause ("1. Giao Văn phòng …")."""
    text = printable(node.text)
    if node.style in (NumberStyle.PART, NumberStyle.CHAPTER):
        return True
    if len(text) > _LONGEST_TITLE or text.endswith((".", ";", ":", ",")):
        return node.style is NumberStyle.NONE
    return bool(node.children) or node.bold or len(text) <= _SHORT


def _heading(node: Node, outline: int) -> Block:
    text, number = printable(node.text), printable(node.number)
    title, style = is_title(node), node.style
    if _enacting(text):
        return Block(Role.CENTRED, (), runs(text, bold=True), 0, keep=True, place=node.place.line)
    caps = title and style in (NumberStyle.PART, NumberStyle.CHAPTER, NumberStyle.ROMAN)
    bold, italic = _look(node, title, number)
    centred = number.lower().startswith(_CENTRED_WORDS)
    number_bold = bold or style is NumberStyle.ARTICLE
    return Block(
        role=Role.CENTRED if centred else Role.HEADING,
        number=runs(number, bold=number_bold, italic=italic),
        runs=runs(text, bold=bold, italic=italic, caps=caps),
        outline=min(outline, 9) if title else 0,
        keep=title or text.endswith(":"),
        place=node.place.line,
    )


def _look(node: Node, title: bool, number: str) -> tuple[bool, bool]:
    """(bold, italic) of a heading's text. Below "1." the decree fixes nothing but "a)" upright and light; "1.1." is
    set bold italic, "1.1.1." italic, so that a reader sees the level."""
    if not title:
        return False, False
    if node.style in (NumberStyle.POINT, NumberStyle.PAREN):
        return node.bold, node.italic
    if node.style is NumberStyle.DECIMAL:
        parts = len([part for part in number.split(".") if part])
        return parts <= 2, True
    return True, False


def _enacting(text: str) -> bool:
    return text.rstrip(": ").upper() in _ENACTING


def _text(node: Node, depth: int) -> Block:
    text, number = printable(node.text), printable(node.number)
    if not number and _enacting(text):
        return Block(Role.CENTRED, (), runs(text, bold=True), keep=True, place=node.place.line)
    bullet = node.kind is NodeKind.BULLET
    if bullet and not number:
        number = "-" if depth == 0 else "+"
    look = {"bold": node.bold, "italic": node.italic}
    return Block(
        role=Role.BULLET if bullet else Role.TEXT,
        number=runs(number, **look),
        runs=runs(text, **look),
        depth=depth if bullet else 0,
        keep=text.endswith(":"),
        place=node.place.line,
    )


def _table(node: Node, width: float) -> Iterator[Block]:
    caption = printable(node.text)
    if caption:
        name: tuple[Run, ...] = runs(caption, bold=True)
        yield Block(Role.CENTRED, (), name, keep=True, place=node.place.line)
    if any(any(cell.strip() for cell in row) for row in node.rows):
        yield Block(Role.TABLE, place=0 if caption else node.place.line, grid=grid_of(node.rows, width))
