"""A rate cannot fall by more than it is: "giảm từ 1,5 % trở lên" where 1,12 % are left.

Prose and worked numbers: docs/algorithms/check-targets.md, section 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import show
from giamngheo.planning.check.targets import reached, target_quote, targets

IMPOSSIBLE = CATALOGUE.add(
    "TARGET-IMPOSSIBLE",
    Severity.ERROR,
    title=("Chỉ tiêu giảm lớn hơn mức hiện có", "The target falls by more than there is"),
    message=(
        "Không thể giảm {fall}: {indicator} hiện chỉ còn {level} (dòng {place}).",
        "It cannot fall by {fall}: the {english} is only {level} now (line {place}).",
    ),
    fixes=(
        (
            "Đặt chỉ tiêu theo số của xã: giảm nhiều nhất {level}, ví dụ “còn dưới {half}”.",
            "Set the commune's own target: a fall of {level} at most, for example “below {half}”.",
        ),
        (
            "Nếu {fall} là chỉ tiêu của cấp trên chép xuống, ghi rõ đó là chỉ tiêu của tỉnh hay "
            "huyện và nêu chỉ tiêu của xã.",
            "If {fall} was copied from the level above, say whose target it is and state the commune's own.",
        ),
    ),
)


@rule
def targets_are_possible(context: Context) -> Iterator[Finding]:
    """Falls of rates and counts against the last state the plan itself reports."""
    for target in targets(context):
        if target.role != "fall":
            continue
        level = reached(context, target)
        if level is None or target.quantity.amount <= level.quantity.amount:
            continue
        half = Fraction(level.quantity.amount) / 2
        if not level.quantity.is_share:
            half = Fraction(int(half))
        yield IMPOSSIBLE.at(
            target.reading.passage.line,
            target_quote(target),
            fall=target.quantity.text,
            indicator=target.indicator.vi,
            english=target.indicator.en,
            level=level.quantity.text,
            place=level.reading.passage.line,
            half=show(half, level.quantity.unit),
        )
