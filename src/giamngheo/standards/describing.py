"""A standard laid open for people: every concept in words, with its citation and whether its text was read.

Used by `giamngheo standards show` and by the reference pages; never by a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from giamngheo.standards.phrases import NO_ARTICLE_OF
from giamngheo.standards.release import Concept, Entry, Release, Text
from giamngheo.standards.standard import Standard
from giamngheo.standards.wording import Language, day, expression, say, threshold

SECTIONS: dict[str, Text] = {
    "classes": Text("Phân loại và điểm", "Classes and scores"),
    "indicators": Text("Chỉ số thiếu hụt", "Deprivation indicators"),
    "numbers": Text("Mức và ngưỡng", "Lines and thresholds"),
}


_NO_LAYER = Text(
    "Chưa nạp quy định riêng nào của tỉnh này: dưới đây là chuẩn quốc gia",
    "No rule of this province's own is loaded: what follows is the national standard",
)


class Counts(NamedTuple):
    """How many dated values were read, are only remembered, and were seen by nobody; of the first two, how many are
    cited by their document alone because its article was not seen."""

    verified: int
    unverified: int
    absent: int
    no_article: int


def counts(release: Release) -> Counts:
    """Over all days and layers of the release."""
    entries = [entry for concept in release.concepts for entry in concept.entries]
    absent = sum(each.absent is not None for each in entries)
    verified = sum(each.verified and each.absent is None for each in entries)
    without = sum(not each.citation.article and each.absent is None for each in entries)
    return Counts(verified, len(entries) - absent - verified, absent, without)


def section(concept: Concept) -> str:
    """Which of SECTIONS a concept belongs to."""
    return "indicators" if concept.dimension else "numbers" if concept.is_number else "classes"


def ordered(release: Release) -> Iterator[tuple[str, list[Concept]]]:
    """The concepts by section: indicators as on the certificate, the others by name."""
    for name in SECTIONS:
        own = [each for each in release.concepts if section(each) == name]
        yield name, sorted(own, key=lambda each: (each.order, each.concept))


def said(concept: Concept, entry: Entry, standard: Standard, language: Language) -> str:
    """The value in words: a rule as a sentence, a number with its unit, a list by titles, an absence by its text.

    `standard` gives the numbers and titles the words need: resolve it for the first day and the province of `entry`.
    """
    if entry.absent is not None:
        return say(entry.absent, language)
    if entry.rule is not None:
        return expression(entry.rule, standard, language)
    if entry.names is not None:
        titles = (standard.held[name].concept.title if name in standard.held else None for name in entry.names)
        return "; ".join(
            say(title, language) if title else name for title, name in zip(titles, entry.names, strict=True)
        )
    return threshold(concept, entry, language)


def mark(entry: Entry, language: Language) -> str:
    """Read in a published text, only remembered, or not seen by anybody."""
    if entry.absent is not None:
        return say(Text("chưa có", "absent"), language)
    if entry.verified:
        return say(Text("thấy trong nguồn công bố", "verified"), language)
    return say(Text("chưa kiểm chứng", "not verified"), language)


def cited(entry: Entry, language: Language) -> str:
    """The article and document, or that the article was not seen."""
    known = entry.citation.article or entry.absent is not None
    return entry.citation.text() + ("" if known else f" ({say(NO_ARTICLE_OF, language)})")


def text(standard: Standard, language: Language) -> str:
    """The whole standard on its day, for a terminal."""
    release = standard.release
    layer = f" · {say(Text('tỉnh', 'province'), language)} {standard.province}" if standard.province else ""
    lines = [f"{release.key} · {say(release.title, language)}", f"{day(standard.day)}{layer}"]
    if standard.province and not any(held.entry.province for held in standard.held.values()):
        lines.append(say(_NO_LAYER, language))
    for name, concepts in ordered(release):
        lines += ["", say(SECTIONS[name], language).upper()]
        for concept in concepts:
            if concept.concept in standard.held:
                lines += _lines(standard, concept.concept, language)
    return "\n".join(lines) + "\n"


def _lines(standard: Standard, name: str, language: Language) -> list[str]:
    concept, entry = standard.held[name]
    own = say(Text(" · quy định của tỉnh", " · the province's own"), language) if entry.province else ""
    lines = [
        f"- {say(concept.title, language)} [{name}]",
        f"    {said(concept, entry, standard, language)}",
        f"    {cited(entry, language)} · {mark(entry, language)}{own}",
    ]
    return [*lines, f"    {say(entry.note, language)}"] if entry.note else lines


def as_json(standard: Standard) -> dict[str, Any]:
    """The same as data: {"id", "revision", "title", "day", "province", "concepts": [...]}, texts as {"vi", "en"}."""
    release = standard.release
    concepts = [
        _entry_json(standard, concept.concept)
        for _, concepts in ordered(release)
        for concept in concepts
        if concept.concept in standard.held
    ]
    return {
        "id": release.id, "revision": release.revision, "title": both(release.title), "day": standard.day.isoformat(),
        "province": standard.province, "concepts": concepts,
    }  # fmt: skip


def both(value: Text | None) -> dict[str, str] | None:
    """A text as {"vi", "en"}."""
    return None if value is None else {"vi": value.vi, "en": value.en}


def _entry_json(standard: Standard, name: str) -> dict[str, Any]:
    concept, entry = standard.held[name]
    return {
        "concept": name, "section": section(concept), "title": both(concept.title), "unit": concept.unit,
        "from": entry.start.isoformat(), "to": entry.end.isoformat() if entry.end else None,
        "province": entry.province, "value": entry.number if entry.number is not None else entry.by_area,
        "words": {"vi": said(concept, entry, standard, "vi"), "en": said(concept, entry, standard, "en")},
        "document": entry.citation.document, "article": entry.citation.article, "verified": entry.verified,
        "absent": both(entry.absent), "note": both(entry.note), "last_reviewed": entry.last_reviewed.isoformat(),
    }  # fmt: skip
