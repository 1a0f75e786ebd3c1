"""The words behind `giamngheo whatif`, as values. Nothing heavy is loaded here."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from giamngheo.analysis.commands.options import Parser, Running, parts
from giamngheo.analysis.whatif.question import Question, refused
from giamngheo.analysis.whatif.support import Prices

NEXT = date(2027, 1, 1)  # the day the question is about when nothing else is asked
USAGE = """giamngheo whatif IN [...]

  IN                      như của classify: thư mục có households.* và members.* (parquet, csv, xlsx), hoặc một tệp
                          Excel hai trang tính / as for classify: a folder with both tables, or a workbook
  --on DATE               ngày xếp loại hiện nay, mặc định hôm nay / day of today's verdicts (YYYY-MM-DD or dd/mm/yyyy)
  --to DATE               ngày so sánh / the other day; 01/01/2027 khi không hỏi gì khác / when nothing else is asked
  --standard ID           chuẩn so sánh, ví dụ vn-2027 / the other standard, instead of a day
  --province CODE         mã tỉnh cũ, nếu tỉnh có chuẩn riêng / old province code, for its own standard
  --line AREA=N           chuẩn thu nhập khác / another line: rural=2200000; lặp lại được / repeat
  --poor-deprivations N   số chỉ số để là hộ nghèo / deprivations from which a household is poor
  --weights IND=N ...     chỉ số tính mấy lần / how often an indicator counts
  --insured CLASS         loại hộ có đủ bảo hiểm y tế / classes of which all are insured: poor, near_poor, not_poor, all
  --assume-indicators ID  tạm dùng chỉ số của chuẩn này / that standard's indicators stand in
  --by COL                chia theo cột của bảng hộ hoặc câu hỏi / split by a column of households or a question
  --premium N             mức đóng BHYT một người một năm, đồng / premium a person a year, đồng
  --electricity-price N   giá điện bậc 1, đồng một kWh / tier-1 price, đồng a kWh
  --map QUESTION=COL      câu hỏi ở cột nào; lặp lại được / which column answers a question; repeat
  --bad-rows FILE         ghi các dòng bị để riêng, với mã và lý do / write the rows set aside, with code and reason
  (CSV)
  --out FILE              ghi danh sách hộ đổi loại / write the households that change (CSV)
  --engine duckdb|spark   bộ máy / engine; --master ADDRESS của Spark / of Spark; --memory 3GB
                          chưa cài bộ máy: đọc tối đa 50.000 hộ từ CSV, Excel / without one: 50,000 from CSV, Excel
  --json                  in JSON / print JSON; --lang vi|en; --quiet không báo tiến độ / no progress

  Các cột / columns: docs/reference/classify.md
  Mã thoát / exit code: 0 xong / done · 1 có dòng bị để riêng / some rows were set aside ·
  2 không đọc được hoặc lệnh sai / unreadable, or wrong use · 130 đã dừng / stopped
"""


@dataclass(frozen=True)
class Options:
    """What was asked of which list, and where it runs; `running.engine` is empty where none was named."""

    path: Path
    question: Question
    by: str
    prices: Prices
    mapping: dict[str, str]
    bad_rows: Path | None
    out: Path | None
    running: Running


def parse(words: Sequence[str]) -> Options:
    """Options from the words behind `whatif`. Raises FindingError (DATA-OPTION, WHATIF-OPTION)."""
    parser = Parser("whatif")
    parser.add_argument("path", metavar="IN")
    parser.many("map", "line", "insured")
    parser.add_argument("--weights", action="extend", nargs="+", default=[])
    parser.words("on", "to", "standard", "province", "poor-deprivations", "assume-indicators", "by", "premium",
                 "electricity-price", "bad-rows", "out")  # fmt: skip
    told = parser.parse_args(list(words))
    return Options(
        Path(told.path), _question(parser, told), told.by, _prices(told),
        parser.pairs("--map", told.map, "QUESTION=COLUMN"), parser.written("--bad-rows", told.bad_rows, told.path),
        parser.written("--out", told.out, told.path), parser.running(told, ""),
    )  # fmt: skip


def _question(parser: Parser, told: argparse.Namespace) -> Question:
    changed = any((told.line, told.poor_deprivations, told.weights, told.insured))
    to = parser.day("--to", told.to) or (None if changed or told.standard else NEXT)
    return Question(
        on=parser.day("--on", told.on) or date.today(),
        to=to,
        standard=told.standard,
        province=told.province,
        lines=_numbers("--line", parts(told.line)),
        poor_deprivations=_number("--poor-deprivations", told.poor_deprivations),
        weights=_numbers("--weights", parts(told.weights)),
        insured=tuple(parts(told.insured)),
        assume_indicators=told.assume_indicators,
    )


def _numbers(option: str, given: Sequence[str]) -> dict[str, int]:
    found = {}
    for each in given:
        name, _sign, value = each.partition("=")
        if not value.isdecimal() or len(value) > 12:
            raise refused(option, f"“{each}” không có dạng TÊN=SỐ", f"“{each}” is not NAME=NUMBER")
        found[name] = int(value)
    return found


def _number(option: str, text: str) -> int | None:
    if text and not (text.isdecimal() and len(text) <= 12):
        raise refused(option, f"“{text}” không phải số nguyên", f"“{text}” is no whole number")
    return int(text) if text else None


def _prices(told: argparse.Namespace) -> Prices:
    found = []
    for option, text in (("--premium", told.premium), ("--electricity-price", told.electricity_price)):
        value = _number(option, text)
        if value == 0:
            raise refused(option, "phải lớn hơn 0", "must be above 0")
        found.append(value)
    return Prices(*found)
