"""A table with figures, edited: which value a cell changes, keeps, gives up or begins."""

from copy import deepcopy

import pytest

from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.composing.document import compose
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.difference import difference
from giamngheo.planning.importing.aligning import former_cells
from giamngheo.planning.importing.build import build_content
from giamngheo.planning.importing.names import home_at
from giamngheo.planning.importing.tabling import retable
from giamngheo.planning.keeping.store import day_of
from giamngheo.territory.reference import Units
from tests.factories.plan_figures import DATED, plan_with_figures

VILLAGES, LENDING, YEARS = range(3)
EAST, WEST, ALL = "S01.2023.thon-dong", "S01.2023.thon-tay", "S01.2023"


@pytest.fixture
def content():
    return build_content(read_text(plan_with_figures()), units=Units.packaged())


def tables(content):
    return [text for text in content.texts if text.rows]


def cells(content, table):
    return [[printed(cell, content) for cell in row] for row in tables(content)[table].rows]


def edit(content, table, change):
    """Type the table again after `change(rows)`; it prints what was typed."""
    rows = cells(content, table)
    rows = change(rows) or rows
    retable(tables(content)[table], rows, content, home_at(Units.packaged(), content.commune, day_of(content)))
    assert cells(content, table) == rows


def put(row, column, words):
    return lambda rows: rows[row].__setitem__(column, words)


def says(content, words) -> bool:
    return any(words in line.text for line in compose(content).document.lines())


def told(content, key):
    return content.values[key].value if key in content.values else None


def test_equal_figures_of_two_villages_edited_apart_stay_apart(content) -> None:
    edit(content, VILLAGES, lambda rows: [*rows[:2], ["2", "Thôn Tây", "6", "80"], *rows[3:]])
    assert (told(content, EAST), told(content, WEST)) == ("5", "6")
    edit(content, VILLAGES, put(1, 2, "6"))
    edit(content, VILLAGES, put(1, 2, "07"))
    assert (told(content, EAST), told(content, WEST)) == ("7", "6")


def test_equal_figures_keep_their_own_values_when_rows_change_places(content) -> None:
    before = deepcopy(content.values)
    edit(content, VILLAGES, lambda rows: [rows[0], rows[2], rows[1], rows[3]])
    assert tables(content)[VILLAGES].rows[1][2] == f"{{value:{WEST}}}"
    assert tables(content)[VILLAGES].rows[2][2] == f"{{value:{EAST}:z2}}"
    assert content.values == before


def test_figure_typed_over_shows_everywhere(content) -> None:
    before = deepcopy(content)
    edit(content, VILLAGES, put(3, 2, "30"))
    assert says(content, "từ 42 hộ xuống còn 30 hộ")
    assert cells(content, YEARS)[2][2] == "30"
    changes = difference(before, content)
    assert [(row["key"], row["before"], row["after"]) for row in changes["values"]["changed"]] == [(ALL, "31", "30")]
    assert len(changes["texts"]["changed"]) == 3


@pytest.mark.parametrize(
    ("table", "row", "column", "typed", "key", "value", "template"),
    [
        (VILLAGES, 1, 3, "1.300,25", "F01.2023.thon-dong", "1300250000", "{value:F01.2023.thon-dong:e6d2}"),
        (VILLAGES, 1, 2, "07", EAST, "7", f"{{value:{EAST}:z2}}"),
        (VILLAGES, 1, 2, "5", EAST, "5", f"{{value:{EAST}}}"),
        (YEARS, 1, 2, "2,3", "S02.2023", "2.3", "{value:S02.2023}"),
        (YEARS, 1, 2, "2,30%", "S02.2023", "2.30", "{value:S02.2023}%"),
        (LENDING, 1, 1, "760", "S08M.2023", "760", "{value:S08M.2023}"),
    ],
)
def test_value_is_typed_in_the_unit_and_form_of_its_cell(
    content, table, row, column, typed, key, value, template
) -> None:
    edit(content, table, put(row, column, typed))
    assert told(content, key) == value
    assert tables(content)[table].rows[row][column] == template


def test_target_typed_over_is_the_same_target(content) -> None:
    key = next(each.key for each in content.targets.values() if each.value == "1.54")
    edit(content, YEARS, put(1, 3, "1,6"))
    assert (content.targets[key].value, content.targets[key].indicator) == ("1.6", "S02")


def test_deleted_row_takes_its_values_along_and_leaves_those_printed_elsewhere(content) -> None:
    edit(content, VILLAGES, lambda rows: [*rows[:2]])
    assert told(content, WEST) is told(content, "F01.2023.thon-tay") is told(content, "F01.2023") is None
    assert (told(content, EAST), told(content, ALL)) == ("5", "31")
    aims = len(content.targets)
    edit(content, YEARS, lambda rows: [*rows[:2]])
    assert (len(content.targets), told(content, "S03.2023")) == (aims - 2, "54")


@pytest.mark.parametrize(
    ("row", "key", "value"),
    [
        (["3", "Thôn Nam", "7", "1,5"], "S01.2023.thon-nam", "7"),
        (["3", "Thôn Nam", "1.5", "1,5"], "S01.2023.thon-nam", None),
        (["3", "", "7", "1,5"], "S01.2023.thon-nam", None),
        (["3", "Thôn Nam", "chưa có", "1,5"], "S01.2023.thon-nam", None),
    ],
)
def test_new_row_has_values_only_where_an_import_would_read_them(content, row, key, value) -> None:
    edit(content, VILLAGES, lambda rows: [*rows[:3], row, rows[3]])
    assert told(content, key) == value


def test_value_has_the_day_of_the_first_place_that_prints_it() -> None:
    content = build_content(read_text(plan_with_figures(**DATED)), units=Units.packaged())
    assert (content.values[f"{ALL}.2"].as_of, content.values[f"{ALL}.2"].as_of_inferred) == ("2023-12-31", True)
    edit(content, VILLAGES, lambda rows: rows[:3])
    assert (content.values[f"{ALL}.2"].as_of, content.values[f"{ALL}.2"].as_of_inferred) == ("2023-11-30", False)


def test_head_that_counts_otherwise_gives_other_sums(content) -> None:
    edit(content, VILLAGES, put(0, 3, "Vốn giao (đồng)"))
    assert told(content, "F01.2023.thon-tay") == "80"
    edit(content, VILLAGES, put(0, 3, "Ghi chú"))
    assert told(content, "F01.2023.thon-tay") is None
    assert tables(content)[VILLAGES].rows[2][3] == "80"


def test_renamed_village_is_another_and_a_moved_column_is_not(content) -> None:
    edit(content, VILLAGES, put(1, 1, "Thôn Đông Mới"))
    assert (told(content, EAST), told(content, "S01.2023.thon-dong-moi")) == (None, "5")
    before = deepcopy(content.values)
    edit(content, VILLAGES, lambda rows: [[a, b, d, c] for a, b, c, d in rows])
    assert content.values == before


def test_one_value_in_two_rows_of_a_table_parts_where_one_is_edited(content) -> None:
    edit(content, VILLAGES, lambda rows: [*rows, ["", "Tổng số toàn xã", "31", ""]])
    assert tables(content)[VILLAGES].rows[4][2] == f"{{value:{ALL}}}"
    edit(content, VILLAGES, put(4, 2, "32"))
    assert (told(content, ALL), told(content, f"{ALL}.2")) == ("31", "32")
    assert says(content, "xuống còn 31 hộ")


def test_words_over_a_figure_end_its_value_here_only(content) -> None:
    edit(content, VILLAGES, lambda rows: put(3, 2, "-")(rows) or put(1, 2, "-")(rows))
    assert (told(content, EAST), told(content, ALL)) == (None, "31")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("N a|Đ 5|T 5", "N a|T 5|Đ 6", {1: 2, 2: 1}),
        ("N a|Đ 5|T 5", "N a|T 5", {1: 2}),
        ("N a|Đ 5|Đ 7", "N a|Đ 6|Đ 7", {1: 1, 2: 2}),
        ("N a|Đ 5|T 6", "N a|X 1|Đ 5|T 7", {2: 1, 3: 2}),
        ("N a|Đ 5|T 6", "N a|X 5|Y 6", {1: 1, 2: 2}),
        ("N a|Đ 5", "M b|Đ 5", {1: 1}),
    ],
)
def test_rows_find_their_former_selves(old, new, expected) -> None:
    left, right = ([row.split(" ") for row in table.split("|")] for table in (old, new))
    found = former_cells(left, right)
    assert {row: place[0] for (row, column), place in found.items() if row and not column} == expected
