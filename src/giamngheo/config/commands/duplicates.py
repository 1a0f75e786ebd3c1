"""`giamngheo duplicates`: look for people entered twice in a commune, as its officer would from the screen.

JSON (`--json`): {"commune": {"code", "name"}, "state", "people", "pairs", "new", "gone"}; else {"finding": {...}}.
Exit codes: 0 done, 1 refused (no such commune, a search under way, not installed), 130 stopped.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

from giamngheo.config.commands import setup_django
from giamngheo.foundation.findings import FindingError


def main(arguments: Sequence[str]) -> int:
    """Parse the options, look, and print what was found; nothing is merged."""
    parser = argparse.ArgumentParser(
        prog="giamngheo duplicates", description="Tìm người bị ghi hai lần / find people entered twice"
    )
    parser.add_argument("--commune", required=True, help="mã xã / the commune's code")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data-dir", help="thư mục dữ liệu / data folder")
    options = parser.parse_args(arguments)
    if options.data_dir:
        os.environ["GIAMNGHEO_DATA_DIR"] = options.data_dir
    setup_django()
    from giamngheo.config.commands.database import prepare

    prepare(lambda words: print(words, file=sys.stderr, flush=True))
    try:
        return _run(options)
    except FindingError as error:
        return _refuse(error.finding.as_dict(), as_json=options.json)


def _run(options: argparse.Namespace) -> int:
    from datetime import date

    from giamngheo.households.actions.duplicates import begin_search, stop_search
    from giamngheo.households.duplicates import jobs
    from giamngheo.households.models import DuplicateRun, RunState
    from giamngheo.territory.queries import unit_on

    unit = unit_on(options.commune, date.today())
    if unit is None or unit.level != "commune":
        words = f"Không có xã mã {options.commune}. / No commune has the code {options.commune}."
        print(words, file=sys.stderr)
        return 1
    run = begin_search(by=None, unit=unit)
    try:
        jobs.work(run.pk, said=_tell)
    except KeyboardInterrupt:
        stop_search(by=None, run=run)
        jobs.give_up(run.pk)
        _clear()
        print("Đã dừng; không có gì thay đổi. / Stopped; nothing was changed.", file=sys.stderr)
        return 130
    _clear()
    run = DuplicateRun.objects.get(pk=run.pk)
    if run.state != RunState.DONE:
        return _refuse(run.result["finding"], as_json=options.json)
    told = {"commune": {"code": unit.code, "name": unit.name}, "state": run.state, **run.result}
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(
            f"{unit.name}: đã so {run.result['people']} người, {run.result['pairs']} cặp cần xem"
            f" ({run.result['new']} mới) / {run.result['people']} people compared, {run.result['pairs']} pairs to look"
            f" at ({run.result['new']} new)"
        )
    return 0


def _tell(part: float) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{part:4.0%}", end="", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _refuse(finding: dict[str, Any], *, as_json: bool) -> int:
    _clear()
    if as_json:
        print(json.dumps({"finding": finding}, ensure_ascii=False, indent=1))
        return 1
    print(f"{finding['code']}: {finding['message']['vi']}\n  {finding['message']['en']}", file=sys.stderr)
    for fix in finding["fixes"]:
        print(f"  - {fix['vi']} / {fix['en']}", file=sys.stderr)
    return 1
