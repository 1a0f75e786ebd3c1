"""The two tables that come in: found in a folder or a workbook, opened by an engine, their columns named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from giamngheo.analysis.population.findings import TABLES as NO_TABLES
from giamngheo.analysis.population.naming import ID, Named, about_columns, every_mapping_is_there, named
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading import FILE, ROW, Opened, open_table
from giamngheo.analysis.runners.reading.opened import no_column
from giamngheo.analysis.runners.reading.source import KINDS, unreadable
from giamngheo.analysis.runners.reading.workbook import open_book
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.foundation.text import bare
from giamngheo.standards.release import Question

PROVINCE = "province"
NAMES = {
    "households": ("households", "household", "hộ", "ho", "hộ dân", "hộ gia đình", "danh sách hộ", "ho_gia_dinh"),
    "members": ("members", "member", "thành viên", "nhân khẩu", "thanh_vien", "nhan_khau", "thanh vien", "nhan khau"),
}


@dataclass(frozen=True)
class Source:
    """One table: `table` has the questions' names, household_id in one type, ROW and FILE."""

    opened: Opened
    table: Any
    path: Path
    named: Named

    @property
    def columns(self) -> list[str]:
        return [name for name in self.table.columns if name not in (ROW, FILE)]

    @property
    def id_column(self) -> str:
        """The household's id as the file calls it."""
        return self.named.taken[ID]


@dataclass(frozen=True)
class Sources:
    """Both tables."""

    households: Source
    members: Source

    @property
    def headings(self) -> dict[str, dict[str, str]]:
        """By table, what its file calls each column."""
        return {"households": self.households.named.taken, "members": self.members.named.taken}

    def findings(self, questions: Mapping[str, Question], read: Iterable[str]) -> list[Finding]:
        """Broken rows, questions `read` without a column, columns not used."""
        both = (self.households, self.members)
        broken = [finding for each in both for finding in each.opened.findings()]
        return broken + about_columns([each.named for each in both], questions, read)


def open_sources(
    engine: Engine, asked: Path, mapping: Mapping[str, str], questions: Mapping[str, Question], also: str = ""
) -> Sources:
    """Both tables behind a folder or a workbook; `also` is a column of households that is kept too.

    Raises FindingError.
    """
    opened = {name: open_table(engine, path, sheet=sheet) for name, (path, sheet) in find(asked).items()}
    every_mapping_is_there(mapping, [column for each in opened.values() for column in each.columns])
    done = {}
    for name, each in opened.items():
        found = named(each.columns, name, mapping, questions, also if name == "households" else "")
        if also and name == "households" and also not in found.taken:
            raise FindingError(no_column(also, each.columns))
        selected = {new: each.table[old] for new, old in found.taken.items()}
        table = each.table.select(**selected, **{ROW: each.table[ROW], FILE: each.table[FILE]})
        done[name] = Source(each, table, Path(each.path), found)
    whole = all(each.table[ID].type().is_integer() for each in done.values())
    return Sources(_with_province(_with_ids(done["households"], whole)), _with_ids(done["members"], whole))


def _with_ids(source: Source, whole: bool) -> Source:
    """Ids of one type in both tables: whole numbers where both have such, else texts without blanks around them."""
    ids = source.table[ID]
    key = ids.cast("int64") if whole else ids.cast("string").strip().nullif("")
    return Source(source.opened, source.table.mutate(**{ID: key}), source.path, source.named)


def _with_province(source: Source) -> Source:
    """A province kept as a number (1, 75) becomes the code of two digits that the law's layers are named by."""
    if PROVINCE not in source.table.columns or not source.table[PROVINCE].type().is_numeric():
        return source
    code = source.table[PROVINCE].cast("int64").cast("string").lpad(2, "0")
    return Source(source.opened, source.table.mutate(**{PROVINCE: code}), source.path, source.named)


def find(asked: Path) -> dict[str, tuple[Path, str]]:
    """{"households": (path, sheet), "members": (path, sheet)}; raises FindingError.

    A folder with both tables, or with one workbook that has both sheets; or that workbook itself.
    """
    if not asked.exists():
        raise unreadable(asked, "không có tệp này / no such file")
    files: dict[str, tuple[Path, str]] = {}
    if asked.is_dir():
        entries = sorted(each for each in asked.iterdir() if not each.name.startswith((".", "_")))
        usable = [each for each in entries if each.is_dir() or each.suffix.lower() in KINDS]
        books = [each for each in usable if KINDS.get(each.suffix.lower()) == "excel"]
        if len(usable) == len(books) == 1:
            return find(books[0])
        files = {each.name: (each, "") for each in usable}
        stems = {name: path.name if path.is_dir() else path.stem for name, (path, _) in files.items()}
    elif KINDS.get(asked.suffix.lower()) == "excel":
        stems = {sheet: sheet for sheet in open_book(asked).sheet_names}
        files = {sheet: (asked, sheet) for sheet in stems}
    return {table: files[the_one(table, stems if files else {}, asked)] for table in NAMES}


def the_one(table: str, names: Mapping[str, str], asked: object) -> str:
    """The one of `names` ({key: how it is called}) that is called as that table; raises FindingError."""
    words = {bare(each) for each in NAMES[table]}
    hits = [key for key, name in names.items() if bare(name) in words]
    if len(hits) != 1:
        raise FindingError(NO_TABLES.at(path=asked, seen=", ".join(names) or getattr(asked, "name", asked)))
    return hits[0]
