"""`giamngheo measure IN --indicators COL,... [...]`: poverty measures of a table of deprivations.

Exit codes: 0 done; 1 done, but some rows could not be counted (told; --bad-rows writes them); 2 unreadable or wrong
use; 130 stopped with Ctrl+C.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

from giamngheo.analysis.commands.measure_options import USAGE, Options, parse
from giamngheo.analysis.commands.options import BAD_ROWS, OK, printed_by_file, refuse, wants_help
from giamngheo.foundation.findings import Finding, FindingError


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `measure`; returns the exit code."""
    if wants_help(arguments):
        sys.stdout.write(USAGE)
        return OK
    try:
        options = parse(arguments)
        shape, bad, findings = _run(options)
    except FindingError as error:
        return refuse(error.finding, arguments)
    if options.running.json:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
        if options.public:
            sys.stderr.write(printed_by_file(findings, options.running.language))
    else:
        from giamngheo.analysis.commands.measure_table import table

        sys.stdout.write(table(shape, options.running.language))
        sys.stderr.write(printed_by_file(findings, options.running.language))
    return BAD_ROWS if bad else OK


def _run(options: Options) -> tuple[dict[str, Any], int, dict[str, Sequence[Finding]]]:
    from giamngheo.analysis.runners.engines import open_engine, require

    running = options.running
    require(running.engine)
    from giamngheo.analysis.commands.measure_changes import changes_of
    from giamngheo.analysis.commands.measure_json import shape_of
    from giamngheo.analysis.runners import question as questions
    from giamngheo.analysis.runners.checking import write_bad_rows
    from giamngheo.analysis.runners.measuring import ask, measures
    from giamngheo.analysis.runners.progress import progress
    from giamngheo.analysis.runners.reading import open_table, telling_of

    question = questions.of(options.indicators, options.by, options.design, options.id, options.achievements)
    wanted = not running.quiet
    rounds = []
    with ExitStack() as stack:
        with progress("Spark", wanted=wanted and running.engine == "spark"):
            engine = stack.enter_context(open_engine(running.engine, master=running.master, memory=running.memory))
        for path in (options.path, *([options.against] if options.against else [])):
            with progress(f"đọc / reading {path}", engine, wanted=wanted):
                opened = open_table(engine, path, mapping=options.mapping, sheet=options.sheet)
            with progress("đếm / counting", engine, wanted=wanted), telling_of(path):
                rounds.append(ask(engine, opened, question, policy=options.policy))
        if options.bad_rows is not None:
            write_bad_rows(engine, [each.reading for each in rounds], options.bad_rows)
    with progress("tính / working out", wanted=wanted):
        shapes = [
            shape_of(options, told, measures(told.cells, options.weightings, options.cutoffs, survey=question.survey))
            for told in rounds
        ]
    shape = shapes[0]
    if options.against:
        shape["against"] = {"path": options.against, **shapes[1]}
        shape["years"] = options.years
        shape["changes"] = changes_of(shape["groups"], shapes[1]["groups"], options.years)
    names = (options.path, options.against) if options.against else ("",)
    findings: dict[str, Sequence[Finding]] = {name: told.findings for name, told in zip(names, rounds, strict=True)}
    return shape, sum(told.bad for told in rounds), findings
