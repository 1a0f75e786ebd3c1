"""Properties of verdicts over random households of every standard and layer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo import standards
from giamngheo.standards.borderline import borderline
from giamngheo.standards.standard import Standard
from giamngheo.standards.verdict import Verdict, encode, judge
from tests.factories.households import SETTLING, Household, answerable, household

DAYS = (date(2019, 6, 1), date(2021, 6, 1), date(2024, 6, 1), date(2026, 6, 1), date(2028, 6, 1))
STANDARDS = st.builds(standards.on, st.sampled_from(DAYS), st.sampled_from(("", "75", "79")))
METHODS = st.sampled_from(("points", "income"))
RANDOM = st.integers(0, 2**32).map(Random)


def judged(standard: Standard, each: Household, method: Any) -> Verdict:
    return judge(standard, each.answers, each.members, method=method)


def with_gaps(each: Household, random: Random, share: float) -> Household:
    """Without some answers. Those that take precedence over others stay: giving one later may well change a class."""

    def gaps(answers: dict[str, Any]) -> dict[str, Any]:
        left_out = {name for name in answers if name not in SETTLING and random.random() < share}
        return {name: None if name in left_out else value for name, value in answers.items()}

    return Household(gaps(each.answers), [gaps(member) for member in each.members])


@settings(max_examples=300, deadline=None)
@given(STANDARDS, METHODS, RANDOM, st.floats(0.02, 0.6))
def test_answering_more_never_changes_a_class_already_known(
    standard: Standard, method: Any, random: Random, share: float
) -> None:
    whole = answerable(standard, household(standard, random))
    less = judged(standard, with_gaps(whole, random, share), method)
    more = judged(standard, whole, method)
    if less.household_class is not None:
        assert more.household_class == less.household_class
    assert set(less.deprivations) <= set(more.deprivations)


@settings(max_examples=200, deadline=None)
@given(STANDARDS, METHODS, RANDOM)
def test_unknown_class_always_says_what_it_needs(standard: Standard, method: Any, random: Random) -> None:
    found = judged(standard, answerable(standard, household(standard, random)), method)
    if found.household_class is None:
        assert found.missing or found.refusals
    else:
        assert not found.missing
        assert not found.refusals


@settings(max_examples=150, deadline=None)
@given(st.sampled_from((DAYS[0], DAYS[3])).map(standards.on), METHODS, RANDOM)
def test_borderline_names_every_single_answer_that_changes_the_class(
    standard: Standard, method: Any, random: Random
) -> None:
    each = answerable(standard, household(standard, random))
    now = judged(standard, each, method).household_class
    if now is None:
        return
    listed = {
        (change.question, change.member, change.new): change.household_class
        for change in borderline(standard, each.answers, each.members, method=method).changes
    }
    tried = dict(single_changes(standard, each, method, now))
    for key, changed in tried.items():
        assert listed.get(key) == changed, key
    for (question, member, new), changed in listed.items():
        assert judged(standard, _replaced(each, question, member, new), method).household_class == changed


def single_changes(standard: Standard, each: Household, method: Any, now: str) -> Iterator[tuple[Any, str]]:
    """By brute force: every other option and every contrary that gives another known class."""
    for question in standard.release.questions:
        options: list[Any] = [option.code for option in question.options]
        if question.kind == "yes_no":
            options = [True, False]
        places = [None] if question.scope == "household" else range(len(each.members))
        for member in places:
            answers = each.answers if member is None else each.members[member]
            old = answers.get(question.name)
            for new in options if old is not None else ():
                if new != old:
                    found = judged(standard, _replaced(each, question.name, member, new), method).household_class
                    if found is not None and found != now:
                        yield (question.name, member, new), found


def _replaced(each: Household, question: str, member: int | None, value: Any) -> Household:
    if member is None:
        return Household({**each.answers, question: value}, each.members)
    members = [{**answers, question: value} if at == member else answers for at, answers in enumerate(each.members)]
    return Household(each.answers, members)


@pytest.mark.parametrize("seed", range(5))
def test_order_of_answers_does_not_change_a_byte(seed: int) -> None:
    standard = standards.on(DAYS[3])
    each = answerable(standard, household(standard, Random(seed)))
    turned = Household(
        dict(reversed(each.answers.items())), [dict(reversed(member.items())) for member in each.members]
    )
    assert encode(judged(standard, each, "points")) == encode(judged(standard, turned, "points"))
