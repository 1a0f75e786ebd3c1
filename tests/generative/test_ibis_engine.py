"""Whatever the reference engine says of a household, DuckDB and Spark say of a table of households, unknown
included.
"""

from __future__ import annotations

import importlib.util
import shutil
import warnings
from datetime import date
from random import Random
from typing import Any

import ibis
import pytest

from giamngheo import standards
from giamngheo.standards import nodes as n
from giamngheo.standards.engines import ibis as engine
from giamngheo.standards.engines.in_memory import World, evaluate
from giamngheo.standards.standard import Standard
from tests.factories.households import Household, household
from tests.factories.tables import tables
from tests.generative.trees import random_standard

RULES = [f"rule_{at}" for at in range(4)]


@pytest.fixture(scope="module")
def duckdb() -> Any:
    return ibis.duckdb.connect()


@pytest.fixture(scope="session")
def spark() -> Any:
    if importlib.util.find_spec("pyspark") is None or not shutil.which("java"):
        pytest.skip("Spark or Java is not installed: make spark, and apt install openjdk-17-jre-headless")
    from giamngheo.analysis.runners.engines import open_engine

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with open_engine("spark", master="local[2]") as opened:
            yield opened.ibis


def loaded(backend: Any, table: Any) -> Any:
    """The table where the backend reads it."""
    if backend.name == "duckdb":
        return ibis.memtable(table)
    name = ibis.util.gen_name("made_up")
    backend._session.createDataFrame(table).createOrReplaceTempView(name)
    return backend.table(name)


def read(backend: Any, result: Any) -> list[dict[str, Any]]:
    """The rows; from Spark not by way of pandas, which makes floats of whole numbers with gaps."""
    if backend.name == "duckdb":
        return backend.to_pyarrow(result).to_pylist()
    return backend._session.sql(str(backend.compile(result))).toArrow().to_pylist()


def differences(backend: Any, standard: Standard, households: list[Household], rules: list[str]) -> list[tuple]:
    """(household, rule, what the reference says, what the backend says) wherever they differ."""
    told = tables(standard, households)
    result = engine.judged(standard, loaded(backend, told.households), loaded(backend, told.members), rules)
    rows = {row["household_id"]: row for row in read(backend, result)}
    assert len(rows) == len(households)
    found = []
    for at, each in enumerate(households):
        world = World(standard, *each)
        found += [
            (at, name, world.rule(name), rows[at][name]) for name in rules if not same(world.rule(name), rows[at][name])
        ]
    return found


def same(reference: object, told: object) -> bool:
    """1 is not true, and unknown is nothing else."""
    return reference == told and isinstance(reference, bool) == isinstance(told, bool)


def person_differences(backend: Any, standard: Standard, households: list[Household], rule: str) -> list[tuple]:
    told = tables(standard, households)
    table, members = loaded(backend, told.households), loaded(backend, told.members)
    rules = [name for name in engine.reads_of(standard, rule) if name in standard.rules]
    known = engine.judged(standard, table, members, rules) if rules else table.select("household_id")
    beside = table.left_join(known, "household_id").drop("household_id_right")
    result = engine.persons(standard, members, beside, rule).select("member_id", rule)
    rows = {row["member_id"]: row[rule] for row in read(backend, result)}
    everyone = [(each, one) for each in households for one in each.members]
    assert len(rows) == len(everyone)
    expected = [evaluate(standard.rules[rule], World(standard, *each), one) for each, one in everyone]
    return [(at, value, rows[at]) for at, value in enumerate(expected) if not same(value, rows[at])]


def made_up(seed: int, count: int = 40) -> tuple[Standard, list[Household]]:
    random = Random(seed)
    standard = random_standard(random)
    return standard, [household(standard, random) for _ in range(count)]


LAW = [(date(2026, 11, 24), ""), (date(2024, 2, 29), "75"), (date(2025, 12, 31), ""), (date(2018, 6, 1), "")]


@pytest.mark.parametrize(("day", "province"), LAW)
def test_duckdb_agrees_with_the_reference_on_the_law(duckdb: Any, day: date, province: str) -> None:
    assert_agrees_on_the_law(duckdb, day, province, 600)


def assert_agrees_on_the_law(backend: Any, day: date, province: str, count: int) -> None:
    standard = standards.on(day, province)
    random = Random(f"{day} {province}")
    households = [household(standard, random) for _ in range(count)]
    rules = [name for name, held in standard.held.items() if held.concept.unit == "rule" and name in standard.rules]
    assert differences(backend, standard, households, rules) == []
    if "low_income_worker" in standard.rules:
        assert person_differences(backend, standard, households, "low_income_worker") == []


def test_a_condition_too_tangled_to_take_apart_is_looked_at_whole(duckdb: Any) -> None:
    standard, households = made_up(1)
    either = [
        n.Or((n.MemberField("insured"), n.OneOf(n.MemberField("attends"), (code,)))) for code in ("none", "primary")
    ]
    other = [
        n.Or((n.MemberField("working"), n.OneOf(n.MemberField("diploma"), (code,)))) for code in ("none", "primary")
    ]
    for where in (
        n.And((*either, *other)),
        n.Not(n.And((*either, *other))),
        n.Or(tuple(n.And((a, b)) for a in either for b in other)),
    ):
        for over in (n.Any(where), n.All(where), n.Count(where)):
            changed = with_rule(standard, over)
            assert differences(duckdb, changed, households, ["rule_0"]) == []


def test_more_conditions_than_bits_of_one_word(duckdb: Any) -> None:
    standard, households = made_up(2)
    terms = tuple(n.Any(n.AgeAtLeast(n.MemberField("birth"), n.Constant(years))) for years in range(70))
    changed = with_rule(standard, n.CountTrue(terms))
    assert differences(duckdb, changed, households, ["rule_0"]) == []


def with_rule(standard: Standard, tree: n.AnyNode) -> Standard:
    import msgspec

    entry = msgspec.structs.replace(standard.held["rule_0"].entry, rule=tree)
    return standard.changed({"rule_0": entry})


@pytest.mark.spark
def test_spark_agrees_with_the_reference(spark: Any) -> None:
    for seed in range(4):
        standard, households = made_up(seed)
        assert differences(spark, standard, households, RULES) == []
        assert person_differences(spark, standard, households, "person") == []
    for day, province in LAW:
        assert_agrees_on_the_law(spark, day, province, 60)


def test_products_of_numbers_of_the_law_have_room_in_64_bits() -> None:
    """1600 × 1.500.000 fits no 32 bits, in which an engine takes plain literals."""
    from giamngheo.standards.engines.expressions import Scope, expression

    standard = standards.on(date(2026, 11, 24))
    tree = n.Multiply(
        (n.Constant(1600), n.Constant(1_500_000), n.Add((n.Constant(1_500_000_000), n.Constant(1_500_000_000))))
    )
    backend = ibis.duckdb.connect()
    query = backend.compile(expression(tree, Scope(standard), "number").name("told").as_table())
    ((told,),) = backend.con.execute(query).fetchall()
    assert told == 1600 * 1_500_000 * 3_000_000_000
