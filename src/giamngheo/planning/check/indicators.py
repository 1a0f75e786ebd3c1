"""Where a line names an indicator with its figure. docs/algorithms/check-targets.md, section 1."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from giamngheo.foundation.numbers import Quantity
from giamngheo.planning.check.changes import changes
from giamngheo.planning.check.engine import Context
from giamngheo.planning.check.indicator_table import INDICATORS, Indicator
from giamngheo.planning.check.quantities import Reading, readings
from giamngheo.planning.check.record import Record
from giamngheo.planning.check.sections import heading_year, in_result, in_target, years_of

POOR_HOUSEHOLDS = next(each for each in INDICATORS if each.key == "poor-households")
BEHIND = tuple(each for each in INDICATORS if each.behind)


class Told(Record):
    """One figure of an indicator. `role`: "level" (a state), "fall" or "rise" (a change), "before" (a state at the
    start). `year` is the year it is for, None when the text does not say. `start` is where its words begin."""

    indicator: Indicator
    quantity: Quantity
    role: str
    year: int | None
    at: str  # "đầu", "cuối" of the year, "" where not said
    reading: Reading
    start: int
    target: bool
    result: bool

    @property
    def quote(self) -> str:
        return self.reading.quote(self.start, self.quantity.end)


_SIGNS = ("tỷ lệ", "số hộ", "việc làm", "bao phủ", "nước ngoài", "xuất khẩu", "doanh số")  # one is in every name
_NEAR = 100  # characters between an indicator and its figure


@cache
def _name(key: str) -> re.Pattern[str]:
    return re.compile(next(each.pattern for each in INDICATORS if each.key == key))


# The words that may stand between an indicator and its figure; any other makes the figure somebody else's.
_NEUTRAL = frozenset(
    (
        "toàn", "xã", "của", "trên", "địa", "bàn", "cuối", "năm", "đầu", "kỳ", "trong", "đến", "hết", "tới", "ước",
        "là", "có", "chiếm", "đạt", "ở", "mức", "còn", "xuống", "lên", "duy", "trì", "giữ", "giảm", "tăng", "từ",
        "thêm", "được", "cho", "mới", "hiện", "nay", "theo", "chuẩn", "nghèo", "đa", "chiều", "phấn", "đấu", "dưới",
        "ít", "nhất", "tối", "thiểu", "trở", "bình", "quân", "và", "tổng", "số", "lao", "động", "hội", "hằng",
    )
)  # fmt: skip


def _neutral(between: str) -> bool:
    words = between.replace(",", " ").replace(":", " ").replace("(", " ").split()
    return all(word in _NEUTRAL or (len(word) == 4 and word.isdigit() and word[:2] == "20") for word in words)


def told(context: Context) -> tuple[Told, ...]:
    """Every figure of a known indicator in the body, read once per check."""
    known = context.memo.get("told")
    if known is None:
        known = tuple(each for reading in readings(context) for each in _of(context, reading))
        context.memo["told"] = known
    return cast("tuple[Told, ...]", known)


def _named(lower: str) -> Iterator[tuple[Indicator, re.Match[str]]]:
    """Indicators named in a line; a pattern is made only where the indicator's own words stand."""
    for indicator in INDICATORS:
        if any(sign in lower for sign in indicator.signs):
            for match in _name(indicator.key).finditer(lower):
                yield indicator, match


def _of(context: Context, reading: Reading) -> Iterator[Told]:
    lower = reading.lower
    if "hộ nghèo" in lower and "giảm" in lower:
        yield from _fewer_households(context, reading)
    yield from _behind_their_figure(context, reading)
    if not any(
        word in lower for word in ("tỷ lệ", "số hộ", "việc làm", "bao phủ", "nước ngoài", "xuất khẩu", "doanh số")
    ):
        return
    for indicator, match in _named(lower):
        index = next((at for at, each in enumerate(reading.quantities) if each.start >= match.end()), None)
        if index is None or reading.quantities[index].base.partition("/")[0] not in (*indicator.bases, "điểm %"):
            continue
        if indicator.behind and _has_figure_before(reading, indicator, match.start()):
            continue
        between = lower[match.end() : reading.quantities[index].start]
        neutral = len(between) <= _NEAR and _neutral(between)
        before = lower[max(0, match.start() - 30) : match.start()].rstrip()
        if not neutral and not (indicator.flow and len(between) < 25 and "cho" in between):
            continue
        yield from _tell(context, reading, indicator, index, match.start(), before, between)


def _behind_their_figure(context: Context, reading: Reading) -> Iterator[Told]:
    """ "đưa 10 lao động đi làm việc ở nước ngoài", "14 hộ thoát nghèo": the name stands right behind its figure."""
    passage = reading.passage
    for indicator in BEHIND:
        if not any(sign in reading.lower for sign in indicator.signs):
            continue
        for index, quantity in enumerate(reading.quantities):
            if quantity.base in indicator.bases and _behind(indicator.key).match(reading.gaps[index + 1]):
                years = years_of(reading.lower[slice(*reading.bounds(index))])
                year = years[0] if len(set(years)) == 1 else heading_year(passage) if not years else None
                target = in_target(passage)
                year = context.year if year is None and target and not years else year
                yield Told(indicator, quantity, "level", year, "", reading, quantity.start, target, in_result(passage))


@cache
def _behind(key: str) -> re.Pattern[str]:
    return re.compile(next(each.behind for each in BEHIND if each.key == key))


def _has_figure_before(reading: Reading, indicator: Indicator, start: int) -> bool:
    """Whether the name at `start` is that of the figure before it: "8 lao động đi làm việc ở nước ngoài, 20 …"."""
    before = max((at for at, each in enumerate(reading.quantities) if each.end <= start), default=None)
    if before is None or reading.quantities[before].base not in indicator.bases:
        return False
    return bool(_behind(indicator.key).match(reading.gaps[before + 1]))


def _fewer_households(context: Context, reading: Reading) -> Iterator[Told]:
    """ "giảm 5 hộ nghèo (từ 16 hộ xuống còn 11 hộ)": the count comes before the name."""
    passage = reading.passage
    year = heading_year(passage) or context.year
    target, result = in_target(passage), in_result(passage)
    for index, quantity in enumerate(reading.quantities):
        gap = reading.gaps[index]
        if quantity.base != "hộ" or not quantity.text.lower().endswith("hộ nghèo") or not gap.rstrip().endswith("giảm"):
            continue
        start = quantity.start - len(gap) + gap.rfind("giảm")
        yield Told(POOR_HOUSEHOLDS, quantity, "fall", year, "", reading, start, target, result)
        for pair in changes(reading):
            if pair.delta is quantity:
                for figure, role, when in ((pair.before, "before", "đầu"), (pair.after, "level", "cuối")):
                    yield Told(POOR_HOUSEHOLDS, figure, role, year, when, reading, figure.start, target, result)


def _tell(
    context: Context, reading: Reading, indicator: Indicator, index: int, start: int, before: str, between: str
) -> Iterator[Told]:
    quantity = reading.quantities[index]
    role = _role_of(indicator, before, between)
    if before.endswith(("giảm", "tăng", "hạ")) and role != "level":
        start = before_start(reading.lower, start)
    passage = reading.passage
    own, _, compared = reading.lower[slice(*reading.bounds(index))].partition("so với")
    years = years_of(own + compared[30:])
    year = years[0] if len(set(years)) == 1 else heading_year(passage) if not years else None
    target, result = in_target(passage), in_result(passage)
    if year is None and target and not years:
        year = context.year
    at = "đầu" if "đầu" in between else "cuối" if "cuối" in between or "hết" in between else ""

    def one(figure: Quantity, as_role: str, when: str) -> Told:
        return Told(indicator, figure, as_role, year, when, reading, start, target, result)

    pair = next((each for each in changes(reading) if each.place == index or each.delta is quantity), None)
    if pair is None or pair.delta is quantity:
        yield one(quantity, role, at)
    if pair is not None:
        yield one(pair.before, "before", "đầu")
        yield one(pair.after, "level", "cuối")
        if indicator is INDICATORS[0]:
            yield from _households(reading, one)


def _households(reading: Reading, one: Callable[[Quantity, str, str], Told]) -> Iterator[Told]:
    """ "Tỷ lệ hộ nghèo từ 2,22% xuống còn 1,12% (từ 33 hộ xuống còn 16 hộ)": the households are the poor ones."""
    counted = [each for each in changes(reading) if each.before.base == "hộ"]
    if len(counted) == 1:
        for figure, role, when in ((counted[0].before, "before", "đầu"), (counted[0].after, "level", "cuối")):
            yield one(figure, role, when)._replace(indicator=POOR_HOUSEHOLDS, start=figure.start)


def before_start(lower: str, start: int) -> int:
    """Where the verb right before an indicator's name begins."""
    return max(lower.rfind(verb, max(0, start - 12), start) for verb in ("giảm", "tăng", "hạ"))


def _role_of(indicator: Indicator, before: str, between: str) -> str:
    words = between.replace(",", " ").replace(":", " ").split()
    level = any(word in words for word in ("còn", "là", "đạt", "chiếm", "mức", "xuống", "lên", "có", "dưới"))
    verb = (
        "giảm"
        if "giảm" in words or before.endswith("giảm")
        else "tăng"
        if "tăng" in words or before.endswith("tăng")
        else ""
    )
    if verb and not level:
        return "fall" if verb == "giảm" else "rise"
    return "level"
