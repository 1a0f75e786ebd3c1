"""An ethnic group by its name as lists write it: "Kinh", "KINH", "H'Mông", "Ê đê"."""

from __future__ import annotations

import re
from functools import cache

from giamngheo.foundation.text import bare
from giamngheo.households.ethnic_groups import ethnic_groups

_LETTERS = re.compile(r"[^a-z]+")
_ALSO = {"mong": "hmong", "khmer": "khome"}  # other spellings of the same name


def _key(name: str) -> str:
    return _LETTERS.sub("", bare(name))


@cache
def _codes() -> dict[str, str]:
    codes = {_key(name): code for code, name in ethnic_groups().items()}
    return codes | {other: codes[key] for other, key in _ALSO.items() if key in codes}


@cache
def ethnic_group(name: str) -> str:
    """The code of the group, "" for a name nobody knows."""
    return _codes().get(_key(name), "")
