"""One indicator, one year, two values: a plan may not say 1,12 % here and 1,21 % there.

Prose: docs/algorithms/check-arithmetic.md, section 9.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.indicators import Told, told
from giamngheo.planning.check.quantities import plain

CONFLICT = CATALOGUE.add(
    "ARITH-CONFLICT",
    Severity.WARNING,
    title=("Một chỉ số, một thời điểm, hai số liệu", "One indicator, one date, two figures"),
    message=(
        "{indicator} cuối năm {year} ghi {here}, nhưng dòng {place} ghi {there}.",
        "The {english} at the end of {year} is {here} here, but {there} in line {place}.",
    ),
    fixes=(
        ("Nếu {there} đúng, sửa {here} thành {there}.", "If {there} is right, write {there} for {here}."),
        ("Nếu {here} đúng, sửa dòng {place}; hoặc ghi rõ thời điểm của từng số liệu.",
         "If {here} is right, correct line {place}; or state the date of each figure."),
    ),
)  # fmt: skip
_ELSEWHERE = (
    "thôn ",
    "huyện",
    "tỉnh",
    "cả nước",
    "toàn quốc",
    "kế hoạch",
    "mục tiêu",
    "phấn đấu",
    "ước",
    " tháng",
    "quý ",
    "dân tộc",
    "giao",
)


@rule
def figures_are_told_once(context: Context) -> Iterator[Finding]:
    """States of known indicators at the end of a year; the start of a year is the end of the one before."""
    first: dict[tuple[str, int], Told] = {}
    for each in told(context):
        key = _key(each)
        if key is None:
            continue
        known = first.setdefault(key, each)
        if known is not each and not _same(known, each):
            yield CONFLICT.at(
                each.reading.passage.line,
                each.quantity.text,
                indicator=each.indicator.vi.capitalize(), english=each.indicator.en, year=key[1],
                here=each.quantity.text, there=known.quantity.text, place=known.reading.passage.line,
            )  # fmt: skip


def _key(each: Told) -> tuple[str, int] | None:
    if each.target or each.year is None or each.role not in ("level", "before") or not plain(each.quantity):
        return None
    index = each.reading.quantities.index(each.quantity)
    left, right = each.reading.bounds(index)
    words = each.reading.lower[max(left, each.start - 40) : min(right, each.quantity.end + 20)]
    if any(word in words for word in _ELSEWHERE):
        return None
    if each.indicator.flow:
        return None  # a flow: part of a year and the year may both be told
    start = each.role == "before" or each.at == "đầu"
    return each.indicator.key, each.year - start


def _same(one: Told, other: Told) -> bool:
    room = Fraction(max(one.quantity.step, other.quantity.step)) / 2 if one.quantity.is_share else 0
    return abs(Fraction(one.quantity.amount) - other.quantity.amount) <= room
