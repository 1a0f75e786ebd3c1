"""Markdown and plain text: the form of copied plans, and the one in which legal sites print official documents.

A blank line parts paragraphs; a line break inside a paragraph is kept or healed by structure/joining.py; header and
signature may stand in pipe boxes whose cells run over several lines. Every character of the source ends up in the
`raw` of some part of the document, or in `asides`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import is_normalized

from giamngheo.foundation.text import nfc, without_controls
from giamngheo.paperwork.document import OfficialDocument, SourceFormat
from giamngheo.paperwork.readers import pipes
from giamngheo.paperwork.readers.markup import clean
from giamngheo.paperwork.structure import words
from giamngheo.paperwork.structure.blocks import Block
from giamngheo.paperwork.structure.builder import build

if TYPE_CHECKING:
    from collections.abc import Callable

SOFT_MARKS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # what nfc takes away
_WIDEST_WRAP = 200  # lines longer than this are paragraphs, not lines cut at a margin


@cache
def _strange() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def read_text(text: str, *, name: str = "") -> OfficialDocument:
    """Read a document from text. Line numbers are 1-based lines of `text`, split at line feeds only."""
    if _strange().search(text):
        text = without_controls(text.replace("\x0c", "\n"))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n").split("\n")
    if lines and lines[0].startswith("\ufeff"):
        lines[0] = lines[0][1:]
    # Asked of the whole text first: most text is in normal form, and asking once is cheaper than once a line.
    plain = text.isascii() or (is_normalized("NFC", text) and not any(mark in text for mark in SOFT_MARKS))
    normal = str if plain else nfc
    blocks: list[Block] = []
    position = 0
    while position < len(lines):
        if not lines[position].strip():
            position += 1
        elif lines[position].lstrip().startswith("|"):
            position = pipes.read_table(lines, position, blocks)
        else:
            position = _read_paragraph(lines, position, blocks, normal)
    _mark_full(blocks)
    return build(blocks, source_format=SourceFormat.TEXT, name=name, source_lines=len(lines))


def _read_paragraph(lines: list[str], start: int, blocks: list[Block], normal: Callable[[str], str]) -> int:
    """The lines up to the next blank line or table, one block each; returns the position after them."""
    end = start
    while end < len(lines) and lines[end].strip() and not lines[end].lstrip().startswith("|"):
        end += 1
    raws = lines[start:end]
    soft = False
    for offset, piece in enumerate(clean([normal(raw) for raw in raws])):
        raw = raws[offset]
        parts = _at_breaks(raw, piece.text) if "<" in raw else [(piece.text, raw)]
        for each, its_raw in parts:
            blocks.append(
                Block(each.strip(), its_raw, start + offset + 1, soft=soft, bold=piece.bold, italic=piece.italic)
            )
            soft = True
    return end


def _at_breaks(raw: str, text: str) -> list[tuple[str, str]]:
    """A line cut at its <br> marks; raw pieces keep the mark in front of what follows it."""
    raws = re.split(r"(?=<br\s*/?>)", raw, flags=re.IGNORECASE)
    texts = re.split(r"<br\s*/?>", text, flags=re.IGNORECASE)
    return list(zip(texts, raws, strict=True)) if len(raws) == len(texts) else [(text, raw)]


def _mark_full(blocks: list[Block]) -> None:
    """Tell which lines reach the right edge: in text cut at a margin, those near the usual length of a cut line."""
    cut = sorted(
        len(first.text)
        for first, second in pairwise(blocks)
        if second.soft and first.cells is None and len(first.text) > 40 and not words.ends_sentence(first.text)
    )
    width = cut[len(cut) * 9 // 10] if cut else 0
    wrapped = 40 < width <= _WIDEST_WRAP
    for block in blocks:
        block.full = wrapped and len(block.text) >= width * 0.7
