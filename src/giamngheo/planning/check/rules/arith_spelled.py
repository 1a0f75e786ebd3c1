"""A number and the same number in words must agree; a separator must say one thing.

Prose: docs/algorithms/check-arithmetic.md, section 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number, number_words
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import plain, readings, show

SPELLED = CATALOGUE.add(
    "ARITH-SPELLED",
    Severity.ERROR,
    title=("Số viết bằng chữ khác số viết bằng chữ số", "The number in words differs from the digits"),
    message=("Chữ số ghi {digits}, chữ ghi {spelled}.", "The digits say {digits}, the words say {spelled}."),
    fixes=(
        ("Nếu {digits} là đúng, viết “{words}”.", "If {digits} is right, write “{words}”."),
        ("Nếu chữ là đúng, sửa chữ số thành {spelled}.", "If the words are right, write {spelled} in digits."),
    ),
)
SEPARATOR = CATALOGUE.add(
    "ARITH-SEPARATOR",
    Severity.WARNING,
    title=("Dấu phẩy có thể hiểu hai cách", "The comma can be read two ways"),
    message=(
        "“{text}” có thể là {one} hoặc {two}: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân.",
        "“{text}” can be {one} or {two}: a point separates thousands, a comma decimals.",
    ),
    fixes=(
        ("Nếu là {one}, viết “{one}”.", "If it is {one}, write “{one}”."),
        ("Nếu là {two}, viết “{two}”.", "If it is {two}, write “{two}”."),
    ),
)


_OPENS_WORDS = ("(", "(bằng chữ:", "(bằng chữ", "(viết bằng chữ:", "(số tiền bằng chữ:", "(ghi bằng chữ:", "bằng chữ:")


@rule
def sums_in_words_are_those_in_figures(context: Context) -> Iterator[Finding]:
    """ "72.000.000 đồng (bảy mươi ba triệu đồng)": the words in the bracket have a unit of their own."""
    for reading in readings(context):
        if "(" not in reading.text and "bằng chữ" not in reading.lower:
            continue
        for (figure, words), gap in zip(pairwise(reading.quantities), reading.gaps[1:], strict=False):
            spelled = words.text[:1].isalpha() and figure.text[:1].isdigit() and figure.base == words.base
            if not spelled or gap.strip() not in _OPENS_WORDS or figure.amount == words.amount:
                continue
            if reading.lower[words.end :].lstrip(" .").startswith((")", "chẵn", "./.")) and plain(figure):
                yield SPELLED.at(
                    reading.passage.line, reading.quote(figure.start, words.end),
                    digits=figure.text, spelled=f"{format_number(words.amount)} {words.base}",
                    words=f"{number_words(int(figure.amount))} {figure.base}",
                )  # fmt: skip


@rule
def numbers_say_one_thing(context: Context) -> Iterator[Finding]:
    """Digits against words in brackets; "1,500 triệu" that may be 1,5 or 1.500."""
    for reading in readings(context):
        for quantity in reading.quantities:
            line = reading.passage.line
            if quantity.spelled is not None and quantity.spelled != quantity.value:
                words = number_words(int(quantity.value)) if quantity.value == int(quantity.value) else quantity.text
                yield SPELLED.at(
                    line, quantity.text, digits=format_number(quantity.value), words=words,
                    spelled=format_number(quantity.spelled),
                )  # fmt: skip
            if quantity.other is not None and not quantity.is_share:
                yield SEPARATOR.at(
                    line, quantity.text, text=quantity.text,
                    one=show(quantity.value, quantity.unit), two=show(quantity.other, quantity.unit),
                )  # fmt: skip
