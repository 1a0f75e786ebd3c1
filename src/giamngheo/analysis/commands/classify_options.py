"""The words behind `giamngheo classify`, as values. Nothing heavy is loaded here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from giamngheo.analysis.classification.asked import Asked
from giamngheo.analysis.commands.options import Parser, Running

USAGE = """giamngheo classify IN --out OUT [...]

  IN                      thư mục có households.* và members.* (parquet, csv, xlsx), hoặc một tệp Excel hai trang tính /
                          a folder with households.* and members.*, or a workbook with two sheets
  --out OUT               kết quả / the result: .parquet, .csv, .xlsx
  --on DATE               ngày phân loại, mặc định hôm nay / day judged (YYYY-MM-DD or dd/mm/yyyy), today by default
  --standard KEY          chuẩn nghèo, ví dụ vn-2022.1 / the standard; by default the one in force on that day
  --map QUESTION=COL      câu hỏi ở cột nào; lặp lại được / which column answers a question; repeat
  --bad-rows FILE         ghi các dòng bị để riêng, với mã và lý do / write the rows set aside, with code and reason
  (CSV)
  --explain               ghi lý do từng hộ / write the reasons of each household, beside OUT: NAME.reasons.jsonl
  --workers FILE          ghi người lao động có thu nhập thấp / write low-income workers, a row a member
  --engine duckdb|spark   bộ máy / engine; --master ADDRESS của Spark / of Spark; --memory 4GB
  --json                  in JSON / print JSON; --lang vi|en; --quiet không báo tiến độ / no progress

  Các cột / columns: docs/reference/classify.md
  Mã thoát / exit code: 0 xong / done · 1 có dòng bị để riêng / some rows were set aside ·
  2 không đọc được hoặc lệnh sai / unreadable, or wrong use · 130 đã dừng / stopped
"""


@dataclass(frozen=True)
class Options:
    """What was asked, and where it runs."""

    asked: Asked
    running: Running


def parse(words: Sequence[str]) -> Options:
    """Options from the words behind `classify`. Raises FindingError (DATA-OPTION)."""
    parser = Parser("classify")
    parser.add_argument("path", metavar="IN")
    parser.many("map")
    parser.words("out", "on", "standard", "bad-rows", "workers")
    parser.flags("explain")
    told = parser.parse_args(list(words))
    out = parser.written("--out", told.out, told.path)
    if out is None:
        raise parser.refusal("--out", "chưa nêu tệp kết quả / no result named")
    asked = Asked(
        Path(told.path), out, parser.day("--on", told.on) or date.today(), told.standard,
        parser.pairs("--map", told.map, "QUESTION=COLUMN"), parser.written("--bad-rows", told.bad_rows, told.path),
        out.with_suffix(".reasons.jsonl") if told.explain else None,
        parser.written("--workers", told.workers, told.path),
    )  # fmt: skip
    return Options(asked, parser.running(told))
