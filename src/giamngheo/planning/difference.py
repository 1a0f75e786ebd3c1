"""What changes between two contents of a plan, as people read it: texts as printed, figures with their names."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from giamngheo.planning.composing.numbering import number_sections
from giamngheo.planning.composing.printing import print_reference, print_token, printed
from giamngheo.planning.content import PlanContent

_PARTS = {
    "legal_basis": "Căn cứ", "addressee": "Kính gửi", "opening": "Mở đầu", "closing": "Kết", "recipient": "Nơi nhận",
}  # fmt: skip
_HEAD = ("number", "symbol", "day", "month", "year", "subject", "authority", "signer")


def difference(old: PlanContent | None, new: PlanContent) -> dict[str, Any]:
    """{"texts": {"added", "removed", "changed"}, "values": …, "targets": …, "references": …, "head": …, "count": n}.

    Entries name the section they stand in ("where"), and give "text", or "before" and "after". `old` None: everything
    is added.
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


def _lines(content: PlanContent) -> list[tuple[str, str]]:
    """(where, printed text) of every title and text, in order; numbers are left out: they follow from the order."""
    numbers = number_sections(content)
    titles = {section.key: printed(section.title, content) for section in content.sections}
    names = {key: f"{numbers[key][0]} {title}" for key, title in titles.items()}
    by_section: dict[str, list[str]] = {}
    lines: list[tuple[str, str]] = []
    for text in content.texts:
        words = printed(text.template, content)
        if text.rows:
            cells = ("|".join(printed(cell, content) for cell in row) for row in text.rows)
            words = "\n".join((words, *cells)).strip()
        if text.part == "body":
            by_section.setdefault(text.section, []).append(words)
        elif text.part != "header":
            lines.append((_PARTS[text.part], words))
    for section in content.sections:
        lines.append((names.get(section.parent, ""), titles[section.key]))
        lines += [(names[section.key], words) for words in by_section.get(section.key, ())]
    return lines


def _texts(old: PlanContent, new: PlanContent) -> dict[str, list[dict[str, str]]]:
    left, right = _lines(old), _lines(new)
    found: dict[str, list[dict[str, str]]] = {"added": [], "removed": [], "changed": []}
    matcher = SequenceMatcher(None, [text for _, text in left], [text for _, text in right], autojunk=False)
    for kind, a1, a2, b1, b2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        pairs = list(_pair(left[a1:a2], right[b1:b2]))
        for gone, come in pairs:
            if gone and come:
                found["changed"].append({"where": come[0], "before": gone[1], "after": come[1]})
            elif gone:
                found["removed"].append({"where": gone[0], "text": gone[1]})
            elif come:
                found["added"].append({"where": come[0], "text": come[1]})
    return found


Line = tuple[str, str]
_MOST_PAIRS = 900


def _pair(left: list[Line], right: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Lines that are more alike than not are one changed line; the others went or came. Long runs are not compared
    line with line: whoever replaced forty paragraphs wrote a new text."""
    if len(left) * len(right) > _MOST_PAIRS:
        yield from ((gone, None) for gone in left)
        yield from ((None, come) for come in right)
        return
    free = list(right)
    for gone in left:
        like = max(free, key=lambda line: _alike(gone[1], line[1]), default=None)
        if like is not None and _alike(gone[1], like[1]) > 0.5:
            free.remove(like)
            yield gone, like
        else:
            yield gone, None
    yield from ((None, come) for come in free)


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
