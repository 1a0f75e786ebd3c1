"""The plan check as a whole process, and its rules against the reading of the same file.

The first ratio pays for everything a start costs: modules, patterns, registers. The second compares the work itself on
the first document of a process, patterns included and modules not: the least processor time of each side over many
processes. Peers take turns, for noise only adds. Both sides run from compiled bytecode, as after `make install`.
"""

from __future__ import annotations

import compileall
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.result import Result

ROOT = Path(__file__).resolve().parent.parent
SEED = Path(os.environ.get("GIAMNGHEO_SEED_DIR", ROOT.parent / "shared" / "seed"))
SAMPLES = (ROOT / "src" / "giamngheo" / "planning" / "samples", ROOT / "tests" / "fixtures" / "plans")
ROUNDS = 15
PROCESS_LIMIT, CHECK_LIMIT = 4.0, 5.0

_COMMAND = (
    "import sys; from giamngheo.config.cli import main;"
    "sys.argv = ['giamngheo', 'plan', 'check', '--json', sys.argv[1]]; sys.exit(main())"
)
_PARTS = """
import gc, sys, time
gc.disable()  # as the command does
from datetime import date
from pathlib import Path
from giamngheo.paperwork.readers import read
from giamngheo.planning.check.engine import check
from giamngheo.planning.check.registers import Registers
from giamngheo.planning.check.rules import load
path = Path(sys.argv[1])
load()
registers = Registers.packaged()
started = time.process_time()
document = read(path)
between = time.process_time()
check(document, registers=registers)
print(between - started, time.process_time() - between)
"""


def plan_file() -> Path:
    """The real plan; where it is not, a text of our own: the longest .md or .txt of the samples."""
    found = sorted(SEED.glob("*.txt"))
    if found:
        return found[0]
    ours = [
        path for folder in SAMPLES if folder.is_dir() for path in folder.rglob("*") if path.suffix in (".md", ".txt")
    ]
    if not ours:
        raise SystemExit(f"no plan to check: looked in {SEED} and {', '.join(map(str, SAMPLES))}")
    return max(ours, key=lambda path: path.stat().st_size)


def _compiled() -> None:
    """Compile our code and Django, so that neither side pays for it in the measured processes."""
    for package in ("giamngheo", "django"):
        spec = importlib.util.find_spec(package)
        if spec and spec.submodule_search_locations:
            compileall.compile_dir(next(iter(spec.submodule_search_locations)), quiet=2, workers=1)


def _seconds(command: Sequence[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    took = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command} failed: {done.stderr.decode(errors='replace')}")
    return took


def run() -> Iterable[Result]:
    """The two ratios of the plan check."""
    _compiled()
    path = str(plan_file())
    ours, peer, reading, checking = [], [], [], []
    for _ in range(ROUNDS):
        peer.append(_seconds([sys.executable, "-c", "import django"]))
        ours.append(_seconds([sys.executable, "-c", _COMMAND, path]))
        parts = subprocess.run([sys.executable, "-c", _PARTS, path], capture_output=True, text=True, check=True)
        read, check = map(float, parts.stdout.split())
        reading.append(read)
        checking.append(check)
    name = Path(path).name
    yield Result(
        "plan check, whole process",
        min(ours) / min(peer),
        PROCESS_LIMIT,
        f"{name}: {min(ours) * 1000:.0f} ms against {min(peer) * 1000:.0f} ms of import django",
    )
    yield Result(
        "plan check, rules / reading",
        min(checking) / min(reading),
        CHECK_LIMIT,
        f"{name}: {min(checking) * 1000:.1f} ms against {min(reading) * 1000:.1f} ms",
    )
