"""The synthetic population of a demonstration commune: made by `giamngheo demo`, one folder a commune."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from giamngheo.territory.models import Unit


def folder_of(code: str) -> Path:
    """Where the synthetic population of a commune lies, whether it is there or not."""
    return Path(settings.DATA_DIR) / "synthetic" / code


def sample_of(unit: Unit | None) -> Path | None:
    """The folder, where there is a whole population; only the demonstration makes one."""
    if unit is None or not unit.code.isdecimal():
        return None
    folder = folder_of(unit.code)
    return folder if (folder / "manifest.json").is_file() else None
