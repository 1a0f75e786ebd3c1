"""A count and its rate imply how many there are in all: 33 hộ = 2,22 % means 1.484 to 1.489 households.

Prose and worked numbers: docs/algorithms/check-arithmetic.md, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Quantity, format_number
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.changes import Change, changes
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import Reading, plain, readings, show

MOVED = CATALOGUE.add(
    "ARITH-BASE-MOVED",
    Severity.WARNING,
    title=("Tổng số hộ suy ra thay đổi mà không giải thích", "The implied total moves without a word"),
    message=(
        "{count1} = {rate1} suy ra tổng số {unit} từ {low1} đến {high1}; {count2} = {rate2} suy ra từ {low2} đến "
        "{high2}: tổng số thay đổi ít nhất {least} {unit} mà không giải thích.",
        "{count1} = {rate1} implies {low1} to {high1} {unit} in all; {count2} = {rate2} implies {low2} to {high2}: "
        "the total moves by at least {least} without explanation.",
    ),
    fixes=(
        (
            "Ghi tổng số {unit} đầu kỳ và cuối kỳ, và vì sao thay đổi (tách, nhập, chuyển đi).",
            "State the totals at both dates and why they moved (households split, merged, moved away).",
        ),
        (
            "Nếu tổng số không đổi ({low1} đến {high1}), sửa tỷ lệ cuối kỳ thành khoảng {rate} "
            "hoặc số cuối kỳ thành khoảng {count}.",
            "If the total did not change ({low1} to {high1}), the last rate is about {rate}, or "
            "the last count about {count}.",
        ),
    ),
)
IMPOSSIBLE = CATALOGUE.add(
    "ARITH-BASE-NONE",
    Severity.ERROR,
    title=("Không có tổng số nào cho ra tỷ lệ này", "No whole total gives this rate"),
    message=(
        "Không có tổng số nguyên nào để {count} bằng {rate}: {low} cho {rate_low}, {high} cho {rate_high}.",
        "No whole total makes {count} equal {rate}: {low} gives {rate_low}, {high} gives {rate_high}.",
    ),
    fixes=(
        (
            "Sửa tỷ lệ thành {rate_low} (tổng số {low}) hoặc {rate_high} (tổng số {high}).",
            "Write {rate_low} (of {low}) or {rate_high} (of {high}).",
        ),
        ("Kiểm tra lại số {count}.", "Check the count {count}."),
    ),
)
_EXPLAINED = ("tách hộ", "nhập hộ", "sáp nhập", "chuyển đi", "chuyển đến", "biến động", "tổng số hộ", "hộ mới tách")


def implied(count: Quantity, rate: Quantity) -> tuple[Fraction, Fraction]:
    """The totals for which `count` is `rate` as printed: a total N fits when low < N <= high."""
    half = Fraction(rate.step) / 2
    top = Fraction(count.amount) * 100
    high = top / (Fraction(rate.value) - half) if rate.value > half else top * 10_000
    return top / (Fraction(rate.value) + half), high


@rule
def implied_totals_stay_and_exist(context: Context) -> Iterator[Finding]:
    """Rates and counts told side by side, before and after; and a count with its own rate in brackets."""
    for reading in readings(context):
        if "%" not in reading.text and "phần trăm" not in reading.lower:
            continue
        told = list(changes(reading))
        rates = [each for each in told if each.before.is_share]
        counts = [each for each in told if each.before.is_count and each.before.scale == 1]
        if len(rates) == 1 and len(counts) == 1 and "tỷ lệ" in reading.lower:
            yield from _moved(reading, rates[0], counts[0])
        yield from _impossible(reading)


def _moved(reading: Reading, rates: Change, counts: Change) -> Iterator[Finding]:
    shares = (rates.before, rates.after)
    numbers = (counts.before, counts.after)
    if any(not each.value for each in (*shares, *numbers)) or any(word in reading.lower for word in _EXPLAINED):
        return
    ranges = [implied(number, share) for number, share in zip(numbers, shares, strict=True)]
    (low1, high1), (low2, high2) = ((floor(low) + 1, floor(high)) for low, high in ranges)
    gap = max(low1 - high2, low2 - high1)
    # Communes lose and gain a few households a year without a word; more than that needs one.
    if gap <= 0 or gap * 1000 < (5 if low1 > high2 else 30) * low1:
        return
    start, end = min(rates.start, counts.start), max(rates.end, counts.end)
    middle = Fraction(low1 + high1, 2)
    yield MOVED.at(
        reading.passage.line,
        reading.quote(start, end),
        count1=numbers[0].text,
        rate1=shares[0].text,
        count2=numbers[1].text,
        rate2=shares[1].text,
        low1=format_number(low1),
        high1=format_number(high1),
        low2=format_number(low2),
        high2=format_number(high2),
        least=format_number(gap),
        unit=numbers[0].unit,
        rate=show(Fraction(numbers[1].amount) * 100 / middle, "%", 2),
        count=show(Fraction(shares[1].value) * middle / 100, numbers[0].unit, 0),
    )


def _impossible(reading: Reading) -> Iterator[Finding]:
    """ "3 hộ (33,5%)": only where the rate stands right behind its count as its share."""
    for index, count in enumerate(reading.quantities[:-1]):
        rate = reading.quantities[index + 1]
        gap = reading.gaps[index + 1]
        if not (count.is_count and count.scale == 1 and rate.unit == "%" and plain(count) and plain(rate)):
            continue
        joined = " ".join(gap.split()).strip(" ,;")
        direct = joined in ("(", "chiếm", "nghèo (", "nghèo, chiếm", "chiếm tỷ lệ", "nghèo chiếm", "nghèo, chiếm tỷ lệ")
        if not direct or not count.value or not 0 < rate.value <= 100:
            continue
        low, high = implied(count, rate)
        if floor(high) > low:
            continue
        below, above = max(floor(low), int(count.amount)), ceil(high)
        places = 0 if rate.step == 1 else len(str(Fraction(rate.step).denominator)) - 1
        yield IMPOSSIBLE.at(
            reading.passage.line,
            reading.quote(count.start, rate.end),
            count=count.text,
            rate=rate.text,
            low=format_number(below),
            high=format_number(above),
            rate_low=show(Fraction(count.amount) * 100 / below, "%", places),
            rate_high=show(Fraction(count.amount) * 100 / above, "%", places),
        )
