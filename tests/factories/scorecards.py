"""Small scorecards and files of them, right and wrong on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
import xlsxwriter

from giamngheo.standards.release import Text
from giamngheo.standards.scorecards.card import Choice, Group, Region, Scorecard
from giamngheo.standards.scorecards.loading import load

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "scorecards"

YAML = """id: b1-thu
title: {vi: Bảng điểm thử, en: Trial card}
standard: vn-2022
version: 1
regions:
- {code: nt1, title: {vi: Nông thôn, en: Rural}}
- {code: urban, title: {vi: Thành thị, en: Urban}}
groups:
- code: size
  title: {vi: Số người, en: Size}
  kind: single
  options:
  - {code: one, label: {vi: 1 người, en: One}, points: {nt1: 75, urban: 80}}
  - {code: two, label: {vi: 2 người, en: Two}, points: {nt1: 60, urban: 60}}
- code: assets
  title: {vi: Tài sản, en: Assets}
  kind: multiple
  options:
  - {code: car, label: {vi: Ô tô, en: Car}, points: {nt1: 50, urban: 40}}
"""


def yaml_file(folder: Path, *changes: tuple[str, str]) -> Path:
    """The small card as a file, with words replaced; fails when a word is not there."""
    text = YAML
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    file = folder / "card.yaml"
    file.write_text(text, "utf-8")
    return file


def card(**changes: object) -> Scorecard:
    """The small card as a value."""
    made = Scorecard(
        id="b1-thu", standard="vn-2022", version=1, title=Text("Bảng điểm thử", "Trial card"),
        regions=(Region("nt1", Text("Nông thôn", "Rural")), Region("urban", Text("Thành thị", "Urban"))),
        groups=(
            Group("size", Text("Số người", "Size"), "single", (
                Choice("one", Text("1 người", "One"), {"nt1": 75, "urban": 80}),
                Choice("two", Text("2 người", "Two"), {"nt1": 60, "urban": 60}),
            )),
            Group("assets", Text("Tài sản", "Assets"), "multiple", (
                Choice("car", Text("Ô tô", "Car"), {"nt1": 50, "urban": 40}),
            )),
        ),
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


def part_of_2016() -> Scorecard:
    """The published part of the table of 2016-2020: what it lacks is named in the card."""
    return load(FIXTURES / "b1-2016.yaml")


def workbook(file: Path, cells: Mapping[str, Mapping[str, object]], merged: Mapping[str, str] | None = None) -> Path:
    """A workbook from {sheet: {"A1": value}}; `merged` are ranges of the last sheet with their value."""
    book = xlsxwriter.Workbook(str(file))
    for name, values in cells.items():
        sheet = book.add_worksheet(name)
        for place, value in values.items():
            sheet.write(place, value)
    for place, value in (merged or {}).items():
        sheet.merge_range(place, value)
    book.close()
    return file
