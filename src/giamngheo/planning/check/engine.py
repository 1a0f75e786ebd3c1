"""The plan check: runs every rule over one document and returns the findings in reading order.

A rule is a function from a Context to findings. Rules are pure: they see the document, the registers and the day of
the check, nothing else, and they never change anything. Rules do not call one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import fold, squeeze
from giamngheo.paperwork.document import Node, NodeKind, OfficialDocument
from giamngheo.planning.check.registers import Registers

Rule = Callable[["Context"], Iterable[Finding]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule; the order of registration does not matter to the result."""
    RULES.append(function)
    return function


class Passage:
    """One printed line of the document with what surrounds it: the node it is (None outside the body) and the
    headings above it, outermost first. `folded` is `fold(text)`, made when first asked for."""

    __slots__ = ("_folded", "above", "line", "lower", "node", "text")

    def __init__(self, text: str, line: int, node: Node | None = None, above: tuple[Node, ...] = ()) -> None:
        self.text = text
        self.line = line
        self.node = node
        self.above = above
        lower = text.lower()
        # The same length as `text`: positions in one are positions in the other.
        self.lower = lower if len(lower) == len(text) else text
        self._folded = ""

    @property
    def folded(self) -> str:
        if not self._folded:
            self._folded = fold(self.text)
        return self._folded


class Context:
    """What a rule may look at. `memo` is for readings that several rules share."""

    def __init__(self, document: OfficialDocument, registers: Registers, on: date) -> None:
        self.document = document
        self.registers = registers
        self.on = on
        self.memo: dict[str, object] = {}

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """Every node of the body and of the appendices, rows of tables included, in document order."""
        return tuple(self._walk((*self.document.body, *self.document.appendices), ()))

    @cached_property
    def everything(self) -> tuple[Passage, ...]:
        """Every line of the document: header, bases, body, closing, recipients, signature."""
        by_line = {(passage.line, passage.text): passage for passage in self.body}
        passages = []
        for line in self.document.lines():
            known = by_line.get((line.place.line, line.text))
            passages.append(known or Passage(line.text, line.place.line))
        return tuple(passages)

    def _walk(self, nodes: Iterable[Node], above: tuple[Node, ...]) -> Iterator[Passage]:
        for node in nodes:
            if node.kind is NodeKind.TABLE:
                for row in node.rows:
                    text = " | ".join(row)
                    yield Passage(text, node.place.line, node, above)
            else:
                yield Passage(node.printed, node.place.line, node, above)
            yield from self._walk(node.children, (*above, node))

    @cached_property
    def year(self) -> int | None:
        """The year the document is for: the last year of its subject that is no end of a period, else its date's."""
        from giamngheo.planning.check.sections import years_of

        if self.document.subject:
            years = years_of(self.document.subject.text)
            if years:
                return years[-1]
        dated = self.document.place_and_date
        return dated.year if dated else None

    @cached_property
    def day(self) -> date | None:
        """The document's own date; None when a part of it is blank or impossible."""
        dated = self.document.place_and_date
        if dated is None or not (dated.day and dated.month and dated.year):
            return None
        try:
            return date(dated.year, dated.month, dated.day)
        except ValueError:
            return None


def _printed(document: OfficialDocument) -> str:
    """All text a finding may quote, one printed line after another, cells of tables and source spelling included."""
    texts = [text for line in document.lines() for text in (line.text, line.raw)]
    for node in document.walk():
        texts += (node.text, *(cell for row in node.rows for cell in row))
    return "\n".join(texts)


def misquoted(document: OfficialDocument, findings: Iterable[Finding]) -> list[Finding]:
    """Findings whose quote stands nowhere in the document, white space aside. A rule that makes one is broken."""
    printed = _printed(document)
    doubtful = [finding for finding in findings if finding.quote not in printed]
    if not doubtful:
        return []
    squeezed = squeeze(printed)
    return [finding for finding in doubtful if squeeze(finding.quote) not in squeezed]


def _unproven(context: Context, findings: Iterable[Finding]) -> list[Finding]:
    """Findings whose quote does not simply stand in a text of their own line: the few that need a closer look."""
    texts: dict[int, str] = {}
    for passage in context.everything:
        texts[passage.line] = f"{texts.get(passage.line, '')}\n{passage.text}"
    return [each for each in findings if each.quote not in texts.get(each.line or 0, "")]


def check(document: OfficialDocument, *, registers: Registers | None = None, on: date | None = None) -> list[Finding]:
    """All findings of `document`, by line, then code. `on` is the day of the check (today when absent).

    Every quote is text of the document: a finding that could not prove its quote is shown without one.
    """
    from giamngheo.planning.check.rules import load

    load()
    context = Context(document, registers or Registers.packaged(), on or date.today())
    found = {finding for each in RULES for finding in each(context)}
    bad = set(misquoted(document, _unproven(context, found)))
    kept = (finding._replace(quote="") if finding in bad else finding for finding in found)
    return sorted(kept, key=lambda finding: (finding.line or 0, finding.code, finding.quote))
