"""A nation in arrays: communes are filled from a pool of templates, block after block, out of core.

What differs from the small way: households are drawn from templates with new incomes, points and days of birth, so a
pattern of answers repeats; quotas, rates and every assumption are the same. docs/algorithms/synth.md says what for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from giamngheo.analysis.synthesis import assumptions as a
from giamngheo.analysis.synthesis.generate import NEVER_BLANK, Plan, lines_of, quotas, villages
from giamngheo.analysis.synthesis.household import THOUSAND, Lines
from giamngheo.analysis.synthesis.quotas import Quota
from giamngheo.analysis.synthesis.templates import AREAS, BLANK, EACH, Arrays, Pool, pool

BLOCK = 150_000  # households worked on at a time
Tell = Callable[[int, int], None]


class Block(NamedTuple):
    """Some communes' households and members as arrays, codes as in `templates`; births hold YYYY0000 where blanked."""

    places: list[Quota]
    at: Any  # number of the place of each household
    household: Arrays
    members: Arrays


def blocks(plan: Plan, tell: Tell = lambda done, total: None) -> Iterator[Block]:
    """Blocks in order of ids; `tell(done, total)` after each."""
    lines = lines_of(plan)
    templates = pool(plan.seed, plan.on.year, lines)
    first = 1
    for number, group in enumerate(_grouped(quotas(plan))):
        rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([plan.seed, number])))
        block = _block(plan, lines, templates, group, first, rng)
        first += len(block.at)
        yield block
        tell(first - 1, plan.households)


def _grouped(found: list[Quota]) -> Iterator[list[Quota]]:
    group: list[Quota] = []
    count = 0
    for quota in found:
        if group and count + quota.households > BLOCK:
            yield group
            group, count = [], 0
        group.append(quota)
        count += quota.households
    if group:
        yield group


def _block(plan: Plan, lines: Lines, templates: Pool, group: list[Quota], first: int, rng: Any) -> Block:
    counts = np.array([quota.households for quota in group])
    at = np.repeat(np.arange(len(group)), counts)
    klass, ethnic = _classes(group, rng)
    area = np.array([AREAS.index(quota.place.area) for quota in group], np.int8)[at]
    chosen = (area.astype(np.int64) * 3 + klass) * EACH + rng.integers(0, EACH, len(at))
    household = {name: column[chosen] for name, column in templates.household.items()}
    household |= _money(rng, lines, area, klass, templates.size[chosen])
    household["household_id"] = np.arange(first, first + len(at), dtype=np.int64)
    household["ethnic_minority"] = ethnic
    within = np.arange(len(at)) - np.repeat(np.cumsum(counts) - counts, counts)
    many = np.array([villages(quota.households) for quota in group])[at]
    household["village"] = within * many // counts[at] + 1
    members = _members(plan, templates, chosen, household["household_id"], rng)
    if plan.missing:
        _blank(rng, household, plan.missing, {*NEVER_BLANK, "household_id", "ethnic_minority", "village"})
        _blank(rng, members, plan.missing, {"household_id", "member_id", "birth"})
        births = _some(rng, len(members["birth"]), plan.missing)
        members["birth"][births] = members["birth"][births] // 10000 * 10000
    return Block(group, at, household, members)


def _classes(group: list[Quota], rng: Any) -> tuple[Any, Any]:
    """Number of the class, and whether of an ethnic minority, in random order within each commune."""
    klass, ethnic = [], []
    for quota in group:
        numbers = np.repeat(np.arange(3, dtype=np.int8), (quota.poor, quota.near_poor, quota.not_poor))
        of = np.concatenate(
            [
                np.arange(count) < share
                for count, share in zip((quota.poor, quota.near_poor, quota.not_poor), quota.ethnic, strict=True)
            ]
        )
        order = rng.permutation(len(numbers))
        klass.append(numbers[order])
        ethnic.append(of[order])
    return np.concatenate(klass), np.concatenate(ethnic).astype(np.int8)


def _money(rng: Any, lines: Lines, area: Any, klass: Any, people: Any) -> Arrays:
    """Incomes by the formula of `household.income`, over arrays."""
    line = np.array([lines.income[name] for name in AREAS])[area]
    chance, low = rng.random(len(area)), rng.random(len(area))
    within = np.maximum(THOUSAND, (line * (0.3 + 0.7 * low**0.6)).astype(np.int64) // THOUSAND * THOUSAND)
    near = line + THOUSAND + (line * 0.5 * low).astype(np.int64) // THOUSAND * THOUSAND
    far = line * 3 // 2 + THOUSAND + (line * 0.5 * low / (1.0 - 0.97 * low)).astype(np.int64) // THOUSAND * THOUSAND
    each = np.where(klass != 2, within, np.where(chance < a.JUST_ABOVE, near, far))
    return {"income_per_person": each, "income_12_months": each * 12 * people}


def _members(plan: Plan, templates: Pool, chosen: Any, ids: Any, rng: Any) -> Arrays:
    sizes = templates.size[chosen]
    number = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    rows = np.repeat(templates.first[chosen], sizes) + number
    members = {name: column[rows] for name, column in templates.members.items()}
    year = members["birth"] // 10000
    births = year * 10000 + rng.integers(1, 13, len(rows)) * 100 + rng.integers(1, 29, len(rows))
    members["birth"] = np.minimum(births, plan.last_birth)
    members["household_id"] = np.repeat(ids, sizes)
    members["member_id"] = members["household_id"] * 100 + number + 1
    return members


def _blank(rng: Any, columns: Arrays, share: float, keep: set[str]) -> None:
    for name in sorted(columns.keys() - keep):
        columns[name][_some(rng, len(columns[name]), share)] = BLANK


def _some(rng: Any, count: int, share: float) -> Any:
    """Places to blank: as many as a binomial draw says."""
    return rng.choice(count, rng.binomial(count, share), replace=False, shuffle=False)
