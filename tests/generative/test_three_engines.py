"""Python, DuckDB and the browser say the same of every household: random rules, the law, missing answers, all days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from random import Random
from typing import Any

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.standards import newest, on
from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import World, evaluate
from giamngheo.standards.standard import Standard
from tests.factories.households import Household, household
from tests.generative.browser import Browser, Outcome, browser
from tests.generative.test_ibis_engine import RULES, differences, made_up, person_differences, same
from tests.vectors.reading import about_persons

PERIODS = [(period.start, period.end) for release in newest() for period in release.periods]
DAYS = st.one_of([st.dates(start, end) for start, end in PERIODS])
PLACES = st.sampled_from(["", "", "75", "79"])
SEEDS = st.integers(min_value=0)


@pytest.fixture(scope="module")
def engine() -> Iterator[Browser]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def duckdb() -> Any:
    return ibis.duckdb.connect()


def reference(standard: Standard, each: Household) -> Outcome:
    world = World(standard, *each)
    persons = about_persons(standard)
    return Outcome(
        {name: world.rule(name) for name in standard.rules if name not in persons},
        {name: [evaluate(standard.rules[name], world, one) for one in each.members] for name in persons},
    )


def disagreements(engine: Browser, standard: Standard, households: list[Household]) -> list[tuple[Any, ...]]:
    """(household, rule, what the reference says, what the browser says) wherever they differ."""
    found = []
    for at, (each, told) in enumerate(zip(households, engine.judged(standard, households), strict=True)):
        wanted = reference(standard, each)
        assert (wanted.rules.keys(), wanted.persons.keys()) == (told.rules.keys(), told.persons.keys())
        found += [(at, name, value, told.rules[name]) for name, value in wanted.rules.items()
                  if not same(value, told.rules[name])]  # fmt: skip
        for name, values in wanted.persons.items():
            pairs = zip(values, told.persons[name], strict=True)
            found += [(at, name, value, other) for value, other in pairs if not same(value, other)]
    return found


def nodes_of(standard: Standard) -> Counter[type[n.Node]]:
    return Counter(type(each) for each in chain.from_iterable(map(n.walk, standard.rules.values())))


def test_browser_knows_every_kind_of_node(engine: Browser) -> None:
    assert engine.kinds == {kind.__struct_config__.tag for kind in n.KINDS}


def test_three_engines_agree_on_random_rules_of_every_kind_of_node(engine: Browser, duckdb: Any) -> None:
    reached: Counter[type[n.Node]] = Counter()

    @settings(max_examples=12, deadline=None)
    @given(SEEDS)
    def agree(seed: int) -> None:
        standard, households = made_up(seed, 25)
        reached.update(nodes_of(standard))
        assert disagreements(engine, standard, households) == []
        assert differences(duckdb, standard, households, RULES) == []
        assert person_differences(duckdb, standard, households, "person") == []

    agree()
    assert set(n.KINDS) - reached.keys() == set()


def test_browser_agrees_on_many_random_rules(engine: Browser) -> None:
    reached: Counter[type[n.Node]] = Counter()

    @settings(max_examples=150, deadline=None)
    @given(SEEDS)
    def agree(seed: int) -> None:
        standard, households = made_up(seed, 6)
        reached.update(nodes_of(standard))
        assert disagreements(engine, standard, households) == []

    agree()
    assert {kind for kind in n.KINDS if reached[kind] < 5} == set()


@settings(max_examples=6, deadline=None)
@given(DAYS, PLACES, SEEDS)
def test_three_engines_agree_on_the_law_of_any_day(engine: Browser, duckdb: Any, day: date, place: str, seed: int):
    standard, households = of_the_law(day, place, seed, 40)
    rules = [name for name in standard.rules if name not in about_persons(standard)]
    assert disagreements(engine, standard, households) == []
    assert differences(duckdb, standard, households, rules) == []
    for name in about_persons(standard):
        assert person_differences(duckdb, standard, households, name) == []


@settings(max_examples=60, deadline=None)
@given(DAYS, PLACES, SEEDS)
def test_browser_agrees_on_the_law_of_any_day(engine: Browser, day: date, place: str, seed: int) -> None:
    assert disagreements(engine, *of_the_law(day, place, seed, 10)) == []


def of_the_law(day: date, place: str, seed: int, count: int) -> tuple[Standard, list[Household]]:
    standard = on(day, place)
    random = Random(seed)
    return standard, [household(standard, random) for _ in range(count)]
