"""`giamngheo boundaries load FILE`: take boundaries from a GeoJSON file; docs/algorithms/boundaries.md.

JSON (`--json`): {"taken", "ended", "findings": [...]}; else {"finding": {...}} where nothing was taken.
Exit codes: 0 done, 1 refused or some features were left out, 2 no such file or day.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from giamngheo.config.commands import setup_django
from giamngheo.foundation.findings import Finding, FindingError


def main(arguments: Sequence[str]) -> int:
    """Parse the options, load, and say what was left out and why."""
    parser = argparse.ArgumentParser(prog="giamngheo boundaries load", description="Nạp ranh giới / load boundaries")
    parser.add_argument("file", type=Path, help="tệp GeoJSON / a GeoJSON file")
    parser.add_argument("--code-property", required=True, help="thuộc tính chứa mã / the property of the code")
    parser.add_argument("--source", required=True, help="nguồn / where they are from")
    parser.add_argument("--licence", required=True, help="giấy phép sử dụng / under which licence")
    parser.add_argument("--from", dest="since", type=date.fromisoformat, help="áp dụng từ ngày / from day, YYYY-MM-DD")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data-dir", help="thư mục dữ liệu / data folder")
    options = parser.parse_args(arguments)
    if options.data_dir:
        os.environ["GIAMNGHEO_DATA_DIR"] = options.data_dir
    setup_django()
    return run(options)


def run(options: argparse.Namespace) -> int:
    """The same, where Django stands already."""
    from django.utils import timezone

    from giamngheo.territory.actions import load_boundaries

    try:
        content = options.file.read_bytes()
    except OSError:
        print(f"không đọc được tệp {options.file} / cannot read {options.file}", file=sys.stderr)
        return 2
    try:
        done = load_boundaries(
            by=None, content=content, code_property=options.code_property, source=options.source,
            licence=options.licence, valid_from=options.since or timezone.localdate(),
        )  # fmt: skip
    except FindingError as error:
        return _refuse(error.finding, as_json=options.json)
    if options.json:
        told = {"taken": done.taken, "ended": done.ended, "findings": [each.as_dict() for each in done.findings]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(
            f"{done.taken} ranh giới đã nạp, {done.ended} ranh giới cũ hết hiệu lực, {len(done.findings)} bỏ lại /"
            f" {done.taken} loaded, {done.ended} ended, {len(done.findings)} left out"
        )
        for each in done.findings:
            _say(each)
    return 1 if done.findings else 0


def _refuse(finding: Finding, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"finding": finding.as_dict()}, ensure_ascii=False, indent=1))
    else:
        _say(finding)
    return 1


def _say(finding: Finding) -> None:
    print(f"{finding.code}: {finding.message.vi}\n  {finding.message.en}", file=sys.stderr)
    for fix in finding.fixes:
        print(f"  - {fix.vi} / {fix.en}", file=sys.stderr)
