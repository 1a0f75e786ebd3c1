"""The packaged register of units: what the plan check and the loader ask, without Django and without loading it all.

Data: units.db, built by tools/build_units.py. Opened read-only; every question is an indexed query. Days are inclusive;
`valid_from` None means "before the register begins": the register holds the list as it stood on 30/06/2025, and answers
for earlier days with it (docs/algorithms/territory.md says what that can get wrong).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from giamngheo.foundation.findings import Catalogue, FindingError, Severity
from giamngheo.foundation.text import bare
from giamngheo.territory.names import as_kinds, key, one_edit_apart, split_kind

FILE = Path(__file__).with_name("data") / "units.db"
CATALOGUE = Catalogue("territory")
NOT_BUILT = CATALOGUE.add(
    "TERRITORY-DATA-MISSING",
    Severity.ERROR,
    title=("Thiếu danh mục đơn vị hành chính", "The register of units is missing"),
    message=("Không tìm thấy tệp danh mục đơn vị hành chính {file}.", "The register of units {file} is not there."),
    fixes=(
        ("Chạy `make install` để tạo danh mục.", "Run `make install`, which builds it."),
        ("Cài lại chương trình từ tệp .whl đầy đủ.", "Install the program again from a complete .whl file."),
    ),
)
_COLUMNS = "id, code, level, kind, name, short_name, parent, valid_from, valid_to, lat, lon, area_km2"
_NEWEST_FIRST = "ORDER BY valid_from IS NULL, valid_from DESC, code"
_SHORTEST_MISSPELT = 4  # below four letters nearly every name is one letter from another


# Plain tuples with names: a dataclass costs the plan check two milliseconds at start.
class UnitFact(NamedTuple):
    """A unit as it was between two days. Coordinates: degrees (WGS 84), a point in it; area in km², new units only."""

    id: int
    code: str
    level: str
    kind: str
    name: str
    short_name: str
    parent: int | None
    valid_from: date | None
    valid_to: date | None
    lat: float | None = None
    lon: float | None = None
    area_km2: float | None = None


class ChangeFact(NamedTuple):
    """`old` went into `new` (ids) on a day; kind merged, split, renamed or continued."""

    old: int
    new: int
    kind: str
    on: date
    is_default: bool


class Units:
    """A register in one SQLite file."""

    def __init__(self, file: Path) -> None:
        """Open `file` read-only; raises FindingError TERRITORY-DATA-MISSING when it is not there."""
        if not file.is_file():
            raise FindingError(NOT_BUILT.at(file=file.name))
        # immutable: nobody writes it, so no lock file is made in a folder that may be read-only.
        self._db = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    @classmethod
    def packaged(cls) -> Units:
        """The register that comes with the program, opened once per process."""
        return _packaged(FILE)

    def by_code(self, code: str, on: date | None = None) -> UnitFact | None:
        """The unit that bore `code` on a day; without a day the newest one."""
        return next(iter(self._select("code = ?", (code,), on)), None)

    def search(
        self, name: str, on: date | None = None, kinds: tuple[str, ...] = (), within: str | None = None
    ) -> list[UnitFact]:
        """Units of that name, newest first. "xã Hoằng Phú" finds communes only, "Hoằng Phú" every kind.

        Spellings that mean the same are equal (hoà/hòa, dashes, capitals); another accent is another name: see `near`.
        `kinds`: identifiers or Vietnamese words. `within`: code of a district or province.
        """
        spoken, rest = split_kind(name)
        wanted = _wanted(spoken, kinds)
        found = self._narrowed("folded = ?", (key(rest),), on, wanted, within)
        if not found and spoken:  # the kind word may belong to the name itself
            found = self._narrowed("folded = ?", (key(name),), on, _wanted((), kinds), within)
        return found

    def near(
        self, name: str, on: date | None = None, kinds: tuple[str, ...] = (), within: str | None = None
    ) -> list[UnitFact]:
        """Units whose name is another spelling: the same letters with other accents first (Hoàng Phú → Hoằng Phú),
        then one letter inserted, removed or replaced. Never a unit that `search` finds."""
        spoken, rest = split_kind(name)
        wanted, folded = _wanted(spoken, kinds), key(rest)
        same_letters = self._narrowed("bare = ? AND folded <> ?", (bare(rest), folded), on, wanted, within)
        same_letters.sort(key=lambda unit: not one_edit_apart(folded, key(unit.short_name)))  # one accent before two
        if same_letters or len(folded) < _SHORTEST_MISSPELT or any(char.isdecimal() for char in folded):
            return same_letters
        # One edit leaves either the first or the second half of the name untouched: two index ranges, never a scan.
        half = len(folded) // 2
        head, tail = folded[:half], folded[half:][::-1]
        candidates = self._narrowed(
            "(folded >= ? AND folded < ? OR reversed >= ? AND reversed < ?)",
            (head, _after(head), tail, _after(tail)), on, wanted, within,
        )  # fmt: skip
        return [unit for unit in candidates if one_edit_apart(folded, key(unit.short_name))]

    def parent(self, unit: UnitFact) -> UnitFact | None:
        return None if unit.parent is None else self._by_id(unit.parent)

    def chain(self, unit: UnitFact) -> list[UnitFact]:
        """The units above, nearest first: district and province of an old commune, province of a new one."""
        above: list[UnitFact] = []
        while (up := self.parent(above[-1] if above else unit)) is not None:
            above.append(up)
        return above

    def children(self, unit: UnitFact) -> list[UnitFact]:
        return self._select("parent = ?", (unit.id,), None)

    def successors(self, unit: UnitFact) -> list[UnitFact]:
        """What became of it, the default successor first; none for a unit that still stands or a former district."""
        rows = self._db.execute("SELECT new FROM changes WHERE old = ? ORDER BY is_default DESC, new", (unit.id,))
        return [self._by_id(new) for (new,) in rows.fetchall()]

    def predecessors(self, unit: UnitFact) -> list[UnitFact]:
        """What it was made of, wholly or in part."""
        rows = self._db.execute("SELECT old FROM changes WHERE new = ? ORDER BY is_default DESC, old", (unit.id,))
        return [self._by_id(old) for (old,) in rows.fetchall()]

    def every_unit(self) -> Iterator[UnitFact]:
        """All units, parents before children: for loading a database."""
        return map(_fact, self._db.execute(f"SELECT {_COLUMNS} FROM units ORDER BY id"))  # noqa: S608 own constants

    def every_change(self) -> Iterator[ChangeFact]:
        """All changes: for loading a database."""
        for old, new, kind, on, is_default in self._db.execute("SELECT * FROM changes ORDER BY old, new"):
            yield ChangeFact(old, new, kind, date.fromisoformat(on), bool(is_default))

    def _by_id(self, number: int) -> UnitFact:
        return self._select("id = ?", (number,), None)[0]

    def _narrowed(
        self, where: str, values: tuple[object, ...], on: date | None, kinds: frozenset[str] | None, within: str | None
    ) -> list[UnitFact]:
        found = self._select(where, values, on)
        if kinds is not None:
            found = [unit for unit in found if unit.kind in kinds]
        if within is not None:
            found = [unit for unit in found if any(up.code == within for up in self.chain(unit))]
        return found

    def _select(self, where: str, values: Iterable[object], on: date | None) -> list[UnitFact]:
        days: tuple[str, ...] = ()
        if on is not None:
            where = f"({where}) AND (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?)"
            days = (on.isoformat(), on.isoformat())
        # `where` is always one of the constants above; every value is bound.
        sql = f"SELECT {_COLUMNS} FROM units WHERE {where} {_NEWEST_FIRST}"  # noqa: S608
        return [_fact(row) for row in self._db.execute(sql, (*values, *days)).fetchall()]


@cache
def _packaged(file: Path) -> Units:
    return Units(file)


def _wanted(spoken: tuple[str, ...], kinds: tuple[str, ...]) -> frozenset[str] | None:
    """Kinds both the name and the question allow; None: any."""
    if not kinds:
        return frozenset(spoken) if spoken else None
    return as_kinds(kinds) & frozenset(spoken) if spoken else as_kinds(kinds)


def _after(prefix: str) -> str:
    """The first string that no longer begins with `prefix`."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _fact(row: tuple[object, ...]) -> UnitFact:
    code, level, kind, name, short, parent, begins, ends, *where = row[1:]
    return UnitFact(row[0], code, level, kind, name, short, parent, _day(begins), _day(ends), *where)  # type: ignore[arg-type]


def _day(text: object) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
