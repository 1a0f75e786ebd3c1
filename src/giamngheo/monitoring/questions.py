"""Questions of an inspection as data: codes, of what, words in both languages. Ours; no text seen prescribes any."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`of`: whether it is asked in a village or of a household."""

    code: str
    of: Literal["household", "village"]
    vi: str
    en: str


@cache
def questions() -> tuple[Question, ...]:
    """Every question, in the order asked."""
    text = (files("giamngheo.monitoring") / "data" / "inspection_questions.json").read_bytes()
    return msgspec.json.decode(text, type=tuple[Question, ...])


def asked_of(*, household: bool) -> list[Question]:
    """Those of a household, or those of a village."""
    return [each for each in questions() if each.of == ("household" if household else "village")]
