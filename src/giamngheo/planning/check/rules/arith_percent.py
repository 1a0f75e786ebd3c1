"""x of y is z %: "33/1.486 hộ, chiếm 2,22%", "giải ngân 450 triệu đồng/500 triệu đồng, đạt 90%".

Prose and worked numbers: docs/algorithms/check-arithmetic.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Number, Quantity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import Reading, plain, readings, show, slack

PERCENT = CATALOGUE.add(
    "ARITH-PERCENT",
    Severity.ERROR,
    title=("Tỷ lệ không khớp hai số đi kèm", "The percentage does not fit its two figures"),
    message=(
        "{part} trên {whole} là {actual}, không phải {stated}.",
        "{part} of {whole} is {actual}, not {stated}.",
    ),
    fixes=(
        ("Sửa tỷ lệ thành {actual}.", "Write {actual}."),
        (
            "Nếu {stated} đúng, sửa {part} thành {right} (trên {whole}).",
            "If {stated} is right, write {right} for {part} (of {whole}).",
        ),
    ),
)

REST = CATALOGUE.add(
    "ARITH-REST",
    Severity.WARNING,
    title=(
        "Số còn lại không bằng số giao trừ số đã giải ngân",
        "What is left is not the sum given less that spent",
    ),
    message=(
        "{given} trừ {done} còn {actual}, không phải {stated}.",
        "{given} less {done} leaves {actual}, not {stated}.",
    ),
    fixes=(
        ("Sửa số còn lại thành {actual}.", "Write {actual} as what is left."),
        ("Nếu đã điều chỉnh, thu hồi một phần vốn, ghi rõ số đó.", "If a part was taken back or moved, say how much."),
    ),
)
_SAYS = ("đạt", "chiếm", "bằng", "=", "(", "tỷ lệ", "tương ứng", "tương đương")


@cache
def _share() -> Pattern[str]:
    return compile_pattern(
        r"(?:\s*(?:hộ|nghèo|cận|lao động|người|vốn|kế hoạch|dân|toàn xã|năm|giao|,|\(|=|là|đạt"
        r"|chiếm|bằng|tương ứng|với|và"
        r"|có|tỷ lệ|giải ngân|bao phủ|tương đương))*\s*"
    )


@cache
def _of() -> Pattern[str]:
    return compile_pattern(
        r"[^;.]{0,40}?(?:\s/\s?|/|trên tổng số|trong tổng số|trên tổng|trong tổng"
        r"|so với tổng số|/\s?tổng số)[^;.\d]{0,25}"
    )


@cache
def _part_of() -> Pattern[str]:
    return compile_pattern(
        r"\s*(?:dân|toàn xã)?\s*[,;]\s*trong đó(?: có| số)?(?: hộ nghèo| hộ cận nghèo)?(?: có| là)?\s*"
    )


@cache
def _spent() -> Pattern[str]:
    return compile_pattern(r"\s*[,;]\s*(?:đến nay |trong năm )?(?:đã )?(?:giải ngân|thực hiện)(?: được| là| đạt)?\s*")


def _spent_of(reading: Reading, index: int, between: str) -> bool:
    """ "Kế hoạch vốn giao 500 triệu đồng, đã giải ngân 450 triệu đồng, đạt 90%": the sentence's only two sums."""
    inside = [reading.quantities[at] for at in reading.of_sentence(reading.sentence[index])]
    first = next((each for each in inside if each.is_money), None)
    alone = first is reading.quantities[index - 2] and reading.sentence[index] == reading.sentence[index - 2]
    planned = any(word in reading.gaps[index - 2] for word in ("kế hoạch", "giao", "dự toán", "phân bổ"))
    elsewhere = any(word in reading.gaps[index + 1][:30] for word in ("cùng kỳ", "năm trước", "giai đoạn"))
    return alone and planned and not elsewhere and bool(_spent().fullmatch(between))


@cache
def _plan_in_brackets() -> Pattern[str]:
    return compile_pattern(
        r"\s*(?:so với\s+)?(?:kế hoạch|kh|chỉ tiêu|dự toán)[^;.()\d]{0,20}\(\s*(?:kế hoạch|giao|là)?\s*"
    )


@cache
def _voted() -> Pattern[str]:
    """Between "55/58 hộ" and its rate: what they did, and a word that says the rate is theirs."""
    return compile_pattern(
        r"[^;.:()\d]{0,45}?[\s,](?:đạt|chiếm|bằng|tương ứng)(?:\s+(?:tỷ lệ|tỉ lệ|với|là))*\s*:?\s*"
        r"|\s*(?:[^;.:()\d]{0,30})\(\s*"
    )


_OTHER_THINGS = ("giảm", "tăng", "vượt", "còn", "trong đó", "năm", "riêng")


def _of_fraction(reading: Reading, index: int) -> Quantity | None:
    """The "440/887 triệu đồng" a rate belongs to: before it, or behind it in brackets of its own."""
    before = reading.quantities[index - 1] if index else None
    gap = reading.gaps[index]
    same = before is not None and reading.sentence[index - 1] == reading.sentence[index]
    if before is not None and same and before.out_of and not any(word in gap for word in _OTHER_THINGS):
        return before if _voted().fullmatch(gap) else None
    after = reading.quantities[index + 1] if index + 1 < len(reading.quantities) else None
    if after is None or not after.out_of or reading.gaps[index + 1].strip() != "(":
        return None
    closed = reading.text[after.end : after.end + 1] == ")"
    return after if closed and gap.rstrip().endswith(("đạt", "chiếm", "tỷ lệ", "bằng", "tỉ lệ")) else None


@cache
def _rest() -> Pattern[str]:
    return compile_pattern(
        r"\s*(?:kế hoạch|dự toán|vốn giao)?\s*[,;]\s*(?:số )?còn"
        r"(?: lại)?(?: chưa giải ngân)?(?: là)?\s*:?\s*"
    )


@rule
def what_is_left_is_the_difference(context: Context) -> Iterator[Finding]:
    """ "Được giao 500 triệu đồng, giải ngân 345 triệu đồng, đạt 69%; còn 155 triệu đồng": the rest of the sum."""
    for reading in readings(context):
        if "còn" not in reading.lower or "giải ngân" not in reading.lower:
            continue
        for index in range(2, len(reading.quantities)):
            rest, before = reading.quantities[index], reading.quantities[index - 1]
            if not rest.is_money or not plain(rest) or not _rest().fullmatch(reading.gaps[index]):
                continue
            spent = index - 2 if before.unit == "%" and index > 2 else index - 1
            given, done = reading.quantities[spent - 1], reading.quantities[spent]
            if not (given.is_money and done.is_money and plain(given) and plain(done)):
                continue
            if not _spent_of(reading, spent + 1, reading.gaps[spent]):
                continue
            actual = Fraction(given.amount) - done.amount
            if actual >= 0 and abs(actual - rest.amount) > slack(given, done, rest):
                yield REST.at(
                    reading.passage.line, reading.quote(given.start, rest.end), given=given.text, done=done.text,
                    stated=rest.text, actual=show(actual / rest.scale, rest.unit),
                )  # fmt: skip


@rule
def percentages_fit_their_figures(context: Context) -> Iterator[Finding]:
    """A share that stands right behind its part and its whole."""
    for reading in readings(context):
        if "%" not in reading.text and "phần trăm" not in reading.lower:
            continue
        for index, rate in enumerate(reading.quantities):
            if rate.unit == "%" and plain(rate):
                found = (_pair(reading, index) if index else None) or _fraction(reading, index)
                if found and found[1] and not _fits(found[0], found[1], rate):
                    yield _finding(reading, rate, found)


def _fraction(reading: Reading, index: int) -> Pair | None:
    each = _of_fraction(reading, index)
    if each is None or each.out_of is None or each.rough:
        return None
    part, _, whole = each.text.partition("/")
    return each.value, each.out_of, each, part.strip(), whole.strip()


Pair = tuple[Number, Number, Quantity, str, str]


def _pair(reading: Reading, index: int) -> Pair | None:
    """(part, whole, the quantity where the quote begins, both as printed) told with the rate at `index`."""
    gap, last = reading.gaps[index], reading.quantities[index - 1]
    if last.rough or not (last.is_count or last.is_money):
        return None
    together = any(word in gap for word in _SAYS) and _share().fullmatch(gap)
    if together and last.out_of is not None:
        return last.value, last.out_of, last, str(last.text.partition("/")[0]), str(last.text.partition("/")[2])
    first = reading.quantities[index - 2] if index > 1 else None
    if together and first is not None and first.base == last.base and plain(first) and last.upper is None:
        between = reading.gaps[index - 1]
        if _of().fullmatch(between):
            return first.amount, last.amount, first, first.text, last.text
        if _part_of().fullmatch(between) or _spent_of(reading, index, between):
            return last.amount, first.amount, last, last.text, first.text
        return None
    return _against_plan(reading, index, last)


def _against_plan(reading: Reading, index: int, part: Quantity) -> Pair | None:
    """ "66 lao động, đạt 101,5% kế hoạch (65 lao động)"."""
    if index + 1 >= len(reading.quantities) or not plain(part):
        return None
    whole = reading.quantities[index + 1]
    joined = _plan_in_brackets().fullmatch(reading.gaps[index + 1])
    if joined and whole.base == part.base and reading.gaps[index].rstrip().endswith("đạt"):
        return part.amount, whole.amount, part, part.text, whole.text
    return None


def _fits(part: Number, whole: Number, rate: Quantity) -> bool:
    return abs(Fraction(part) * 100 / Fraction(whole) - rate.value) <= Fraction(rate.step) / 2


def _finding(reading: Reading, rate: Quantity, pair: Pair) -> Finding:
    part, whole, start, part_text, whole_text = pair
    places = 0 if rate.step == 1 else len(str(Fraction(rate.step).denominator)) - 1
    right = Fraction(rate.value) * whole / 100
    first = min(
        (each.start for each in reading.quantities if each.text in (whole_text, start.text) and each.end <= rate.end),
        default=rate.start,
    )
    return PERCENT.at(
        reading.passage.line,
        reading.quote(min(first, start.start), max(rate.end, start.end)),
        part=part_text,
        whole=whole_text,
        stated=rate.text,
        actual=show(Fraction(part) * 100 / Fraction(whole), "%", max(places, 1)),
        right=show(right / start.scale, start.unit, 0 if start.is_count else None),
    )
