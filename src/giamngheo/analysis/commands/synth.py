"""`giamngheo synth --households N --out DIR`: a synthetic population and its rates beside the published.

Exit codes: 0 made, 2 asked for what cannot be done.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.making import has_extra, make
from giamngheo.foundation.findings import FindingError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="giamngheo synth", description="Sinh dân số giả, có đánh dấu / a synthetic population, marked as such"
    )
    parser.add_argument("--households", type=int, required=True, help="số hộ / how many households")
    parser.add_argument("--out", type=Path, required=True, help="thư mục ghi ra / folder to write")
    parser.add_argument("--seed", type=int, default=1, help="cùng số, cùng dữ liệu / same seed, same bytes")
    parser.add_argument(
        "--year", type=int, default=2024, help="số liệu công bố năm nào / published figures of which year"
    )
    parser.add_argument("--day", type=date.fromisoformat, help="ngày tính tuổi, YYYY-MM-DD / day of ages and standard")
    parser.add_argument("--format", choices=("parquet", "csv", "xlsx"), help="mặc định / default: parquet, else csv")
    parser.add_argument("--commune", default="", help="mã xã / a commune's code: all households there")
    parser.add_argument("--missing", type=float, default=0.0, help="tỷ lệ để trống / share of answers left blank")
    parser.add_argument("--names", action="store_true", help="thêm tên giả / add invented names")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Parse the options and make the population."""
    options = _parser().parse_args(arguments)
    plan = Plan(
        options.households, options.seed, options.year, options.day, options.commune, options.missing, options.names
    )
    form = options.format or ("parquet" if has_extra() else "csv")
    try:
        made = make(plan, options.out, form, say=lambda text: print(text, file=sys.stderr, flush=True))
    except FindingError as error:
        return _refuse(error)
    report(made)
    return 0


def report(made: dict[str, Any]) -> None:
    """Print the rates that were reached beside their targets."""
    print(f"DỮ LIỆU GIẢ / SYNTHETIC: {made['households']} hộ, {made['members']} người; {', '.join(made['files'])}")
    for each in made["rates"]:
        target = "–" if each["target"] is None else f"{each['target']:.2f}"
        print(
            f"  {each['reached']:>7.2f}  (mục tiêu/target {target})  {each['name']}  [{each['mark']}: {each['source']}]"
        )


def _refuse(error: FindingError) -> int:
    finding = error.finding
    print(f"{finding.code}: {finding.message.vi}\n  {finding.message.en}", file=sys.stderr)
    for fix in finding.fixes:
        print(f"  - {fix.vi} / {fix.en}", file=sys.stderr)
    return 2
