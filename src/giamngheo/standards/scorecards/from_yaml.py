"""A scorecard typed in YAML, as a draft with the line of every value."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from giamngheo.foundation.findings import Finding
from giamngheo.standards.scorecards import findings as f
from giamngheo.standards.scorecards.draft import NOTHING, Cell, Draft, DraftGroup, DraftOption, DraftRegion

LONGEST = 2_000_000  # characters; the largest table known takes a fiftieth of it
DEEPEST = 20  # levels; a card has nine with the stream and the document
_HEAD = {"id", "title", "standard", "version", "demonstration", "signature", "regions", "groups", "missing"}
_SIGNATURE = {"by", "on", "document", "article"}


def read(path: Path) -> tuple[Draft, list[Finding]]:
    """The draft, and what is wrong with the shape of the file; raises OSError for a file that cannot be opened."""
    draft = Draft(path.name)
    try:
        root = _compose(path.read_bytes())
    except ValueError as error:
        return draft, [f.UNREADABLE.at(name=path.name, why=str(error))]
    reader = _Reader(draft)
    reader.card(root)
    return draft, reader.found


def _compose(content: bytes) -> Any:
    """The tree of nodes; ValueError for what is no YAML, is too long, or repeats itself by alias."""
    import yaml

    if len(content) > LONGEST:
        raise ValueError(f"{len(content)} bytes")
    try:
        text = content.decode("utf-8-sig")
        _refuse_tricks(yaml.parse(text, yaml.SafeLoader))
        return yaml.compose(text, yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(" ".join(str(error).split())[:200]) from error


def _refuse_tricks(events: Iterable[Any]) -> None:
    """Aliases make a short file endless, and brackets within brackets a slow one: no card has either."""
    depth = 0
    for event in events:
        name = type(event).__name__
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if name == "AliasEvent" or depth > DEEPEST:
            raise ValueError("YAML alias" if name == "AliasEvent" else "YAML: [[[...]]]")


class _Reader:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.found: list[Finding] = []

    def cell(self, node: Any) -> Cell:
        import yaml

        line = node.start_mark.line + 1
        value: object = None
        if not isinstance(node, yaml.ScalarNode):
            self.found.append(f.SHEET.at(line, where=f"{self.draft.name}:{line}", what="giá trị (a value)"))
        else:
            try:
                value = yaml.SafeLoader("").construct_object(node)
            except (ValueError, yaml.YAMLError):  # 2026-02-31, or a tag nobody knows: judged as the words written
                value = str(node.value)
        return Cell(value, f"{self.draft.name}:{line}", line)

    def mapping(self, node: Any, allowed: set[str] | None, what: str) -> dict[str, tuple[Any, Cell]]:
        """Keys with their node and place; other keys, repeated keys and what is no mapping are findings."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            self.lacks(node, what)
            return {}
        given: dict[str, tuple[Any, Cell]] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            place = Cell(name, f"{self.draft.name}:{line}", line)
            if name in given:
                first = given[name][1].where
                self.found.append(
                    f.DUPLICATE.at(line, name, where=place.where, what="mục (key)", value=name, first=first)
                )
            elif allowed is not None and name not in allowed:
                self.found.append(f.KEY.at(line, name, where=place.where, what=name))
            else:
                given[name] = (value, place)
        return given

    def sequence(self, node: Any, what: str) -> list[Any]:
        import yaml

        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.lacks(node, what)
        return []

    def lacks(self, node: Any, what: str) -> None:
        line = node.start_mark.line + 1 if node is not None else None
        where = f"{self.draft.name}:{line}" if line else self.draft.name
        self.found.append(f.SHEET.at(line, where=where, what=what))

    def words(self, node: Any) -> tuple[Cell, Cell]:
        """Vietnamese and English: a mapping of both, or the Vietnamese alone."""
        import yaml

        if not isinstance(node, yaml.MappingNode):
            return self.cell(node), NOTHING
        given = self.mapping(node, {"vi", "en"}, "vi, en")
        place = Cell(None, f"{self.draft.name}:{node.start_mark.line + 1}", node.start_mark.line + 1)
        vi, en = (self.cell(given[key][0]) if key in given else place for key in ("vi", "en"))
        return vi, en

    def card(self, root: Any) -> None:
        given = self.mapping(root, _HEAD, "id, title, regions, groups")
        head = self.draft.head
        for name in ("id", "standard", "version", "demonstration"):
            if name in given:
                head[name] = self.cell(given[name][0])
        if "title" in given:
            head["title"], head["title_en"] = self.words(given["title"][0])
        if "signature" in given:
            head["signature"] = given["signature"][1]
            for name, (node, _) in self.mapping(given["signature"][0], _SIGNATURE, "by, on, document, article").items():
                head[name] = self.cell(node)
        for node in self.sequence(given["regions"][0], "regions") if "regions" in given else ():
            self.region(node)
        for node in self.sequence(given["groups"][0], "groups") if "groups" in given else ():
            self.group(node)
        for node in self.sequence(given["missing"][0], "missing") if "missing" in given else ():
            self.draft.missing.append(self.words(node))

    def region(self, node: Any) -> None:
        given = self.mapping(node, {"code", "title"}, "code, title")
        vi, en = self.words(given["title"][0]) if "title" in given else (NOTHING, NOTHING)
        code = self.cell(given["code"][0]) if "code" in given else self.place(node)
        self.draft.regions.append(DraftRegion(code, vi, en))

    def place(self, node: Any) -> Cell:
        return Cell(None, f"{self.draft.name}:{node.start_mark.line + 1}", node.start_mark.line + 1)

    def group(self, node: Any) -> None:
        given = self.mapping(node, {"code", "title", "kind", "note", "options"}, "code, title, kind, options")
        title = self.words(given["title"][0]) if "title" in given else (self.place(node), NOTHING)
        note = self.words(given["note"][0]) if "note" in given else (NOTHING, NOTHING)
        code, kind = (self.cell(given[key][0]) if key in given else self.place(node) for key in ("code", "kind"))
        group = DraftGroup(code, *title, kind, *note)
        self.draft.groups.append(group)
        for each in self.sequence(given["options"][0], "options") if "options" in given else ():
            group.options.append(self.option(each))

    def option(self, node: Any) -> DraftOption:
        given = self.mapping(node, {"code", "label", "points"}, "code, label, points")
        label = self.words(given["label"][0]) if "label" in given else (self.place(node), NOTHING)
        option = DraftOption(self.cell(given["code"][0]) if "code" in given else self.place(node), *label)
        for region, (points, place) in (
            self.mapping(given["points"][0], None, "points").items() if "points" in given else ()
        ):
            option.points[region] = self.cell(points)
            if region not in {each.text for each in self.draft.columns}:
                self.draft.columns.append(place)
        return option
