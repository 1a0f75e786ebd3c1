"""The words behind `giamngheo classify`, as values. Nothing heavy is loaded here."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from giamngheo.analysis.classification.asked import Asked
from giamngheo.analysis.runners.findings import OPTION
from giamngheo.foundation.dates import find_dates
from giamngheo.foundation.findings import FindingError

USAGE = """giamngheo classify IN --out OUT [...]

  IN                      thư mục có households.* và members.* (parquet, csv, xlsx), hoặc một tệp Excel hai trang tính /
                          a folder with households.* and members.*, or a workbook with two sheets
  --out OUT               kết quả / the result: .parquet, .csv, .xlsx
  --on DATE               ngày phân loại, mặc định hôm nay / day judged (YYYY-MM-DD or dd/mm/yyyy), today by default
  --standard KEY          chuẩn nghèo, ví dụ vn-2022.1 / the standard; by default the one in force on that day
  --map QUESTION=COL      câu hỏi ở cột nào; lặp lại được / which column answers a question; repeat
  --bad-rows FILE         ghi các dòng bị để riêng, với mã và lý do / write the rows set aside, with code and reason
  (CSV)
  --explain               ghi lý do từng hộ / write the reasons of each household: OUT.reasons.jsonl
  --workers FILE          ghi người lao động có thu nhập thấp / write low-income workers, a row a member
  --engine duckdb|spark   bộ máy / engine; --master ADDRESS của Spark / of Spark; --memory 4GB
  --json                  in JSON / print JSON; --lang vi|en; --quiet không báo tiến độ / no progress

  Các cột / columns: docs/reference/classify.md
  Mã thoát / exit code: 0 xong / done · 1 có dòng bị để riêng / some rows were set aside ·
  2 không đọc được hoặc lệnh sai / unreadable, or wrong use · 130 đã dừng / stopped
"""


@dataclass(frozen=True)
class Options:
    """What was asked."""

    asked: Asked
    engine: str
    master: str
    memory: str
    json: bool
    language: str
    quiet: bool


def refuse(option: str, why: str) -> FindingError:
    """DATA-OPTION as an error to raise."""
    return FindingError(OPTION.at(quote=option, option=option, why=why, command="classify"))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise refuse("giamngheo classify", message)


def parse(words: Sequence[str]) -> Options:
    """Options from the words behind `classify`. Raises FindingError (DATA-OPTION)."""
    told = _parser().parse_args(list(words))
    if not told.out:
        raise refuse("--out", "chưa nêu tệp kết quả / no result named")
    if told.engine not in ("duckdb", "spark"):
        raise refuse("--engine", "duckdb hoặc/or spark")
    out = Path(told.out)
    if not out.resolve().parent.is_dir():
        raise refuse("--out", f"không có thư mục / no folder {out.resolve().parent}")
    asked = Asked(
        Path(told.path), out, _day(told.on), told.standard, _pairs(told.map),
            Path(told.bad_rows) if told.bad_rows else None,
        out.with_suffix(".reasons.jsonl") if told.explain else None, Path(told.workers) if told.workers else None,
    )  # fmt: skip
    return Options(asked, told.engine, told.master, told.memory, told.json, told.lang, told.quiet)


def _parser() -> _Parser:
    parser = _Parser(prog="giamngheo classify", add_help=False, allow_abbrev=False)
    parser.add_argument("path", metavar="IN")
    parser.add_argument("--map", action="append", default=[])
    for name in ("out", "on", "standard", "bad-rows", "workers", "master"):
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--memory", default="3GB")
    parser.add_argument("--engine", default="duckdb")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    for name in ("explain", "json", "quiet"):
        parser.add_argument(f"--{name}", action="store_true")
    return parser


def _day(text: str) -> date:
    if not text:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = find_dates(text)
    if len(found) != 1 or found[0].value is None or found[0].text != text.strip():
        raise refuse(f"--on {text}", "viết dưới dạng / write it as YYYY-MM-DD, dd/mm/yyyy")
    return found[0].value


def _pairs(texts: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for text in texts:
        name, mark, value = text.partition("=")
        if not (mark and name.strip() and value.strip()):
            raise refuse(f"--map {text}", "viết dưới dạng / write it as QUESTION=COLUMN")
        pairs[name.strip()] = value.strip()
    return pairs
