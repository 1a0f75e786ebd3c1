"""The documents a text names, each with its type word, symbol, day and issuer, read once and shared by the rules.

Prose: docs/algorithms/check-references.md, section 1.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import cast

from giamngheo.foundation.text import bare
from giamngheo.planning.check.engine import Context, Passage
from giamngheo.planning.check.record import Record
from giamngheo.planning.check.symbols import BY_WORD, Judgement, judge

_WORDS = tuple(sorted(BY_WORD, key=len, reverse=True))
_NOT_CITED = ("HĐ", "BB", "GM", "GGT", "BGN")  # contracts and the like number themselves as their parties please
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")


class Citation(Record):
    """One document named in a line. [start, end) runs from the type word (or "số") to the end of its day.

    `symbol` is printed, `right` as it should read ("" unknown), `code` the part behind number and year. `issuer` is
    as printed, also where a list shares it; `told` says that it stands directly behind this one. `issued` is None
    where no day is printed or the calendar has no such day (`dated` tells which).
    """

    passage: Passage
    start: int
    end: int
    word: str  # type word as abbreviation, "" where none stands; shared in a list
    number: str
    year: str
    code: str
    symbol: str
    fault: Judgement
    spaced: bool
    dated: bool
    issued: date | None
    issuer: str = ""
    told: bool = False

    @property
    def quote(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def line(self) -> int:
        return self.passage.line

    @property
    def right(self) -> str:
        return self.fault.right or self.symbol

    @property
    def series(self) -> str:
        """The code as it should read: "KH-UBND"."""
        return self.right.rsplit("/", 1)[-1]

    @property
    def key(self) -> str:
        """Number, year and code in matching form, whatever was misprinted."""
        return self.right.upper().replace(" ", "")


@cache
def _symbol() -> re.Pattern[str]:
    dash = r"(?:-|–|\s?[-–]\s?(?=(?:UBND|HĐND|CP|TTg|QH|B[A-ZĐ]{1,7})(?!\w)))"
    return re.compile(
        r"(?<![\w/.,\-])(?P<number>\d{1,5})\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?(?P<cut>[/–-])\s?)?"
        rf"(?P<code>[A-ZĐ][A-Za-zĐđ&]*\d{{0,2}}(?:{dash}[A-ZĐ][A-Za-zĐđ&]*\d{{0,2}})*)(?!\w)"
        r"(?P<day>\s*,?\s*(?:ban hành\s+)?ngày\s*(?P<d>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<m>\d{1,2})"
        r"\s*(?:[/.-]|năm)\s*(?P<y>(?:19|20)\d\d)(?!\d))?"
    )


def _type_before(lower: str, end: int) -> tuple[str, int]:
    """The type word right before `end` ("" where only "số" stands) and where it or "số" begins; -1 for neither."""
    head = lower[max(0, end - 45) : end].rstrip()
    low = max(0, end - 45)
    plain = head.removesuffix(":").rstrip()
    numbered = plain.endswith("số")
    rest = plain[:-2].rstrip() if numbered else head
    if rest.endswith(_WORDS):
        for word in _WORDS:
            if rest.endswith(word) and not rest[-len(word) - 1 : -len(word)].isalnum():
                return word, low + len(rest) - len(word)
    return "", low + len(plain) - 2 if numbered else -1


@cache
def _issuer_after() -> re.Pattern[str]:
    stop = (
        "về|ban hành|quy định|hướng dẫn|và pháp luật|và các|phê duyệt|sửa đổi|giao|thực hiện|triển khai|trong|để|năm|"
        "cho|là|đã|được|về việc|tổ chức|phân bổ|kèm|thông qua|chuẩn"
    )
    return re.compile(
        r"[\s,]*của\s+(?P<issuer>(?:Chủ tịch\s+)?(?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Chính phủ|Thủ tướng|Quốc hội|"
        r"Bộ|Ban|Sở|Phòng|Tỉnh ủy|Huyện ủy|Đảng ủy|Ngân hàng|Liên)[^;,.():|]*?)"
        rf"(?=\s+(?:{stop})(?!\w)|[;,.():|“\"]|\s+và\s|\s*$)"
    )


_BODIES = ("UBND", "HĐND", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân")


def _issuer_before(text: str) -> tuple[str, int] | None:
    """ "UBND xã Hoằng Phú đã ban hành: ...": the issuer and where "ban hành" stands; None where nobody is said to."""
    at = text.find("ban hành")
    start = max(text.rfind(mark, 0, at) for mark in ".:;") + 1
    for body in _BODIES if at >= 0 else ():
        begins = text.find(f"{body} ", max(start, at - 90), at)
        words = text[begins + len(body) : at].split()
        level = next((each for each in _LEVELS if f"{' '.join(words[:2])} ".startswith(f"{each} ")), "")
        if begins >= 0 and level:
            size = len(level.split())
            while size < len(words) and words[size][:1].isupper():
                size += 1
            chairman = "Chủ tịch " if text[:begins].endswith("Chủ tịch ") else ""
            return f"{chairman}{body} {' '.join(words[:size])}", at
    return None


def _joins(passage: Passage, start: int, end: int) -> bool:
    """Whether only the words of a list stand between two citations of a line."""
    gap = passage.lower[start:end].lstrip(" ,\t\n\u00a0")
    if not gap:
        return True
    words = gap.split()
    for joining in ("và", "các"):
        if words and words[0] == joining:
            del words[0]
    if words and words[-1] == "số":
        words.pop()
    return not words or " ".join(words) in BY_WORD


def citations(context: Context) -> tuple[Citation, ...]:
    """Every citation of the document in reading order; the document's own reference is none."""
    known = context.memo.get("citations")
    if known is None:
        own = context.document.reference
        found: list[Citation] = []
        for passage in context.everything:
            if "/" in passage.text and not (own and passage.line == own.place.line and passage.node is None):
                found.extend(read_citations(passage))
        known = context.memo["citations"] = tuple(found)
    return cast("tuple[Citation, ...]", known)


def read_citations(passage: Passage) -> list[Citation]:
    """The citations of one line. Members of a list share its type word and its issuer."""
    text = passage.text
    found: list[Citation] = []
    for match in _symbol().finditer(text):
        printed, begins = _type_before(passage.lower, match.start())
        said = begins >= 0
        in_list = bool(found) and not printed and _joins(passage, found[-1].end, match.start())
        word = BY_WORD.get(printed, "") or (found[-1].word if in_list else "")
        if word in _NOT_CITED:
            continue
        if not said and not match["year"] and "-" not in match["code"] and not in_list:
            continue
        found.append(_citation(passage, match, word, begins if said else match.start()))
    return _with_issuers(text, found)


def _citation(passage: Passage, match: re.Match[str], word: str, start: int) -> Citation:
    text = passage.text
    while text[start : start + 1].isspace():
        start += 1
    symbol = text[match.start() : match.start("day") if match["day"] else match.end()]
    number, year, code = match["number"], match["year"] or "", match["code"]
    fault = judge(number, year, code, word)
    if not fault.fault and match["cut"] in ("-", "–"):
        fault = Judgement("dash", fault.right)
    told = _issuer_after().match(text, match.end())
    return Citation(
        passage,
        start,
        match.end(),
        word,
        number,
        year,
        code,
        symbol,
        fault,
        spaced=" " in symbol or "\u00a0" in symbol,
        dated=bool(match["day"]),
        issued=_day(match),
        issuer=told["issuer"].strip() if told else "",
        told=bool(told),
    )


def _day(match: re.Match[str]) -> date | None:
    if not match["day"]:
        return None
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def _with_issuers(text: str, found: list[Citation]) -> list[Citation]:
    """Issuers shared backwards in a list ("số A, số B của X") and forwards from "X ban hành: A; B"."""
    shared = list(found)
    for position in range(len(shared) - 2, -1, -1):
        here, later = shared[position], shared[position + 1]
        alike = here.word == later.word and here.series.rsplit("-", 1)[-1] == later.series.rsplit("-", 1)[-1]
        if not here.issuer and later.issuer and alike and _joins(here.passage, here.end, later.start):
            shared[position] = here._replace(issuer=later.issuer)
    if shared and not all(each.issuer for each in shared) and "ban hành" in text:
        subject = _issuer_before(text)
        if subject:
            issuer, at = subject
            shared = [each._replace(issuer=issuer) if not each.issuer and each.start > at else each for each in shared]
    return shared


class Body(Record):
    """An issuer taken apart: level word ("huyện"), name in searching form ("hoang hoa"), and whether its chairman."""

    level: str
    name: str
    chairman: bool
    text: str


def issuing_body(issuer: str) -> Body:
    """The local body an issuer names; level "" for bodies of the state or for text that names no level."""
    lower = issuer.lower()
    chairman = lower.startswith("chủ tịch")
    for level in _LEVELS:
        at = lower.find(f" {level}")
        if at >= 0 and (at + 1 + len(level) == len(lower) or lower[at + 1 + len(level)] == " "):
            return Body(level, bare(issuer[at + 1 + len(level) :]), chairman, issuer)
    return Body("", bare(issuer), chairman, issuer)
