"""Cited documents against the register: repealed, not yet in force, known by another day.

The register marks what nobody has verified; such a fact never makes more than a warning, and the message says so.
Prose: docs/algorithms/check-references.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import Citation, citations
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.sections import in_result
from giamngheo.planning.check.symbols import is_local

if TYPE_CHECKING:
    from giamngheo.planning.check.register_shapes import KnownDocument

REPEALED = CATALOGUE.add(
    "REF-REPEALED",
    Severity.WARNING,
    title=("Viện dẫn văn bản đã hết hiệu lực", "Cites a document no longer in force"),
    message=(
        "{symbol} hết hiệu lực từ sau ngày {ended}, trước ngày của văn bản này{by_vi}.{doubt_vi}",
        "{symbol} ceased to be in force after {ended}, before this document{by_en}.{doubt_en}",
    ),
    fixes=(
        ("Thay bằng văn bản đang có hiệu lực{instead_vi}.", "Cite the document in force instead{instead_en}."),
        (
            "Nếu nói về việc đã làm khi văn bản còn hiệu lực (hoặc vốn chuyển tiếp), ghi rõ thời gian đó.",
            "If it is about what was done while it was in force (or carried-over money), say so.",
        ),
    ),
)
REPLACED = CATALOGUE.add(
    "REF-REPLACED",
    Severity.WARNING,
    title=("Viện dẫn văn bản đã được thay thế", "Cites a document that has been replaced"),
    message=(
        "{symbol} đã được thay bằng {other}; ngày hết hiệu lực cần tra lại.{doubt_vi}",
        "{symbol} has been replaced by {other}; look up the day it lapsed.{doubt_en}",
    ),
    fixes=(
        ("Viện dẫn {other} cho nhiệm vụ mới.", "Cite {other} for new tasks."),
        (
            "Nếu chỉ áp dụng cho vốn chuyển tiếp, ghi rõ “đối với vốn năm trước chuyển sang”.",
            "If only for carried-over money, say so.",
        ),
    ),
)
EARLY = CATALOGUE.add(
    "REF-NOT-YET",
    Severity.WARNING,
    title=("Viện dẫn văn bản chưa có hiệu lực", "Cites a document not yet in force"),
    message=(
        "{symbol} có hiệu lực từ {begins}, sau ngày của văn bản này.{doubt_vi}",
        "{symbol} comes into force on {begins}, after this document.{doubt_en}",
    ),
    fixes=(
        ("Viện dẫn văn bản đang có hiệu lực.", "Cite the document in force."),
        ("Ghi rõ “áp dụng từ {begins}”.", "Say that it applies from {begins}."),
    ),
)
OTHER_DAY = CATALOGUE.add(
    "REF-KNOWN-DATE",
    Severity.ERROR,
    title=("Ngày ban hành khác danh mục văn bản", "The date differs from the register"),
    message=(
        "{symbol} ghi ngày {day}; danh mục ghi ngày {known}.{doubt_vi}",
        "{symbol} is dated {day}; the register says {known}.{doubt_en}",
    ),
    fixes=(
        ("Sửa ngày thành {known}.", "Write {known}."),
        ("Nếu là văn bản khác, sửa số, ký hiệu.", "If another document is meant, correct the symbol."),
    ),
)
_DOUBT: dict[str, Any] = {
    "doubt_vi": " (Danh mục chưa kiểm chứng mục này.)",
    "doubt_en": " (This entry is not verified.)",
}
_SURE: dict[str, Any] = {"doubt_vi": "", "doubt_en": ""}


@rule
def cited_documents_are_in_force(context: Context) -> Iterator[Finding]:
    """Each document once for its force, at its first citation outside reported results; every citation for its day."""
    if context.registers.documents is None:
        return
    first, last = _days(context)
    judged: set[str] = set()
    for citation in citations(context):
        if is_local(citation.right):
            continue
        known = context.registers.documents.lookup(citation.right, citation.issued)
        if known is None:
            continue
        yield from _other_day(citation, known)
        if citation.key not in judged and not in_result(citation.passage):
            judged.add(citation.key)
            yield from _force(citation, known, first, last)


def _days(context: Context) -> tuple[date | None, date | None]:
    """The first and the last day the document can bear; its year is all a draft tells."""
    if context.day:
        return context.day, context.day
    year = context.year
    return (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)


def _force(citation: Citation, known: KnownDocument, first: date | None, last: date | None) -> Iterator[Finding]:
    said: dict[str, Any] = {"symbol": citation.right, **(_SURE if known.verified else _DOUBT)}
    if first and known.effective_to and known.effective_to < first:
        other = known.replaced_by
        yield REPEALED.at(
            citation.line,
            citation.quote,
            **said,
            ended=f"{known.effective_to:%d/%m/%Y}",
            by_vi=f" (thay bằng {other})" if other else "",
            by_en=f" (replaced by {other})" if other else "",
            instead_vi=f", như {other}" if other else "",
            instead_en=f", such as {other}" if other else "",
        )
    elif first and known.replaced_by and not known.effective_to and _year(known.replaced_by) < first.year:
        yield REPLACED.at(citation.line, citation.quote, **said, other=known.replaced_by)
    if last and known.effective_from and known.effective_from > last:
        yield EARLY.at(citation.line, citation.quote, **said, begins=f"{known.effective_from:%d/%m/%Y}")


def _year(symbol: str) -> int:
    """The year inside a symbol; far ahead where none stands."""
    parts = symbol.split("/")
    return int(parts[1]) if len(parts) == 3 and parts[1].isdigit() else 9999


def _other_day(citation: Citation, known: KnownDocument) -> Iterator[Finding]:
    if citation.issued and known.issued and citation.issued != known.issued:
        yield OTHER_DAY.at(
            citation.line,
            citation.quote,
            severity=None if known.verified else Severity.WARNING,
            symbol=citation.right,
            day=f"{citation.issued:%d/%m/%Y}",
            known=f"{known.issued:%d/%m/%Y}",
            **(_SURE if known.verified else _DOUBT),
        )
