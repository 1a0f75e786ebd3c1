"""Small worlds in which one node is evaluated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import Answers, Value, World, evaluate
from tests.generative.trees import standard_of

T, F, U = n.Constant(True), n.Constant(False), n.Absent("unseen")
DAY = date(2026, 11, 24)


def value(
    node: n.AnyNode,
    household: Answers | None = None,
    members: Sequence[Answers] = (),
    rules: Mapping[str, n.AnyNode] | None = None,
    day: date = DAY,
) -> Value:
    """Value of the node for that household before the made-up standard."""
    return evaluate(node, World(standard_of(rules or {}, day), household or {}, members))
