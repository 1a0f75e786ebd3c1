"""The door for lists, against 2,000 people a second: households from Python values, with keys, index and guards."""

from __future__ import annotations

from collections.abc import Iterator

from bench.register_base import measured
from bench.result import Result

PEOPLE, WANTED = 20_000, 2_000
_PROGRAM = "print(json.dumps(fill(int(sys.argv[1]))))"


def run() -> Iterator[Result]:
    """Wanted people a second / people a second, on each database."""
    for vendor, (people, seconds) in measured(_PROGRAM, PEOPLE):
        rate = people / seconds
        yield Result(f"register_import {vendor}", WANTED / rate, 1, f"{people:,} people, {rate:,.0f} a second")
