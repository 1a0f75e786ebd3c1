"""Shares that make up a whole must give 100 %: "cơ cấu: nông nghiệp 25 %, công nghiệp 45 %, dịch vụ 30 %".

Prose: docs/algorithms/check-arithmetic.md, section 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.planning.check.catalogue import CATALOGUE
from giamngheo.planning.check.engine import Context, rule
from giamngheo.planning.check.quantities import plain, readings, show

STRUCTURE = CATALOGUE.add(
    "ARITH-STRUCTURE",
    Severity.WARNING,
    title=("Cơ cấu không cộng thành 100 %", "The shares do not add up to 100 %"),
    message=(
        "Các tỷ lệ {parts} cộng lại được {sum}, không phải 100%.",
        "The shares {parts} add up to {sum}, not 100%.",
    ),
    fixes=(
        (
            "Sửa một trong các tỷ lệ; chênh lệch là {difference}.",
            "Correct one of the shares; {difference} is missing or over.",
        ),
        ("Nếu còn phần khác, ghi thêm phần đó: {difference}.", "If there is another part, add it: {difference}."),
    ),
)


@rule
def shares_of_a_structure_give_100(context: Context) -> Iterator[Finding]:
    """Sentences that name a structure and at least three shares of it."""
    for reading in readings(context):
        if "cơ cấu" not in reading.lower:
            continue
        for sentence in sorted(set(reading.sentence)):
            inside = [reading.quantities[at] for at in reading.of_sentence(sentence)]
            words = reading.lower[slice(*reading.bounds(reading.sentence.index(sentence)))]
            shares = [each for each in inside if each.unit == "%"]
            moving = any(word in words for word in ("tăng", "giảm", "xuống", "lên", "chuyển dịch"))
            if len(shares) < 3 or len(shares) != len(inside) or not all(map(plain, shares)) or moving:
                continue
            added = sum((Fraction(each.value) for each in shares), Fraction(0))
            room = sum((Fraction(each.step) / 2 for each in shares), Fraction(0))
            if "cơ cấu" in words and abs(added - 100) > room:
                yield STRUCTURE.at(
                    reading.passage.line,
                    reading.quote(shares[0].start, shares[-1].end),
                    parts=" + ".join(each.text for each in shares),
                    sum=show(added, "%"),
                    difference=show(abs(added - 100), "%"),
                )
