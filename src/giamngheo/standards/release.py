"""A released standard: everything a verdict needs, as one frozen value that can be kept for ever.

Made from the sources by `standards.source.build`, kept as JSON in `standards/released/<id>.<revision>.json`. Whoever
judges or replays reads only this. Numbers are whole: đồng, points, counts, years, hundredths of a square metre.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from giamngheo.standards.nodes import AnyNode


class _Closed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value with a closed schema."""


class Text(_Closed, frozen=True):
    """The same in Vietnamese and in English."""

    vi: str
    en: str


class Document(_Closed, frozen=True):
    """An official document of the law: symbol ("07/2021/NĐ-CP"), kind, issuer, days; None where a day was not seen."""

    symbol: str
    kind: Text
    issuer: Text
    issued: date | None = None
    effective: date | None = None
    verified: bool = True


class Citation(_Closed, frozen=True):
    """Where a value stands. `article` is empty where the article itself was not seen."""

    document: str
    article: str = ""

    def text(self, language: str = "vi") -> str:
        """ "Điều 3, 07/2021/NĐ-CP"."""
        return f"{self.article}, {self.document}" if self.article else self.document


class Entry(_Closed, frozen=True):
    """A dated value of a concept. Exactly one of number, by_area, rule, names, absent is given.

    `province` is the code among the 63 provinces until 30/06/2025, empty for the national value.
    `verified` is false for what is only remembered. `absent` says which text would give what nobody has seen.
    """

    start: date
    citation: Citation
    verified: bool
    last_reviewed: date
    end: date | None = None
    province: str = ""
    number: int | None = None
    by_area: dict[str, int] | None = None
    rule: AnyNode | None = None
    names: tuple[str, ...] | None = None
    absent: Text | None = None
    note: Text | None = None

    def __post_init__(self) -> None:
        given = [each for each in (self.number, self.by_area, self.rule, self.names, self.absent) if each is not None]
        if len(given) != 1:
            raise ValueError("an entry has exactly one of: value, rule, names, absent")
        if self.end is not None and self.end < self.start:
            raise ValueError("an entry ends before it starts")

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


Unit = Literal[
    "dong", "dong_per_person_month", "points", "indicators", "years", "percent", "hundredths_m2", "structures", "columns",
    "members", "rule", "person_rule", "names",
]  # fmt: skip


class Concept(_Closed, frozen=True):
    """One thing the law says, with its dated values, earliest first.

    `gives` is the unit of a rule that gives a number. `dimension` and `order` place a deprivation indicator on the certificate; `holds` and `fails` are the sentences of a
    rule that is true or false.
    """

    concept: str
    title: Text
    unit: Unit
    entries: tuple[Entry, ...]
    dimension: str = ""
    order: int = 0
    gives: Unit | None = None
    holds: Text | None = None
    fails: Text | None = None

    @property
    def is_number(self) -> bool:
        """Whether its values are numbers (a Parameter of rules), not rules or lists of names."""
        return self.unit not in ("rule", "person_rule", "names")


class Option(_Closed, frozen=True):
    """One of the answers to choose from."""

    code: str
    label: Text


class Question(_Closed, frozen=True):
    """An answer the rules may read. `kind` says what values it takes:

    yes_no: true/false; option: one of `options`; number, points, dong: whole numbers; area: hundredths of m²;
    birth: YYYYMMDD, or YYYY0000 where only the year is known.
    """

    name: str
    label: Text
    kind: Literal["yes_no", "option", "number", "points", "dong", "area", "birth"]
    scope: Literal["household", "member"] = "household"
    options: tuple[Option, ...] = ()
    help: Text | None = None
    verified: bool = True

    def __post_init__(self) -> None:
        if (self.kind == "option") != bool(self.options):
            raise ValueError(f"{self.name}: options belong to questions of kind option, and only there")


class Period(_Closed, frozen=True):
    """From when to when a standard is in force, and by which text."""

    start: date
    end: date
    citation: Citation
    verified: bool = True


class Release(_Closed, frozen=True):
    """One revision of one standard, with everything its verdicts need."""

    id: str
    revision: int
    title: Text
    periods: tuple[Period, ...]
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]
    concepts: tuple[Concept, ...]

    @property
    def key(self) -> str:
        """What a verdict stores: "vn-2022.1"."""
        return f"{self.id}.{self.revision}"

    def covers(self, day: date) -> bool:
        return any(period.start <= day <= period.end for period in self.periods)


def encode(release: Release) -> bytes:
    """The release as JSON, the same bytes for equal releases, readable in a diff."""
    return msgspec.json.format(msgspec.json.encode(release, order="deterministic"), indent=1) + b"\n"


def decode(data: bytes) -> Release:
    """The release again; raises msgspec.ValidationError for anything that is none."""
    return msgspec.json.decode(data, type=Release)
