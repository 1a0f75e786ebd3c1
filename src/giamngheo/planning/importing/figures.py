"""Which indicator a figure of a results paragraph is: one row a rule, tried in order (docs/algorithms/import.md, 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from giamngheo.foundation.numbers import Quantity, find_quantities

WHOLE_DIGITS, DECIMALS = 14, 6  # of the columns of values and targets
_PEOPLE = ("người", "lao động", "trường hợp", "")


@dataclass(frozen=True, slots=True)
class Rule:
    """A figure with one of `units` is `indicator` when `before` is found in the words since the previous figure of the
    clause and `after` in the words behind it. `year`: 0 the year reported, -1 the year before. `topic` names what the
    sentence now speaks of; `about` asks for such a topic."""

    indicator: str
    units: tuple[str, ...]
    before: str = ""
    after: str = ""
    year: int = 0
    topic: str = ""
    about: str = ""
    note: str = ""


_CLAIM = "số nêu trong văn bản, không phải số tính ra"
_CREDIT = (
    ("S11", r"nước sạch"),
    ("S10", r"mới thoát nghèo"),
    ("S09", r"cận nghèo"),
    ("S12", r"nước ngoài|xuất khẩu lao động|xklđ"),
    ("S13", r"việc làm"),
    ("S08", r"hộ nghèo"),
)
_PLAN = r"^\s*(?:so với\s+)?(?:kế hoạch|kh(?!\w)|mục tiêu|chỉ tiêu|[,.;]|$)"
_MET = r"(?:vượt|đạt)\s*$"
RULES: tuple[Rule, ...] = (
    Rule("Q12", ("%",), after=r"^\s*(?:cán bộ|người làm).{0,40}giảm nghèo"),
    Rule("Q13", ("%",), after=r"^\s*(?:số )?người (?:thuộc|trong) hộ nghèo", topic="support"),
    Rule("S07B", ("%",), before=r"hộ cận nghèo (?:được )?hỗ trợ\s*$"),
    Rule("S07A", ("%",), before=r"hộ nghèo (?:được )?hỗ trợ\s*$"),
    Rule("S07B", ("%",), after=r"^\s*cho hộ cận nghèo", about="support"),
    Rule("S07A", ("%",), after=r"^\s*cho hộ nghèo", about="support"),
    Rule("K02", ("%",), before=_MET, after=_PLAN, about="jobs", note=_CLAIM),
    Rule("K03", ("%",), before=_MET, after=_PLAN, about="abroad", note=_CLAIM),
    Rule("K04", ("%",), before=_MET, after=_PLAN, about="agriculture", note=_CLAIM),
    Rule("K05", ("%",), before=_MET, after=_PLAN, about="insurance", note=_CLAIM),
    Rule("S05", ("%",), before=r"tỷ (?:lệ|trọng) lao động nông nghiệp", topic="agriculture"),
    Rule("S06", ("%",), after=r"^\s*(?:người dân|dân số).{0,30}(?:bảo hiểm y tế|bhyt)", topic="insurance"),
    Rule("S06", ("%",), before=r"bao phủ (?:bảo hiểm y tế|bhyt)|tham gia (?:bảo hiểm y tế|bhyt)", topic="insurance"),
    Rule("S04", _PEOPLE, before=r"nước ngoài|xuất khẩu lao động", topic="abroad"),
    Rule("S04", _PEOPLE, after=r"^[^,;.]{0,20}nước ngoài", topic="abroad"),
    Rule("S03", _PEOPLE, before=r"việc làm", topic="jobs"),
    Rule("S03", _PEOPLE, after=r"^\s*(?:có|được giải quyết) việc làm", topic="jobs"),
    Rule("S02", ("%",), before=r"\btừ\s*$", about="poverty", year=-1),
    Rule("S02", ("%",), before=r"(?:xuống|còn|là|chiếm|bằng)(?: còn)?\s*$", about="poverty"),
    Rule("M03", ("%",), before=r"\btừ\s*$", about="near", year=-1),
    Rule("M03", ("%",), before=r"(?:xuống|còn|là|chiếm|bằng)(?: còn)?\s*$", about="near"),
    Rule("Q01", ("%", "điểm %"), before=r"giảm(?: được)?\s*$", about="poverty"),
    Rule("S01", ("hộ",), before=r"\btừ\s*$", about="poverty", year=-1),
    Rule("S01", ("hộ",), before=r"(?:xuống|còn|là|có)(?: còn)?\s*$", about="poverty"),
    Rule("K01", ("hộ",), before=r"giảm(?: được)?\s*$", about="poverty", note=_CLAIM),
)
_POVERTY = r"hộ (?:cận )?nghèo(?! được| vay)"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: the digits stand at [start, end)."""

    indicator: str
    quantity: Quantity
    start: int
    end: int
    year: int
    note: str = ""

    @property
    def decimals(self) -> int:
        """Decimals as printed: 2 for "94,50"."""
        step, places = self.quantity.step, 0
        while step < 1:
            step, places = step * 10, places + 1
        return places


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _clause_ends() -> re.Pattern[str]:
    return re.compile(r"[;:]|[.!?](?=\s|$)")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*")


def fits(quantity: Quantity) -> bool:
    """Whether the columns of values and targets hold the figure; a longer one stays in its text."""
    return abs(quantity.value) < 10**WHOLE_DIGITS and quantity.step * 10**DECIMALS >= 1


def find_figures(text: str, year: int) -> Iterator[Figure]:
    """Figures of a results paragraph that an indicator names; `year` is the year reported on."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    quantities = [each for each in find_quantities(text) if each.upper is None and each.out_of is None]
    ends = [match.end() for match in _clause_ends().finditer(lowered)]
    topic, done = "", 0
    for quantity in quantities:
        clause = max((end for end in ends if end <= quantity.start), default=0)
        before = lowered[max(clause, done) : quantity.start]
        after = lowered[quantity.end : quantity.end + 80]
        words = before if topic else lowered[: quantity.start]
        if topic != "support":  # a sentence on who pays the insurance names poor households without being about them
            topic = _poverty(words) or topic
        found = _credit(quantity, lowered[clause : quantity.start], _rest(lowered, quantity.end)) or _rule(
            quantity, before, after, topic
        )
        done = quantity.end
        digits = _digits().match(text, quantity.start)
        if found is None or digits is None or not fits(quantity):
            continue
        if found.topic:
            topic = found.topic
        yield Figure(found.indicator, quantity, digits.start(), digits.end(), year + found.year, found.note)


def _poverty(words: str) -> str:
    """ "poverty" or "near" by the households named last; those of a list ("hộ nghèo, hộ cận nghèo") are the first."""
    named = list(_compiled(_POVERTY).finditer(words))
    if not named:
        return ""
    last = named[-1]
    listed = len(named) > 1 and not words[named[-2].end() : last.start()].strip(" ,+và")
    first = named[-2] if listed else last
    return "near" if "cận" in first.group() else "poverty"


def _rule(quantity: Quantity, before: str, after: str, topic: str) -> Rule | None:
    for rule in RULES:
        if quantity.unit not in rule.units or (rule.about and rule.about != topic):
            continue
        if rule.before and not _compiled(rule.before).search(before):
            continue
        if rule.after and not _compiled(rule.after).search(after):
            continue
        return rule
    return None


def _rest(lowered: str, start: int) -> str:
    end = _clause_ends().search(lowered, start)
    return lowered[start : end.start() if end else len(lowered)]


def _credit(quantity: Quantity, clause: str, rest: str) -> Rule | None:
    """Lending of the Bank for Social Policies: turnover ("triệu đồng") and loan count ("lượt") by loan programme."""
    kind = "M" if quantity.unit == "triệu đồng" else "L" if quantity.unit == "lượt" else ""
    if not kind or not ("vay" in clause or "doanh số" in clause):
        return None
    if "ngân hàng chính sách" in clause or "tổng doanh số" in clause:
        return Rule(f"S14{kind}", (), note="tổng số nêu trong văn bản, không phải số cộng")
    for words in (clause, rest):  # "cho vay 0 triệu đồng với 0 lượt người lao động đi làm việc ở nước ngoài"
        for indicator, pattern in _CREDIT:
            if _compiled(pattern).search(words):
                return Rule(f"{indicator}{kind}", ())
    return None


def credit_of(words: str) -> str:
    """The loan programme ("S08" … "S13") a row of a table names; "" for none and for several at once."""
    named = [indicator for indicator, pattern in _CREDIT if _compiled(pattern).search(words)]
    return named[0] if len(named) == 1 else ""
