"""So many in each, so many of them, so many in all: "3 lớp, mỗi lớp 30 người, tổng số 100 người".

Prose: docs/algorithms/check-arithmetic.md, section 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import Quantity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import Reading, plain, readings, show

EACH = CATALOGUE.add(
    "ARITH-EACH",
    Severity.WARNING,
    title=("Số mỗi đơn vị nhân số đơn vị không bằng tổng", "So many in each does not make the total"),
    message=(
        "{count}, mỗi {per} {each}: cả thảy {actual}, không phải {stated}.",
        "{count} with {each} in each make {actual}, not {stated}.",
    ),
    fixes=(
        ("Sửa tổng số thành {actual}.", "Write {actual} as the total."),
        (
            "Nếu {stated} đúng, sửa số {per} hoặc số mỗi {per}; nếu chỉ là bình quân, viết “bình quân”.",
            "If {stated} is right, correct the number of them or how many each has; if it is an average, say so.",
        ),
    ),
)
# Things that hold others, and are counted.
_HOLDERS = (
    "lớp", "nhóm", "mô hình", "thôn", "buổi", "hội nghị", "đợt", "tổ", "cuộc", "câu lạc bộ", "chi hội", "hộ", "người",
)  # fmt: skip
_TIMES = frozenset(("lần", "lượt", "tháng", "quý", "năm", "tuần"))
# Behind a figure that is no total: who came, a part, others.
_OF_OTHERS = (
    "tham gia", "tham dự", "dự", "tốt nghiệp", "hoàn thành", "là nữ", "nữ", "còn", "khác", "ngoài",
)  # fmt: skip
_EACH_SIGNS = ("mỗi ", "từng ", *(f"/{each}" for each in _HOLDERS), "một lớp", "một nhóm")


@cache
def _each() -> Pattern[str]:
    """Words right before "30 người" that say it is for each: "mỗi lớp", "bình quân mỗi nhóm có", "từng lớp là"."""
    holders = "|".join(_HOLDERS)
    return compile_pattern(
        rf"(?:^|.*[\s,;:(])(?P<mean>(?:bình quân|trung bình)\s+)?(?:mỗi|từng|một)\s+(?P<per>{holders})"
        r"(?:\s+(?:tập huấn|học))?(?:\s+(?:có|gồm|là|với|cho|đào tạo|tập huấn))*\s*:?\s*"
    )


@cache
def _joins() -> Pattern[str]:
    """Between the figures of one count: nothing but what joins them."""
    return compile_pattern(
        r"[\s,;:(.]*(?:(?:và|thì|với|cho|cả|mở|tổ chức|trong|là|được|chia|thành|làm|ra|tại|ở|đào tạo|tập huấn"
        r"|dạy nghề|nghề|kỹ thuật|học|bồi dưỡng|hướng dẫn|chăn nuôi|trồng trọt|sinh hoạt|tuyên truyền"
        r"|khai giảng|tổng số|tổng cộng|tổng|tất cả|cộng|cả thảy|bằng|gồm|bao gồm|có|số"
        r"|như vậy|vậy|dự kiến|x|=|×)[\s,;:(]+)*"
    )


@cache
def _named_total() -> Pattern[str]:
    return compile_pattern(r"(?:.*[\s,;:(])?(?:cho|tập huấn|đào tạo|bồi dưỡng|tổng số|tổng cộng|cả thảy|tất cả)\s+")


@rule
def so_many_in_each_make_the_total(context: Context) -> Iterator[Finding]:
    """Sentences with one figure for each, one count of the things it is for, one total, in any order."""
    for reading in readings(context):
        if len(reading.quantities) < 3 or not any(sign in reading.lower for sign in _EACH_SIGNS):
            continue
        for index, each in enumerate(reading.quantities):
            found = _per(reading, index, each)
            if found and plain(each) and each.scale == 1:
                yield from _judge(reading, index, *found)


def _per(reading: Reading, index: int, each: Quantity) -> tuple[str, str, bool] | None:
    """(what the figure counts, the thing it is for, whether it is an average) of "30 người/lớp", "mỗi lớp 30 người"."""
    gap, (base, slash, per) = reading.gaps[index], each.base.partition("/")
    if slash:
        return (base, per, "bình quân" in gap or "trung bình" in gap) if per in _HOLDERS else None
    match = _each().fullmatch(gap) if each.is_count else None
    return (each.base, match["per"], bool(match["mean"]) or "bình quân" in gap) if match else None


def _judge(reading: Reading, index: int, base: str, per: str, mean: bool) -> Iterator[Finding]:
    each = reading.quantities[index]
    inside = [at for at in reading.of_sentence(reading.sentence[index]) if at != index]
    counts = [at for at in inside if reading.quantities[at].base == per]
    totals = [at for at in inside if reading.quantities[at].base == base]
    if len(counts) != 1 or len(totals) != 1 or any(reading.quantities[at].base in _TIMES - {per} for at in inside):
        return
    count, total = reading.quantities[counts[0]], reading.quantities[totals[0]]
    low, high = reading.gaps[index][-4:], reading.gaps[index + 1].lstrip()
    open_ended = "từ " in low or high.startswith(("trở lên", "trở xuống"))
    if open_ended or not (plain(count) and plain(total)) or not _belong(reading, index, counts[0], totals[0]):
        return
    actual = Fraction(each.value) * count.amount
    room = Fraction(each.step) * count.amount if mean else Fraction(0)
    if actual == total.amount or abs(actual - total.amount) < room:
        return
    ends = [(quantity.start, quantity.end) for quantity in (each, count, total)]
    yield EACH.at(
        reading.passage.line, reading.quote(min(ends)[0], max(end for _, end in ends)), count=count.text, per=per,
        each=each.text.partition("/")[0], stated=total.text, actual=show(actual, total.unit),
    )  # fmt: skip


def _belong(reading: Reading, each: int, count: int, total: int) -> bool:
    """Whether the three are told as one: only joining words before the later ones, and a total that is named when it
    comes first ("tập huấn cho 100 người, chia 3 lớp, mỗi lớp 30 người")."""
    first, *later = sorted((each, count, total))
    if first == total and not _named_total().fullmatch(reading.gaps[total]):
        return False
    for at in later:
        if at != each and not _joins().fullmatch(reading.gaps[at]):
            return False
    before, behind = reading.gaps[total], reading.gaps[total + 1]
    bare = total != first and not any(map(str.isalpha, before)) and "=" not in before
    if total != first and ";" in before and not any(word in before for word in ("tổng", "cả thảy", "tất cả", "vậy")):
        return False
    if bare and ("." in before or behind.strip()[:1].isalpha()):
        return False  # "mỗi hộ 2 con; 4 con đã sinh sản": a figure nothing calls a total, with words of its own
    came = behind.lstrip(" ,(")
    return not came.startswith(
        ("tham gia", "tham dự", "dự", "tốt nghiệp", "hoàn thành", "là nữ", "nữ", "còn", "khác", "ngoài")
    )
