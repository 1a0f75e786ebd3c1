"""One document, one date, one issuer: the same reference cited two ways.

Prose: docs/algorithms/check-references.md, section 3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import Citation, citations, issuing_body
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.symbols import is_local

DATES = CATALOGUE.add(
    "REF-TWO-DATES",
    Severity.ERROR,
    title=("Một văn bản ghi hai ngày ban hành", "One document cited with two dates"),
    message=(
        "{symbol} ghi ngày {day} ở đây, nhưng ngày {other} ở dòng {at}.",
        "{symbol} is dated {day} here and {other} in line {at}.",
    ),
    fixes=(
        ("Nếu ngày {other} đúng, sửa chỗ này thành {other}.", "If {other} is right, write {other} here."),
        ("Nếu ngày {day} đúng, sửa dòng {at} thành {day}.", "If {day} is right, write {day} in line {at}."),
    ),
)
ISSUERS = CATALOGUE.add(
    "REF-TWO-ISSUERS",
    Severity.WARNING,
    title=("Một văn bản ghi hai cơ quan ban hành", "One document cited with two issuers"),
    message=(
        "{symbol} ngày {day} ghi của {issuer} ở đây, nhưng của {other} ở dòng {at}.",
        "{symbol} of {day} is said to be by {issuer} here and by {other} in line {at}.",
    ),
    fixes=(
        ("Nếu {other} ban hành, sửa chỗ này.", "If {other} issued it, correct this place."),
        (
            "Nếu {issuer} ban hành, sửa dòng {at} và các chỗ giống vậy.",
            "If {issuer} issued it, correct line {at} and its like.",
        ),
    ),
)
SYMBOL_ISSUER = CATALOGUE.add(
    "REF-ISSUER-SYMBOL",
    Severity.WARNING,
    title=("Cơ quan ban hành trái với ký hiệu", "The issuer disagrees with the symbol"),
    message=(
        "Ký hiệu {symbol} là của {expected}, nhưng ghi của {issuer}.",
        "The symbol {symbol} is that of {expected}, but the text says {issuer}.",
    ),
    fixes=(
        ("Nếu ký hiệu đúng, ghi “của {expected}”.", "If the symbol is right, name {expected}."),
        ("Nếu cơ quan đúng, tra lại số, ký hiệu.", "If the issuer is right, look the symbol up again."),
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3",
)
_BODIES = {
    "CP": ("Chính phủ", ("chính phủ",)),
    "TTg": ("Thủ tướng Chính phủ", ("thủ tướng",)),
    "BTC": ("Bộ Tài chính", ("tài chính",)),
    "UBND": ("Ủy ban nhân dân", ("ubnd", "ủy ban nhân dân", "uỷ ban nhân dân")),
    "HĐND": ("Hội đồng nhân dân", ("hđnd", "hội đồng nhân dân")),
}


@rule
def one_reference_has_one_date_and_issuer(context: Context) -> Iterator[Finding]:
    """Compares every citation with the first one of the same document."""
    groups: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in citations(context):
        groups[citation.key].append(citation)
        yield from _against_symbol(citation)
    for group in groups.values():
        if len(group) > 1:
            yield from _dates(group)
            yield from _issuers(group)


def _dates(group: list[Citation]) -> Iterator[Finding]:
    """A number of a local body is used again every year and by every body: only one body, one year can clash."""
    local = is_local(group[0].right)
    seen: list[Citation] = []
    for citation in group:
        if citation.issued is None:
            continue
        for other in seen:
            if other.issued is None or (local and not citation.year and not _same_series(citation, other)):
                continue
            if other.issued != citation.issued:
                yield DATES.at(
                    citation.line,
                    citation.quote,
                    symbol=citation.right,
                    at=other.line,
                    day=f"{citation.issued:%d/%m/%Y}",
                    other=f"{other.issued:%d/%m/%Y}",
                    severity=None if not local or _same_body(citation, other) else Severity.WARNING,
                )
                break
        else:
            seen.append(citation)


def _same_series(one: Citation, two: Citation) -> bool:
    if not (one.issued and two.issued) or not _may_be_one_body(one, two):
        return False
    same_day = (one.issued.day, one.issued.month) == (two.issued.day, two.issued.month)
    return one.issued.year == two.issued.year or same_day


def _same_body(one: Citation, two: Citation) -> bool:
    """Both name an issuer, and it is one (the chairman's papers and the committee's share their numbers)."""
    return bool(one.issuer and two.issuer) and _may_be_one_body(one, two)


def _may_be_one_body(one: Citation, two: Citation) -> bool:
    if not (one.issuer and two.issuer):
        return True
    first, second = issuing_body(one.issuer), issuing_body(two.issuer)
    return first.level == second.level and (not first.name or not second.name or first.name == second.name)


def _issuers(group: list[Citation]) -> Iterator[Finding]:
    """The same number on the same day by two bodies, or by a committee here and its chairman there."""
    named = [each for each in group if each.told and each.issued]
    shown: set[str] = set()
    for citation in named[1:]:
        first = next((each for each in named if each.issued == citation.issued), citation)
        one, two = issuing_body(first.issuer), issuing_body(citation.issuer)
        differs = not _may_be_one_body(first, citation) or one.chairman != two.chairman
        if first is not citation and differs and is_local(citation.right) and citation.issuer not in shown:
            shown.add(citation.issuer)
            yield ISSUERS.at(
                citation.line,
                citation.quote,
                symbol=citation.right,
                day=f"{citation.issued:%d/%m/%Y}",
                issuer=citation.issuer,
                other=first.issuer,
                at=first.line,
            )


def _against_symbol(citation: Citation) -> Iterator[Finding]:
    tail = citation.series.rsplit("-", 1)[-1]
    if citation.told and tail in _BODIES and citation.series.count("-") == 1:
        expected, words = _BODIES[tail]
        lower = citation.issuer.lower()
        if not any(word in lower for word in words) or (tail == "CP" and "thủ tướng" in lower):
            yield SYMBOL_ISSUER.at(
                citation.line, citation.quote, symbol=citation.right, expected=expected, issuer=citation.issuer
            )
