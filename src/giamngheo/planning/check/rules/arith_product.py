"""Quantity times price is money: "22 hộ x 5 triệu đồng/hộ = 110 triệu đồng".

Prose: docs/algorithms/check-arithmetic.md, section 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Quantity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import Reading, plain, readings, show

PRODUCT = CATALOGUE.add(
    "ARITH-PRODUCT",
    Severity.ERROR,
    title=("Số lượng nhân đơn giá không bằng thành tiền", "Quantity times price is not the amount"),
    message=("{count} × {price} = {actual}, không phải {stated}.", "{count} × {price} = {actual}, not {stated}."),
    fixes=(
        ("Sửa thành tiền thành {actual}.", "Write {actual} as the amount."),
        ("Nếu {stated} đúng, sửa đơn giá thành {right}/{per} hoặc sửa số lượng.",
         "If {stated} is right, the price is {right}/{per}, or the quantity is wrong."),
    ),
)  # fmt: skip


FACTORS = CATALOGUE.add(
    "ARITH-FACTORS",
    Severity.ERROR,
    title=("Tích ghi trong phép tính không đúng", "A product written out is wrong"),
    message=("{terms} = {actual}, không phải {stated}.", "{terms} = {actual}, not {stated}."),
    fixes=(
        ("Sửa kết quả thành {actual}.", "Write {actual} as the result."),
        ("Nếu {stated} đúng, kiểm tra lại từng thừa số: {terms}.", "If {stated} is right, check each factor: {terms}."),
    ),
)


@cache
def _result() -> re.Pattern[str]:
    """Between the last factor and the amount: "=", behind the rest of a price's unit ("/ngày")."""
    return re.compile(r"(?:/\s?\w+)*\s*\)?\s*=\s*")


@rule
def formulas_of_three_are_right(context: Context) -> Iterator[Finding]:
    """ "40 người x 03 ngày x 150.000 đồng = 16.000.000 đồng": three factors or more, one of them money."""
    for reading in readings(context):
        if "=" not in reading.text:
            continue
        for index, stated in enumerate(reading.quantities):
            if not _result().fullmatch(reading.gaps[index]) or not stated.is_money or not plain(stated):
                continue
            first = index - 1
            while first > 0 and reading.gaps[first].strip().rpartition(" ")[2] in ("x", "×", "*"):
                first -= 1
            factors = reading.quantities[first:index]
            if len(factors) >= 3 and all(map(plain, factors)):
                yield from _formula(reading, factors, stated)


def _formula(reading: Reading, factors: Sequence[Quantity], stated: Quantity) -> Iterator[Finding]:
    prices = [each for each in factors if each.base.partition("/")[0] == "đồng"]
    if len(prices) != 1 or any(each.is_share for each in factors):
        return
    actual = Fraction(1)
    for each in factors:
        actual *= Fraction(each.amount)
    room = Fraction(stated.grain) / 2 if stated.scale > 1 else Fraction(0)
    if actual and abs(actual - stated.amount) > room:
        yield FACTORS.at(
            reading.passage.line,
            reading.quote(factors[0].start, stated.end),
            terms=" × ".join(each.text for each in factors),
            stated=stated.text,
            actual=show(actual / stated.scale, stated.unit),
        )


@rule
def products_are_right(context: Context) -> Iterator[Finding]:
    """A formula written out is certain; a sentence with one count, one price and one amount is a warning."""
    for reading in readings(context):
        if "/" not in reading.text and "mỗi " not in reading.lower:
            continue
        for index, price in enumerate(reading.quantities):
            each = reading.gaps[index].rstrip().rpartition("mỗi ")[2]
            if price.base.startswith("đồng/"):
                yield from _judge(reading, index, price, price.base.partition("/")[2])
            elif price.is_money and each and "mỗi " in reading.gaps[index]:
                yield from _judge(reading, index, price, each)


def _judge(reading: Reading, index: int, price: Quantity, per: str) -> Iterator[Finding]:
    """`per` is the thing the price is for: "hộ" in "5 triệu đồng/hộ" and in "mỗi hộ 5 triệu đồng"."""
    inside = [reading.quantities[at] for at in reading.of_sentence(reading.sentence[index])]
    counts = [each for each in inside if each.base == per]
    amounts = [each for each in inside if each.is_money and each is not price]
    prices = [each for each in inside if each is price or each.base.startswith("đồng/")]
    if not (len(counts) == len(amounts) == len(prices) == 1) or not all(map(plain, (*counts, *amounts, price))):
        return
    count, amount = counts[0], amounts[0]
    formula = reading.gaps[reading.quantities.index(amount)].strip().endswith("=")
    if any(each.unit in ("tháng", "năm", "lần", "ngày", "buổi") for each in inside) or not count.value:
        return  # a third factor: how many times it is paid
    if not formula and not any(
        word in reading.lower for word in ("tổng kinh phí", "tổng số tiền", "thành tiền", "tổng cộng")
    ):
        return
    actual = Fraction(count.amount) * price.amount
    room = Fraction(amount.grain) / 2 if amount.scale > 1 else Fraction(0)
    if abs(actual - amount.amount) <= room:
        return
    start, end = min(count.start, price.start, amount.start), max(count.end, price.end, amount.end)
    yield PRODUCT.at(
        reading.passage.line,
        reading.quote(start, end),
        severity=Severity.ERROR if formula else Severity.WARNING,
        count=count.text, price=price.text, stated=amount.text, per=per,
        actual=show(actual / amount.scale, amount.unit),
        right=show(Fraction(amount.amount) / count.amount / price.scale, price.unit.partition("/")[0]),
    )  # fmt: skip
