"""The bank's list as a report: heading found by words, lines, its own total. docs/algorithms/credit.md "A file"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from giamngheo.foundation.findings import Finding, FindingError, Severity
from giamngheo.foundation.text import bare, nfc, squeeze
from giamngheo.funds import problems_credit as p
from giamngheo.funds.credit import STATED, WORDS, Figures, Part
from giamngheo.funds.credit_numbers import UNITS, read_figure
from giamngheo.funds.credit_programmes import programme_of
from giamngheo.households.lists.sheets import Cell, Row, Sheet, open_sheets, text_of

LOOKED_AT = 40  # rows in which a heading is looked for
_UNIT = re.compile(r"(?:don vi(?: tinh)?|dvt)\s*[:(]?\s*(trieu|nghin|ngan|1\.?000 d|dong)")
_TOTAL = re.compile(r"^(?:[ivx\d]+[.)]?\s*)?(?:tong(?: cong| so)?|cong)\b")
_SINCE = ("luy ke", "dau nam", "thu no", "ke hoach", "tang", "giam", "%", "ty le")


class ReadCredit(NamedTuple):
    """What a file says. `unit`: the one it names, "" for none. `rows`: of the sheet, one a part."""

    sheet: str
    parts: tuple[Part, ...]
    rows: tuple[int, ...]
    stated: Figures
    findings: tuple[Finding, ...]
    unit: str
    columns: Mapping[str, str]

    @property
    def is_usable(self) -> bool:
        return not any(each.severity == Severity.ERROR for each in self.findings)


class _Heading(NamedTuple):
    columns: dict[str, int]
    labels: dict[str, str]
    after: int
    findings: list[Finding]


def meaning_of(label: str) -> str:
    """What a column holds: programme, village, turnover, count, outstanding, overdue; "" for none of these."""
    words = bare(label)
    if not words or any(each in words for each in _SINCE):
        return ""
    if "qua han" in words:
        return "overdue"
    if "du no" in words:
        return "outstanding"
    if re.search(r"\b(?:luot|so mon)\b", words):
        return "count"
    if "doanh so" in words or re.search(r"(?:so tien|vay) .*(?:vay|trong thang)|so tien", words):
        return "turnover"
    if "chuong trinh" in words:
        return "programme"
    return "village" if re.search(r"^(?:ten )?(?:thon|ban|to dan pho|khu pho)\b", words) else ""


def read_credit(path: Path, unit: str, villages: Mapping[str, int]) -> ReadCredit:
    """The first sheet with a heading. `unit`: of UNITS, "" for what the file names, million đồng if nothing;
    `villages`: numbers by bare name. Raises FindingError for what is no workbook or holds no such heading."""
    for sheet in open_sheets(path):
        heading = _heading(sheet)
        if heading is not None:
            named = _named_unit(sheet.rows[: heading.after])
            return _lines(sheet, heading, named, UNITS[unit or named or "trieu"], villages)
    raise FindingError(p.HEADING.at())


def _heading(sheet: Sheet) -> _Heading | None:
    for number in range(min(LOOKED_AT, len(sheet.rows))):
        depth = 2 if _is_double(sheet, number) else 1
        labels = _labels(sheet, number, depth)
        columns: dict[str, int] = {}
        findings = []
        for column, label in enumerate(labels):
            meaning = meaning_of(label)
            if meaning and meaning in columns:
                what = WORDS.get(
                    meaning, ("chương trình", "programme") if meaning == "programme" else ("thôn", "village")
                )
                findings.append(p.SAME_COLUMN.at(number + 1, what_vi=what[0], what_en=what[1],
                                                 one=labels[columns[meaning]], other=label))  # fmt: skip
            elif meaning:
                columns[meaning] = column
        if {"programme", "turnover", "count"} <= columns.keys():
            named = {name: labels[column] for name, column in columns.items()}
            return _Heading(columns, named, number + depth, findings)
    return None


def _is_double(sheet: Sheet, number: int) -> bool:
    """A heading of two rows: something in the first is merged over columns, or into the second row."""
    merges = [each for each in sheet.merges if each.top == number]
    return number + 1 < len(sheet.rows) and any(
        each.bottom == number + 1
        or (each.bottom == number and each.right > each.left and _below(sheet, each.left, number))
        for each in merges
    )


def _below(sheet: Sheet, column: int, number: int) -> bool:
    cell = sheet.rows[number + 1][column] if column < len(sheet.rows[number + 1]) else ""
    return isinstance(cell, str) and bool(meaning_of(cell))


def _labels(sheet: Sheet, number: int, depth: int) -> list[str]:
    top = [_words(cell) for cell in sheet.rows[number]]
    for merge in sheet.merges:
        if merge.top == number and depth == 2:
            for column in range(merge.left, min(merge.right + 1, len(top))):
                top[column] = top[merge.left]
    if depth == 1:
        return top
    below = [_words(cell) for cell in sheet.rows[number + 1]]
    below += [""] * (len(top) - len(below))
    # "Doanh số cho vay" over "Số lượt": the lower word says which of the two it is, the upper one of what.
    return [_joined(upper, lower) for upper, lower in zip(top, below, strict=False)]


def _joined(upper: str, lower: str) -> str:
    if any(each in bare(upper) for each in _SINCE):
        return f"{upper} {lower}"
    return lower if meaning_of(lower) == "count" else squeeze(f"{upper} {lower}")


def _words(cell: Cell) -> str:
    return squeeze(nfc(text_of(cell)))


def _named_unit(rows: Sequence[Row]) -> str:
    for row in rows:
        for cell in row:
            match = _UNIT.search(bare(cell)) if isinstance(cell, str) else None
            if match:
                return {"trieu": "trieu", "dong": "dong"}.get(match[1], "nghin")
    return ""


def _lines(sheet: Sheet, heading: _Heading, named: str, unit: int, villages: Mapping[str, int]) -> ReadCredit:
    parts: list[Part] = []
    rows: list[int] = []
    totals: list[tuple[int, Figures]] = []
    left: list[int] = []
    findings = list(heading.findings)
    figures = [name for name in WORDS if name in heading.columns]
    for number, row in enumerate(sheet.rows[heading.after :], heading.after + 1):
        cells = {name: row[column] if column < len(row) else "" for name, column in heading.columns.items()}
        words = _words(cells["programme"])
        first = next((text for cell in row if (text := _words(cell)) and not text.isdigit()), "")
        is_total = bool(_TOTAL.match(bare(words)) or _TOTAL.match(bare(first)))
        if not any(_words(cells[name]) for name in figures):
            left += [number] if words else []
            continue
        if _is_numbering(row):
            continue
        title = words or first
        read = {name: read_figure(cells[name], name, unit, programme=title, line=number) for name in figures}
        findings += [each.finding for each in read.values() if each.finding is not None]
        values = {name: read[name].value if name in read else None for name in WORDS}
        if is_total:
            totals.append((number, Figures(**{name: values[name] for name in STATED})))
            continue
        if not words:
            findings.append(p.NO_PROGRAMME.at(number))
            continue
        village, wrong = _village(_words(cells.get("village", "")), villages, number)
        findings += wrong
        known = programme_of(words)
        if known is None:
            findings.append(p.UNKNOWN.at(number, programme=words))
        parts.append(Part(
            known.code if known else "", values["turnover"] or 0, values["count"] or 0, values["outstanding"],
            values["overdue"], "" if known else words[:200], village,
        ))  # fmt: skip
        rows.append(number)
    if len(totals) > 1:
        findings.append(p.TOTALS.at(totals[-1][0], count=len(totals)))
    if left:
        findings.append(p.LEFT_OUT.at(left[0], rows=", ".join(map(str, left[:20]))))
    if not parts:
        findings.append(p.EMPTY.at())
    stated = totals[-1][1] if totals else Figures()
    return ReadCredit(sheet.name, tuple(parts), tuple(rows), stated, tuple(findings), named, heading.labels)


def _village(words: str, villages: Mapping[str, int], row: int) -> tuple[int | None, list[Finding]]:
    if not words:
        return None, []
    found = villages.get(bare(words)) or villages.get(bare(f"Thôn {words}"))
    return found, [] if found else [p.VILLAGE.at(row, village=words)]


def _is_numbering(row: Row) -> bool:
    """The row below a heading that numbers its columns: 1, 2, 3 or A, B, 1, 2."""
    cells = [_words(cell) for cell in row if _words(cell)]
    digits = [cell.strip("()") for cell in cells if len(cell.strip("()")) > 0]
    numbers = [int(cell) for cell in digits if cell.isascii() and cell.isdigit() and len(cell) < 3]
    letters = [cell for cell in digits if len(cell) == 1 and cell.isalpha()]
    return (
        len(numbers) + len(letters) == len(cells)
        and len(cells) > 2
        and numbers == list(range(numbers[0] if numbers else 1, (numbers[0] if numbers else 1) + len(numbers)))
    )
