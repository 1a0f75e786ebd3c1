"""A target needs a unit: 1,5 % of what, or 1,5 percentage points?

Prose: docs/algorithms/check-targets.md, section 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import readings
from giamngheo.planning.check.sections import in_target
from giamngheo.planning.check.targets import reached, target_quote, targets

POINTS = CATALOGUE.add(
    "TARGET-POINTS",
    Severity.INFO,
    title=("Chỉ tiêu giảm ghi % mà chưa rõ điểm % hay tỷ lệ", "A fall in % that may be points or a share"),
    message=(
        "“{words}”: {value} là điểm phần trăm hay phần trăm của số hiện có?",
        "“{words}”: is {value} in percentage points or a share of what there is?",
    ),
    fixes=(
        ("Viết “{number} điểm %” nếu là hiệu của hai tỷ lệ.", "Write “{number} điểm %” for a difference of two rates."),
        ("Ghi thẳng mức cuối năm: “từ …% xuống còn …%”.", "State the end directly: “từ …% xuống còn …%”."),
    ),
)
UNIT = CATALOGUE.add(
    "TARGET-UNIT",
    Severity.WARNING,
    title=("Chỉ tiêu không có đơn vị", "A target without a unit"),
    message=("“{words}” không ghi đơn vị.", "“{words}” has no unit."),
    fixes=(
        (
            "Ghi đơn vị ngay sau số: {number} hộ, {number}%, {number} điểm %.",
            "Put the unit behind the number: households, %, points.",
        ),
        (
            "Ghi chỉ tiêu thành mức cuối năm kèm đơn vị.",
            "State the target as the level at the end of the year, with its unit.",
        ),
    ),
)
BASELINE = CATALOGUE.add(
    "TARGET-BASELINE",
    Severity.INFO,
    title=("Chỉ tiêu giảm không có số gốc", "A fall without its starting point"),
    message=(
        "“{words}”: văn bản không nêu {indicator} đầu năm nên không kiểm tra được.",
        "“{words}”: the document states no {english} at the start, so the target cannot be judged.",
    ),
    fixes=(
        (
            "Ghi số gốc: “từ …% (cuối năm {before}) xuống còn …%”.",
            "State the start: “from …% (end of {before}) to …%”.",
        ),
        ("Nêu kết quả năm {before} trong phần đánh giá.", "Report the result of {before} in the plan's first part."),
    ),
)
_VERBS = ("giảm", "giảm từ", "tăng", "đạt", "còn", "đạt trên", "giảm trên", "tăng thêm", "giảm ít nhất", "đạt từ")


@rule
def targets_have_units_and_starts(context: Context) -> Iterator[Finding]:
    """Falls of rates in plain %; numbers in target lines without a unit; falls from an unknown start."""
    for target in targets(context):
        if target.role != "fall":
            continue
        line, quote = target.reading.passage.line, target_quote(target)
        value = target.quantity.text
        if target.quantity.unit == "%" and target.indicator.bases == ("%",):
            number = value.rstrip("%").strip()
            yield _at(POINTS.code, line, quote, value=value, number=number)
        if reached(context, target) is None:
            before = (target.year or context.year or context.on.year) - 1
            said: dict[str, Any] = {
                "indicator": target.indicator.vi,
                "english": target.indicator.en,
                "before": str(before),
            }
            yield _at(BASELINE.code, line, quote, **said)
    yield from _without_unit(context)


def _at(code: str, line: int, words: str, **values: Any) -> Finding:
    return CATALOGUE.entries[code].at(line, words, words=words, **values)


def _without_unit(context: Context) -> Iterator[Finding]:
    for reading in readings(context):
        if not in_target(reading.passage):
            continue
        for index, quantity in enumerate(reading.quantities):
            gap = reading.gaps[index].rstrip()
            verb = next((verb for verb in _VERBS if gap.endswith(verb)), None)
            if quantity.unit == "" and verb and not reading.gaps[index + 1][:2].strip()[:1].isalpha():
                start = quantity.start - len(reading.gaps[index]) + gap.rfind(verb)
                words = reading.quote(start, quantity.end)
                yield _at(UNIT.code, reading.passage.line, words, number=quantity.text)
