"""The tree of sections while it is being built, before keys are given out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from giamngheo.planning.content import SectionContent, TextContent
from giamngheo.planning.importing.words import BLOCK_ORDER, BLOCK_TITLES


@dataclass
class TextDraft:
    """A text with its place; `text` has no tokens yet."""

    kind: str
    text: str
    line: int
    end_line: int
    source: str
    mark: str = ""
    run_in: bool = False
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class SectionDraft:
    """A section; `level` is the depth the reader gave its heading, 0 for the root."""

    kind: str
    title: str
    level: int
    block: str = ""
    node: str = ""
    number: str = ""
    source: str = ""
    line: int | None = None
    numbering: str = ""
    texts: list[TextDraft] = field(default_factory=list)
    children: list[SectionDraft] = field(default_factory=list)

    def block_called(self, name: str) -> SectionDraft | None:
        return next((child for child in self.children if child.block == name), None)

    def walk(self) -> Iterator[SectionDraft]:
        yield self
        for child in self.children:
            yield from child.walk()


def complete_blocks(root: SectionDraft) -> None:
    """Give every project that has no subprojects all five blocks: one nobody wrote is empty, not absent."""
    for section in root.walk():
        if section.kind != "project" or any(child.kind == "project" for child in section.children):
            continue
        for position, name in enumerate(BLOCK_ORDER):
            if section.block_called(name):
                continue
            later = BLOCK_ORDER[position + 1 :]
            at = next((i for i, child in enumerate(section.children) if child.block in later), len(section.children))
            section.children.insert(at, SectionDraft("block", BLOCK_TITLES[name], section.level + 1, block=name))


def flatten(root: SectionDraft) -> tuple[list[SectionContent], list[TextContent]]:
    """Sections and body texts in document order, with keys; texts of the root come first, as the opening."""
    sections: list[SectionContent] = []
    texts: list[TextContent] = []

    def visit(draft: SectionDraft, key: str) -> None:
        for order, text in enumerate(draft.texts, 1):
            texts.append(_text(text, key, order))
        for order, child in enumerate(draft.children, 1):
            child_key = f"{key}/{order}" if key else str(order)
            sections.append(
                SectionContent(
                    key=child_key, parent=key, kind=child.kind, title=child.title, block=child.block, node=child.node,
                    source_number=child.number, source_text=child.source, source_line=child.line,
                    numbering=child.numbering,
                )
            )  # fmt: skip
            visit(child, child_key)

    visit(root, "")
    return sections, texts


def _text(draft: TextDraft, section: str, order: int) -> TextContent:
    part = "body" if section else "opening"
    return TextContent(
        key=f"{section or part}#{order}", section=section, part=part, kind=draft.kind, template=draft.text,
        mark=draft.mark, run_in=draft.run_in, rows=draft.rows, source_text=draft.source,
        source_line=draft.line, source_end_line=draft.end_line,
    )  # fmt: skip
