"""`giamngheo whatif IN [--to DAY | --standard ID] [...]`: what another standard, other lines or insurance would change.

IN is a folder with households and members (Parquet or CSV) or a workbook. Exit codes: 0 answered, 2 cannot be answered.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from giamngheo.analysis.whatif import Outcome, Question, ask
from giamngheo.analysis.whatif.files import changes_file
from giamngheo.analysis.whatif.judging import Compared
from giamngheo.analysis.whatif.large import is_large
from giamngheo.analysis.whatif.question import refused
from giamngheo.analysis.whatif.reading import MOST, read
from giamngheo.analysis.whatif.report import report
from giamngheo.analysis.whatif.support import Prices
from giamngheo.analysis.whatif.words import as_dict
from giamngheo.foundation.findings import Finding, FindingError

NEXT = date(2027, 1, 1)  # the day the question is about when nothing else is asked


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="giamngheo whatif", description="Chuẩn khác thì sao / another standard, other lines"
    )
    add = parser.add_argument
    add("population", type=Path, metavar="IN", help="thư mục hoặc tệp .xlsx / folder or workbook")
    add("--on", type=date.fromisoformat, default=None, help="ngày xếp loại hiện nay / day of today's verdicts")
    add("--to", type=date.fromisoformat, help="ngày so sánh / the other day (2027-01-01 when nothing else is changed)")
    add("--standard", default="", help="mã chuẩn / id of another standard (vn-2027)")
    add("--province", default="", help="mã tỉnh cũ, nếu tỉnh có chuẩn riêng / old province code, for its own layer")
    add("--line", action="append", default=[], metavar="AREA=N", help="rural=2200000 urban=2800000")
    add("--poor-deprivations", type=int)
    add("--weights", action="append", nargs="+", default=[], metavar="INDICATOR=N")
    add("--insured", action="append", default=[], metavar="CLASS", help="poor, near_poor, not_poor, all")
    add(
        "--assume-indicators",
        default="",
        metavar="ID",
        help="dùng chỉ số của chuẩn này / that standard's indicators stand in",
    )
    add("--by", default="", metavar="COL", help="chia theo cột / split by a column")
    add("--premium", type=int, help="mức đóng BHYT một người một năm, đồng / premium a person a year")
    add("--electricity-price", type=int, help="giá điện bậc 1, đồng một kWh / tier-1 price")
    add("--memory", default="", help="bộ nhớ tối đa của DuckDB, ví dụ 4GB / most memory, for a nation")
    add("--json", action="store_true")
    add("--lang", choices=("vi", "en"), default="vi")
    add("--out", type=Path, help="ghi danh sách hộ đổi loại (CSV) / write the households that change")
    return parser  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Parse, read, ask, print."""
    options = _parser().parse_args(arguments)
    try:
        question, prices = _question(options), _prices(options)
        with _changes(options.out) as told:
            outcome, findings = _asked(options, question, prices, told)
    except FindingError as error:
        return _refuse(error.finding, as_json=options.json, language=options.lang)
    if options.json:
        print(json.dumps(as_dict(outcome, findings), ensure_ascii=False, indent=1))
    else:
        print(report(outcome, findings, options.lang), end="")
    return 0


@contextmanager
def _changes(file: Path | None) -> Iterator[Callable[[Compared], None] | None]:
    """Where households that change are written; a file only appears under its name when it is whole."""
    if file is None:
        yield None
        return
    part = file.with_name(f".{file.name}.part")
    try:
        with changes_file(part) as told:
            yield told
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _asked(
    options: argparse.Namespace, question: Question, prices: Prices, told: Callable[[Compared], None] | None
) -> tuple[Outcome, list[Finding]]:
    """Household after household up to MOST of them, else by the engine of millions."""
    if is_large(options.population, MOST):
        from giamngheo.analysis.whatif.large import ask_large

        said = "" if options.json else "  "
        outcome = ask_large(
            options.population, question, by=options.by, prices=prices, memory=options.memory, told=told,
            say=lambda text: print(f"{said}{text} …", file=sys.stderr, flush=True),
        )  # fmt: skip
        return outcome, []
    population = read(options.population)
    outcome = ask(population.households, question, by=options.by, prices=prices)
    if told is not None:
        for each in outcome.changes:
            told(each)
    return outcome, population.findings


def _question(options: argparse.Namespace) -> Question:
    changed = any((options.line, options.poor_deprivations is not None, options.weights, options.insured))
    to = options.to or (None if changed or options.standard else NEXT)
    return Question(
        on=options.on or date.today(),
        to=to,
        standard=options.standard,
        province=options.province,
        lines=_numbers("--line", options.line),
        poor_deprivations=options.poor_deprivations,
        weights=_numbers("--weights", [each for group in options.weights for each in group]),
        insured=tuple(options.insured),
        assume_indicators=options.assume_indicators,
    )


def _numbers(option: str, given: list[str]) -> dict[str, int]:
    found = {}
    for each in given:
        name, _sign, value = each.partition("=")
        if not value.isdecimal() or len(value) > 12:
            raise refused(option, f"“{each}” không có dạng TÊN=SỐ", f"“{each}” is not NAME=NUMBER")
        found[name] = int(value)
    return found


def _prices(options: argparse.Namespace) -> Prices:
    for name in ("premium", "electricity_price"):
        value = getattr(options, name)
        if value is not None and value <= 0:
            raise refused(f"--{name.replace('_', '-')}", "phải lớn hơn 0", "must be above 0")
    return Prices(options.premium, options.electricity_price)


def _refuse(finding: Finding, *, as_json: bool, language: str) -> int:
    if as_json:
        print(json.dumps({"findings": [finding.as_dict()]}, ensure_ascii=False, indent=1))
        return 2
    print(f"{finding.code}: {finding.message.vi if language == 'vi' else finding.message.en}", file=sys.stderr)
    for fix in finding.fixes:
        print(f"  - {fix.vi if language == 'vi' else fix.en}", file=sys.stderr)
    return 2
