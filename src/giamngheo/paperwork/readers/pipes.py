"""Tables drawn with pipes, also those whose rows run over several lines, as legal sites print header and signature."""

from __future__ import annotations

import re
from functools import cache

from giamngheo.foundation.text import nfc
from giamngheo.paperwork.readers.markup import clean
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block, join

_TALLEST = 80  # lines one row may run over


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(r"(?=<br\s*/?>)", re.IGNORECASE)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_table(lines: list[str], start: int, blocks: list[Block]) -> int:
    """Read the table whose first line is lines[start]; returns the position after it.

    Border lines ("| --- | --- |") become blocks without text, which the builder sets aside.
    """
    rows: list[list[list[Block]]] = []
    borders: list[Block] = []
    position = start
    while position < len(lines) and lines[position].lstrip().startswith("|"):
        end = _row_end(lines, position)
        row_lines = lines[position:end]
        if len(row_lines) == 1 and _is_border(row_lines[0].strip()):
            borders.append(Block("", row_lines[0], position + 1))
        else:
            rows.append(_row(row_lines, position + 1))
        position = end
    if rows:
        # Without text they change no cell, yet they are kept when a box is taken apart into its lines.
        rows[-1][-1] += borders
        blocks.append(Block("", "\n".join(lines[start:position]), start + 1, position, cells=rows))
    else:
        blocks += borders
    return position


def _is_border(line: str) -> bool:
    """Whether a line is drawn below a header; an escaped dash is a word somebody wrote into a cell."""
    return words.is_rule(line) and "-" in line and "\\-" not in line


def _row_end(lines: list[str], start: int) -> int:
    """The position after the row: it ends with the line that closes with a pipe; at a blank line or another row when
    nothing closes it within reach, so that a single stray pipe does not swallow the document."""
    closed = lines[start].rstrip().endswith("|") and lines[start].strip() != "|"
    if closed:
        return start + 1
    for position in range(start + 1, min(start + _TALLEST, len(lines))):
        if lines[position].rstrip().endswith("|"):
            return position + 1
    return start + 1


def _row(lines: list[str], first: int) -> list[list[Block]]:
    """Cells of one row; each line of a cell (at <br> or a line feed) is a block with its own place."""
    cells: list[list[tuple[str, int]]] = []
    for offset, line in enumerate(lines):
        pieces = _at_pipes(line)
        for index, piece in enumerate(pieces):
            if (piece.startswith("|") and piece.strip() != "|") or (piece.startswith("|") and index < len(pieces) - 1):
                cells.append([])
            elif piece.strip() == "|" and cells:
                _append_border(cells, piece, first + offset)
                continue
            if not cells:
                cells.append([])
            cells[-1] += [(part, first + offset) for part in _cut().split(piece)]
    return [_cell(cell) for cell in cells]


def _at_pipes(line: str) -> list[str]:
    """The line cut before every pipe that is no escape; "| A | B |" gives "| A ", "| B ", "|"."""
    parts = re.split(r"(?<!\\)(?=\|)", line)
    return [part for part in parts if part.strip()]


def _append_border(cells: list[list[tuple[str, int]]], piece: str, line: int) -> None:
    if cells[-1] and cells[-1][-1][1] == line:
        text, number = cells[-1][-1]
        cells[-1][-1] = (text + piece, number)
    else:
        cells[-1].append((piece, line))


def _cell(parts: list[tuple[str, int]]) -> list[Block]:
    texts = clean([_plain(part) for part, _ in parts])
    marked = any(_ends_hard(part) or part.startswith("<") for part, _ in parts)
    blocks: list[Block] = []
    hard = True
    for piece, (raw, line) in zip(texts, parts, strict=True):
        block = Block(piece.text.strip(), raw, line, soft=bool(blocks), bold=piece.bold, italic=piece.italic)
        hard = hard or not marked or raw.lstrip().startswith("<") or words.is_rule(block.text)
        if hard or not blocks or not block.text:
            blocks.append(block)
        else:
            join(blocks[-1], block)
        hard = _ends_hard(raw)
    return blocks


def _ends_hard(raw: str) -> bool:
    """Markdown's sign that a line break is meant: two spaces or a backslash at the end of the line."""
    return raw.endswith(("  ", "\\"))


def _plain(part: str) -> str:
    """A cell's line without its pipes and <br>."""
    text = _mark().sub("", nfc(part)).strip()
    return text.removeprefix("|").removesuffix("|") if not text.endswith("\\|") else text.removeprefix("|")
