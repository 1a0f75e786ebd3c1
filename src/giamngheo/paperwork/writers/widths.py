"""How long a line of Times New Roman is, without opening a font.

Rules under headings are as long as the words above them or a share of it, and a long subject is broken into lines of
like length; both need lengths. Figures are advance widths in 1/2048 of the type size, equal in Times New Roman,
Liberation Serif and Tinos (which are made to be). A letter with a tone mark is as wide as the letter without.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

UNITS_PER_EM = 2048
MM_PER_POINT = 25.4 / 72

_REGULAR = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    569: "/:;\\ijlt",
    682: "!()-I[]`fr‘’",
    797: "Js",
    836: '"',
    909: "?acez“”",
    961: "^",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ–",
    1083: "ơ",
    1108: "~",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "…—",
}
_BOLD = {
    451: "|",
    512: " ,.\u00a0",
    569: "'/\\il",
    682: "!()-:;[]`fjt‘’",
    797: "Is",
    807: "{}",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy–“”",
    1065: "~",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>",
    1190: "^",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W…—",
}
_UNKNOWN = UNITS_PER_EM  # a letter we have no figure for is taken as wide: better too much room than too little


@cache
def _advance(char: str, bold: bool) -> int:
    table = _by_char(bold)
    if char in table:
        return table[char]
    kept = [c for c in unicodedata.normalize("NFD", char) if c not in "\u0300\u0301\u0303\u0309\u0323"]
    plain = unicodedata.normalize("NFC", "".join(kept))
    if plain in table:
        return table[plain]
    letter = unicodedata.normalize("NFD", char)[0]
    return 0 if unicodedata.combining(letter) else table.get(letter, _UNKNOWN)


@cache
def _by_char(bold: bool) -> dict[str, int]:
    return {char: width for width, chars in (_BOLD if bold else _REGULAR).items() for char in chars}


@lru_cache(maxsize=4096)  # the words of a village's papers are few, and each is measured in many lines
def _units(text: str, bold: bool) -> int:
    return sum(_advance(char, bold) for char in text)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Length of `text` on one line in mm, set at `size` points."""
    return _units(text, bold) / UNITS_PER_EM * size * MM_PER_POINT


def longest_line(text: str, size: float, width: float, *, bold: bool = False, indent: float = 0.0) -> tuple[int, float]:
    """(number of lines, length of the longest in mm) when `text` is broken at spaces to fit `width` mm, the first line
    beginning `indent` mm from the edge."""
    unit = size * MM_PER_POINT / UNITS_PER_EM
    space = _units(" ", bold) * unit
    lines, length, longest = 1, indent, indent
    for word in text.split():
        piece = _units(word, bold) * unit
        if length and length + space + piece > width:
            lines, length = lines + 1, piece
        else:
            length += piece + (space if lines > 1 or length > indent else 0.0)
        if length > longest:
            longest = length
    return lines, longest


def balanced_width(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """The narrowest width (mm) that needs no more lines than `width` does: the lines come out of like length."""
    wanted, longest = longest_line(text, size, width, bold=bold)
    if wanted == 1:
        return min(longest, width)
    low, high = width / (wanted + 1), width
    while high - low > 0.5:
        middle = (low + high) / 2
        lines, longest = longest_line(text, size, middle, bold=bold)
        if lines <= wanted and longest <= middle:
            high = middle
        else:
            low = middle
    return high
