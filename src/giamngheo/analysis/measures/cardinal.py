"""M1 and M2: how far below the cut-offs the poor are, for achievements that are numbers. Exact fractions.

M_a is the mean over everybody of sum over j of w_j * ((z_j - x_j)/z_j)**a, of the poor, where x_j < z_j; M0 has a = 0.
One pass sums, for each group and pattern, the gaps z - x and their squares as whole numbers; every k and weighting is
algebra afterwards. Source: Alkire and Foster (2011), cited in alkire_foster.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from giamngheo.analysis.measures.pattern import pattern
from giamngheo.analysis.measures.weights import Weighting


def gap_histogram(table: Any, cutoffs: Mapping[str, Fraction | int], *, by: Sequence[str] = (), scale: int = 1) -> Any:
    """Ibis expression: by..., pattern, n, and gap0, square0 ... (decimal) in units of 1/scale and 1/scale**2.

    `scale` makes achievements and cut-offs whole (10 for one decimal); at most 10**9 after that, so that squares fit.
    A NULL achievement makes the pattern NULL: the caller sees those rows as a group of their own.
    """
    values, bits, sums = {}, [], {}
    for at, (name, cutoff) in enumerate(cutoffs.items()):
        bar = Fraction(cutoff) * scale
        if bar.denominator != 1 or bar <= 0:
            raise ValueError(f"{name}: a cut-off must be more than 0 and whole in units of 1/{scale}: {cutoff}")
        column = table[name]
        whole = column.cast("int64") * scale if column.type().is_integer() else (column * scale).round().cast("int64")
        values[f"x{at}"] = whole
    table = table.mutate(**values)
    for at, cutoff in enumerate(cutoffs.values()):
        x, line = table[f"x{at}"], int(Fraction(cutoff) * scale)
        gap = (x < line).ifelse(line - x, 0)
        bits.append(x < line)
        sums[f"gap{at}"] = gap.cast("decimal(38, 0)").sum()
        sums[f"square{at}"] = (gap * gap).cast("decimal(38, 0)").sum()
    return table.group_by(*by, pattern=pattern(bits)).aggregate(n=table.count(), **sums)


@dataclass(frozen=True)
class GapCell:
    """One row of the histogram."""

    group: tuple[Any, ...]
    pattern: int | None
    n: int
    gaps: tuple[int, ...]
    squares: tuple[int, ...]


def gap_cells(told: Any, by: Sequence[str], count: int) -> list[GapCell]:
    """The histogram's Arrow table as cells."""
    return [
        GapCell(
            tuple(row[name] for name in by), row["pattern"], int(row["n"]),
            tuple(int(row[f"gap{at}"] or 0) for at in range(count)),
            tuple(int(row[f"square{at}"] or 0) for at in range(count)),
        )
        for row in told.to_pylist()
    ]  # fmt: skip


def m_alpha(
    cells: Sequence[GapCell],
    cutoffs: Sequence[Fraction | int],
    weighting: Weighting,
    k: Fraction,
    alpha: int,
    *,
    scale: int = 1,
) -> Fraction | None:
    """M0, M1 or M2 (alpha 0, 1, 2) of all cells together; rows without an answer are left out; None without rows."""
    if alpha not in (0, 1, 2):
        raise ValueError(f"alpha is 0, 1 or 2: {alpha}")
    bar, places = weighting.threshold(k), range(len(cutoffs))
    people, total = 0, Fraction(0)
    for cell in cells:
        if cell.pattern is None:
            continue
        people += cell.n
        bits = [cell.pattern >> at & 1 for at in places]
        if sum(part * bit for part, bit in zip(weighting.numerators, bits, strict=True)) < bar:
            continue
        for at in places:
            depth = (cell.n * bits[at], cell.gaps[at], cell.squares[at])[alpha]
            total += weighting.weight(at) * Fraction(depth) / (Fraction(cutoffs[at]) * scale) ** alpha
    return total / people if people else None
