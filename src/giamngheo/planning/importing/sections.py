"""The body of a document as a tree of sections, projects and blocks (docs/algorithms/import.md, step 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from giamngheo.foundation.text import squeeze
from giamngheo.paperwork.document import Node, NodeKind, NumberStyle, OfficialDocument
from giamngheo.planning.content import MISSING_OPENS, UnplacedContent
from giamngheo.planning.importing.drafts import SectionDraft, TextDraft, complete_blocks
from giamngheo.planning.importing.groups import Group, group_headings
from giamngheo.planning.importing.numbering import count_through, numbering_of
from giamngheo.planning.importing.projects import Found, find_node, group_of
from giamngheo.planning.importing.words import block_of, goes_on, is_sentence, split_title

_MARKS = {NumberStyle.POINT: "a", NumberStyle.PAREN: "(1)"}


class SectionBuilder:
    """Walks the body once, in reading order. `nodes` are the nodes of the plan's period (programme.reference)."""

    def __init__(self, nodes: Sequence[Mapping[str, Any]]) -> None:
        self.nodes = [node for node in nodes if node["kind"] not in ("programme", "component_group")]
        self.root = SectionDraft("heading", "", 0)
        self.stack = [self.root]
        self.project = ""
        self.groups: dict[int, Group] = {}
        self.unplaced: list[UnplacedContent] = []

    def build(self, document: OfficialDocument) -> SectionDraft:
        """The root draft; its own texts are what stands before the first heading."""
        roots = (*document.body, *document.appendices)
        self.groups = group_headings(roots, lambda node: self._named(node) is not None)
        for root in roots:
            for node in root.walk():
                self._take(node)
        complete_blocks(self.root)
        count_through(self.root)
        return self.root

    def _take(self, node: Node) -> None:
        if node.text.lstrip().lower().startswith(MISSING_OPENS):
            self.unplaced.append(UnplacedContent(node.place.line, node.printed, "gap_mark"))
        elif node.kind is NodeKind.HEADING:
            self._heading(node)
        elif node.kind is not NodeKind.BULLET or not self._block(node, self._holder()):
            self._text(node)

    def _holder(self) -> SectionDraft | None:
        """The innermost project we stand in."""
        return next((each for each in reversed(self.stack) if each.kind == "project"), None)

    def _heading(self, node: Node) -> None:
        found, group = self._named(node), self.groups[id(node)]
        stray = found is None and group is Group.PROJECTS and node.style is not NumberStyle.POINT
        if stray and self.stack[-1].kind == "block" and is_sentence(node.text):
            # A line of the block that got a number by mistake ("3.2. Công chức … chủ trì …").
            self._text(node, mark="-" if not self.stack[-1].texts else "")
            return
        anchor = [each for each in self.stack if each.level < node.level] or [self.root]
        holder = next((each for each in reversed(anchor) if each.kind == "project"), None)
        if found is None and self._block(node, holder):
            return
        self.stack = anchor
        if found is None and group is Group.ITEMS:
            self._text(node, mark=_MARKS.get(node.style, "1"))
            return
        if found and found.kind in ("project", "content_component"):
            self.project = found.code
        self.project = group_of(node.text) or self.project
        kind, code = ("project", found.code) if found else ("heading", "")
        draft = SectionDraft(kind, squeeze(node.text), node.level, "", code, node.number, node.printed)
        draft.numbering = numbering_of(node, self.stack)
        self._open(draft, node)

    def _named(self, node: Node) -> Found | None:
        """The node of the programme tree that a heading names."""
        return None if node.text.rstrip().endswith(".") else find_node(node.text, self.nodes, self.project)

    def _block(self, node: Node, holder: SectionDraft | None) -> bool:
        """Open a block of the project `holder` if the line names one; whether it did."""
        title, rest = split_title(node.text)
        if holder is None or not block_of(title) or not (rest or len(title) <= 60):
            return False
        self.stack = self.stack[: self.stack.index(holder) + 1]
        name = block_of(title)
        level = max(node.level, holder.level + 1)
        block = holder.block_called(name)
        if block is None:
            block = SectionDraft("block", title.rstrip(":"), level, name, "", node.number, node.printed)
            self._open(block, node)
        else:  # the same block printed twice: one block, both texts, the second heading kept as a text
            self.stack.append(block)
            self._text(node)
            return True
        if rest and not rest.lower().startswith(MISSING_OPENS):
            line = node.place.line
            block.texts.append(TextDraft("paragraph", squeeze(rest), line, node.place.last, node.printed, run_in=True))
        return True

    def _open(self, draft: SectionDraft, node: Node) -> None:
        draft.line = node.place.line
        self.stack[-1].children.append(draft)
        self.stack.append(draft)

    def _text(self, node: Node, mark: str | None = None) -> None:
        into = self.stack[-1]
        text, place = squeeze(node.text), node.place
        before = into.texts[-1] if into.texts else None
        if node.kind is NodeKind.TABLE:
            rows = [list(row) for row in node.rows]
            source = "\n".join(" | ".join(row) for row in node.rows)
            into.texts.append(TextDraft("table", text, place.line, place.last, source, rows=rows))
        elif node.kind is NodeKind.PARAGRAPH and before and before.kind != "table" and goes_on(before.text, text):
            before.text, before.end_line = f"{before.text} {text}", place.last
            before.source = f"{before.source}\n{node.printed}"
        else:
            given = node.number if mark is None else mark
            kind = "bullet" if given else "paragraph"
            into.texts.append(TextDraft(kind, text, place.line, place.last, node.printed, mark=given))
