"""Số, ký hiệu as they must be written: what is wrong with a printed symbol, and how it should read.

Form (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3): number/type-issuer, and number/year/type-issuer for normative documents.
Prose: docs/algorithms/check-references.md, section 2.
"""

from __future__ import annotations

from giamngheo.foundation.text import bare
from giamngheo.paperwork.type_names import TYPE_NAMES
from giamngheo.planning.check.record import Record

LETTER = "CV"
# Types outside NĐ 30/2020: normative documents, joint documents, consolidated texts.
TYPES: dict[str, str] = {
    **TYPE_NAMES,
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "VBHN": "Văn bản hợp nhất",
    "PL": "Pháp lệnh",
    "KL": "Kết luận",
    "CTHĐ": "Chương trình hành động",
    "ĐA": "Đề án",
}
BY_WORD: dict[str, str] = {
    **{name.lower(): code for code, name in TYPES.items()},
    "luật": "L",
    "bộ luật": "L",
    "công văn": LETTER,
    "văn bản": "",
}
_NORMATIVE = ("NĐ", "TT", "TTLT", "NQLT")
_LOCAL = ("UBND", "HĐND")
_ISSUERS = frozenset(
    (
        "UBND",
        "HĐND",
        "CP",
        "TTg",
        "CTN",
        "UBTVQH",
        "VPCP",
        "TANDTC",
        "VKSNDTC",
        "NHNN",
        "TTCP",
        "KTNN",
        "UBDT",
        "BCĐ",
        "MTTQ",
    )
)
_MINISTRIES = frozenset(
    (
        "BTC",
        "BNV",
        "BYT",
        "BXD",
        "BCA",
        "BQP",
        "BTP",
        "BCT",
        "BGDĐT",
        "BNNPTNT",
        "BNNMT",
        "BTNMT",
        "BTTTT",
        "BKHCN",
        "BKHĐT",
        "BGTVT",
        "BVHTTDL",
        "BNG",
        "BLĐTBXH",
        "BDTTG",
        "BKH",
        "BNN",
    )
)
_PLAIN = {bare(code): code for code in TYPES}  # "QD" → "QĐ", "TTR" → "TTr"


class Judgement(Record):
    """What is wrong with a symbol. `fault` is "" when nothing is; `right` is how it should read, as far as known."""

    # "", "type-missing", "glued", "type-word", "type-unknown", "issuer-missing", "year-missing", "dash", "letter"
    fault: str
    right: str


def is_issuer(token: str) -> bool:
    """Whether `token` is the abbreviation of a state body: UBND, CP, a ministry."""
    return token in _ISSUERS or token in _MINISTRIES or token.startswith(("UBTVQH", "QH"))


def judge(number: str, year: str, code: str, word: str) -> Judgement:
    """Judge "number/year/code" that stands behind the type word `word` (an abbreviation, "" when none stands there)."""
    tokens = [token.strip() for token in code.replace("–", "-").split("-")]
    tight = "-".join(tokens)
    right = _joined(number, year, tight)
    first = tokens[0]
    if first.startswith(("QH", "UBTVQH")) and first[-1].isdigit():
        return Judgement("", right)
    if first == LETTER:
        return Judgement("letter", _joined(number, year, "-".join(tokens[1:]) or "UBND"))
    if first in TYPES:
        return _typed(number, year, tokens, word)
    glued = _split_glued(first)
    if glued:
        return Judgement("glued", _joined(number, year, "-".join((*glued, *tokens[1:]))))
    if is_issuer(first):
        return _untyped(number, year, tokens, word)
    if len(tokens) == 1 and not word and not year:
        return Judgement("", right)
    if word == LETTER or (not word and not (len(tokens) > 1 and is_issuer(tokens[1]))):
        return Judgement("", right)
    meant = word if word in TYPES else _PLAIN.get(bare(first), "")
    return Judgement("type-unknown", _joined(number, year, "-".join((meant, *tokens[1:]))) if meant else "")


def _typed(number: str, year: str, tokens: list[str], word: str) -> Judgement:
    """The symbol names a type: does the word before it say the same, and does an issuer follow?"""
    first = tokens[0]
    right = _joined(number, year, "-".join(tokens))
    if word and word != first and {word, first} != {"CTHĐ", "CTr"} and word != "L":
        if word == LETTER:
            return Judgement("type-word", _joined(number, year, "-".join(tokens[1:]) or "UBND"))
        return Judgement("type-word", _joined(number, year, "-".join((word, *tokens[1:]))))
    if len(tokens) == 1:
        return Judgement("issuer-missing", "")
    if first in _NORMATIVE and not year:
        return Judgement("year-missing", "")
    return Judgement("", right)


def _untyped(number: str, year: str, tokens: list[str], word: str) -> Judgement:
    """The symbol begins with an issuer: right for a letter (12/UBND-VX), else the type is missing (55/2023/BTC)."""
    meant = word if word in TYPES else "TT" if year and tokens[0] in _MINISTRIES and not word else ""
    if not meant or (word == "" and not year):
        return Judgement("", _joined(number, year, "-".join(tokens)))
    return Judgement("type-missing", _joined(number, year, "-".join((meant, *tokens))))


def _split_glued(token: str) -> tuple[str, str] | None:
    """ "NQHĐND" → NQ, HĐND; None for anything that is no type followed at once by a body's abbreviation."""
    for length in (2, 3, 4):
        if token[:length] in TYPES and is_issuer(token[length:]):
            return token[:length], token[length:]
    return None


def _joined(number: str, year: str, code: str) -> str:
    return f"{number}/{year}/{code}" if year else f"{number}/{code}"


def is_local(symbol: str) -> bool:
    """Whether the symbol alone does not name the issuer: every commune, district and province has its KH-UBND."""
    return symbol.rsplit("-", 1)[-1].rsplit("/", 1)[-1] in _LOCAL or any(f"-{body}" in symbol for body in _LOCAL)
