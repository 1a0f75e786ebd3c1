"""Tone marks on the wrong letter: NGHEÒ for NGHÈO. Both hoà and hòa are right and never reported.

Prose: docs/algorithms/check-names.md, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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


def _toned(letters: str) -> str:
    return "".join(normalize("NFC", letter + tone) for letter in letters for tone in _TONES)


@cache
def _wrong() -> re.Pattern[str]:
    """Pairs of vowels at the end of a word with the tone on the second where only the first can bear it, and pairs
    before a consonant with the tone on the first where only the second can."""
    late = (
        rf"[aâăeêơô][{_toned('oiuy')}](?![a-zđ])|(?<!q)u[{_toned('i')}](?![a-zđ])|(?<!g)i[{_toned('u')}](?![a-zđ])"
        rf"|ư[{_toned('aiu')}](?![a-zđ])|(?<!q)u[{_toned('a')}](?![a-zđ])|(?<!g)i[{_toned('a')}](?![a-zđ])|o[{_toned('i')}](?![a-zđ])"
    )
    early = rf"[{_toned('o')}][ae](?=[a-zđ])|(?<!g)[{_toned('i')}]ê|(?<!q)[{_toned('u')}][ôâ]"
    early += rf"|[{_toned('ư')}]ơ|(?<!q)[{_toned('u')}]yê"
    return re.compile(rf"{late}|{early}")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")


@rule
def tone_marks_stand_on_their_letter(context: Context) -> Iterator[Finding]:
    """Each wrong word once a line. Each different word of the document is judged once: a plan repeats itself."""
    words = {word for passage in context.everything for word in passage.lower.split() if not word.isascii()}
    suspects = {word for word in words if _wrong().search(word)}
    for passage in context.everything if suspects else ():
        if suspects.isdisjoint(passage.lower.split()):
            continue
        for match in _word().finditer(passage.lower):
            if _wrong().search(match.group()):
                word = passage.text[match.start() : match.end()]
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
