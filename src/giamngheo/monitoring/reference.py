"""The packaged catalogue of indicators, and how it gets into its table."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def indicators() -> list[dict[str, Any]]:
    """One dict a row, fields as the model's, each with its citation and whether it was verified."""
    rows: list[dict[str, Any]] = json.loads(
        (Path(__file__).parent / "data" / "indicators.json").read_text(encoding="utf-8")
    )
    return rows


def load(model: Callable[[str], Any]) -> None:
    """Put the catalogue into its table; a second time changes nothing. `model(name)` gives the model class, in an older
    migration one that does not have every field yet."""
    there = {field.name for field in model("Indicator")._meta.concrete_fields} - {"code"}
    for order, row in enumerate(indicators(), 1):
        fields = {key: value for key, value in row.items() if key in there}
        model("Indicator").objects.update_or_create(code=row["code"], defaults={**fields, "order": order})
