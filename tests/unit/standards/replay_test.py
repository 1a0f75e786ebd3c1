"""Verdicts kept on the day a standard was released are given again, byte for byte, for ever.

`python -m tests.unit.standards.replay_test` writes the file of a newly released revision; a file that is there is never
written again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from giamngheo.standards import released
from giamngheo.standards.standard import resolve
from giamngheo.standards.verdict import Record, encode, judge, replay
from tests.factories.households import answerable, some_households

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "verdicts"
PLACES = {
    "vn-2016.1": ((date(2017, 6, 1), ""), (date(2019, 10, 1), ""), (date(2021, 10, 1), "79")),
    "vn-2022.1": (
        (date(2024, 10, 1), ""), (date(2024, 10, 1), "75"), (date(2026, 11, 24), ""), (date(2026, 11, 24), "01"),
    ),
    "vn-2027.1": ((date(2027, 1, 1), ""), (date(2030, 12, 31), "")),
}  # fmt: skip


class Kept(msgspec.Struct):
    """A record and the verdict it gave, as text so that not a space may differ."""

    record: Record
    verdict: str


def kept() -> list[tuple[str, int, Kept]]:
    """Key of the standard, number in its file, record with its verdict."""
    return [
        (file.stem, number, each)
        for file in sorted(FOLDER.glob("*.json"))
        for number, each in enumerate(msgspec.json.decode(file.read_bytes(), type=list[Kept]))
    ]


def _made(key: str) -> Iterator[Kept]:
    release = next(each for each in released() if each.key == key)
    for day, province in PLACES[key]:
        standard = resolve(release, day, province)
        for at, drawn in enumerate(some_households(standard, "replay", 9)):
            each = answerable(standard, drawn)
            method = "points" if at % 2 else "income"
            members = tuple(each.members)
            record = Record(key, day, province, method, each.answers, members)  # type: ignore[arg-type]
            found = judge(standard, each.answers, members, method=method)  # type: ignore[arg-type]
            yield Kept(record, encode(found).decode())


@pytest.mark.parametrize(("key", "number", "each"), kept(), ids=lambda value: value if isinstance(value, str) else "")
def test_kept_verdict_is_given_again_byte_for_byte(key: str, number: int, each: Kept) -> None:
    assert each.record.standard == key
    assert encode(replay(each.record)).decode() == each.verdict


def test_every_released_standard_has_kept_verdicts_of_every_kind() -> None:
    assert {key for key, _, _ in kept()} == {each.key for each in released()}
    classes = {msgspec.json.decode(each.verdict)["household_class"] for _, _, each in kept()}
    assert classes == {"poor", "near_poor", "not_poor", None}


if __name__ == "__main__":
    for name in PLACES:
        path = FOLDER / f"{name}.json"
        if not path.exists():
            path.write_bytes(msgspec.json.format(msgspec.json.encode(list(_made(name))), indent=0) + b"\n")
