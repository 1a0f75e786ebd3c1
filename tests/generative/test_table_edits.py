"""Whatever is done to a table with figures: it prints what was typed, and its file brings the same plan back."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers import write
from giamngheo.planning.composing.document import compose
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.importing.build import build_content
from giamngheo.planning.importing.names import home_at
from giamngheo.planning.importing.tabling import clean_table, retable
from giamngheo.planning.keeping.store import day_of
from giamngheo.planning.substance import same, substance
from giamngheo.territory.reference import Units
from tests.factories.plan_figures import DATED, plan_with_figures

FIGURES = [
    "5",
    "05",
    "31",
    "30",
    "7",
    "80",
    "2,10",
    "1,5",
    "1.250,5",
    "1.250",
    "2,1%",
    "1,500",
    "0",
    "-",
    "",
    "chưa có",
]
WORDS = ["Thôn Đông", "Thôn Tây", "Thôn Nam", "Tổng cộng", "Số hộ nghèo", "Tỷ lệ hộ nghèo", "Hộ nghèo", "xã Hoằng Phú"]
HEADS = ["Thôn", "Số hộ nghèo (hộ)", "Vốn giao (đồng)", "Vốn giao (triệu đồng)", "Thực hiện 2023", "Kế hoạch 2024",
         "Thực hiện 2022", "Ước thực hiện năm 2023", "Ghi chú", "Lượt hộ", "Doanh số (triệu đồng)"]  # fmt: skip
KINDS = ["cell", "cell", "cell", "word", "head", "row", "gone", "moved", "swapped", "column", "cut", "turned"]
EDIT = st.tuples(st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9), st.integers(0, 99))


def apply(rows: list[list[str]], edit: tuple[str, int, int, int]) -> None:
    """One thing an officer does; numbers are taken as far as the table goes."""
    kind, row, column, pick = edit
    row, column = 1 + row % max(len(rows) - 1, 1), column % len(rows[0])
    figure, word, head = FIGURES[pick % len(FIGURES)], WORDS[pick % len(WORDS)], HEADS[pick % len(HEADS)]
    if kind == "head":
        rows[0][column] = head
    elif kind == "row":
        rows.insert(row, [word if at < 2 else figure for at in range(len(rows[0]))])
    elif kind == "column":
        for at, each in enumerate(rows):
            each.insert(column, head if at == 0 else FIGURES[(pick + at) % len(FIGURES)])
    elif kind == "cut" and len(rows[0]) > 2:
        for each in rows:
            del each[column]
    elif kind == "turned":
        for each in rows:
            each.append(each.pop(column))
    elif len(rows) > 2:
        other = 1 + pick % (len(rows) - 1)
        if kind == "gone":
            del rows[row]
        elif kind == "moved":
            rows.insert(other, rows.pop(row))
        elif kind == "swapped":
            rows[row][column], rows[other][column] = rows[other][column], rows[row][column]
        elif kind in ("cell", "word"):
            rows[row][column] = figure if kind == "cell" else word


def edited(edits, *, dated: bool):
    """The plan, with or without the sentence that has a day, after its tables were edited in turn."""
    content = build_content(read_text(plan_with_figures(**DATED if dated else {})), units=Units.packaged())
    home = home_at(Units.packaged(), content.commune, day_of(content))
    for table, edit in edits:
        text = [each for each in content.texts if each.rows][table]
        rows = [[printed(cell, content) for cell in row] for row in text.rows]
        apply(rows, edit)
        retable(text, rows, content, home)
        assert [[printed(cell, content) for cell in row] for row in text.rows] == clean_table(rows)
    return content


def again(content, form):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{form}"
        write(compose(content).document, path, form)
        return build_content(read(path), units=Units.packaged())


SEVERAL = st.lists(st.tuples(st.integers(0, 2), EDIT), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(SEVERAL, st.booleans())
def test_edited_plan_comes_back_from_markdown(edits, dated) -> None:
    content = edited(edits, dated=dated)
    assert substance(again(content, "md")) == substance(content)


@settings(max_examples=15, deadline=None)
@given(SEVERAL, st.booleans())
def test_edited_plan_comes_back_from_word(edits, dated) -> None:
    content = edited(edits, dated=dated)
    assert same(again(content, "docx"), content)
