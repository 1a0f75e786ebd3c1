"""A small population as CSV or Excel files: yes/no as 1/0, options by their codes, blanks empty, every row marked."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from giamngheo.analysis.synthesis.columns import HOUSEHOLD_KEYS, MARK, MARK_TEXT, MEMBER_KEYS, NAME, names, questions
from giamngheo.analysis.synthesis.generate import Synthetic

HOUSEHOLDS, MEMBERS = "households", "members"


def headers(*, with_names: bool) -> dict[str, tuple[str, ...]]:
    """Columns of each table."""
    named = (NAME,) if with_names else ()
    return {
        HOUSEHOLDS: (*HOUSEHOLD_KEYS, *names("household"), MARK),
        MEMBERS: (*MEMBER_KEYS, *named, *names("member"), MARK),
    }


def write_csv(folder: Path, found: Iterable[Synthetic], *, with_names: bool) -> Iterator[Synthetic]:
    """Write households.csv and members.csv while the households pass through."""
    columns = headers(with_names=with_names)
    with (
        (folder / "households.csv").open("w", encoding="utf-8", newline="") as homes,
        (folder / "members.csv").open("w", encoding="utf-8", newline="") as people,
    ):
        home, person = csv.writer(homes, lineterminator="\n"), csv.writer(people, lineterminator="\n")
        home.writerow(columns[HOUSEHOLDS])
        person.writerow(columns[MEMBERS])
        for each in found:
            home.writerow(_cells(each.household, columns[HOUSEHOLDS]))
            person.writerows(_cells(row, columns[MEMBERS]) for row in each.members)
            yield each


def write_xlsx(file: Path, found: Iterable[Synthetic], *, with_names: bool) -> Iterator[Synthetic]:
    """Write one workbook with the sheets households and members while the households pass through."""
    import datetime

    import xlsxwriter

    columns = headers(with_names=with_names)
    book = xlsxwriter.Workbook(str(file), {"strings_to_formulas": False})
    book.set_properties({"comments": MARK_TEXT, "created": datetime.datetime(2000, 1, 1)})
    sheets = {name: book.add_worksheet(name) for name in (HOUSEHOLDS, MEMBERS)}
    for name, sheet in sheets.items():
        sheet.write_row(0, 0, columns[name])
        sheet.freeze_panes(1, 0)
    at = dict.fromkeys(sheets, 0)
    for each in found:
        for name, rows in ((HOUSEHOLDS, [each.household]), (MEMBERS, each.members)):
            for row in rows:
                at[name] += 1
                sheets[name].write_row(at[name], 0, _cells(row, columns[name]))
        yield each
    book.close()


_AREAS = {each.name for each in questions("household") if each.kind == "area"}


def _cells(row: dict[str, Any], columns: tuple[str, ...]) -> list[Any]:
    return [MARK_TEXT if column == MARK else _cell(row.get(column), column) for column in columns]


def _cell(value: Any, column: str) -> Any:
    if column in _AREAS and value is not None:
        return value / 100  # files hold square metres
    return int(value) if isinstance(value, bool) else "" if value is None else value
