"""Tables: what of a typed table is kept, and how a difference of two tables reads."""

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers import read
from giamngheo.paperwork.readers.text import read_text
from giamngheo.paperwork.writers import write
from giamngheo.planning.composing.document import compose
from giamngheo.planning.difference import difference
from giamngheo.planning.importing.build import build_content
from giamngheo.planning.importing.names import home_at
from giamngheo.planning.importing.tabling import clean_table, retable
from giamngheo.planning.keeping.store import day_of
from giamngheo.planning.substance import same
from giamngheo.planning.table_difference import table_changes
from giamngheo.territory.reference import Units
from tests.factories.plan_text import plan_text

TABLE = "\n\n| STT | Việc làm | Số hộ |\n| --- | --- | --- |\n| 1 | Nuôi bò | 12 |\n| 2 | Nuôi dê | 5 |\n"
HEAD = ["STT", "Việc làm", "Số hộ"]


@pytest.fixture
def content():
    words = plan_text(**{"- Tập huấn kỹ thuật chăn nuôi.": f"- Tập huấn kỹ thuật chăn nuôi.{TABLE}"})
    return build_content(read_text(words), units=Units.packaged())


def table_of(content):
    return next(text for text in content.texts if text.kind == "table")


def edited(content, rows):
    table = table_of(content)
    retable(table, rows, content, home_at(Units.packaged(), content.commune, day_of(content)))
    return table.rows


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ([[" STT ", "Việc\u00a0 làm"], ["1", "Bò \r\n\r\n dê "]], [["STT", "Việc làm"], ["1", "Bò\ndê"]]),
        ([["A", "B"], ["1"], ["2", "x", "y"]], [["A", "B", ""], ["1", "", ""], ["2", "x", "y"]]),
        ([["A", "B", ""], ["", " ", ""], ["1", "2", "\n"]], [["A", "B"], ["1", "2"]]),
        ([["", ""], ["1", "2"]], [["", ""], ["1", "2"]]),
        ([], []),
    ],
)
def test_typed_table_is_kept_as_a_file_returns_it(typed, kept) -> None:
    assert clean_table(typed) == kept


def test_untouched_cells_keep_their_templates_and_others_are_read(content) -> None:
    rows = edited(content, [HEAD, ["1", "Nuôi bò ở xã Hoằng Phú", "12"]])
    assert rows[1][1] == "Nuôi bò ở xã {unit:15883}"
    moved = edited(content, [HEAD, ["1", "Nuôi gà", "3"], ["2", "Nuôi bò ở xã Hoằng Phú", "12"]])
    assert moved[2][1] == "Nuôi bò ở xã {unit:15883}"
    assert edited(content, [HEAD, ["1", "{ref:x} và {brace}", ""]])[1][1] == "{brace:open}ref:x} và {brace}"


@pytest.mark.parametrize("rows", [[], [["", " ", ""], ["1", "x", "y"]]])
def test_table_without_header_is_refused(content, rows) -> None:
    with pytest.raises(FindingError) as caught:
        edited(content, rows)
    assert caught.value.finding.code == "PLAN-TABLE-HEADER"


@pytest.mark.parametrize("rows", [[["x"] * 31], [["x"] * 10] * 401])
def test_table_beyond_a_screen_is_refused(content, rows) -> None:
    with pytest.raises(FindingError) as caught:
        edited(content, rows)
    assert caught.value.finding.code == "PLAN-TABLE-LARGE"


@pytest.mark.parametrize("form", ["md", "docx"])
@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, ["1", "Nuôi bò\n- giống lai\n- chuồng", "12"], ["", "", ""], ["", "Cộng", "12"]],
        [[*HEAD, "Ghi chú"], ["1", "a|b *c* {ref:x} <b> &amp;", "1.040", ""], ["2", "", "", "Theo 415/QĐ-UBND"]],
        [["Một cột"], ["# không phải đầu đề"]],
        [HEAD],
    ],
)
def test_edited_table_comes_back_the_same(content, tmp_path, form, rows) -> None:
    edited(content, rows)
    path = tmp_path / f"plan.{form}"
    write(compose(content).document, path, form)
    assert same(build_content(read(path), units=Units.packaged()), content)


def brief(old, new):
    return [(each.kind, each.row, each.name, each.column, each.before, each.after) for each in table_changes(old, new)]


OLD = [HEAD, ["1", "Nuôi bò", "12"], ["2", "Nuôi dê", "5"], ["", "Cộng", "17"]]


@pytest.mark.parametrize(
    ("new", "told"),
    [
        (OLD, []),
        (
            [HEAD, ["1", "Nuôi bò", "12"], ["2", "Nuôi dê", "7"], ["", "Cộng", "19"]],
            [("cell", 2, "Nuôi dê", "Số hộ", "5", "7"), ("cell", 3, "Cộng", "Số hộ", "17", "19")],
        ),
        ([["STT", "Việc", "Số hộ"], *OLD[1:]], [("cell", 0, "STT", "Việc", "Việc làm", "Việc")]),
        (
            [HEAD, OLD[1], ["2", "Trồng cỏ", "30"], ["3", "Nuôi dê", "5"], OLD[3]],
            [("row", 2, "Trồng cỏ", "", "", "2 | Trồng cỏ | 30"), ("cell", 3, "Nuôi dê", "STT", "2", "3")],
        ),
        ([HEAD, OLD[2], OLD[3]], [("row", 1, "Nuôi bò", "", "1 | Nuôi bò | 12", "")]),
        (
            [["STT", "Việc làm"], ["1", "Nuôi bò"], ["2", "Nuôi dê lai"], ["", "Cộng"]],
            [
                ("column", 0, "", "Số hộ", "Số hộ | 12 | 5 | 17", ""),
                ("cell", 2, "Nuôi dê lai", "Việc làm", "Nuôi dê", "Nuôi dê lai"),
            ],
        ),
        (
            [["STT", "Thôn", "Việc làm", "Số hộ"], ["1", "Đông", "Nuôi bò", "12"], ["2", "", "Nuôi dê", "5"],
             ["", "", "Cộng", "17"]],
            [("column", 0, "", "Thôn", "", "Thôn | Đông")],
        ),
        ([HEAD], [("row", 1, "Nuôi bò", "", "1 | Nuôi bò | 12", ""), ("row", 2, "Nuôi dê", "", "2 | Nuôi dê | 5", ""),
                  ("row", 3, "Cộng", "", "Cộng | 17", "")]),
    ],
)  # fmt: skip
def test_difference_names_row_and_cell(new, told) -> None:
    assert brief(OLD, new) == told


def test_difference_and_its_reverse_are_the_same_places(content) -> None:
    new = [HEAD, ["1", "Nuôi bò", "13"], ["2", "Trồng cỏ", "1"], ["3", "Nuôi dê", "5"]]
    there, back = brief(OLD, new), brief(new, OLD)
    assert {(kind, before, after) for kind, _r, _n, _c, before, after in there} == {
        (kind, after, before) for kind, _r, _n, _c, before, after in back
    }


def test_difference_of_plans_shows_cells_of_a_table(content) -> None:
    from copy import deepcopy

    before = deepcopy(content)
    edited(content, [HEAD, ["1", "Nuôi bò", "12"], ["2", "Nuôi dê", "7"]])
    told = difference(before, content)
    assert told["count"] == 1
    change = told["texts"]["changed"][0]
    assert (change["before"], change["after"]) == ("5", "7")
    assert change["table"] == {"kind": "cell", "row": 2, "name": "Nuôi dê", "column": "Số hộ"}
    assert change["where"].endswith("Nội dung hỗ trợ")


def test_wholly_rewritten_table_is_still_the_same_table(content) -> None:
    from copy import deepcopy

    before = deepcopy(content)
    edited(content, [["Q", "Z"], ["w", "v"]])
    texts = difference(before, content)["texts"]
    assert {row["table"]["kind"] for rows in texts.values() for row in rows} >= {"cell", "column", "row"}
