"""One verdict with its reasons in memory, against a millisecond: what a phone or a screen waits for a household."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from typing import Any

from tests.factories.households import Household, answerable, some_households

from bench.result import Result
from giamngheo import standards
from giamngheo.standards.borderline import borderline
from giamngheo.standards.engines.in_memory import World
from giamngheo.standards.telling import tell
from giamngheo.standards.verdict import encode, judge

ROUNDS, LIMIT = 7, 1.0
POORER = ("poor", "near_poor")
DAY = date(2026, 11, 24)


def _milliseconds(work: Callable[[Household], Any], households: list[Household]) -> float:
    """Mean over the households, least of several rounds."""
    least = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        started = time.perf_counter()
        for each in households:
            work(each)
        least = min(least, time.perf_counter() - started)
    return least * 1000 / len(households)


def run() -> Iterable[Result]:
    """Mean of 100 households of four to seven members within the line: all twelve indicators are computed and told."""
    standard = standards.on(DAY)
    drawn = (
        answerable(standard, each) for each in some_households(standard, "bench", 30_000) if len(each.members) >= 4
    )
    computed = (each for each in drawn if each.answers.get("deprivation_score_typed") is None)
    within = (each for each in computed if judge(standard, each.answers, each.members).household_class in POORER)
    households = list(islice(within, 100))

    def verdict(each: Household) -> Any:
        return encode(judge(standard, each.answers, each.members))

    def told(each: Household) -> Any:
        return tell(judge(standard, each.answers, each.members), standard)

    plain = _milliseconds(lambda each: World(standard, each.answers, each.members).rule("class_by_points"), households)
    near = _milliseconds(lambda each: borderline(standard, each.answers, each.members), households)
    words = _milliseconds(told, households)
    extra = f"the class alone {plain:.2f} ms, told in words {words:.2f} ms, borderline {near:.2f} ms"
    yield Result("verdict with reasons, ms", _milliseconds(verdict, households), LIMIT, extra)
