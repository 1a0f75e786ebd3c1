"""Build src/giamngheo/territory/data/units.db from the data of the package `vietnamadminunits` (MIT).

    python tools/build_units.py DIR      # DIR: where pip put the package with --target

The package itself is not a dependency (it needs Unidecode, GPL; docs/adr/0002): only its two data files are read.
The result is the same byte for byte from the same input and SQLite. Counts are asserted; a surprise stops the build.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from giamngheo.foundation.text import bare
from giamngheo.territory.names import key, split_kind

TARGET = Path(__file__).resolve().parent.parent / "src" / "giamngheo" / "territory" / "data"
LAST_OLD, FIRST_NEW = "2025-06-30", "2025-07-01"
EXPECTED = {
    ("province", None): 63, ("district", None): 696, ("commune", None): 10_035,
    ("province", FIRST_NEW): 34, ("commune", FIRST_NEW): 3_321,
}  # fmt: skip
LEVELS = ("province", "district", "commune")
SCHEMA = """
CREATE TABLE units (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, level TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  short_name TEXT NOT NULL, parent INTEGER REFERENCES units, valid_from TEXT, valid_to TEXT,
  folded TEXT NOT NULL, reversed TEXT NOT NULL, bare TEXT NOT NULL, lat REAL, lon REAL, area_km2 REAL);
CREATE TABLE changes (
  old INTEGER NOT NULL REFERENCES units, new INTEGER NOT NULL REFERENCES units,
  kind TEXT NOT NULL, changed_on TEXT NOT NULL, is_default INTEGER NOT NULL, PRIMARY KEY (old, new)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX units_code ON units (code);
CREATE INDEX units_parent ON units (parent);
CREATE INDEX units_folded ON units (folded);
CREATE INDEX units_reversed ON units (reversed);
CREATE INDEX units_bare ON units (bare);
CREATE INDEX changes_new ON changes (new);
"""
Row = dict[str, Any]


class Builder:
    """Collects units by a source key, then changes between them, then writes."""

    def __init__(self) -> None:
        self.units: list[Row] = []
        self.by_source: dict[tuple[str, ...], Row] = {}
        self.changes: list[tuple[int, int, str, str, int]] = []

    def unit(self, source: tuple[str, ...], level: str, code: str, name: str, parent: Row | None, row: Row) -> Row:
        if source in self.by_source:
            return self.by_source[source]
        kinds, short = split_kind(name)
        kind = kinds[0] if level == "province" or len(kinds) == 1 else kinds[-1]
        word = name[: len(name) - len(short)].strip()
        old = source[0] == "old"
        unit = {
            "id": len(self.units) + 1, "code": code, "level": level, "kind": kind,
            "name": f"{word.capitalize()} {short}",  # the source writes "Thành Phố Đồng Hới" and "Thành phố Huế"
            "short_name": f"{word.capitalize()} {short}" if short.isdecimal() else short,
            "parent": parent["id"] if parent else None,
            "valid_from": None if old else FIRST_NEW, "valid_to": LAST_OLD if old else None,
            "folded": key(short), "reversed": key(short)[::-1], "bare": bare(short), **row,
        }  # fmt: skip
        self.units.append(unit)
        self.by_source[source] = unit
        return unit

    def change(self, old: Row, new: Row, kind: str, default: bool) -> None:
        self.changes.append((old["id"], new["id"], kind, FIRST_NEW, int(default)))

    def write(self, file: Path) -> None:
        columns = list(self.units[0])
        with sqlite3.connect(file) as db:
            db.executescript(f"PRAGMA page_size=4096; PRAGMA journal_mode=OFF; {SCHEMA}")
            marks = ",".join(f":{column}" for column in columns)
            db.executemany(f"INSERT INTO units ({','.join(columns)}) VALUES ({marks})", self.units)
            db.executemany("INSERT INTO changes VALUES (?,?,?,?,?)", sorted(self.changes))
            db.executescript(INDEXES)
        db = sqlite3.connect(file, isolation_level=None)
        db.execute("ANALYZE")
        db.execute("VACUUM")
        db.close()


def place(row: Row, prefix: str) -> Row:
    return {"lat": row[f"{prefix}Lat"], "lon": row[f"{prefix}Lon"], "area_km2": row.get(f"{prefix}AreaKm2")}


def load_old(builder: Builder, rows: list[Row]) -> None:
    """Provinces, districts, communes until 30/06/2025; five island districts have no commune."""
    for row in sorted(rows, key=lambda r: (r["provinceCode"], r["districtCode"], r["wardCode"] or "")):
        province, district, ward = row["provinceKey"], row["districtKey"], row["wardKey"] or ""
        top = builder.unit(("old", province), "province", row["provinceCode"], row["province"], None,
                           place(row, "province"))  # fmt: skip
        middle = builder.unit(("old", province, district), "district", row["districtCode"], row["district"], top,
                              place(row, "district"))  # fmt: skip
        if ward:
            builder.unit(("old", province, district, ward), "commune", row["wardCode"], row["ward"], middle,
                         place(row, "ward"))  # fmt: skip


def load_new(builder: Builder, rows: list[Row]) -> None:
    """Provinces and communes from 01/07/2025. The kind is read from the name: four `wardType` cells contradict it."""
    for row in sorted(rows, key=lambda r: (r["provinceCode"], r["wardCode"])):
        province = row["provinceKey"]
        top = builder.unit(("new", province), "province", row["provinceCode"], row["province"], None,
                           place(row, "province"))  # fmt: skip
        builder.unit(
            ("new", province, row["wardKey"]), "commune", row["wardCode"], row["ward"], top, place(row, "ward")
        )


def successors(converter: Row) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], bool]]]:
    """Source key of each old unit → its new units with "is the default"."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
    for new, olds in converter["DICT_PROVINCE"].items():
        for old in olds:
            found["old", old].append((("new", new), True))
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in communes.items():
            for old in olds:
                found["old", *(part for part in old.split("_") if part)].append((("new", province, new), True))
    for province, communes in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in communes.items():
            for new in news:
                target = ("new", province, new["newWardKey"])
                found["old", *old.split("_")].append((target, bool(new["isDefaultNewWard"])))
    return found


def connect(builder: Builder, crosswalk: dict[tuple[str, ...], list[tuple[tuple[str, ...], bool]]]) -> None:
    """Changes with their kinds; stops when a unit has no way forward or back, or a split has not one default."""
    came_from: Counter[tuple[str, ...]] = Counter(new for news in crosswalk.values() for new, _ in news)
    for source, news in sorted(crosswalk.items()):
        old = builder.by_source[source]
        if sum(default for _, default in news) != 1:
            raise SystemExit(f"not exactly one default successor: {source}")
        for target, default in sorted(news):
            new = builder.by_source[target]
            if len(news) > 1:
                kind = "split"
            elif came_from[target] > 1:
                kind = "merged"
            else:
                kind = "continued" if (old["kind"], old["folded"]) == (new["kind"], new["folded"]) else "renamed"
            builder.change(old, new, kind, default)
    lost = [u["name"] for s, u in builder.by_source.items() if s[0] == "old" and s not in crosswalk and len(s) != 3]
    new_from_nothing = [u["name"] for s, u in builder.by_source.items() if s[0] == "new" and not came_from[s]]
    if lost or new_from_nothing:
        raise SystemExit(f"the crosswalk has holes: without successor {lost}, without predecessor {new_from_nothing}")


def report(builder: Builder, file: Path) -> None:
    counts = Counter((unit["level"], unit["valid_from"]) for unit in builder.units)
    if counts != EXPECTED:
        raise SystemExit(f"unexpected counts: {dict(counts)}")
    say = {since: ", ".join(f"{counts[level, since]:,} {level}s" for level in LEVELS if counts[level, since])
           for since in (None, FIRST_NEW)}  # fmt: skip
    print(f"until {LAST_OLD}: {say[None]}")
    print(f"from {FIRST_NEW}: {say[FIRST_NEW]}")
    kinds = Counter((builder.units[old - 1]["level"], kind) for old, _, kind, _, _ in builder.changes)
    for (level, kind), count in sorted(kinds.items()):
        print(f"  {count:>6,} changes {level} {kind}")
    moved_on = {old for old, *_ in builder.changes}
    ended = [u for u in builder.units if u["level"] == "district" and u["id"] not in moved_on]
    print(f"crosswalk complete: every old commune has a successor, every new one a predecessor; "
          f"{len(ended)} districts ended without successor (the level was abolished)")  # fmt: skip
    heirs = {old: new for old, new, _, _, default in builder.changes if default}
    new_by_code = {u["code"]: u for u in builder.units if u["valid_from"] and u["level"] == "commune"}
    strange = [u["code"] for u in builder.units if u["level"] == "commune" and not u["valid_from"]
               and u["code"] in new_by_code and heirs[u["id"]] != new_by_code[u["code"]]["id"]]  # fmt: skip
    reused = sum(1 for u in builder.units if u["valid_to"] and u["code"] in new_by_code and u["level"] == "commune")
    print(f"{reused:,} commune codes are used on both sides; for {len(strange)} the old unit went elsewhere")
    print(f"units.db: {file.stat().st_size:,} bytes")


def main(source: Path) -> None:
    data = source / "vietnamadminunits" / "data"
    db = sqlite3.connect(f"{(data / 'dataset.db').resolve().as_uri()}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    builder = Builder()
    load_old(builder, [dict(row) for row in db.execute("SELECT * FROM admin_units_legacy")])
    load_new(builder, [dict(row) for row in db.execute("SELECT * FROM admin_units")])
    connect(builder, successors(json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))))
    TARGET.mkdir(parents=True, exist_ok=True)
    draft, file = TARGET / "units.db.tmp", TARGET / "units.db"
    draft.unlink(missing_ok=True)
    builder.write(draft)
    report(builder, draft)
    os.replace(draft, file)
    licence = next(source.glob("vietnamadminunits-*.dist-info/licenses/LICENSE*"))
    shutil.copyfile(licence, TARGET / "units-LICENSE.txt")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
