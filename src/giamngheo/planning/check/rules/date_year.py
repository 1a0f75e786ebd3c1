"""The years of a plan: plan year, result year, and last year's year left behind by copying.

Prose: docs/algorithms/check-dates.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.paperwork.document import Node, NodeKind
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, Passage, rule
from giamngheo.planning.check.quantities import read_passage
from giamngheo.planning.check.sections import heading_year, in_result, years_of

PLAN = CATALOGUE.add(
    "DATE-PLAN-YEAR",
    Severity.WARNING,
    title=("Năm ở chỗ này khác năm của kế hoạch", "The year here is not the plan's"),
    message=(
        "Trích yếu ghi năm {plan}, chỗ này ghi năm {year}: có thể còn lại từ bản năm trước.",
        "The subject says {plan}, this place says {year}: perhaps left from last year's text.",
    ),
    fixes=(
        ("Sửa {year} thành {plan}.", "Write {plan} for {year}."),
        ("Nếu {year} đúng, sửa năm trong trích yếu.", "If {year} is right, correct the subject."),
    ),
)
RESULT = CATALOGUE.add(
    "DATE-RESULT-YEAR",
    Severity.WARNING,
    title=("Năm của phần kết quả không phải năm trước năm kế hoạch", "The results are not of the year before the plan"),
    message=(
        "Kế hoạch năm {plan} nhưng phần kết quả ghi năm {year}, không phải {right}.",
        "A plan for {plan} whose results are of {year}, not {right}.",
    ),
    fixes=(
        (
            "Sửa năm của phần kết quả thành {right} và cập nhật số liệu.",
            "Write {right} and bring the figures up to date.",
        ),
        (
            "Nếu số liệu đúng là của {year}, nói rõ vì sao chưa có số liệu {right}.",
            "If the figures are of {year}, say why those of {right} are missing.",
        ),
    ),
)
FIGURES = CATALOGUE.add(
    "DATE-FIGURES-YEAR",
    Severity.WARNING,
    title=("Số liệu của năm khác dưới đề mục", "Figures of another year under the heading"),
    message=(
        "Đề mục nói về năm {heading}, đoạn này nêu số liệu năm {year}.",
        "The heading is about {heading}, this passage gives figures of {year}.",
    ),
    fixes=(
        (
            "Nếu số liệu là của {heading}, sửa {year} thành {heading}.",
            "If the figures are of {heading}, write {heading}.",
        ),
        ("Nếu là số so sánh, viết “so với năm {year}”.", "If they are for comparison, write “so với năm {year}”."),
    ),
)


@rule
def years_belong_together(context: Context) -> Iterator[Finding]:
    """Headings, opening words of results, closing and date of a yearly plan."""
    plan = context.year
    if plan is None or context.document.doc_type not in ("KH", "BC", ""):
        return
    is_plan = context.document.doc_type == "KH"
    closing = context.document.closing
    if closing and context.document.subject and years_of(context.document.subject.text):
        for year in years_of(closing.text)[-1:]:
            if year != plan:
                yield PLAN.at(closing.place.line, str(year), plan=plan, year=year)
    dated = context.document.place_and_date
    if is_plan and dated and dated.year and not plan - 1 <= dated.year <= plan:
        yield PLAN.at(
            dated.place.line, str(dated.year) if str(dated.year) in dated.raw else "", plan=plan, year=dated.year
        )
    if is_plan:
        yield from _headings(context, context.document.body, plan)
    for passage in context.body:
        if passage.node is not None and passage.node.kind in (NodeKind.PARAGRAPH, NodeKind.BULLET):
            yield from _figures(passage)


def _headings(context: Context, nodes: tuple[Node, ...], plan: int) -> Iterator[Finding]:
    """Outermost headings: "Kết quả ... năm 2022" and "Kế hoạch năm 2023" in a plan for 2024."""
    for node in nodes:
        years = set(years_of(node.text)) if node.kind is NodeKind.HEADING else set()
        if len(years) != 1:
            continue
        year, words = years.pop(), node.text.lower()
        if "kết quả" in words and year != plan - 1:
            yield RESULT.at(node.place.line, str(year), plan=plan, year=year, right=plan - 1)
        elif words.startswith(("kế hoạch", "mục tiêu", "nhiệm vụ", "phương hướng")) and year != plan:
            yield PLAN.at(node.place.line, str(year), plan=plan, year=year)


def _figures(passage: Passage) -> Iterator[Finding]:
    lower = passage.text.lower().lstrip("-+ ")
    if not lower.startswith(("năm 20", "trong năm 20")) or not in_result(passage):
        return
    heading, years = heading_year(passage), set(years_of(lower))
    if heading is None or len(years) != 1 or heading in years or "so với" in lower:
        return
    year = years.pop()
    if any(quantity.unit for quantity in read_passage(passage).quantities):
        yield FIGURES.at(passage.line, str(year), heading=heading, year=year)
