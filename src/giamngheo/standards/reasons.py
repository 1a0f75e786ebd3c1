"""Why a rule has its value: the part of its tree that decides it, down to answers, thresholds and articles.

A reason is data without sentences, so that a stored verdict stays the same bytes for ever; `telling` puts it in words.
Only what decides is kept: of a conjunction that fails, the parts that fail; of a case, the branches up to that taken.
The terms of "at least n of" are all kept, for they are the list of deprivations.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import msgspec

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import Answers, Value, World, all_of, any_of, evaluate
from giamngheo.standards.release import Entry

Kind = Literal["rule", "all", "some", "at_least", "compare", "answer", "members", "absent", "sum"]


class _Value(msgspec.Struct, frozen=True, omit_defaults=True):
    """A frozen value of a verdict."""


class Threshold(_Value, frozen=True):
    """A number of the law that was compared with; `value` is None where it is absent."""

    concept: str
    value: int | None
    document: str
    article: str = ""
    verified: bool = True


class Input(_Value, frozen=True):
    """An answer, or a value computed from answers, that was read. `member` counts from 0 in the order given.

    `source` says what `name` is: a question, a rule (a score), or a count of members (`members` lists who was counted).
    """

    name: str
    value: bool | int | str | None
    source: Literal["question", "rule", "count"] = "question"
    member: int | None = None
    members: tuple[int, ...] = ()


class Reason(_Value, frozen=True):
    """A part of a rule with its value (None: unknown) and what decided it."""

    kind: Kind
    value: bool | int | str | None
    concept: str = ""
    document: str = ""
    article: str = ""
    verified: bool = True
    op: str = ""
    left: int | None = None
    right: int | None = None
    inputs: tuple[Input, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    members: tuple[int, ...] = ()
    children: tuple[Reason, ...] = ()


def why_rule(name: str, world: World) -> Reason:
    """Why rule `name` has its value; an absent rule gives the article that would say."""
    held = world.standard.held.get(name)
    if held is None:
        return Reason("absent", None, name)
    tree = held.entry.rule
    if tree is None:
        return _cited("absent", None, name, held.entry)
    return _cited("rule", world.rule(name), name, held.entry, children=_why(tree, world, None, None))


def why_member(name: str, world: World, member: int) -> Reason:
    """Why a rule about persons has its value for that member."""
    held = world.standard.held[name]
    tree = held.entry.rule
    if tree is None:
        return _cited("absent", None, name, held.entry)
    person = world.members[member]
    below = _why(tree, world, person, member)
    return _cited("rule", evaluate(tree, world, person), name, held.entry, members=(member,), children=below)


def _cited(
    kind: Kind, value: Value, name: str, entry: Entry, members: tuple[int, ...] = (), children: tuple[Reason, ...] = ()
) -> Reason:
    """A reason with the citation of the entry in force."""
    where, verified = entry.citation, entry.verified
    return Reason(kind, value, name, where.document, where.article, verified, members=members, children=children)


Why = tuple[Reason, ...]


def _why(node: n.AnyNode, world: World, member: Answers | None, index: int | None) -> Why:
    """The reasons that `node` adds to the rule it stands in."""
    return _REASONS.get(type(node), _leaf)(node, world, member, index)


def _deciding(terms: tuple[n.AnyNode, ...], world: World, member: Answers | None, whole: bool) -> list[n.AnyNode]:
    """Of and/or terms those that decide: all where the whole holds by all (`whole`), else the ones that settle it."""
    values = [(term, evaluate(term, world, member)) for term in terms]
    settling = [term for term, value in values if value is (not whole)]
    if settling:
        return settling
    unknown = [term for term, value in values if value is None]
    return unknown or [term for term, _ in values]


def _group(kind: Kind, whole: bool) -> Callable[[Any, World, Answers | None, int | None], Why]:
    def why(node: Any, world: World, member: Answers | None, index: int | None) -> Why:
        terms = _deciding(node.terms, world, member, whole)
        below = tuple(each for term in terms for each in _why(term, world, member, index))
        return below if len(terms) == 1 else (Reason(kind, evaluate(node, world, member), children=below),)

    return why


def _not(node: n.Not, world: World, member: Answers | None, index: int | None) -> Why:
    return _why(node.term, world, member, index)


def _ref(node: n.Ref, world: World, member: Answers | None, index: int | None) -> Why:
    return (why_rule(node.name, world),)


def _absent(node: n.Absent, world: World, member: Answers | None, index: int | None) -> Why:
    return (why_rule(node.concept, world),)


def _at_least(node: n.AtLeast, world: World, member: Answers | None, index: int | None) -> Why:
    below = tuple(each for term in node.terms for each in _why(term, world, member, index))
    sure = sum(evaluate(term, world, member) is True for term in node.terms)
    return (
        Reason(
            "at_least", evaluate(node, world, member), left=sure, right=_whole(evaluate(node.count, world, member)),
            thresholds=_thresholds(node.count, world), children=below,
        ),
    )  # fmt: skip


def _count_true(node: n.CountTrue, world: World, member: Answers | None, index: int | None) -> Why:
    below = tuple(each for term in node.terms for each in _why(term, world, member, index))
    return (Reason("sum", evaluate(node, world, member), children=below),)


def _members(node: n.Any | n.All, world: World, member: Answers | None, index: int | None) -> Why:
    """The members who settle it, each with the answers that do; when nobody does, those whose answer is missing."""
    settles = isinstance(node, n.Any)
    values = [evaluate(node.where, world, person) for person in world.members]
    value = any_of(values) if settles else all_of(values)
    sought = None if value is None else settles
    shown = [each for each, holds in enumerate(values) if holds is sought] if value in (None, settles) else []
    below = tuple(
        Reason("all", values[each], members=(each,), children=_flat(_why(node.where, world, world.members[each], each)))
        for each in shown
    )
    return (Reason("members", value, thresholds=_thresholds(node, world), members=tuple(shown), children=below),)


def _flat(below: Why) -> Why:
    """Parts of which all decide stand directly below the member they are about."""
    return below[0].children if len(below) == 1 and below[0].kind == "all" else below


def _case(node: n.Case, world: World, member: Answers | None, index: int | None) -> Why:
    found: list[Reason] = []
    for branch in node.branches:
        holds = evaluate(branch.when, world, member)
        found.extend(_why(branch.when, world, member, index))
        if holds is None:
            return tuple(found)
        if holds:
            return (*found, *_then(branch.then, world, member, index))
    return (*found, *_then(node.otherwise, world, member, index))


def _then(node: n.AnyNode, world: World, member: Answers | None, index: int | None) -> Why:
    return () if isinstance(node, n.Constant) else _why(node, world, member, index)


def _first_known(node: n.FirstKnown, world: World, member: Answers | None, index: int | None) -> Why:
    for term in node.terms:
        if evaluate(term, world, member) is not None:
            return _why(term, world, member, index)
    return tuple(each for term in node.terms for each in _why(term, world, member, index))


def _leaf(node: n.AnyNode, world: World, member: Answers | None, index: int | None) -> Why:
    """A comparison, an option, an age, an answer, an amount: what was read, and what it was held against."""
    value = evaluate(node, world, member)
    inputs = _inputs(node, world, member, index)
    if not inputs and isinstance(node, n.Constant):
        return ()
    thresholds = _thresholds(node, world)
    below = tuple(why_rule(name, world) for name in world.standard.reading(node).rules)
    if not isinstance(node, n.Compare):
        return (Reason("answer", value, inputs=inputs, thresholds=thresholds, children=below),)
    left, right = (_whole(evaluate(side, world, member)) for side in (node.left, node.right))
    return (
        Reason(
            "compare", value, op=node.op, left=left, right=right, inputs=inputs, thresholds=thresholds, children=below
        ),
    )  # fmt: skip


def _inputs(node: n.AnyNode, world: World, member: Answers | None, index: int | None) -> tuple[Input, ...]:
    match node:
        case n.Field(name):
            return (Input(name, world.household.get(name)),)
        case n.MemberField(name):
            return (Input(name, None if member is None else member.get(name), member=index),)
        case n.Ref(name):
            return (Input(name, world.rule(name), "rule"),)
        case n.Count(where):
            values = [evaluate(where, world, each) for each in world.members]
            unknown = tuple(each for each, holds in enumerate(values) if holds is None)
            counted = unknown or tuple(each for each, holds in enumerate(values) if holds)
            return (
                Input(
                    "members" if isinstance(where, n.Constant) else "", evaluate(node, world), "count", None, counted
                ),
                *(each for who in unknown for each in _missing(where, world, who)),
            )
    return tuple(each for part in n.parts(node) for each in _inputs(part, world, member, index))


def _missing(where: n.AnyNode, world: World, who: int) -> tuple[Input, ...]:
    """The unanswered questions of member `who` in a condition."""
    return tuple(each for each in _inputs(where, world, world.members[who], who) if each.value is None)


def _thresholds(node: n.AnyNode, world: World) -> tuple[Threshold, ...]:
    found = []
    for part in world.standard.reading(node).parameters:
        if (held := world.standard.held.get(part.name)) is not None:
            entry = held.entry
            value = _whole(evaluate(part, world))
            found.append(Threshold(part.name, value, entry.citation.document, entry.citation.article, entry.verified))
    return tuple(found)


def _whole(value: Value) -> int | None:
    return None if value is None else int(value)


_REASONS: dict[type[n.Node], Callable[[Any, World, Answers | None, int | None], Why]] = {
    n.And: _group("all", True), n.Or: _group("some", False), n.Not: _not, n.Ref: _ref, n.Absent: _absent,
    n.AtLeast: _at_least, n.CountTrue: _count_true, n.Any: _members, n.All: _members, n.Case: _case,
    n.FirstKnown: _first_known,
}  # fmt: skip
