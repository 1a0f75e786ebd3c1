"""Made-up people and households for tests, benchmarks: short lists of common names, thrown together. Nobody exists.

`households(village_ids, random)` is the same for the same state of `random`. Citizen ids are of the right form, with a
province code, and belong to nobody we know of: the six random digits count up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from random import Random

from giamngheo.households.demonstration import invented_household
from giamngheo.households.values import HouseholdRow


def households(village_ids: Sequence[int], random: Random, *, local_codes: str = "T") -> Iterator[HouseholdRow]:
    """Households without end, each in one of the villages, formed in 2010 to 2024, one head each."""
    numbers = count(1)
    for number in count(1):
        formed_on = date(2010, 1, 1) + timedelta(days=random.randrange(15 * 365))
        yield invented_household(random, random.choice(village_ids), formed_on, f"{local_codes}{number:06}", numbers)
