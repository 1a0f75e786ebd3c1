"""Tone marks on the wrong letter: NGHEÒ for NGHÈO. Both hoà and hòa are right and never reported.

Prose: docs/algorithms/check-names.md, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from operator import add
from unicodedata import normalize

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule

TONE = CATALOGUE.add(
    "NAME-TONE",
    Severity.WARNING,
    title=("Dấu thanh đặt sai chỗ", "A tone mark on the wrong letter"),
    message=(
        "“{word}” đặt dấu sai, phải là “{right}”.",
        "“{word}” carries its tone on the wrong letter; it is “{right}”.",
    ),
    fixes=(
        ("Gõ lại thành “{right}”.", "Type “{right}”."),
        ("Bật kiểm tra chính tả của bộ gõ để máy tự đặt dấu.", "Switch on the input method's spelling check."),
    ),
)
_TONES = "\u0300\u0301\u0309\u0303\u0323"
# The second vowel ends the word and bears the tone though only the first can ("eò" of "ngheò").
_LATE = frozenset(
    (*(first + second for first in "aâăeêơô" for second in "oiuy"), "oi", "ui", "ua", "iu", "ia", "ưa", "ưi", "ưu")
)
# The first bears the tone though only the second can, because the word goes on ("òa" of "hòan", "íê" of "tíên").
_EARLY = frozenset(("oa", "oe", "iê", "uô", "uâ", "ươ", "uy"))


@cache
def _plain() -> dict[str, str]:
    """Each vowel with a tone, and the vowel without it."""
    return {normalize("NFC", vowel + tone): vowel for vowel in "aăâeêioôơuưy" for tone in _TONES}


@cache
def _pairs() -> frozenset[str]:
    """The pairs of letters of _LATE and _EARLY with their tone: what a wrong word must hold at least one of."""
    toned = {vowel: [normalize("NFC", vowel + tone) for tone in _TONES] for vowel in "aăâeêioôơuưy"}
    late = (pair[0] + second for pair in _LATE for second in toned[pair[1]])
    return frozenset((*late, *(first + pair[1] for pair in _EARLY for first in toned[pair[0]])))


@lru_cache(maxsize=8192)
def _is_wrong(word: str) -> bool:
    if _pairs().isdisjoint(map(add, word, word[1:])):
        return False
    plain = _plain()
    for at in range(len(word) - 1):
        one, two, before, after = word[at], word[at + 1], word[at - 1 : at], word[at + 2 : at + 3]
        if f"{before}{plain.get(one, one)}" in ("qu", "gi"):
            continue
        if two in plain and one + plain[two] in _LATE and not after.isalpha():
            return True
        if one in plain and plain[one] + two in _EARLY:
            pair = plain[one] + two
            if pair == "uy":
                wrong = after == "ê"
            else:
                wrong = pair not in ("oa", "oe") or after.isalpha()
            if wrong:
                return True
    return False


@rule
def tone_marks_stand_on_their_letter(context: Context) -> Iterator[Finding]:
    """Each wrong word once a line. Each different word of the document is judged once: a plan repeats itself."""
    words = set("\n".join([passage.lower for passage in context.everything]).split())
    suspects = {word for word in words if not word.isascii() and _is_wrong(word)}
    for passage in context.everything if suspects else ():
        if not any(word in passage.lower for word in suspects):
            continue
        for printed in dict.fromkeys(passage.text.split()):
            if printed.lower() in suspects:
                word = printed.strip("“”\"'.,;:!?()[]…-–")
                yield TONE.at(passage.line, word, word=word, right=_moved(word))


def _moved(word: str) -> str:
    """The word with its tone on the neighbouring vowel."""
    letters = [normalize("NFD", char) for char in word]
    for index, letter in enumerate(letters):
        tone = next((mark for mark in letter if mark in _TONES), "")
        if not tone:
            continue
        bare = letter.replace(tone, "")
        after = letters[index + 1] if index + 1 < len(letters) else ""
        early = normalize("NFC", after).lower()[:1] in tuple("aâeêôơy") and index + 1 < len(letters)
        target = index + 1 if early else index - 1
        letters[index] = bare
        letters[target] = letters[target] + tone
        break
    return "".join(normalize("NFC", letter) for letter in letters)
