"""Part A of a plan from the locked report of the year before. Pure: a content is changed in place.

Prose: docs/algorithms/results-into-plans.md.
"""

from __future__ import annotations

import re
from fractions import Fraction

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import round_half_up
from giamngheo.foundation.text import bare
from giamngheo.monitoring.days import result_day
from giamngheo.monitoring.papers.value import Facts, Row, Told
from giamngheo.monitoring.queries.for_plans import YearlyResults
from giamngheo.planning.content import PlanContent, SectionContent, TextContent, ValueContent, guarded, token

MARK = "báo cáo đã khóa"  # the source of a text this has written; the next report takes its place
TITLE = "SỐ LIỆU THEO BÁO CÁO ĐÃ KHÓA NĂM {year}"
PART = "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NĂM {year}"
MOST_DECIMALS = 6


def with_results(content: PlanContent, results: YearlyResults) -> None:
    """Put the report's figures into part A, in a section of their own; what stood there of an earlier report goes."""
    year = results.report.year
    section = _section(content, year)
    emptied = {each.section for each in content.texts if each.source_text == MARK}
    content.texts = [each for each in content.texts if each.source_text != MARK]
    filled = {each.section for each in content.texts}
    content.sections = [each for each in content.sections if each.key not in emptied or each.key in filled]
    note = f"Báo cáo năm {year}, bản {results.report.version}"
    for group in results.groups:
        key = _add_section(content, section, group.title)
        for number, row in enumerate(group.rows, 1):
            template = _template(content, row, results.facts, note)
            _add_text(
                content,
                TextContent(
                    f"{key}#{number}", key, "body", "bullet", template, mark="-", source_text=MARK, origin="edit"
                ),
            )


def part_of(content: PlanContent, year: int) -> SectionContent | None:
    """Part A: the first outermost section that tells the results of the year before."""
    for each in content.children(""):
        words = bare(each.title)
        if re.search(r"ket qua|danh gia|tinh hinh", words) and (str(year) in words or "nam truoc" in words):
            return each
    return None


def _section(content: PlanContent, year: int) -> str:
    """The section of the report's figures in part A; both are made where they are not."""
    part = part_of(content, year)
    if part is None:
        part = SectionContent(_free(content, ""), "", "heading", PART.format(year=year))
        content.sections.insert(0, part)
    title, keys = TITLE.format(year=year), {each.key: each for each in content.sections}
    taken = [keys[each.section].parent for each in content.texts if each.source_text == MARK]
    named = [each.key for each in content.children(part.key) if each.title == title]
    return next((each for each in (*taken, *named) if each in keys), None) or _add_section(content, part.key, title)


def _add_section(content: PlanContent, parent: str, title: str) -> str:
    """After everything that stands below the parent."""
    made = SectionContent(_free(content, parent), parent, "heading", guarded(title))
    below = [at for at, each in enumerate(content.sections) if f"{each.key}/".startswith(f"{parent}/")]
    content.sections.insert(below[-1] + 1, made)
    return made.key


def _free(content: PlanContent, parent: str) -> str:
    taken = [int(each.key.rpartition("/")[2]) for each in content.children(parent)]
    return "/".join(filter(None, (parent, str(max(taken, default=0) + 1))))


def _add_text(content: PlanContent, text: TextContent) -> None:
    """Where its section comes in the document's order."""
    orders = {each.key: order for order, each in enumerate(content.sections)}
    here = orders[text.section]
    at = next(
        (at for at, each in enumerate(content.texts) if each.part == "body" and orders[each.section] > here), None
    )  # fmt: skip
    bodies = [at for at, each in enumerate(content.texts) if each.part in ("body", "opening")]
    content.texts.insert(at if at is not None else (bodies[-1] + 1 if bodies else len(content.texts)), text)


def _template(content: PlanContent, row: Row, facts: Facts, note: str) -> str:
    """The sentence of a row, with tokens where its figures stand."""
    now = row.actual or Told(Fraction())
    of_review = row.basis == "result"
    day = result_day(facts.year) if of_review else now.day or facts.ends
    value = _value(content, row, now, facts.year, note, None if of_review else day.isoformat())
    said = facts.say(
        "plan_result" if of_review else "plan_figure", name=guarded(row.name), value=_with_unit(value, row),
        year=facts.year, day=format_date(day),
    )  # fmt: skip
    if row.before is not None and row.comparable:
        before = _value(content, row, row.before, facts.year - 1, note, None)
        said += facts.say("plan_before", before=_with_unit(before, row))
    return said + "."


def _with_unit(value: str, row: Row) -> str:
    return f"{token('value', value)} {row.unit}".strip()


def _value(content: PlanContent, row: Row, told: Told, year: int, note: str, as_of: str | None) -> str:
    """The plan's one value of the indicator and year: the report's number stands wherever the plan prints it."""
    key = f"{row.indicator}.{year}"
    decimals = told.decimals if told.decimals is not None else _places(told.value)
    exact = round_half_up(told.value, decimals)
    words = f"{exact.numerator * 10**decimals // exact.denominator}"
    sign, digits = ("-", words[1:]) if words.startswith("-") else ("", words)
    digits = digits.rjust(decimals + 1, "0")
    number = f"{sign}{digits[:-decimals]}.{digits[-decimals:]}" if decimals else f"{sign}{digits}"
    held = content.values.get(key)
    if held is None:
        content.values[key] = ValueContent(key, row.indicator, year, number, decimals, as_of, note=note)
    else:
        held.value, held.decimals, held.as_of, held.is_estimate, held.note = number, decimals, as_of, False, note
        held.as_of_inferred = False
    return key


def _places(value: Fraction) -> int:
    """As many as the number needs."""
    return next((places for places in range(MOST_DECIMALS) if round_half_up(value, places) == value), MOST_DECIMALS)
