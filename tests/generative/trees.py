"""Random well-formed rules of every kind of node, and a small made-up standard around them.

For properties: `cases()` draws a standard and a household. For vectors: `random_standard(Random(seed))` is the same
standard for the same seed. Trees obey `validation.Checker`; every number, however it is reached, stays within
`LIMIT`, so that no engine has to round or overflow. Shrinks towards small trees.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Literal, NamedTuple

from hypothesis import strategies as st

from giamngheo.standards import nodes as n
from giamngheo.standards.release import Release, Text
from giamngheo.standards.standard import Standard, resolve
from giamngheo.standards.validation import Kind
from tests.factories.households import Household, household
from tests.generative.vocabulary import (
    DAYS,
    MOST,
    PARAMETERS,
    QUESTIONS,
    WORDS,
    absent_rule,
    kind_of,
    number_concept,
    rule_concept,
)  # fmt: skip

Scope = Literal["household", "member", "person"]  # a rule, a condition counted over members, a rule about a person

PERSON = "person"  # the rule about one member
LIMIT = 10**15  # below 2^53, what a browser counts exactly


class Grower:
    """Grows trees by the choices of `random`; `rules` are the kinds of the rules a Ref may name, `most` their sizes."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.rules: dict[str, Kind] = {}
        self.most: dict[str, int] = {}

    def grow(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        """A tree of that kind, at most `depth` levels above its leaves."""
        if depth <= 0 or self.random.random() < 0.1:
            return self.leaf(kind, scope)
        shapes = _SHAPES[kind] + (_OVER_MEMBERS.get(kind, ()) if scope == "household" else ())
        return getattr(self, f"_{self.random.choice(shapes)}")(kind, scope, depth - 1)

    def leaf(self, kind: Kind, scope: Scope) -> n.AnyNode:
        """A tree of one node."""
        found: list[n.AnyNode] = [
            *_constants(kind, self.random),
            *self._answers(kind, scope),
            *self._answers(kind, scope),
        ]
        if kind == "number":
            found += [n.Parameter(name) for name, (_, value) in PARAMETERS.items()
                      if scope == "household" or not isinstance(value, dict)]  # fmt: skip
        if scope != "member":
            found += [n.Ref(name) for name, of in self.rules.items() if of == kind] * 2
            found.append(n.Ref("unseen_rule"))
        return self.random.choice([*found, n.Absent("unseen")])

    def _answers(self, kind: Kind, scope: Scope) -> list[n.AnyNode]:
        fitting = [each for each in QUESTIONS if kind_of(each) == kind]
        found: list[n.AnyNode] = []
        if scope != "member":
            found += [n.Field(each.name) for each in fitting if each.scope == "household"]
        if scope != "household":
            found += [n.MemberField(each.name) for each in fitting if each.scope == "member"]
        return found

    def some(self, kind: Kind, scope: Scope, depth: int, most: int = 4) -> tuple[n.AnyNode, ...]:
        return tuple(self.grow(kind, scope, depth) for _ in range(self.random.randint(1, most)))

    def small(self) -> n.AnyNode:
        """A number as counts and ages are."""
        return self.random.choice(
            [n.Constant(self.random.randint(-1, 4)), n.Parameter("few"), n.Parameter("school_age"),
             n.Parameter("working_age"), n.Parameter("unseen_age")]
        )  # fmt: skip

    def _compare(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        op = self.random.choice(("<", "<=", ">", ">=", "==", "!="))
        return n.Compare(op, self.grow("number", scope, depth), self.grow("number", scope, depth))

    def _one_of(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        term = self.grow("word", scope, depth)
        codes = WORDS
        if isinstance(term, n.Field | n.MemberField):
            codes = next(tuple(each.code for each in q.options) for q in QUESTIONS if q.name == term.name)
        return n.OneOf(term, tuple(self.random.sample(codes, self.random.randint(1, len(codes)))))

    def _age_at_least(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        years = self.small() if self.random.random() < 0.8 else self.grow("number", scope, depth)
        return n.AgeAtLeast(self.grow("birth", scope, depth), years)

    def _not(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.Not(self.grow("truth", scope, depth))

    def _and(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.And(self.some("truth", scope, depth))

    def _or(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.Or(self.some("truth", scope, depth))

    def _at_least(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.AtLeast(self.small(), self.some("truth", scope, depth))

    def _count_true(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.CountTrue(self.some("truth", scope, depth))

    def _any(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.Any(self.grow("truth", "member", depth))

    def _all(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.All(self.grow("truth", "member", depth))

    def _count(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.Count(self.grow("truth", "member", depth))

    def _add(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return self._within(n.Add(self.some("number", scope, depth, 3)))

    def _multiply(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return self._within(n.Multiply(self.some("number", scope, depth, 3)))

    def _within(self, node: n.Add | n.Multiply) -> n.AnyNode:
        """The node, with terms left out until it cannot leave the limit; one term never does."""
        while most(node, self.most) > LIMIT:
            node = type(node)(node.terms[:-1])
        return node

    def _case(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        branches = tuple(
            n.Branch(self.grow("truth", scope, depth), self.grow(kind, scope, depth))
            for _ in range(self.random.randint(1, 3))
        )
        return n.Case(branches, self.grow(kind, scope, depth))

    def _first_known(self, kind: Kind, scope: Scope, depth: int) -> n.AnyNode:
        return n.FirstKnown(self.some(kind, scope, depth))


_SHAPES: dict[str, tuple[str, ...]] = {
    "truth": ("compare", "one_of", "age_at_least", "not", "and", "or", "at_least", "case", "first_known"),
    "number": ("count_true", "add", "multiply", "case", "first_known"),
    "word": ("case", "first_known"),
    "birth": ("case", "first_known"),
}
_OVER_MEMBERS: dict[str, tuple[str, ...]] = {"truth": ("any", "all"), "number": ("count", "count")}


def _constants(kind: Kind, random: Random) -> list[n.AnyNode]:
    match kind:
        case "truth":
            return [n.Constant(random.choice((True, False)))]
        case "number":
            return [n.Constant(random.randint(-2, 40)), n.Constant(random.choice((0, 100, 12, 1_500_000)))]
        case "word":
            return [n.Constant(random.choice(WORDS))]
    return []


def most(node: n.AnyNode, rules: dict[str, int]) -> int:
    """The largest size, without sign, that a number can have; for other kinds, that of numbers given on their way."""
    match node:
        case n.Constant(int(value)):
            return abs(value)
        case n.Parameter(name):
            value = PARAMETERS[name][1]
            return max(value.values()) if isinstance(value, dict) else value or 0
        case n.Field(name) | n.MemberField(name):
            return MOST.get(next(each.kind for each in QUESTIONS if each.name == name), 1)
        case n.Ref(name):
            return rules.get(name, 0)
        case n.CountTrue(terms):
            return len(terms)
        case n.Count():
            return 100
        case n.Add(terms):
            return sum(most(term, rules) for term in terms)
        case n.Multiply(terms):
            product = 1
            for term in terms:
                product *= max(1, most(term, rules))
            return product
        case n.Case(branches, otherwise):
            return max(most(otherwise, rules), *(most(branch.then, rules) for branch in branches))
        case n.FirstKnown(terms):
            return max(most(term, rules) for term in terms)
    return 1


def random_standard(random: Random, depth: int = 4) -> Standard:
    """A made-up standard: four rules, each of which may read those before it, and one rule about a person."""
    grower = Grower(random)
    rules: dict[str, n.AnyNode] = {}
    for at in range(4):
        name, kind = f"rule_{at}", random.choice(_KINDS)
        rules[name] = grower.grow(kind, "household", depth)
        grower.rules[name], grower.most[name] = kind, most(rules[name], grower.most)
    rules[PERSON] = grower.grow("truth", "person", depth)
    return standard_of(rules, random.choice(DAYS))


def standard_of(rules: Mapping[str, n.AnyNode], day: date) -> Standard:
    """The made-up standard that holds these rules on `day`; the rule `person` is about one member."""
    concepts = [number_concept(name, unit, value) for name, (unit, value) in PARAMETERS.items()]
    concepts.append(absent_rule("unseen_rule"))
    concepts += [rule_concept(name, tree, "person_rule" if name == PERSON else "rule") for name, tree in rules.items()]
    return resolve(Release("made-up", 1, Text("Thử", "Trial"), (), (), QUESTIONS, tuple(concepts)), day)


_KINDS: tuple[Kind, ...] = ("truth", "truth", "number", "word")


class Drawn(NamedTuple):
    """A made-up standard and a household before it."""

    standard: Standard
    household: Household


def standards(depth: int = 4) -> st.SearchStrategy[Standard]:
    """Made-up standards whose rules reach every kind of node."""
    return st.randoms(use_true_random=False).map(lambda random: random_standard(random, depth))


def cases(depth: int = 4) -> st.SearchStrategy[Drawn]:
    """A made-up standard with a household."""

    def draw(random: Random) -> Drawn:
        standard = random_standard(random, depth)
        return Drawn(standard, household(standard, random))

    return st.randoms(use_true_random=False).map(draw)
