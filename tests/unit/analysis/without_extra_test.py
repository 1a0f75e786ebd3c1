"""A commune's PC has no analysis extra: its synthetic population and its what-if must not need one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ABSENT = "import sys; sys.modules.update(dict.fromkeys(['numpy', 'pyarrow', 'duckdb', 'ibis', 'scipy', 'pandas']));"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    code = f"{ABSENT} from giamngheo.config.cli import main; raise SystemExit(main({list(words)!r}))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False)


def test_commune_is_made_and_asked_without_the_extra(tmp_path: Path) -> None:
    made = run(
        "synth", "--households", "50", "--commune", "15889", "--out", str(tmp_path / "xa"), "--day", "2026-11-24"
    )
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "xa" / "households.csv").exists()
    asked = run("whatif", str(tmp_path / "xa"), "--on", "2026-11-24")
    assert asked.returncode == 0, asked.stderr
    assert "2.200.000" in asked.stdout


def test_what_needs_the_extra_says_how_to_get_it(tmp_path: Path) -> None:
    for words in (
        ("synth", "--households", "60000", "--out", str(tmp_path / "x")),
        ("whatif", str(tmp_path), "--engine", "duckdb"), ("classify", str(tmp_path), "--out", str(tmp_path / "x.csv")),
    ):  # fmt: skip
        refused = run(*words)
        assert refused.returncode == 2
        assert 'pip install "giamngheo[analysis]"' in refused.stderr
    assert not list(tmp_path.iterdir())


def test_parquet_needs_the_extra_and_says_so(tmp_path: Path) -> None:
    for name in ("households", "members"):
        (tmp_path / f"{name}.parquet").write_bytes(b"PAR1")
    refused = run("whatif", str(tmp_path))
    assert (refused.returncode, 'pip install "giamngheo[analysis]"' in refused.stderr) == (2, True)


def test_screens_import_without_the_extra() -> None:
    code = (
        f"{ABSENT} from giamngheo.config.commands import setup_django; setup_django();"
        "import giamngheo.office.standards.from_2027, giamngheo.office.monitoring_surveys.files"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
