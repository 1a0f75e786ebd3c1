"""A person as duplicates are looked for: the keys of the name, the parts of the birth, the number, the place.

Prose: docs/algorithms/duplicates.md, "What is compared". A part that is not known is None and is compared with nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from giamngheo.foundation.text import bare, fold, nfc, squeeze
from giamngheo.households.births import is_birth

_NEW_YEAR = 101  # how lists write that only the year is known
_NOT_A_LETTER = re.compile(r"[^\w\s]+")


class Name(NamedTuple):
    """`written`: NFC in lower case; `folded`: tone placement does not count; `bare`: no accents. Of the bare words:
    `core` surname and given name, `tail` everything but the surname (None: no middle name), `turned` the given name
    first; `initials`: of the middle name, None unless it is written in initials."""

    written: str
    folded: str
    bare: str
    unaccented: bool
    surname: str
    given: str
    core: str
    tail: str | None
    turned: str
    middle: tuple[str, ...]
    first_letters: str
    initials: bool


class Birth(NamedTuple):
    """`day`: YYYYMMDD as text, `swapped`: the same with day and month exchanged where that is a day; None: not known.
    `day_month`: MMDD."""

    year: int | None = None
    day: str | None = None
    swapped: str | None = None
    day_month: str | None = None


class Record(NamedTuple):
    """One row for the engine. `number`: a citizen id of 12 or 9 digits; `household`: the one lived in now; `head`: the
    bare name of its head, None of the head's own record."""

    key: int
    name: Name
    sex: str | None
    birth: Birth
    number: str | None
    village: int
    household: int | None = None
    head: str | None = None


def name_of(typed: str) -> Name:
    """The keys of a name: the first word is the surname, the last the given name; a single word is a given name."""
    written = _NOT_A_LETTER.sub(" ", nfc(typed)).lower()
    written = squeeze(written)
    plain = bare(written)
    words = plain.split() or [""]
    surname, given, middle = words[0] if len(words) > 1 else "", words[-1], tuple(words[1:-1])
    return Name(
        written=written,
        folded=fold(written),
        bare=plain,
        unaccented=written == plain,
        surname=surname,
        given=given,
        core=f"{surname} {given}",
        tail=" ".join((*middle, given)) if middle else None,
        turned=" ".join((given, *middle, surname)),
        middle=middle,
        first_letters="".join(word[0] for word in middle),
        initials=bool(middle) and all(len(word) == 1 for word in middle),
    )


def birth_of(birth: int | None) -> Birth:
    """The parts of a birth as it is kept (YYYYMMDD, YYYY0000). 1 January counts as the year alone."""
    if birth is None:
        return Birth()
    year, month_day = divmod(birth, 10_000)
    if month_day in (0, _NEW_YEAR):
        return Birth(year)
    other = year * 10_000 + month_day % 100 * 100 + month_day // 100
    return Birth(year, f"{birth:08}", f"{other:08}" if is_birth(other) else None, f"{month_day:04}")
