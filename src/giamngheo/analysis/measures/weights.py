"""Weights and cut-offs as whole numbers over a common denominator: a household's score is never a float.

Twelve equal weights are 1 over 12; a household with five deprivations scores 5 of 12, and 5 of 12 reaches k = 5/12.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


def share(text: str) -> Fraction:
    """A share from "4/12", "33%", "0.33" or "1", exactly. Raises ValueError for anything else."""
    written = text.strip()
    percent = written.endswith("%")
    try:
        value = Fraction(written.rstrip("%").strip())
    except ZeroDivisionError as error:
        raise ValueError(f"not a share: {text}") from error
    return value / 100 if percent else value


@dataclass(frozen=True)
class Weighting:
    """`numerators[j]` over `denominator` is the weight of `indicators[j]`; they add up to one, whatever was given."""

    indicators: tuple[str, ...]
    numerators: tuple[int, ...]
    denominator: int
    dimensions: tuple[str, ...] = ()  # of each indicator, where weights were given by dimension

    @classmethod
    def of(
        cls, indicators: Sequence[str], shares: Sequence[Fraction | int], dimensions: Sequence[str] = ()
    ) -> Weighting:
        """Weights in proportion to `shares` (0 or more, not all 0). Raises ValueError."""
        if len(indicators) != len(shares) or not indicators:
            raise ValueError(f"{len(shares)} weights for {len(indicators)} indicators")
        if len(set(indicators)) != len(indicators):
            raise ValueError("an indicator is named twice")
        total = sum(shares, Fraction(0))
        if total <= 0 or min(shares) < 0:
            raise ValueError("weights must be 0 or more, and not all 0")
        parts = [Fraction(each) / total for each in shares]
        denominator = math.lcm(*(part.denominator for part in parts))
        numerators = tuple(int(part * denominator) for part in parts)
        return cls(tuple(indicators), numerators, denominator, tuple(dimensions))

    @classmethod
    def equal(cls, indicators: Sequence[str]) -> Weighting:
        return cls.of(indicators, [1] * len(indicators))

    @classmethod
    def by_dimension(
        cls, dimensions: Mapping[str, Sequence[str]], shares: Sequence[Fraction | int] | None = None
    ) -> Weighting:
        """Dimensions share the whole (equally unless `shares`), indicators share their dimension equally."""
        given = shares if shares is not None else [1] * len(dimensions)
        if len(given) != len(dimensions):
            raise ValueError(f"{len(given)} weights for {len(dimensions)} dimensions")
        indicators, parts, names = [], [], []
        for (name, members), part in zip(dimensions.items(), given, strict=True):
            for indicator in members:
                indicators.append(indicator)
                parts.append(Fraction(part) / len(members))
                names.append(name)
        return cls.of(indicators, parts, names)

    def reordered(self, indicators: Sequence[str]) -> Weighting:
        """The same weights in another order of indicators; those it does not name weigh nothing."""
        at = {name: place for place, name in enumerate(self.indicators)}
        if missing := set(self.indicators) - set(indicators):
            raise ValueError(f"not among the indicators: {', '.join(sorted(missing))}")
        numerators = tuple(self.numerators[at[name]] if name in at else 0 for name in indicators)
        known = dict(zip(self.indicators, self.dimensions or ("",) * len(self.indicators), strict=True))
        dimensions = tuple(known.get(name, "") for name in indicators) if self.dimensions else ()
        return Weighting(tuple(indicators), numerators, self.denominator, dimensions)

    def threshold(self, k: Fraction) -> int:
        """The least score, in units of 1/denominator, that reaches k: ceil(k * denominator). Raises ValueError."""
        if not 0 < k <= 1:
            raise ValueError(f"k must be more than 0 and at most 1: {k}")
        return math.ceil(k * self.denominator)

    def weight(self, at: int) -> Fraction:
        return Fraction(self.numerators[at], self.denominator)
