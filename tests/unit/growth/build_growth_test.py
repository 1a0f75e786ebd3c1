"""The builder stops at a table that is not WHO's: a hole, a slip of a digit, a wrong known point, code for data."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tools.build_growth import SOURCES, Source, Table, check, packed, read

SOURCE = Source("made_up", "", "0", "40", "1", "0.002")


@pytest.fixture
def table() -> Table:
    return {Decimal(day): (Decimal(1), Decimal(50) + Decimal(day) / 10, Decimal("0.04")) for day in range(41)}


def test_a_smooth_whole_table_passes_exactly(table: Table) -> None:
    check(SOURCE, "male", table)
    assert packed(SOURCE, table)["m"][:2] == [500_000, 501_000]


def test_hole_slip_and_fall_are_found(table: Table) -> None:
    with pytest.raises(SystemExit, match="keys"):
        check(SOURCE, "male", {key: row for key, row in table.items() if key != 7})
    for wrong, match in (("52.09", "jumps"), ("50.1", "falls"), ("-3", "no body")):
        with pytest.raises(SystemExit, match=match):
            check(SOURCE, "male", table | {Decimal(20): (Decimal(1), Decimal(wrong), Decimal("0.04"))})


def test_known_point_must_agree(table: Table) -> None:
    source = SOURCES[1]._replace(last="40")
    with pytest.raises(SystemExit, match="WHO's"):
        check(source, "male", table)


def test_code_in_place_of_a_table_is_refused(tmp_path) -> None:
    file = tmp_path / "wfa.py"
    file.write_text("DATA = dict(male=open('/etc/hosts').read())")
    with pytest.raises(SystemExit, match="not a literal"):
        read(file)
