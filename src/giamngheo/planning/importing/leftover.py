"""Lines of a document that found no place in its content. Nothing disappears: they are kept beside the plan."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.text import bare
from giamngheo.paperwork.document import OfficialDocument
from giamngheo.planning.content import PlanContent, UnplacedContent


def unplaced_lines(document: OfficialDocument, content: PlanContent) -> Iterator[UnplacedContent]:
    """Lines whose words stand in no section and no text, and everything the reader laid aside."""
    placed = set(_placed_words(content))
    everything = "\n".join(placed)
    for line in document.lines():
        for words in _pieces(line.text):
            if words not in placed and words not in everything:
                yield UnplacedContent(line.place.line, line.text, "homeless")
                break
    for line in document.asides:
        if line.text.strip() or line.raw.strip():
            yield UnplacedContent(line.place.line, line.text or line.raw, "aside")


def _placed_words(content: PlanContent) -> Iterator[str]:
    for section in content.sections:
        yield from _pieces(section.source_text)
    for text in content.texts:
        yield from _pieces(text.source_text)
    for each in content.unplaced:
        yield from _pieces(each.text)


def _pieces(text: str) -> list[str]:
    return [bare(piece) for piece in text.split("\n") if piece.strip()]
