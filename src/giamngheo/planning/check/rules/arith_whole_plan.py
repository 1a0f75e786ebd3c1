"""A result against its plan in percent needs a whole plan: 66 jobs, "vượt 01 % kế hoạch", fits no whole number.

Prose and worked numbers: docs/algorithms/check-arithmetic.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import ceil, floor
from re import Pattern
from re import compile as compile_pattern

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Quantity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import Reading, plain, readings, show

WHOLE = CATALOGUE.add(
    "ARITH-PLAN-WHOLE",
    Severity.WARNING,
    title=("Không có chỉ tiêu nguyên nào cho ra tỷ lệ so với kế hoạch", "No whole plan gives this share of the plan"),
    message=(
        "{count} không thể {told} kế hoạch: kế hoạch {low} thì đạt {share_low}, kế hoạch {high} thì đạt {share_high}.",
        "{count} cannot be “{told}” of the plan: a plan of {low} gives {share_low}, a plan of "
        "{high} gives {share_high}.",
    ),
    fixes=(
        (
            "Nếu kế hoạch là {low}, viết “đạt {share_low} kế hoạch”.",
            "If the plan is {low}, write {share_low} of the plan.",
        ),
        (
            "Nếu kế hoạch là {high}, viết “đạt {share_high} kế hoạch”; hoặc ghi thẳng số kế hoạch được giao.",
            "If the plan is {high}, write {share_high}; or state the plan's own figure.",
        ),
    ),
)
BOTH = CATALOGUE.add(
    "ARITH-PLAN-BOTH",
    Severity.WARNING,
    title=("Vừa “đạt 100 %” vừa “vượt” kế hoạch", "Both “100 % of the plan” and “above the plan”"),
    message=(
        "Cùng một kết quả mà vừa {reached} vừa “vượt” kế hoạch.",
        "One result is said to be {reached} and above the plan at once.",
    ),
    fixes=(
        (
            "Nếu vượt, ghi tỷ lệ trên 100% thay cho {reached}.",
            "If above, write a share over 100% instead of {reached}.",
        ),
        ("Nếu đạt đúng kế hoạch, bỏ chữ “vượt”.", "If just reached, strike the word for “above”."),
    ),
)


ABOVE = CATALOGUE.add(
    "ARITH-PLAN-ABOVE",
    Severity.ERROR,
    title=("Tỷ lệ vượt kế hoạch không khớp số kế hoạch", "The share above the plan does not fit the plan's figure"),
    message=(
        "{count} so với kế hoạch {plan} là vượt {actual}, không phải vượt {stated}.",
        "{count} against a plan of {plan} is {actual} above it, not {stated}.",
    ),
    fixes=(
        ("Sửa tỷ lệ vượt thành {actual}.", "Write {actual}."),
        ("Kiểm tra lại {count} và số kế hoạch {plan}.", "Check {count} and the plan of {plan}."),
    ),
)


@cache
def _told() -> Pattern[str]:
    return compile_pattern(r"[^;.:]{0,45}?(?<!\w)(vượt|đạt)(?:\s+(?:mức|tỷ lệ|thêm))?\s*$")


@cache
def _plan() -> Pattern[str]:
    return compile_pattern(r"\s*(?:so với\s+)?(?:mục tiêu\s+)?(?:kế hoạch|kh|chỉ tiêu)(?!\w)")


@rule
def shares_of_plan_fit_whole_plans(context: Context) -> Iterator[Finding]:
    """A count followed by "vượt" or "đạt" so many percent of the plan, the plan's own figure not given."""
    for reading in readings(context):
        if "vượt" not in reading.lower and "đạt" not in reading.lower:
            continue
        for index, share in enumerate(reading.quantities):
            if share.unit == "%" and plain(share) and _plan().match(reading.gaps[index + 1]):
                yield from _whole(reading, index, share)
                yield from _both(reading, index, share)


def _whole(reading: Reading, index: int, share: Quantity) -> Iterator[Finding]:
    told = _told().match(reading.gaps[index])
    if index == 0 or told is None or "cùng kỳ" in reading.gaps[index + 1][:40]:
        return
    count = reading.quantities[index - 1]
    given = index + 2 < len(reading.gaps) and reading.quantities[index + 1].base == count.base
    if not (count.is_count and count.scale == 1 and plain(count) and count.value):
        return
    if given and reading.gaps[index + 1].rstrip().endswith("("):
        if told[1] == "vượt":
            yield from _above(reading, count, share, reading.quantities[index + 1])
        return
    percent = Fraction(share.value) + (100 if told[1] == "vượt" else 0)
    half = Fraction(share.step) / 2
    if percent <= half:
        return
    least, most = Fraction(count.amount) * 100 / (percent + half), Fraction(count.amount) * 100 / (percent - half)
    if floor(most) > least or ceil(least) == least:
        return
    low, high = floor(least), ceil(most)
    if not low:
        return
    yield WHOLE.at(
        reading.passage.line,
        reading.quote(count.start, share.end),
        count=count.text,
        told=f"{told[1]} {share.text}",
        low=low,
        high=high,
        share_low=show(Fraction(count.amount) * 100 / low, "%", 1),
        share_high=show(Fraction(count.amount) * 100 / high, "%", 1),
    )


def _above(reading: Reading, count: Quantity, share: Quantity, given: Quantity) -> Iterator[Finding]:
    """ "82 lao động, vượt 02% kế hoạch (80 lao động)": the bracket is the plan, the share what lies above it."""
    if not plain(given) or not given.value or reading.text[given.end : given.end + 1] != ")":
        return
    actual = (Fraction(count.amount) / given.amount - 1) * 100
    off, half = actual - share.value, Fraction(share.step) / 2
    if actual > 0 and (abs(off) > half or off == half):  # 2,5 is rounded to 3, never to 2
        yield ABOVE.at(
            reading.passage.line, reading.quote(count.start, given.end), count=count.text, plan=given.text,
            stated=share.text, actual=show(actual, "%", 1),
            severity=Severity.WARNING if off == half else Severity.ERROR,
        )  # fmt: skip


# The verbs right before "100%": "thực hiện 100% kế hoạch".
_GIVERS = ("huyện", "tỉnh", "xã", "hđnd", "nghị quyết")
_REACHED = ("đạt", "thực hiện", "thực hiện được", "hoàn thành", "bằng", "đạt được")


@cache
def _joined() -> Pattern[str]:
    """Between "100%" and "vượt": the plan and whose it is, nothing that begins to speak of another figure."""
    return compile_pattern(
        r"(?:[\s,]*(?:so với|mục tiêu|kế hoạch|kh|chỉ tiêu|năm|cả năm|20\d\d|được giao|giao|đề ra|đã đề ra|huyện|xã"
        r"|tỉnh|cấp trên|của|và|nghị quyết|hđnd)(?!\w))*[\s,]*(?:và\s*)?"
    )


@cache
def _above_it() -> Pattern[str]:
    """Behind "vượt": the plan itself; "vượt tiến độ", "vượt so với cùng kỳ" are other things."""
    return compile_pattern(r"\s*(?:mức\s+|so với\s+)?(?:kế hoạch|kh|chỉ tiêu|mục tiêu)(?!\w)(?!\s+(?:về|đối với|khác))")


def _both(reading: Reading, index: int, share: Quantity) -> Iterator[Finding]:
    """ "thực hiện 100% kế hoạch, vượt 5%": the two words in one clause, about one figure."""
    before, after = reading.gaps[index].rstrip(" :"), reading.gaps[index + 1]
    at = after.find("vượt")
    verb = max((each for each in _REACHED if before.endswith(each)), key=len, default="")
    if share.value != 100 or not verb or at < 0 or not _joined().fullmatch(after[:at]):
        return
    behind = after[at + len("vượt") :]
    told = behind if behind.strip(" ,") else "".join(reading.gaps[index + 2 : index + 3])
    if not _is_above(reading, index, behind) or _two_plans(after[:at], told[:40]):
        return
    start = share.start - len(reading.gaps[index]) + len(before) - len(verb)
    quote = reading.quote(start, share.end + at + len("vượt"))
    yield BOTH.at(reading.passage.line, quote, reached=f"{verb} {share.text}")


def _two_plans(between: str, told: str) -> bool:
    """ "100% kế hoạch huyện giao, vượt 5% kế hoạch xã giao", "100% kế hoạch năm 2023, năm 2024 vượt": two plans."""
    one, other = ({each for each in _GIVERS if each in words} for words in (between, told))
    years = {word for word in between.replace(",", " ").split() if len(word) == 4 and word.isdigit()}
    return len(years) > 1 or bool(one and other and one != other)


def _is_above(reading: Reading, index: int, behind: str) -> bool:
    """Whether "vượt" is followed by how much above the plan, or by the plan: not by last year or by a date."""
    if behind.strip(" ,"):
        return bool(_above_it().match(behind))
    if index + 2 >= len(reading.gaps):
        return False
    more, told = reading.quantities[index + 1], reading.gaps[index + 2][:30]
    return (more.is_share or more.is_count) and not any(
        words in told for words in ("cùng kỳ", "năm trước", "so với năm")
    )
