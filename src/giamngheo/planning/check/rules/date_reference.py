"""A reference and its date: the year inside the symbol, and the order of time.

Prose: docs/algorithms/check-dates.md, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.datelines import Dated, dates
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.sections import in_result

YEAR = CATALOGUE.add(
    "DATE-REFERENCE-YEAR",
    Severity.ERROR,
    title=("Năm trong ký hiệu khác năm ban hành", "The year in the symbol is not the year of issue"),
    message=(
        "Văn bản số {symbol} mang năm {year}, nhưng ghi ngày {date}.",
        "Document {symbol} carries the year {year} but is dated {date}.",
    ),
    fixes=(
        ("Nếu ngày đúng, sửa năm trong ký hiệu thành {other}.", "If the date is right, write {other} in the symbol."),
        ("Nếu ký hiệu đúng, sửa năm của ngày thành {year}.", "If the symbol is right, write {year} in the date."),
    ),
    source="Nghị định 30/2020/NĐ-CP; Luật Ban hành văn bản quy phạm pháp luật (số, năm, loại, cơ quan)",
)
LATER = CATALOGUE.add(
    "DATE-FUTURE",
    Severity.ERROR,
    title=("Viện dẫn văn bản ban hành sau ngày của văn bản này", "Cites a document issued after this one"),
    message=(
        "Văn bản số {symbol} ghi ngày {date}, sau ngày của văn bản này ({own}).",
        "Document {symbol} is dated {date}, after this document ({own}).",
    ),
    fixes=(
        ("Tra lại ngày ban hành của văn bản số {symbol}.", "Look up the date of {symbol}."),
        (
            "Nếu ngày {date} đúng, sửa ngày của văn bản này hoặc bỏ viện dẫn.",
            "If {date} is right, correct this document's own date or drop the citation.",
        ),
    ),
)
OWN = CATALOGUE.add(
    "DATE-OWN-FUTURE",
    Severity.WARNING,
    title=("Ngày của văn bản ở tương lai", "The document's own date lies ahead"),
    message=(
        "Văn bản ghi ngày {date}, sau ngày kiểm tra {today}.",
        "The document is dated {date}, after today, {today}.",
    ),
    fixes=(
        ("Sửa ngày của văn bản.", "Correct the document's date."),
        ("Để trống ngày đến khi ký ban hành.", "Leave the day blank until it is signed."),
    ),
)
RESULT = CATALOGUE.add(
    "DATE-RESULT-FUTURE",
    Severity.WARNING,
    title=("Kết quả tính đến ngày sau ngày của văn bản", "A result as of a day after the document"),
    message=(
        "Kết quả tính đến {date}, sau ngày của văn bản ({own}).",
        "A result as of {date}, after the document's own date ({own}).",
    ),
    fixes=(
        ("Sửa ngày chốt số liệu.", "Correct the day of the figures."),
        ("Nếu là số ước, ghi rõ “ước thực hiện đến {date}”.", "If it is an estimate, say “ước thực hiện đến {date}”."),
    ),
)


@rule
def references_fit_their_dates(context: Context) -> Iterator[Finding]:
    """The year inside a symbol; citations later than the document; results as of a later day."""
    own = context.day
    dated = context.document.place_and_date
    limit = own or (date(dated.year, 12, 31) if dated and dated.year else context.on)
    shown = f"{own:%d/%m/%Y}" if own else f"năm {limit.year}" if dated and dated.year else f"{limit:%d/%m/%Y}"
    if own and own > context.on and dated:
        yield OWN.at(dated.place.line, dated.raw, date=f"{own:%d/%m/%Y}", today=f"{context.on:%d/%m/%Y}")
    for each in dates(context):
        day = each.date.value
        if each.symbol:
            if each.symbol_year is not None and each.symbol_year != each.date.year:
                yield YEAR.at(
                    each.passage.line,
                    each.quote,
                    symbol=each.symbol,
                    year=each.symbol_year,
                    date=each.date.text,
                    other=each.date.year,
                )
            elif day is not None and day > limit:
                yield LATER.at(each.passage.line, each.quote, symbol=each.symbol, date=each.date.text, own=shown)
        elif day is not None and day > limit and _closes_a_result(each):
            yield RESULT.at(each.passage.line, each.date.text, date=each.date.text, own=shown)


def _closes_a_result(each: Dated) -> bool:
    """ "tính đến ngày 30/12/2025" said of something done."""
    before = each.passage.text[max(0, each.start - 25) : each.start].lower()
    words = each.passage.text.lower()
    done = any(word in words for word in ("đã ", "kết quả", "đạt ", "giải ngân"))
    planned = any(word in words for word in ("ước", "phấn đấu", "kế hoạch", "trước ngày", "hoàn thành", "thời gian"))
    if "tính đến" in before:
        return done and not planned
    # "Tại ngày 14/8/2024 có 33 hộ": a state of a later day, told under the results or as something done.
    at = before.rstrip().endswith(("tại ngày", "tại thời điểm ngày", "tại thời điểm"))
    return at and (done or in_result(each.passage)) and not planned and not _future().search(words)


@cache
def _future() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:sẽ|dự kiến|tổ chức|họp|hội nghị|chốt|thống kê|rà soát|lễ|trình)(?!\w)")
