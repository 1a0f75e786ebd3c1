"""The language of sentences: words, values in braces, what is left open. Pure. docs/algorithms/report-sentences.md.

{tên chỉ tiêu}: {giá trị} (tính đến ngày {ngày})     a value by its word
{ket-qua-giam-ngheo!ngheo.nay}                       a cell of the report: form!row.column
{còn thiếu: nguyên nhân}                             the visible mark of what somebody has still to write
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring.papers.texts import Sentence, texts
from giamngheo.review.papers.making import missing

OPEN = "còn thiếu:"
MOST = 1000  # characters
_BRACES = re.compile(r"\{([^{}]*)\}")
_CELL = re.compile(r"[a-z0-9-]+![a-z0-9_]+\.[a-z0-9_]+")
# Numbers that name no figure: of a document, a day, an article, a length of time, a numbered form.
_DIGITS = re.compile(r"\d[\d.,]*")
_NAMED = re.compile(
    r"\d[\w./-]*/[\w./-]+|(?:điều|khoản|điểm|mục|chương|phần|phụ lục|biểu số|mẫu số|số)\s+\d+"
    r"|\d+\s+(?:năm|tháng|ngày|quý)\b|\d{4}-\d{4}",
    re.IGNORECASE,
)


class Wrong(NamedTuple):
    """Why a sentence cannot stand: which rule ("braces", "unknown", "number", "needs", "empty", "long"), and what."""

    rule: str
    what: str


def words_of(sentence: Sentence) -> dict[str, str]:
    """The values it may name: word → name in the program."""
    known = texts().values
    return {known[each].word: each for each in dict.fromkeys((*sentence.needs, *sentence.may))}


def problems(sentence: Sentence, text: str, cells: Collection[str]) -> list[Wrong]:
    """Everything wrong with a text for the sentence. `cells`: those of the forms in force."""
    found = []
    if not text:
        found.append(Wrong("empty", ""))
    if len(text) > MOST:
        found.append(Wrong("long", str(len(text))))
    bare = _BRACES.sub("", text)
    if "{" in bare or "}" in bare:
        found.append(Wrong("braces", text[:80]))
    named = [_name(each) for each in _BRACES.findall(text)]
    known = words_of(sentence)
    extra = {*cells} if sentence.cells else set()
    found += [
        Wrong("unknown", each[:80])
        for each in named
        if each not in known and each not in extra and not (sentence.cells and each.startswith(OPEN))
    ]
    words = texts().values
    found += [Wrong("needs", words[each].word) for each in sentence.needs if words[each].word not in named]
    found += [Wrong("number", each) for each in _typed_numbers(bare)]
    return found


def render(text: str, values: Mapping[str, object], cells: Mapping[str, str]) -> str:
    """The text with its values; what has none is marked as missing."""

    def swap(match: re.Match[str]) -> str:
        name = _name(match[1])
        if name.startswith(OPEN):
            return missing(name.removeprefix(OPEN).strip())
        if _CELL.fullmatch(name):
            return cells.get(name) or missing(f"số liệu {name}")
        return str(values[name]) if name in values else missing(name)

    return _BRACES.sub(swap, text)


def clean(text: str) -> str:
    """As kept: NFC, white space squeezed; a comma or semicolon stays where a sentence begins with one."""
    return squeeze(nfc(text))


def by_word(values: Mapping[str, object]) -> dict[str, object]:
    """Values by the words sentences name them with."""
    known = texts().values
    return {known[name].word: value for name, value in values.items() if name in known}


def _name(inside: str) -> str:
    return squeeze(nfc(inside))


def _typed_numbers(bare: str) -> Iterator[str]:
    for match in _DIGITS.finditer(_NAMED.sub(" ", bare)):
        yield match.group().rstrip(".,")
