"""The 54 ethnic groups: code → name. The file says where it comes from: names and numbers are remembered, not read."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "ethnic_groups.json"


@cache
def ethnic_groups() -> dict[str, str]:
    """Names by code, "01" Kinh first."""
    return {each["code"]: each["name"] for each in json.loads(FILE.read_text("utf-8"))["groups"]}
