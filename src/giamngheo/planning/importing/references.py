"""Documents named in a text, as entries of the register: symbol put right, day, issuer (import.md, step 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from giamngheo.foundation.text import bare, fold
from giamngheo.planning.content import ReferenceContent
from giamngheo.planning.importing.names import Home
from giamngheo.territory.reference import UnitFact

_TYPES = {
    "nghị quyết": "NQ", "quyết định": "QĐ", "chỉ thị": "CT", "thông báo": "TB", "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH", "đề án": "ĐA", "báo cáo": "BC", "tờ trình": "TTr", "công văn": "CV", "nghị định": "NĐ",
    "thông tư": "TT", "luật": "L", "pháp lệnh": "PL",
}  # fmt: skip
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


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w/])(?P<number>\d{1,5})/(?:(?P<year>(?:19|20)\d\d)/)?"
        r"(?P<code>[A-ZĐ][A-Za-zĐđ&]*\d{0,2}(?:-[A-ZĐ][A-Za-zĐđ&]*\d{0,2})*)(?!\w)"
        r"(?P<day>,?\s*ngày\s*(?P<d>\d{1,2})\s*(?:[/.\-]|\s*tháng\s*)\s*(?P<m>\d{1,2})"
        r"\s*(?:[/.\-]|\s*năm\s*)\s*(?P<y>(?:19|20)\d\d)(?!\d))?"
    )


@cache
def _type_before() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(_TYPES)})(?:\s+(?:liên tịch|số|của\s+\S+))*\s*$", re.IGNORECASE)


@cache
def _issuer_after() -> re.Pattern[str]:
    verbs = "về|ban hành|quy định|hướng dẫn|và|để|phê duyệt|sửa đổi|giao|thực hiện|triển khai"
    verbs = "về|ban hành|quy định|hướng dẫn|và|để|phê duyệt|sửa đổi|giao|thực hiện|triển khai"
    return re.compile(
        r"\s*(?:,\s*)?của\s+(?P<issuer>(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Hội đồng nhân dân|"
        r"Chính phủ|Thủ tướng Chính phủ|Quốc hội|Bộ|Ủy ban|Ban|Sở|Tỉnh ủy|Huyện ủy|Đảng ủy|Ngân hàng)[^;,.():]*?)"
        rf"(?=\s+(?:{verbs})(?!\w)|[;,.():]|\s*$)"
    )


def find_mentions(text: str) -> list[Mention]:
    """Every reference of `text`, in order. Members of a list ("số A, số B của X") share its type and its issuer."""
    if "/" not in text:
        return []
    found: list[Mention] = []
    for match in _symbol().finditer(text):
        kind = _type_before().search(text[max(0, match.start() - 40) : match.start()])
        doc_type = _TYPES[kind[1].lower()] if kind else ""
        if not doc_type and found and re.fullmatch(r"[\s,]*(?:và\s+)?số\s*", text[found[-1].end : match.start()]):
            doc_type = found[-1].doc_type
        if match["code"].isdigit() or (not doc_type and "-" not in match["code"] and not match["year"]):
            continue
        after = _issuer_after().match(text, match.end())
        symbol, doc_type = _put_right(match, doc_type)
        found.append(
            Mention(
                match.start(),
                match.end(),
                bool(match["day"]),
                symbol,
                match.group(),
                doc_type,
                _day(match),
                after["issuer"].strip() if after else "",
            )
        )
    return _share_issuers(text, found)


def _put_right(match: re.Match[str], doc_type: str) -> tuple[str, str]:
    """The symbol as it should be, and its type: 55/2023/BTC of a Thông tư → 55/2023/TT-BTC; NQHĐND → NQ-HĐND."""
    code = match["code"]
    first = code.split("-")[0]
    if first not in _TYPES.values() and "-" not in code and not re.fullmatch(r"QH\d+", code):
        glued = next((each for each in _TYPES.values() if len(each) > 1 and code.startswith(each)), "")
        if glued and code[len(glued) :] in ("HĐND", "UBND", "CP", "TTg"):
            code = f"{glued}-{code[len(glued) :]}"
        elif doc_type and doc_type not in ("L", "CV"):
            code = f"{doc_type}-{code}"
    head = code.split("-")[0]
    year = f"{match['year']}/" if match["year"] else ""
    return f"{match['number']}/{year}{code}", head if head in _TYPES.values() else doc_type


def _day(match: re.Match[str]) -> date | None:
    if not match["day"]:
        return None
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _share_issuers(text: str, found: list[Mention]) -> list[Mention]:
    shared = list(found)
    for position in range(len(shared) - 2, -1, -1):
        here, later = shared[position], shared[position + 1]
        between = text[here.end : later.start]
        if not here.issuer and later.issuer and here.doc_type == later.doc_type and ";" not in between:
            shared[position] = replace(here, issuer=later.issuer)
    return shared


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
