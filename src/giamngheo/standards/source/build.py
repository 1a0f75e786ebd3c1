"""Joins the sources into releases, checks them whole, and keeps them: what is released does not change any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path

import msgspec

from giamngheo.standards import nodes as n
from giamngheo.standards.release import Concept, Entry, Layer, Release, encode
from giamngheo.standards.source import reading
from giamngheo.standards.source.formulas import formulas
from giamngheo.standards.source.formulas.scores import INDICATORS
from giamngheo.standards.source.reading import SourceError
from giamngheo.standards.standard import Standard, resolve
from giamngheo.standards.validation import Checker, RuleError

RELEASED = Path(__file__).resolve().parent.parent / "released"


def releases(root: Traversable | None = None) -> tuple[Release, ...]:
    """Every standard of the sources, checked; raises SourceError or RuleError with the file or rule named."""
    root = root or reading.folder()
    documents = reading.documents(root)
    symbols = frozenset(each.symbol for each in documents)
    concepts = reading.concepts(root, formulas(), symbols)
    questions, layers = reading.questions(root), reading.layers(root)
    made = []
    for standard in reading.standards(root):
        periods = standard.as_periods()
        for period in periods:
            if period.citation.document not in symbols:
                raise SourceError(f"standards.yaml: cites {period.citation.document!r}, which is not in documents.yaml")
        held = tuple(_within(concepts, periods[0].start, periods[-1].end))
        cited = {entry.citation.document for concept in held for entry in concept.entries}
        cited |= {period.citation.document for period in periods}
        used = _questions_read(held)
        release = Release(
            id=standard.id, revision=standard.revision, title=standard.title, periods=periods,
            documents=tuple(each for each in documents if each.symbol in cited),
            questions=tuple(each for each in questions if each.name in used or each.name == "area"), concepts=held,
            layers=tuple(each for each in layers if each.start <= periods[-1].end and _lasts(each, periods[0].start)),
        )  # fmt: skip
        check(release)
        made.append(release)
    return tuple(made)


def _within(concepts: Iterable[Concept], start: date, end: date) -> Iterator[Concept]:
    """The concepts with what is in force in the period, references to the indicators filled in."""
    concepts = tuple(concepts)
    lists = _named(concepts, "deprivation_indicators").entries
    for concept in concepts:
        entries = tuple(
            msgspec.structs.replace(each, rule=_fill(each.rule, _list_for(each, lists))) if each.rule else each
            for each in concept.entries
            if each.start <= end and (each.end is None or each.end >= start)
        )
        if entries:
            yield msgspec.structs.replace(concept, entries=entries)


def _lasts(layer: Layer, day: date) -> bool:
    return layer.end is None or layer.end >= day


def _named(concepts: Iterable[Concept], name: str) -> Concept:
    return next(each for each in concepts if each.concept == name)


def _list_for(entry: Entry, lists: Iterable[Entry]) -> tuple[str, ...]:
    """The indicators in force when `entry` starts, in its province where that has its own; empty where not seen."""
    held = [each for each in lists if each.covers(entry.start) and each.province in ("", entry.province)]
    return (max(held, key=lambda each: each.province).names or ()) if held else ()


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
        _without_gap(concept, release)
    provinces = {entry.province for concept in release.concepts for entry in concept.entries}
    days = {period.start for period in release.periods}
    for concept in release.concepts:
        for entry in concept.entries:
            days |= {entry.start} | ({entry.end + timedelta(days=1)} if entry.end else set())
    days = {day for day in days if release.covers(day)}
    for day in sorted(days):
        for province in sorted(provinces):
            _whole(resolve(release, day, province))


def _apart(concept: Concept) -> None:
    """No two entries of one layer hold on the same day."""
    entries = sorted(concept.entries, key=lambda each: (each.province, each.start))
    for before, after in pairwise(entries):
        if before.province == after.province and (before.end is None or before.end >= after.start):
            raise RuleError(f"{concept.concept}.yaml: two values hold on {after.start.isoformat()}")


def _without_gap(concept: Concept, release: Release) -> None:
    """Once it has begun, a national value is followed by the next day's until the standard ends; else it is absent."""
    entries = sorted((each for each in concept.entries if not each.province), key=lambda each: each.start)
    last = release.periods[-1].end
    for at, entry in enumerate(entries):
        following = entries[at + 1].start if at + 1 < len(entries) else last + timedelta(days=1)
        if entry.end is not None and entry.end + timedelta(days=1) < min(following, last + timedelta(days=1)):
            day = (entry.end + timedelta(days=1)).isoformat()
            raise RuleError(f"{concept.concept}.yaml: nothing holds from {day}: give a value, or say it is absent")


def _whole(standard: Standard) -> None:
    """Every rule in force is well-formed with the numbers in force on that day."""
    numbers = {name: held for name, held in standard.held.items() if held.concept.is_number}
    parameters = {name: held.entry.by_area is not None for name, held in numbers.items()}
    rules = {name: held.entry.rule for name, held in standard.held.items() if name not in parameters}
    checker = Checker(standard.questions, parameters, rules)
    _named_rules(standard, rules)
    for name, held in standard.held.items():
        where = f"{standard.key}, {standard.day.isoformat()}, {standard.province or 'national'}: {name}.yaml"
        try:
            if held.concept.unit == "person_rule" and held.entry.rule is not None:
                checker.person(held.entry.rule)
            elif held.concept.unit == "rule":
                checker.rule(name)
            _absences(standard, held.entry.rule)
        except RuleError as error:
            raise RuleError(f"{where}: {error}") from error


def _named_rules(standard: Standard, rules: Mapping[str, object]) -> None:
    """Every name of a list is a rule in force."""
    for name, held in standard.held.items():
        unknown = [each for each in held.entry.names or () if each not in rules]
        if unknown:
            where = f"{standard.key}, {standard.day.isoformat()}, {standard.province or 'national'}: {name}.yaml"
            raise RuleError(f"{where}: no rule is called {', '.join(unknown)}")


def _absences(standard: Standard, rule: n.AnyNode | None) -> None:
    """Every absence a rule names is a concept that is absent, and says which text would give it."""
    for node in n.walk(rule) if rule is not None else ():
        if not isinstance(node, n.Absent):
            continue
        held = standard.held.get(node.concept)
        if held is None or held.entry.absent is None:
            raise RuleError(f"nothing says that {node.concept} is absent, and which text would give it")


def differences(made: Iterable[Release], folder: Path = RELEASED) -> list[str]:
    """What stands between the sources and the kept releases: a missing file, or a released revision that changed."""
    found = []
    for release in made:
        file = folder / f"{release.key}.json"
        if not file.exists():
            found.append(f"{release.key} is not released yet")
        elif file.read_bytes() != encode(release):
            found.append(f"{release.key} is released and its sources changed: give it a new revision")
    return found


def keep_new(made: Iterable[Release], folder: Path = RELEASED) -> list[Path]:
    """Write the revisions that are not kept yet; a kept one is never written again. Returns the new files."""
    written = []
    for release in made:
        file = folder / f"{release.key}.json"
        if not file.exists():
            file.write_bytes(encode(release))
            written.append(file)
    return written
