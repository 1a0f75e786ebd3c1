"""`giamngheo compare BEFORE AFTER [...]`: movements between two rounds, or errors against a second source.

Exit codes: 0 done; 1 done, but some rows could not be counted (told; --bad-rows writes them); 2 unreadable or wrong
use; 130 stopped with Ctrl+C.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.commands.compare_options import USAGE, Options, parse
from giamngheo.analysis.commands.options import BAD_ROWS, OK, printed_by_file, refuse, wants_help
from giamngheo.foundation.findings import Finding, FindingError


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `compare`; returns the exit code."""
    if not arguments or wants_help(arguments):
        sys.stdout.write(USAGE)
        return OK
    try:
        options = parse(arguments)
        shape, bad, findings = _run(options)
    except FindingError as error:
        return refuse(error.finding, arguments)
    language = options.running.language
    if options.running.json:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    else:
        from giamngheo.analysis.commands.compare_table import table

        sys.stdout.write(table(shape, language))
    if options.public or not options.running.json:
        sys.stderr.write(printed_by_file(findings, language))
    return BAD_ROWS if bad else OK


def _run(options: Options) -> tuple[dict[str, Any], int, dict[str, Sequence[Finding]]]:
    from giamngheo.analysis.runners.engines import open_engine, require

    running, wanted = options.running, not options.running.quiet
    require(running.engine)
    from giamngheo.analysis.commands.compare_json import shape_of_flows, shape_of_targeting
    from giamngheo.analysis.comparing.rounds import open_rounds
    from giamngheo.analysis.comparing.running import about, agreed, moved
    from giamngheo.analysis.runners.checking import write_bad_rows
    from giamngheo.analysis.runners.progress import progress
    from giamngheo.analysis.runners.reading import telling_of

    with (
        open_engine(running.engine, master=running.master, memory=running.memory) as engine,
        progress(f"so / comparing {options.before}, {options.after}", engine, wanted=wanted),
        telling_of(options.after),
    ):
        paths = (options.before, options.after)
        before, after = open_rounds(engine, paths, options.mapping, options.by, options.sheet)
        flows = moved(engine, before, after, options.by)
        joint = about(before, after, flows.get((), []))
        findings: dict[str, Sequence[Finding]] = {
            str(before.path): before.findings, str(after.path): after.findings, "": joint,
        }  # fmt: skip
        if options.bad_rows is not None:
            write_bad_rows(engine, [before.reading, after.reading], options.bad_rows)
        if options.poor:
            found = agreed(engine, before, after, options.poor, options.by)
            return shape_of_targeting(options, before, after, found, joint), before.bad + after.bad, findings
    return shape_of_flows(options, before, after, flows, joint), before.bad + after.bad, findings
