"""Every small slip that could be made in a rule or a number: one comparison, option, term or unit changed at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from giamngheo.standards import nodes as n
from giamngheo.standards.release import Entry
from giamngheo.standards.standard import Standard

_NEAR = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
Slip = tuple[str, n.AnyNode]


class Slipped(NamedTuple):
    """A concept's entry in force and the same entry with one slip."""

    concept: str
    what: str
    right: Entry
    wrong: Entry


def of_standard(standard: Standard) -> Iterator[Slipped]:
    """All slips of the rules and numbers in force."""
    for name, (_, entry) in standard.held.items():
        if entry.rule is not None:
            for what, tree in of_tree(entry.rule):
                yield Slipped(name, what, entry, replace(entry, rule=tree))
        elif entry.number is not None:
            for step in (1, -1):
                yield Slipped(name, f"{step:+}", entry, replace(entry, number=entry.number + step))
        for area, number in (entry.by_area or {}).items():
            for step in (1, -1):
                changed = {**(entry.by_area or {}), area: number + step}
                yield Slipped(name, f"{area} {step:+}", entry, replace(entry, by_area=changed))


def of_tree(node: n.AnyNode) -> Iterator[Slip]:
    """The tree with one slip, at its root or anywhere below."""
    yield from _here(node)
    for field in node.__struct_fields__:
        value = getattr(node, field)
        if isinstance(value, n.Node):
            yield from ((what, replace(node, **{field: each})) for what, each in of_tree(value))  # type: ignore[arg-type]
        elif isinstance(value, tuple):
            for at, part in enumerate(value):
                for what, each in _of_part(part):
                    yield what, replace(node, **{field: (*value[:at], each, *value[at + 1 :])})


def _of_part(part: object) -> Iterator[tuple[str, object]]:
    if isinstance(part, n.Node):
        yield from of_tree(part)  # type: ignore[arg-type]
    elif isinstance(part, n.Branch):
        yield from ((what, replace(part, when=each)) for what, each in of_tree(part.when))
        yield from ((what, replace(part, then=each)) for what, each in of_tree(part.then))


def _here(node: n.AnyNode) -> Iterator[Slip]:
    if isinstance(node, n.Compare) and node.op in _NEAR:
        yield f"{node.op} for {_NEAR[node.op]}", replace(node, op=_NEAR[node.op])
    if isinstance(node, n.OneOf) and len(node.options) > 1:
        for option in node.options:
            yield f"without {option}", replace(node, options=tuple(each for each in node.options if each != option))
    if isinstance(node, n.And | n.Or):
        yield "and for or", (n.Or if isinstance(node, n.And) else n.And)(node.terms)
    if isinstance(node, n.And | n.Or | n.AtLeast | n.CountTrue | n.FirstKnown | n.Add) and len(node.terms) > 1:
        for at in range(len(node.terms)):
            yield f"without term {at}", replace(node, terms=(*node.terms[:at], *node.terms[at + 1 :]))
    if isinstance(node, n.Not):
        yield "without not", node.term
    if isinstance(node, n.Any):
        yield "all for any", n.All(node.where)
    if isinstance(node, n.Constant) and type(node.value) is int:
        yield "one more", n.Constant(node.value + 1)
