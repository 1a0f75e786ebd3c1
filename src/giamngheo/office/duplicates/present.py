"""A pair in the words of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.foundation.findings import Bilingual
from giamngheo.households.births import printed
from giamngheo.households.duplicates.reasons import cautions, reasons_against, reasons_for
from giamngheo.households.duplicates.searching import LIKELY, VERY_LIKELY
from giamngheo.households.models import DuplicatePair, PairState, Person
from giamngheo.office.planning.findings import spoken

_GAPS = (" ", "/")
_PART = re.compile(r"[ /]|[^ /]+")  # words of a name, parts of a day
STATES: Mapping[str, str | Promise] = {
    PairState.SUGGESTED: gettext_lazy("Cần xem"),
    PairState.MERGED: gettext_lazy("Đã gộp"),
    PairState.DISTINCT: gettext_lazy("Không phải một người"),
}


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely a pair is, in three words. `kind`: of its tag."""

    title: str
    kind: str


def likely(probability: float) -> Likely:
    """Very likely, likely, worth a look."""
    if probability >= VERY_LIKELY:
        return Likely(_("rất có thể"), "error")
    return Likely(_("có thể"), "warning") if probability >= LIKELY else Likely(_("nên xem"), "info")


@dataclass(frozen=True, slots=True)
class Row:
    """A pair in a list: each of the two with birth and village, why, how likely."""

    pair: DuplicatePair
    first: str
    second: str
    why: str
    but: str
    likely: Likely


def row(pair: DuplicatePair) -> Row:
    """A pair of `queries.duplicates.pairs_for`."""
    return Row(
        pair, _about(pair.first, pair.first_village), _about(pair.second, pair.second_village),  # type: ignore[attr-defined]
        _sentence(reasons_for(pair.reasons)), _sentence(reasons_against(pair.reasons)), likely(pair.probability),
    )  # fmt: skip


def why(pair: DuplicatePair) -> dict[str, Any]:
    """Why a pair was suggested, for its own page."""
    return {
        "why": _sentence(reasons_for(pair.reasons)),
        "but": _sentence(reasons_against(pair.reasons)),
        "cautions": [spoken(each) for each in cautions(pair.reasons)],
        "likely": likely(pair.probability),
    }


@dataclass(frozen=True, slots=True)
class Said:
    """What one of two entries says: its text, and its words, each with whether the other has another in its place."""

    text: str
    words: tuple[tuple[str, bool], ...]


def said(first: str, second: str) -> tuple[Said, Said]:
    """Two values of one fact, marked where they differ; nothing is marked where one of them is blank."""
    one, other = (_PART.findall(each) for each in (first, second))
    same = _in_place(one, other) if len(one) == len(other) else _in_order(one, other)
    both = bool(first and second)
    return tuple(  # type: ignore[return-value]
        Said(
            "".join(words), tuple((word, both and at not in kept and word not in " /") for at, word in enumerate(words))
        )
        for words, kept in zip((one, other), same, strict=True)
    )


def _in_place(one: list[str], other: list[str]) -> tuple[set[int], set[int]]:
    """Positions of what agrees, of as many words: day with day, month with month."""
    agreed = {at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] == pair[1]}
    return agreed, agreed


def _in_order(one: list[str], other: list[str]) -> tuple[set[int], set[int]]:
    """Positions of what agrees where one has a word more."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return (
        {at for block in blocks for at in range(block.a, block.a + block.size)},
        {at for block in blocks for at in range(block.b, block.b + block.size)},
    )


def _about(person: Person, village: str | None) -> str:
    return ", ".join(each for each in (printed(person.birth), village or "") if each)


def _sentence(words: Iterable[Bilingual]) -> str:
    return ", ".join(spoken(each) for each in words)
