"""What came out: movements between classes, who changes and why, what is not known and why, what it costs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from giamngheo.analysis.whatif.judging import KNOWN, Cause, Compared
from giamngheo.analysis.whatif.question import Question, Sides
from giamngheo.analysis.whatif.support import Counts, Prices
from giamngheo.foundation.findings import Bilingual

Cell = tuple[str, str]  # (state today, state then)


class Moves(NamedTuple):
    """Households and people by movement."""

    households: Counter[Cell]
    people: Counter[Cell]

    @classmethod
    def none(cls) -> Moves:
        return cls(Counter(), Counter())


@dataclass
class Outcome:
    """Everything that a command prints and a screen shows. `by` is the column of `groups`, "" for none."""

    question: Question
    sides: Sides
    by: str
    prices: Prices
    moves: Moves = field(default_factory=Moves.none)
    groups: dict[str, Moves] = field(default_factory=dict)
    changes: list[Compared] = field(default_factory=list)
    ways: Counter[tuple[str, str]] = field(default_factory=Counter)  # (side, way)
    layers: Counter[str] = field(default_factory=Counter)  # households by province of `sides.provinces`, "" for others
    unknown: dict[str, Counter[Cause]] = field(default_factory=lambda: {"base": Counter(), "other": Counter()})
    differs: int = 0  # recognised class known, and not what today's answers give
    average: Counter[str] = field(default_factory=Counter)  # households of average living standard, by side
    average_unknown: Cause | None = None
    counts: dict[str, Counts] = field(default_factory=lambda: {"base": Counts(), "other": Counts()})
    assumed: list[Bilingual] = field(default_factory=list)
    unverified: list[Bilingual] = field(default_factory=list)
    rows: dict[str, tuple[int, int]] = field(default_factory=dict)  # by table: rows judged, rows set aside

    @property
    def households(self) -> int:
        return self.moves.households.total()

    @property
    def people(self) -> int:
        return self.moves.people.total()

    def total(self, side: str, state: str, *, people: bool = False) -> int:
        """Households (or people) in a state on one side ("base" or "other")."""
        at = 0 if side == "base" else 1
        counted = self.moves.people if people else self.moves.households
        return sum(count for cell, count in counted.items() if cell[at] == state)

    @property
    def changed(self) -> int:
        """Households whose state is another one then, unknown ones among them."""
        return sum(count for (before, after), count in self.moves.households.items() if before != after)

    def not_known(self, side: str) -> int:
        """Households without a class on that side."""
        at = 0 if side == "base" else 1
        return sum(count for cell, count in self.moves.households.items() if cell[at] not in KNOWN)
