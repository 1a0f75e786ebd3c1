"""The programmes of policy credit as cited data, and which of them words of a list mean. docs/algorithms/credit.md."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from giamngheo.foundation.findings import Bilingual
from giamngheo.foundation.text import bare

_BEFORE = re.compile(
    r"^(?:[-+*•]|(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)]|chuong trinh|tin dung|cho vay|vay von|doi voi|ctr?\b\.?)\s*"
)


class CreditProgramme(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One programme; `also`: other spellings of its name, without accents. `cited`: the text that names it."""

    code: str
    name: Bilingual
    cited: str
    verified: bool
    also: tuple[str, ...]


@cache
def programmes() -> dict[str, CreditProgramme]:
    """By code, in the order in which they are shown."""
    text = (files("giamngheo.funds") / "data" / "credit_programmes.yaml").read_text("utf-8")
    rows = [
        CreditProgramme(**{**row, "name": Bilingual(**row["name"]), "also": tuple(row["also"])})
        for row in yaml.safe_load(text)
    ]
    return {each.code: each for each in rows}


def programme_of(words: str) -> CreditProgramme | None:
    """The programme that words of a list, or a code, name; None for one of the bank's own."""
    wanted = bare(words).strip(" .:;")
    while wanted not in _names() and (shorter := _BEFORE.sub("", wanted)) != wanted:
        wanted = shorter
    code = _names().get(wanted)
    return programmes()[code] if code else None


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for each in programmes().values():
        for name in (each.code, each.name.vi, each.name.en, *each.also):
            names.setdefault(bare(name), each.code)
    return names
