"""What a classification is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from giamngheo.analysis.population.parts import SIZE


@dataclass(frozen=True)
class Asked:
    """Paths that are None are not written. `mapping` is {question: column of the file}."""

    path: Path
    out: Path
    day: date
    standard: str = ""
    mapping: dict[str, str] = field(default_factory=dict)
    bad_rows: Path | None = None
    reasons: Path | None = None
    workers: Path | None = None
    size: int = SIZE
