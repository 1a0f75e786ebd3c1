"""Changes told in one sentence: figure before, figure after, difference, in whatever order a writer puts them.

Used by the rules about changes and about implied bases. docs/algorithms/check-arithmetic.md, section 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from giamngheo.foundation.numbers import Quantity
from giamngheo.planning.check.quantities import Reading, plain
from giamngheo.planning.check.record import Record

_YEARLY = ("bình quân", "trung bình", "mỗi năm", "hằng năm", "hàng năm", "một năm", "từng năm")
_BEFORE, _AFTER, _DELTA = "before", "after", "delta"


class Change(Record):
    """`before` and `after` are in one base unit; `delta` may be missing. [start, end) is the text that tells it."""

    before: Quantity
    after: Quantity
    delta: Quantity | None
    verb: str
    start: int
    end: int
    place: int  # of `before` among the reading's quantities

    @property
    def rises(self) -> bool:
        return self.verb == "tăng"


@cache
def _verb() -> re.Pattern[str]:
    """A verb of change with nothing between it and the figure but what it counts."""
    return re.compile(
        r"(?<!\w)(giảm|tăng|hạ|bớt)((?:\s+(?!từ\b|xuống\b|còn\b|lên\b|đến\b|thành\b|so\b|bình\b|tới\b)[^\s;,.:()]+){0,9})"
        r"\s*[:(]?\s*$"
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:từ(?!\s+(?:năm|ngày|tháng|đó|nguồn|ngân))(?:\s+(?!đến\b|xuống\b|lên\b)[^\s;,.:()]+){0,7}"
        r"|(?<!tháng )(?:đầu năm|đầu kỳ|đầu giai đoạn|năm trước|cuối năm trước)(?:\s+(?:\d{4}"
        r"|(?!giảm\b|tăng\b)[^\s;,.:()\d]+)){0,6}\s*:?)\s*\(?\s*$"
    )


@cache
def _to() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:xuống còn|xuống|còn lại|còn|lên đến|lên tới|lên thành|lên|thành|đến|tới"
        r"|(?<!tháng )(?:cuối năm|cuối kỳ|hiện nay)(?:\s+(?:\d{4}|(?!giảm\b|tăng\b)[^\s;,.:()\d]+)){0,5}?)"
        r"(?:\s+(?:cuối năm|đến cuối năm|năm|\d{4}|là|có|còn|mức|khoảng|số|hộ|nghèo))*\s*:?\s*\(?\s*$"
    )


def _roles(reading: Reading) -> list[str]:
    """What the words right before each quantity make of it."""
    roles = []
    told = any(word in reading.lower for word in ("giảm", "tăng", "từ ", "hạ ", "bớt "))
    for gap in reading.gaps[:-1]:
        role = ""
        if told and len(gap) > 1:
            tail = gap[-90:]
            if gap.rstrip().endswith(("xuống còn", "xuống", "lên", "thành")):
                role = _AFTER
            elif _from().search(tail):
                role = _BEFORE
            elif _to().search(tail):
                role = _AFTER
            elif _verb().search(tail):
                role = _DELTA
        roles.append(role)
    return roles


def changes(reading: Reading) -> tuple[Change, ...]:
    """The changes of one line, in order, found once. A difference serves one pair only."""
    known = reading.memo.get("changes")
    if known is None:
        known = reading.memo["changes"] = tuple(_changes(reading))
    return cast("tuple[Change, ...]", known)


def _changes(reading: Reading) -> Iterator[Change]:
    roles = _roles(reading)
    if _BEFORE not in roles and not (_DELTA in roles and _AFTER in roles):
        return
    used: set[int] = set()
    yield from _compared(reading, roles, used)
    for index, role in enumerate(roles):
        if role != _BEFORE or not plain(reading.quantities[index]):
            continue
        other = _partner(reading, roles, index)
        if other is None:
            continue
        delta = _difference(reading, roles, index, other, used)
        if delta is not None:
            used.add(delta)
        yield _change(reading, index, other, delta)


@cache
def _against() -> re.Pattern[str]:
    return re.compile(r"\s*so với (?:đầu |cuối )?năm (?:20\d\d|trước)\s*\(\s*(?:là |có )?$")


def _compared(reading: Reading, roles: list[str], used: set[int]) -> Iterator[Change]:
    """ "còn 16 hộ, giảm 22 hộ so với năm 2022 (33 hộ)": the figure before stands last, in brackets."""
    for index in range(1, len(roles) - 1):
        after, delta, before = reading.quantities[index - 1 : index + 2]
        if (
            roles[index] == _DELTA
            and roles[index - 1] == _AFTER
            and after.base == before.base == delta.base
            and all(map(plain, (after, delta, before)))
            and reading.text[before.end : before.end + 1] == ")"
            and _against().fullmatch(reading.gaps[index + 1])
        ):
            used.add(index)
            verb = "tăng" if _verb_before(reading, index) == "tăng" else "giảm"
            start = after.start
            yield Change(before, after, delta, verb, start, before.end, index + 1)


def _verb_before(reading: Reading, index: int) -> str:
    told = _verb().search(reading.gaps[index][-90:])
    return told[1] if told else ""


def _partner(reading: Reading, roles: list[str], index: int) -> int | None:
    """The next "after" in the same unit; figures of other units may stand between, a new "before" may not."""
    before = reading.quantities[index]
    for other in range(index + 1, len(roles)):
        if reading.sentence[other] != reading.sentence[index] or _new_subject(reading.gaps[other]):
            return None
        after = reading.quantities[other]
        if after.base == before.base and after.unit:
            return other if roles[other] == _AFTER and plain(after) else None
        if roles[other] == _BEFORE:
            return None
    return None


def _new_subject(gap: str) -> bool:
    """A semicolon after which more is said than the words that lead to the figure: "; cuối kỳ: " says no more."""
    if ";" not in gap:
        return False
    told = _to().search(gap[-90:])
    between = gap[: len(gap) - len(told.group())] if told else gap
    return any(letter.isalpha() for letter in between.rpartition(";")[2])


def _difference(reading: Reading, roles: list[str], before: int, after: int, used: set[int]) -> int | None:
    """The nearest difference told before the pair, else right after it, in a unit that can be compared."""
    for candidate in (before - 1, after + 1):
        if not 0 <= candidate < len(roles) or candidate in used or roles[candidate] != _DELTA:
            continue
        if reading.sentence[candidate] != reading.sentence[before] or not plain(reading.quantities[candidate]):
            continue
        around = reading.gaps[candidate][-60:] + "|" + reading.gaps[candidate + 1][:14]
        if any(word in around for word in _YEARLY):
            continue  # an average over years is not the difference of the ends
        words = reading.gaps[before if candidate < before else candidate]
        role = _from() if candidate < before else _verb()
        told = role.search(words)
        between = words[: told.start()].rpartition(";")[2] if told and ";" in words else ""
        if any(letter.isalpha() for letter in between) or "so với" in words:
            continue  # "Thôn Đông giảm 5 hộ; Thôn Tây từ 20 hộ ...": another subject begins
        if candidate < before and told and _another_period(words[: told.start()]):
            continue
        if _comparable(reading.quantities[before], reading.quantities[candidate]):
            return candidate
    return None


def _another_period(between: str) -> bool:
    """ "2021-2024 giảm 60 hộ, riêng năm 2024 giảm từ 40 hộ": the figures before and after have a verb of their own."""
    if "riêng" in between or "trong đó" in between:
        return True
    return ("giảm" in between or "tăng" in between) and between.strip(" ,;:") not in (
        "giảm",
        "tăng",
        "đã giảm",
        "đã tăng",
    )


def _comparable(figure: Quantity, delta: Quantity) -> bool:
    return delta.base == figure.base or (delta.is_share and (figure.is_share or figure.is_count or figure.is_money))


def _change(reading: Reading, before: int, after: int, delta: int | None) -> Change:
    first = min(before, after, before if delta is None else delta)
    last = max(before, after, after if delta is None else delta)
    verb, start = "giảm", reading.quantities[first].start
    gap = reading.gaps[first] if delta is None else reading.gaps[delta]
    told = _verb().search(gap[-90:]) if delta is not None else None
    if told:
        verb = "tăng" if told[1] == "tăng" else "giảm"
    elif reading.quantities[after].amount > reading.quantities[before].amount:
        verb = "tăng"
    lead = _verb().search(reading.gaps[first][-90:]) or _from().search(reading.gaps[first][-90:])
    if lead:
        start -= len(lead.group())
    end = reading.quantities[last].end
    return Change(
        reading.quantities[before],
        reading.quantities[after],
        None if delta is None else reading.quantities[delta],
        verb,
        start,
        end,
        before,
    )
