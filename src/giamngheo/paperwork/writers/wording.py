"""The small habits of the printed word: punctuation at line ends, dashes, blanks, missing parts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from giamngheo.foundation.text import nfc, squeeze
from giamngheo.paperwork.format30 import END_MARK, padded_day, padded_month, padded_number
from giamngheo.paperwork.writers.sheet import Run

BLANK = "\u00a0" * 6  # room to write a number or a day by hand; does not break and is not swallowed
MISSING_OPENS = "[còn thiếu:"
_STOPS = " .;,:"


@cache
def _unprintable() -> re.Pattern[str]:
    # Not characters of XML 1.0 (section 2.2), so no Word file can hold them; nothing prints them either.
    return re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """NFC on one line: characters no file can hold left out, every other run of white space one space."""
    if not text.isprintable():
        text = _unprintable().sub("", text)
    # A blank left on purpose (non-breaking spaces) stays as wide as it is.
    return "\u00a0".join(squeeze(part) if part else "" for part in nfc(text).split("\u00a0"))


def cell_lines(text: str) -> str:
    """Like `printable`, but the line feeds between a cell's paragraphs stay."""
    return "\n".join(line for line in map(printable, re.split(r"\r\n|[\n\r\v\f\u2028\u2029]", text)) if line)


@cache
def _missing() -> re.Pattern[str]:
    return re.compile(r"\[còn thiếu:[^\[\]]*\]", re.IGNORECASE)


def runs(text: str, *, bold: bool = False, italic: bool = False, caps: bool = False) -> tuple[Run, ...]:
    """`text` as runs: parts said to be missing ("[còn thiếu: …]") apart and marked."""
    if not text:
        return ()
    if MISSING_OPENS not in text.lower():
        return (Run(text, bold, italic, False, caps),)
    found: list[Run] = []
    start = 0
    for match in _missing().finditer(text):
        if match.start() > start:
            found.append(Run(text[start : match.start()], bold, italic, False, caps))
        found.append(Run(match.group(), bold, italic, True, caps))
        start = match.end()
    if start < len(text):
        found.append(Run(text[start:], bold, italic, False, caps))
    return tuple(found)


def plain(parts: tuple[Run, ...]) -> str:
    """The letters of runs."""
    return "".join(run.text for run in parts)


def upper(text: str) -> str:
    """Capitals; NFC stays NFC."""
    return unicodedata.normalize("NFC", printable(text).upper())


def ended(text: str, mark: str) -> str:
    """`text` ending in `mark`, whatever stop it ended in before; an ellipsis or "v.v." before it stays."""
    bare = text.rstrip()
    if bare.endswith(END_MARK):
        bare = bare[: -len(END_MARK)]
    if not bare.endswith(("...", "v.v.", "…")):
        bare = bare.rstrip(_STOPS)
    return bare + mark


def without_dash(text: str) -> str:
    """A list line without the dash it may carry."""
    return printable(text).lstrip("-–—+•* \u00a0")


def listed(texts: list[str]) -> list[str]:
    """Lines of a list: each ends in ";" and the last in "." (boxes 6, 9a, 9b)."""
    kept = [text for text in texts if text]
    return [ended(text, "." if number == len(kept) else ";") for number, text in enumerate(kept, 1)]


def printed_reference(number: str, symbol: str) -> str:
    """ "Số: 05/KH-UBND"; a blank number leaves room for it."""
    start = padded_number(printable(number)) or BLANK
    return f"Số: {start}/{printable(symbol)}" if symbol else f"Số: {start}"


def printed_date(locality: str, day: int | None, month: int | None, year: int | None) -> str:
    """ "Hoằng Phú, ngày 05 tháng 02 năm 2024"; a part not known leaves room for it."""
    words = (
        f"ngày {padded_day(day) if day else BLANK} tháng {padded_month(month) if month else BLANK} năm {year or BLANK}"
    )
    place = printable(locality)
    return f"{place}, {words}" if place else words
