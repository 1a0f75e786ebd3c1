"""Conditions on one member, taken apart so that one look at each answer serves all of them.

A condition becomes alternatives ("one of these holds"), each a conjunction of parts, each part reading one question.
AND
and OR of the three-valued logic distribute over one another, so this changes no value. A part that reads one question
with few different answers needs no engine at all: the reference engine judges each possible answer once.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from giamngheo.standards import nodes as n
from giamngheo.standards.engines.columns import OTHER, Answer
from giamngheo.standards.engines.in_memory import World, evaluate
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard

MOST = 12  # alternatives; a condition that would have more is looked at whole
Alternative = tuple[n.AnyNode, ...]  # all of them hold; none: true


def alternatives(node: n.AnyNode, standard: Standard) -> list[Alternative]:
    """`node` as alternatives of parts; one alternative of one part where it cannot be taken apart."""
    found = [_gathered(parts) for parts in _taken_apart(node, standard)]
    return found if len(found) <= MOST else [(node,)]


def _taken_apart(node: n.AnyNode, standard: Standard) -> list[Alternative]:
    if is_simple(node, standard):
        return [(node,)]
    match node:
        case n.Or(terms):
            return [each for term in terms for each in _taken_apart(term, standard)]
        case n.And(terms):
            choices = [_taken_apart(term, standard) for term in terms]
            size = 1
            for each in choices:
                size *= len(each)
            return [sum(chosen, ()) for chosen in product(*choices)] if size <= MOST else [(node,)]
        case n.Not(n.Not(term)):
            return _taken_apart(term, standard)
        case n.Not(n.And(terms)):
            return _taken_apart(n.Or(tuple(n.Not(term) for term in terms)), standard)
        case n.Not(n.Or(terms)):
            return _taken_apart(n.And(tuple(n.Not(term) for term in terms)), standard)
    return [(node,)]


def _gathered(parts: Alternative) -> Alternative:
    """Parts that read the same question as one part."""
    by_question: dict[str, list[n.AnyNode]] = {}
    rest: list[n.AnyNode] = []
    for part in parts:
        names = reads(part)
        if len(names) == 1:
            by_question.setdefault(min(names), []).append(part)
        else:
            rest.append(part)
    return (*(n.And(tuple(each)) if len(each) > 1 else each[0] for each in by_question.values()), *rest)


def reads(node: n.AnyNode) -> frozenset[str]:
    """Names of the questions about a member that `node` reads."""
    return frozenset(each.name for each in n.walk(node) if isinstance(each, n.MemberField))


def is_simple(node: n.AnyNode, standard: Standard) -> bool:
    """Whether its value hangs on at most one question, whose answers can be gone through one by one."""
    names = reads(node)
    if len(names) > 1 or any(standard.questions[each].kind not in ("yes_no", "option", "birth") for each in names):
        return False
    nodes = n.walk(node)
    if any(isinstance(each, n.Field | n.Ref | n.Any | n.All | n.Count) for each in nodes):
        return False
    return all(not reads(each.years) for each in nodes if isinstance(each, n.AgeAtLeast))


def values(node: n.AnyNode, standard: Standard, answers: Mapping[Answer, Answer]) -> dict[Answer, bool | None]:
    """What a simple node says for each answer: `answers` is {key: answer to judge}."""
    world = World(standard, {}, [])
    (name,) = reads(node) or {""}
    found = {}
    for key, answer in answers.items():
        value = evaluate(node, world, {name: answer})
        found[key] = None if value is None else bool(value)
    return found


def answers_of(question: Question, nodes: list[n.AnyNode], standard: Standard) -> dict[Answer, Answer]:
    """All answers between which `nodes` could tell a difference, by the key that `Columns.lookup` takes."""
    if question.kind == "yes_no":
        found: dict[Answer, Answer] = {True: True, False: False, None: None}
        return found
    if question.kind == "option":
        words: list[Answer] = [*(each.code for each in question.options), OTHER, None]
        return {each: each for each in words}
    cuts = _cuts(nodes, standard)
    births: list[Answer] = [*cuts, max(cuts, default=0) + 1, None]
    return {each: each for each in births}


def _cuts(nodes: list[n.AnyNode], standard: Standard) -> set[int]:
    """Births up to which nothing changes: the day of each age that is asked for, and the year without a day."""
    year, day = divmod(standard.day_number, 10000)
    cuts: set[int] = set()
    for each in (below for node in nodes for below in n.walk(node)):
        if isinstance(each, n.AgeAtLeast):
            years = evaluate(each.years, World(standard, {}, []))
            if years is not None:
                start = (year - int(years)) * 10000
                cuts |= {start - 1, start, start + day}
    return cuts
