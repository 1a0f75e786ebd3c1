"""`giamngheo classify IN --out OUT [...]`: the class of every household of two tables of raw answers.

Exit codes: 0 done; 1 done, but some rows were set aside (told; --bad-rows writes them); 2 unreadable or wrong use;
130 stopped with Ctrl+C. Nothing half-written is left behind.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.commands.classify_options import USAGE, Options, parse
from giamngheo.analysis.commands.options import BAD_ROWS, OK, printed, refuse, wants_help
from giamngheo.foundation.findings import FindingError


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `classify`; returns the exit code."""
    if not arguments or wants_help(arguments):
        sys.stdout.write(USAGE)
        return OK
    try:
        options = parse(arguments)
        summary = _run(options)
    except FindingError as error:
        return refuse(error.finding, arguments)
    language = options.running.language
    if options.running.json:
        sys.stdout.write(json.dumps(_shape(summary), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_text(summary, options))
        sys.stderr.write("".join(printed(finding, language) for finding in summary.findings))
    return BAD_ROWS if any(summary.set_aside.values()) else OK


def _run(options: Options) -> Any:
    from giamngheo.analysis.runners.engines import open_engine, require
    from giamngheo.analysis.runners.progress import progress, shares

    running = options.running
    require(running.engine)
    from giamngheo.analysis.classification.running import Work

    wanted = not running.quiet
    with open_engine(running.engine, master=running.master, memory=running.memory) as engine:
        with progress(f"đọc / reading {options.asked.path}", engine, wanted=wanted):
            work = Work(engine, options.asked)
        with shares("phân loại / classifying", wanted=wanted) as work.tell:
            return work.run()


def _shape(summary: Any) -> dict[str, Any]:
    return {
        "standard": summary.standard, "verified": summary.verified, "classes": dict(sorted(summary.classes.items())),
        "rows": {
            name: {"read": summary.judged[name] + summary.set_aside[name], "classified": summary.judged[name],
                   "set_aside": summary.set_aside[name]}
            for name in ("households", "members")
        },
        "without_members": summary.without_members, "low_income_workers": dict(summary.workers),
        "findings": [finding.as_dict() for finding in summary.findings],
    }  # fmt: skip


_LABELS = {
    "poor": ("Hộ nghèo", "Poor"), "near_poor": ("Hộ cận nghèo", "Near-poor"), "not_poor": ("Hộ không nghèo",
        "Not poor"),
    "unknown": ("Chưa xác định được", "Unknown"),
}  # fmt: skip


def _text(summary: Any, options: Options) -> str:
    at = 1 if options.running.language == "en" else 0
    note = "" if summary.verified else (" (có giá trị chưa kiểm chứng)", " (stands on values not verified)")[at]
    lines = [f"{('Chuẩn', 'Standard')[at]}: {summary.standard}{note}"]
    lines += [f"  {_LABELS[name][at]}: {summary.classes[name]}" for name in _LABELS]
    for name, labels in (("households", ("Hộ", "Households")), ("members", ("Thành viên", "Members"))):
        judged, aside = summary.judged[name], summary.set_aside[name]
        text = ("đọc {}, phân loại {}, để riêng {}", "read {}, classified {}, set aside {}")[at]
        lines.append(f"{labels[at]}: {text.format(judged + aside, judged, aside)}")
    if summary.workers:
        label = ("Người lao động có thu nhập thấp", "Low-income workers")[at]
        lines.append(
            f"{label}: {summary.workers['true']} ({('chưa xác định', 'unknown')[at]}: {summary.workers['unknown']})"
        )
    return "\n".join([*lines, f"{('Kết quả', 'Result')[at]}: {options.asked.out}", ""])
