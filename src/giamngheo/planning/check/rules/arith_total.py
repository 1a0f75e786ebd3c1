"""A total and the parts listed under it: "7.487 triệu đồng với 175 lượt ... Trong đó: ...; ...; ...".

Prose and worked numbers: docs/algorithms/check-arithmetic.md, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Quantity, format_number
from giamngheo.planning.check.breakdowns import Breakdown, breakdowns
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import plain, readings, show, slack

TOTAL = CATALOGUE.add(
    "ARITH-TOTAL",
    Severity.ERROR,
    title=("Tổng số không bằng cộng các phần", "The total is not the sum of its parts"),
    message=(
        "Tổng ghi {total}; cộng {count} phần được {sum} ({parts}): {side} {difference}.",
        "The total says {total}; its {count} parts add up to {sum} ({parts}): a difference of {difference}.",
    ),
    fixes=(
        ("Nếu các phần đúng, sửa tổng thành {sum}.", "If the parts are right, write {sum} as the total."),
        (
            "Nếu tổng {total} đúng, bổ sung hoặc sửa phần chênh lệch {difference} trong danh sách.",
            "If the total of {total} is right, add or correct the {difference} in the list.",
        ),
    ),
)


@rule
def totals_are_the_sum_of_their_parts(context: Context) -> Iterator[Finding]:
    """Lists in one sentence, lists of bullets or points under a line; money and counts, each unit by itself."""
    for breakdown in breakdowns(context):
        off = [(total, parts) for total, parts in breakdown.units if _misses(total, parts)]
        for total, parts in off:
            severity = _severity(breakdown, total, parts, len(off))
            if severity is not None:
                yield _finding(breakdown, total, parts, severity)


_UNCLEAR = ("mỗi", "trong đó", "riêng", " x ", "×", "/", "bình quân", "giảm", "tăng", "nâng", "còn", "từ ", "đến ", "(")


@rule
def totals_told_last_are_sums(context: Context) -> Iterator[Finding]:
    """ "thôn Đông 20 hộ, thôn Tây 30 hộ, tổng cộng 60 hộ": a warning, for a part may have been left unsaid."""
    for reading in readings(context):
        if "tổng cộng" not in reading.lower:
            continue
        for index, total in enumerate(reading.quantities):
            if not reading.gaps[index].rstrip(" :").endswith(("tổng cộng", "tổng cộng là")) or not plain(total):
                continue
            left, _ = reading.bounds(index)
            before = [reading.quantities[at] for at in reading.of_sentence(reading.sentence[index]) if at < index]
            parts = tuple(each for each in before if each.base == total.base)
            words = reading.lower[left : total.start]
            clear = len(parts) == len(before) >= 2 and all(map(plain, parts)) and words.count("tổng") == 1
            if clear and not any(word in words for word in _UNCLEAR) and _misses(total, parts):
                yield _finding(Breakdown(reading, (), False, False), total, parts, Severity.WARNING)


def _misses(total: Quantity, parts: tuple[Quantity, ...]) -> bool:
    return abs(_sum(parts) - total.amount) > slack(total, *parts)


def _sum(parts: tuple[Quantity, ...]) -> Fraction:
    return sum((Fraction(part.amount) for part in parts), Fraction(0))


def _severity(breakdown: Breakdown, total: Quantity, parts: tuple[Quantity, ...], units_off: int) -> Severity | None:
    """Certain only where the list must be whole: it says so ("gồm"), shows its zeros, or names four sums of money or
    more. "Trong đó" alone may leave the rest unsaid, and groups of people may overlap."""
    if any(not part.unit for part in parts):
        return Severity.WARNING
    whole = breakdown.whole or any(not part.value for part in parts)
    if whole and len(parts) >= 2:
        return Severity.ERROR
    more = _sum(parts) > total.amount
    if total.is_money:
        if more or (breakdown.listed and len(parts) >= 4):
            return Severity.ERROR
        return Severity.WARNING if breakdown.listed and len(parts) >= 3 else None
    if breakdown.listed and len(parts) >= 3 and (units_off > 1 or not more):
        return Severity.WARNING
    return None


def _finding(breakdown: Breakdown, total: Quantity, parts: tuple[Quantity, ...], severity: Severity) -> Finding:
    added, unit, scale = _sum(parts), total.unit, total.scale
    same = all(part.unit == unit for part in parts)
    terms = " + ".join(format_number(part.value) if same else part.text for part in parts)
    difference = abs(added - total.amount)
    return TOTAL.at(
        breakdown.line,
        breakdown.quote(total),
        severity=severity,
        total=total.text,
        count=len(parts),
        sum=show(added / scale, unit),
        parts=terms,
        side="thiếu" if added < total.amount else "thừa",
        difference=show(difference / scale, unit),
    )
