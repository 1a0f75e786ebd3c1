"""A target needs a year, and the plan's own: last year's year in a target line was copied.

Prose: docs/algorithms/check-targets.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import readings
from giamngheo.planning.check.sections import heading_year, in_target, years_of
from giamngheo.planning.check.targets import targets

MISSING = CATALOGUE.add(
    "TARGET-YEAR",
    Severity.WARNING,
    title=("Chỉ tiêu không có năm", "A target without a year"),
    message=(
        "“{words}” không ghi năm, và đề mục, trích yếu cũng không ghi.",
        "“{words}” names no year, nor do its headings or the subject.",
    ),
    fixes=(
        ("Ghi năm trong chỉ tiêu: “năm … giảm …”.", "Put the year into the target."),
        ("Ghi năm trong trích yếu hoặc đề mục của phần mục tiêu.", "Put the year into the subject or the heading."),
    ),
)
OLD = CATALOGUE.add(
    "TARGET-OLD-YEAR",
    Severity.WARNING,
    title=("Chỉ tiêu ghi năm trước năm kế hoạch", "A target for a year before the plan's"),
    message=(
        "Chỉ tiêu ghi năm {year}, kế hoạch là của năm {plan}.",
        "The target names {year}, the plan is for {plan}.",
    ),
    fixes=(
        ("Sửa năm {year} thành {plan} và rà lại số liệu.", "Write {plan} for {year} and review the figures."),
        (
            "Nếu là kết quả năm {year}, chuyển sang phần kết quả.",
            "If it is the result of {year}, move it to the results.",
        ),
    ),
)


@rule
def targets_name_their_year(context: Context) -> Iterator[Finding]:
    """Target lines with figures."""
    if context.year is None:
        judged: set[int] = set()
        for target in targets(context):
            words, line = target.reading.lower, target.reading.passage.line
            if line in judged:
                continue
            judged.add(line)
            if heading_year(target.reading.passage) is None and not years_of(words) and "20" not in words:
                yield MISSING.at(line, target.quote, words=target.quote)
        return
    for reading in readings(context):
        years = set(years_of(reading.lower)) if in_target(reading.passage) else set()
        compared = any(
            word in reading.lower for word in ("so với", "cuối năm", "kết quả", "từ năm", "quyết định", "số ")
        )
        if len(years) == 1 and max(years) < context.year and not compared:
            year = max(years)
            yield OLD.at(reading.passage.line, str(year), year=year, plan=context.year)
