"""One ruling of a spec table, and the hand-made document it is judged on.

A ruling says in one sentence what the check holds of a few lines of text, and which findings follow: code, quote, and
words that the Vietnamese message or its fixes must contain. The tables also make docs/reference/findings.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from giamngheo.foundation.findings import Finding
from giamngheo.paperwork.document import (
    Line,
    Node,
    NodeKind,
    NumberStyle,
    OfficialDocument,
    Place,
    PlaceAndDate,
)

_HEADING = (
    (NumberStyle.PART, r"[A-H]\.", 1),
    (NumberStyle.ROMAN, r"[IVX]+\.", 2),
    (NumberStyle.DECIMAL, r"\d+(?:\.\d+)+\.", 4),
    (NumberStyle.ARABIC, r"\d+\.", 3),
    (NumberStyle.POINT, r"[a-zđ]\)", 5),
)


@dataclass(frozen=True)
class Expect:
    code: str
    quote: str = ""
    says: tuple[str, ...] = ()
    severity: str = ""


@dataclass(frozen=True)
class Case:
    ruling: str
    text: str
    expects: tuple[Expect, ...] = ()
    year: int | None = 2024
    day: date | None = None
    closing: str = ""
    subject: str = field(default="")

    def document(self) -> OfficialDocument:
        return plan(self.text, year=self.year, day=self.day, closing=self.closing, subject=self.subject)


def _node(text: str, line: int) -> Node:
    if text.startswith("|"):
        cells = tuple(cell.strip() for cell in text.strip("|").split("|"))
        return Node(NodeKind.TABLE, "", Place(line), rows=(cells,), raw=text)
    if text[:2] in ("- ", "+ "):
        return Node(NodeKind.BULLET, text[2:], Place(line), number=text[0], raw=text)
    for style, pattern, level in _HEADING:
        match = re.match(rf"({pattern})\s+(.*)", text)
        if match:
            return Node(NodeKind.HEADING, match[2], Place(line), match[1], style, level, raw=text)
    return Node(NodeKind.PARAGRAPH, text, Place(line), raw=text)


def _nest(nodes: list[Node]) -> tuple[Node, ...]:
    """Each heading takes what follows it up to the next heading of its level or above."""
    tree: list[Node] = []
    while nodes:
        node = nodes.pop(0)
        if node.kind is NodeKind.HEADING:
            below: list[Node] = []
            while nodes and not (nodes[0].kind is NodeKind.HEADING and nodes[0].level <= node.level):
                below.append(nodes.pop(0))
            node = Node(
                node.kind, node.text, node.place, node.number, node.style, node.level, _nest(below), raw=node.raw
            )
        tree.append(node)
    return tuple(tree)


def plan(
    text: str, *, year: int | None = 2024, day: date | None = None, closing: str = "", subject: str = ""
) -> OfficialDocument:
    """A small document from lines of text: headings by their numbers, "- " bullets, "| a | b |" table rows."""
    nodes: list[Node] = []
    for number, raw in enumerate(text.strip("\n").split("\n"), start=10):
        if not raw.strip():
            continue
        node = _node(raw.strip(), number)
        if node.kind is NodeKind.TABLE and nodes and nodes[-1].kind is NodeKind.TABLE:
            last = nodes[-1]
            nodes[-1] = Node(NodeKind.TABLE, "", last.place, rows=(*last.rows, *node.rows))
        else:
            nodes.append(node)
    written = f"Mẫu, ngày {day.day} tháng {day.month} năm {day.year}" if day else f"Mẫu, ngày tháng năm {year or ''}"
    parts = (day.day, day.month, day.year) if day else (None, None, year)
    when = PlaceAndDate("Mẫu", *parts, place=Place(4), raw=written)
    return OfficialDocument(
        doc_type="KH",
        subject=Line(
            subject or "Thực hiện Chương trình giảm nghèo bền vững" + (f" năm {year}" if year else ""), Place(5)
        ),
        place_and_date=when,
        body=_nest(nodes),
        closing=Line(closing, Place(90)) if closing else None,
    )


def judge(case: Case, families: tuple[str, ...], codes: tuple[str, ...]) -> list[Finding]:
    """Findings of the rules in files named `families_*`, of those the codes that start with `codes`."""
    from giamngheo.planning.check.engine import RULES, Context, misquoted
    from giamngheo.planning.check.registers import Registers
    from giamngheo.planning.check.rules import load

    load()
    document = case.document()
    context = Context(document, Registers(units=None, documents=None), date(2026, 11, 23))  # type: ignore[arg-type]
    rules = [each for each in RULES if each.__module__.rsplit(".", 1)[-1].startswith(families)]
    found = sorted(
        {finding for each in rules for finding in each(context)}, key=lambda each: (each.line or 0, each.code)
    )
    assert not misquoted(document, found)
    return [finding for finding in found if finding.code.startswith(codes)]


def compare(case: Case, found: list[Finding]) -> None:
    """Fails unless the findings are exactly those the ruling expects, in any order."""
    left = list(found)
    for expect in case.expects:
        match = next((each for each in left if _meets(each, expect)), None)
        seen = [
            (each.code, str(each.severity), each.quote, each.message.vi, [f.vi for f in each.fixes]) for each in found
        ]
        assert match is not None, f"{case.ruling}: expected {expect}, found {seen}"
        left.remove(match)
    assert not left, f"{case.ruling}: unexpected {[(each.code, each.quote, each.message.vi) for each in left]}"


def _meets(finding: Finding, expect: Expect) -> bool:
    said = " ".join([finding.message.vi, *(fix.vi for fix in finding.fixes)])
    return (
        finding.code == expect.code
        and (not expect.quote or finding.quote == expect.quote)
        and all(words in said for words in expect.says)
        and (not expect.severity or finding.severity == expect.severity)
    )
