"""Short words in which the formulas are written; each makes one or two nodes."""

from __future__ import annotations

from giamngheo.standards import nodes as n


def number(value: int) -> n.Constant:
    """A whole number that is no number of the law (12 months)."""
    return n.Constant(value)


def member_is(name: str, *options: str) -> n.OneOf:
    """The member's answer `name` is one of `options`."""
    return n.OneOf(n.MemberField(name), options)


def household_is(name: str, *options: str) -> n.OneOf:
    """The household's answer `name` is one of `options`."""
    return n.OneOf(n.Field(name), options)


def aged(at_least: str | None = None, *, below: str | None = None) -> n.AnyNode:
    """The member has completed the age of concept `at_least`, and not yet that of concept `below`."""
    terms: list[n.AnyNode] = []
    if at_least is not None:
        terms.append(n.AgeAtLeast(n.MemberField("birth"), n.Parameter(at_least)))
    if below is not None:
        terms.append(n.Not(n.AgeAtLeast(n.MemberField("birth"), n.Parameter(below))))
    return terms[0] if len(terms) == 1 else n.And(tuple(terms))


def both(*terms: n.AnyNode) -> n.And:
    """All of the terms."""
    return n.And(terms)


def either(*terms: n.AnyNode) -> n.Or:
    """One of the terms at least."""
    return n.Or(terms)


def members() -> n.Count:
    """How many people the household has."""
    return n.Count(n.Constant(True))


def case(*branches: tuple[n.AnyNode, str], otherwise: n.AnyNode) -> n.Case:
    """The class of the first branch that holds."""
    return n.Case(tuple(n.Branch(when, n.Constant(then)) for when, then in branches), otherwise)
