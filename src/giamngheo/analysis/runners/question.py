"""What to count: indicators, groups, design and id; and each of its columns read as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import Any

from giamngheo.analysis.measures.weights import GREATEST, scaled_cutoff
from giamngheo.analysis.runners.reading import Opened
from giamngheo.analysis.runners.reading.cells import Value, group_text, is_missing, number, truth
from giamngheo.foundation.findings import Entry

ABSENT = "-"
SCALE = 1000


@dataclass(frozen=True)
class Question:
    """Columns by their part. `stratum`, `cluster`, `weight` are empty when absent; `survey` says a design was named."""

    indicators: tuple[str, ...]
    by: tuple[str, ...] = ()
    stratum: str = ""
    cluster: str = ""
    weight: str = ""
    id: str = ""
    survey: bool = False
    cutoffs: tuple[Fraction, ...] = ()  # of achievements: deprived where below; () where indicators are 0/1

    def columns(self) -> tuple[str, ...]:
        named = (*self.indicators, *self.by, self.stratum, self.cluster, self.weight, self.id)
        return tuple(dict.fromkeys(name for name in named if name))

    def needed(self) -> tuple[str, ...]:
        """Columns that must not be empty, besides the weight."""
        return tuple(dict.fromkeys(name for name in (self.stratum, self.cluster, self.id) if name))


@dataclass(frozen=True)
class Reading:
    """The columns of a question as expressions; `wrong` by column are conditions for rows that cannot be counted."""

    opened: Opened
    question: Question
    bits: tuple[Any, ...]  # NULL where blank or wrong
    blanks: tuple[Any, ...]  # conditions, or empty where the file promises that there are none
    weight: Any = None
    wrong: dict[str, Any] = field(default_factory=dict)
    blank: dict[str, Any] = field(default_factory=dict)
    twice: Any = None
    achievements: tuple[Any, ...] = ()  # whole numbers, to be held against `bars`
    bars: tuple[int, ...] = ()
    plain: bool = False  # the file promises that all indicators hold nothing but 0, 1 and blanks
    kinds: Mapping[str, Entry] = field(default_factory=dict)  # what a wrong cell of a column is called, where not usual

    def bad(self) -> Any:
        """The condition for a row that cannot be counted; None where none can be."""
        conditions = [*self.wrong.values(), *self.blank.values(), *([self.twice] if self.twice is not None else [])]
        return reduce(or_, conditions) if conditions else None


def trusted(opened: Opened, column: str) -> bool:
    """Whether the file itself promises that a column holds nothing but 0, 1 and blanks: then no row is looked at."""
    kind, bounds = opened.table[column].type(), opened.bounds(column)
    return bounds is not None and (kind.is_integer() or kind.is_boolean()) and 0 <= bounds.least <= bounds.greatest <= 1


def may_be_blank(opened: Opened, column: str) -> bool:
    """Whether a column may hold empty cells; footers count neither NaN nor empty texts."""
    kind, bounds = opened.table[column].type(), opened.bounds(column)
    return kind.is_floating() or kind.is_string() or bounds is None or bounds.blanks > 0


def read(opened: Opened, question: Question, twice: Any = None) -> Reading:
    """Expressions for every column of the question. `twice` is the condition for ids that occur more than once."""
    table = opened.table
    bits, blanks, wrong, any_blank = [], [], {}, False
    achievements, bars = _achievements(opened, question)
    for at, name in enumerate(question.indicators):
        if bars:
            told = number(table[name])
            bit, blank, mistake = achievements[at] < bars[at], told.missing, told.wrong
        else:
            bit, blank, mistake = _indicator(opened, name)
        bits.append(bit)
        blanks.append(blank)
        any_blank = any_blank or may_be_blank(opened, name)
        if mistake is not None:
            wrong[name] = mistake
    blank_needed = {name: is_missing(table[name]) for name in question.needed()}
    weight = None
    if question.weight:
        value = number(table[question.weight])
        weight = value.value
        wrong[question.weight] = value.wrong
        blank_needed[question.weight] = value.missing
    kept = tuple(blanks) if any_blank else ()
    plain = not bars and all(trusted(opened, name) for name in question.indicators)
    return Reading(opened, question, tuple(bits), kept, weight, wrong, blank_needed, twice, achievements, bars, plain)


def _achievements(opened: Opened, question: Question) -> tuple[tuple[Any, ...], tuple[int, ...]]:
    """Achievements and cut-offs as whole numbers: whole columns as they are, others to three decimals.

    Of cut-offs above three million to fewer, so that squares of gaps fit.
    """
    values, bars = [], []
    for name, cutoff in zip(question.indicators, question.cutoffs, strict=False):
        scale = 1 if opened.table[name].type().is_integer() and cutoff.denominator == 1 else SCALE
        while scale > 1 and cutoff * scale > GREATEST:
            scale //= 10
        values.append((number(opened.table[name]).value * scale).round().cast("int64"))
        bars.append(scaled_cutoff(cutoff, scale))
    return tuple(values), tuple(bars)


def _indicator(opened: Opened, name: str) -> tuple[Any, Any, Any]:
    """Bit, whether blank, whether wrong (None where the file promises that it never is)."""
    column = opened.table[name]
    if not trusted(opened, name):
        value: Value = truth(column)
        return value.value, value.missing, value.wrong
    return column, column.isnull(), None


def keys(reading: Reading) -> dict[str, Any]:
    """The columns of groups and design under the names by0, by1 ..., stratum, psu."""
    table, question = reading.opened.table, reading.question
    named = {f"by{at}": group_text(table[name]) for at, name in enumerate(question.by)}
    if question.stratum:
        named["stratum"] = group_text(table[question.stratum])
    if question.cluster:
        named["psu"] = group_text(table[question.cluster])
    return named


def of(
    indicators: Sequence[str],
    by: Sequence[str] = (),
    design: tuple[str, str, str] | None = None,
    id: str = "",
    cutoffs: Sequence[Fraction] = (),
) -> Question:
    """A question; `design` is (stratum, cluster, weight), "-" for absent."""
    stratum, cluster, weight = ("" if name == ABSENT else name for name in design or ("", "", ""))
    return Question(tuple(indicators), tuple(by), stratum, cluster, weight, id, design is not None, tuple(cutoffs))
