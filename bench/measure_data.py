"""Households with mildly correlated deprivations, made by DuckDB from hashes of their numbers: the same every time.

About one household in fourteen is vulnerable and lacks each service five times as often as others; provinces differ.
With twelve equal weights and k = 4/12 about 6 % are poor, as poor and near-poor households together were in 2023
(5.71 %, Quyết định 134/QĐ-BLĐTBXH). Files are kept under var/bench and made only once.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "var" / "bench"
INDICATORS = tuple(f"d{at}" for at in range(1, 13))
NATION = int(os.environ.get("GIAMNGHEO_BENCH_HOUSEHOLDS", "28000000"))
VERSION = 1


def _bits() -> str:
    """Each deprivation is 2 to 11 % among others, 30 to 55 % among the vulnerable."""
    made = []
    for at, name in enumerate(INDICATORS, start=1):
        few, many = 20 + 90 * (at * 7 % 12) // 12, 300 + 250 * (at * 5 % 12) // 12
        made.append(f"(hash(i, {at}) % 1000 < CASE WHEN vulnerable THEN {many} ELSE {few} END)::TINYINT AS {name}")
    return ", ".join(made)


def households(count: int = NATION) -> Path:
    """A Parquet file of `count` households: province (1 to 63, in order), d1 ... d12."""
    return _written(
        f"households-{count}-{VERSION}",
        f"""SELECT province::TINYINT AS province, {_bits()} FROM (
              SELECT i, province, hash(i, 99) % 1000 < 30 + province * 13 % 90 AS vulnerable
              FROM (SELECT i, i * 63 // {count} + 1 AS province FROM range({count}) numbers(i)))""",
    )


KINDS = ("whole numbers with blanks", "Booleans by a text", "Booleans with blanks by a text")


def of_kind(kind: str, count: int) -> Path:
    """The same households with columns of another kind; of every column with blanks 2 in 100 are blank."""
    cells = "CASE WHEN hash(province, {name}, row_number() OVER ()) % 1000 < 20 THEN NULL ELSE {value} END"
    made = []
    for name in INDICATORS:
        value = f"{name}::BOOLEAN" if "Boolean" in kind else name
        made.append(f"{cells.format(name=name, value=value) if 'blanks' in kind else value} AS {name}")
    group = "'Tỉnh số ' || province" if "text" in kind else "province"
    query = f"SELECT {group} AS province, {', '.join(made)} FROM '{households(count)}'"
    return _written(f"{kind.replace(' ', '-')}-{count}-{VERSION}", query)


def sample(count: int = 100_000) -> Path:
    """A survey: as households, with 126 strata, clusters of 25 households and weights."""
    return _written(
        f"sample-{count}-{VERSION}",
        f"""SELECT province::TINYINT AS province, {_bits()}, (province * 2 + cluster % 2)::SMALLINT AS stratum,
              cluster::INTEGER AS cluster, 0.5 + (hash(cluster, 7) % 4000) / 1000 AS weight FROM (
              SELECT i, cluster, province, hash(i, 99) % 1000 < hash(cluster, 98) % 160 AS vulnerable
              FROM (SELECT i, i // 25 AS cluster, i * 63 // {count} + 1 AS province FROM range({count}) numbers(i)))""",
    )


def _written(name: str, query: str) -> Path:
    import duckdb

    path = FOLDER / f"{name}.parquet"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        duckdb.connect().execute(
            f"COPY ({query}) TO '{part}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 1000000)"
        )
        part.replace(path)
    return path
