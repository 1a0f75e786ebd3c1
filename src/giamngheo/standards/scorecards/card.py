"""A scorecard as a frozen value: regions, groups, options, points, and who compared it with which text."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Literal

import msgspec

from giamngheo.standards.release import Text
from giamngheo.standards.standard import Standard

GroupKind = Literal["single", "multiple"]


class _Closed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A frozen value with a closed schema."""


class Region(_Closed, frozen=True):
    """A column of the table."""

    code: str
    title: Text


class Choice(_Closed, frozen=True):
    """A line of the table: points (whole, from 0) by region code."""

    code: str
    label: Text
    points: dict[str, int]


class Group(_Closed, frozen=True):
    """Options of which one (`single`) or any number (`multiple`) holds. `note` says when no points are given."""

    code: str
    title: Text
    kind: GroupKind
    options: tuple[Choice, ...]
    note: Text | None = None


class Signature(_Closed, frozen=True):
    """Who compared the card with which official text, and when."""

    by: str
    on: date
    document: str
    article: str


class Scorecard(_Closed, frozen=True):
    """One version of a scorecard for standard `standard`; `missing` names what of the table it lacks."""

    id: str
    standard: str
    version: int
    title: Text
    regions: tuple[Region, ...]
    groups: tuple[Group, ...]
    demonstration: bool = False
    signature: Signature | None = None
    missing: tuple[Text, ...] = ()

    @property
    def key(self) -> str:
        """ "b1-2022.3": id and version."""
        return f"{self.id}.{self.version}"

    @property
    def verified(self) -> bool:
        """Whether somebody signed that it is what the official text says; never for a demonstration."""
        return self.signature is not None and not self.demonstration

    def apply(self, standard: Standard) -> Standard:
        """`standard` in which B1 is the sum by this card; see `applying.apply`."""
        from giamngheo.standards.scorecards.applying import apply

        return apply(self, standard)

    @property
    def digest(self) -> str:
        """SHA-256 of the whole content, hexadecimal; the same for equal cards however they were written."""
        return hashlib.sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()
