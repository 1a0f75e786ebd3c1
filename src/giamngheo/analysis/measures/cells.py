"""The count per (group, deprivation pattern): all that Alkire-Foster measures need to know of the data.

Bit j of a pattern says that indicator j is deprived. Made by one pass over the rows (analysis.runners.counting); every
k, weighting and choice of indicators afterwards is algebra on these few cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
DROP, NOT_DEPRIVED, DEPRIVED = "drop", "not-deprived", "deprived"
POLICIES = (DROP, NOT_DEPRIVED, DEPRIVED)


@dataclass(frozen=True)
class Cells:
    """Parallel arrays, one entry a cell; `groups[group[i]]` are the values of `by` of cell i.

    `n` rows; `w` their weights, whole numbers of 1/`weight_scale` (None: every row weighs 1); `w2` the sum of squares
    of those whole numbers. `blank` has bit j set where indicator j had no answer (None: no blanks at all).
    `stratum` and `psu` are numbers from 0 under a survey design; `psu` None there means that every row is its own.
    """

    indicators: tuple[str, ...]
    by: tuple[str, ...]
    groups: tuple[tuple[Any, ...], ...]
    group: Ints
    pattern: Ints
    n: Ints
    blank: Ints | None = None
    w: Ints | None = None
    w2: Floats | None = None
    weight_scale: int = 1
    stratum: Ints | None = None
    psu: Ints | None = None
    strata: int = 0

    @property
    def weights(self) -> Ints:
        return self.n if self.w is None else self.w

    @property
    def rows(self) -> int:
        return int(self.n.sum())

    def where(self, keep: NDArray[np.bool_]) -> Cells:
        """The cells for which `keep` is true."""
        names = ("group", "pattern", "n", "blank", "w", "w2", "stratum", "psu")
        parts = {name: array[keep] for name in names if (array := getattr(self, name)) is not None}
        return replace(self, **parts)


@dataclass(frozen=True)
class Blanks:
    """Rows without an answer, by indicator, and the rows left out for it."""

    by_indicator: dict[str, int]
    policy: dict[str, str]
    left_out: int


def settle_blanks(cells: Cells, policy: Mapping[str, str]) -> tuple[Cells, Blanks]:
    """Apply the policy of each indicator ("drop" where none is named) to rows without an answer.

    drop: the row is not counted. not-deprived, deprived: the answer is taken for 0 or 1. Counts are told in any case.
    """
    chosen = {name: policy.get(name, DROP) for name in cells.indicators}
    if cells.blank is None or not cells.blank.any():
        return replace(cells, blank=None), Blanks({}, chosen, 0)
    counts = {}
    drop = deprived = 0
    for at, name in enumerate(cells.indicators):
        count = int(cells.n[(cells.blank >> at) & 1 == 1].sum())
        if count:
            counts[name] = count
        drop |= (chosen[name] == DROP) << at
        deprived |= (chosen[name] == DEPRIVED) << at
    keep = (cells.blank & drop) == 0
    left_out = int(cells.n[~keep].sum())
    kept = cells.where(keep)
    assert kept.blank is not None  # noqa: S101 - it was there before
    return replace(kept, pattern=kept.pattern | (kept.blank & deprived), blank=None), Blanks(counts, chosen, left_out)


def margin(cells: Cells, columns: Sequence[str]) -> Cells:
    """The same cells grouped by fewer columns: () is everybody together."""
    places = [cells.by.index(name) for name in columns]
    shorter = [tuple(group[at] for at in places) for group in cells.groups]
    groups = tuple(sorted(set(shorter), key=in_order)) or (((),) if not columns else ())
    number = {group: at for at, group in enumerate(groups)}
    to = np.array([number[group] for group in shorter], np.int64)
    return replace(cells, by=tuple(columns), groups=groups, group=to[cells.group] if len(to) else cells.group)


def in_order(group: tuple[Any, ...]) -> tuple[Any, ...]:
    """The key by which groups are put in order: by value, the unknown (None) last."""
    return tuple((value is None, 0 if value is None else value) for value in group)
