"""The villages of a commune, found by the names lists give them: "Thôn 3", "thôn 3", "THON 3", "3"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from giamngheo.foundation.text import bare, fold

_WORD = re.compile(r"^(?:thon|ban|to dan pho|khu pho|khu|ap|xom|buon|lang|khoi|tdp)\s+(?=\S)")


def _own(name: str) -> str:
    """The name without the word for village and without accents: "thôn Đông" -> "dong"."""
    return _WORD.sub("", bare(name))


# The exact spelling first; what only looks like a name counts where it is the only one.
_KEYS: Sequence[Callable[[str], str]] = (fold, bare, _own)


class Villages:
    """`find` answers the ids a name may mean: none, one, or several that cannot be told apart."""

    def __init__(self, known: Iterable[tuple[int, str]]) -> None:
        self.names = dict(known)
        self._ids: list[dict[str, list[int]]] = [{} for _ in _KEYS]
        for number, name in self.names.items():
            for ids, key in zip(self._ids, _KEYS, strict=True):
                ids.setdefault(key(name), []).append(number)
        self._found: dict[str, tuple[int, ...]] = {}

    def find(self, name: str) -> tuple[int, ...]:
        """Ids of the villages called that."""
        if name not in self._found:
            hits = (tuple(ids.get(key(name), ())) for ids, key in zip(self._ids, _KEYS, strict=True))
            self._found[name] = next((hit for hit in hits if hit), ())
        return self._found[name]
