"""A pytest plugin that counts what ran and what was skipped, by marker, into the file named by GIAMNGHEO_TALLY.

So that the test command can say loudly that browser tests did not run, and continuous integration can fail for it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

MARKERS = ("browser", "libreoffice", "seed", "spark")
_counts: Counter[str] = Counter()
_reasons: Counter[str] = Counter()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count each test once: at its call, or where it was skipped or broke before."""
    if report.when != "call" and not report.skipped and not (report.failed and report.when == "setup"):
        return
    for marker in ("all", *MARKERS):
        if marker == "all" or marker in report.keywords:
            _counts[f"{marker}:{report.outcome}"] += 1
    if report.skipped and isinstance(report.longrepr, tuple):
        _reasons[report.longrepr[2].removeprefix("Skipped: ")] += 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the tally, on the controlling process only."""
    target = os.environ.get("GIAMNGHEO_TALLY")
    if target and not hasattr(session.config, "workerinput"):
        Path(target).write_text(json.dumps({"counts": _counts, "skipped": _reasons}), encoding="utf-8")
