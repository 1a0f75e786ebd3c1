"""The two tables that come in: found in a folder or a workbook, opened, their columns known by question or by label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from giamngheo.analysis.classification.findings import NOT_ASKED, TABLES, UNUSED
from giamngheo.analysis.classification.judging import ID
from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading import FILE, ROW, Opened, open_table
from giamngheo.analysis.runners.reading.opened import no_column
from giamngheo.analysis.runners.reading.source import KINDS
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.foundation.text import bare, fold
from giamngheo.standards.release import Question

CARRIED = ("province", "commune", "village", "name")
NAMES = {
    "households": ("households", "household", "hộ", "ho", "hộ gia đình", "danh sách hộ", "ho_gia_dinh"),
    "members": ("members", "member", "thành viên", "nhân khẩu", "thanh_vien", "nhan_khau", "thanh vien", "nhan khau"),
}
_WORDS = {
    ID: ("mã hộ", "ma_ho", "id hộ"), "member_id": ("mã thành viên", "mã nhân khẩu", "ma_thanh_vien"),
    "province": ("tỉnh", "mã tỉnh"), "commune": ("xã", "mã xã"), "village": ("thôn", "mã thôn", "thôn, bản"),
    "name": ("họ và tên", "họ tên", "chủ hộ"),
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One table: `table` has the questions' names, household_id in one type, ROW and FILE."""

    opened: Opened
    table: Any
    path: Path
    unused: tuple[str, ...]
    id_column: str

    @property
    def columns(self) -> list[str]:
        return [name for name in self.table.columns if name not in (ROW, FILE)]


@dataclass(frozen=True)
class Sources:
    """Both tables."""

    households: Source
    members: Source


def open_sources(engine: Engine, asked: Path, mapping: Mapping[str, str], questions: Mapping[str, Question]) -> Sources:
    """Both tables behind a folder or a workbook. Raises FindingError."""
    places = find(asked)
    opened = {name: open_table(engine, path, sheet=sheet) for name, (path, sheet) in places.items()}
    _every_mapping_is_there(mapping, opened)
    named = {name: _named(each, name, mapping, questions) for name, each in opened.items()}
    whole = all(named[name].table[ID].type().is_integer() for name in named)
    done = {}
    for name, each in named.items():
        key = each.table[ID].cast("int64") if whole else each.table[ID].cast("string").strip().nullif("")
        table = each.table.mutate(**{ID: key})
        done[name] = Source(each.opened, table, each.path, each.unused, each.id_column)
    return Sources(done["households"], done["members"])


def find(asked: Path) -> dict[str, tuple[Path, str]]:
    """{"households": (path, sheet), "members": (path, sheet)}; raises FindingError."""
    if asked.is_dir():
        entries = sorted(each for each in asked.iterdir() if not each.name.startswith((".", "_")))
        files = {each.name: (each, "") for each in entries if each.is_dir() or each.suffix.lower() in KINDS}
        stems = {name: Path(name).stem if not path.is_dir() else name for name, (path, _) in files.items()}
    elif KINDS.get(asked.suffix.lower()) == "excel" and asked.exists():
        files = {sheet: (asked, sheet) for sheet in _sheets(asked)}
        stems = {sheet: sheet for sheet in files}
    else:
        if not asked.exists():
            from giamngheo.analysis.runners.reading.source import unreadable

            raise unreadable(asked, "không có tệp này / no such file")
        files, stems = {}, {}
    found = {}
    for table, words in NAMES.items():
        hits = [name for name in files if _same(stems[name], words)]
        if len(hits) != 1:
            raise FindingError(TABLES.at(path=asked, seen=", ".join(files) or asked.name))
        found[table] = files[hits[0]]
    return found


def _same(name: str, words: Iterable[str]) -> bool:
    return bare(name) in {bare(each) for each in words}


def _sheets(path: Path) -> list[str]:
    from python_calamine import CalamineWorkbook

    from giamngheo.analysis.runners.reading.source import unreadable

    try:
        return list(CalamineWorkbook.from_path(str(path)).sheet_names)
    except Exception as error:  # calamine raises kinds of its own for encrypted, broken and foreign files
        raise unreadable(path, error) from error


def _every_mapping_is_there(mapping: Mapping[str, str], opened: Mapping[str, Opened]) -> None:
    there = [column for each in opened.values() for column in each.columns]
    for wanted in mapping.values():
        if wanted not in there:
            raise FindingError(no_column(wanted, there))


def _named(opened: Opened, which: str, mapping: Mapping[str, str], questions: Mapping[str, Question]) -> Source:
    """The columns by the names of questions: as mapped, else as named, else by label."""
    scope = which.removesuffix("s")
    wanted = [ID, *(["member_id", "name"] if scope == "member" else CARRIED)]
    wanted += [each.name for each in questions.values() if each.scope == scope]
    labels = {}
    for name in wanted:
        texts = [*_WORDS.get(name, ()), name]
        if name in questions:
            texts += [questions[name].label.vi, questions[name].label.en]
        labels.update({fold(text): name for text in texts})
    taken: dict[str, str] = {
        name: column for name, column in mapping.items() if name in wanted and column in opened.columns
    }
    for column in opened.columns:
        name = column if column in wanted else labels.get(fold(column))
        if name and name not in taken and column not in taken.values():
            taken[name] = column
    if ID not in taken:
        raise FindingError(no_column(ID, opened.columns))
    table = opened.table
    selected = {name: table[column] for name, column in taken.items()}
    unused = tuple(column for column in opened.columns if column not in taken.values())
    table = table.select(**selected, **{ROW: table[ROW], FILE: table[FILE]})
    return Source(opened, table, Path(opened.path), unused, taken[ID])


def about_columns(sources: Sources, questions: Mapping[str, Question], read: Iterable[str]) -> list[Finding]:
    """What is not there and what is not used; nothing is ignored silently."""
    findings = [*sources.households.opened.findings(), *sources.members.opened.findings()]
    there = {*sources.households.columns, *sources.members.columns}
    missing = [f"{name} ({questions[name].label.vi})" for name in read if name not in there]
    unused = [*sources.households.unused, *sources.members.unused]
    if missing:
        findings.append(NOT_ASKED.at(names=", ".join(missing)))
    if unused:
        findings.append(UNUSED.at(names=", ".join(unused)))
    return findings
