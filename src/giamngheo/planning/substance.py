"""What a plan says, without how it is kept: docs/algorithms/import.md, guarantee 2."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache
from itertools import count
from typing import Any

from giamngheo.planning.content import PlanContent, ValueContent, rekey, to_json, tokens

_PLACE = {"source_text", "source_line", "source_end_line", "source_number", "origin"}
Names = dict[tuple[str, str], str]


@cache
def _formed() -> re.Pattern[str]:
    return re.compile(r"\{(value|target):([^{}:]+):\w+\}")


def formless(template: str) -> str:
    """`template` without the forms of its figures: 01 and 1, 1,2 tỷ and 1.200 triệu are one value."""
    return _formed().sub(r"{\1:\2}", template) if "{" in template else template


def substance(content: PlanContent) -> dict[str, Any]:
    """The content without where it came from and what the rows of its figures are called."""
    data, names = to_json(content), _names(content)

    def plain(template: str) -> str:
        return formless(rekey(template, lambda kind, key: names.get((kind, key), key)))

    data.pop("unplaced")
    data.pop("units")  # what a unit is called stands in the register
    for table in (data["sections"], data["texts"]):
        for row in table:
            for name in _PLACE:
                row.pop(name, None)
    data["texts"] = [row for row in data["texts"] if row["part"] != "header"]
    for row in data["sections"]:
        row["title"] = plain(row["title"])
    for row in data["texts"]:
        row["template"] = plain(row["template"])
        row["rows"] = [[plain(cell) for cell in cells] for cells in row["rows"]]
    data["values"] = _figures(data["values"], "value", names)
    data["targets"] = _figures(data["targets"], "target", names)
    data["references"] = sorted(data["references"])  # what a document is stands in the register, not in the plan
    return data


def same(left: PlanContent, right: PlanContent) -> bool:
    """Whether two contents say the same, whatever file they came from."""
    return substance(left) == substance(right)


def _names(content: PlanContent) -> Names:
    """Names by the first place that prints a figure; figures nothing prints come last. Values an import cannot tell
    apart have one name."""
    names: Names = {}
    alike: dict[Hashable, str] = {}
    targets = count(1)
    for kind, key in (*_printed(content), *_unprinted(content)):
        if (kind, key) in names:
            continue
        if kind == "value" and key in content.values:
            names[kind, key] = alike.setdefault(_told(content.values[key]), str(len(alike) + 1))
        elif kind == "target" and key in content.targets:
            names[kind, key] = str(next(targets))
    return names


def _printed(content: PlanContent) -> Iterator[tuple[str, str]]:
    templates = [section.title for section in content.sections]
    for text in content.texts:
        templates += [text.template, *(cell for row in text.rows for cell in row)]
    return ((kind, key) for each in templates for kind, key, _ in tokens(each))


def _unprinted(content: PlanContent) -> Iterator[tuple[str, str]]:
    yield from (("value", key) for key in sorted(content.values))
    yield from (("target", key) for key in sorted(content.targets, key=lambda key: (len(key), key)))


def _told(row: ValueContent) -> Hashable:
    return row.indicator, row.year, row.within, row.value, row.is_estimate


def _figures(rows: dict[str, dict[str, Any]], kind: str, names: Names) -> dict[str, dict[str, Any]]:
    """Rows by their names; of values alike the one printed first says day and note."""
    found: dict[str, dict[str, Any]] = {}
    order = {key: at for at, (of, key) in enumerate(names) if of == kind}
    for key in sorted(rows, key=order.__getitem__):
        row = {name: each for name, each in rows[key].items() if name not in ("key", "source_line")}
        if kind == "target":
            row.pop("text")  # the sentence as it stood; what counts is its template
        found.setdefault(names[kind, key], row)
    return found
