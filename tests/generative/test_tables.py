"""Tables over generated input: what is kept is kept as it is, every difference is told, and files return every cell."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from giamngheo.paperwork.document import Line, Node, NodeKind, OfficialDocument
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.writers import write
from giamngheo.planning.importing.tabling import clean_table
from giamngheo.planning.table_difference import table_changes

CELL = st.text(alphabet="aB đ1.,%-+*_#|\\`<>&[](){}/:;\"'\n\u00a0", max_size=12)


@st.composite
def tables(draw, most: int = 5) -> list[list[str]]:
    """Any cells, rows of any length."""
    return draw(st.lists(st.lists(CELL, min_size=1, max_size=most), min_size=1, max_size=most))


def kept(table: list[list[str]]) -> list[list[str]]:
    """The table as it would be kept, with a header that has a word."""
    return clean_table([["Tên", *table[0][1:]], *table[1:]])


@settings(deadline=None)
@given(tables())
def test_what_is_kept_is_kept_as_it_is(table) -> None:
    once = clean_table(table)
    assert clean_table(once) == once
    assert len({len(row) for row in once}) <= 1
    assert all(any(row) for row in once[1:])


@settings(deadline=None)
@given(tables(), tables())
def test_equal_tables_differ_nowhere_and_others_somewhere(one, other) -> None:
    left, right = kept(one), kept(other)
    assert bool(table_changes(left, right)) is (left != right)
    assert not table_changes(left, left)


@settings(deadline=None)
@given(tables(), tables())
def test_every_row_and_column_has_one_partner_or_none(one, other) -> None:
    """Rows and columns that came, less those that went, are the difference in size."""
    left, right = kept(one), kept(other)
    changes = table_changes(left, right)
    came = {
        kind: sum(bool(each.after) and not each.before for each in changes if each.kind == kind)
        for kind in ("row", "column")
    }
    went = {
        kind: sum(bool(each.before) and not each.after for each in changes if each.kind == kind)
        for kind in ("row", "column")
    }
    assert came["row"] - went["row"] == len(right) - len(left)
    assert came["column"] - went["column"] == len(right[0]) - len(left[0])


def through(table: list[list[str]], form: str) -> list[list[str]]:
    """The table after a file of that form was written and read."""
    before, after = Node(NodeKind.PARAGRAPH, "Trước bảng."), Node(NodeKind.PARAGRAPH, "Sau bảng là một câu.")
    rows = tuple(tuple(row) for row in table)
    document = OfficialDocument(
        "KH", Line("KẾ HOẠCH"), subject=Line("Về một việc"), body=(before, Node(NodeKind.TABLE, "", rows=rows), after)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{form}"
        write(document, path, form)
        again = read(path)
    return next([list(row) for row in node.rows] for node in again.walk() if node.kind is NodeKind.TABLE)


@settings(max_examples=300, deadline=None)
@given(tables(most=3))
@example([["Tên"], ["# không phải đầu đề"]])
@example([["Tên"], ["-"]])
@example([["Tên", "Số"], ["-", "-"], ["", "-"]])
def test_markdown_returns_every_cell(table) -> None:
    assert through(kept(table), "md") == kept(table)


@settings(max_examples=40, deadline=None)
@given(tables(most=3))
def test_word_returns_every_cell(table) -> None:
    assert through(kept(table), "docx") == kept(table)
