"""What moved between two days, line by line. Pure: values in, values out. Prose: docs/algorithms/movements.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

CLASSES = ("poor", "near_poor")
DECREASES = ("became_poor", "became_near_poor", "exited_above", "other_decrease")
INCREASES = ("from_near_poor", "from_poor", "relapsed", "newly", "other_increase")
_BECAME = {"poor": "became_poor", "near_poor": "became_near_poor"}
_FROM = {"poor": "from_poor", "near_poor": "from_near_poor"}
_COUNTS_AS_RELAPSE = {"poor": {"poor"}, "near_poor": {"near_poor", "poor"}}


class Held(NamedTuple):
    """A household with a class at the end of a day. `people`: keys of its members.

    `counted`: its people as a kept closing counted them, where the opening is one; None: as many as `people`.
    """

    village: int
    value: str
    people: frozenset[int]
    counted: int | None = None

    @property
    def number(self) -> int:
        """How many people count."""
        return len(self.people) if self.counted is None else self.counted


class Facts(NamedTuple):
    """What the registers say of a household beside the two days.

    `earlier`: classes held on any day up to the first. `elsewhere`: it had a class on the first day that the opening
    does not count. `taken`: a decision of the period took its class away. `gone`: no household here any more, or its
    class was voided or ended by a correction. `came_with`: the class came with it. `split_from`: classes, on the first
    day, of the household it split from in the period.
    """

    earlier: frozenset[str] = frozenset()
    elsewhere: bool = False
    taken: bool = False
    gone: bool = False
    came_with: bool = False
    split_from: frozenset[str] = frozenset()


class Line(NamedTuple):
    """One household in the movement of one class; the fields of `models.MovementLine`."""

    household: int
    village: int
    of_class: str
    movement: str
    opening: int
    ending: int
    people_opening: int
    people_lost: int
    people_gained: int
    people_ending: int


class Movements(NamedTuple):
    """Every line; `unexplained`: households whose class ended and nothing says why."""

    lines: list[Line]
    unexplained: list[int]


class Balance(NamedTuple):
    """Households and people of one class in one village (or together)."""

    opening: int = 0
    decreases: int = 0
    increases: int = 0
    closing: int = 0
    people_opening: int = 0
    people_decreases: int = 0
    people_increases: int = 0
    people_closing: int = 0

    def plus(self, line: Line) -> Balance:
        """With one line more."""
        down, up = line.movement in DECREASES, line.movement in INCREASES
        added = (
            line.opening, int(down), int(up), line.ending,
            line.people_opening, line.people_lost, line.people_gained, line.people_ending,
        )  # fmt: skip
        return Balance(*map(sum, zip(self, added, strict=True)))

    @property
    def balances(self) -> bool:
        """opening - decreases + increases = closing, for both."""
        households = self.opening - self.decreases + self.increases == self.closing
        return households and self.people_opening - self.people_decreases + self.people_increases == self.people_closing


def movements(before: Mapping[int, Held], after: Mapping[int, Held], facts: Mapping[int, Facts]) -> Movements:
    """Lines of every household that has a class on either day, in the order of their keys."""
    lines: list[Line] = []
    unexplained: list[int] = []
    for household in sorted(before.keys() | after.keys()):
        old, new = before.get(household), after.get(household)
        known = facts.get(household, Facts())
        lines.extend(_lines(household, old, new, known))
        if old is not None and new is None and not (known.taken or known.gone):
            unexplained.append(household)
    return Movements(lines, unexplained)


def _lines(household: int, old: Held | None, new: Held | None, facts: Facts) -> Iterator[Line]:
    if old is not None and new is not None and (old.village, old.value) == (new.village, new.value):
        yield _stayed(household, old, new)
        return
    if old is not None:
        yield _left(household, old, _decrease(old, new, facts))
    if new is not None:
        yield _entered(household, new, _increase(old, new, facts))


def _decrease(old: Held, new: Held | None, facts: Facts) -> str:
    if new is not None:
        return "other_decrease" if new.value == old.value else _BECAME[new.value]
    return "exited_above" if facts.taken else "other_decrease"


def _increase(old: Held | None, new: Held, facts: Facts) -> str:
    if old is not None:
        return "other_increase" if new.value == old.value else _FROM[old.value]
    if facts.elsewhere or facts.came_with or new.value in facts.split_from:
        return "other_increase"
    return "relapsed" if facts.earlier & _COUNTS_AS_RELAPSE[new.value] else "newly"


def _stayed(household: int, old: Held, new: Held) -> Line:
    """Lost and gained by name; what a kept opening counted otherwise than the register says is lost or gained too."""
    learned = old.number - len(old.people)
    lost = len(old.people - new.people) + max(learned, 0)
    gained = len(new.people - old.people) + max(-learned, 0)
    return Line(household, old.village, old.value, "stayed", 1, 1, old.number, lost, gained, len(new.people))


def _left(household: int, old: Held, movement: str) -> Line:
    return Line(household, old.village, old.value, movement, 1, 0, old.number, old.number, 0, 0)


def _entered(household: int, new: Held, movement: str) -> Line:
    return Line(household, new.village, new.value, movement, 0, 1, 0, 0, len(new.people), len(new.people))


def balances(lines: Iterable[Line]) -> dict[tuple[str, int], Balance]:
    """By class and village; a class together is the sum over villages (`together`)."""
    found: dict[tuple[str, int], Balance] = {}
    for line in lines:
        key = line.of_class, line.village
        found[key] = found.get(key, Balance()).plus(line)
    return found


def together(lines: Iterable[Line], of_class: str) -> Balance:
    """One class in all villages."""
    total = Balance()
    for line in lines:
        if line.of_class == of_class:
            total = total.plus(line)
    return total
