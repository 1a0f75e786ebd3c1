"""From an opened table to measures: check ids, count once, settle blanks, work out every group, k and weighting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from giamngheo.analysis.measures.alkire_foster import Result, measure_sums
from giamngheo.analysis.measures.cardinal import gap_measures
from giamngheo.analysis.measures.cells import Blanks, Cells, margin, settle_blanks
from giamngheo.analysis.measures.survey import Design, Errors
from giamngheo.analysis.measures.totals import Sums
from giamngheo.analysis.measures.weights import Weighting
from giamngheo.analysis.runners.checking import bad_findings, ids_twice
from giamngheo.analysis.runners.counting import count
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.findings import LONE_PSU, MISSING
from giamngheo.analysis.runners.question import Question, Reading, read
from giamngheo.analysis.runners.reading import Opened, require_columns
from giamngheo.foundation.findings import Finding


@dataclass(frozen=True)
class Told:
    """What the data said: cells of counted rows, rows by what became of them, findings."""

    cells: Cells
    blanks: Blanks
    bad: int
    findings: tuple[Finding, ...]
    reading: Reading

    @property
    def read(self) -> int:
        return self.cells.rows + self.blanks.left_out + self.bad


def ask(
    engine: Engine,
    opened: Opened,
    question: Question,
    *,
    policy: Mapping[str, str] | None = None,
) -> Told:
    """Count the rows of a table by group and pattern. Bad rows are told; `checking` writes them.

    `policy` says for each indicator what a row without an answer counts as (measures.cells.POLICIES).
    Raises FindingError (DATA-NO-COLUMN).
    """
    require_columns(opened, question.columns())
    twice, ids = ids_twice(engine, opened, question)
    reading = read(opened, question, twice)
    counted = count(engine, reading)
    findings = opened.findings()
    if counted.bad > len(opened.broken):
        findings += bad_findings(engine, reading, ids)
    cells, blanks = settle_blanks(counted.cells, policy or {})
    for name, missing in blanks.by_indicator.items():
        findings.append(MISSING.at(quote=name, column=name, count=missing, policy=blanks.policy[name]))
    if question.survey and (lone := Design(cells).lone):
        findings.append(LONE_PSU.at(count=lone))
    return Told(cells, blanks, counted.bad, tuple(findings), reading)


@dataclass(frozen=True)
class Margin:
    """Measures grouped by some of the columns; `errors` beside each result under a survey design."""

    by: tuple[str, ...]
    results: tuple[Result, ...]
    errors: tuple[Errors, ...] = ()
    gaps: tuple[list[tuple[Fraction | None, Fraction | None]], ...] = ()  # M1 and M2 of each result's groups


def margins_of(by: Sequence[str]) -> list[tuple[str, ...]]:
    """Everybody; each column alone; all columns together."""
    found: list[tuple[str, ...]] = [()]
    found += [(name,) for name in by]
    if len(by) > 1:
        found.append(tuple(by))
    return found


def measures(
    cells: Cells, weightings: Sequence[Weighting], cutoffs: Sequence[Fraction], *, survey: bool = False
) -> list[Margin]:
    """Every margin of the cells' columns, for each weighting and k, with standard errors under a design."""
    made = []
    for columns in margins_of(cells.by):
        part = cells if columns == cells.by else margin(cells, columns)
        results = tuple(measure_sums(Sums(part), weightings, cutoffs))
        errors: tuple[Errors, ...] = ()
        if survey:
            design = Design(part)
            errors = tuple(design.errors(result.weighting, result.k) for result in results)
        gaps = tuple(gap_measures(part, result) for result in results) if part.bars else ()
        made.append(Margin(columns, results, errors, gaps))
    return made
