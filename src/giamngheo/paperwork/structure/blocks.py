"""The flat block: what every reader makes of its format, and all that the structure builder sees."""

from __future__ import annotations

from giamngheo.paperwork.document import Line, Place


class Block:
    """One printed line or paragraph, or one table, in document order.

    `text` is NFC without markup and holds no line feed; `raw` is what stood in the source. `soft`: only a line break
    (not a new paragraph) stands between this block and the one before, so the two may be one sentence. `full`: the
    line reaches the right edge, so it may have been broken there (None: not known). `number` is set only where the
    format made it (Word's numbering); typed numbers are still in `text`. `cells` of a table: rows of cells of blocks.
    """

    # A plain class, not a dataclass: making one costs a millisecond at every start of `giamngheo plan check`.
    __slots__ = ("bold", "cells", "end_line", "full", "italic", "line", "number", "page", "raw", "soft", "text")

    def __init__(
        self,
        text: str,
        raw: str = "",
        line: int = 0,
        end_line: int = 0,
        page: int | None = None,
        soft: bool = False,
        full: bool | None = None,
        bold: bool = False,
        italic: bool = False,
        number: str = "",
        cells: list[list[list[Block]]] | None = None,
    ) -> None:
        self.text, self.raw, self.line, self.end_line, self.page = text, raw, line, end_line, page
        self.soft, self.full, self.bold, self.italic = soft, full, bold, italic
        self.number, self.cells = number, cells

    @property
    def place(self) -> Place:
        last = self.end_line if self.end_line != self.line else 0
        return Place(self.line, last, self.page)

    def as_line(self, text: str | None = None) -> Line:
        return Line(self.text if text is None else text, self.place, self.raw)

    def leaves(self) -> list[Block]:
        """The blocks of text in this block: itself, or those of a table's cells, column after column, so that what
        stands in one column stays together."""
        if self.cells is None:
            return [self]
        width = max((len(row) for row in self.cells), default=0)
        return [
            leaf
            for column in range(width)
            for row in self.cells
            if column < len(row)
            for block in row[column]
            for leaf in block.leaves()
        ]


def join(first: Block, second: Block) -> None:
    """Make `second` the continuation of `first`."""
    first.text = together(first.text, second.text)
    first.raw = f"{first.raw}\n{second.raw}"
    first.end_line = second.end_line or second.line
    first.full = second.full
    first.bold = first.bold and second.bold
    first.italic = first.italic and second.italic


def together(first: str, second: str) -> str:
    """Two lines as one text. A hyphen or slash at the end of the first stays, without a space behind it ("2021-" and
    "2025", "85/KH-" and "UBND"): Vietnamese words are not hyphenated, so it belongs to the text."""
    return f"{first}{'' if is_cut_word(first, second) else ' '}{second}".strip()


def is_cut_word(first: str, second: str) -> bool:
    """Whether the edge of the page cut a word behind its hyphen or slash, or a figure behind its point: "1." "134"."""
    mark, before = first[-1:], first[-2:-1]
    if mark == "." and before.isdigit():
        whole = first[:-1].rsplit(maxsplit=1)[-1].lstrip("(")
        return whole.isdigit() and len(whole) <= 3 and second[:3].isdigit() and not second[3:4].isdigit()
    return mark in ("-", "/") and before.isalnum() and second[:1].isalnum()


def cell_text(blocks: list[Block]) -> str:
    """A cell's text: its paragraphs with line feeds between; a table in a cell gives its cells' texts."""
    leaves = [leaf for block in blocks for leaf in block.leaves()]
    return "\n".join(f"{leaf.number} {leaf.text}".strip() for leaf in leaves if leaf.text or leaf.number)
