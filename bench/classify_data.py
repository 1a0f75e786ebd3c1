"""Made-up answers of a nation, the same every time: households and members as Parquet, in order of household_id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "var" / "bench"
SIZES = "[1,2,2,3,3,3,4,4,4,4,4,4,5,5,5,6,3,2,4,5]"
GROUP = 122_880


def _dice(salt: int, sides: int, key: str = "id") -> str:
    return f"(hash({key}, {salt}) % {sides})"


def _pick(salt: int, shares: dict[str, int], key: str = "id") -> str:
    """A word by its share of 1000; what is left over is not answered."""
    lines, upto = [], 0
    for word, share in shares.items():
        upto += share
        lines.append(f"WHEN {_dice(salt, 1000, key)} < {upto} THEN '{word}'")
    return f"CASE {' '.join(lines)} END"


def _yes(salt: int, share: int, key: str = "id") -> str:
    return f"CASE WHEN {_dice(salt, 1000, key)} < {share} THEN true WHEN {_dice(salt, 1000, key)} < 995 THEN false END"


_PART = {"durable": 850, "non_durable": 140}
HOUSEHOLDS: dict[str, str] = {
    "household_id": "id", "area": _pick(2, {"rural": 630, "urban": 370}),
    "income_per_person": f"(400000 + {_dice(3, 9000)} * 1000)::BIGINT", "farming": _yes(4, 300),
    "income_score_typed": f"(50 + 5 * {_dice(5, 50)})::SMALLINT",
    "wall": _pick(6, _PART), "pillar": _pick(7, _PART), "roof": _pick(8, _PART),
    "dwelling_area": f"(15 + {_dice(9, 120)})::INTEGER",
    "water_source": _pick(10, {"piped": 500, "drilled_well": 250, "protected_dug_well": 100, "protected_spring": 50,
                               "rain": 30, "bottled": 20, "unprotected": 45}),
    "toilet_kind": _pick(11, {"septic": 800, "pour_flush": 60, "ventilated": 20, "two_vault": 30, "other": 50,
        "none": 35}),
    "television": _yes(12, 850), "radio": _yes(13, 100), "desktop_computer": _yes(14, 100), "telephone": _yes(15, 300),
    "laptop": _yes(16, 200), "tablet": _yes(17, 100), "smartphone": _yes(18, 850),
}  # fmt: skip
_WHO = "id * 16 + m"
_BORN = f"(1940 + {_dice(21, 85, _WHO)})"
MEMBERS: dict[str, str] = {
    "household_id": "id",
    "birth": f"(CASE WHEN {_dice(20, 100, _WHO)} < 5 THEN {_BORN} * 10000 "
             f"ELSE {_BORN} * 10000 + (1 + {_dice(22, 12, _WHO)}) * 100 + 1 + {_dice(23, 28, _WHO)} END)::INTEGER",
    "employment_status": _pick(24, {"contract": 250, "no_contract": 30, "own_work": 300, "seeking": 15,
        "not_seeking": 400}, _WHO),
    "monthly_allowance": _pick(25, {"none": 930, "elderly": 30, "disabled": 20, "other": 18}, _WHO),
    "malnutrition": _pick(26, {"none": 960, "stunted": 20, "underweight": 10, "both": 5}, _WHO),
    "insured": _yes(27, 930, _WHO),
    "attends": _pick(28, {"none": 750, "preschool": 50, "primary": 80, "lower_secondary": 60, "upper_secondary": 30,
                          "vocational": 10, "university": 18}, _WHO),
    "diploma": _pick(29, {"none": 300, "primary": 200, "lower_secondary": 230, "upper_secondary": 150,
                          "elementary_vocational": 30, "intermediate": 20, "college": 30, "university": 38}, _WHO),
    "certified_training": _yes(30, 50, _WHO), "uses_internet": _yes(31, 800, _WHO),
}  # fmt: skip


def made(households: int) -> Path:
    """A folder with both tables of so many households (3.65 members each), made once and kept under var/."""
    folder = FOLDER / f"classify-{households}"
    if (folder / "members.parquet").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    size = f"{SIZES}[(1 + {_dice(1, 20)})::INTEGER]"
    people = f"(SELECT id, unnest(range({size})) AS m FROM range(1, {households} + 1) ids(id))"
    _write(folder / "households.parquet", HOUSEHOLDS, f"range(1, {households} + 1) ids(id)")
    _write(folder / "members.parquet", MEMBERS, people)
    return folder


def _write(path: Path, columns: dict[str, str], source: str) -> None:
    import duckdb

    selected = ", ".join(f"{value} AS {name}" for name, value in columns.items())
    part = path.with_suffix(".part")
    connection: Any = duckdb.connect()
    connection.execute("SET memory_limit = '4GB'")
    connection.execute(f"COPY (SELECT {selected} FROM {source}) TO '{part}' (FORMAT parquet, ROW_GROUP_SIZE {GROUP})")
    part.rename(path)
