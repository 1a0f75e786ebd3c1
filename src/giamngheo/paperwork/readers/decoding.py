"""Bytes of a text file as text: UTF-8 and UTF-16 are read; the old Vietnamese encodings are recognised and refused.

TCVN3 (ABC fonts, .VnTime) and VNI files look like Western text with odd letters. Guessing them could turn one name
into another, so the file is refused with the way to convert it.
"""

from __future__ import annotations

import codecs

from giamngheo.foundation.findings import FindingError

# Letters TCVN3 and VNI put in Vietnamese words; as cp1252 they hardly stand so close together in any other text.
_TCVN3 = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô­õøö÷ùúýûüþ"
_VNI = (
    "aø",
    "aù",
    "aû",
    "aõ",
    "aï",
    "aâ",
    "aê",
    "aá",
    "eâ",
    "eà",
    "oâ",
    "oà",
    "oä",
    "öô",
    "öù",
    "uù",
    "uø",
    "ñò",
    "ñaõ",
)


def decode(data: bytes, name: str = "") -> str:
    """The text of `data`; raises FindingError PAPER-ENCODING or PAPER-UNKNOWN."""
    from giamngheo.paperwork import findings

    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_as(data, "utf-16", name)
    if wide := _wide(data):
        return _decode_as(data, wide, name)
    if b"\x00" in data:
        raise FindingError(findings.UNKNOWN.at(None, "", name=name, kind="?"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        guess = data.decode("cp1252", "replace")
        raise FindingError(findings.ENCODING.at(None, "", name=name, kind=old_encoding(guess) or "?")) from None
    if old := old_encoding(text):
        raise FindingError(findings.ENCODING.at(None, "", name=name, kind=old))
    return text


def old_encoding(text: str) -> str:
    """ "TCVN3" or "VNI" when `text` is Vietnamese in that encoding read as Western text, else ""."""
    sample = text[:20_000]
    if _has_vietnamese(sample):
        return ""
    letters = sum(map(str.isalpha, sample)) or 1
    if sum(sample.count(pair) for pair in _VNI) * 100 > letters * 2:
        return "VNI"
    marks = sum(sample.count(char) for char in set(_TCVN3))
    return "TCVN3" if marks * 100 > letters * 6 else ""


def _has_vietnamese(text: str) -> bool:
    """Whether real Vietnamese letters (outside Western encodings) stand in the text."""
    return any("\u1ea0" <= char <= "\u1ef9" or char in "ăđơưĂĐƠƯ" for char in text)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of ASCII is zero."""
    head = data[:400]
    if len(head) < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    guess = "utf-16-le" if odd * 4 > len(head) // 2 and even == 0 else ""
    guess = guess or ("utf-16-be" if even * 4 > len(head) // 2 and odd == 0 else "")
    if guess:
        sample = head[: len(head) // 2 * 2].decode(guess, "replace")
        if any(char < " " and char not in "\r\n\t" for char in sample):
            return ""
    return guess


def _decode_as(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        from giamngheo.paperwork import findings

        raise FindingError(findings.ENCODING.at(None, "", name=name, kind="UTF-16")) from None
