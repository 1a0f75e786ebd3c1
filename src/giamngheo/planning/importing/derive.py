"""What follows from a plan's content: activities, beneficiary groups, assignments, funding decisions. Computed from the
texts each time they change, so a row and its sentence never part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from giamngheo.foundation.numbers import find_quantities
from giamngheo.foundation.text import bare
from giamngheo.planning.content import MISSING_OPENS, PlanContent, SectionContent, TextContent, token_pattern

_MONEY = ("đồng", "nghìn đồng", "triệu đồng", "tỷ đồng")


@dataclass(frozen=True, slots=True)
class AssignmentFact:
    """A text in which somebody "chủ trì"."""

    text: str
    section: str
    lead_post: str
    coordinating: str


@dataclass(frozen=True, slots=True)
class FundingFact:
    """A decision named in the funding block of a project (`node`), or in the report on last year's money (node "")."""

    section: str
    node: str
    reference: str
    year: int
    line: int | None
    note: str
    amount: int | None  # đồng, where the text names a sum behind the decision


@dataclass(frozen=True, slots=True)
class Derived:
    """`activities` are (text key, section key, node code); `beneficiaries` (section key, group code)."""

    activities: tuple[tuple[str, str, str], ...]
    beneficiaries: tuple[tuple[str, str], ...]
    assignments: tuple[AssignmentFact, ...]
    funding: tuple[FundingFact, ...]


def derive(content: PlanContent, groups: Sequence[Mapping[str, Any]]) -> Derived:
    """Everything the blocks say; `groups` as `programme.reference.beneficiary_groups`."""
    by_key = {section.key: section for section in content.sections}
    activities: list[tuple[str, str, str]] = []
    beneficiaries: dict[tuple[str, str], None] = {}
    assignments: list[AssignmentFact] = []
    funding: dict[tuple[str, str], FundingFact] = {}
    for text in content.texts:
        section = by_key.get(text.section)
        if section is None or text.template.lower().startswith(MISSING_OPENS):
            continue
        node = node_of(section, by_key)
        if section.block == "content" and node:
            activities.append((text.key, section.key, node))
        elif section.block == "beneficiaries":
            beneficiaries.update(dict.fromkeys((section.key, code) for code in _groups(text, groups)))
        elif section.block == "assignment":
            assignment = _assignment(text)
            if assignment:
                assignments.append(assignment)
        for fact in _funding(text, section, node, content):
            funding.setdefault((fact.section, fact.reference), fact)
    return Derived(tuple(activities), tuple(beneficiaries), tuple(assignments), tuple(funding.values()))


def node_of(section: SectionContent, by_key: Mapping[str, SectionContent]) -> str:
    """The code of the project a section stands in, "" outside projects."""
    here: SectionContent | None = section
    while here is not None and not here.node:
        here = by_key.get(here.parent)
    return here.node if here else ""


def _groups(text: TextContent, groups: Sequence[Mapping[str, Any]]) -> list[str]:
    words = bare(text.template)
    return [group["code"] for group in groups if any(bare(word) in words for word in group["words"])]


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"^(?:giao\s+)?(?P<lead>.{3,160}?)\s*(?:là (?:cơ quan|đơn vị)\s+)?(?<!\w)chủ trì[,;]?\s*"
        r"(?:(?:và\s+)?phối hợp\s*(?:với\s+)?(?P<with>.+?)"
        r"(?=\s*,?\s*(?:xây dựng|tổ chức|triển khai|hướng dẫn|thực hiện|kiểm tra|tham mưu|rà soát|lập)|[.;]|$))?",
        re.IGNORECASE,
    )


def _assignment(text: TextContent) -> AssignmentFact | None:
    match = _lead().match(text.template)
    if match is None:
        return None
    return AssignmentFact(text.key, text.section, match["lead"].strip(" ,:"), (match["with"] or "").strip(" ,"))


def _funding(text: TextContent, section: SectionContent, node: str, content: PlanContent) -> list[FundingFact]:
    title = bare(section.title)
    reported = section.block == "" and ("phan bo" in title or "ke hoach von" in title or "nguon von" in title)
    if section.block != "funding" and not reported:
        return []
    found = []
    for key, behind in _with_words_behind(text.template):
        reference = content.references.get(key)
        if reference is None or reference.doc_type not in ("QĐ", "NQ"):
            continue
        issued = int(reference.issued_on[:4]) if reference.issued_on else content.year
        year = content.year if section.block == "funding" else min(issued, content.year)
        note = "" if section.block == "funding" else "kết quả phân bổ vốn nêu trong phần kết quả"
        if section.block == "funding" and issued < content.year:
            note = f"quyết định của năm {issued}: vốn được kéo dài"
        found.append(FundingFact(section.key, node, key, year, text.source_line, note, _sum(behind)))
    return found


def _with_words_behind(template: str) -> list[tuple[str, str]]:
    """(key, words up to the next reference) of every reference."""
    marks = [match for match in token_pattern().finditer(template) if match[1] == "ref"]
    if not marks:
        return []
    ends = [match.start() for match in marks[1:]] + [len(template)]
    return [(match[2], template[match.end() : end]) for match, end in zip(marks, ends, strict=True)]


_MONEY_DIGITS = 18  # of funds.FundingReference.amount


def _sum(words: str) -> int | None:
    """The one sum of money in `words`, in đồng; None for none, several, or a fraction of a đồng."""
    sums = [each.amount for each in find_quantities(words) if each.unit in _MONEY]
    whole = len(sums) == 1 and sums[0] == int(sums[0]) and abs(sums[0]) < 10**_MONEY_DIGITS
    return int(sums[0]) if whole else None
