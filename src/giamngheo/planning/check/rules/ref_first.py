"""The first time a document is named it is named in full: type, number, symbol, day, issuer.

Prose: docs/algorithms/check-references.md, section 5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import Citation, citations
from giamngheo.planning.check.engine import Context, rule

FIRST = CATALOGUE.add(
    "REF-FIRST",
    Severity.INFO,
    title=("Viện dẫn lần đầu chưa đủ", "The first citation is not complete"),
    message=(
        "Lần đầu viện dẫn {symbol} mà thiếu {missing_vi}.",
        "The first citation of {symbol} lacks {missing_en}.",
    ),
    fixes=(
        (
            "Ghi đủ: {symbol} ngày … của …; các lần sau chỉ cần loại và số, ký hiệu.",
            "Cite in full once; afterwards type and symbol are enough.",
        ),
        ("Đưa văn bản vào phần căn cứ với đủ ngày và cơ quan ban hành.", "Name it in full among the legal bases."),
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6: viện dẫn lần đầu ghi đầy đủ",
)
BLANK = CATALOGUE.add(
    "REF-BLANK",
    Severity.WARNING,
    title=("Văn bản được viện dẫn bỏ trống số", "A cited document has no number"),
    message=("“{text}” chưa có số văn bản.", "“{text}” has no number."),
    fixes=(
        ("Điền số của văn bản được viện dẫn.", "Fill in the cited document's number."),
        ("Nếu văn bản chưa ban hành, bỏ viện dẫn.", "If it has not been issued, drop the citation."),
    ),
)
IMPOSSIBLE = ("CP", "TTg")  # their symbol names the issuer: it need not be said again


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"(?:\w+\s+\w+\s+)?số\s*:?\s*(?:[.…_]+\s*)?/\s?(?:20\d\d/)?[A-ZĐ][A-Za-zĐ]*-[A-ZĐ]\w*")


@cache
def _no_number() -> re.Pattern[str]:
    return re.compile(r"số[\s:.…_]*/")


@rule
def first_citations_are_complete(context: Context) -> Iterator[Finding]:
    """One finding a document, at its first citation; and citations without any number."""
    seen: set[str] = set()
    for citation in citations(context):
        if citation.key not in seen:
            seen.add(citation.key)
            yield from _incomplete(citation)
    for passage in context.everything:
        text = passage.text
        if "/" not in text or "số" not in text or not _no_number().search(text):
            continue
        if passage.node or not text.lower().startswith("số"):
            for match in _blank().finditer(text):
                yield BLANK.at(passage.line, match.group(), text=match.group())


def _incomplete(citation: Citation) -> Iterator[Finding]:
    names_issuer = citation.series.rsplit("-", 1)[-1] in IMPOSSIBLE or "QH" in citation.series
    no_day, no_issuer = not citation.dated, not citation.issuer and not names_issuer
    if no_day or no_issuer:
        vi = " và ".join(
            w for w, is_missing in (("ngày ban hành", no_day), ("cơ quan ban hành", no_issuer)) if is_missing
        )
        en = " and ".join(w for w, is_missing in (("its date", no_day), ("its issuer", no_issuer)) if is_missing)
        yield FIRST.at(citation.line, citation.quote, symbol=citation.right, missing_vi=vi, missing_en=en)
