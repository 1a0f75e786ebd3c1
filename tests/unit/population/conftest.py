"""The same list put to every command that reads lists: to classify, to whatif on an engine, to whatif without one."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from giamngheo.analysis.commands import whatif
from giamngheo.analysis.commands.classify import main as classify
from tests.unit.classify.conftest import write_csv

WAYS = ("classify", "whatif", "whatif without an engine")


class Put(NamedTuple):
    """What a command said of a list."""

    code: int
    told: dict[str, Any]
    bad: list[dict[str, str]]

    @property
    def codes(self) -> set[str]:
        return {each["code"] for each in self.told["findings"]}

    @property
    def rows(self) -> dict[str, tuple[int, int]]:
        """By table: rows read, rows set aside; those judged are told to be the rest."""
        found = {}
        for name, each in self.told["rows"].items():
            judged = each["classified"] if "classified" in each else each["judged"]
            assert each["read"] == judged + each["set_aside"]
            found[name] = (each["read"], each["set_aside"])
        return found


@pytest.fixture(params=WAYS)
def put(request: pytest.FixtureRequest, tmp_path: Path, capsys, monkeypatch) -> Callable[..., Put]:
    """Put households and members (dicts of texts), or a path, to the command; `put.way` says which it is."""
    way = request.param

    def go(households: list[dict[str, str]] | Path, members: list[dict[str, str]] = (), *options: str) -> Put:  # type: ignore[assignment]
        folder = households
        if not isinstance(households, Path):
            folder = tmp_path / "in"
            folder.mkdir(exist_ok=True)
            write_csv(folder / "households.csv", households)
            write_csv(folder / "members.csv", list(members))
        aside = tmp_path / "bad.csv"
        words = [str(folder), "--on", "2026-11-24", "--json", "--quiet", "--bad-rows", str(aside), *options]
        if way == "classify":
            code = classify([*words, "--out", str(tmp_path / "out.parquet")])
        else:
            if way != "whatif":
                monkeypatch.setattr(whatif, "_engine", lambda _: "")
            code = whatif.main(words)
        told = json.loads(capsys.readouterr().out)
        bad = list(csv.DictReader(aside.open(encoding="utf-8-sig"))) if aside.exists() else []
        return Put(code, told, bad)

    go.way = way  # type: ignore[attr-defined]
    return go
