"""Reads the YAML sources into frozen values by a closed schema; every mistake names its file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from giamngheo.standards.nodes import AnyNode
from giamngheo.standards.release import Citation, Concept, Document, Entry, Period, Question, Text, Unit
from giamngheo.standards.source import strict_yaml

T = TypeVar("T")


class SourceError(ValueError):
    """A source file says something the schema or the law's bookkeeping does not allow; the message names the file."""


class _SourceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """A dated value as written: a rule stands by the name of its formula."""

    start: date
    document: str
    verified: bool
    last_reviewed: date
    end: date | None = None
    province: str = ""
    article: str = ""
    value: int | dict[str, int] | None = None
    rule: str | None = None
    names: tuple[str, ...] | None = None
    absent: Text | None = None
    note: Text | None = None


class _SourceConcept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A concept file as written."""

    concept: str
    title: Text
    unit: Unit
    values: tuple[_SourceEntry, ...]
    dimension: str = ""
    order: int = 0
    gives: Unit | None = None
    holds: Text | None = None
    fails: Text | None = None


class _SourcePeriod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A period as written."""

    start: date
    end: date
    document: str
    article: str = ""
    verified: bool = True


class SourceStandard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of standards.yaml as written."""

    id: str
    revision: int
    title: Text
    periods: tuple[_SourcePeriod, ...]

    def as_periods(self) -> tuple[Period, ...]:
        return tuple(
            Period(each.start, each.end, Citation(each.document, each.article), each.verified) for each in self.periods
        )


def _load(file: Traversable, kind: type[T]) -> T:
    try:
        return msgspec.convert(strict_yaml.load(file.read_text("utf-8")), kind)
    except ValueError as error:
        raise SourceError(f"{file.name}: {error}") from error


def folder() -> Traversable:
    """Where the sources of this version lie."""
    return files("giamngheo.standards.source")


def documents(root: Traversable) -> tuple[Document, ...]:
    """Every document that may be cited."""
    return _load(root / "documents.yaml", tuple[Document, ...])


def questions(root: Traversable) -> tuple[Question, ...]:
    """Every question, about the household first."""
    found: list[Question] = []
    for scope in ("household", "member"):
        file = root / "questions" / f"{scope}.yaml"
        try:
            found.extend(
                msgspec.convert({**each, "scope": scope}, Question) for each in _load(file, tuple[dict[str, Any], ...])
            )
        except msgspec.ValidationError as error:
            raise SourceError(f"{file.name}: {error}") from error
    return tuple(found)


def standards(root: Traversable) -> tuple[SourceStandard, ...]:
    """The standards and their periods."""
    return _load(root / "standards.yaml", tuple[SourceStandard, ...])


def concepts(root: Traversable, formulas: Mapping[str, AnyNode], known: frozenset[str]) -> tuple[Concept, ...]:
    """Every concept of the folder, by name; `known` are the symbols that may be cited. Raises SourceError."""
    found: dict[str, Concept] = {}
    for file in sorted(_yaml_files(root / "concepts"), key=lambda each: each.name):
        written = _load(file, _SourceConcept)
        if file.name != f"{written.concept}.yaml":
            raise SourceError(f"{file.name}: one concept a file, named as the concept ({written.concept})")
        if written.concept in found:
            raise SourceError(f"{file.name}: {written.concept} stands in two folders")
        entries = tuple(_entry(file.name, each, formulas, known) for each in written.values)
        found[written.concept] = Concept(
            concept=written.concept, title=written.title, unit=written.unit, entries=entries,
            dimension=written.dimension, order=written.order, gives=written.gives, holds=written.holds, fails=written.fails,
        )  # fmt: skip
    return tuple(found.values())


def _yaml_files(root: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for each in root.iterdir():
        if each.is_dir():
            found.extend(_yaml_files(each))
        elif each.name.endswith(".yaml"):
            found.append(each)
    return found


def _entry(file: str, written: _SourceEntry, formulas: Mapping[str, AnyNode], known: frozenset[str]) -> Entry:
    if written.document not in known:
        raise SourceError(f"{file}: cites {written.document!r}, which is not in documents.yaml")
    if written.rule is not None and written.rule not in formulas:
        raise SourceError(f"{file}: no formula is called {written.rule!r}")
    by_area = written.value if isinstance(written.value, dict) else None
    try:
        return Entry(
            start=written.start, end=written.end, province=written.province,
            citation=Citation(written.document, written.article),
            verified=written.verified, last_reviewed=written.last_reviewed,
            number=written.value if isinstance(written.value, int) else None, by_area=by_area,
            rule=formulas[written.rule] if written.rule is not None else None,
            names=written.names, absent=written.absent, note=written.note,
        )  # fmt: skip
    except ValueError as error:
        raise SourceError(f"{file}: {error}") from error
