"""How near a household stands to another class: distances to the lines, and the single answers that would change it.

Every candidate is the real rule computed again with one answer changed; rules that do not read that answer keep their
value. Days of birth are not varied: they are facts of the register, not judgements of a reviewer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from giamngheo.standards import nodes as n
from giamngheo.standards.answering import near
from giamngheo.standards.engines.in_memory import Answers, Value, World, evaluate
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard
from giamngheo.standards.verdict import Method, PovertyClass


class Distance(msgspec.Struct, frozen=True, omit_defaults=True):
    """A score, an income or a count against a line: `value - line`, so that zero is on it."""

    concept: str
    value: int
    line: int
    distance: int


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One answer that alone would give another class. `member` counts from 0; None: about the household."""

    question: str
    old: bool | int | str
    new: bool | int | str
    household_class: PovertyClass
    member: int | None = None


class Borderline(msgspec.Struct, frozen=True):
    """Distances to every line that could be computed, and every single answer that would change the class."""

    distances: tuple[Distance, ...]
    changes: tuple[Change, ...]


def borderline(
    standard: Standard, household: Answers, members: Sequence[Answers] = (), *, method: Method = "points"
) -> Borderline:
    """Distances and changes of a household whose class is known; without a known class only the distances.

    A missing answer cannot change a class that is known without it, so only given answers are varied.
    """
    world = World(standard, household, members)
    name = f"class_by_{method}"
    now = world.rule(name)
    distances = tuple(_distances(name, world))
    changes = tuple(_changes(name, world)) if now is not None else ()
    return Borderline(distances, changes)


def _rules_below(name: str, standard: Standard) -> dict[str, n.AnyNode]:
    """The rules that rule `name` refers to, itself first."""
    found: dict[str, n.AnyNode] = {}
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each in standard.rules and each not in found:
            found[each] = standard.rules[each]
            waiting.extend(standard.reading(standard.rules[each]).rules)
    return found


def _comparisons(name: str, standard: Standard) -> Iterator[n.Compare]:
    for tree in _rules_below(name, standard).values():
        for node in n.walk(tree):
            if isinstance(node, n.Compare):
                yield node


def _distances(name: str, world: World) -> Iterator[Distance]:
    """A comparison with a line of the law, and a count with its least number; indicators have no line of their own."""
    indicators = set(world.standard.indicators)
    for rule, tree in _rules_below(name, world.standard).items():
        if rule in indicators:
            continue
        for node in n.walk(tree):
            value, line = _sides(node, world)
            lines = world.standard.reading(node).parameters
            if value is not None and line is not None and lines:
                yield Distance(lines[0].name, value, line, value - line)


def _sides(node: n.AnyNode, world: World) -> tuple[int | None, int | None]:
    if isinstance(node, n.Compare):
        left, right = evaluate(node.left, world), evaluate(node.right, world)
    elif isinstance(node, n.AtLeast) and isinstance(node.count, n.Parameter):
        left, right = evaluate(n.CountTrue(node.terms), world), evaluate(node.count, world)
    else:
        return None, None
    return (None if left is None else int(left)), (None if right is None else int(right))


def _changes(name: str, world: World) -> Iterator[Change]:
    now = world.rule(name)
    for question in world.standard.release.questions:
        if question.kind == "birth" or question.name not in world.standard.reads(name):
            continue
        for member, old in _answers(question, world):
            for new in _candidates(question, old, name, world):
                then = _with(question.name, new, member, world).rule(name)
                if then is not None and then != now:
                    yield Change(question.name, old, new, then, member)  # type: ignore[arg-type]
                    if question.kind not in ("option", "yes_no"):
                        break  # the nearest value that does it


def _answers(question: Question, world: World) -> Iterator[tuple[int | None, bool | int | str]]:
    """Where the question is answered: for the household, or for each member."""
    if question.scope == "household":
        value = world.household.get(question.name)
        if value is not None:
            yield None, value
        return
    for index, person in enumerate(world.members):
        value = person.get(question.name)
        if value is not None:
            yield index, value


def _candidates(question: Question, old: Value, name: str, world: World) -> list[bool | int | str]:
    """Other answers worth trying: the other options, the contrary, or the numbers that the form can hold next to where
    a comparison turns (B1 of 140 at 145, not at 141)."""
    if question.kind == "yes_no":
        return [not old]
    if question.kind == "option":
        return [option.code for option in question.options if option.code != old]
    at = int(old or 0)
    edges = {edge for node in _comparisons(name, world.standard) for edge in _edges(node, question.name, world)}
    tried: set[int] = {each for edge in edges for each in near(question, edge)} - {at}
    return [*sorted(tried, key=lambda each: abs(each - at))]


def _edges(node: n.Compare, question: str, world: World) -> Iterator[int]:
    """The other side of a comparison one side of which is the answer itself."""
    for side, other in ((node.left, node.right), (node.right, node.left)):
        if _behind(side, world) == question:
            value = evaluate(other, world)
            if value is not None:
                yield int(value)


def _behind(node: n.AnyNode, world: World) -> str:
    """Name of the household's answer that a node passes on unchanged, empty where it does not."""
    match node:
        case n.Field(name):
            return name
        case n.Ref(name):
            tree = world.standard.rules.get(name)
            return _behind(tree, world) if tree is not None else ""
        case n.FirstKnown(terms):
            known = next((term for term in terms if evaluate(term, world) is not None), None)
            return _behind(known, world) if known is not None else ""
    return ""


def _with(question: str, value: Value, member: int | None, world: World) -> World:
    """The same household with one answer changed; rules that do not read it keep their value."""
    household, members = world.household, world.members
    if member is None:
        household = {**household, question: value}
    else:
        members = [{**person, question: value} if index == member else person for index, person in enumerate(members)]
    changed = World(world.standard, household, members)
    reads = world.standard.reads
    changed.rules = {name: value for name, value in world.rules.items() if question not in reads(name)}
    return changed
