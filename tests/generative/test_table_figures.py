"""Whatever stands in the cells of a table, printing the plan changes no number of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.foundation.numbers import format_number
from giamngheo.paperwork.readers.text import read_text
from giamngheo.planning.composing.document import compose
from giamngheo.planning.composing.leftout import numbers_in
from giamngheo.planning.importing.build import build_content
from giamngheo.territory.reference import Units
from tests.factories.plan_text import plan_text

_NUMBERS = st.builds(
    lambda whole, part, zeros: "0" * zeros + format_number(whole) + (f",{part}" if part else ""),
    st.integers(0, 10**9),
    st.text("0123456789", max_size=3),
    st.integers(0, 2),
)
_CELLS = st.one_of(_NUMBERS, st.text("0123456789.,-% ", max_size=9), st.sampled_from(["", "-", "2023", "1.5", "1040"]))
_HEADS = ("TT", "Thôn", "Số hộ nghèo (hộ)", "Tỷ lệ hộ nghèo (%)", "Vốn giao (triệu đồng)", "Giải ngân (tỷ đồng)")


def _table(rows):
    head = [_HEADS, ("---",) * len(_HEADS)]
    lines = [f"| {' | '.join(cells)} |" for cells in (*head, *rows)]
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[_CELLS] * 4), min_size=1, max_size=4))
def test_cells_keep_their_numbers(rows) -> None:
    full = [(str(at), f"Thôn {at}", *(cell.strip() for cell in row)) for at, row in enumerate(rows, 1)]
    text = plan_text(**{"II. TÍN DỤNG": f"{_table(full)}\n\nII. TÍN DỤNG"})
    document = read_text(text)
    content = build_content(document, units=Units.packaged())
    before = [node.rows for node in document.walk() if node.rows]
    after = [node.rows for node in compose(content).document.walk() if node.rows]
    for old, new in zip(before, after, strict=True):
        for was, now in zip(old, new, strict=True):
            for left, right in zip(was, now, strict=True):
                assert [value for _, value in numbers_in(left)] == [value for _, value in numbers_in(right)]


def test_generator_reaches_figures_that_become_values() -> None:
    text = plan_text(**{"II. TÍN DỤNG": f"{_table([('1', 'Thôn 1', '05', '1,50', '1.250,5', '1,2')])}\n\nII. TÍN DỤNG"})
    content = build_content(read_text(text), units=Units.packaged())
    assert {key.split(".")[0] for key in content.values if key.endswith("thon-1")} == {"S01", "S02", "F01", "F03"}
