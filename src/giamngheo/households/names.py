"""The keys of a name. Prose: docs/algorithms/register.md, "Names"."""

from __future__ import annotations

from typing import NamedTuple

from giamngheo.foundation.alphabet import sortable
from giamngheo.foundation.text import bare, fold, nfc, squeeze

_SORT_KEY = 500  # characters that the column holds; more than any name a person has


class NameKeys(NamedTuple):
    """A name as kept and its keys; field names are the columns of `Person`."""

    full_name: str
    folded_name: str
    bare_name: str
    surname: str
    middle_name: str
    given_name: str
    sort_key: str


def name_keys(typed: str) -> NameKeys:
    """The first word is the surname, the last the given name; a single word is a given name."""
    full = squeeze(nfc(typed))
    words = full.split(" ")
    given, surname = words[-1], words[0] if len(words) > 1 else ""
    middle = " ".join(words[1:-1])
    key = sortable(given, middle, surname)[:_SORT_KEY]
    return NameKeys(full, fold(full), bare(full), surname, middle, given, key)
