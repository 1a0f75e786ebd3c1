"""Joins the sources into releases, checks them whole, and keeps them: what is released does not change any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path

import msgspec

from giamngheo.standards import nodes as n
from giamngheo.standards.release import Concept, Release, encode
from giamngheo.standards.source import reading
from giamngheo.standards.source.formulas import formulas
from giamngheo.standards.source.formulas.scores import INDICATORS
from giamngheo.standards.standard import Standard, resolve
from giamngheo.standards.validation import Checker, RuleError

RELEASED = Path(__file__).resolve().parent.parent / "released"


def releases(root: Traversable | None = None) -> tuple[Release, ...]:
    """Every standard of the sources, checked; raises SourceError or RuleError with the file or rule named."""
    root = root or reading.folder()
    documents = reading.documents(root)
    concepts = reading.concepts(root, formulas(), frozenset(each.symbol for each in documents))
    questions = reading.questions(root)
    made = []
    for standard in reading.standards(root):
        periods = standard.as_periods()
        held = tuple(_within(concepts, periods[0].start, periods[-1].end))
        cited = {entry.citation.document for concept in held for entry in concept.entries}
        cited |= {period.citation.document for period in periods}
        used = _questions_read(held)
        release = Release(
            id=standard.id, revision=standard.revision, title=standard.title, periods=periods,
            documents=tuple(each for each in documents if each.symbol in cited),
            questions=tuple(each for each in questions if each.name in used or each.name == "area"), concepts=held,
        )  # fmt: skip
        check(release)
        made.append(release)
    return tuple(made)


def _within(concepts: Iterable[Concept], start: date, end: date) -> Iterator[Concept]:
    """The concepts with what is in force in the period, references to the indicators filled in."""
    concepts = tuple(concepts)
    lists = {each.start: each.names for each in _named(concepts, "deprivation_indicators").entries if each.names}
    for concept in concepts:
        entries = tuple(
            msgspec.structs.replace(each, rule=_fill(each.rule, lists.get(each.start, ()))) if each.rule else each
            for each in concept.entries
            if each.start <= end and (each.end is None or each.end >= start)
        )
        if entries:
            yield msgspec.structs.replace(concept, entries=entries)


def _named(concepts: Iterable[Concept], name: str) -> Concept:
    return next(each for each in concepts if each.concept == name)


def _fill(rule: n.AnyNode, indicators: tuple[str, ...]) -> n.AnyNode:
    """The rule with references to `indicators` where the formula stands for all of them."""
    if isinstance(rule, n.CountTrue | n.AtLeast) and rule.terms == (INDICATORS,) and indicators:
        return msgspec.structs.replace(rule, terms=tuple(n.Ref(name) for name in indicators))
    return rule


def _questions_read(concepts: Iterable[Concept]) -> set[str]:
    return {
        node.name
        for concept in concepts
        for entry in concept.entries
        if entry.rule is not None
        for node in n.walk(entry.rule)
        if isinstance(node, n.Field | n.MemberField)
    }


def check(release: Release) -> None:
    """Whether every day and layer of the release is whole: no gap, no overlap, no rule that does not fit its reads."""
    for concept in release.concepts:
        _apart(concept)
    provinces = {entry.province for concept in release.concepts for entry in concept.entries}
    days = {period.start for period in release.periods}
    for entry in (each for concept in release.concepts for each in concept.entries):
        days.add(entry.start)
        if entry.end is not None:
            days.add(entry.end + timedelta(days=1))  # what ended without a successor leaves a gap from here
    for day in sorted(each for each in days if release.covers(each)):
        for province in sorted(provinces):
            _whole(resolve(release, day, province))


def _apart(concept: Concept) -> None:
    """No two entries of one layer hold on the same day."""
    entries = sorted(concept.entries, key=lambda each: (each.province, each.start))
    for before, after in pairwise(entries):
        if before.province == after.province and (before.end is None or before.end >= after.start):
            raise RuleError(f"{concept.concept}: two values hold on {after.start.isoformat()}")


def _whole(standard: Standard) -> None:
    """Every rule in force is well-formed with the numbers in force on that day."""
    numbers = {name: held for name, held in standard.held.items() if held.concept.is_number}
    parameters = {name: held.entry.by_area is not None for name, held in numbers.items()}
    rules = {name: held.entry.rule for name, held in standard.held.items() if name not in parameters}
    checker = Checker(standard.questions, parameters, rules)
    for name, held in standard.held.items():
        where = f"{standard.key}, {standard.day.isoformat()}, {standard.province or 'national'}: {name}"
        try:
            if held.concept.unit == "person_rule" and held.entry.rule is not None:
                checker.person(held.entry.rule)
            elif held.concept.unit == "rule":
                checker.rule(name)
            _absences(standard, held.entry.rule)
        except RuleError as error:
            raise RuleError(f"{where}: {error}") from error


def _absences(standard: Standard, rule: n.AnyNode | None) -> None:
    """Every absence a rule names is a concept that says which text would give it."""
    for node in n.walk(rule) if rule is not None else ():
        if isinstance(node, n.Absent) and node.concept not in standard.held:
            raise RuleError(f"nothing says which text would give {node.concept}")


def differences(made: Iterable[Release]) -> list[str]:
    """What stands between the sources and the kept releases: a missing file, or a released revision that changed."""
    found = []
    for release in made:
        file = RELEASED / f"{release.key}.json"
        if not file.exists():
            found.append(f"{release.key} is not released yet")
        elif file.read_bytes() != encode(release):
            found.append(f"{release.key} is released and its sources changed: give it a new revision")
    return found
