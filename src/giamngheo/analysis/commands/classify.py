"""`giamngheo classify IN --out OUT [...]`: the class of every household of two tables of raw answers.

Exit codes: 0 done; 1 done, but some rows were set aside (told; --bad-rows writes them); 2 unreadable or wrong use;
130 stopped with Ctrl+C. Nothing half-written is left behind.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from giamngheo.analysis.commands.classify_options import USAGE, Options, parse
from giamngheo.analysis.commands.measure import printed
from giamngheo.foundation.findings import Finding, FindingError

OK, BAD_ROWS, REFUSED = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `classify`; returns the exit code."""
    if not arguments or any(word in ("-h", "--help") for word in arguments):
        sys.stdout.write(USAGE)
        return OK
    try:
        options = parse(arguments)
        summary = _run(options)
    except FindingError as error:
        _refuse(error.finding, arguments)
        return REFUSED
    if options.json:
        sys.stdout.write(json.dumps(_shape(summary), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_text(summary, options))
        sys.stderr.write("".join(printed(finding, options.language) for finding in summary.findings))
    return BAD_ROWS if any(summary.set_aside.values()) else OK


def _run(options: Options) -> Any:
    from giamngheo.analysis.runners.engines import open_engine, require
    from giamngheo.analysis.runners.progress import progress

    require(options.engine)
    from giamngheo.analysis.classification.running import Work

    wanted = not options.quiet
    with open_engine(options.engine, master=options.master, memory=options.memory) as engine:
        try:
            with progress(f"đọc / reading {options.asked.path}", engine, wanted=wanted):
                work = Work(engine, options.asked, _telling(wanted))
            return work.run()
        except Exception as error:
            # DuckDB's own words for Ctrl+C.
            if type(error).__name__ == "InterruptException" or "interrupted" in str(error).lower():
                raise KeyboardInterrupt from error
            raise
        finally:
            if wanted and sys.stderr.isatty():
                sys.stderr.write("\r\x1b[K")


def _telling(wanted: bool) -> Callable[[float], None]:
    """Says on stderr how far the work is: in place on a terminal, else a line every ten seconds."""
    started = last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        now, live = time.monotonic(), sys.stderr.isatty()
        if not wanted or now - last < (1 if live else 10):
            return
        last = now
        text = f"phân loại / classifying: {share:.0%}, {now - started:.0f} s"
        sys.stderr.write(f"\r{text}\x1b[K" if live else text + "\n")
        sys.stderr.flush()

    return tell


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
    at = 1 if options.language == "en" else 0
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


def _refuse(finding: Finding, arguments: Sequence[str]) -> None:
    if "--json" in arguments:
        sys.stdout.write(json.dumps({"findings": [finding.as_dict()]}, ensure_ascii=False, indent=1) + "\n")
    else:
        english = "en" in arguments and "--lang" in arguments
        sys.stderr.write(printed(finding, "en" if english else "vi"))
