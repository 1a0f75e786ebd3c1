"""`giamngheo whatif IN [--to DAY | --standard ID] [...]`: what another standard, other lines or insurance would change.

Exit codes: 0 answered; 1 answered, but some rows were set aside (told; --bad-rows writes them); 2 cannot be answered;
130 stopped with Ctrl+C. Nothing half-written is left behind.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from giamngheo.analysis.commands.options import BAD_ROWS, OK, refuse, wants_help
from giamngheo.analysis.commands.whatif_options import USAGE, Options, parse
from giamngheo.analysis.runners.progress import progress, shares
from giamngheo.analysis.whatif import Outcome
from giamngheo.analysis.whatif.files import changes_file
from giamngheo.analysis.whatif.judging import Compared
from giamngheo.analysis.whatif.report import report
from giamngheo.analysis.whatif.words import as_dict
from giamngheo.foundation.findings import Finding, FindingError

Told = Callable[[Compared], None]


def main(arguments: Sequence[str]) -> int:
    """Run the command with the words after `whatif`; returns the exit code."""
    if not arguments or wants_help(arguments):
        sys.stdout.write(USAGE)
        return OK
    try:
        options = parse(arguments)
        with _changes(options.out) as told:
            outcome, findings = _by_engine(options, told) if _engine(options) else _plainly(options, told)
    except FindingError as error:
        return refuse(error.finding, arguments)
    if options.running.json:
        print(json.dumps(as_dict(outcome, findings), ensure_ascii=False, indent=1))
    else:
        print(report(outcome, findings, options.running.language), end="")
    return BAD_ROWS if any(aside for _judged, aside in outcome.rows.values()) else OK


def _engine(options: Options) -> str:
    """The engine named, else DuckDB where it is installed; empty on a PC without any."""
    installed = all(importlib.util.find_spec(name) for name in ("ibis", "duckdb", "pyarrow"))
    return options.running.engine or ("duckdb" if installed else "")


@contextmanager
def _changes(file: Path | None) -> Iterator[Told | None]:
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


def _by_engine(options: Options, told: Told | None) -> tuple[Outcome, list[Finding]]:
    from giamngheo.analysis.runners.engines import open_engine, require

    running, wanted = options.running, not options.running.quiet
    require(_engine(options))
    from giamngheo.analysis.runners.reading import telling_of
    from giamngheo.analysis.whatif.running import Asked, Work

    asked = Asked(
        options.path, options.question, options.by, options.prices, options.mapping, options.bad_rows,
        options.out.resolve().parent if options.out else None,
    )  # fmt: skip
    opening = open_engine(_engine(options), master=running.master, memory=running.memory)
    with opening as engine, telling_of(options.path):
        with progress(f"đọc / reading {options.path}", engine, wanted=wanted):
            work = Work(engine, asked, told=told)
        with shares("so hai chuẩn / comparing", wanted=wanted) as work.tell:
            return work.run()


def _plainly(options: Options, told: Told | None) -> tuple[Outcome, list[Finding]]:
    from giamngheo.analysis.whatif.plainly import ask_list

    with progress(f"so hai chuẩn / comparing {options.path}", wanted=not options.running.quiet):
        outcome, findings = ask_list(
            options.path, options.question, by=options.by, prices=options.prices, mapping=options.mapping,
            bad_rows=options.bad_rows,
        )  # fmt: skip
    for each in outcome.changes if told is not None else ():
        told(each)  # type: ignore[misc]
    return outcome, findings
