"""`giamngheo measure IN --indicators COL,... [...]`: poverty measures of a table of deprivations.

Exit codes: 0 done; 1 done, but some rows could not be counted (told; --bad-rows writes them); 2 unreadable or wrong
use; 130 stopped with Ctrl+C.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.commands.measure_options import USAGE, Options, parse
from giamngheo.foundation.findings import Finding, FindingError

OK, BAD_ROWS, REFUSED = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `measure`; returns the exit code."""
    if any(word in ("-h", "--help") for word in arguments):
        sys.stdout.write(USAGE)
        return OK
    try:
        options = parse(arguments)
        shape, bad, findings = _run(options)
    except FindingError as error:
        _refuse(error.finding, arguments)
        return REFUSED
    if options.json:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    else:
        from giamngheo.analysis.commands.measure_table import table

        sys.stdout.write(table(shape, options.language))
        sys.stderr.write("".join(printed(finding, options.language) for finding in findings))
    return BAD_ROWS if bad else OK


def _run(options: Options) -> tuple[dict[str, Any], int, Sequence[Finding]]:
    from giamngheo.analysis.runners.engines import open_engine, require

    require(options.engine)
    from giamngheo.analysis.commands.measure_json import shape_of
    from giamngheo.analysis.runners import question as questions
    from giamngheo.analysis.runners.measuring import ask, measures
    from giamngheo.analysis.runners.progress import progress
    from giamngheo.analysis.runners.reading import open_table

    question = questions.of(options.indicators, options.by, options.design, options.id)
    wanted = not options.quiet
    with progress("Spark", wanted=wanted and options.engine == "spark"):
        opening = open_engine(options.engine, master=options.master)
        engine = opening.__enter__()
    try:
        with progress(f"đọc / reading {options.path}", engine, wanted=wanted):
            opened = open_table(engine, options.path, mapping=options.mapping, sheet=options.sheet)
        with progress("đếm / counting", engine, wanted=wanted):
            told = ask(engine, opened, question, policy=options.policy, bad_rows=options.bad_rows)
    finally:
        opening.__exit__(None, None, None)
    with progress("tính / working out", wanted=wanted):
        made = measures(told.cells, options.weightings, options.cutoffs, survey=question.survey)
        shape = shape_of(options, told, made)
    return shape, told.bad, told.findings


def _refuse(finding: Finding, arguments: Sequence[str]) -> None:
    if "--json" in arguments:
        sys.stdout.write(json.dumps({"findings": [finding.as_dict()]}, ensure_ascii=False, indent=1) + "\n")
    else:
        english = "en" in arguments and "--lang" in arguments
        sys.stderr.write(printed(finding, "en" if english else "vi"))


def printed(finding: Finding, language: str) -> str:
    """A finding in one language: code, message, quote and ways to put it right."""
    told = finding.message.en if language == "en" else finding.message.vi
    lines = [f"[{finding.code}] {told}"]
    for number, fix in enumerate(finding.fixes, start=1):
        lines.append(f"    {number}. {fix.en if language == 'en' else fix.vi}")
    return "\n".join(lines) + "\n"
