"""A target that last year's result already meets, or that is weaker than what was done last year.

Prose: docs/algorithms/check-targets.md, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.indicators import Told
from giamngheo.planning.check.targets import reached, target_quote, targets

MET = CATALOGUE.add(
    "TARGET-MET",
    Severity.WARNING,
    title=("Chỉ tiêu đã đạt từ trước", "The target is already met"),
    message=(
        "Chỉ tiêu {target} đã đạt: {indicator} đã là {level} (dòng {place}).",
        "The target of {target} is already met: the {english} is {level} (line {place}).",
    ),
    fixes=(
        ("Đặt chỉ tiêu tốt hơn {level}.", "Set a target better than {level}."),
        ("Nếu mục đích là giữ vững, viết “duy trì {level}”.", "If the aim is to hold, write “duy trì {level}” (keep)."),
    ),
)
WEAKER = CATALOGUE.add(
    "TARGET-WEAKER",
    Severity.WARNING,
    title=("Chỉ tiêu thấp hơn kết quả năm trước", "The target is below last year's result"),
    message=(
        "Chỉ tiêu {target} thấp hơn kết quả năm trước {level} (dòng {place}) mà không nêu lý do.",
        "The target of {target} is below last year's result of {level} (line {place}), and no reason is given.",
    ),
    fixes=(
        ("Nâng chỉ tiêu lên ít nhất {level}.", "Raise the target to {level} at least."),
        ("Nêu lý do vì sao chỉ tiêu thấp hơn kết quả năm trước.", "Say why less is planned than was done."),
    ),
)


@rule
def targets_go_beyond_results(context: Context) -> Iterator[Finding]:
    """Levels, yearly counts and falls against last year's."""
    for target in targets(context):
        words = target.reading.lower
        if any(word in words for word in ("duy trì", "giữ vững", "giữ mức", "ổn định")):
            continue
        if target.role == "level":
            last = reached(context, target)
            if last is not None and _worse(target, last):
                entry = WEAKER if target.indicator.flow else MET
                yield _finding(entry.code, target, last)
        elif target.role == "fall":
            last, level = reached(context, target, "fall"), reached(context, target)
            much_left = last and level and level.quantity.amount >= 2 * Fraction(last.quantity.amount)
            if last and much_left and Fraction(target.quantity.amount) * 2 < last.quantity.amount:
                yield _finding(WEAKER.code, target, last)


def _worse(target: Told, last: Told) -> bool:
    aim, done = target.quantity.amount, last.quantity.amount
    return aim > done if target.indicator.falls else aim < done


def _finding(code: str, target: Told, last: Told) -> Finding:
    return CATALOGUE.entries[code].at(
        target.reading.passage.line,
        target_quote(target),
        target=target.quantity.text,
        indicator=target.indicator.vi,
        english=target.indicator.en,
        level=last.quantity.text,
        place=last.reading.passage.line,
    )
