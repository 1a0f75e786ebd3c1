"""Vietnamese text: one normal form, and a key under which spellings that mean the same compare equal.

Two habits of writing must never make two different words: decomposed accents (NFD, from Mac and some PDFs) and the
old placement of tones (hoà, thuý against hòa, thúy). Text is kept as written, in NFC; matching uses `fold`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_SOFT: dict[int, str | None] = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
# No XML file and no text column holds these; nobody types them: they come out of broken PDFs and from attackers.
_CONTROLS = {
    **dict.fromkeys([*range(9), *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF]),
    **dict.fromkeys((0x0B, 0x0C), " "),
}
_SOFT |= _CONTROLS
_WORD = re.compile(r"\w+")


def nfc(text: str) -> str:
    """NFC with soft hyphens, zero-width and control characters removed; nothing else changes."""
    if text.isascii() and text.isprintable():  # most cells of a list
        return text
    return unicodedata.normalize("NFC", text.translate(_SOFT))


def without_controls(text: str) -> str:
    """`text` without the characters that no file format and no database keeps; line ends and tabs stay."""
    return text.translate(_CONTROLS)


def storable(text: str) -> str:
    """`nfc` for words from outside that go straight into a column: also half characters (a file name that is not UTF-8)
    become "?"."""
    return nfc(text).encode("utf-8", "replace").decode("utf-8")


def squeeze(text: str) -> str:
    """All runs of white space (also non-breaking) as one space, ends trimmed."""
    return " ".join(text.split())


@lru_cache(maxsize=20_000)
def _fold_word(word: str) -> str:
    letters: list[str] = []
    tone = ""
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone += _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + ("\u02c9" + tone if tone else "")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Key for matching: lower case, tone moved behind its word, so hoà == hòa but hoa != hòa and Hoàng != Hoằng."""
    return _WORD.sub(lambda match: _fold_word(match.group()), squeeze(nfc(text)).lower())


@lru_cache(maxsize=20_000)
def _bare_word(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return plain.replace("đ", "d")


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Key for searching: lower case without any accent (Hoằng Phú -> hoang phu), white space squeezed."""
    return _WORD.sub(lambda match: _bare_word(match.group()), squeeze(nfc(text)).lower())
