"""A judgement about money or rates without a figure cannot be checked by anyone.

Prose: docs/algorithms/check-completeness.md, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule

CLAIM = CATALOGUE.add(
    "COMPLETE-CLAIM",
    Severity.WARNING,
    title=("Nhận định không có số liệu", "A judgement without a figure"),
    message=("“{claim}” không kèm số liệu nào trong câu.", "“{claim}” comes with no figure in its sentence."),
    fixes=(
        (
            "Ghi số giải ngân, số được giao và tỷ lệ (ví dụ “giải ngân 120/200 triệu đồng, đạt 60%”).",
            "State the money disbursed, the money assigned and the share.",
        ),
        (
            "Nếu không có số liệu, bỏ nhận định hoặc nêu nguồn của nhận định.",
            "Without figures, drop the judgement or name its source.",
        ),
    ),
)


@cache
def _claim() -> re.Pattern[str]:
    low = r"(?:rất\s+|còn\s+|khá\s+|quá\s+)?(?:chậm|thấp)|chưa\s+đạt|đạt\s+(?:tỷ lệ\s+)?(?:rất\s+|khá\s+)?(?:cao|thấp)"
    return re.compile(
        rf"(?:(?:tiến độ|tỷ lệ|kết quả)\s+)?(?<!\w)giải ngân(?:\s+\w+){{0,4}}?\s+(?:{low})"
        rf"(?:\s+hoặc\s+giải ngân\s+(?:{low}))?"
        r"|tỷ lệ (?:hộ nghèo|hộ cận nghèo|tái nghèo|lao động qua đào tạo|bao phủ)"
        r"(?:\s+\w+){0,4}?\s+(?:còn|rất|khá)\s+(?:còn\s+)?(?:cao|thấp)",
        re.IGNORECASE,
    )


_MEANT = (
    "khắc phục",
    "tránh",
    "không để",
    "nếu ",
    "trường hợp",
    "hạn chế tình trạng",
    "nguyên nhân",
    "đơn vị có",
    "xử lý",
    "phòng",
)


@rule
def judgements_come_with_figures(context: Context) -> Iterator[Finding]:
    """ "tiến độ giải ngân chậm", "tỷ lệ hộ nghèo còn cao" with no figure in the sentence; remedies are not judged."""
    for passage in context.body:
        text = passage.text
        if "giải ngân" not in passage.text.lower() and "tỷ lệ" not in text.lower():
            continue
        for match in _claim().finditer(text):
            start = max(text.rfind(". ", 0, match.start()) + 1, 0)
            end = text.find(". ", match.end())
            sentence = text[start : end if end >= 0 else len(text)]
            before = text[start : match.start()].lower()
            if not _has_figure(sentence) and not any(word in before[-60:] for word in _MEANT):
                yield CLAIM.at(passage.line, match.group(), claim=match.group())


def _has_figure(sentence: str) -> bool:
    return bool(re.search(r"\d[\d.,]*\s*(?:%|triệu|tỷ|đồng|nghìn|hộ|phần trăm)", sentence))
