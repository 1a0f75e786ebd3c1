"""The packaged register of known legal documents: what the check asks about dates and force. No Django.

Data: data/known_documents.json. Every entry says where its facts were read; `mark` "recalled" means that nobody has
seen them in a source, and such an entry is not `verified`. What is not known is null, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("data") / "known_documents.json"


class KnownDocument(NamedTuple):
    """A document the register knows. `symbol` with number and year: "27/2022/NĐ-CP"."""

    symbol: str
    doc_type: str
    issuer: str
    title: str
    issued: date | None
    effective_from: date | None
    effective_to: date | None
    replaced_by: str
    verified: bool
    citation: str
    note: str = ""


class Known:
    """Known documents by symbol. Bodies of the state only: the symbol of a local body does not name its issuer."""

    def __init__(self, documents: tuple[KnownDocument, ...]) -> None:
        self._by_key: dict[str, list[KnownDocument]] = {}
        for document in documents:
            self._by_key.setdefault(_key(document.symbol), []).append(document)

    @classmethod
    def packaged(cls) -> Known:
        """The register that comes with the program; read on the first question, once per process."""
        return _Lazy()

    def lookup(self, symbol: str, issued: date | None = None) -> KnownDocument | None:
        """The document of that symbol; of several of one symbol the one issued on that day, else None."""
        found = self._by_key.get(_key(symbol), [])
        if len(found) <= 1:
            return found[0] if found else None
        return next((each for each in found if each.issued == issued), None)

    def every(self) -> Iterator[KnownDocument]:
        """All documents, in the order of the file."""
        for found in self._by_key.values():
            yield from found


class _Lazy(Known):
    """Asks the packaged file only when something is looked up: most documents cite little."""

    def __init__(self) -> None:
        super().__init__(())

    def lookup(self, symbol: str, issued: date | None = None) -> KnownDocument | None:
        return load(FILE).lookup(symbol, issued)

    def every(self) -> Iterator[KnownDocument]:
        return load(FILE).every()


def _key(symbol: str) -> str:
    return "".join(symbol.split()).upper()


@cache
def load(file: Path) -> Known:
    """Read a register; raises ValueError for an entry with an unknown or a missing field."""
    import json

    return Known(tuple(_document(entry) for entry in json.loads(file.read_text(encoding="utf-8"))["documents"]))


_FIELDS = frozenset(
    (
        "symbol",
        "doc_type",
        "issuer",
        "title",
        "issued",
        "effective_from",
        "effective_to",
        "replaced_by",
        "mark",
        "citation",
    )
)


def _document(entry: dict[str, str | None]) -> KnownDocument:
    fields = set(entry) - {"note"}
    if fields != _FIELDS or entry["mark"] not in ("seen", "recalled") or not entry["citation"]:
        raise ValueError(f"known document {entry.get('symbol')}: fields {sorted(fields ^ _FIELDS)}, or mark, citation")
    return KnownDocument(
        symbol=str(entry["symbol"]),
        doc_type=str(entry["doc_type"]),
        issuer=str(entry["issuer"]),
        title=str(entry["title"] or ""),
        issued=_day(entry["issued"]),
        effective_from=_day(entry["effective_from"]),
        effective_to=_day(entry["effective_to"]),
        replaced_by=entry["replaced_by"] or "",
        verified=entry["mark"] == "seen",
        citation=str(entry["citation"]),
        note=entry.get("note") or "",
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
