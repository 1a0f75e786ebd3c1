"""The programme's trees and words as packaged data, and how they get into the tables. No Django models are imported
here: a migration hands in its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


@cache
def tree() -> dict[str, Any]:
    """{"periods": [{"code", ..., "nodes": [...]}], "crosswalk": [{"old", "new" or null, "verified", "note"}]}."""
    data: dict[str, Any] = json.loads((_DATA / "tree.json").read_text(encoding="utf-8"))
    return data


@cache
def beneficiary_groups() -> list[dict[str, Any]]:
    """[{"code", "name", "words": [...]}]; `words` are the spellings under which plans name the group."""
    groups: list[dict[str, Any]] = json.loads((_DATA / "beneficiary_groups.json").read_text(encoding="utf-8"))
    return groups


def period_of(year: int) -> dict[str, Any] | None:
    """The period a year belongs to, None outside all of them."""
    return next((each for each in tree()["periods"] if each["from_year"] <= year <= each["to_year"]), None)


def load(model: Callable[[str], Any]) -> None:
    """Put periods, nodes, crosswalk and groups into the tables; a second time changes nothing. `model(name)` gives the
    model class: the real one, or a migration's."""
    nodes: dict[tuple[str, str], Any] = {}
    for period_data in tree()["periods"]:
        fields = {key: value for key, value in period_data.items() if key not in ("code", "nodes")}
        period, _ = model("ProgrammePeriod").objects.update_or_create(code=period_data["code"], defaults=fields)
        for order, row in enumerate(period_data["nodes"], 1):
            defaults = {key: row[key] for key in ("kind", "name", "lead", "verified", "citation")}
            parent = nodes.get((period.code, row["parent"])) if row["parent"] else None
            nodes[period.code, row["code"]], _ = model("ProgrammeNode").objects.update_or_create(
                period=period, code=row["code"], defaults={**defaults, "order": order, "parent": parent}
            )
    for old, new, row in _crosswalk(nodes):
        model("NodeCrosswalk").objects.update_or_create(
            old=old, new=new, defaults={"verified": row["verified"], "note": row["note"]}
        )
    for order, group in enumerate(beneficiary_groups(), 1):
        model("BeneficiaryGroup").objects.update_or_create(
            code=group["code"], defaults={"name": group["name"], "order": order}
        )


def _crosswalk(nodes: dict[tuple[str, str], Any]) -> Iterator[tuple[Any, Any, dict[str, Any]]]:
    first, second = (period["code"] for period in tree()["periods"])
    for row in tree()["crosswalk"]:
        yield nodes[first, row["old"]], nodes[second, row["new"]] if row["new"] else None, row
