"""The browser's engine of the law, asked from Python: one Node.js process, a line of JSON for each question."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.standards.export import export
from giamngheo.standards.standard import Standard
from tests.factories.households import Household

ROOT = Path(__file__).resolve().parents[2]


class Outcome(NamedTuple):
    """What the engine says of a household: rules about it by name, and rules about persons, a value a member."""

    rules: dict[str, Any]
    persons: dict[str, list[Any]]


class Browser:
    """A running engine; `kinds` are the nodes it knows."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.kinds = frozenset(self._ready()["kinds"])

    def _ready(self) -> Any:
        """The first line of JSON: before it, Node.js may just have been fetched."""
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            if line.startswith("{"):
                return json.loads(line)
            said.append(line)
        raise RuntimeError(f"the browser's engine does not start (`make install` brings its packages): {''.join(said)}")

    def judged(self, standard: Standard, households: Sequence[Household]) -> list[Outcome]:
        """What it says of each. Raises AssertionError where it refuses."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = [[each.answers, each.members] for each in households]
        text = f'{{"standard":{export(standard).decode()},"households":{json.dumps(asked)}}}\n'
        self._process.stdin.write(text)
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        assert "refused" not in told, told["refused"]
        return [Outcome(each["rules"], each["persons"]) for each in told["outcomes"]]


@contextmanager
def browser() -> Iterator[Browser]:
    """The engine, by the Node.js that `make install` found or fetched."""
    command = [sys.executable, str(ROOT / "tools" / "node.py"), "node", str(ROOT / "web/tests/standards/serve.js")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        yield Browser(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=20)
        assert process.stdout is not None
        process.stdout.close()
