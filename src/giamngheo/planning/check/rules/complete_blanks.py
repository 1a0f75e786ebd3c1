"""Number and date of the document itself: blank in a draft, never half blank.

Prose and the ruling: docs/algorithms/check-completeness.md, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule

NUMBER = CATALOGUE.add(
    "COMPLETE-NUMBER",
    Severity.INFO,
    title=("Chưa có số văn bản", "The document has no number"),
    message=("“{text}” chưa có số.", "“{text}” has no number."),
    fixes=(
        ("Lấy số ở văn thư khi ký ban hành.", "Take a number from the register when it is signed."),
        ("Nếu đã ban hành, chép số từ bản có dấu.", "If it has been issued, copy the number from the sealed copy."),
    ),
    source="Nghị định 30/2020/NĐ-CP, Điều 15",
)
DATE = CATALOGUE.add(
    "COMPLETE-DATE",
    Severity.INFO,
    title=("Chưa có ngày, tháng ban hành", "The document has no full date"),
    message=("“{text}” còn trống {missing_vi}.", "“{text}” leaves {missing_en} blank."),
    fixes=(
        ("Điền ngày, tháng khi ký ban hành.", "Fill in the date when it is signed."),
        ("Nếu đã ban hành, chép ngày từ bản có dấu.", "If it has been issued, copy the date from the sealed copy."),
    ),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4",
)


@rule
def number_and_date_are_filled(context: Context) -> Iterator[Finding]:
    """Both blank is a draft (info). One without the other is a mistake of issuing (warning)."""
    reference, dated = context.document.reference, context.document.place_and_date
    no_number = reference is not None and not reference.number.strip(" .…_")
    missing = _missing(dated.day, dated.month, dated.year) if dated else []
    half = reference is not None and dated is not None and no_number != bool(missing)
    severity = Severity.WARNING if half else None
    if reference and no_number:
        shown = reference.text or reference.raw or reference.printed
        yield NUMBER.at(reference.place.line, shown, severity=severity, text=shown)
    if dated and missing:
        shown = dated.text or dated.raw
        yield DATE.at(
            dated.place.line,
            shown,
            severity=severity,
            text=shown,
            missing_vi=", ".join(vi for vi, _ in missing),
            missing_en=", ".join(en for _, en in missing),
        )


def _missing(day: int | None, month: int | None, year: int | None) -> list[tuple[str, str]]:
    names = (("ngày", "the day"), ("tháng", "the month"), ("năm", "the year"))
    return [name for name, value in zip(names, (day, month, year), strict=True) if value is None]
