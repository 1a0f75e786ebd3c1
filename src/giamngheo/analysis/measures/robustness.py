"""Whether the order of groups depends on the choice of k or weights: Kendall's tau-b, and pairwise dominance.

M0 is compared as exact fractions, so a tie is a tie. Two groups are in robust order when one has a smaller or equal M0
under every choice, and a smaller one under some.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from giamngheo.analysis.measures.alkire_foster import Result

MOST_GROUPS = 1_000  # pairs grow with the square


def kendall_tau(one: Sequence[Fraction], other: Sequence[Fraction]) -> float | None:
    """Kendall's tau-b of two rankings of the same groups; None where one of them has only ties."""
    agree = disagree = ties_one = ties_other = 0
    for a, b in combinations(range(len(one)), 2):
        first = (one[a] > one[b]) - (one[a] < one[b])
        second = (other[a] > other[b]) - (other[a] < other[b])
        agree += first * second > 0
        disagree += first * second < 0
        ties_one += first == 0 and second != 0
        ties_other += second == 0 and first != 0
    untied = agree + disagree
    below = (untied + ties_one) * (untied + ties_other)
    return (agree - disagree) / math.sqrt(below) if below else None


def dominance(values: Sequence[Sequence[Fraction]]) -> tuple[int, int]:
    """(pairs in robust order, all pairs); `values[choice][group]` is M0."""
    groups = range(len(values[0])) if values else range(0)
    robust = 0
    for a, b in combinations(groups, 2):
        signs = {(choice[a] > choice[b]) - (choice[a] < choice[b]) for choice in values}
        robust += bool(signs - {0}) and not {-1, 1} <= signs
    return robust, math.comb(len(groups), 2)


def agreement(results: Sequence[Result]) -> dict[str, Any] | None:
    """Tau of every choice with the first one, and the share of pairs in the same order under all of them."""
    present = [at for at, group in enumerate(results[0].groups) if group.population]
    if not 1 < len(present) <= MOST_GROUPS:
        return None
    values = [[result.groups[at].M0 or Fraction(0) for at in present] for result in results]
    robust, pairs = dominance(values)
    return {
        "groups": len(present),
        "pairs": pairs,
        "robust_pairs": robust,
        "robust_share": robust / pairs,
        "kendall_tau_b": [kendall_tau(values[0], each) for each in values],
    }
