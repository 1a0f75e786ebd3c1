"""What changes between two contents of a plan, as people read it: texts as printed, figures with their names."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from giamngheo.planning.composing.numbering import number_sections
from giamngheo.planning.composing.printing import print_reference, print_token, printed
from giamngheo.planning.content import PlanContent
from giamngheo.planning.table_difference import TableChange, as_text, table_changes

_PARTS = {
    "legal_basis": "Căn cứ", "addressee": "Kính gửi", "opening": "Mở đầu", "closing": "Kết", "recipient": "Nơi nhận",
}  # fmt: skip
_HEAD = ("number", "symbol", "day", "month", "year", "subject", "authority", "signer")


def difference(old: PlanContent | None, new: PlanContent) -> dict[str, Any]:
    """{"texts": {"added", "removed", "changed"}, "values": …, "targets": …, "references": …, "head": …, "count": n}.

    Entries name the section they stand in ("where"), and give "text", or "before" and "after"; outside the body "part"
    is the part's code. A table that both have gives an entry for each cell, row or column that differs, with its place:
    "table": {"kind": "cell" | "row" | "column", "row": 0 is the header, "name", "column"}. `old` None: everything is
    added, a table as one text.
    """
    before = old or PlanContent(new.commune, new.year, new.period, new.commune_kind)
    parts: dict[str, Any] = {
        "texts": _texts(before, new),
        "values": _figures(before, new, "value"),
        "targets": _figures(before, new, "target"),
        "references": _references(before, new),
        "head": _head(before, new),
    }
    parts["count"] = len(parts["head"]) + sum(
        len(rows) for name in ("texts", "values", "targets", "references") for rows in parts[name].values()
    )
    return parts


class Line(NamedTuple):
    """A title or text as printed; `part` "" in the body; `rows` of a table, else None."""

    where: str
    text: str
    part: str = ""
    key: str = ""
    rows: list[list[str]] | None = None


def _lines(content: PlanContent) -> list[Line]:
    """Every title and text, in order; numbers are left out: they follow from the order."""
    numbers = number_sections(content)
    titles = {section.key: printed(section.title, content) for section in content.sections}
    names = {key: f"{numbers[key][0]} {title}" for key, title in titles.items()}
    by_section: dict[str, list[Line]] = {}
    lines: list[Line] = []
    for text in content.texts:
        words, rows = printed(text.template, content), None
        if text.rows:
            rows = [[printed(cell, content) for cell in row] for row in text.rows]
            words = f"{words}\n{as_text(rows)}".strip()
        if text.part == "body":
            line = Line(names[text.section], words, "", text.key, rows)
            by_section.setdefault(text.section, []).append(line)
        elif text.part != "header":
            lines.append(Line(_PARTS[text.part], words, text.part, text.key, rows))
    for section in content.sections:
        lines.append(Line(names.get(section.parent, ""), titles[section.key]))
        lines += by_section.get(section.key, ())
    return lines


def _texts(old: PlanContent, new: PlanContent) -> dict[str, list[dict[str, Any]]]:
    left, right = _lines(old), _lines(new)
    found: dict[str, list[dict[str, Any]]] = {"added": [], "removed": [], "changed": []}
    matcher = SequenceMatcher(None, [line.text for line in left], [line.text for line in right], autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        for gone, come in _pair(left[a1:a2], right[b1:b2]):
            if gone and come and gone.rows is not None and come.rows is not None:
                for change in table_changes(gone.rows, come.rows):
                    _enter(found, come, change.before, change.after, change)
            else:
                _enter(found, come or gone or Line("", ""), gone.text if gone else "", come.text if come else "")
    return found


def _enter(
    found: dict[str, list[dict[str, Any]]], line: Line, before: str, after: str, change: TableChange | None = None
) -> None:
    place: dict[str, Any] = {"where": line.where}
    if line.part:
        place["part"] = line.part
    if change is not None:
        place["table"] = {"kind": change.kind, "row": change.row, "name": change.name, "column": change.column}
    if (before and after) or (change is not None and change.kind == "cell"):
        found["changed"].append({**place, "before": before, "after": after})
    elif before:
        found["removed"].append({**place, "text": before})
    else:
        found["added"].append({**place, "text": after})


_MOST_PAIRS = 900


def _pair(left: list[Line], right: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Lines that are more alike than not are one changed line; the others went or came. Long runs are not compared
    line with line: whoever replaced forty paragraphs wrote a new text. A table is one table while it has its key."""
    if len(left) * len(right) > _MOST_PAIRS:
        yield from ((gone, None) for gone in left)
        yield from ((None, come) for come in right)
        return
    free = list(right)
    for gone in left:
        kin = [line for line in free if (line.rows is None) == (gone.rows is None)]
        like = max(kin, key=lambda line: (_same_table(gone, line), _alike(gone.text, line.text)), default=None)
        if like is not None and (_same_table(gone, like) or _alike(gone.text, like.text) > 0.5):
            free.remove(like)
            yield gone, like
        else:
            yield gone, None
    yield from ((None, come) for come in free)


def _same_table(left: Line, right: Line) -> bool:
    return left.rows is not None and right.rows is not None and left.key == right.key


def _alike(left: str, right: str) -> float:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > 0.5 else 0.0


def _figures(old: PlanContent, new: PlanContent, kind: str) -> dict[str, list[dict[str, Any]]]:
    left: dict[str, Any] = getattr(old, f"{kind}s")
    right: dict[str, Any] = getattr(new, f"{kind}s")
    found: dict[str, list[dict[str, Any]]] = {"added": [], "removed": [], "changed": []}
    for key in [*left, *(key for key in right if key not in left)]:
        before = print_token(kind, key, "", old) if key in left else ""
        after = print_token(kind, key, "", new) if key in right else ""
        row = right.get(key) or left[key]
        where = {"key": key, "indicator": row.indicator, "year": row.year}
        if key not in right:
            found["removed"].append({**where, "text": before})
        elif key not in left:
            found["added"].append({**where, "text": after})
        elif before != after:
            found["changed"].append({**where, "before": before, "after": after})
    return found


def _references(old: PlanContent, new: PlanContent) -> dict[str, list[str]]:
    def names(content: PlanContent, keys: set[str]) -> list[str]:
        return sorted(print_reference(content.references[key], full=True) for key in keys)

    left, right = set(old.references), set(new.references)
    return {"added": names(new, right - left), "removed": names(old, left - right)}


def _head(old: PlanContent, new: PlanContent) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name in _HEAD:
        before, after = getattr(old.head, name), getattr(new.head, name)
        if name == "subject":
            before, after = printed(before, old), printed(after, new)
        if before != after:
            found[name] = {"before": before, "after": after}
    return found
