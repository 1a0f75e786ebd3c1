"""`giamngheo plan export --commune CODE --year Y --format docx|pdf|html|md -o FILE`: a plan from the database.

Prints what was written, what is marked as missing, and every number of the source the document does not have, with the
reason. JSON (--json): {"file", "format", "version", "gaps": [{"section", "what", "part"}], "left_out":
[{"number", "line", "text", "why", "code"}]}; `what` and `why` are Vietnamese, `part` and `code` name them in
planning/reasons.py. Exit codes: 0 written, 1 no such plan, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from giamngheo.config.commands import setup_django
from giamngheo.config.commands.plan_import import _refuse
from giamngheo.foundation.findings import FindingError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="giamngheo plan export", description="Xuất kế hoạch / export a plan")
    parser.add_argument("--commune", required=True, help="mã xã / the commune's code")
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--format", choices=("docx", "pdf", "html", "md"), required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--data-dir", help="thư mục dữ liệu / data folder")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Parse the options and export."""
    options = _parser().parse_args(arguments)
    if options.data_dir:
        os.environ["GIAMNGHEO_DATA_DIR"] = options.data_dir
    setup_django()
    try:
        return _run(options)
    except FindingError as error:
        return _refuse(error, as_json=options.json, code=1)


def _run(options: argparse.Namespace) -> int:
    from django.conf import settings

    from giamngheo.config.commands.database import is_ready
    from giamngheo.paperwork.writers import write
    from giamngheo.planning.importing.problems import NO_PLAN, NO_TABLES
    from giamngheo.planning.queries import composed, plan_for_commune
    from giamngheo.programme.models import AnnualPlan

    if not is_ready():
        raise FindingError(NO_TABLES.at(folder=settings.DATA_DIR))
    try:
        plan = plan_for_commune(None, options.commune, options.year)
    except AnnualPlan.DoesNotExist:
        raise FindingError(NO_PLAN.at(code=options.commune, year=options.year)) from None
    made = composed(None, plan)
    write(made.document, options.output, options.format)
    if options.json:
        result = {
            "file": str(options.output),
            "format": options.format,
            "version": plan.version,
            "gaps": [{"section": gap.section, "what": gap.what, "part": gap.part} for gap in made.gaps],
            "left_out": [
                {
                    "number": each.number,
                    "line": each.line,
                    "text": each.text,
                    "why": each.why,
                    "code": each.reason.code,
                }
                for each in made.left_out
            ],
        }
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return 0
    print(f"{options.output}: {plan.commune.name}, năm {plan.year}, phiên bản {plan.version}")
    for gap in made.gaps:
        above = made.numbers.get(gap.section.rpartition("/")[0], "")
        where = " ".join(filter(None, (above, made.numbers.get(gap.section, ""))))
        print(f"  còn thiếu {gap.words.vi} / missing: {gap.words.en}: {where}", file=sys.stderr)
    for each in made.left_out:
        why = each.reason.words
        print(f"  không in số {each.number} (dòng {each.line}): {why.vi}", file=sys.stderr)
        print(f"    not printed: {each.number} (line {each.line}): {why.en}", file=sys.stderr)
    return 0
