"""Run the benchmarks named on the command line (all when none is) and print each ratio beside its limit."""

from __future__ import annotations

import importlib
import sys

from bench import BENCHES


def main() -> int:
    """Exit code 1 when a limit is broken."""
    broken = 0
    for name in sys.argv[1:] or BENCHES:
        for result in importlib.import_module(f"bench.{name}").run():
            mark = "ok  " if result.ok else "OVER"
            broken += not result.ok
            print(f"{mark} {result.name:<44} {result.value:8.2f}   limit {result.limit:g}   {result.what}", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
