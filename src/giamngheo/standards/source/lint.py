"""Looks through the law's sources: schema, citations, whole dates, use, age, and equality with what is released."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.standards import findings as f
from giamngheo.standards import nodes as n
from giamngheo.standards.release import Entry, Release
from giamngheo.standards.source.build import RELEASED, differences, releases
from giamngheo.standards.source.reading import SourceError
from giamngheo.standards.validation import RuleError
from giamngheo.standards.wording import day as said

REVIEWED_WITHIN = 400  # days after which a value should be compared with its text again
# What is asked of a standard from outside; everything else must serve these.
ASKED = frozenset(
    {"household_class", "average_living_standard", "low_income_worker", "to_be_reviewed", "screening_count",
     "deprivation_count", "deprivation_score", "deprivation_indicators"}
)  # fmt: skip


def lint(today: date, root: Traversable | None = None, released: Path = RELEASED) -> list[Finding]:
    """What is wrong or stale in the sources on `today`; a source that cannot be built is the only finding then."""
    try:
        made = releases(root)
    except (SourceError, RuleError) as error:
        return [f.SOURCE.at(what=str(error))]
    found = [f.RELEASED.at(what=each) for each in differences(made, released)]
    found += _unused(made)
    for release in made:
        found += [*_articles(release), *_early(release)]
    found += _old(made, today)
    order = list(Severity)
    return sorted(set(found), key=lambda each: (order.index(each.severity), each.code, each.message.vi))


def _unused(made: Iterable[Release]) -> Iterator[Finding]:
    names: set[str] = set()
    used = set(ASKED)
    for release in made:
        for concept in release.concepts:
            names.add(concept.concept)
            for entry in concept.entries:
                used.update(entry.names or ())
                for node in n.walk(entry.rule) if entry.rule is not None else ():
                    if isinstance(node, n.Parameter | n.Ref):
                        used.add(node.name)
                    elif isinstance(node, n.Absent):
                        used.add(node.concept)
    yield from (f.UNUSED.at(concept=each) for each in sorted(names - used))


def _articles(release: Release) -> Iterator[Finding]:
    entries = [entry for concept in release.concepts for entry in concept.entries]
    without = sum(not entry.citation.article for entry in entries)
    if without:
        yield f.ARTICLES.at(standard=release.key, count=without, total=len(entries))


def _old(made: Iterable[Release], today: date) -> Iterator[Finding]:
    """One finding a concept file: who reads the text again reads all its values."""
    oldest: dict[str, Entry] = {}
    for release in made:
        for concept in release.concepts:
            known = [oldest[concept.concept]] if concept.concept in oldest else []
            oldest[concept.concept] = min([*known, *concept.entries], key=lambda each: each.last_reviewed)
    for name, entry in sorted(oldest.items()):
        days = (today - entry.last_reviewed).days
        if days > REVIEWED_WITHIN:
            yield f.OLD.at(
                concept=name, start=said(entry.start), reviewed=said(entry.last_reviewed), days=days,
                document=entry.citation.document,
            )  # fmt: skip


def _early(release: Release) -> Iterator[Finding]:
    effective = {each.symbol: each.effective for each in release.documents if each.effective}
    found: dict[tuple[str, date], list[str]] = {}
    for concept in release.concepts:
        for entry in concept.entries:
            day = effective.get(entry.citation.document)
            if day is not None and entry.start < day and entry.absent is None:
                found.setdefault((entry.citation.document, entry.start), []).append(concept.concept)
    for (document, start), names in sorted(found.items()):
        yield f.EARLY.at(
            concepts=", ".join(names), start=said(start), document=document, effective=said(effective[document])
        )
