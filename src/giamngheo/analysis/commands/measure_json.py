"""Measures as the JSON object that `giamngheo measure --json` promises.

Shares are floats made by one correctly rounded division of two whole numbers; counts are whole numbers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from giamngheo.analysis.commands.measure_options import Options
from giamngheo.analysis.commands.public import hide_small
from giamngheo.analysis.measures.alkire_foster import Group
from giamngheo.analysis.measures.intervals import interval
from giamngheo.analysis.measures.robustness import agreement
from giamngheo.analysis.measures.survey import Errors, columns_of
from giamngheo.analysis.runners.measuring import Margin, Told

FAMILIES = ("headcount", "censored", "contribution")
SINGLES = ("H", "A", "M0", "vulnerable", "severe")


def shape_of(options: Options, told: Told, margins: Sequence[Margin]) -> dict[str, Any]:
    """The whole object; the overall figures are the groups whose "by" is empty."""
    groups = [shape for margin in margins for shape in _margin(options, told, margin)]
    if options.public:
        hide_small(groups)
    shape: dict[str, Any] = {
        "n": told.cells.rows,
        "rows": {"read": told.read, "counted": told.cells.rows, "bad": told.bad, "missing": told.blanks.left_out},
        "missing": {name: told.blanks.by_indicator.get(name, 0) for name in options.indicators},
        "missing_policy": told.blanks.policy,
        "engine": options.running.engine,
        "weights": [_weights(each.indicators, each.numerators, each.denominator) for each in options.weightings],
    }
    if options.design:
        shape["interval"] = {"method": options.interval, "level": options.level, "errors": "Taylor linearisation"}
    if len(margins) > 1 and len(options.cutoffs) * len(options.weightings) > 1 and not options.public:
        shape["robustness"] = agreement(margins[-1].results)
    shape["groups"] = groups
    # Findings quote the data: in what is published they have no place, and go to stderr instead.
    shape["findings"] = [] if options.public else [finding.as_dict() for finding in told.findings]
    return shape


def _weights(names: Sequence[str], numerators: Sequence[int], denominator: int) -> dict[str, str]:
    return {name: str(Fraction(part, denominator)) for name, part in zip(names, numerators, strict=True)}


def _margin(options: Options, told: Told, margin: Margin) -> list[dict[str, Any]]:
    shapes = []
    for at, result in enumerate(margin.results):
        k_at = at % len(options.cutoffs)
        labels = {"k": options.cutoff_texts[k_at], "k_value": float(result.k), "weighting": at // len(options.cutoffs)}
        rows = [_group(margin.by, group, labels, told.cells.weight_scale, options) for group in result.groups]
        for row, pair in zip(rows, margin.gaps[at] if margin.gaps else (), strict=False):
            row["M1"], row["M2"] = (None if each is None else float(each) for each in pair)
        if margin.errors:
            _add_errors(rows, margin.errors[at], options)
        shapes += rows
    return shapes


def _group(by: Sequence[str], group: Group, labels: dict[str, Any], scale: int, options: Options) -> dict[str, Any]:
    names, population = options.indicators, group.population
    parts, whole = group.weighting.numerators, group.weighting.denominator

    def family(counts: Sequence[int], divisor: int) -> dict[str, float | None]:
        return {name: _over(count, divisor) for name, count in zip(names, counts, strict=True)}

    depths = [part * count for part, count in zip(parts, group.censored, strict=True)]
    return {
        "by": {name: plain(value) for name, value in zip(by, group.by, strict=True)},
        **labels,
        "n": group.n,
        "population": population if scale == 1 else population / scale,
        "poor": group.poor if scale == 1 else group.poor / scale,
        "H": _over(group.poor, population),
        "A": _over(group.score, whole * group.poor),
        "M0": _over(group.score, whole * population),
        "vulnerable": _over(group.vulnerable, population),
        "severe": _over(group.severe, population),
        "headcount": family(group.raw, population),
        "censored": family(group.censored, population),
        "contribution": family(depths, group.score),
        "absolute_contribution": family(depths, whole * population),
    }


def _over(part: int, whole: int) -> float | None:
    """One correctly rounded division of whole numbers; None where nobody is there to divide by."""
    return part / whole if whole else None


def _add_errors(rows: Sequence[dict[str, Any]], errors: Errors, options: Options) -> None:
    freedom = errors.freedom.astype(float)[:, None]
    low, high = interval(options.interval, errors.estimate, errors.error, freedom, options.level)
    for at, row in enumerate(rows):
        row["se"] = _named(errors.names, [_finite(value) for value in errors.error[at].tolist()], options.indicators)
        ends = [_ends(one, other) for one, other in zip(low[at].tolist(), high[at].tolist(), strict=True)]
        row["ci"] = _named(errors.names, ends, options.indicators)
        row["df"] = int(errors.freedom[at])


def _named(names: Sequence[str], values: Sequence[Any], indicators: Sequence[str]) -> dict[str, Any]:
    shape: dict[str, Any] = {name: values[names.index(name)] for name in SINGLES}
    for family in FAMILIES:
        columns = columns_of(names, family)
        shape[family] = {name: values[column] for name, column in zip(indicators, columns, strict=True)}
    return shape


def _ends(low: float, high: float) -> list[float] | None:
    return [low, high] if math.isfinite(low) and math.isfinite(high) else None


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def plain(value: Any) -> Any:
    """A group's value as JSON can hold it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)
