"""A commune's certificates in one file: pages a second, memory, and whether 1,000 take longer each than 100.

From values to bytes, the register not asked. Each measurement runs in a fresh process; the least CPU time of several
counts. Imports and the start of the typesetter (one certificate) are not measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from bench.result import Result

ROUNDS = 3
FEW, MANY = 100, 1_000
PAGES_A_SECOND = 100  # what a printer of an office does not reach by far
MEMORY_MB = 500
_PROGRAM = """
import json, os, resource, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "giamngheo.config.settings"
import django; django.setup()
from pathlib import Path
from giamngheo.paperwork.certificate.docx import write_docx
from giamngheo.paperwork.certificate.pdf import render_pdf
from tests.factories.review_papers import sheet
form, count = sys.argv[1], int(sys.argv[2])
sheets = [sheet(at % 12 + 1) for at in range(count)]
def work(some):
    if form == "pdf":
        return render_pdf(some, name="Giấy chứng nhận", system_fonts=False)
    write_docx(some, Path(os.environ["GIAMNGHEO_DATA_DIR"]) / "giay.docx", name="Giấy chứng nhận")
work(sheets[:1])
start, at = time.process_time(), time.perf_counter()
work(sheets)
print(json.dumps([time.process_time() - start, time.perf_counter() - at,
                  resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def run() -> Iterator[Result]:
    """For PDF and Word: 100 pages a second against ours, memory against 500 MB, CPU time each at 1,000 against 100."""
    for form in ("pdf", "docx"):
        few = [_measure(form, FEW) for _ in range(ROUNDS)]
        many = [_measure(form, MANY) for _ in range(ROUNDS)]
        cpu, wall, memory = min(many)[0], min(each[1] for each in many), max(each[2] for each in many)
        speed = 2 * MANY / cpu
        yield Result(
            f"certificates {form}", PAGES_A_SECOND / speed, 1,
            f"{2 * MANY} pages: {PAGES_A_SECOND} pages a second of CPU / ours, {speed:.0f} ({wall:.1f} s wall)",
        )  # fmt: skip
        yield Result(
            f"certificates {form} memory", memory / MEMORY_MB, 1, f"peak of the process, {memory:.0f} / {MEMORY_MB} MB"
        )
        growth = cpu / MANY / (min(few)[0] / FEW)
        yield Result(f"certificates {form} growth", growth, 1.3, f"CPU time each: {MANY} / {FEW} certificates")


def _measure(form: str, count: int) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak MB."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _PROGRAM, form, str(count)]
        here = {**os.environ, "GIAMNGHEO_DATA_DIR": folder}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=here)
    cpu, wall, memory = json.loads(done.stdout)
    return cpu, wall, memory
