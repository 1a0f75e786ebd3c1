"""Projects of a plan and their blocks a-e: objective, beneficiaries, content, funding, assignment.

Prose: docs/algorithms/check-completeness.md, section 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from giamngheo.paperwork.document import Node, NodeKind
from giamngheo.planning.check.engine import Context, Passage
from giamngheo.planning.check.record import Record
from giamngheo.planning.check.sections import in_result

BLOCKS = ("objective", "beneficiaries", "content", "funding", "assignment")
MISSING_OPENS = "[còn thiếu:"
NAMES = {
    "objective": ("mục tiêu", "objective"),
    "beneficiaries": ("đối tượng", "beneficiaries"),
    "content": ("nội dung", "content"),
    "funding": ("kinh phí", "money"),
    "assignment": ("phân công thực hiện", "assignment"),
}
_TITLES = (
    (
        "funding",
        ("kinh phí", "nguồn kinh phí", "nguồn vốn", "vốn thực hiện", "dự toán", "nhu cầu vốn", "nhu cầu kinh phí"),
    ),
    (
        "assignment",
        (
            "phân công",
            "tổ chức thực hiện",
            "đơn vị chủ trì",
            "cơ quan chủ trì",
            "đơn vị thực hiện",
            "cơ quan thực hiện",
            "chủ trì",
            "trách nhiệm",
            "người thực hiện",
        ),
    ),
    ("objective", ("mục tiêu", "mục đích", "chỉ tiêu")),
    ("beneficiaries", ("đối tượng", "phạm vi, đối tượng", "phạm vi và đối tượng", "người thụ hưởng", "phạm vi")),
    ("content", ("nội dung", "hoạt động", "các hoạt động", "nhiệm vụ")),
)


class Project(Record):
    """A project, subproject or content component that should have blocks, with the nodes of those it has."""

    node: Node
    above: tuple[Node, ...]
    blocks: dict[str, Node]


@cache
def _project() -> re.Pattern[str]:
    return re.compile(r"(?:tiểu dự án|dự án|nội dung thành phần)\s+(?:số\s+)?\d+", re.IGNORECASE)


def is_project(text: str) -> bool:
    """Whether a heading names a project of the programme by its number."""
    return text[:1] in "TtDdNn" and bool(_project().match(text))


def block_of(text: str) -> str:
    """The block a title opens ("Kinh phí thực hiện" → "funding"); "" for any other text."""
    lower = text[:60].lower()
    if lower.startswith(_starts()) and (len(text) < 60 or ":" in lower):
        return next(block for block, titles in _TITLES if lower.startswith(titles))
    return ""


@cache
def _starts() -> tuple[str, ...]:
    return tuple(title for _, titles in _TITLES for title in titles)


def projects(context: Context) -> tuple[Project, ...]:
    """The projects a plan sets out, those with subprojects left out: their subprojects stand for them."""
    known = context.memo.get("projects")
    if known is None:
        known = context.memo["projects"] = tuple(_projects(context))
    return cast("tuple[Project, ...]", known)


def _projects(context: Context) -> Iterator[Project]:
    for passage in context.body:
        node = passage.node
        if node is None or node.kind is not NodeKind.HEADING or not is_project(node.text) or in_result(passage):
            continue
        if not any(is_project(child.text) for child in node.children):
            found: dict[str, Node] = {}
            for child in node.children:
                block = block_of(child.text)
                if block and child.kind is not NodeKind.TABLE:
                    found.setdefault(block, child)
            yield Project(node, passage.above, found)


def is_empty(node: Node) -> bool:
    """A title with nothing behind its colon and nothing below it; "[còn thiếu: …]" is our own mark for nothing."""
    _, colon, rest = node.text.partition(":")
    said = [child for child in node.children if child.children or not child.text.lower().startswith(MISSING_OPENS)]
    return not said and not (rest.strip() if colon else "") and len(node.text) <= 60


def texts_below(node: Node) -> Iterator[str]:
    """The node's own text and every text under it, cells included."""
    for each in node.walk():
        if each.text:
            yield each.text
        for row in each.rows:
            yield from row


def passages_under(context: Context, node: Node) -> list[Passage]:
    """Passages of a node and of all below it."""
    inside = set(map(id, node.walk()))
    return [passage for passage in context.body if id(passage.node) in inside]
