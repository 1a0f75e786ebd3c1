"""B1 scorecards: loaded from the official text by the office, never shipped as law.

Prose: docs/algorithms/scorecards.md. `loading.look(file)` reads one with everything there is to say about it,
`applying.apply(card, standard)` gives a standard that sums by it, `store.keep(folder, card)` keeps it, and
`demonstration()` is the one with invented points.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

from giamngheo.standards.scorecards.card import Scorecard


@cache
def demonstration() -> Scorecard:
    """The card that shows how scorecards work; its title says that its points are invented."""
    from giamngheo.standards.scorecards.loading import load

    with as_file(files("giamngheo.standards.scorecards") / "demonstration.yaml") as file:
        return load(file)
