"""A scorecard filled in the Excel template, as a draft with the cell of every value."""

from __future__ import annotations

from pathlib import Path

from giamngheo.foundation.findings import Finding
from giamngheo.foundation.text import fold, squeeze
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards import headings as h
from giamngheo.standards.scorecards.draft import NOTHING, Cell, Draft, DraftGroup, DraftOption, DraftRegion
from giamngheo.standards.scorecards.grid import Grid, TooLargeError, open_grids

LOOKED_AT = 20  # rows from the top in which headings are looked for


def read(path: Path) -> tuple[Draft, list[Finding]]:
    """The draft, and what is wrong with the shape of the file; raises OSError for a file that cannot be opened."""
    draft = Draft(path.name)
    try:
        grids = {_key(name): grid for name, grid in open_grids(path).items()}
    except TooLargeError as error:
        return draft, [f.LARGE.at(where=f"{path.name}, {error.sheet}", cells=error.cells)]
    except ValueError as error:
        return draft, [f.UNREADABLE.at(name=path.name, why=str(error))]
    lacking = [
        f.SHEET.at(where=path.name, what=f"trang tính (sheet) “{name}”") for name in h.SHEETS if _key(name) not in grids
    ]
    if lacking:
        return draft, lacking
    information, regions, table = (grids[_key(name)] for name in h.SHEETS)
    _information(draft, information)
    _regions(draft, regions)
    return draft, _table(draft, table)


def _key(words: object) -> str:
    return fold(squeeze(str(words)))


def _information(draft: Draft, grid: Grid) -> None:
    """Lines of label and value; the value is the first cell that is filled to the right of the label."""
    for row in range(len(grid.rows)):
        name = h.INFORMATION.get(_key(grid.cell(row, 0).text))
        if name is None:
            continue
        cells = [grid.cell(row, column) for column in range(1, grid.width)]
        value = next((each for each in cells if each.value is not None), grid.cell(row, 1))
        if name == "missing":
            draft.missing += [(value, NOTHING)] if value.text else []
        else:
            draft.head.setdefault(name, value)


def _regions(draft: Draft, grid: Grid) -> None:
    """Lines of code, Vietnamese title, English title below the heading."""
    for row in range(len(grid.rows)):
        code, vi, en = (grid.cell(row, column) for column in range(3))
        if code.value is None or _key(code.text) in h.REGION_HEADINGS:
            continue
        draft.regions.append(DraftRegion(code, vi, en))


def _table(draft: Draft, grid: Grid) -> list[Finding]:
    top = _heading_row(grid)
    if top is None:
        return [f.SHEET.at(where=grid.name, what=f"tiêu đề cột (column heading) “{h.LABEL}”")]
    fixed, regions, bottom = _columns(draft, grid, top)
    lacking = [each for each in h.NEEDED if each not in fixed.values()]
    if lacking:
        wanted = ", ".join(f"“{h.TITLES[each]}”" for each in lacking)
        return [f.SHEET.at(top + 1, where=f"{grid.name}!A{top + 1}", what=f"tiêu đề cột (column heading) {wanted}")]
    for row in range(bottom + 1, len(grid.rows)):
        _line(draft, {name: grid.cell(row, column) for column, name in fixed.items()},
              {region: grid.cell(row, column) for column, region in regions.items()})  # fmt: skip
    return []


def _heading_row(grid: Grid) -> int | None:
    """The first row that names the column of options."""
    for row in range(min(LOOKED_AT, len(grid.rows))):
        if any(h.COLUMNS.get(_key(grid.cell(row, column).text)) == "label" for column in range(grid.width)):
            return row
    return None


def _columns(draft: Draft, grid: Grid, top: int) -> tuple[dict[int, str], dict[int, str], int]:
    """Fixed columns and region columns by number, and the last row of headings (one, or two below one another)."""
    codes = {_key(each.code.text): each.code.text for each in draft.regions}
    codes |= {_key(each.vi.text): each.code.text for each in draft.regions if each.vi.text}
    rows = [top, top + 1] if _is_heading(grid, top + 1, codes) else [top]
    fixed: dict[int, str] = {}
    regions: dict[int, str] = {}
    for column in range(grid.width):
        named = [cell for row in rows if (cell := grid.cell(row, column)).value is not None]
        known = next((h.COLUMNS[key] for cell in named if (key := _key(cell.text)) in h.COLUMNS), None)
        if known is not None:
            fixed.setdefault(column, known)
        elif named:
            last = next((cell for cell in named if _key(cell.text) in codes), named[-1])
            code = codes.get(_key(last.text), last.text)
            draft.columns.append(Cell(code, last.where, last.line))
            regions[column] = code
    return fixed, regions, rows[-1]


def _is_heading(grid: Grid, row: int, codes: dict[str, str]) -> bool:
    return any(_key(grid.cell(row, column).text) in codes for column in range(grid.width)) and not any(
        isinstance(grid.cell(row, column).value, int | float) for column in range(grid.width)
    )


def _line(draft: Draft, given: dict[str, Cell], points: dict[str, Cell]) -> None:
    """One row: a new group where its code or title changes, and one option of it."""
    if all(each.value is None for each in (*given.values(), *points.values())):
        return
    code, title = given["group"], given.get("group_title", NOTHING)
    last = draft.groups[-1] if draft.groups else None
    if last is None or (code.value is not None and code.text != last.code.text):
        title_en, kind, note, note_en = (
            given.get(name, NOTHING) for name in ("group_title_en", "kind", "note", "note_en")
        )
        draft.groups.append(DraftGroup(code, title, title_en, kind, note, note_en))
    label = given["label"]
    if label.value is None and all(each.value is None for each in points.values()):
        return  # a line that only names its group
    draft.groups[-1].options.append(
        DraftOption(given.get("code", NOTHING), label, given.get("label_en", NOTHING), points)
    )
