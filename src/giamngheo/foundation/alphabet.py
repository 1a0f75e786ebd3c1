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
