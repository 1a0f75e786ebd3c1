"""The frozen nodes of which every rule is made. Engines translate them; nothing here computes.

A node is a value: equal trees are equal, and a tree is its own JSON (`{"node": "and", "terms": [...]}`), which is how
a released standard is kept and how the phone receives it. Values are whole numbers, words (codes of options), true and
false; a missing answer is unknown. The meaning of every kind, unknown included, is the table in
docs/algorithms/standards.md. Shapes are checked on construction (ValueError); types and scopes in `validation`.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Node(msgspec.Struct, frozen=True, tag_field="node", forbid_unknown_fields=True):
    """Base of all kinds; never used itself."""


class Constant(Node, frozen=True, tag="constant"):
    """A whole number, a word, or true/false written in the rule (never a number of the law: that is a Parameter)."""

    value: bool | int | str


class Parameter(Node, frozen=True, tag="parameter"):
    """A dated number of the law, by area where the concept has one; unknown where it is absent."""

    name: str


class Absent(Node, frozen=True, tag="absent"):
    """A rule nobody has seen: always unknown. `concept` names the absence, and with it the text that would give it."""

    concept: str


class Field(Node, frozen=True, tag="field"):
    """An answer about the household."""

    name: str


class MemberField(Node, frozen=True, tag="member_field"):
    """An answer about a member; only inside Any, All, Count, or in a rule about a person."""

    name: str


class Ref(Node, frozen=True, tag="ref"):
    """Another rule of the same standard, by name."""

    name: str


class Compare(Node, frozen=True, tag="compare"):
    """Two whole numbers."""

    op: Literal["<", "<=", ">", ">=", "==", "!="]
    left: AnyNode
    right: AnyNode


class OneOf(Node, frozen=True, tag="one_of"):
    """Whether a word is among the options named."""

    term: AnyNode
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        _some(self.options, "one_of")


class AgeAtLeast(Node, frozen=True, tag="age_at_least"):
    """Whether the birth `term` (YYYYMMDD, or YYYY0000) lies at least `years` completed years before the day judged."""

    term: AnyNode
    years: AnyNode


class Not(Node, frozen=True, tag="not"):
    """The contrary."""

    term: AnyNode


class And(Node, frozen=True, tag="and"):
    """All of the terms."""

    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "and")


class Or(Node, frozen=True, tag="or"):
    """One of the terms at least."""

    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "or")


class AtLeast(Node, frozen=True, tag="at_least"):
    """At least `count` of the terms."""

    count: AnyNode
    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "at_least")


class CountTrue(Node, frozen=True, tag="count_true"):
    """How many of the terms are true."""

    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "count_true")


class Any(Node, frozen=True, tag="any"):
    """Whether the condition holds for one member at least."""

    where: AnyNode


class All(Node, frozen=True, tag="all"):
    """Whether the condition holds for every member."""

    where: AnyNode


class Count(Node, frozen=True, tag="count"):
    """For how many members the condition holds."""

    where: AnyNode


class Add(Node, frozen=True, tag="add"):
    """Sum of whole numbers."""

    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "add")


class Multiply(Node, frozen=True, tag="multiply"):
    """Product of whole numbers."""

    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "multiply")


class Branch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a Case."""

    when: AnyNode
    then: AnyNode


class Case(Node, frozen=True, tag="case"):
    """The value of the first branch that holds; `otherwise` when none does."""

    branches: tuple[Branch, ...]
    otherwise: AnyNode

    def __post_init__(self) -> None:
        _some(self.branches, "case")


class FirstKnown(Node, frozen=True, tag="first_known"):
    """The first term that is known."""

    terms: tuple[AnyNode, ...]

    def __post_init__(self) -> None:
        _some(self.terms, "first_known")


AnyNode = (
    Constant | Parameter | Absent | Field | MemberField | Ref | Compare | OneOf | AgeAtLeast | Not | And | Or | AtLeast
    | CountTrue | Any | All | Count | Add | Multiply | Case | FirstKnown
)  # fmt: skip
KINDS: tuple[type[Node], ...] = AnyNode.__args__


def _some(terms: tuple[object, ...], kind: str) -> None:
    if not terms:
        raise ValueError(f"{kind}: no terms")


def parts(node: Node) -> tuple[AnyNode, ...]:
    """The nodes directly below, in order."""
    match node:
        case Compare(_, left, right):
            return (left, right)
        case OneOf(term, _) | Not(term):
            return (term,)
        case AgeAtLeast(term, years):
            return (term, years)
        case And(terms) | Or(terms) | CountTrue(terms) | Add(terms) | Multiply(terms) | FirstKnown(terms):
            return terms
        case AtLeast(count, terms):
            return (count, *terms)
        case Any(where) | All(where) | Count(where):
            return (where,)
        case Case(branches, otherwise):
            return (*(each for branch in branches for each in (branch.when, branch.then)), otherwise)
    return ()


def walk(node: AnyNode) -> list[AnyNode]:
    """The node and everything below it, above before below."""
    found = [node]
    for each in parts(node):
        found.extend(walk(each))
    return found


def to_json(node: AnyNode) -> bytes:
    """The tree as JSON, the same bytes for equal trees."""
    return msgspec.json.encode(node, order="deterministic")


def from_json(data: bytes) -> AnyNode:
    """The tree again; raises msgspec.ValidationError for anything that is none."""
    tree: AnyNode = msgspec.json.decode(data, type=AnyNode)
    return tree
