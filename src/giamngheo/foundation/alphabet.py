"""Vietnamese alphabetical order: a ă â b c d đ e ê ... y; equal letters are ordered by tone, syllable by syllable.

Tones in dictionary order: ngang, huyền, hỏi, ngã, sắc, nặng. Foreign letters f j w z stand where Latin has them.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from giamngheo.foundation.text import nfc, squeeze

_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

Key = tuple[tuple[tuple[int, ...], int], ...]


@lru_cache(maxsize=20_000)
def _syllable(word: str) -> tuple[tuple[int, ...], int]:
    tone = 0
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        else:
            kept.append(char)
    letters = unicodedata.normalize("NFC", "".join(kept))
    return tuple(_LETTERS.get(letter, 100 + ord(letter)) for letter in letters), tone


def alphabetical(text: str) -> Key:
    """Sort key of a name or title: `sorted(names, key=alphabetical)`; case does not count."""
    return tuple(_syllable(word) for word in squeeze(nfc(text)).lower().split(" "))


def sortable(*parts: str) -> str:
    """The same order as text of digits alone, for a database: the parts count one after the other, each a name as a
    whole (given name, then middle, then surname). `sortable(a) < sortable(b)` exactly when `alphabetical(a) <
    alphabetical(b)`, whatever the collation, for no collation disagrees about digits.

    Two digits a letter (11 and more), "00" and a tone end a syllable, "00" ends a part; a letter of another alphabet
    takes nine digits. About 2.5 digits for each letter.
    """
    return "".join(
        "".join(_syllable_digits(word) for word in squeeze(nfc(part)).lower().split()) + "00" for part in parts
    )


@lru_cache(maxsize=20_000)
def _syllable_digits(word: str) -> str:
    letters, tone = _syllable(word)
    return "".join(str(10 + place) if place < 80 else f"99{place:07}" for place in letters) + f"00{tone}"
