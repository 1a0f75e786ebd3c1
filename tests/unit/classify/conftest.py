"""Small tables of raw answers as people send them, and the command run on them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest
import xlsxwriter

from giamngheo.analysis.commands.classify import main


class Ran(NamedTuple):
    """What a run of the command left behind."""

    code: int
    told: dict[str, Any]
    rows: list[dict[str, Any]]
    bad: list[dict[str, str]]

    @property
    def codes(self) -> set[str]:
        return {each["code"] for each in self.told["findings"] if each["severity"] == "error"}


HOUSEHOLD = {
    "household_id": "H1", "area": "rural", "income_score_typed": "130", "wall": "durable", "pillar": "durable",
    "roof": "durable", "dwelling_area": "60", "water_source": "piped", "toilet_kind": "septic", "television": "1",
    "radio": "0", "desktop_computer": "0", "telephone": "0", "laptop": "0", "tablet": "0", "smartphone": "1",
        "farming": "0",
}  # fmt: skip
MEMBER = {
    "household_id": "H1", "member_id": "1", "birth": "01/02/1980", "employment_status": "contract",
    "monthly_allowance": "none", "malnutrition": "none", "insured": "1", "attends": "none",
    "diploma": "upper_secondary", "certified_training": "0", "uses_internet": "1",
}  # fmt: skip


def write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as stream:
        sheet = csv.DictWriter(stream, names, restval="")
        sheet.writeheader()
        sheet.writerows(rows)


def write_workbook(path: Path, tables: dict[str, list[dict[str, Any]]]) -> None:
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for sheet_name, rows in tables.items():
        sheet = book.add_worksheet(sheet_name)
        names = list(dict.fromkeys(name for row in rows for name in row))
        sheet.write_row(0, 0, names)
        for at, row in enumerate(rows, start=1):
            for place, name in enumerate(names):
                value = row.get(name)
                if hasattr(value, "year"):
                    sheet.write_datetime(at, place, value, day)
                elif value is not None:
                    sheet.write(at, place, value)
    book.close()


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command on households and members (dicts of texts), or on a path."""

    def go(
        households: list[dict[str, str]] | Path,
        members: list[dict[str, str]] = (),
        *options: str,
        out: str = "out.parquet",
    ) -> Ran:  # type: ignore[assignment]
        folder = households
        if not isinstance(households, Path):
            folder = tmp_path / "in"
            folder.mkdir(exist_ok=True)
            write_csv(folder / "households.csv", households)
            write_csv(folder / "members.csv", list(members))
        result, aside = tmp_path / out, tmp_path / "bad.csv"
        code = main(
            [
                str(folder),
                "--out",
                str(result),
                "--on",
                "2026-11-24",
                "--json",
                "--quiet",
                "--bad-rows",
                str(aside),
                *options,
            ]
        )
        told = json.loads(capsys.readouterr().out)
        rows = pq.read_table(result).to_pylist() if result.exists() and out.endswith("parquet") else []
        bad = list(csv.DictReader(aside.open(encoding="utf-8-sig"))) if aside.exists() else []
        return Ran(code, told, rows, bad)

    return go


def household(**answers: str) -> dict[str, str]:
    return HOUSEHOLD | answers


def member(**answers: str) -> dict[str, str]:
    return MEMBER | answers
