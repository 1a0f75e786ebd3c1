"""Numbers grow with dates: within one issuer, type and year a later document bears a higher number.

Prose and the real case: docs/algorithms/check-references.md, section 4.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.citations import Citation, citations, issuing_body
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.record import Record

ORDER = CATALOGUE.add(
    "REF-ORDER",
    Severity.WARNING,
    title=("Số văn bản không tăng theo ngày", "A document's number does not grow with its date"),
    message=(
        "Số {number} ngày {day} không hợp với {neighbours}: trong một năm, số {series} của {issuer} "
        "phải tăng theo ngày.",
        "Number {number} of {day} does not fit {neighbours}: within a year the numbers of {series} "
        "grow with their dates.",
    ),
    fixes=(
        (
            "Đối chiếu sổ đăng ký văn bản đi, sửa số {number} hoặc ngày {day}.",
            "Look in the register of documents and correct number {number} or date {day}.",
        ),
        (
            "Nếu đơn vị đánh số theo hai sổ riêng, ghi rõ ký hiệu của từng sổ.",
            "If two registers number them separately, show each one's symbol.",
        ),
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3: số lấy theo thứ tự trong năm",
)


class _Entry(Record):
    day: date
    number: int
    citation: Citation


@rule
def numbers_grow_with_dates(context: Context) -> Iterator[Finding]:
    """The fewest documents whose removal makes each series grow are reported, each with a neighbour it contradicts."""
    for entries in _series(context).values():
        odd = misplaced(entries)
        kept = [entry for entry in entries if entry not in odd]
        for entry in odd:
            yield _finding(entry, kept)


def _series(context: Context) -> dict[tuple[str, str, str, int], list[_Entry]]:
    """Documents by level, name of issuer, symbol and year, each document once."""
    series: defaultdict[tuple[str, str, str, int], dict[tuple[int, date], _Entry]] = defaultdict(dict)
    names: dict[str, set[str]] = defaultdict(set)
    dated = [each for each in citations(context) if each.issued and each.issuer and not each.year]
    for citation in dated:
        body = issuing_body(citation.issuer)
        if body.level and body.name:
            names[body.level].add(body.name)
    for citation in dated:
        body = issuing_body(citation.issuer)
        known = names[body.level]
        name = body.name or (next(iter(known)) if len(known) == 1 else "")
        day, number = citation.issued, int(citation.number)
        if day and body.level and not (len(known) > 1 and not body.name):
            key = (body.level, name, citation.series, day.year)
            series[key].setdefault((number, day), _Entry(day, number, citation))
    return {key: sorted(found.values(), key=lambda each: (each.day, each.number)) for key, found in series.items()}


def misplaced(entries: list[_Entry]) -> list[_Entry]:
    """The complement of a longest run in which number and day both grow; days may repeat, numbers may not.

    `entries` are sorted by day, then number.
    """
    tails: list[int] = []  # smallest last number of a run of each length
    chain: list[list[_Entry]] = []
    for entry in entries:
        at = bisect_left(tails, entry.number)
        run = [*(chain[at - 1] if at else []), entry]
        if at == len(tails):
            tails.append(entry.number)
            chain.append(run)
        else:
            tails[at], chain[at] = entry.number, run
    longest = chain[-1] if chain else []
    return [entry for entry in entries if entry not in longest]


def _finding(entry: _Entry, kept: list[_Entry]) -> Finding:
    earlier = [each for each in kept if each.day <= entry.day and each.number >= entry.number]
    later = [each for each in kept if each.day >= entry.day and each.number <= entry.number]
    against = [*(earlier[-1:] if earlier else []), *(later[:1] if later else [])] or kept[:1]
    neighbours = ", ".join(f"số {each.number} ngày {each.day:%d/%m/%Y}" for each in against)
    citation = entry.citation
    return ORDER.at(
        citation.line,
        citation.quote,
        number=entry.number,
        day=f"{entry.day:%d/%m/%Y}",
        neighbours=neighbours,
        series=citation.series,
        issuer=citation.issuer,
    )
