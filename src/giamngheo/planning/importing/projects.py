"""Finding the node of the programme tree that a heading names, by number and by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Any

from giamngheo.foundation.text import bare

_LIKE_ENOUGH = 0.72


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        r"^(?P<what>tieu du an|du an|noi dung thanh phan)(?: thanh phan)?\s*(?:so\s*)?"
        r"(?P<number>\d+(?:\.\d+)?)?\s*[:.\-–]?\s*(?P<name>.*)$"
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A node and how it was found: "name", "number" or "both"."""

    code: str
    kind: str
    name: str
    parent: str
    how: str


def find_node(text: str, nodes: Sequence[Mapping[str, Any]], project: str) -> Found | None:
    """The node `text` names, None when it names none. `project` is the code of the project we stand in ("DA4"), for
    "Tiểu dự án 1". A name that fits wins over a number that does not: numbers are what copying gets wrong."""
    match = _named().match(bare(text))
    name = match["name"] if match else bare(text)
    by_number = _by_number(match, nodes, project) if match else None
    by_name = _by_name(name, nodes, project, exact=match is None)
    if by_name and by_number and by_name["code"] == by_number["code"]:
        return _found(by_name, "both")
    if by_name:
        return _found(by_name, "name")
    return _found(by_number, "number") if by_number else None


def group_of(text: str) -> str:
    """ "H2" of a heading "Hợp phần thứ hai: …", "" of any other."""
    match = re.match(r"hop phan\s+(?:thu\s+)?(nhat|mot|hai|[12i]+)(?!\w)", bare(text))
    return {"nhat": "H1", "mot": "H1", "1": "H1", "i": "H1", "hai": "H2", "2": "H2", "ii": "H2"}.get(
        match[1] if match else "", ""
    )


def _found(node: Mapping[str, Any], how: str) -> Found:
    return Found(node["code"], node["kind"], node["name"], node["parent"] or "", how)


def _by_number(match: re.Match[str], nodes: Sequence[Mapping[str, Any]], project: str) -> Mapping[str, Any] | None:
    number = match["number"]
    if not number:
        return None
    if match["what"] == "du an":
        code = f"DA{number}"
    elif match["what"] == "tieu du an":
        code = f"DA{number}" if "." in number else f"{project.split('.')[0]}.{number}"
    else:  # content components are counted within their hợp phần
        code = f"{project[:2] if project.startswith('H') else 'H1'}.{int(number.split('.')[-1]):02}"
    return next((node for node in nodes if node["code"] == code), None)


def _by_name(name: str, nodes: Sequence[Mapping[str, Any]], project: str, *, exact: bool) -> Mapping[str, Any] | None:
    """The node of that name; among equals one inside `project`. Without "Dự án" before it only the full name counts."""
    wanted = _key(name)
    if len(wanted) < 8:
        return None
    scored = []
    for node in nodes:
        key = _key(node["name"])
        score = 1.0 if key == wanted else 0.0
        if not exact and not score:
            matcher = SequenceMatcher(None, key, wanted, autojunk=False)
            score = matcher.ratio() if matcher.quick_ratio() >= _LIKE_ENOUGH else 0.0
        inside = bool(project) and node["code"].split(".")[0] == project.split(".")[0]
        scored.append((score, inside, node))
    best = max(scored, key=lambda each: each[:2])
    return best[2] if best[0] >= (1.0 if exact else _LIKE_ENOUGH) else None


@lru_cache(maxsize=2_000)
def _key(name: str) -> str:
    return re.sub(r"[^\w ]+", "", bare(name)).strip()
