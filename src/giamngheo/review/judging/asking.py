"""What a form asks: the questions its rule reads, and of each member only what can matter for somebody of that age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from giamngheo.review.judging.laws import RULES, SCREENING, has_rule, sums_by_card
from giamngheo.review.models import RoundKind
from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import World, evaluate
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard

INCOME_TYPED, DEPRIVATION_TYPED = "income_score_typed", "deprivation_score_typed"
BIRTH = "birth"
TOTALS = ("income_12_months", "income_per_person")  # what a sheet may say in one number instead of line by line
_RECEIPTS, _COSTS = "receipts_", "costs_"
_CARD = ("region", "b1_")


class Form(NamedTuple):
    """The questions of a form, each part in the order of the standard. `members[i]`: asked of member i.

    `score`: B1, by card or typed; `home`: about the household.
    """

    score: tuple[Question, ...]
    home: tuple[Question, ...]
    members: tuple[tuple[Question, ...], ...]

    def names(self) -> set[str]:
        """Names of the household's questions."""
        return {each.name for each in (*self.score, *self.home)}


def screening(standard: Standard) -> tuple[Question, ...]:
    """The questions of Phiếu A; none where the standard has no such form."""
    if not has_rule(standard, SCREENING):
        return ()
    return _in_order(standard, standard.reads(SCREENING))


def points_form(standard: Standard, births: Sequence[int | None], *, scores_only: bool = False) -> Form:
    """Phiếu B: every answer, or only the scores of a paper form."""
    rule = RULES[RoundKind.ANNUAL]
    read = standard.reads(rule)
    if scores_only:
        return Form(
            _in_order(standard, {INCOME_TYPED, DEPRIVATION_TYPED}), _in_order(standard, read & {"area"}),
            tuple(() for _ in births),
        )  # fmt: skip
    without = {DEPRIVATION_TYPED} | ({INCOME_TYPED} if sums_by_card(standard) else set())
    asked = [each for each in _in_order(standard, read - without) if each.scope == "household"]
    score = tuple(each for each in asked if _is_score(each.name))
    home = tuple(each for each in asked if not _is_score(each.name))
    return Form(score, home, _members(standard, rule, births, read))


def income_form(standard: Standard, kind: str, births: Sequence[int | None], worker: int | None = None) -> Form:
    """The income sheet: income, area, what the rule itself asks, and of the worker (by place) what it asks of them."""
    rule = RULES[RoundKind(kind)]
    own = standard.reading(standard.rules[rule]).questions if rule in standard.rules else ()
    read = (standard.reads(rule) - standard.reads(RULES[RoundKind.ANNUAL])) | set(own)
    read |= standard.reads(rule) & {"area"}
    asked = _in_order(standard, read)
    people: list[tuple[Question, ...]] = [() for _ in births]
    if worker is not None:
        people[worker] = tuple(each for each in asked if each.scope == "member" and each.name != BIRTH)
    return Form((), tuple(each for each in asked if each.scope == "household"), tuple(people))


class Source(NamedTuple):
    """A line of the income sheet: what came in from a source, and what it cost (None: nothing is asked)."""

    receipts: Question
    costs: Question | None


def sheet(questions: Sequence[Question]) -> tuple[list[Source], list[Question]]:
    """The income sheet's lines among questions, and the other questions."""
    by_name = {each.name: each for each in questions}
    lines = [
        Source(each, by_name.get(each.name.replace(_RECEIPTS, _COSTS, 1)))
        for each in questions
        if each.name.startswith(_RECEIPTS)
    ]
    return lines, [each for each in questions if not each.name.startswith((_RECEIPTS, _COSTS))]


def _is_score(name: str) -> bool:
    return name == INCOME_TYPED or name == _CARD[0] or name.startswith(_CARD[1])


def _in_order(standard: Standard, names: set[str] | frozenset[str]) -> tuple[Question, ...]:
    """The questions of these names as the standard lists them; a scorecard's come in its own order."""
    return tuple(each for each in standard.release.questions if each.name in names)


def _members(
    standard: Standard, rule: str, births: Sequence[int | None], read: frozenset[str]
) -> tuple[tuple[Question, ...], ...]:
    asked = [each for each in _in_order(standard, read) if each.scope == "member"]
    conditions = list(_conditions(standard, rule))
    found = []
    for birth in births:
        wanted = {name for where, names in conditions if _open(where, birth, standard) for name in names}
        wanted = (wanted - {BIRTH}) if birth else wanted | {BIRTH}
        found.append(tuple(each for each in asked if each.name in wanted))
    return tuple(found)


def _conditions(standard: Standard, rule: str) -> Iterator[tuple[n.AnyNode, set[str]]]:
    """Conditions over members below a rule, with the questions each reads."""
    waiting, seen = [rule], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in standard.rules:
            continue
        seen.add(name)
        for node in n.walk(standard.rules[name]):
            if isinstance(node, n.Ref):
                waiting.append(node.name)
            elif isinstance(node, n.Any | n.All | n.Count):
                names = {each.name for each in n.walk(node.where) if isinstance(each, n.MemberField)}
                if names:
                    yield node.where, names


def _open(where: n.AnyNode, birth: int | None, standard: Standard) -> bool:
    """Whether the condition is not settled by the birth alone."""
    member = {BIRTH: birth}
    return evaluate(where, World(standard, {}, [member]), member) is None
