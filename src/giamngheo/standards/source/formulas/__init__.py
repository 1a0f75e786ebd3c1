"""The rules as trees of nodes, one concern a file; a concept file names the formula that is in force."""

from __future__ import annotations

from giamngheo.standards.nodes import AnyNode
from giamngheo.standards.source.formulas import (
    average_living,
    classes,
    education,
    employment,
    health,
    housing,
    information,
    scores,
    screening,
    water,
)

_MODULES = (employment, health, education, housing, water, information, scores, classes, average_living, screening)


def formulas() -> dict[str, AnyNode]:
    """Every formula by name; raises ValueError when two files use one name."""
    found: dict[str, AnyNode] = {}
    for module in _MODULES:
        for name, tree in module.FORMULAS.items():
            if name in found:
                raise ValueError(f"two formulas are called {name}")
            found[name] = tree
    return found
