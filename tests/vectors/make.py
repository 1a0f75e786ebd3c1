"""Writes vectors: made-up households and rules, judged by the reference engine.

python -m tests.vectors.make --kept                            the kept ones, beside this file
python -m tests.vectors.make --out FOLDER [--seed S] [--size N]   N times larger ones, with the exported standards
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import msgspec

from giamngheo.standards import released
from giamngheo.standards.export import export
from giamngheo.standards.standard import Standard, resolve
from tests.factories.households import Household, household, some_households, spoiled
from tests.generative.trees import random_standard, standard_of
from tests.vectors.reading import FOLDER, Asked, Judged, about_persons, judged, told

# First and last days, 29 February, the day a rule came into force and the one before, an ordinary day.
DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2016-01-01", "2020-02-29", "2021-12-31", "2022-01-01", "2024-02-29", "2025-02-23", "2025-02-24", "2025-12-31",
        "2026-02-28", "2026-03-01", "2026-11-24", "2027-01-01", "2028-02-29", "2030-12-31",
    )
)  # fmt: skip
PROVINCES = ("", "75", "79")
KEPT = "kept 8"  # the seed of the kept vectors


def places() -> Iterator[Standard]:
    """Every released standard on the days it is in force, with every layer that changes anything."""
    for release, day in product(released(), DAYS):
        if release.covers(day):
            seen = []
            for province in PROVINCES:
                standard = resolve(release, day, province)
                if standard.held not in seen:
                    seen.append(standard.held)
                    yield standard


def household_groups(seed: str, count: int) -> list[dict[str, object]]:
    """`count` households before each standard of `places`."""
    return [
        {
            "key": standard.key,
            "day": standard.day,
            "province": standard.province,
            **_group(standard, some_households(standard, seed, count)),
        }
        for standard in places()
    ]


def answer_groups(seed: str, count: int) -> list[dict[str, object]]:
    """`count` households on a day of each standard, with answers that cannot stand."""
    groups = []
    for standard in {each.key: each for each in places() if not each.province}.values():
        random = Random(f"{seed} answers {standard.key}")
        asked = [spoiled(standard, household(standard, random), random) for _ in range(count)]
        households = [Asked(*each, told(standard, *each)) for each in asked]
        groups.append({"key": standard.key, "day": standard.day, "households": households})
    return groups


def tree_groups(seed: str, count: int, households: int, depth: int) -> list[dict[str, object]]:
    """`count` made-up standards with `households` each."""
    groups = []
    for at in range(count):
        random = Random(f"{seed} {at}")
        standard = random_standard(random, depth)
        found = [household(standard, random) for _ in range(households)]
        groups.append({"day": standard.day_number, "trees": standard.rules, **_group(standard, found)})
    return groups


def _group(standard: Standard, households: list[Household]) -> dict[str, object]:
    persons = about_persons(standard)
    results: list[Judged] = [judged(standard, each) for each in households]
    return {
        "rules": [name for name in standard.rules if name not in persons],
        "persons": persons,
        "households": results,
    }


def exports() -> dict[str, msgspec.Raw]:
    """The exported standards by "key day province"."""
    return {f"{each.key} {each.day} {each.province}": msgspec.Raw(export(each)) for each in places()}


def write(folder: Path, name: str, content: object) -> None:
    """The content as JSON, a line for each group, so that a change is seen where it is."""
    text = msgspec.json.encode(content).replace(b'{"answers":', b'\n{"answers":')
    (folder / f"{name}.json").write_bytes(text + b"\n")


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", default="")
    parser.add_argument("--size", type=int, default=1)
    asked = parser.parse_args()
    if asked.kept == bool(asked.out):
        parser.error("one of --kept and --out")
    folder = FOLDER if asked.kept else asked.out
    seed = KEPT if asked.kept else asked.seed or f"{Random().getrandbits(32):08x}"
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, "households", {"groups": household_groups(seed, 6 * asked.size)})
    write(folder, "answers", {"groups": answer_groups(seed, 4 * asked.size)})
    base = msgspec.Raw(export(standard_of({}, DAYS[0])))
    write(folder, "trees", {"base": base, "groups": tree_groups(seed, 16 * asked.size, 3, 3)})
    if not asked.kept:
        write(folder, "standards", exports())
    print(f"vectors in {folder}, seed {seed}")  # noqa: T201


if __name__ == "__main__":
    main()
