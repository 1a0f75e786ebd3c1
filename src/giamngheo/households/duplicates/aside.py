"""Pairs that score well and are two people all the same. Prose: docs/algorithms/duplicates.md, "Never suggested"."""

from __future__ import annotations

from giamngheo.households.duplicates.engine import Scored
from giamngheo.households.duplicates.records import Record

# Names that differ in letters, or in accents: what twins are called.
_OTHER_LETTERS = frozenset({"middle_other", "surname_other", "spelling", "other"})
_SAME_NUMBER = frozenset({"same", "one_off"})
_ANOTHER_BIRTH = frozenset({"part", "near_year", "other"})


def set_aside(pair: Scored, first: Record, second: Record) -> bool:
    """Whether the two are twins, or parent and child of one name, in one household; or share little but most of a
    number."""
    if pair.levels["name"] == "other" and pair.levels["number"] == "one_off":
        return pair.levels["birth"] != "same"
    if first.household is None or first.household != second.household or pair.levels["number"] in _SAME_NUMBER:
        return False
    return _twins(pair, first, second) or _namesakes(pair, first, second)


def maybe_twins(pair: Scored, first: Record, second: Record) -> bool:
    """Whether an officer is told to think of twins: one household, one day of birth, names that differ in accents."""
    together = first.household is not None and first.household == second.household
    return together and pair.levels["birth"] == "same" and pair.levels["name"] == "other_accents"


def _twins(pair: Scored, first: Record, second: Record) -> bool:
    """One day of birth (or one year, of both only the year), and names that differ in letters; or in accents, and both
    have a number of their own."""
    years = pair.levels["birth"] == "year_only" and first.birth.day is None and second.birth.day is None
    if pair.levels["birth"] != "same" and not years:
        return False
    name = pair.levels["name"]
    return name in _OTHER_LETTERS or (name == "other_accents" and pair.levels["number"] == "other")


def _namesakes(pair: Scored, first: Record, second: Record) -> bool:
    """Two days of birth, both known in full, that no slip of the pen explains."""
    known = first.birth.day is not None and second.birth.day is not None
    return known and pair.levels["birth"] in _ANOTHER_BIRTH
