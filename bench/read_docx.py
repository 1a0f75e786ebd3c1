"""Reading Word files against python-docx: time for 400 pages, memory, and growth from 20 to 400 pages.

The files are made on the spot. Each measurement runs in a fresh process, the two programs by turns; the least CPU time
of several rounds counts, because noise only adds. Imports are not measured: a server imports once.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.result import Result

ROUNDS = 5
MEMORY_MB = 300
_OURS = """
import giamngheo.paperwork.readers.docx, lxml.etree
from giamngheo.paperwork.readers import read
def work(path): read(path)
"""
_PEER = """
from docx import Document
def work(path):
    document = Document(str(path))
    for paragraph in document.paragraphs: paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells: cell.text
"""
_FRAME = """
import json, resource, sys, time
from pathlib import Path
{program}
path = Path(sys.argv[1])
start = time.process_time()
work(path)
print(json.dumps([time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def run() -> Iterator[Result]:
    """Three results: time against python-docx, memory against 300 MB, time per page at 400 against 20 pages."""
    from tests.factories.wordfiles import long_report

    with tempfile.TemporaryDirectory() as folder:
        small, large = long_report(Path(folder) / "20.docx", 20), long_report(Path(folder) / "400.docx", 400)
        ours, peer, ours_small = [], [], []
        for _ in range(ROUNDS):
            ours.append(_measure(_OURS, large))
            peer.append(_measure(_PEER, large))
            ours_small += [_measure(_OURS, small) for _ in range(3)]
    time_ours, time_peer = min(ours)[0], min(peer)[0]
    yield Result("read_docx time", time_ours / time_peer, 3, "400 pages: ours / python-docx iterating the same")
    memory = max(each[1] for each in ours)
    yield Result(
        "read_docx memory", memory / MEMORY_MB, 1, f"peak of the reading process, {memory:.0f} MB / {MEMORY_MB} MB"
    )
    growth = (time_ours / 400) / (min(ours_small)[0] / 20)
    yield Result("read_docx growth", growth, 1.3, "time per page: 400 pages / 20 pages")


def _measure(program: str, path: Path) -> tuple[float, float]:
    """CPU seconds and peak MB of one reading in a process of its own."""
    code = _FRAME.format(program=program)
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak
