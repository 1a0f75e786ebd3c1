"""The pairs of a commune worth an officer's look, each with its reasons as data."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo.households.duplicates import engine
from giamngheo.households.duplicates.aside import maybe_twins, set_aside
from giamngheo.households.duplicates.people import brought_by, people_of

if TYPE_CHECKING:
    from giamngheo.households.models import DuplicateRun

SHOWN, LIKELY, VERY_LIKELY = 0.2, 0.5, 0.9  # probabilities from which a pair is shown, and told in words
_READ, _SCORED = 0.2, 0.9  # parts of the work that are done by then
Said = Callable[[float], None]


class Found(NamedTuple):
    """A pair as it is kept: `first < second`."""

    first: int
    second: int
    weight: float
    probability: float
    reasons: dict[str, Any]


class Search(NamedTuple):
    """What a run found. `people`: numbers of everybody compared; `fresh`: of those it was about, None: of all."""

    people: Collection[int]
    fresh: Collection[int] | None
    pairs: list[Found]


def search(run: DuplicateRun, said: Said = lambda part: None) -> Search:
    """Read the people of the run's commune and score their pairs; nothing is written. `said` hears the part done (0 to
    1) and may raise to stop."""
    said(0.0)
    people = {each.key: each for each in people_of(run.unit)}
    fresh = brought_by(run.change) if run.change is not None else None
    said(_READ)
    pairs = []
    parts = engine.scored(list(people.values()), least=SHOWN, said=lambda part: said(_READ + (_SCORED - _READ) * part))
    for scored in parts:
        first, second = people[scored.first], people[scored.second]
        concerned = fresh is None or scored.first in fresh or scored.second in fresh
        if concerned and not set_aside(scored, first, second):
            cautions = ["twins"] if maybe_twins(scored, first, second) else []
            weights = {name: round(weight, 2) for name, weight in scored.weights.items()}
            reasons = {"levels": dict(scored.levels), "weights": weights, "cautions": cautions}
            pairs.append(Found(scored.first, scored.second, scored.weight, scored.probability, reasons))
    return Search(people.keys(), fresh, pairs)
