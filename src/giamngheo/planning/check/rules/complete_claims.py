"""A judgement about money or rates without a figure cannot be checked by anyone.

Prose: docs/algorithms/check-completeness.md, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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


_LOW = ("chậm", "thấp", "chưa đạt", "đạt cao", "đạt rất cao", "đạt khá cao", "đạt tỷ lệ cao")
_RATES = ("hộ nghèo", "hộ cận nghèo", "tái nghèo", "lao động qua đào tạo", "bao phủ")
_HIGH = ("còn cao", "còn thấp", "rất cao", "rất thấp", "khá cao", "khá thấp")
_FAR = 45  # characters between what is judged and the judgement


def _claims(lower: str) -> Iterator[tuple[int, int]]:
    """Start and end of each judgement: "tiến độ giải ngân vốn chậm", "tỷ lệ hộ nghèo còn cao"."""
    at = lower.find("giải ngân")
    while at >= 0:
        end = _judged(lower, at + len("giải ngân"), _LOW)
        following = at + 1
        if end:
            also = " hoặc giải ngân"
            if lower.startswith(also, end):
                end = _judged(lower, end + len(also), _LOW) or end
            start = next((at - len(w) for w in ("tiến độ ", "tỷ lệ ", "kết quả ") if lower.endswith(w, 0, at)), at)
            yield start, end
            following = end
        at = lower.find("giải ngân", following)
    for rate in _RATES:
        at = lower.find(f"tỷ lệ {rate}")
        if at >= 0 and (end := _judged(lower, at + len(rate) + 6, _HIGH)):
            yield at, end


def _judged(lower: str, start: int, words: tuple[str, ...]) -> int:
    """End of the first of `words` behind `start` in the same clause; 0 when none stands there."""
    clause = lower[start : start + _FAR]
    clause = clause[: min((at for at in map(clause.find, ",.;:(") if at >= 0), default=len(clause))]
    ends = [at + len(word) for word in words if (at := clause.find(f" {word}") + 1) > 0]
    ends = [end for end in ends if not clause[end : end + 1].isalpha()]
    return start + min(ends) if ends else 0


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
        if "giải ngân" not in passage.lower and "tỷ lệ" not in passage.lower:
            continue
        for first, last in _claims(passage.lower):
            start = max(text.rfind(". ", 0, first) + 1, 0)
            end = text.find(". ", last)
            sentence = text[start : end if end >= 0 else len(text)]
            before = text[start:first].lower()
            if not _has_figure(sentence) and not any(word in before[-60:] for word in _MEANT):
                yield CLAIM.at(passage.line, text[first:last], claim=text[first:last])


def _has_figure(sentence: str) -> bool:
    return bool(re.search(r"\d[\d.,]*\s*(?:%|triệu|tỷ|đồng|nghìn|hộ|phần trăm)", sentence))
