"""A decision cited as money names no sum: the reader cannot know how much there is.

Prose: docs/algorithms/check-completeness.md, section 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Node, NodeKind
from giamngheo.planning.check.blocks import block_of, texts_below
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import citations
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.symbols import is_local

AMOUNT = CATALOGUE.add(
    "COMPLETE-AMOUNT",
    Severity.WARNING,
    title=("Nêu quyết định giao vốn mà không nêu số tiền", "A funding decision without a sum"),
    message=(
        "Phần “{title}” nêu {symbol} nhưng không có số tiền nào.",
        "“{title}” names {symbol} but no sum of money.",
    ),
    fixes=(
        (
            "Ghi số tiền được giao theo {symbol} (đồng, nguồn, năm).",
            "State the sum {symbol} assigns (đồng, source, year).",
        ),
        (
            "Nếu chưa phân bổ, ghi rõ “chưa phân bổ chi tiết” và số tổng của xã.",
            "If it is not yet allocated, say so and state the commune's total.",
        ),
    ),
)
_TITLES = ("vốn", "kinh phí", "ngân sách", "nguồn lực", "dự toán")
_ELSEWHERE = ("phụ lục", "biểu kèm", "bảng kèm", "biểu số", "bảng dưới", "không sử dụng kinh phí", "không có kinh phí")


@cache
def _sum() -> re.Pattern[str]:
    return re.compile(r"\d\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|đồng|trđ|đ\b)")


@rule
def funding_names_its_sums(context: Context) -> Iterator[Finding]:
    """One finding for each block or section about money that cites a document and holds no sum."""
    cited: dict[int, list[str]] = {}
    first: dict[int, tuple[int, str]] = {}
    for citation in citations(context):
        # A symbol with a year (06/2022/NQ-HĐND, 02/2022/QĐ-TTg) is a normative document: it lays down rules and assigns
        # nothing; so do decrees and circulars.
        if citation.right.count("/") > 1 or not is_local(citation.right):
            continue
        for node in _money_headings(citation.passage.above, citation.passage.node):
            cited.setdefault(id(node), []).append(citation.right)
            first.setdefault(id(node), (citation.line, citation.quote))
            break
    for passage in context.body:
        heading = passage.node
        if heading is None or id(heading) not in cited or _has_sum(heading):
            continue
        line, quote = first[id(heading)]
        title = heading.text.split(":", 1)[0] if len(heading.text) > 60 else heading.text.rstrip(": ")
        yield AMOUNT.at(line, quote, title=title, symbol=", ".join(dict.fromkeys(cited.pop(id(heading)))))


def _money_headings(above: tuple[Node, ...], own: Node | None) -> Iterator[Node]:
    """The nearest heading about money at or above a line; a project's own title is none."""
    for node in (*(() if own is None or own.kind is not NodeKind.HEADING else (own,)), *reversed(above)):
        if block_of(node.text) == "funding":
            yield node
        elif block_of(node.text):
            return
        elif _speaks_of_money(node) and all(child.kind is not NodeKind.HEADING for child in node.children):
            yield node


def _speaks_of_money(node: Node) -> bool:
    lower = node.text.lower()
    return len(lower) < 90 and not lower.endswith(".") and any(word in lower for word in _TITLES)


def _has_sum(node: Node) -> bool:
    for text in texts_below(node):
        lower = text.lower()
        if _sum().search(lower) or any(word in lower for word in _ELSEWHERE):
            return True
    return any(each.kind is NodeKind.TABLE for each in node.walk())
