"""The kinds of support as dated, cited data with a closed schema: data/catalogue.yaml. docs/algorithms/support.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml

from giamngheo.standards.release import Citation, Text

Klass = Literal["", "poor", "near_poor", "newly_exited", "average_living_standard", "low_income_worker"]
Measure = Literal[
    "premium_percent", "kwh_month", "pupil_month", "tuition_percent", "contribution_base", "by_project", "loan"
]
MONTHS = 12
NEWLY_EXITED_MONTHS = 36  # programme circulars, remembered: what rests on it is never verified
MAJORITY = "01"  # Kinh


class Who(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"klass": "class"},
):  # fmt: skip
    """For whom a value holds; every condition given must hold. `asks`: a fact no register of ours holds."""

    klass: Klass = ""
    not_class: Klass = ""
    ages: tuple[int, int] | None = None
    minority: bool = False
    circumstance: Literal["", "disability", "merit", "social_assistance"] = ""
    asks: Text | None = None

    @property
    def is_listed(self) -> bool:
        """Whether somebody can be put on a list by it: a class or a circumstance."""
        return bool(self.klass or self.circumstance)


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """A dated amount (in the unit of the measure), rate (% a year) or reference; or `absent`: which text tells.

    `at_least`: a province may give more. `months`: in a year, of what is given by the month. `per`: of a loan.
    """

    start: date
    who: Who
    document: str
    verified: bool
    last_reviewed: date
    article: str = ""
    end: date | None = None
    amount: int | None = None
    rate: str = ""
    reads: Literal["", "income_line.rural"] = ""
    absent: Text | None = None
    at_least: bool = False
    months: int = MONTHS
    per: Text | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        if sum((self.amount is not None, bool(self.rate), bool(self.reads), self.absent is not None)) != 1:
            raise ValueError("a value has exactly one of: amount, rate, reads, absent")
        if self.end is not None and self.end < self.start:
            raise ValueError("a value ends before it starts")
        if self.rate:
            Decimal(self.rate)
        if self.who.klass == "newly_exited" and self.verified:
            raise ValueError("36 months are remembered: no value for the newly exited is verified")

    @property
    def citation(self) -> Citation:
        return Citation(self.document, self.article)

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"code": "kind"}):
    """A kind of support. `content`: what "the same content" is, its own code where not given.

    `by_item`: handed out item by item, the item is part of the content. `instalments`: into how many
    parts the ledger divides a year, ours where no note says so.
    `likely_ages`: in which an officer looks for those a value asks about; ours, not the law's.
    """

    code: str
    title: Text
    subject: Literal["household", "person"]
    measure: Measure
    content: str = ""
    by_item: bool = False
    instalments: Literal[1, 2, 4, 12] = 1
    likely_ages: tuple[int, int] | None = None
    values: tuple[Value, ...] = ()

    def __post_init__(self) -> None:
        if (self.measure == "by_project") == bool(self.values):
            raise ValueError(f"{self.code}: what a project decides has no values, everything else has")
        if any(each.rate and self.measure != "loan" for each in self.values):
            raise ValueError(f"{self.code}: only a loan has a rate")

    @property
    def is_loan(self) -> bool:
        return self.measure == "loan"

    @property
    def is_delivered(self) -> bool:
        """Whether something of it can be handed over: a loan and a base of contributions cannot."""
        return self.measure not in ("loan", "contribution_base")

    @property
    def same_content(self) -> str:
        return self.content or self.code

    def on(self, day: date) -> list[Value]:
        """The values that hold on a day."""
        return [each for each in self.values if each.covers(day)]


@cache
def catalogue() -> tuple[Kind, ...]:
    """Every kind in the data's order. Raises msgspec.ValidationError, ValueError where the data breaks the schema."""
    return read((files("giamngheo.support") / "data" / "catalogue.yaml").read_text("utf-8"))


def read(text: str) -> tuple[Kind, ...]:
    """A catalogue from its text: closed schema, no code twice, no two values for the same people on the same day."""
    kinds = msgspec.convert(yaml.safe_load(text), tuple[Kind, ...])
    codes = [each.code for each in kinds]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise ValueError(f"kinds twice: {twice}")
    for kind in kinds:
        _check_overlaps(kind.code, kind.values)
    return kinds


def kind_of(code: str) -> Kind | None:
    """The kind of that code; None for one nobody knows."""
    return _by_code().get(code)


def delivered_kinds() -> list[Kind]:
    """Kinds of which something can be handed over."""
    return [each for each in catalogue() if each.is_delivered]


@cache
def _by_code() -> dict[str, Kind]:
    return {each.code: each for each in catalogue()}


def _check_overlaps(code: str, values: Sequence[Value]) -> None:
    seen: dict[tuple[Any, ...], list[Value]] = {}
    for each in values:
        key = (each.who, bool(each.rate or (each.absent and not each.amount)))
        for other in seen.get(key, []):
            if each.covers(other.start) or other.covers(each.start):
                raise ValueError(f"{code}: two values from {each.start} for the same people")
        seen.setdefault(key, []).append(each)
