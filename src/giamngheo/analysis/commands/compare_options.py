"""The words behind `giamngheo compare`, as values. Nothing heavy is loaded here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from giamngheo.analysis.commands.options import Parser, Running, parts

CLASSES = ("poor", "near_poor", "not_poor")
USAGE = """giamngheo compare BEFORE AFTER [...]
giamngheo compare LIST SECOND --targeting [...]

  BEFORE AFTER            hai danh sách hộ của hai lần rà soát (parquet, csv, xlsx), ví dụ kết quả của classify:
                          biến động, ma trận chuyển loại / two rounds, such as results of classify: who moved
  LIST SECOND             danh sách và nguồn thứ hai: sai sót bỏ sót, bao gồm / a list and a second source: errors of
                          exclusion and inclusion
  --poor CLASS,CLASS      với --targeting: loại tính là nghèo, mặc định poor / classes that count as poor
  cột / columns           household_id, class (poor, near_poor, not_poor, unknown; Hộ nghèo …; 1, 0); nếu có / if known:
                          members (số người / people), relapsed (hộ tái nghèo, 1/0 / fell back, in AFTER)
  --map NAME=COL          cột nào; lặp lại được / which column; repeat; --sheet NAME trang tính / sheet of Excel
  --by COL                chia theo cột có ở cả hai danh sách / split by a column of both lists
  --public                ẩn các con số nhỏ / hide small counts, and what would give them back
  --bad-rows FILE         ghi các dòng không tính được / write the rows that cannot be counted (CSV)
  --engine duckdb|spark   bộ máy / engine; --master ADDRESS của Spark / of Spark; --memory 3GB
  --json                  in JSON / print JSON; --lang vi|en; --quiet không báo tiến độ / no progress

  Mã thoát / exit code: 0 xong / done · 1 có dòng không tính được / some rows could not be counted ·
  2 không đọc được hoặc lệnh sai / unreadable, or wrong use · 130 đã dừng / stopped
"""


@dataclass(frozen=True)
class Options:
    """What was asked; `poor` is empty unless the second list is a second source."""

    before: Path
    after: Path
    poor: tuple[str, ...]
    mapping: dict[str, str]
    sheet: str
    by: tuple[str, ...]
    public: bool
    bad_rows: Path | None
    running: Running


def parse(words: Sequence[str]) -> Options:
    """Options from the words behind `compare`. Raises FindingError (DATA-OPTION)."""
    parser = Parser("compare")
    parser.add_argument("before", metavar="BEFORE")
    parser.add_argument("after", metavar="AFTER")
    parser.many("map", "by")
    parser.words("sheet", "bad-rows", "poor")
    parser.flags("targeting", "public")
    told = parser.parse_args(list(words))
    poor = tuple(dict.fromkeys(parts([told.poor]))) or ("poor",)
    if told.poor and not told.targeting:
        raise parser.refusal("--poor", "chỉ dùng với / only with --targeting")
    if set(poor) - set(CLASSES[:2]):
        raise parser.refusal(f"--poor {told.poor}", "poor, near_poor")
    by = tuple(dict.fromkeys(parts(told.by)))
    if told.public and len(by) > 1:
        raise parser.refusal("--public", "mỗi lần một cột --by / one --by column at a time")
    return Options(
        Path(told.before), Path(told.after), poor if told.targeting else (), parser.pairs("--map", told.map),
        told.sheet, by, told.public, parser.written("--bad-rows", told.bad_rows, told.before), parser.running(told),
    )  # fmt: skip
