"""The question put to a commune's list without an engine: read and judged household by household, in plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from giamngheo.analysis.population.plain import MOST, Population, Reading, read
from giamngheo.analysis.synthesis.columns import every_question
from giamngheo.analysis.whatif.asking import ask, begun, read_by
from giamngheo.analysis.whatif.outcome import Outcome
from giamngheo.analysis.whatif.question import Question
from giamngheo.analysis.whatif.support import Prices
from giamngheo.foundation.findings import Finding


def reading(question: Question, by: str = "", mapping: Mapping[str, str] | None = None, *, most: int = MOST,
            quote: bool = True) -> Reading:  # fmt: skip
    """How a list is read for a question. Raises FindingError WHATIF-OPTION."""
    day = question.on.year * 10000 + question.on.month * 100 + question.on.day
    return Reading(every_question(), day, mapping or {}, by, read_by(begun(question, by, Prices())), most, quote)


def ask_list(
    path: Path,
    question: Question,
    *,
    by: str = "",
    prices: Prices = Prices(),  # noqa: B008 frozen
    mapping: Mapping[str, str] | None = None,
    bad_rows: Path | None = None,
) -> tuple[Outcome, list[Finding]]:
    """The outcome, and what there is to say about the list. Raises FindingError."""
    population = read(path, reading(question, by, mapping), bad_rows)
    return answered(population, question, by=by, prices=prices), population.findings


def answered(population: Population, question: Question, *, by: str, prices: Prices) -> Outcome:
    """The outcome of a list that was read."""
    outcome = ask(population.households, question, by=by, prices=prices)
    outcome.rows = {
        name: (population.read[name] - population.set_aside[name], population.set_aside[name])
        for name in population.read
    }
    return outcome
