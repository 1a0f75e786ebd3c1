"""M1 and M2: how far below the cut-offs the poor are, for achievements that are numbers. Exact fractions.

M_a is the mean over everybody of sum over j of w_j * ((z_j - x_j)/z_j)**a, of the poor, where x_j < z_j; M0 has a = 0.
One pass sums, for each group and pattern, the gaps z - x and their squares as whole numbers; every k and weighting is
algebra afterwards. Source: Alkire and Foster (2011), cited in alkire_foster.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from giamngheo.analysis.measures.alkire_foster import Result
from giamngheo.analysis.measures.cells import Cells
from giamngheo.analysis.measures.totals import patterns_of, scores


def gap_sums(values: Sequence[Any], bars: Sequence[int], weight: Any = None) -> dict[str, Any]:
    """Ibis aggregates gap0, square0 ...: sums of weight * (bar - value), and of its square, where value < bar."""
    sums = {}
    for at, (value, bar) in enumerate(zip(values, bars, strict=True)):
        gap = (value < bar).ifelse(bar - value, 0).fill_null(0)
        for name, depth in (("gap", gap), ("square", gap * gap)):
            # 19 digits times 19 digits fit the 38 that both engines have.
            whole = depth.cast("decimal(38, 0)") if weight is None else _wide(depth) * _wide(weight)
            sums[f"{name}{at}"] = whole.sum()
    return sums


def _wide(column: Any) -> Any:
    return column.cast("decimal(19, 0)")


def gap_measures(cells: Cells, result: Result) -> list[tuple[Fraction | None, Fraction | None]]:
    """M1 and M2 of every group; None where there is nobody. The cells must carry gaps."""
    if cells.gaps is None or cells.squares is None:
        raise ValueError("these cells carry no gaps")
    weighting = result.weighting
    patterns = patterns_of(cells)
    poor = (scores(patterns.bits, weighting) >= weighting.threshold(result.k))[patterns.at]
    made = []
    for alpha, depths in ((1, cells.gaps), (2, cells.squares)):
        sums = np.zeros((len(cells.groups), len(cells.indicators)), object)
        np.add.at(sums, cells.group[poor], depths[poor])
        shares = [weighting.weight(at) / Fraction(bar) ** alpha for at, bar in enumerate(cells.bars)]
        made.append([sum((int(d) * s for d, s in zip(row, shares, strict=True)), Fraction(0)) for row in sums])
    return [
        (one / group.population, two / group.population) if group.population else (None, None)
        for one, two, group in zip(*made, result.groups, strict=True)
    ]
