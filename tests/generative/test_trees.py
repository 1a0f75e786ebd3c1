"""The made-up rules are well-formed, and together reach every kind of node and every outcome."""

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from hypothesis import given

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import Value, World, evaluate
from giamngheo.standards.standard import Standard
from giamngheo.standards.validation import Checker
from tests.factories.households import household
from tests.generative.trees import LIMIT, Drawn, cases, random_standard, standards

TRUTHS = {n.Compare, n.OneOf, n.AgeAtLeast, n.Not, n.And, n.Or, n.AtLeast, n.Any, n.All}
ALWAYS_KNOWN, NEVER_KNOWN = {n.Constant}, {n.Absent}


def checker(standard: Standard) -> Checker:
    numbers = {name: held for name, held in standard.held.items() if held.concept.is_number}
    rules = {name: held.entry.rule for name, held in standard.held.items() if name not in numbers}
    return Checker(standard.questions, {name: held.entry.by_area is not None for name, held in numbers.items()}, rules)


def evaluations(drawn: Drawn) -> Iterator[tuple[n.AnyNode, Value]]:
    """Every node of the standard's rules with its value, once a member where a member is looked at."""
    world = World(drawn.standard, *drawn.household)

    def below(node: n.AnyNode, members: list[dict[str, Value] | None]) -> Iterator[tuple[n.AnyNode, Value]]:
        for member in members:
            yield node, evaluate(node, world, member)
        over = isinstance(node, n.Any | n.All | n.Count)
        for part in n.parts(node):
            yield from below(part, [*drawn.household.members] if over else members)

    for name, tree in drawn.standard.rules.items():
        yield from below(tree, [*drawn.household.members] if name == "person" else [None])


def test_random_rules_reach_every_kind_of_node_and_every_outcome() -> None:
    outcomes: dict[type[n.Node], set[object]] = defaultdict(set)
    random = Random("outcomes")
    for _ in range(300):
        standard = random_standard(random)
        for node, value in evaluations(Drawn(standard, household(standard, random))):
            outcomes[type(node)].add(value if value is None or type(node) in TRUTHS else "known")
    for kind in n.KINDS:
        wanted = {True, False, None} if kind in TRUTHS else {"known", None}
        wanted -= {None} if kind in ALWAYS_KNOWN else {"known"} if kind in NEVER_KNOWN else set()
        assert outcomes[kind] == wanted, kind.__name__


@given(standards())
def test_random_rules_are_well_formed(standard: Standard) -> None:
    check = checker(standard)
    for name in standard.rules:
        kind = check.person(standard.rules[name]) if name == "person" else check.rule(name)
        assert kind in {"truth", "number", "word", "open"}


@given(cases())
def test_random_rules_give_values_of_their_kind_within_the_limit(drawn: Drawn) -> None:
    types = {"truth": bool, "number": int, "word": str, "open": type(None)}
    check = checker(drawn.standard)
    world = World(drawn.standard, *drawn.household)
    for name in drawn.standard.rules.keys() - {"person"}:
        value = world.rule(name)
        assert value is None or type(value) is types[check.rule(name)]
        assert not isinstance(value, int) or abs(value) <= LIMIT


def test_same_seed_gives_the_same_standard() -> None:
    one, other = (random_standard(Random("same")) for _ in range(2))
    assert one.release == other.release
    assert household(one, Random(1)) == household(other, Random(1))
