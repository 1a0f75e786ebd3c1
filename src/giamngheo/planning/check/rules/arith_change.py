"""Before, after and difference in one sentence must agree: "giảm 22 hộ; từ 33 hộ xuống còn 16 hộ".

Prose and worked numbers: docs/algorithms/check-arithmetic.md, section 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Quantity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.changes import Change, changes
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import Reading, plain, readings, show, slack
from giamngheo.planning.check.record import Record

CHANGE = CATALOGUE.add(
    "ARITH-CHANGE",
    Severity.ERROR,
    title=("Mức tăng, giảm không khớp số đầu và số cuối", "The change does not fit the figures before and after"),
    message=(
        "Từ {before} đến {after} là {direction} {actual}, không phải {stated}.",
        "From {before} to {after} is a change of {actual}, not {stated}.",
    ),
    fixes=(
        ("Sửa mức {direction} thành {actual}.", "Write the change as {actual}."),
        (
            "Nếu mức {direction} {stated} là đúng, sửa số đầu thành {start} (giữ số cuối {after}) "
            "theo danh sách rà soát.",
            "If a change of {stated} is right, write {start} as the first figure (the last stays {after}).",
        ),
    ),
)
DIRECTION = CATALOGUE.add(
    "ARITH-DIRECTION",
    Severity.ERROR,
    title=("Nói giảm mà số tăng, hoặc ngược lại", "Says it fell where the figures rise, or the reverse"),
    message=(
        "Câu viết “{verb}” nhưng số liệu đi từ {before} đến {after}.",
        "The sentence says “{verb}” but the figures go from {before} to {after}.",
    ),
    fixes=(
        ("Đổi chỗ hai số: từ {after} đến {before}.", "Swap the two figures: from {after} to {before}."),
        ("Sửa lại từ chỉ chiều: “{other}” thay cho “{verb}”.", "Correct the word: “{other}” instead of “{verb}”."),
    ),
)
RELATIVE = CATALOGUE.add(
    "ARITH-CHANGE-PERCENT",
    Severity.WARNING,
    title=("Tỷ lệ tăng, giảm không khớp số đầu và số cuối", "The percentage of change does not fit the figures"),
    message=(
        "Từ {before} đến {after} là {direction} {actual}, câu ghi {stated}.",
        "From {before} to {after} is a change of {actual}; the sentence says {stated}.",
    ),
    fixes=(
        ("Sửa tỷ lệ thành {actual}.", "Write {actual}."),
        ("Nói rõ {stated} là tỷ lệ của số nào.", "Say what {stated} is a percentage of."),
    ),
)
POINTS = CATALOGUE.add(
    "ARITH-POINTS",
    Severity.INFO,
    title=("Hiệu của hai tỷ lệ là điểm phần trăm", "The difference of two rates is in percentage points"),
    message=(
        "Từ {before} đến {after} là {direction} {actual} điểm %; viết “{stated}” dễ hiểu nhầm là giảm theo tỷ lệ.",
        "From {before} to {after} is {actual} percentage points; “{stated}” may be read as a relative change.",
    ),
    fixes=(
        ("Viết “{actual} điểm %”.", "Write “{actual} điểm %” (percentage points)."),
        ("Giữ nguyên nếu biểu mẫu cấp trên quy định ghi %.", "Leave it where the form from above asks for %."),
    ),
)


@cache
def _from_to() -> re.Pattern[str]:
    """ "giảm từ 14,5 triệu lên 16 triệu": the verb, and the word of direction right between the two figures."""
    return re.compile(r"(?<!\w)(giảm|tăng)(?:\s+[^\s;,.:()]+){0,4}?\s+từ(?:\s+[^\s;,.:()]+){0,3}\s*$")


@rule
def verbs_go_the_way_of_the_figures(context: Context) -> Iterator[Finding]:
    """Fell, and yet to a higher figure; rose, and yet to a lower one. A change with its difference is judged below."""
    for reading in readings(context):
        if "từ" not in reading.lower:
            continue
        for change in changes(reading):
            gap = reading.gaps[change.place]
            told = _from_to().search(gap) if change.delta is None and plain(change.before) else None
            if told is None or change.after.amount == change.before.amount:
                continue
            if (change.after.amount > change.before.amount) != (told[1] == "tăng"):
                start = change.before.start - len(gap) + told.start()
                yield DIRECTION.at(
                    reading.passage.line, reading.quote(start, change.after.end), verb=told[1],
                    other="giảm" if told[1] == "tăng" else "tăng", before=change.before.text, after=change.after.text,
                )  # fmt: skip


@rule
def changes_fit_their_figures(context: Context) -> Iterator[Finding]:
    """Every before-after-difference of the body."""
    for reading in readings(context):
        for change in changes(reading):
            yield from _judge(reading, change)


def _judge(reading: Reading, change: Change) -> Iterator[Finding]:
    before, after, delta = change.before, change.after, change.delta
    quote = reading.quote(change.start, change.end)
    line = reading.passage.line
    said: dict[str, Any] = {"before": before.text, "after": after.text, "direction": change.verb}
    if delta is not None and after.amount != before.amount and (after.amount > before.amount) != change.rises:
        other = "giảm" if change.rises else "tăng"
        yield DIRECTION.at(line, quote, verb=change.verb, other=other, **{k: said[k] for k in ("before", "after")})
        return
    if delta is None:
        return
    said["stated"] = delta.text
    actual = abs(Fraction(before.amount) - after.amount)
    off = abs(actual - delta.amount)
    if before.is_share and delta.is_share:
        yield from _judge_rates(reading, change, actual, said)
    elif delta.is_share:
        relative = actual / before.amount * 100 if before.amount else Fraction(0)
        sentence = reading.lower[slice(*reading.bounds(change.place))]
        if before.amount and abs(relative - delta.value) > Fraction(delta.step) and "tỷ lệ" not in sentence:
            yield RELATIVE.at(line, quote, **said, actual=show(relative, "%", 2))
    elif off > slack(before, after, delta):
        yield CHANGE.at(line, quote, **said, **_right(change, actual))


def _judge_rates(reading: Reading, change: Change, actual: Fraction, said: dict[str, Any]) -> Iterator[Finding]:
    """Two rates differ by points; a relative change of the rate is allowed where it fits."""
    before, after, delta = change.before, change.after, change.delta
    if delta is None:
        return
    quote = reading.quote(change.start, change.end)
    in_points = abs(actual - delta.value) <= Fraction(delta.step + before.step + after.step) / 2
    if in_points and delta.unit == "%":
        yield POINTS.at(reading.passage.line, quote, **said, actual=show(actual, ""))
    elif not in_points and not (delta.unit == "%" and before.value and _relative_fits(before, delta, actual)):
        yield CHANGE.at(reading.passage.line, quote, **said, **_right(change, actual))


def _relative_fits(before: Quantity, delta: Quantity, actual: Fraction) -> bool:
    room = Fraction(delta.step) / 2 + Fraction(100) * before.step / Fraction(before.value)
    return abs(actual / before.value * 100 - delta.value) <= room


class _Unit(Record):
    unit: str
    scale: int

    def show(self, amount: Fraction) -> str:
        return show(amount / self.scale, self.unit)


def _right(change: Change, actual: Fraction) -> dict[str, Any]:
    """The concrete numbers of the fixes, in the unit of the figures."""
    unit = _Unit(change.before.unit, change.before.scale)
    amount = Fraction(change.delta.amount) if change.delta else Fraction(0)
    start = Fraction(change.after.amount) + (-amount if change.rises else amount)
    points = _Unit("điểm %", 1) if change.before.is_share else unit
    return {"actual": points.show(actual), "start": unit.show(start)}
