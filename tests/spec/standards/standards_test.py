"""The rulings about households, one test each."""

import importlib
import pkgutil
from collections import Counter

import pytest

from giamngheo.standards.nodes import Absent, Parameter, Ref, walk
from giamngheo.standards.standard import Standard
from tests.spec import standards
from tests.spec.standards.ruling import Ruling, judge

CASES: list[Ruling] = [
    case
    for module in pkgutil.iter_modules(standards.__path__)
    if not module.name.endswith("_test")
    for case in getattr(importlib.import_module(f"tests.spec.standards.{module.name}"), "CASES", ())
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.ruling)
def test_ruling_gives_what_it_says(case: Ruling) -> None:
    given = judge(case)
    assert given == case.gives
    assert type(given) is type(case.gives)  # 1 is not true, and 0 is not false


OPEN = [case for case in CASES if case.gives is None]


@pytest.mark.parametrize("case", [each for each in OPEN if each.settled], ids=lambda case: case.ruling)
def test_missing_answer_alone_kept_it_open(case: Ruling) -> None:
    assert case.then is not None
    assert judge(case, settled=True) == case.then


@pytest.mark.parametrize("case", [each for each in OPEN if each.lacks], ids=lambda case: case.ruling)
def test_refusal_comes_from_what_the_law_lacks(case: Ruling) -> None:
    """The concept named is absent (or did not exist yet) on that day, and the rule asked hangs on it."""
    standard = case.standard()
    held = standard.held.get(case.lacks)
    assert held is None or held.entry.absent is not None
    assert case.lacks in needs(standard, case.rule)


def needs(standard: Standard, name: str) -> set[str]:
    """The concept and everything its rule refers to; the list of indicators where the rule stands for all of them."""
    found = {name}
    for node in walk(standard.rules[name]) if name in standard.rules else ():
        if isinstance(node, Ref):
            found |= needs(standard, node.name)
        elif isinstance(node, Parameter):
            found.add(node.name)
        elif isinstance(node, Absent):
            found.add(node.concept)
    if name == "deprivation_count" and name not in standard.rules:
        found.add("deprivation_indicators")
    return found


def test_refused_ruling_says_what_is_missing() -> None:
    assert not [case.ruling for case in OPEN if not case.settled and not case.lacks]


def test_no_two_rulings_say_the_same() -> None:
    twice = [words for words, count in Counter(case.ruling for case in CASES).items() if count > 1]
    assert twice == []


def test_every_rule_of_the_standard_of_2022_has_a_ruling_both_ways() -> None:
    """Every indicator and every class has a household for which it holds, one for which not, and one that is open."""
    from giamngheo.standards import on
    from tests.spec.standards.ruling import TODAY

    standard = on(TODAY)
    for name in (*standard.indicators, "average_living_standard", "low_income_worker", "to_be_reviewed"):
        values = {case.gives for case in CASES if case.rule == name and case.standard().key == standard.key}
        assert values >= {True, False, None}, name
    classes = {case.gives for case in CASES if case.rule in ("household_class", "class_by_points", "class_by_income")}
    assert classes == {"poor", "near_poor", "not_poor", None}


def test_rulings_are_many() -> None:
    assert len(CASES) >= 120
