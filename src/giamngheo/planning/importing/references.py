"""Documents named in a text, as entries of the register: symbol put right, day, issuer (import.md, step 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from giamngheo.foundation.text import bare, fold
from giamngheo.planning.check.citations import read_citations
from giamngheo.planning.check.engine import Passage
from giamngheo.planning.check.symbols import TYPES
from giamngheo.planning.content import ReferenceContent
from giamngheo.planning.importing.names import Home
from giamngheo.territory.reference import UnitFact

_ISSUERS = {"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "BTC": "Bộ Tài chính"}  # the symbol itself says who
_LEVELS = {"tinh": "province", "thanh pho": "province", "huyen": "district", "xa": "commune", "phuong": "commune"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in a text: [start, end) is the symbol with its day when one stands behind it (`full`)."""

    start: int
    end: int
    full: bool
    symbol: str
    printed: str
    doc_type: str
    issued_on: date | None
    issuer: str


def find_mentions(text: str) -> list[Mention]:
    """Every reference of `text`, in order, as the plan check reads them; the type word and the issuer stay words."""
    if "/" not in text:
        return []
    found = []
    for citation in read_citations(Passage(text=text, line=0)):
        start = text.index(citation.symbol, citation.start)
        head = citation.series.split("-")[0]
        found.append(
            Mention(
                start, citation.end, citation.dated, citation.right, text[start : citation.end],
                head if head in TYPES else citation.word, citation.issued, citation.issuer,
            )
        )  # fmt: skip
    return found


def as_reference(mention: Mention, text: str, home: Home) -> ReferenceContent:
    """The register's entry of a mention. Where the symbol alone does not name the issuer (UBND, HĐND) the issuer's code
    is part of the key; an issuer nobody names is the commune when the text says that the commune issued."""
    unit = _issuing_unit(mention, text, home)
    local = bool(re.search(r"UBND|HĐND", mention.symbol))
    key = fold(mention.symbol).upper() if not local else mention.symbol.upper()
    if local:
        key += f"|{unit.code if unit else bare(mention.issuer) or '?'}"
    key = re.sub(r"[{}:@]", "", key)
    issued = mention.issued_on.isoformat() if mention.issued_on else None
    said = mention.issuer or _ISSUERS.get(mention.symbol.rsplit("-")[-1], "")
    name = said or (f"UBND {unit.name[:1].lower()}{unit.name[1:]}" if unit else "")
    return ReferenceContent(
        key=f"{key}@{issued or ''}", symbol=mention.symbol, reference_key=key, doc_type=mention.doc_type,
        number=mention.symbol.split("/")[0], issued_on=issued, issuer_name=_right_name(name, unit),
        issuer_code=unit.code if unit else "", text=mention.printed,
    )  # fmt: skip


def _issuing_unit(mention: Mention, text: str, home: Home) -> UnitFact | None:
    words = bare(mention.issuer)
    if not words:
        before = bare(text[: mention.start])
        if "ubnd xa" in before or "uy ban nhan dan xa" in before or "ubnd phuong" in before:
            return home.commune
        return None
    if not re.search(r"ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan", words):
        return None
    for unit in home.all:
        if bare(unit.short_name) in words:
            return unit
    for word, level in _LEVELS.items():
        if re.search(rf"(?<!\w){word}(?!\w)", words):
            return next((unit for unit in home.all if unit.level == level), None)
    return None


def _right_name(name: str, unit: UnitFact | None) -> str:
    """The issuer's name with the unit's name as the register spells it."""
    if unit is None:
        return name
    lowered, wanted = bare(name), bare(unit.short_name)
    at = lowered.find(wanted)
    if at < 0 or len(lowered) != len(name):
        return name if at >= 0 else f"{name} {unit.short_name}" if name else ""
    return name[:at] + unit.short_name + name[at + len(wanted) :]


def settle(references: Sequence[ReferenceContent]) -> dict[str, str]:
    """Which key stands for which: an undated mention is the one dated document of that symbol, where there is one."""
    dated: dict[str, set[str]] = {}
    for each in references:
        if each.issued_on:
            dated.setdefault(each.reference_key, set()).add(each.key)
    return {
        each.key: next(iter(dated[each.reference_key]))
        for each in references
        if not each.issued_on and len(dated.get(each.reference_key, ())) == 1
    }
