"""Markdown inside lines: asterisks, escapes, headings' hash signs. Takes the marks away and says what was bold."""

from __future__ import annotations

import re
from functools import cache


class Piece:
    """One line without markup; bold (italic) when all its letters are."""

    __slots__ = ("bold", "italic", "text")

    def __init__(self, text: str, bold: bool = False, italic: bool = False) -> None:
        self.text, self.bold, self.italic = text, bold, italic


@cache
def _italic() -> re.Pattern[str]:
    # A pair of single asterisks around words; "5*3", "(*)" and a list's "* " are none.
    return re.compile(r"(?<![*\w(\\])\*([^\s*)](?:[^*]*[^\s*])?)\*(?![*\w])")


@cache
def _escape() -> re.Pattern[str]:
    return re.compile(r"\\([-.*_+()\[\]#>|\\!~`])")


def clean(lines: list[str]) -> list[Piece]:
    """The lines of one paragraph without markup. Bold may begin on one line and end on another."""
    joined = "\n".join(lines)
    bold_mask: list[bool] | None = None
    if "**" in joined or "__" in joined:
        joined, bold_mask = _unbold(joined)
    italic_lines: set[int] = set()
    if "*" in joined:
        joined, bold_mask = _unitalic(joined, bold_mask, italic_lines)
    pieces = []
    start = 0
    for number, line in enumerate(joined.split("\n")):
        bold = bold_mask is not None and _all(line, bold_mask, start)
        start += len(line) + 1
        if "#" in line[:8] and (stripped := line.lstrip()).lstrip("#")[:1] in (" ", "*") and stripped[0] == "#":
            line, bold = stripped.lstrip("#").strip().strip("*"), True
        if "\\" in line:
            line = _escape().sub(r"\1", line)
        if "&" in line:
            line = line.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        pieces.append(Piece(line, bold, number in italic_lines))
    return pieces


def _unbold(text: str) -> tuple[str, list[bool]]:
    out: list[str] = []
    mask: list[bool] = []
    bold = False
    for part in re.split(r"\*\*|(?<!_)__(?!_)", text):
        out.append(part)
        mask += [bold] * len(part)
        bold = not bold
    return "".join(out), mask


def _unitalic(text: str, mask: list[bool] | None, italic_lines: set[int]) -> tuple[str, list[bool] | None]:
    out: list[str] = []
    kept: list[bool] = []
    last = 0
    for match in _italic().finditer(text):
        out += [text[last : match.start()], match.group(1)]
        if mask is not None:
            kept += mask[last : match.start()] + mask[match.start(1) : match.end(1)]
        _note_italic(text, match, italic_lines)
        last = match.end()
    out.append(text[last:])
    if mask is not None:
        kept += mask[last:]
    return "".join(out), kept if mask is not None else None


def _note_italic(text: str, match: re.Match[str], italic_lines: set[int]) -> None:
    """A line counts as italic when the marked words are most of it (a number may stand before them)."""
    first = text.count("\n", 0, match.start())
    for offset, part in enumerate(match.group(1).split("\n")):
        line = text.split("\n")[first + offset]
        if len(part) * 3 >= len(line.strip()) * 2:
            italic_lines.add(first + offset)


def _all(line: str, mask: list[bool], start: int) -> bool:
    marked = [mask[start + offset] for offset, char in enumerate(line) if char.isalnum()]
    return bool(marked) and all(marked)
