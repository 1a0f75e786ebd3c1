"""The `giamngheo` command. Each sub-command imports what it needs when it runs: `plan check` never loads Django."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

USAGE = """giamngheo – chương trình giảm nghèo bền vững, từ xã / poverty reduction, from the commune

  giamngheo demo [--no-serve] [--data-dir DIR] [--port N]     xã mẫu với dữ liệu giả / a demonstration commune
  giamngheo serve [--host H] [--port N]                       chạy máy chủ / run the server
  giamngheo plan check FILE [--json] [--lang vi|en]           tìm lỗi trong kế hoạch / find what is wrong in a plan
  giamngheo plan import FILE [--dry-run] [--json]             nhập kế hoạch / import a plan
  giamngheo plan export --commune CODE --year Y --format docx|pdf|html|md -o FILE
                                                              xuất kế hoạch / export a plan
  giamngheo standards list|show|lint|release|scorecard ...    chuẩn nghèo, bảng điểm / poverty standards, scorecards
  giamngheo synth --households N --out DIR [--commune CODE]   dân số giả để thử / a synthetic population
  giamngheo whatif IN [--on DAY] [--to DAY] [...]             chuẩn khác thì sao / another standard or other lines
  giamngheo measure IN --indicators COL,COL,... [--weights ...] [--by COL] [--k 4/12 ...] [--design S,C,W]
                    [--engine duckdb|spark] [--json]          đo nghèo đa chiều / multidimensional poverty measures
  giamngheo classify IN --out OUT [--on DATE] [--engine duckdb|spark] [--explain] [--bad-rows FILE]
                                                              phân loại hộ / classify households
  giamngheo duplicates --commune CODE [--json]                tìm người bị ghi hai lần / find people entered twice
  giamngheo remind [--data-dir DIR]                           nhắc việc đến hạn / remind of deadlines
  giamngheo alerts [--commune CODE] [--data-dir DIR]          tìm cảnh báo trong ngày / find alerts, tell of them
  giamngheo boundaries load FILE --code-property P --source TEXT --licence TEXT [--from DAY] [--json]
                                                              nạp ranh giới (GeoJSON) / load boundaries
  giamngheo compare BEFORE AFTER [--by COL] | LIST SECOND --targeting [--json]
                                                              biến động hai lần rà soát, sai sót / two rounds, or errors
  giamngheo manage ...                                        lệnh quản trị của Django / Django's own commands
"""


def _check(arguments: Sequence[str]) -> int:
    from giamngheo.planning.check.command import main as run

    return run(arguments)


def _leave(code: int) -> NoReturn:
    """End the process now: everything is printed, and taking a hundred modules apart again is a tenth of its time."""
    import os

    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _with_django(module: str) -> Callable[[Sequence[str]], int]:
    def run(arguments: Sequence[str]) -> int:
        import importlib

        command: Callable[[Sequence[str]], int] = importlib.import_module(module).main
        return command(arguments)

    return run


COMMANDS: dict[tuple[str, ...], Callable[[Sequence[str]], int]] = {
    ("plan", "check"): _check,
    ("plan", "import"): _with_django("giamngheo.config.commands.plan_import"),
    ("plan", "export"): _with_django("giamngheo.config.commands.plan_export"),
    ("standards",): _with_django("giamngheo.config.commands.standards"),
    ("demo",): _with_django("giamngheo.config.commands.demo"),
    ("serve",): _with_django("giamngheo.config.commands.serve"),
    ("measure",): _with_django("giamngheo.analysis.commands.measure"),  # never loads Django
    ("classify",): _with_django("giamngheo.analysis.commands.classify"),  # never loads Django
    ("compare",): _with_django("giamngheo.analysis.commands.compare"),  # never loads Django
    ("synth",): _with_django("giamngheo.analysis.commands.synth"),  # never loads Django
    ("whatif",): _with_django("giamngheo.analysis.commands.whatif"),  # never loads Django
    ("duplicates",): _with_django("giamngheo.config.commands.duplicates"),
    ("alerts",): _with_django("giamngheo.config.commands.alerts"),
    ("boundaries", "load"): _with_django("giamngheo.config.commands.boundaries"),
    ("remind",): _with_django("giamngheo.config.commands.remind"),
    ("manage",): _with_django("giamngheo.config.commands.manage"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sub-command; exit codes are its own, 2 for a command nobody knows."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):  # an old Windows console would otherwise refuse Vietnamese letters
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    for length in (2, 1):
        command = COMMANDS.get(tuple(words[:length]))
        if command is not None:
            try:
                code = command(words[length:])
                sys.stdout.flush()
            except (Exception, KeyboardInterrupt) as error:
                code = _tell(error, words)
            if arguments is None and command is _check:
                _leave(code)
            return code
    return _usage(words)


def _tell(error: BaseException, words: Sequence[str]) -> int:
    """What went wrong in a sentence, never as a trace; Django's own commands keep theirs."""
    from giamngheo.config.refusals import explain

    if words[0] == "manage" and not isinstance(error, (KeyboardInterrupt, BrokenPipeError)):
        raise error
    return explain(error)


def _usage(words: Sequence[str]) -> int:
    asked = not words or words[0] in ("-h", "--help", "help")
    try:
        print(USAGE, end="", file=sys.stdout if asked else sys.stderr, flush=True)
    except OSError as error:
        return _tell(error, ["help"])
    return 0 if asked else 2


if __name__ == "__main__":
    raise SystemExit(main())
