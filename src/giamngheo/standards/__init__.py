"""The law as dated, cited data; rules as trees; verdicts with their reasons. Pure: values in, values out.

`on(day, province)` gives the standard in force; `by_key("vn-2022.1", day, province)` the one a verdict was made with,
for ever. `verdict.judge` judges a household. Prose: docs/algorithms/standards.md.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

from giamngheo.standards.release import Release, decode
from giamngheo.standards.standard import Standard, resolve


class NoStandardError(LookupError):
    """No standard is in force on that day, or none has that id; `needs` says which text would give one."""


@cache
def released() -> tuple[Release, ...]:
    """Every released standard, all revisions, oldest first."""
    folder = files("giamngheo.standards") / "released"
    found = [decode(each.read_bytes()) for each in folder.iterdir() if each.name.endswith(".json")]
    return tuple(sorted(found, key=lambda each: (each.periods[0].start, each.revision)))


def newest() -> tuple[Release, ...]:
    """The last revision of every standard, oldest standard first."""
    return tuple({each.id: each for each in released()}.values())


@cache
def on(day: date, province: str = "") -> Standard:
    """The standard in force on `day`, with the layer of `province` (code among the 63 provinces until 30/06/2025).

    Raises NoStandardError for a day before the first or after the last standard.
    """
    for release in newest():
        if release.covers(day):
            return resolve(release, day, province)
    raise NoStandardError(f"no poverty standard is known for {day:%d/%m/%Y}")


@cache
def by_key(key: str, day: date, province: str = "") -> Standard:
    """The standard of a stored verdict: `key` is "vn-2022.1". Raises NoStandardError when there is none."""
    for release in released():
        if release.key == key:
            return resolve(release, day, province)
    raise NoStandardError(f"no poverty standard is called {key}")
