"""The picture of a series: values of years, estimates apart, the target, the day the standard changed. Plain numbers
for the template, which draws them; every number stands in the table beside it too."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from giamngheo.monitoring.computing.poverty import STANDARDS_BREAK
from giamngheo.monitoring.queries.reading import Point
from giamngheo.office.monitoring.present import number

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 260, 56, 20, 28, 40


class Chart(NamedTuple):
    """Places in pixels. `lines`: points of each stretch without gap; `cut`: where the standard changed, None: not."""

    dots: list[dict[str, Any]]
    lines: list[str]
    years: list[dict[str, Any]]
    ticks: list[dict[str, Any]]
    target: dict[str, Any] | None
    cut: float | None


def chart(points: Sequence[Point], target: Decimal | None, *, of_poverty: bool) -> Chart | None:
    """None where fewer than two years have a value."""
    values = [each.actual.value for each in points if each.actual.value is not None]
    values += [each.estimate.value for each in points if each.estimate and each.estimate.value is not None]
    if len(values) < 2:
        return None
    low, high = _range([*values, *([target] if target is not None else [])])
    step = (WIDTH - LEFT - RIGHT) / max(len(points) - 1, 1)
    along = {each.year: LEFT + step * at for at, each in enumerate(points)}

    def up(value: Decimal) -> float:
        return round(TOP + float((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM), 1)

    dots, lines, current = [], [], ""
    for each in points:
        if of_poverty and each.year == STANDARDS_BREAK.year and current:
            lines.append(current)
            current = ""
        for given, guess in ((each.actual, False), (each.estimate, True)):
            if given is not None and given.value is not None:
                dots.append({"x": round(along[each.year], 1), "y": up(given.value), "guess": guess,
                             "label": number(given.value, given.decimals), "year": each.year})  # fmt: skip
        if each.actual.value is not None:
            current += f"{along[each.year]:.1f},{up(each.actual.value)} "
        elif current:
            lines.append(current)
            current = ""
    cut = along.get(STANDARDS_BREAK.year) if of_poverty else None
    return Chart(
        dots, [line for line in (*lines, current) if line],
        [{"x": round(x, 1), "year": year} for year, x in along.items()],
        [{"y": up(each), "label": number(each, 2 if high - low < 5 else 0)} for each in (low, (low + high) / 2, high)],
        None if target is None else {"y": up(target), "label": number(target)},
        round(cut - step / 2, 1) if cut is not None and cut > LEFT else None,
    )  # fmt: skip


def _range(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """From nought where that does not flatten the line."""
    low, high = min(values), max(values)
    if low >= 0 and low <= high / 2:
        low = Decimal(0)
    return (low, high) if high > low else (low - 1, high + 1)
