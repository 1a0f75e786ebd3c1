"""Targets of the plan and what the plan itself says was reached before. docs/algorithms/check-targets.md."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.planning.check.engine import Context
from giamngheo.planning.check.indicators import Told, told
from giamngheo.planning.check.quantities import Reading, plain

# Words of a sentence that speaks of somebody else's target, or of several years.
_OTHERS = (
    "toàn tỉnh",
    "của tỉnh",
    "cả nước",
    "toàn quốc",
    "toàn huyện",
    "của huyện",
    "giai đoạn",
    "bình quân",
    "hằng năm",
    "hàng năm",
    "mỗi năm",
    "mỗi thôn",
    "từng thôn",
    "dân tộc thiểu số",
)


def sentence(reading: Reading, told_: Told) -> str:
    """The sentence a figure stands in, in lower case."""
    index = reading.quantities.index(told_.quantity)
    return reading.lower[slice(*reading.bounds(index))]


def targets(context: Context) -> Iterator[Told]:
    """The commune's own targets for the plan's year."""
    for each in told(context):
        if each.target and each.role != "before" and not _of_others(each):
            yield each


def _of_others(each: Told) -> bool:
    """Whether the sentence speaks of another level, of several years, of a part of the commune."""
    words = sentence(each.reading, each)
    own = ("dân tộc thiểu số",) if each.indicator.key == "ethnic-poor-rate" else ()
    return any(word in words for word in _OTHERS if word not in own)


def reached(context: Context, target: Told, role: str = "level") -> Told | None:
    """The last state (or change) of the target's indicator told before it as a result; None when the results differ."""
    earlier = [
        each
        for each in told(context)
        if each.indicator is target.indicator
        and each.role == role
        and (not each.target)
        and plain(each.quantity)
        and (each.year is None or target.year is None or each.year < target.year)
        and not any(word in sentence(each.reading, each) for word in ("thôn ", *_OTHERS[:6]))
    ]
    if role == "level":  # a target line that states its own start: "từ 1,12 % (đầu năm)"
        own = [each for each in told(context) if each.target and each.role == "before"]
        own = [each for each in own if each.reading is target.reading and each.indicator is target.indicator]
        if own:
            return own[0]
    years = [each.year for each in earlier if each.year is not None]
    latest = [each for each in earlier if not years or each.year == max(years)]
    return latest[-1] if latest and len({each.quantity.amount for each in latest}) == 1 else None


def target_quote(target: Told) -> str:
    """The target's words, with the "trở lên" that belongs to them."""
    end = target.quantity.end
    after = target.reading.lower[end:]
    for more in (" trở lên", " trở xuống", " trở lên/năm"):
        if after.startswith(more):
            end += len(more)
    return target.reading.quote(target.start, end)
