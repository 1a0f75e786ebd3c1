"""Lines of a comparison as the page, the workbook and the paper print them, with what stays inside left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from giamngheo.analysis.measures.before_after import Level, Said
from giamngheo.analysis.measures.changes import Estimate
from giamngheo.analysis.measures.disclosure import hidden
from giamngheo.office.monitoring_surveys import saying
from giamngheo.office.monitoring_surveys.comparing import Comparison, Line


class LevelShown(NamedTuple):
    """A wave of a question."""

    number: int | str
    value: str
    error: str
    interval: str


class ChangeShown(NamedTuple):
    """The change, or the difference of two changes."""

    number: int | str
    value: str
    error: str
    interval: str
    p: str
    words: str
    look: str


class GroupShown(NamedTuple):
    """Helped, or not: before, after, change."""

    number: int | str
    before: str
    after: str
    change: str


class LineShown(NamedTuple):
    """A question. `helped`, `others`, `difference`: None where nothing is known of help."""

    title: str
    first: LevelShown
    second: LevelShown
    change: ChangeShown
    helped: GroupShown | None
    others: GroupShown | None
    difference: ChangeShown | None


LOOKS = {Said.LESS: "good", Said.MORE: "warning"}


def shown_lines(found: Comparison, *, public: bool = False) -> list[LineShown]:
    """Every question in words. `public`: small counts are left out."""
    return [_line(each, public=public) for each in found.lines]


def _line(line: Line, *, public: bool) -> LineShown:
    compared, money = line.compared, line.question.money
    may = line.shown
    first = _level(compared.first, money=money, hide=public and not may.first)
    second = _level(compared.second, money=money, hide=public and not may.second)
    words = saying.concluded(compared.change, money=money)
    change = _change(line, difference=False, words=words, hide=public and not may.change)
    told = compared.help
    if told is None:
        return LineShown(saying.title(line.question), first, second, change, None, None, None)
    hide = public and not may.help
    few = public and any(hidden([told.change.inside_number, told.change.outside_number]))
    moved = told.change
    helped = _group(moved.inside_number, (told.before.inside, told.after.inside, moved.inside), money, hide, few)
    others = _group(moved.outside_number, (told.before.outside, told.after.outside, moved.outside), money, hide, few)
    difference = _change(line, difference=True, words=saying.concluded_help(compared), hide=hide)
    return LineShown(saying.title(line.question), first, second, change, helped, others, difference)


def _group(number: int, means: Sequence[Estimate | None], money: bool, hide: bool, few: bool) -> GroupShown:
    shown = saying.HIDDEN if few else number
    if hide:
        return GroupShown(shown, saying.HIDDEN, saying.HIDDEN, saying.HIDDEN)
    before, after, change = means
    moved = saying.change(change.value if change else None, money=money)
    return GroupShown(shown, _estimate(before, money=money), _estimate(after, money=money), moved)


def _estimate(estimate: Estimate | None, *, money: bool) -> str:
    return saying.value(estimate.value if estimate else None, money=money)


def _level(level: Level, *, money: bool, hide: bool) -> LevelShown:
    if hide:
        return LevelShown(
            saying.HIDDEN if any(hidden([level.number])) else level.number, saying.HIDDEN, saying.HIDDEN, saying.HIDDEN
        )
    return LevelShown(
        level.number, _estimate(level.estimate, money=money), saying.error(level, money=money),
        saying.interval(level.interval, money=money),
    )  # fmt: skip


def _change(line: Line, *, difference: bool, words: str, hide: bool) -> ChangeShown:
    told = line.compared.help
    found = told.difference if difference and told is not None else line.compared.change
    money = line.question.money
    if hide:
        dots = saying.HIDDEN
        return ChangeShown(_number(found.number), dots, dots, dots, dots, saying.kept_inside(), "")
    return ChangeShown(
        found.number, saying.change(found.estimate.value if found.estimate else None, money=money),
        saying.error(found, money=money), saying.interval(found.interval, money=money, signed=True),
        saying.chance(found.p), words, "" if money or difference else LOOKS.get(found.said, ""),
    )  # fmt: skip


def _number(number: int) -> int | str:
    return saying.HIDDEN if any(hidden([number])) else number
