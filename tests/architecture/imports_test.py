"""The import direction is a test."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps

from tests.architecture.source import ROOT

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def test_imports_point_down_only() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports"
    ran = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-3_000:] + ran.stderr[-1_000:]


def test_no_import_is_ignored() -> None:
    assert all("ignore_imports" not in contract for contract in LINTER["contracts"])
    assert len(LINTER["contracts"]) == 3
    assert LINTER["contracts"][0]["exhaustive"] is True


def test_relations_between_models_point_down_too() -> None:
    """import-linter cannot see foreign keys written as strings."""
    floors = {
        room.strip(): floor for floor, layer in enumerate(LINTER["contracts"][0]["layers"]) for room in layer.split("|")
    }
    upward = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in floors or not model.__module__.startswith("giamngheo."):
            continue
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created or field.related_model is None:
                continue
            here, there = model._meta.app_label, field.related_model._meta.app_label
            if here != there and floors.get(there, len(floors)) <= floors[here]:
                upward.append(f"{model._meta.label}.{field.name} → {field.related_model._meta.label}")
    assert not upward, upward
